"""What leaves is what was painted, and says where it comes from."""

import os
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QRect

from gan.media.png_stream import read_content
from gan.media.provenance import SOURCE_TYPES, read_marks
from studio.document import export as export_module
from studio.document import painter as painter_module
from studio.document.artwork import Artwork, Layer
from studio.document.export import ExportOrder, export_png, export_size, is_exportable, part_of, pixels_of
from studio.document.file import Document, decode_document
from studio.document.painter import render, strips_of


@pytest.fixture
def artwork(make_stroke) -> Artwork:
    return Artwork(90, 60, paper="#F3EEE2").with_stroke(
        make_stroke((45, 30), size_px=50.0, opacity=1.0, ink="#24407A")
    )


@pytest.fixture
def layered(make_stroke) -> Artwork:
    """Three layers that blend, one of them hidden, with an eraser in it."""
    below = Layer("Below", (make_stroke((10, 20), (110, 60), size_px=40.0, ink="#C9451C"),))
    erased = (
        make_stroke((20, 10), (100, 80), stamps=5),
        make_stroke((60, 0), (60, 90), erases=True, size_px=9),
    )
    above = Layer("Above", erased, opacity=0.7, blend="multiply")
    hidden = Layer("Hidden", (make_stroke((5, 5), (80, 5)),), visible=False)
    return Artwork(120, 90, layers=(below, above, hidden))


def pixels(path) -> np.ndarray:
    with Image.open(path) as picture:
        return np.asarray(picture)


def test_a_transparent_export_has_ink_and_nothing_else(artwork, tmp_path):
    export_png(ExportOrder(artwork, tmp_path / "a.png", 3, on_paper=False))
    found = pixels(tmp_path / "a.png")
    assert found.shape == (180, 270, 4)
    assert found[0, 0, 3] == 0
    full = found[found[..., 3] == 255]
    assert len(full) > 500 and (full[:, :3] == (0x24, 0x40, 0x7A)).all()


def test_an_export_on_paper_is_opaque(artwork, tmp_path):
    export_png(ExportOrder(artwork, tmp_path / "a.png", 1, on_paper=True))
    with Image.open(tmp_path / "a.png") as picture:
        assert (picture.mode, picture.size, picture.getpixel((0, 0))) == ("RGB", (90, 60), (0xF3, 0xEE, 0xE2))


@pytest.mark.parametrize("on_paper", [True, False])
def test_bands_change_no_pixel(layered, tmp_path, monkeypatch, on_paper):
    monkeypatch.setattr(export_module, "BAND_PIXELS", 360 * 7)  # 7 rows of 360 pixels
    export_png(ExportOrder(layered, tmp_path / "a.png", 3, on_paper=on_paper))
    expected = pixels_of(render(layered, 3, on_paper=on_paper), opaque=on_paper)
    assert np.array_equal(pixels(tmp_path / "a.png"), expected)


def test_strips_change_no_pixel(layered, monkeypatch):
    expected = pixels_of(render(layered, 3, on_paper=True), opaque=False)
    monkeypatch.setattr(painter_module, "STRIP_PIXELS", 270 * 7)
    assert np.array_equal(pixels_of(render(layered, 3, on_paper=True), opaque=False), expected)


@pytest.mark.parametrize("height", [1, 13, 14, 15])
def test_strips_cover_a_rectangle_once_and_are_short_work(height, monkeypatch):
    monkeypatch.setattr(painter_module, "STRIP_PIXELS", 70)
    strips = list(strips_of(QRect(3, 5, 10, height)))
    rows = [row for strip in strips for row in range(strip.top(), strip.bottom() + 1)]
    assert rows == list(range(5, 5 + height))
    assert all((strip.left(), strip.width()) == (3, 10) and strip.height() <= 7 for strip in strips)


def test_every_export_carries_the_mark_of_a_composite(artwork, tmp_path):
    export_png(ExportOrder(artwork, tmp_path / "a.png", 2, on_paper=True))
    assert read_marks(tmp_path / "a.png").source_type == SOURCE_TYPES["composite"]
    assert read_content(tmp_path / "a.png") is None


def test_exports_are_bounded():
    large = Artwork(8000, 8000)
    assert export_size(large, 2) == (16000, 16000)
    assert is_exportable(large, 2) and not is_exportable(large, 3)


def test_the_painting_travels_inside_its_picture(layered, tmp_path):
    document = Document(layered, b"weights" * 100)
    export_png(ExportOrder(layered, tmp_path / "a.png", 1, on_paper=True, document=document))
    assert decode_document(read_content(tmp_path / "a.png")) == document


def test_a_painting_too_large_to_travel_goes_without_its_model_or_not_at_all(layered, monkeypatch):
    document = Document(layered, os.urandom(100_000))
    assert decode_document(export_module.traveller(document)) == document
    monkeypatch.setattr(export_module, "LARGEST_TRAVELLER", 90_000)
    assert decode_document(export_module.traveller(document)) == Document(layered)
    monkeypatch.setattr(export_module, "LARGEST_TRAVELLER", 1000)
    assert export_module.traveller(document) is None


def test_a_layer_leaves_as_if_it_lay_there_alone(layered, tmp_path):
    alone = part_of(layered, "layer", 1)
    expected = replace(layered, layers=(replace(layered.layers[1], blend="normal"),))
    assert alone == expected
    assert part_of(layered, "layer", 2).layers[0].visible  # who asks for it wants to see it


def test_a_selection_leaves_on_a_sheet_cut_to_it(make_stroke):
    artwork = (
        Artwork(400, 300)
        .with_stroke(make_stroke((50, 50)))
        .with_stroke(make_stroke((200, 150), (220, 150), size_px=30.0))
    )
    cut = part_of(artwork, "selection", 0, [1])
    assert cut.width < 80 and cut.height < 50 and cut.stroke_count == 1
    whole = render(replace(artwork, layers=(Layer("", artwork.layers[0].strokes[1:]),)), 1, on_paper=True)
    left, top = np.floor(artwork.layers[0].strokes[1].bounds()[:2]).astype(int)
    expected = pixels_of(whole, opaque=True)[top : top + cut.height, left : left + cut.width]
    found = pixels_of(render(cut, 1, on_paper=True), opaque=True)
    assert np.abs(found.astype(int) - expected).max() <= 2


def test_an_export_that_is_called_off_leaves_the_old_file(artwork, tmp_path):
    (tmp_path / "a.png").write_bytes(b"old")

    def call_off(done: int, total: int) -> None:
        raise ValueError("called off")

    with pytest.raises(ValueError, match="called off"):
        export_png(ExportOrder(artwork, tmp_path / "a.png", 2, on_paper=True), call_off)
    assert os.listdir(tmp_path) == ["a.png"] and (tmp_path / "a.png").read_bytes() == b"old"
