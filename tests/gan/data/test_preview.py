"""A folder at a glance: what the recipe panel shows before anything is prepared."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import gan
from gan import places
from gan.data import open_dataset
from gan.data.preview import preview_squarer
from gan.data.squares import squarer
from gan.events import PictureShapes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for index in range(30):
        path = tmp_path / "sprites" / ("left" if index % 3 else "right") / f"{index:02}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGBA", (40, 50), (8 * index, 0, 0, 128)).save(path)
    return tmp_path / "sprites"


def test_a_folder_is_counted_and_shown_without_being_prepared(folder: Path) -> None:
    summary = gan.summarise_dataset(str(folder), None, image_size=32, fit="pad")
    assert (summary.title, summary.picture_count) == ("sprites", 30)
    assert summary.class_names == ("left", "right")
    np.testing.assert_array_equal(summary.class_counts, [20, 10])
    assert summary.thumbnails.shape == (20, 32, 32, 4)
    assert (summary.image_size, summary.fit, summary.skipped_count) == (32, "pad", 0)
    assert not (places.cache_folder() / "pictures").exists()


def test_once_prepared_a_folder_is_shown_as_it_is_learnt_from(folder: Path) -> None:
    (folder / "left" / "odd.png").write_text("no picture")
    assert gan.summarise_dataset(str(folder), None).picture_count == 31
    dataset = open_dataset(str(folder))
    summary = gan.summarise_dataset(str(folder), None)
    assert (summary.picture_count, summary.skipped_count) == (30, 1)
    np.testing.assert_array_equal(summary.thumbnails, dataset.summary().thumbnails)


@pytest.mark.parametrize("fit", ["crop", "pad", "stretch"])
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_the_preview_shows_the_squares_that_are_learnt_from(fit: str, mode: str) -> None:
    smooth = Image.fromarray(np.random.default_rng(1).integers(0, 256, (6, 9, 4), dtype=np.uint8))
    picture = smooth.convert(mode).resize((301, 200), Image.Resampling.BICUBIC)
    preview, learnt = (np.asarray(make(64, fit)(picture), dtype=int) for make in (preview_squarer, squarer))
    assert np.abs(preview - learnt).mean() < 2


def test_looking_at_a_folder_loads_no_torch(folder: Path) -> None:
    program = f"import sys, gan; gan.summarise_dataset({str(folder)!r}, None); print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.returncode) == ("False", 0), done.stderr


def test_a_folder_of_odd_files_is_shown_without_pictures(tmp_path: Path) -> None:
    (tmp_path / "text.png").write_text("no picture")
    summary = gan.summarise_dataset(str(tmp_path), None)
    assert (summary.picture_count, len(summary.thumbnails)) == (1, 0)


def test_the_shapes_of_a_folder_are_told_before_and_after_it_is_prepared(tmp_path: Path) -> None:
    for name, size in {"tall": (40, 60), "wide": (90, 45), "small": (20, 20), "right": (64, 64)}.items():
        Image.new("L", size, 200).save(tmp_path / f"{name}.png")
    (tmp_path / "text.png").write_text("no picture")
    expected = PictureShapes(looked_at=4, not_square=2, smaller=3)
    assert gan.summarise_dataset(str(tmp_path), None, image_size=64).shapes == expected
    open_dataset(str(tmp_path), image_size=64)
    prepared = gan.summarise_dataset(str(tmp_path), None, image_size=64)
    assert prepared.shapes == expected
    assert prepared.skipped == (("text.png", "it could not be decoded"),)


def test_of_many_files_a_thousand_are_looked_at(tmp_path: Path) -> None:
    Image.new("L", (8, 9)).save(tmp_path / "0.png")
    head = (tmp_path / "0.png").read_bytes()
    for number in range(1, 1500):
        (tmp_path / f"{number}.png").write_bytes(head)
    shapes = gan.summarise_dataset(str(tmp_path), None).shapes
    assert shapes == PictureShapes(looked_at=1000, not_square=1000, smaller=1000)
