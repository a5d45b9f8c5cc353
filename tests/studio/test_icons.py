"""Icons stand in the theme's colours and follow it."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from gan.places import resources_folder
from studio.icons import application_icon, icon_pixmap, set_icon
from studio.theme import DARK, LIGHT, apply_theme


def _ink_of(pixmap: QPixmap) -> QColor:
    image = pixmap.toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return max((image.pixelColor(*place) for place in places), key=QColor.alpha)


def _rest(icon: QIcon) -> str:
    return _ink_of(icon.pixmap(QSize(20, 20))).name().upper()


ICONS = sorted(path.stem for path in (resources_folder() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_draws_something(qapp: QApplication, name: str) -> None:
    assert _ink_of(icon_pixmap(name, "#FF0000", 20)).alpha() > 120


def test_the_application_has_an_icon(qapp: QApplication) -> None:
    assert not application_icon().pixmap(64).isNull()


def test_buttons_and_actions_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    window = QMainWindow()
    qtbot.addWidget(window)
    button, action = QToolButton(window), QAction("Pin", window)
    set_icon(button, "pin")
    set_icon(action, "pin")
    assert _rest(button.icon()) == _rest(action.icon()) == DARK.text2
    apply_theme(qapp, "light")
    assert _rest(button.icon()) == _rest(action.icon()) == LIGHT.text2


def test_what_is_chosen_turns_to_the_accent_and_what_is_off_fades(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    button = QToolButton()
    qtbot.addWidget(button)
    set_icon(button, "explore")
    chosen = button.icon().pixmap(QSize(20, 20), QIcon.Mode.Normal, QIcon.State.On)
    disabled = button.icon().pixmap(QSize(20, 20), QIcon.Mode.Disabled, QIcon.State.Off)
    assert _ink_of(chosen).name().upper() == DARK.accent
    assert _ink_of(disabled).name().upper() == DARK.text3


def test_an_icon_is_as_fine_as_the_screen(qtbot: QtBot, qapp: QApplication) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    set_icon(button, "explore")
    assert button.icon().pixmap(QSize(20, 20), 2.0).size() == QSize(40, 40)


def test_an_icon_paints_itself_into_the_middle_of_its_place(qtbot: QtBot, qapp: QApplication) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    set_icon(button, "plus")
    sheet = QPixmap(60, 20)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    button.icon().paint(painter, sheet.rect())
    painter.end()
    assert sheet.copy(20, 0, 20, 20).toImage() == button.icon().pixmap(QSize(20, 20)).toImage()
    assert _ink_of(sheet.copy(0, 0, 20, 20)).alpha() == 0
