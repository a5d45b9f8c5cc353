"""Labels of what happened stand by their lines and never over each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studio.widgets.charts.chart_marks import LABEL_GAP_PX, places_for_labels


def test_a_label_stands_at_the_left_of_its_line() -> None:
    (place,) = places_for_labels([200.0], [60.0], 40.0, 400.0)
    assert place is not None and (place.left, place.row) == (200.0 - LABEL_GAP_PX - 60.0, 0)


def test_near_the_left_edge_it_stands_at_the_right() -> None:
    (place,) = places_for_labels([50.0], [60.0], 40.0, 400.0)
    assert place is not None and place.left == 50.0 + LABEL_GAP_PX


def test_close_neighbours_are_staggered_and_the_oldest_gives_way() -> None:
    oldest, older, newest = places_for_labels([200.0, 205.0, 210.0], [60.0] * 3, 40.0, 400.0)
    assert newest is not None and newest.row == 0
    assert older is not None and older.row == 1
    assert oldest is None


def test_a_line_out_of_view_has_no_label() -> None:
    assert places_for_labels([10.0, 500.0], [60.0, 60.0], 40.0, 400.0) == [None, None]


@given(
    st.lists(st.tuples(st.floats(0, 600, allow_subnormal=False), st.floats(10, 150)), min_size=1, max_size=20)
)
def test_no_two_labels_overlap(labels: list[tuple[float, float]]) -> None:
    lines, widths = zip(*labels, strict=True)
    placed = places_for_labels(lines, widths, 40.0, 560.0)
    boxes = [
        (place.row, place.left, place.left + width)
        for place, width in zip(placed, widths, strict=True)
        if place is not None
    ]
    for index, (row, left, right) in enumerate(boxes):
        for other_row, other_left, other_right in boxes[index + 1 :]:
            assert row != other_row or right <= other_left or other_right <= left
