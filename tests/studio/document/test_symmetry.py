"""A stroke that is painted several times at once is the same ink in a mirror, or around a point."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from studio.document.artwork import Artwork, Brush
from studio.document.ink_sheet import InkSheet
from studio.document.painter import render
from studio.document.stroke_builder import StrokeBuilder
from studio.document.symmetry import Symmetry

SIDE = 200


def alpha(*strokes) -> np.ndarray:
    sheet = Artwork(SIDE, SIDE)
    for stroke in strokes:
        sheet = sheet.with_stroke(stroke)
    image = render(sheet, 1.0, on_paper=False).convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, SIDE, 4)[..., 3].astype(int)


@pytest.fixture
def stroke(make_stroke):
    return make_stroke((20, 30), (60, 40), (70, 80), size_px=24.0, turn="stroke", stamps=3)


@pytest.mark.parametrize(
    ("kind", "mapped"),
    [
        ("vertical", lambda ink: ink[:, ::-1]),
        ("horizontal", lambda ink: ink[::-1]),
        ("both", lambda ink: ink[::-1, ::-1]),
    ],
)
def test_the_last_copy_is_the_ink_as_a_mirror_shows_it(stroke, kind, mapped):
    strokes = Symmetry(kind, 100.0, 100.0).all_of(stroke)
    assert strokes[0] is stroke and len(strokes) == (4 if kind == "both" else 2)
    assert np.abs(alpha(strokes[-1]) - mapped(alpha(stroke))).mean() < 1


def test_four_times_around_is_a_picture_that_a_quarter_turn_does_not_change(stroke):
    strokes = Symmetry("rotational", 100.0, 100.0, 4).all_of(stroke)
    whole = alpha(*strokes)
    assert len(strokes) == 4 and np.abs(whole - np.rot90(whole)).mean() < 3


def test_without_symmetry_a_stroke_is_alone(stroke):
    assert Symmetry().all_of(stroke) == (stroke,)


@pytest.mark.parametrize("erases", [False, True])
def test_copies_in_progress_end_as_the_pixels_of_the_finished_ones(make_stroke, make_stamp, erases):
    artwork = Artwork(SIDE, SIDE).with_stroke(make_stroke((10, 100), (190, 100), size_px=60.0))
    symmetry, sheet = Symmetry("both", 100.0, 100.0), InkSheet(artwork)
    builder = StrokeBuilder(Brush(size_px=21.0, turn="stroke"), (make_stamp(),), erases=erases)
    before = bytes(sheet.images[0].constBits())
    for x, y in ((30.0, 60.0), (95.0, 90.0), (130.0, 100.0)):
        builder.add(x, y)
        sheet.preview(builder, 0, symmetry)
    assert bytes(sheet.images[0].constBits()) != before
    finished = artwork
    for stroke in symmetry.all_of(builder.stroke()):
        finished = finished.with_stroke(stroke)
    sheet.show(finished, QRectF(0, 0, SIDE, SIDE))
    expected = render(finished, 1.0, on_paper=False)
    assert bytes(sheet.images[0].constBits()) == bytes(expected.constBits())
    sheet.preview(builder, 0, symmetry)
    sheet.drop_preview()
    assert bytes(sheet.images[0].constBits()) == bytes(expected.constBits())
