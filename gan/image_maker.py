"""Latents to pixels, numpy in and numpy out, on the CPU and on its own copy of a generator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from gan.config import GeneratorInfo
from gan.directions import CHUNK, DirectionsFit
from gan.errors import FileError, UserError
from gan.find import find
from gan.found import Found, Wanted
from gan.generator_file import GeneratorFile, parse_generator
from gan.judge import Judge
from gan.judges import fingerprint_in, judge_for
from gan.latents import MeasuredDirections
from gan.measures import measure_names
from gan.networks import class_layers
from gan.places import resources_folder
from gan.principal import principal_directions
from gan.tensor_file import LARGEST_FILE
from gan.trainer import to_pixels

BATCH = 64  # larger ones are slower on a CPU
STAMP_BATCH = 16


class ImageMaker:
    """Draws with one generator. Not for two threads at once."""

    def __init__(self, generator: GeneratorFile, judge: Judge | None) -> None:
        self._module = generator.module
        self._judge = judge
        self.info = GeneratorInfo(
            name=generator.name,
            fingerprint=generator.fingerprint,
            model=generator.model,
            step=generator.step,
            dataset_name=generator.dataset_name,
            has_judge=judge is not None,
            directions=_measured_as_now(generator),
            principal=principal_directions(generator.module),
            class_layers=class_layers(generator.module),
            card=generator.card,
        )

    @classmethod
    def open(cls, source: str | Path | bytes) -> ImageMaker:
        """From a file, its bytes, a run folder, or the name of a generator that ships.

        FileError where it cannot be read.
        """
        torch.set_num_threads(1)  # several threads would change the last bits, and wait for each other
        if isinstance(source, bytes):
            generator = parse_generator(source, "this generator")
        else:
            path = find_generator(source)
            if path.stat().st_size > LARGEST_FILE:
                raise FileError("file-too-large", "{name} is too large to be a generator.", name=path.name)
            generator = parse_generator(path.read_bytes(), path.name)
        return cls(generator, judge_for(generator.model, fingerprint_in(generator.card)))

    @torch.inference_mode()
    def make(self, z: np.ndarray, mix: np.ndarray) -> np.ndarray:
        """z (B, Z), mix (B, K) -> pixels (B, H, W, C) uint8. UserError where the latents do not fit.

        Where several layers take the class, each can be given a mix of its own: mix (B, L, K).
        """
        self._check(z, mix)
        return np.concatenate([to_pixels(images) for images in self._batches(z, mix)])

    @torch.inference_mode()
    def images(self, z: np.ndarray, mix: np.ndarray) -> np.ndarray:
        """Like :meth:`make`, but before rounding to levels: (B, C, H, W) float32 in [-1, 1]."""
        self._check(z, mix)
        return np.concatenate([images.numpy() for images in self._batches(z, mix)])

    def _batches(self, z: np.ndarray, mix: np.ndarray) -> Iterator[torch.Tensor]:
        for start in range(0, len(z), BATCH):
            part = slice(start, start + BATCH)
            yield self._module(_tensor(z[part]), _tensor(mix[part]))

    @torch.inference_mode()
    def make_stamps(self, z: np.ndarray, mix: np.ndarray) -> np.ndarray:
        """Like :meth:`make`, always 16 pictures at a time: other batch sizes change the last bits."""
        self._check(z, mix)
        parts = []
        for start in range(0, len(z), STAMP_BATCH):
            part = slice(start, start + STAMP_BATCH)
            count = len(z[part])
            images = self._module(_padded(z[part]), _padded(mix[part]))
            parts.append(to_pixels(images)[:count])
        return np.concatenate(parts)

    def read(self, pixels: np.ndarray) -> np.ndarray | None:
        """(B, H, W, C) uint8 -> what the judge takes them for, (B, K) float32; None without a judge."""
        return None if self._judge is None else self._judge.probabilities(pixels)

    def find(self, wanted: Wanted) -> Iterator[Found | None]:
        """Look for a drawn or foreign picture: yields None between short pieces of work, now and then what is found.

        UserError where there is nothing to look for.
        """
        return find(self._module, self.info.model, self.make, wanted)

    def fit_directions(self) -> Iterator[MeasuredDirections | None]:
        """Measure what straight steps in z do; yields None between short pieces of work, the result last."""
        fit = DirectionsFit(self.info.model)
        for start in range(0, len(fit.z), CHUNK):
            fit.add(self.make(fit.z[start : start + CHUNK], fit.mix[start : start + CHUNK]))
            yield None
        directions = fit.solve()
        self.info = replace(self.info, directions=directions)
        yield directions

    def _check(self, z: np.ndarray, mix: np.ndarray) -> None:
        model = self.info.model
        by_layer = mix.ndim == 3 and 1 < self.info.class_layers == mix.shape[1]
        if z.ndim != 2 or not (mix.ndim == 2 or by_layer) or len(z) != len(mix) or not len(z):
            raise UserError("latents-shape", "Latents come as z (B, Z) and mix (B, K).")
        if (z.shape[1], mix.shape[-1]) != (model.z_size, model.classes):
            raise UserError(
                "latents-of-other-generator",
                "These latents have {z} numbers and {k} classes; this generator takes {own_z} and {own_k}.",
                z=z.shape[1],
                k=mix.shape[-1],
                own_z=model.z_size,
                own_k=model.classes,
            )


def _measured_as_now(generator: GeneratorFile) -> MeasuredDirections | None:
    """The directions in its file, if they are of what is measured of such pictures today."""
    directions = generator.directions
    today = measure_names(generator.model.channels)
    return directions if directions is not None and directions.names == today else None


def _padded(values: np.ndarray) -> torch.Tensor:
    """With empty rows up to the size of a batch of stamps."""
    rest = np.zeros((STAMP_BATCH - len(values), *values.shape[1:]), dtype=np.float32)
    return _tensor(np.concatenate([values, rest]))


def _tensor(values: np.ndarray) -> torch.Tensor:
    # A copy, since latents are read-only; inference touches only a few of them at a time.
    return torch.tensor(values, dtype=torch.float32)


def find_generator(source: str | Path) -> Path:
    """The generator's file for a file, a run folder, or the name of one that ships. FileError where none is."""
    path = Path(source)
    candidates = (
        path,
        path / "generator.safetensors",
        resources_folder() / "generators" / f"{source}.safetensors",
    )
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    raise FileError(
        "generator-missing", "{name} is no generator, no run and no name of one that ships.", name=path.name
    )
