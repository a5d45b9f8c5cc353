"""Two inks run along a stroke or across a stamp, and pixels stay hard, on the screen and in every export alike."""

import json
import xml.etree.ElementTree as ElementTree
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from gan.files import sha256_of
from studio.document.artwork import Artwork
from studio.document.export import ExportOrder, pixels_of
from studio.document.file import Document, read_document, save_document
from studio.document.finish import Finish, finish_at, finishes_of
from studio.document.ora_export import export_ora
from studio.document.painter import render
from studio.document.stamp_sheet import StampSheetOrder, export_stamp_sheet, sprites_of
from studio.document.stroke_edits import inked
from studio.document.svg_export import export_svg
from studio.document.tips import TipCache

INKS = {"ink": "#C00000", "second_ink": "#0000C0"}


def shown(artwork: Artwork, scale: float = 1.0) -> np.ndarray:
    return pixels_of(render(artwork, scale, on_paper=False), opaque=False)


def inks_in(pixels: np.ndarray) -> set[tuple[int, ...]]:
    """The colours (R, G, B) of everything that is wholly covered."""
    return {tuple(each) for each in pixels[pixels[..., 3] == 255][:, :3].tolist()}


def test_a_gradient_along_the_stroke_goes_from_the_first_ink_to_the_second(make_stroke):
    stroke = make_stroke((20, 20), (180, 20), gradient="stroke", **INKS)
    inks = [finish.ink for finish in finishes_of(stroke)]
    assert (inks[0], inks[-1]) == ("#C00000", "#0000C0")
    reds = [int(ink[1:3], 16) for ink in inks]
    assert reds == sorted(reds, reverse=True) and len(set(reds)) == len(stroke.dabs)
    assert {finish.ink for finish in finishes_of(make_stroke((5, 5), gradient="stroke", **INKS))} == {
        "#C00000"
    }


def test_a_gradient_across_the_stamp_goes_from_its_upper_edge_to_its_lower(make_stroke):
    stroke = make_stroke((50, 50), size_px=84.0, gradient="stamp", opacity=1.0, **INKS)
    pixels = shown(Artwork(100, 100).with_stroke(stroke)).astype(int)
    covered = pixels[..., 3] == 255
    rows = np.flatnonzero(covered.any(1))
    redness = [(pixels[row][covered[row]][:, 0] - pixels[row][covered[row]][:, 2]).mean() for row in rows]
    assert redness[0] > 60 and redness[-1] < -60
    assert np.diff(redness).max() <= 2  # ever less red, downwards


def test_inks_change_colour_alone_and_only_of_grey_stamps(make_stroke, make_stamp):
    stroke = make_stroke((20, 30), (100, 30), size_px=40.0)
    for gradient in ("stroke", "stamp"):
        painted = inked(stroke, "#C00000", gradient, "#0000C0")
        np.testing.assert_array_equal(
            shown(Artwork(120, 60).with_stroke(painted))[..., 3],
            shown(Artwork(120, 60).with_stroke(stroke))[..., 3],
        )
        coloured = replace(stroke, stamps=(make_stamp(channels=3),))
        in_two = replace(painted, stamps=coloured.stamps)
        np.testing.assert_array_equal(
            shown(Artwork(120, 60).with_stroke(in_two)), shown(Artwork(120, 60).with_stroke(coloured))
        )


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_hard_pixels_stay_squares_of_their_own_shade(make_stamp, channels):
    stamp = make_stamp(channels=channels)
    stroke_pixels = TipCache().tip(stamp, 300.0, Finish("#201D1A", edges="pixels"))
    assert (stroke_pixels.width(), stroke_pixels.height()) == (28, 28)


def test_a_stamp_three_times_as_large_has_each_pixel_nine_times(make_stroke):
    stroke = make_stroke((42, 42), size_px=84.0, opacity=1.0, edges="pixels", ink="#000000")
    alpha = shown(Artwork(84, 84).with_stroke(stroke))[..., 3]
    (stamp,) = stroke.stamps
    np.testing.assert_array_equal(alpha, stamp.pixels[..., 0].repeat(3, 0).repeat(3, 1))
    crisp = replace(stroke, brush=replace(stroke.brush, edges="crisp"))
    assert (shown(Artwork(84, 84).with_stroke(crisp))[..., 3] != alpha).any()


@pytest.mark.parametrize(
    "brush", [{"gradient": "stroke"}, {"gradient": "stamp"}, {"edges": "pixels", "inverted": True}]
)
def test_the_same_document_has_the_same_pixels_after_save_and_reopen(make_stroke, tmp_path, brush):
    stroke = make_stroke((20, 20), (150, 60), stamps=3, seed=4, **INKS, **brush)
    artwork = Artwork(180, 90).with_stroke(stroke)
    save_document(tmp_path / "a.latent", Document(artwork))
    reopened = read_document(tmp_path / "a.latent").artwork
    assert reopened == artwork
    assert sha256_of(shown(reopened).tobytes()) == sha256_of(shown(artwork).tobytes())


@pytest.mark.parametrize(
    "brush",
    [
        {"gradient": "stroke"},
        {"gradient": "stamp"},
        {"edges": "pixels", "gradient": "stamp"},
        {"inverted": True, "gradient": "stamp"},
        {"inverted": True, "edges": "pixels"},
    ],
)
def test_outlines_have_the_inks_that_were_painted(qapp, make_stroke, tmp_path, brush):
    stroke = make_stroke((40, 40), (200, 60), size_px=56.0, opacity=1.0, spacing=1.2, **INKS, **brush)
    artwork = Artwork(240, 100).with_stroke(stroke)
    export_svg(ExportOrder(artwork, tmp_path / "a.svg", 1, on_paper=False))
    renderer = QSvgRenderer(QByteArray((tmp_path / "a.svg").read_bytes()))
    image = QImage(480, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        renderer.render(painter, QRectF(image.rect()))
    found, expected = pixels_of(image, opaque=False), shown(artwork, 2)
    both = (found[..., 3] == 255) & (expected[..., 3] == 255)
    assert both.sum() > 1000
    assert np.abs(found[both].astype(int) - expected[both]).max() <= 16
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    gradients = [each for each in root.iter() if each.tag.endswith("linearGradient")]
    assert len(gradients) == (brush.get("gradient") == "stamp")


def test_openraster_shows_the_inks_that_were_painted(qapp, make_stroke, tmp_path):
    stroke = make_stroke((40, 40), (200, 60), opacity=1.0, gradient="stroke", **INKS)
    artwork = Artwork(240, 100).with_stroke(stroke)
    export_ora(ExportOrder(artwork, tmp_path / "a.ora", 1, on_paper=False))
    with zipfile.ZipFile(tmp_path / "a.ora") as archive, archive.open("data/layer0.png") as file:
        layer = np.asarray(Image.open(file))
    np.testing.assert_array_equal(layer, shown(artwork))
    assert {(192, 0, 0), (0, 0, 192)} <= inks_in(layer)


def test_a_sprite_sheet_has_each_stamp_in_each_ink_that_shows(qapp, make_stroke, make_stamp, tmp_path):
    stroke = make_stroke((20, 20), (180, 20), gradient="stroke", **INKS)
    sprites = sprites_of(Artwork().with_stroke(stroke))
    assert [finish.ink for _, finish in sprites] == [finish.ink for finish in finishes_of(stroke)]
    coloured = replace(stroke, stamps=(make_stamp(channels=3),))
    assert len(sprites_of(Artwork().with_stroke(coloured))) == 1  # its colours are its own
    across = replace(stroke, brush=replace(stroke.brush, gradient="stamp", edges="pixels"))
    order = StampSheetOrder(Artwork().with_stroke(across), tmp_path / "a.png", 2, 0, "array")
    export_stamp_sheet(order)
    with Image.open(tmp_path / "a.png") as image:
        pixels = np.asarray(image).astype(int)
    assert len(json.loads(order.json_path.read_text())["frames"]) == 1
    np.testing.assert_array_equal(pixels[::2, ::2], pixels[1::2, 1::2])
    strong = pixels[..., 3] > 200
    redness = pixels[..., 0] - pixels[..., 2]
    assert redness[:20][strong[:20]].min() > 20 and redness[-20:][strong[-20:]].max() < -20


def test_an_inverted_brush_inks_what_is_dark_and_leaves_colour_alone(make_stroke, make_stamp):
    stroke = make_stroke((42, 42), size_px=84.0, opacity=1.0, edges="pixels", inverted=True)
    sheet = Artwork(84, 84)
    alpha = shown(sheet.with_stroke(stroke))[..., 3]
    (stamp,) = stroke.stamps
    np.testing.assert_array_equal(alpha, 255 - stamp.pixels[..., 0].repeat(3, 0).repeat(3, 1))
    crisp = replace(stroke, brush=replace(stroke.brush, edges="crisp"))
    light = replace(crisp, brush=replace(crisp.brush, inverted=False))
    both = shown(sheet.with_stroke(crisp))[..., 3].astype(int) + shown(sheet.with_stroke(light))[..., 3]
    assert np.abs(both[4:-4, 4:-4] - 255).max() <= 3
    coloured = replace(stroke, stamps=(make_stamp(channels=3),))
    plain = replace(coloured, brush=replace(stroke.brush, inverted=False))
    np.testing.assert_array_equal(shown(sheet.with_stroke(coloured)), shown(sheet.with_stroke(plain)))


def test_a_brush_of_one_ink_paints_in_one(make_stroke):
    brush = make_stroke((5, 5)).brush
    assert finish_at(brush, 0.0) == finish_at(brush, 1.0) == Finish(brush.ink)
