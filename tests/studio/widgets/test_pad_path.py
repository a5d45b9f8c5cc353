"""Paths over a pad: smooth through their key places, walked in equal steps."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.widgets.pad.pad_path import MOST_KEYS, PadPath, kept

SPAN = 6.0
places = st.tuples(st.floats(-3, 3), st.floats(-3, 3))


def steps(line: np.ndarray) -> np.ndarray:
    return np.hypot(*np.diff(line, axis=0).T)


def wave(count: int = 200) -> list[tuple[float, float]]:
    return [(6 * t - 3, 2 * math.sin(9 * t)) for t in np.linspace(0, 1, count)]


def circle(count: int = 200, part: float = 1.0) -> list[tuple[float, float]]:
    return [(2 * math.cos(a), 2 * math.sin(a)) for a in np.linspace(0, 2 * math.pi * part, count)]


@pytest.mark.parametrize("line", [wave(), circle(part=0.7), circle(), [(-3.0, -3.0), (0.0, 0.0), (3.0, 3.0)]])
def test_the_curve_stays_on_what_was_drawn_with_few_key_places(line):
    path = PadPath.drawn(line, SPAN)
    away = np.hypot(*(np.array(line)[:, None] - path.curve[None]).transpose(2, 0, 1)).min(axis=1)
    assert away.max() < 0.015 * SPAN
    assert 2 <= len(path.keys) < 20


def test_steps_along_it_are_of_equal_length():
    path = PadPath.drawn(wave(), SPAN)
    walked = path.places(25)
    assert walked.shape == (25, 2)
    np.testing.assert_allclose(walked[[0, -1]], [path.keys[0], path.keys[-1]], atol=1e-9)
    fine = path.places(25 * 40 - 39)  # measured along the curve, not across its bends
    lengths = steps(fine).reshape(24, -1).sum(axis=1)
    assert lengths.max() < 1.01 * lengths.min()


def test_ends_within_a_twentieth_of_the_pad_make_it_closed():
    assert PadPath.drawn(circle(part=0.98), SPAN).closed
    assert not PadPath.drawn(circle(part=0.9), SPAN).closed
    assert not PadPath.drawn([(0.0, 0.0), (0.1, 0.1), (0.2, 0.0)], SPAN).closed  # it is short, not closed


def test_a_closed_path_shows_no_place_twice_and_its_last_leads_to_its_first():
    path = PadPath.drawn(circle(), SPAN)
    walked = path.places(40)
    round_trip = steps(np.concatenate([walked, walked[:1]]))
    assert round_trip.max() < 1.02 * round_trip.min()
    assert path.length == pytest.approx(4 * math.pi, rel=0.01)


def test_a_place_is_kept_only_a_hundredth_of_the_pad_from_the_last():
    line = [(0.001 * n, 0.0) for n in range(2000)]
    assert (steps(kept(line, 0.01 * SPAN)) >= 0.01 * SPAN - 1e-12).all()
    assert not PadPath.drawn(line[:10], SPAN)  # a hand that trembles draws nothing


@given(st.lists(places, max_size=90), st.booleans())
def test_any_key_places_make_a_path_that_can_be_walked(keys, closed):
    path = PadPath(keys, closed=closed)
    assert len(path.keys) <= MOST_KEYS
    if path:
        assert np.isfinite(path.curve).all() and path.places(7).shape == (7, 2)
        for key in path.keys:
            assert path.nearest(key)[0] < 1e-6


@given(st.lists(places, min_size=1, max_size=300))
def test_any_drawing_makes_a_path_or_none(line):
    path = PadPath.drawn(line, SPAN)
    if path:
        assert np.isfinite(path.curve).all() and path.keys[0] == pytest.approx(line[0])


def test_how_near_a_place_is_does_not_depend_on_how_far_apart_the_keys_lie():
    path = PadPath([(0, 0), (100, 0)])
    for along in np.linspace(0, 100, 37):
        assert path.nearest((along, 0.25))[0] == pytest.approx(0.25)
        assert path.distance_of((along, 0.25), 1.0) == pytest.approx(along)
    assert path.distance_of((50, 2), 1.0) == 0


def test_keys_are_added_moved_and_taken_out():
    path = PadPath([(0, 0), (1, 0), (1, 1)])
    assert path.with_key((2, 2)).keys[-1] == (2, 2) and path.with_key((5, 5), at=1).keys[1] == (5, 5)
    assert path.moved(1, (9, 9)).keys == ((0, 0), (9, 9), (1, 1))
    assert path.without(0).keys == ((1, 0), (1, 1)) and not path.without(0).without(0)
    assert path.nearest((0.5, 0.3))[1] == 0


def test_an_end_that_is_dragged_onto_the_other_closes_the_path():
    path = PadPath([(0, 0), (2, 0), (2, 2), (0.1, 0.1)]).meeting(SPAN)
    assert path.closed and path.keys == ((0, 0), (2, 0), (2, 2))
    assert not PadPath([(0, 0), (2, 0), (2, 2), (0, 2)]).meeting(SPAN).closed
