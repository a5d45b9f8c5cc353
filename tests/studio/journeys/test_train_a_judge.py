"""A person has pictures of their own read: one button trains a judge for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gan import places
from studio.app import Studio
from studio.pages.explore.page import ExplorePage
from tests.studio.journeys.training_room import (
    BUTTON,
    WAIT_MS,
    draw_shapes,
    enter_room,
    train_to_the_end,
    words,
)


@pytest.fixture
def explore(qtbot: QtBot, studio: Studio, tmp_path: Path) -> ExplorePage:
    """Explore draws with a run that learnt two classes of shapes."""
    train_to_the_end(qtbot, studio, enter_room(qtbot, studio, draw_shapes(tmp_path), steps=20))
    studio.window.show_room("explore")
    page = studio.window.pages["explore"]
    assert isinstance(page, ExplorePage)
    qtbot.waitUntil(page.panel.judge_offer.isVisible, timeout=WAIT_MS)
    return page


def test_a_judge_is_trained_and_reads_what_is_under_the_dot(
    qtbot: QtBot, studio: Studio, explore: ExplorePage
) -> None:
    offer = explore.panel.judge_offer
    assert "Nobody reads these pictures yet" in words(offer)
    assert explore.panel.readout.isHidden()
    with qtbot.waitSignal(studio.session.lessons.ended, timeout=WAIT_MS):
        qtbot.mouseClick(offer.train, BUTTON)
    qtbot.waitUntil(explore.panel.readout.isVisible, timeout=WAIT_MS)
    assert offer.isHidden()
    qtbot.waitUntil(lambda: "%" in words(explore.panel.readout), timeout=WAIT_MS)


def test_a_lesson_that_is_cancelled_leaves_nothing(
    qtbot: QtBot, studio: Studio, explore: ExplorePage
) -> None:
    offer = explore.panel.judge_offer
    qtbot.mouseClick(offer.train, BUTTON)
    assert "Measuring" in words(offer)
    with qtbot.waitSignal(studio.session.lessons.ended, timeout=WAIT_MS):
        qtbot.mouseClick(offer.cancel, BUTTON)
    assert offer.train.isVisible()
    assert not list(places.judges_folder().glob("*")) if places.judges_folder().exists() else True


def test_pictures_that_went_away_are_named(
    qtbot: QtBot, studio: Studio, explore: ExplorePage, tmp_path: Path
) -> None:
    for name in ("lying", "standing"):
        for file in (tmp_path / name).iterdir():
            file.unlink()
    offer = explore.panel.judge_offer
    with qtbot.waitSignal(studio.session.lessons.ended, timeout=WAIT_MS):
        qtbot.mouseClick(offer.train, BUTTON)
    assert offer.train.isVisible()
    assert "picture" in words(offer)
    assert "Nobody" not in words(offer)
