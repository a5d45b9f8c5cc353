"""Curves grow and are smoothed as they arrive."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from studio.widgets.charts.curve_history import CurveHistory, ExponentialMean, GrowingColumn


def by_definition(values: list[float], weight: float) -> list[float]:
    """The moving average as the paper writes it, one value after another."""
    mean, count, smoothed = 0.0, 0, []
    for value in values:
        if not math.isfinite(value):
            smoothed.append(value)
            continue
        mean, count = weight * mean + (1.0 - weight) * value, count + 1
        smoothed.append(mean / (1.0 - weight**count))
    return smoothed


def test_smoothing_follows_its_definition() -> None:
    values = list(np.random.default_rng(0).normal(size=300))
    np.testing.assert_allclose(ExponentialMean(0.97).extend(values), by_definition(values, 0.97), rtol=1e-9)


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=200), st.integers(0, 200), st.floats(0, 0.99))
def test_smoothing_in_pieces_equals_smoothing_at_once(values: list[float], cut: int, weight: float) -> None:
    pieces = ExponentialMean(weight)
    joined = np.concatenate([pieces.extend(values[:cut]), pieces.extend(values[cut:])])
    np.testing.assert_allclose(joined, ExponentialMean(weight).extend(values), rtol=1e-9, atol=1e-9)


def test_a_value_that_is_not_a_number_leaves_its_neighbours_alone() -> None:
    values = [1.0, math.nan, 3.0, math.inf, 2.0]
    np.testing.assert_allclose(ExponentialMean(0.5).extend(values), by_definition(values, 0.5))


def test_no_smoothing_leaves_the_curve_as_it_came() -> None:
    np.testing.assert_array_equal(ExponentialMean(0.0).extend([3.0, 1.0, 2.0]), [3.0, 1.0, 2.0])


def test_a_column_keeps_its_numbers_as_it_grows() -> None:
    column = GrowingColumn()
    for start in range(0, 6000, 7):
        column.append(np.arange(start, start + 7, dtype=float))
    np.testing.assert_array_equal(column.values, np.arange(6006))


def test_smoothing_across_many_blocks_goes_on_where_it_was() -> None:
    """Longer than a block, in uneven pieces, with gaps: as one value after another."""
    random = np.random.default_rng(2)
    values = random.normal(size=1000)
    values[random.integers(0, 1000, 50)] = math.nan
    mean = ExponentialMean(0.95)
    joined = np.concatenate([mean.extend(part) for part in np.split(values, [1, 70, 71, 500])])
    np.testing.assert_allclose(joined, by_definition(list(values), 0.95), rtol=1e-9)


def places(steps: ArrayLike) -> dict[str, ArrayLike]:
    """16 pictures a step of 64, and 20 steps a second."""
    at_steps = np.asarray(steps, dtype=float)
    return {"step": at_steps, "epoch": at_steps / 4, "time": at_steps / 20}


def history_of(values: ArrayLike, smoothing: float = 0.0) -> CurveHistory:
    """One curve, over the steps from 0 on."""
    history = CurveHistory(["generator_loss"], smoothing)
    history.append(places(np.arange(np.size(values))), {"generator_loss": values})
    return history


def test_a_new_smoothing_applies_to_the_whole_history() -> None:
    values = np.random.default_rng(1).normal(size=5000)
    history = CurveHistory(["generator_loss"], smoothing=0.6)
    for part in np.array_split(values, 40):
        history.append(places(np.arange(part.size)), {"generator_loss": part})
    history.set_smoothing(0.9)
    np.testing.assert_allclose(history.smoothed("generator_loss"), ExponentialMean(0.9).extend(values))


def test_a_curve_that_was_not_reported_is_a_gap() -> None:
    history = CurveHistory(["real_score"])
    history.append(places([1, 2]), {"generator_loss": [1.0, 2.0]})
    assert np.isnan(history.raw("real_score")).all()
    assert history.latest("real_score") is None
    assert history.span(["real_score"]) is None


def test_a_few_wild_steps_do_not_flatten_the_rest_unless_they_are_asked_for() -> None:
    values = np.ones(1000)
    values[500] = 1e6
    history = history_of(values)
    span = history.span(["generator_loss"])
    assert span is not None and span[1] == pytest.approx(1.0)
    assert history.span(["generator_loss"], with_outliers=True) == (1.0, 1e6)


def test_a_span_is_of_the_stretch_in_view() -> None:
    history = history_of(np.arange(1000.0))
    assert history.span(["generator_loss"], "step", (100, 201), with_outliers=True) == (100.0, 200.0)
    assert history.span(["generator_loss"], "time", (5.0, 10.01), with_outliers=True) == (100.0, 200.0)
    assert history.span(["generator_loss"], "step", (100.2, 100.4), with_outliers=True) == (100.0, 101.0)


def test_the_value_at_a_moment_is_that_of_the_last_point_before_it() -> None:
    history = history_of([5.0, 6.0, 7.0])
    assert history.value_at("generator_loss", "step", 1.9) == 6.0
    assert history.value_at("generator_loss", "time", 0.1) == 7.0
    assert history.value_at("generator_loss", "step", 99.0) == 7.0
    assert history.value_at("generator_loss", "step", -1.0) is None


def test_a_place_moves_from_one_axis_to_another() -> None:
    history = history_of(np.zeros(101))
    assert history.moved(50, "step", "time") == 2.5
    assert history.moved(2.5, "time", "epoch") == 12.5
    assert history.moved(1e9, "epoch", "step") == 100.0


def test_what_came_after_a_step_can_be_forgotten() -> None:
    values = np.random.default_rng(3).normal(size=500)
    history = history_of(values, smoothing=0.9)
    history.forget_after(199)
    history.append(places([200, 201]), {"generator_loss": [1.0, 2.0]})
    np.testing.assert_array_equal(history.places("step"), np.arange(202))
    expected = ExponentialMean(0.9).extend([*values[:200], 1.0, 2.0])
    np.testing.assert_allclose(history.smoothed("generator_loss"), expected)
