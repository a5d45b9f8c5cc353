"""A newcomer is told once in each room what to press first; what was done or closed is not said again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.app import Studio
from studio.settings import Settings
from studio.widgets.controls.hint_card import HintCard
from studio.widgets.controls.slider_track import SliderTrack

LEFT = Qt.MouseButton.LeftButton
WAIT_MS = 20_000
TITLES = {
    "train": "Press Train",
    "explore": "Drag the dot",
    "blend": "Drag a slider",
    "paint": "Draw a stroke",
    "models": "Double-click one to use it",
}


def enter(qtbot: QtBot, studio: Studio, room: str) -> QWidget:
    studio.window.show_room(room)
    page = studio.window.pages[room]
    qtbot.waitUntil(page.isVisible, timeout=WAIT_MS)
    return page


def card_of(page: QWidget) -> HintCard:
    card = page.findChild(HintCard)
    assert card is not None
    return card


def wait_until_gone(qtbot: QtBot, page: QWidget) -> None:
    qtbot.waitUntil(lambda: page.findChild(HintCard) is None, timeout=WAIT_MS)


def remembers(room: str, home: Path) -> bool:
    return Settings(home / "settings.ini").value(f"{room}/hint_done", False)


def test_every_room_has_one_hint_and_its_cross_closes_it_for_good(
    qtbot: QtBot, studio: Studio, studio_home: Path
) -> None:
    for room, title in TITLES.items():
        page = enter(qtbot, studio, room)
        qtbot.waitUntil(lambda page=page: card_of(page).isVisible(), timeout=WAIT_MS)
        card = card_of(page)
        assert len(page.findChildren(HintCard)) == 1
        assert card.findChildren(QLabel)[0].text() == title
        QTest.mouseClick(card.close_button, LEFT)
        wait_until_gone(qtbot, page)
    studio.session.settings.save()
    assert all(remembers(room, studio_home) for room in TITLES)


@pytest.fixture
def nothing_new(studio_home: Path) -> None:
    """Settings of somebody who has seen everything."""
    settings = Settings(studio_home / "settings.ini")
    for room in TITLES:
        settings.set_value(f"{room}/hint_done", True)
    settings.save()


@pytest.mark.usefixtures("nothing_new")
def test_who_has_seen_them_sees_none(qtbot: QtBot, studio: Studio) -> None:
    for room in TITLES:
        assert enter(qtbot, studio, room).findChildren(HintCard) == []


def test_a_slider_that_is_dragged_needs_no_hint(qtbot: QtBot, studio: Studio) -> None:
    page = enter(qtbot, studio, "blend")
    qtbot.waitUntil(lambda: card_of(page).isVisible(), timeout=WAIT_MS)
    sliders = page.desk.sliders
    below = sliders.mapTo(page, QPoint(0, sliders.height())).y()
    assert card_of(page).y() >= below, "the card hides what it speaks of"
    track = sliders.findChildren(SliderTrack)[0]
    qtbot.mouseClick(track, LEFT, pos=QPoint(track.width() // 2 + 20, track.height() // 2))
    wait_until_gone(qtbot, page)


def test_a_stroke_that_is_drawn_needs_no_hint(qtbot: QtBot, studio: Studio) -> None:
    page = enter(qtbot, studio, "paint")
    qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: card_of(page).isVisible(), timeout=WAIT_MS)
    canvas, inside = page.canvas, card_of(page).geometry().center()
    QTest.mousePress(canvas, LEFT, pos=QPoint(200, 200))
    QTest.mouseMove(canvas, inside)
    assert not page.findChildren(HintCard) or card_of(page).isHidden(), "the card hides the stroke"
    QTest.mouseRelease(canvas, LEFT, pos=inside)
    assert studio.session.artwork.current.stroke_count == 1
    wait_until_gone(qtbot, page)


def test_a_click_anywhere_on_the_card_closes_it(qtbot: QtBot, studio: Studio) -> None:
    page = enter(qtbot, studio, "paint")
    qtbot.waitUntil(lambda: card_of(page).isVisible(), timeout=WAIT_MS)
    place = card_of(page).mapTo(studio.window, QPoint(24, 80))
    QTest.mouseClick(studio.window.windowHandle(), LEFT, pos=place)
    wait_until_gone(qtbot, page)
    assert studio.session.artwork.current.stroke_count == 0


def test_the_hint_of_models_goes_once_a_generator_is_used(qtbot: QtBot, studio: Studio) -> None:
    page = enter(qtbot, studio, "models")
    qtbot.waitUntil(lambda: bool(page.shelf.cards) and page.shelf.cards[0].isVisible(), timeout=WAIT_MS)
    qtbot.mouseDClick(page.shelf.cards[0], LEFT)
    wait_until_gone(qtbot, page)


def test_the_hints_find_room_in_the_smallest_window(qtbot: QtBot, studio: Studio) -> None:
    studio.window.resize(960, 540)
    for room in TITLES:
        page = enter(qtbot, studio, room)
        qtbot.waitUntil(lambda page=page: card_of(page).isVisible(), timeout=WAIT_MS)
