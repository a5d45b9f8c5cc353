"""Small real pictures to train on."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image


@pytest.fixture
def picture_folder(tmp_path: Path) -> Path:
    """Two classes of 24 pictures each: bright bars that stand, and bars that lie."""
    write_bars(tmp_path / "pictures")
    return tmp_path / "pictures"


def write_bars(folder: Path) -> None:
    """Those pictures, two folders of them."""
    chooser = np.random.default_rng(5)
    for name in ("lying", "standing"):
        (folder / name).mkdir(parents=True)
        for index in range(24):
            pixels = np.zeros((28, 28), dtype=np.uint8)
            place, breadth = int(chooser.integers(4, 20)), int(chooser.integers(2, 6))
            pixels[place : place + breadth, 4:24] = 255
            picture = Image.fromarray(pixels if name == "lying" else pixels.T)
            picture.save(folder / name / f"{index:02}.png")
