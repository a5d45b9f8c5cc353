"""The order in which a film is played."""

import pytest
from PySide6.QtCore import QObject

from studio.pages.blend.film_player import FilmPlayer


@pytest.fixture
def player(qtbot) -> FilmPlayer:
    owner = QObject()
    player = FilmPlayer(owner)
    player.set_speed(1000)
    player.owner = owner  # it lives as long
    yield player
    player.stop()


def played(qtbot, player, manner, count, *, frames=4, start=0) -> list[int]:
    seen = []
    player.frame_reached.connect(seen.append)
    player.manner = manner
    player.play(frames, start)
    qtbot.waitUntil(lambda: len(seen) >= count or not player.is_playing)
    return seen[:count]


def test_there_and_back_shows_neither_end_twice(qtbot, player):
    assert played(qtbot, player, "there and back", 9) == [0, 1, 2, 3, 2, 1, 0, 1, 2]


def test_a_loop_begins_again(qtbot, player):
    assert played(qtbot, player, "loop", 6, start=2) == [2, 3, 0, 1, 2, 3]


def test_once_ends_after_the_last_frame(qtbot, player):
    ended = []
    player.ended.connect(lambda: ended.append(True))
    assert played(qtbot, player, "once", 99, start=1) == [1, 2, 3]
    assert ended == [True]


def test_from_the_last_frame_it_begins_at_the_first(qtbot, player):
    assert played(qtbot, player, "once", 99, start=3) == [0, 1, 2, 3]
