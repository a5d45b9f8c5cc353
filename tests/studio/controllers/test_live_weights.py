"""Fresh weights wait for a hand that drags, but not for ever."""

from pathlib import Path

import pytest

from studio.controllers import live_weights
from studio.controllers.live_weights import MOST_PUT_OFF, LiveWeights


@pytest.fixture
def hand() -> list[bool]:
    """Whether something is dragged."""
    return [True]


@pytest.fixture
def due(monkeypatch, hand) -> tuple[LiveWeights, list[Path]]:
    monkeypatch.setattr(live_weights, "PAUSE_MS", 5)
    weights, passed = LiveWeights(lambda: hand[0]), []
    weights.due.connect(passed.append)
    return weights, passed


def test_the_newest_weights_come_once_the_hand_rests(qtbot, due, hand):
    weights, passed = due
    weights.saved(Path("first"))
    weights.saved(Path("second"))
    assert passed == []
    hand[0] = False
    qtbot.waitUntil(lambda: passed == [Path("second")])


def test_a_hand_that_never_rests_sees_fresh_weights_too(qtbot, due):
    weights, passed = due
    weights.saved(Path("first"))
    assert MOST_PUT_OFF > 0 and passed == []
    qtbot.waitUntil(lambda: passed == [Path("first")])
