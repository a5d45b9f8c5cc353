"""Strokes that were painted can be moved, scaled, turned, mirrored, coloured and put in another order."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from gan.errors import UserError
from studio.document.artwork import DAB_ANGLE, DAB_SIZE, FARTHEST_PX, Artwork
from studio.document.painter import render
from studio.document.stroke_edits import (
    Similarity,
    inked,
    mirrored,
    scale_range,
    transformed,
    used_stamps,
    with_order,
    without_strokes,
)


def alpha(stroke, side: int = 200) -> np.ndarray:
    sheet = Artwork(side, side).with_stroke(stroke)
    image = render(sheet, 1.0, on_paper=False).convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).reshape(side, side, 4)[..., 3].astype(int)


@pytest.fixture
def stroke(make_stroke):
    return make_stroke((60, 60), (120, 90), (130, 130), size_px=24.0, turn="stroke", stamps=3)


def test_a_moved_stroke_is_the_same_ink_elsewhere(stroke):
    moved = transformed(stroke, Similarity(dx=17, dy=-9))
    np.testing.assert_array_equal(alpha(moved), np.roll(alpha(stroke), (-9, 17), (0, 1)))
    np.testing.assert_allclose(moved.path, stroke.path + np.float32([17, -9]))


def test_a_quarter_turn_turns_the_ink_too(stroke):
    turned = alpha(transformed(stroke, Similarity(100, 100, turn=90)))
    assert np.abs(turned - np.rot90(alpha(stroke), -1)).mean() < 3


def test_a_turn_by_the_whole_circle_changes_nothing(stroke):
    for turn in (360.0, -720.0):
        whole = transformed(stroke, Similarity(100, 100, turn=turn))
        np.testing.assert_allclose(whole.dabs, stroke.dabs, atol=1e-3)


def test_scaling_scales_dabs_and_their_distances_about_a_point(stroke):
    large = transformed(stroke, Similarity(60, 60, scale=1.5))
    np.testing.assert_allclose(large.dabs[0, :2], [60, 60], atol=1e-4)
    np.testing.assert_allclose(large.dabs[:, DAB_SIZE], 36.0)
    np.testing.assert_allclose(
        np.diff(large.dabs[:, :2], axis=0), 1.5 * np.diff(stroke.dabs[:, :2], axis=0), atol=1e-3
    )
    assert large.brush.size_px == 36.0


def test_no_dab_leaves_the_sizes_that_a_brush_has(stroke):
    least, most = scale_range([stroke])
    assert (least, most) == (1 / 24, 25.0)
    assert transformed(stroke, Similarity(60, 60, scale=100)).dabs[:, DAB_SIZE].max() == 600
    assert transformed(stroke, Similarity(scale=1e-6)).dabs[:, DAB_SIZE].min() == 1


def test_a_stroke_that_would_lie_too_far_away_is_refused(stroke):
    with pytest.raises(UserError):
        transformed(stroke, Similarity(dx=FARTHEST_PX))


def test_a_mirrored_stroke_is_the_ink_in_a_mirror(stroke):
    image = alpha(mirrored(stroke, 100.0))
    assert np.abs(image - alpha(stroke)[:, ::-1]).mean() < 1
    assert mirrored(mirrored(stroke, 100.0), 100.0) == stroke


def test_a_mirrored_stroke_can_still_be_turned(stroke):
    turned = transformed(mirrored(stroke, 100.0), Similarity(100, 100, turn=90))
    np.testing.assert_allclose(turned.dabs[:, DAB_ANGLE], 90 - stroke.dabs[:, DAB_ANGLE], atol=1e-3)


def test_another_ink_changes_the_colour_alone(stroke):
    red = inked(stroke, "#C02020", "none", "#24376B")
    assert red.brush.ink == "#C02020" and red.stamps == stroke.stamps
    np.testing.assert_array_equal(alpha(red), alpha(stroke))


def test_only_stamps_that_show_are_used_ones(stroke):
    assert used_stamps(stroke) == stroke.stamps
    dabs = stroke.dabs.copy()
    dabs[:, 4] = 1
    assert used_stamps(replace(stroke, dabs=dabs)) == (stroke.stamps[1],)


@pytest.mark.parametrize(
    ("taken", "place", "order"),
    [((0,), 3, "1230"), ((3,), 0, "3012"), ((0, 2), 1, "1023"), ((1, 2), 1, "0123")],
)
def test_strokes_come_to_stand_together_where_they_are_put(make_stroke, taken, place, order):
    strokes = [make_stroke((10 * n, 10), seed=n) for n in range(4)]
    artwork = Artwork()
    for stroke in strokes:
        artwork = artwork.with_stroke(stroke)
    reordered = with_order(artwork, 0, taken, place).layers[0].strokes
    assert reordered == tuple(strokes[int(number)] for number in order)
    assert without_strokes(artwork, 0, {1, 3}).layers[0].strokes == (strokes[0], strokes[2])
