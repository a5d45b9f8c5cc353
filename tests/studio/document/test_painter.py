"""The same artwork gives the same pixels, whichever way the painter comes to them."""

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

from gan.latents import Latent
from studio.document.artwork import Artwork, Brush, Layer, Stamp
from studio.document.ink_sheet import InkSheet, screen_scale
from studio.document.painter import StrokePainter, blank_image, render, sheet_size
from studio.document.stroke_builder import StrokeBuilder

CURVE = ((20.0, 30.0), (70.5, 41.25), (120.0, 90.0), (60.0, 110.0))


def shades(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).copy()


@pytest.fixture
def artwork(make_stroke) -> Artwork:
    sheet = Artwork(160, 128)
    sheet = sheet.with_stroke(make_stroke(*CURVE, stamps=7, size_px=33.3, turn="stroke", ink="#24407A"))
    sheet = sheet.with_stroke(make_stroke((0, 0), (150, 128), erases=True, size_px=18.0))
    return sheet.with_stroke(make_stroke((10, 100), (150, 20), size_px=25.0, opacity=0.5))


def test_ink_falls_where_the_stroke_goes(make_stroke):
    sheet = Artwork(100, 60).with_stroke(make_stroke((20, 30), size_px=28.0, ink="#102030", opacity=1.0))
    pixels = shades(render(sheet, 1.0, on_paper=False))
    assert pixels[:, 40:, 3].max() == 0
    assert pixels[16:44, 6:34, 3].max() == 255
    np.testing.assert_array_equal(
        pixels[pixels[..., 3] == 255][:, :3],
        np.uint8([[16, 32, 48]]).repeat((pixels[..., 3] == 255).sum(), 0),
    )


def test_paper_shows_through_where_there_is_no_ink(make_stroke):
    image = render(Artwork(50, 40, paper="#F3EEE2"), 2.0, on_paper=True)
    assert (image.width(), image.height(), image.pixelColor(60, 60).name()) == (100, 80, "#f3eee2")


def test_an_eraser_reveals_what_lay_below_and_only_on_its_own_layer(make_stroke):
    low = Layer("Low", (make_stroke((40, 40), size_px=40.0, opacity=1.0, ink="#0000FF"),))
    high = Layer(
        "High",
        (make_stroke((40, 40), size_px=40.0, opacity=1.0), make_stroke((40, 40), erases=True, size_px=80.0)),
    )
    both = Artwork(80, 80, layers=(low, high))
    np.testing.assert_array_equal(
        shades(render(both, 1.0, on_paper=True)),
        shades(render(Artwork(80, 80, layers=(low,)), 1.0, on_paper=True)),
    )


def test_a_clip_changes_no_pixel_inside_it(artwork):
    whole = shades(render(artwork, 1.0, on_paper=False))
    for clip in (QRect(31, 17, 43, 57), QRect(0, 60, 160, 9), QRect(77, 0, 1, 128)):
        part = blank_image(sheet_size(artwork, 1.0))
        StrokePainter().paint_layer(artwork.layers[0], part, clip)
        rows, columns = slice(clip.top(), clip.bottom() + 1), slice(clip.left(), clip.right() + 1)
        np.testing.assert_array_equal(shades(part)[rows, columns], whole[rows, columns])
        outside = shades(part)
        outside[rows, columns] = 0
        assert outside.max() == 0


def test_a_larger_export_is_the_same_picture(artwork):
    small, large = render(artwork, 1.0, on_paper=True), render(artwork, 4.0, on_paper=True)
    assert (large.width(), large.height()) == (640, 512)
    reduced = shades(large).astype(float).reshape(128, 4, 160, 4, 4).mean((1, 3))
    assert np.abs(reduced - shades(small)).mean() < 4.0


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(("stamps", "erases"), [(1, False), (5, False), (1, True)])
def test_a_stroke_in_progress_ends_as_the_pixels_of_the_finished_one(
    artwork, make_stamp, scale, stamps, erases
):
    sheet = InkSheet(artwork, scale)
    tips = tuple(make_stamp(index, 4.0 + index) for index in range(stamps))
    builder = StrokeBuilder(Brush(size_px=21.0, turn="stroke"), tips, erases=erases)
    for x, y in CURVE:
        builder.add(x, y)
        sheet.preview(builder)
    previewed = shades(sheet.images[0])
    finished = artwork.with_stroke(builder.stroke())
    sheet.show(finished, QRectF(0, 0, 160, 128))
    expected = shades(render(finished, scale, on_paper=False))
    np.testing.assert_array_equal(previewed, expected)
    np.testing.assert_array_equal(shades(sheet.images[0]), expected)


def test_a_preview_says_where_it_drew(artwork, make_stamp):
    sheet = InkSheet(artwork)
    builder = StrokeBuilder(Brush(size_px=21.0, turn="stroke"), (make_stamp(),))
    before = shades(sheet.images[0])
    for x, y in CURVE:
        builder.add(x, y)
        changed = sheet.preview(builder).toAlignedRect()
        after = shades(sheet.images[0])
        rows, columns = np.nonzero((before != after).any(2))
        assert changed.contains(QRect(int(columns.min()), int(rows.min()), 1, 1))
        assert changed.contains(QRect(int(columns.max()), int(rows.max()), 1, 1))
        before = after


def test_a_dropped_preview_leaves_nothing(artwork, make_stamp):
    sheet = InkSheet(artwork)
    before = shades(sheet.images[0])
    builder = StrokeBuilder(Brush(), (make_stamp(),))
    builder.add(60.0, 60.0)
    sheet.preview(builder)
    assert (shades(sheet.images[0]) != before).any()
    sheet.drop_preview()
    np.testing.assert_array_equal(shades(sheet.images[0]), before)


def test_taking_a_stroke_away_repairs_exactly_what_it_covered(artwork):
    for index, stroke in enumerate(artwork.layers[0].strokes):
        sheet = InkSheet(artwork)
        left, top, right, bottom = stroke.bounds()
        less = artwork.without_stroke(0, index)
        sheet.show(less, QRectF(left, top, right - left, bottom - top))
        np.testing.assert_array_equal(shades(sheet.images[0]), shades(render(less, 1.0, on_paper=False)))


def test_a_stroke_far_off_the_sheet_costs_nothing():
    stamp = Stamp(Latent([0.0], [1.0]), np.full((28, 28, 1), 255, np.uint8))
    builder = StrokeBuilder(Brush(size_px=600.0), (stamp,))
    builder.add(90_000.0, 90_000.0)
    image = render(Artwork(30, 30).with_stroke(builder.stroke()), 1.0, on_paper=False)
    assert shades(image).max() == 0


def test_the_screen_keeps_finer_ink_when_zoomed_in_and_when_it_can_afford_it(artwork, make_stroke):
    assert [screen_scale(artwork, wanted) for wanted in (0.3, 1.0, 1.5, 2.0, 3.0, 16.0)] == [1, 1, 2, 2, 4, 4]
    heavy = artwork
    for _ in range(60):
        heavy = heavy.with_stroke(make_stroke((0, 0), (2000, 0), size_px=90.0, spacing=0.1))
    assert screen_scale(heavy, 4.0) == 1.0
