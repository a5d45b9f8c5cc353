"""The same artwork gives the same pixels, whichever way the painter comes to them."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage

from gan.latents import Latent
from studio.document.artwork import Artwork, Brush, Layer, Stamp
from studio.document.editor import extent
from studio.document.ink_sheet import TILE_PX, InkSheet, screen_scale
from studio.document.painter import StrokePainter, blank_image, render, sheet_size
from studio.document.stroke_builder import StrokeBuilder
from studio.document.stroke_edits import Similarity, transformed

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
@pytest.mark.parametrize(
    ("stamps", "erases", "brush"),
    [
        (1, False, {}),
        (5, False, {}),
        (1, True, {}),
        (1, False, {"gradient": "stroke", "edges": "pixels", "inverted": True}),
        (5, False, {"gradient": "stamp", "scatter": 0.7, "turn_jitter": 90.0, "size_jitter": 0.5}),
        (5, False, {"pressure": "style"}),
        (1, False, {"pressure": "opacity", "scatter": 0.3}),
    ],
)
def test_a_stroke_in_progress_ends_as_the_pixels_of_the_finished_one(
    artwork, make_stamp, scale, stamps, erases, brush
):
    sheet = InkSheet(artwork, scale)
    tips = tuple(make_stamp(index, 4.0 + index) for index in range(stamps))
    builder = StrokeBuilder(Brush(size_px=21.0, turn="stroke", **brush), tips, erases=erases)
    for number, (x, y) in enumerate(CURVE):
        builder.add(x, y, number % 7 / 6 if "pressure" in brush else None)
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


def two_layers(make_stroke, **upper: object) -> Artwork:
    """Solid dabs of ink, one over the other."""
    low = Layer("Low", (make_stroke((40, 40), size_px=60.0, opacity=1.0, ink="#4080C0"),))
    high = Layer("High", (make_stroke((40, 40), size_px=60.0, opacity=1.0, ink="#C06020"),), **upper)
    return Artwork(80, 80, paper="#FFFFFF", layers=(low, high))


BLENDED = {
    "normal": (0xC0, 0x60, 0x20),
    "multiply": (48, 48, 24),  # a b / 255
    "screen": (208, 176, 200),  # a + b - a b / 255
    "darken": (0x40, 0x60, 0x20),
    "lighten": (0xC0, 0x80, 0xC0),
    "overlay": (96, 97, 145),  # hard light with the layers changed
}


@pytest.mark.parametrize("blend", BLENDED)
def test_a_layer_is_laid_as_its_blend_mode_says(make_stroke, blend):
    pixels = shades(render(two_layers(make_stroke, blend=blend), 1.0, on_paper=True))
    alone = shades(render(two_layers(make_stroke), 1.0, on_paper=False))
    solid = (alone[..., 3] == 255) & (alone[..., :3] == (0xC0, 0x60, 0x20)).all(2)
    assert solid.sum() > 50
    assert np.abs(pixels[solid][:, :3].astype(int) - BLENDED[blend]).max() <= 1


def test_the_opacity_of_a_layer_holds_for_the_layer_as_a_whole(make_stroke):
    over = make_stroke((40, 40), size_px=60.0, opacity=1.0, ink="#000000")
    twice = Artwork(80, 80, layers=(Layer("Ink", (over, over), opacity=0.5),))
    assert shades(render(twice, 1.0, on_paper=False))[..., 3].max() in (127, 128)


def test_a_hidden_layer_is_nowhere(make_stroke):
    hidden = two_layers(make_stroke, visible=False)
    alone = replace(hidden, layers=hidden.layers[:1])
    for on_paper in (True, False):
        first, second = (shades(render(art, 1.0, on_paper=on_paper)) for art in (hidden, alone))
        np.testing.assert_array_equal(first, second)


def test_a_transparent_sheet_is_transparent_on_its_paper_too(make_stroke):
    sheet = Artwork(80, 80, paper=None).with_stroke(make_stroke((20, 40), size_px=20.0))
    first, second = (shades(render(sheet, 1.0, on_paper=on_paper)) for on_paper in (True, False))
    np.testing.assert_array_equal(first, second)
    assert first[40, 70].tolist() == [0, 0, 0, 0]


def test_a_mirrored_stroke_shows_its_stamps_as_in_a_mirror(make_stroke):
    half = Stamp(Latent([0.0], [1.0]), np.hstack([np.full((28, 14, 1), 255), np.zeros((28, 14, 1))]))
    stroke = replace(make_stroke((30, 30), size_px=28.0, opacity=1.0), stamps=(half,))
    plain, mirrored = (
        shades(render(Artwork(60, 60).with_stroke(each), 1.0, on_paper=False))[..., 3]
        for each in (stroke, replace(stroke, mirrored=True))
    )
    assert plain[:, :28].max() == 255 and plain[:, 32:].max() == 0
    assert mirrored[:, :28].max() == 0 and mirrored[:, 32:].max() == 255


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_screen_shows_what_an_export_writes(make_stroke, scale):
    first = two_layers(make_stroke, blend="overlay", opacity=0.7)
    sheet = InkSheet(first, scale)
    everywhere = QRectF(0, 0, 80, 80)
    erased = first.with_stroke(make_stroke((20, 40), (60, 40), erases=True, size_px=10.0))
    low, high = erased.layers
    for artwork in (
        first,
        erased,
        replace(erased, layers=(high, low)),
        replace(erased, layers=(low, replace(high, visible=False))),
        replace(erased, layers=(low, Layer("New"), replace(high, blend="screen"))),
        replace(erased, layers=(replace(low, strokes=low.strokes + high.strokes),)),
        first,
    ):
        sheet.show(artwork, everywhere)
        np.testing.assert_array_equal(shades(sheet.picture), shades(render(artwork, scale, on_paper=True)))


def test_a_stroke_in_progress_lies_under_the_layers_above_it(make_stroke, make_stamp):
    artwork = two_layers(make_stroke, blend="multiply")
    sheet = InkSheet(artwork)
    builder = StrokeBuilder(Brush(size_px=21.0), (make_stamp(),))
    for x, y in ((10.0, 40.0), (70.0, 40.0)):
        builder.add(x, y)
        sheet.preview(builder, 0)
    finished = artwork.with_stroke(builder.stroke(), 0)
    previewed = shades(sheet.picture)
    np.testing.assert_array_equal(previewed, shades(render(finished, 1.0, on_paper=True)))
    sheet.drop_preview()
    np.testing.assert_array_equal(shades(sheet.picture), shades(render(artwork, 1.0, on_paper=True)))


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_moved_stroke_is_repaired_where_its_dabs_were_and_are_and_nowhere_less(artwork, index):
    sheet = InkSheet(artwork)
    strokes = artwork.layers[0].strokes
    moved = transformed(strokes[index], Similarity(80, 64, scale=0.8, turn=40, dx=9, dy=-4))
    changed = artwork.with_layer(
        0, replace(artwork.layers[0], strokes=(*strokes[:index], moved, *strokes[index + 1 :]))
    )
    where = sheet.show(changed, extent([strokes[index], moved]))
    np.testing.assert_array_equal(shades(sheet.picture), shades(render(changed, 1.0, on_paper=True)))
    assert where.width() <= 160 + 2 * TILE_PX


def test_strokes_in_another_order_are_painted_in_that_order(artwork):
    sheet = InkSheet(artwork)
    turned = artwork.with_layer(0, replace(artwork.layers[0], strokes=artwork.layers[0].strokes[::-1]))
    sheet.show(turned, extent(artwork.layers[0].strokes))
    np.testing.assert_array_equal(shades(sheet.picture), shades(render(turned, 1.0, on_paper=True)))


def test_a_small_copy_is_the_picture_reduced_also_after_a_change(make_stroke):
    artwork = Artwork(333, 217)
    sheet = InkSheet(artwork)
    for shown in (1.0, 0.5, 0.3, 0.24, 0.05):
        sheet.picture_for(shown)
    changed = artwork.with_stroke(make_stroke((20, 30), (300, 200), size_px=40.0))
    sheet.show(changed, extent(changed.layers[0].strokes))
    fresh = InkSheet(changed)
    for shown, share in ((1.0, 1), (0.5, 2), (0.3, 2), (0.24, 4), (0.05, 16)):
        copy = sheet.picture_for(shown)
        assert (copy.width(), copy.height()) == (333 // share, 217 // share)
        assert np.abs(shades(copy).astype(int) - shades(fresh.picture_for(shown))).max() <= 1
    half, whole = shades(sheet.picture_for(0.5))[:108, :166], shades(sheet.picture)[:216, :332]
    means = whole.reshape(108, 2, 166, 2, 4).mean((1, 3))
    assert np.abs(half - means).max() <= 3


def test_many_layers_of_a_large_sheet_are_kept_as_coarsely_as_memory_asks(make_stroke):
    full = Layer("Full", (make_stroke((20, 20)),))
    assert screen_scale(Artwork(4000, 4000, layers=(full,) * 3), 1.0) == 1.0
    assert screen_scale(Artwork(4000, 4000, layers=(full,) * 64), 1.0) == 0.5
    assert screen_scale(Artwork(8192, 8192, layers=(full,) * 64), 1.0) == 0.25
    assert screen_scale(Artwork(8192, 8192, layers=(Layer("Empty"),) * 64), 1.0) == 1.0


def test_a_coarser_screen_shows_the_same_picture(artwork):
    coarse, fine = InkSheet(artwork, 0.5), InkSheet(artwork, 1.0)
    assert (coarse.picture.width(), coarse.picture.height()) == (80, 64)
    reduced = shades(fine.picture).astype(float).reshape(64, 2, 80, 2, 4).mean((1, 3))
    assert np.abs(reduced - shades(coarse.picture)).mean() < 6
    assert coarse.picture_for(0.25).width() == 40


def test_a_layer_that_was_painted_elsewhere_is_taken_over_if_it_is_of_the_same_size(make_stroke):
    before = Artwork(60, 40).with_stroke(make_stroke((10, 10), (50, 10)))
    after = Artwork(60, 40).with_stroke(make_stroke((10, 30), (50, 30), seed=3))
    red, everywhere = QColor(Qt.GlobalColor.red), QRectF(0, 0, 60, 40)
    for scale, is_taken in ((1.0, True), (2.0, False)):
        sheet, elsewhere = InkSheet(before), blank_image(sheet_size(after, scale), red)
        sheet.show(after, everywhere, [(after.layers[0], elsewhere)])
        assert (sheet.picture.pixelColor(0, 0) == red) is is_taken
    assert sheet.picture == InkSheet(after).picture
