"""A generator without weights, for what is about threads and order and not about pictures."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gan.config import GeneratorInfo, ModelConfig
from gan.errors import FileError, UserError
from gan.found import Found, Wanted
from gan.latents import MeasuredDirections

MODEL = ModelConfig(z_size=4, class_names=("a", "b"), image_size=8)


class PlainMaker:
    """Every picture is filled with the first number of its latent."""

    def __init__(self, name: str, directions: MeasuredDirections | None) -> None:
        self.info = GeneratorInfo(
            name=name, fingerprint=name, model=MODEL, step=0, dataset_name="plain", directions=directions
        )

    def make(self, z: np.ndarray, mix: np.ndarray) -> np.ndarray:
        assert z.shape[1] == MODEL.z_size and len(z) == len(mix)
        return np.repeat(z[:, :1], 64, axis=1).reshape(-1, 8, 8, 1).astype(np.uint8)

    make_stamps = make

    def read(self, pixels: np.ndarray) -> np.ndarray:
        return np.full((len(pixels), MODEL.classes), 0.5, np.float32)

    def find(self, wanted: Wanted) -> Iterator[Found | None]:
        """As many steps as the picture's first level says; a picture of nothing cannot be looked for."""
        steps = int(wanted.pixels[0, 0, 0])
        if steps == 0:
            raise UserError("nothing-drawn", "There is nothing on this picture to look for.")
        for step in range(1, steps + 1):
            yield None
            yield Found((), np.full((0, 8, 8, 1), steps, np.uint8), np.zeros(0, np.float32), step, steps)

    def fit_directions(self) -> Iterator[MeasuredDirections | None]:
        yield from [None] * 3
        directions = some_directions()
        self.info = replace(self.info, directions=directions)
        yield directions


def some_directions() -> MeasuredDirections:
    return MeasuredDirections(("slant", "thickness"), np.eye(2, 4), np.ones(2))


def open_plain_maker(source: str | Path) -> PlainMaker:
    """Names that begin with "torn" cannot be opened; "measured…" carry directions."""
    name = Path(source).name
    if name.startswith("torn"):
        raise FileError("file-torn", "{name} is not whole.", name=name)
    return PlainMaker(name, some_directions() if name.startswith("measured") else None)


@pytest.fixture
def open_maker():
    return open_plain_maker
