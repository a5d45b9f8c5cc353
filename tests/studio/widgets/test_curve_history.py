"""Curves grow and are smoothed as they arrive."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.widgets.curve_history import CurveHistory, ExponentialMean, GrowingColumn


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


@settings(max_examples=50, deadline=None)
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


def test_a_new_smoothing_applies_to_the_whole_history() -> None:
    values = np.random.default_rng(1).normal(size=5000)
    history = CurveHistory(["generator_loss"], smoothing=0.6)
    for part in np.array_split(values, 40):
        history.append(np.arange(part.size), np.zeros(part.size), {"generator_loss": part})
    history.set_smoothing(0.9)
    np.testing.assert_allclose(history.smoothed("generator_loss"), ExponentialMean(0.9).extend(values))


def test_a_curve_that_was_not_reported_is_a_gap() -> None:
    history = CurveHistory(["real_score"])
    history.append([1, 2], [0.1, 0.2], {"generator_loss": [1.0, 2.0]})
    assert np.isnan(history.raw("real_score")).all()
    assert history.latest("real_score") is None
    assert history.span(["real_score"]) is None


def test_a_few_wild_steps_do_not_flatten_the_rest() -> None:
    values = np.ones(1000)
    values[500] = 1e6
    history = CurveHistory(["generator_loss"], smoothing=0.0)
    history.append(np.arange(1000), np.arange(1000.0), {"generator_loss": values})
    span = history.span(["generator_loss"])
    assert span is not None
    assert span[1] == pytest.approx(1.0)
