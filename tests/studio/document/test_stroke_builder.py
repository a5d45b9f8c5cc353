"""Dabs fall by arc length."""

import itertools
from math import hypot

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gan.latents import Latent
from studio.document.artwork import DAB_ANGLE, DAB_STAMP, Brush, Stamp
from studio.document.stroke_builder import ERASER_SPACING, StrokeBuilder, straight_start

places = st.floats(-500, 500, allow_subnormal=False)
points = st.lists(st.tuples(places, places), min_size=2, max_size=12)
BRUSH = Brush(size_px=20.0, spacing=0.5, turn="stroke")


def stamps(count: int) -> tuple[Stamp, ...]:
    return tuple(
        Stamp(Latent([float(index)], [1.0]), np.full((2, 2, 1), index, np.uint8)) for index in range(count)
    )


def built(path: list[tuple[float, float]], count: int = 1, brush: Brush = BRUSH) -> StrokeBuilder:
    builder = StrokeBuilder(brush, stamps(count))
    for x, y in path:
        builder.add(x, y)
    return builder


def test_a_click_is_one_dab():
    dabs = built([(3.0, 4.0)]).dabs()
    assert dabs.tolist() == [[3.0, 4.0, 20.0, 0.0, 0.0]]


def test_a_dab_falls_every_spacing_times_size():
    dabs = built([(0.0, 0.0), (0.0, 35.0)]).dabs()
    assert dabs[:, 1].tolist() == [0.0, 10.0, 20.0, 30.0]


@given(path=points, cuts=st.lists(st.floats(0.0, 1.0), min_size=12, max_size=12))
def test_more_mouse_events_on_the_same_way_change_nothing(path, cuts):
    finer = [path[0]]
    for (x0, y0), (x1, y1), cut in zip(path, path[1:], cuts, strict=False):
        finer += [(x0 + cut * (x1 - x0), y0 + cut * (y1 - y0)), (x1, y1)]
    coarse, fine = built(path), built(finer)
    count = min(len(coarse.dabs()), len(fine.dabs()))
    assert abs(len(coarse.dabs()) - len(fine.dabs())) <= 1  # rounding, where the way ends at a dab
    np.testing.assert_allclose(coarse.dabs()[:count, :2], fine.dabs()[:count, :2], atol=1e-2)


@given(path=points)
def test_dabs_lie_one_step_apart_along_the_way(path):
    dabs = built(path).dabs()
    gaps = np.hypot(*np.diff(dabs[:, :2], axis=0).T)
    assert (gaps <= 10.0 + 1e-3).all()
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(path))
    assert len(dabs) == pytest.approx(length / 10.0, abs=1.01)


@given(path=points)
@example(
    path=[(15.0, 1e-115), (5e-9, 0.0), (0.0, 1.0)]
)  # a dab whose chord ends a hair beyond the way so far
@example(path=[(20.0, 0.0), (5.0, -0.0), (0.0, 1.0)])  # a chord that ends at the last point, at minus nought
def test_settled_dabs_never_change(path):
    builder = StrokeBuilder(BRUSH, stamps(1))
    settled = np.zeros((0, 5), np.float32)
    for x, y in path:
        builder.add(x, y)
        dabs = builder.dabs()
        assert builder.settled_count() >= len(settled)
        np.testing.assert_array_equal(dabs[: len(settled)], settled)
        settled = dabs[: builder.settled_count()]


@pytest.mark.parametrize("end", [(3.0, 0.0), (95.0, 0.0), (4000.0, 0.0)])
def test_a_travelling_stroke_goes_from_first_to_last_stamp_whatever_its_length(end):
    indexes = built([(0.0, 0.0), (20.0, 0.0), end], count=9).dabs()[:, DAB_STAMP]
    assert indexes[0] == 0 and indexes[-1] == 8
    assert (np.diff(indexes) >= 0).all()


def test_the_brush_turns_with_the_stroke():
    right, down = built([(0.0, 0.0), (100.0, 0.0)]).dabs(), built([(0.0, 0.0), (0.0, 100.0)]).dabs()
    assert set(right[:, DAB_ANGLE]) == {0.0}
    assert set(down[:, DAB_ANGLE]) == {90.0}


def test_a_fixed_brush_never_turns():
    dabs = built([(0.0, 0.0), (50.0, 90.0)], brush=Brush(size_px=20.0)).dabs()
    assert set(dabs[:, DAB_ANGLE]) == {0.0}


def test_an_eraser_has_no_stamps_and_a_smooth_edge():
    builder = StrokeBuilder(Brush(size_px=40.0, spacing=3.0), stamps(1), erases=True)
    builder.add(0.0, 0.0)
    builder.add(40.0, 0.0)
    stroke = builder.stroke()
    assert (stroke.kind, stroke.stamps) == ("erase", ())
    assert len(stroke.dabs) == round(1 / ERASER_SPACING) + 1


def test_a_point_that_repeats_the_last_one_adds_nothing():
    builder = StrokeBuilder(BRUSH, stamps(1))
    assert builder.add(1.0, 1.0) and not builder.add(1.0, 1.0)
    assert len(builder.stroke().path) == 1


def test_an_endless_stroke_ends():
    builder = StrokeBuilder(Brush(size_px=1.0, spacing=0.05), stamps(1))
    builder.add(0.0, 0.0)
    assert not builder.add(1e300, 0.0)
    assert len(builder.dabs()) == 1


def test_a_straight_line_goes_on_one_step_after_the_last_dab():
    assert straight_start((0.0, 0.0), (30.0, 40.0), 10.0) == (6.0, 8.0)
    assert straight_start((0.0, 0.0), (3.0, 0.0), 10.0) == (3.0, 0.0)
