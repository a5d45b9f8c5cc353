"""The dot walks the path at an even pace, in each of three ways."""

import numpy as np
import pytest

from studio.pages.explore.path_player import PADS_A_SECOND, PathPlayer, along
from studio.widgets.pad.pad_path import PadPath
from studio.widgets.pad.path_pill import LOOP, ONCE, THERE_AND_BACK

SPAN = 4.0
PACE = SPAN * PADS_A_SECOND  # units of the plane in a second


@pytest.mark.parametrize(
    ("mode", "places"),
    [(ONCE, [0, 2, 4, 4, 4, 4]), (LOOP, [0, 2, 0, 2, 0, 2]), (THERE_AND_BACK, [0, 2, 4, 2, 0, 2])],
)
def test_where_one_is_who_has_gone_so_far(mode, places):
    assert [along(gone, 4.0, mode) for gone in (0, 2, 4, 6, 8, 10)] == places


@pytest.fixture
def player(qtbot):
    player = PathPlayer(None)
    yield player
    player.stop()


def test_the_pace_is_even_whatever_the_clock_does(player):
    seen = []
    player.walked.connect(lambda place: seen.append((place.x(), place.y())))
    player.play(PadPath([(0, 0), (3, 0), (3, 3)]), SPAN)
    for seconds in (0.5, 0.25, 0.25, 0.01, 0.99):
        player.walk(seconds)
    path = PadPath([(0, 0), (3, 0), (3, 3)])
    np.testing.assert_allclose(seen, path.at(PACE * np.array([0.5, 0.75, 1.0, 1.01, 2.0])))


def test_once_ends_at_the_end_and_a_loop_does_not(player):
    path = PadPath([(0, 0), (2, 0)])
    player.play(path, SPAN)
    player.walk(100)
    assert not player.is_playing
    player.set_mode(LOOP)
    player.play(path, SPAN)
    player.walk(100)
    assert player.is_playing


def test_speed_makes_the_way_longer_in_the_same_time(player):
    seen = []
    player.walked.connect(lambda place: seen.append(place.x()))
    player.speed = 2.0
    player.play(PadPath([(0, 0), (9, 0)]), SPAN)
    player.walk(1.0)
    assert seen == [pytest.approx(2 * PACE)]
