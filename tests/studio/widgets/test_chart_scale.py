"""Axes end at round numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.widgets.charts.chart_scale import ceiling_for, right_edge_for
from studio.widgets.controls.durations import clock_text


@pytest.mark.parametrize(
    ("value", "ceiling"), [(0.0, 1.0), (0.7, 0.8), (1.0, 1.0), (1.3, 2.0), (4.1, 6.0), (856.0, 1000.0)]
)
def test_a_ceiling_is_the_next_round_number(value: float, ceiling: float) -> None:
    assert ceiling_for(value) == pytest.approx(ceiling)


@given(st.floats(1e-6, 1e9))
def test_a_ceiling_never_cuts_a_curve_and_never_wastes_half(value: float) -> None:
    assert value <= ceiling_for(value) * (1 + 1e-6) <= 2.1 * value


def test_the_right_edge_grows_in_jumps_and_stops_at_the_budget() -> None:
    assert right_edge_for(500, None) == right_edge_for(520, None) == 600
    assert right_edge_for(950, 1000) == 1000
    assert right_edge_for(1001, 1000) == 1001, "a budget that was revised downwards hides no point"


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (65.4, "1:05"), (3725, "1:02:05"), (-3, "0:00")])
def test_spans_of_time_read_like_a_clock(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text
