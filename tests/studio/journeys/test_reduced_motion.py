"""Who wants no motion sees none: left alone the window is not painted again, and only a person starts what plays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from studio.app import Studio
from studio.motion import motion_is_reduced, reduce_motion
from studio.pages.blend.page import BlendPage
from studio.settings import Settings

ROOMS = ("train", "explore", "blend", "paint", "models")
STILL_MS, BLINK_MS, LONGEST_MS = 250, 700, 30_000  # a cursor that blinks changes every half second


class Paints(QObject):
    """Counts every paint of every widget."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.count = 0
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False

    def within(self, qtbot: QtBot, milliseconds: int) -> int:
        before = self.count
        qtbot.wait(milliseconds)
        return self.count - before


@pytest.fixture
def paints(qapp: QApplication) -> Iterator[Paints]:
    paints = Paints(qapp)
    yield paints
    qapp.removeEventFilter(paints)


@pytest.fixture
def calm(studio: Studio, qapp: QApplication) -> Iterator[QAction]:
    """Ticked in the menu as a person would."""
    action = next(entry for entry in studio.window.findChildren(QAction) if entry.text() == "Reduce motion")
    action.trigger()
    yield action
    reduce_motion(qapp, False)


def test_left_alone_no_room_is_painted_again(
    qtbot: QtBot, studio: Studio, calm: QAction, paints: Paints
) -> None:
    window = studio.window
    window.activateWindow()
    for room in ROOMS:
        window.show_room(room)
        qtbot.waitUntil(lambda: paints.within(qtbot, STILL_MS) == 0, timeout=LONGEST_MS)
    window.show_room("explore")
    field = next(field for field in window.pages["explore"].findChildren(QLineEdit) if field.isVisible())
    field.setFocus()
    qtbot.waitUntil(lambda: paints.within(qtbot, STILL_MS) == 0, timeout=LONGEST_MS)
    assert field.hasFocus() and paints.within(qtbot, BLINK_MS) == 0


def test_a_loop_to_be_exported_stands_still_until_it_is_clicked(
    qtbot: QtBot, studio: Studio, calm: QAction
) -> None:
    studio.window.show_room("blend")
    page = studio.window.pages["blend"]
    assert isinstance(page, BlendPage)
    qtbot.waitUntil(lambda: page.desk.result.pixels is not None, timeout=LONGEST_MS)
    export = next(
        entry for entry in page.actions_by_menu()["file"] if entry.shortcut().toString() == "Ctrl+E"
    )
    export.trigger()
    dialog = page.exporter.loops.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.preview.number is not None, timeout=LONGEST_MS)
    assert not dialog.preview.is_playing
    qtbot.mouseClick(dialog.preview, Qt.MouseButton.LeftButton)
    assert dialog.preview.is_playing
    dialog.preview.setFocus()
    qtbot.keyClick(dialog.preview, Qt.Key.Key_Space)
    assert not dialog.preview.is_playing
    dialog.reject()


def test_it_is_remembered(studio: Studio, calm: QAction, qapp: QApplication) -> None:
    settings: Settings = studio.session.settings
    assert settings.value("window/reduced_motion", False) and motion_is_reduced()
    assert qapp.styleHints().cursorFlashTime() == 0
    calm.trigger()
    assert not settings.value("window/reduced_motion", True) and not motion_is_reduced()
    assert qapp.styleHints().cursorFlashTime() > 0
