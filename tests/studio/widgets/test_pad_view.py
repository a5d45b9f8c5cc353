"""Which part of a plane a pad shows."""

import numpy as np
import pytest

from studio.widgets.pad.pad_view import PadLimits, PadView


def test_a_place_and_its_point_name_each_other():
    view = PadView(u=1.0, v=-2.0, span=4.0)
    assert view.unit_from_place(*view.place_from_unit(0.2, 0.7)) == pytest.approx((0.2, 0.7))


def test_up_on_the_screen_is_up_in_the_plane():
    assert PadView(span=6.0).place_from_unit(0.5, 0.0) == (0.0, 3.0)


def test_zooming_keeps_the_place_under_the_cursor_where_it_is():
    view = PadView(span=6.0)
    closer = view.zoomed(0.5, 2.0, 1.0)
    assert closer.span == 3.0
    assert closer.unit_from_place(2.0, 1.0) == pytest.approx(view.unit_from_place(2.0, 1.0))


def test_places_run_row_by_row_from_the_top_left():
    places = PadView(span=4.0).places(2)
    assert places.tolist() == [[-1, 1], [1, 1], [-1, -1], [1, -1]]


def test_a_view_never_shows_what_lies_beyond_the_rim():
    limits = PadLimits(rim=3.0, least_span=0.5, most_span=6.0)
    assert limits.view(PadView(u=2.5, v=-9.0, span=2.0)) == PadView(2.0, -2.0, 2.0)
    assert limits.view(PadView(u=1.0, v=1.0, span=60.0)) == PadView(0.0, 0.0, 6.0)
    assert limits.place(7.0, -4.0) == (3.0, -3.0)


def test_an_endless_plane_has_no_rim():
    limits = PadLimits(rim=None, least_span=0.5, most_span=32.0)
    assert limits.place(700.0, -4.0) == (700.0, -4.0)
    assert limits.view(PadView(u=700.0)).u == 700.0


def test_a_zoom_goes_no_further_than_the_limits_allow():
    limits = PadLimits(rim=3.0, least_span=0.5, most_span=6.0)
    assert limits.zoom_factor(PadView(span=1.0), 0.1) == 0.5
    assert limits.zoom_factor(PadView(span=6.0), 1.2) == 1.0


def test_every_cell_of_the_map_has_a_place_of_its_own():
    assert len(np.unique(PadView().places(16), axis=0)) == 256
