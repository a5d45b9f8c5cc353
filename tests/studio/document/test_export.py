"""Exported PNGs are what was painted, and say where they come from."""

import numpy as np
import pytest
from PIL import Image

from gan.media.provenance import SOURCE_TYPES, read_marks
from studio.document.artwork import Artwork
from studio.document.export import ExportOrder, export_png, export_size, is_exportable


@pytest.fixture
def artwork(make_stroke) -> Artwork:
    return Artwork(90, 60, paper="#F3EEE2").with_stroke(
        make_stroke((45, 30), size_px=50.0, opacity=1.0, ink="#24407A")
    )


def test_a_transparent_export_has_ink_and_nothing_else(artwork, tmp_path):
    export_png(ExportOrder(artwork, tmp_path / "a.png", 3, on_paper=False))
    with Image.open(tmp_path / "a.png") as picture:
        pixels = np.asarray(picture)
    assert pixels.shape == (180, 270, 4)
    assert pixels[0, 0, 3] == 0
    full = pixels[pixels[..., 3] == 255]
    assert len(full) > 500 and (full[:, :3] == (0x24, 0x40, 0x7A)).all()


def test_an_export_on_paper_is_opaque(artwork, tmp_path):
    export_png(ExportOrder(artwork, tmp_path / "a.png", 1, on_paper=True))
    with Image.open(tmp_path / "a.png") as picture:
        assert (picture.mode, picture.size, picture.getpixel((0, 0))) == ("RGB", (90, 60), (0xF3, 0xEE, 0xE2))


def test_every_export_carries_the_mark_of_a_composite(artwork, tmp_path):
    export_png(ExportOrder(artwork, tmp_path / "a.png", 2, on_paper=True))
    assert read_marks(tmp_path / "a.png").source_type == SOURCE_TYPES["composite"]


def test_exports_are_bounded():
    large = Artwork(8000, 8000)
    assert export_size(large, 2) == (16000, 16000)
    assert is_exportable(large, 2) and not is_exportable(large, 3)
