"""Buttons are pressed by mouse and key, and fit the grid."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from studio.theme import DARK, apply_theme
from studio.widgets.controls.buttons import (
    Button,
    MenuButton,
    action_button,
    dress_question,
    icon_button,
    main_button,
    quiet_button,
)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, None], ids=["by key", "by mouse"])
def test_a_button_can_be_pressed(qtbot: QtBot, key: Qt.Key | None) -> None:
    button = main_button("Keep", "pin", key="P")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        if key is None:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(button, key)


@pytest.mark.parametrize("words", ["Go", "Save elsewhere…", "Ein deutlich längerer Satz"])
def test_the_width_follows_the_words_on_the_grid(qtbot: QtBot, words: str) -> None:
    button = quiet_button(words, "save")
    qtbot.addWidget(button)
    assert button.sizeHint().width() % 8 == 0
    assert button.sizeHint().width() > button.fontMetrics().horizontalAdvance(words)
    assert button.sizeHint().height() == 32


def test_a_menu_button_has_room_for_its_arrow(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    plain, menu = Button("Travel", "plain", parent=holder), MenuButton("Travel", QMenu(holder))
    menu.setParent(holder)
    assert menu.sizeHint().width() > plain.sizeHint().width()


def test_an_icon_alone_has_a_name(qtbot: QtBot) -> None:
    button = icon_button("dice", "Another one at random")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Another one at random"
    assert min(button.minimumWidth(), button.minimumHeight()) >= 32  # can be hit


def test_an_action_button_is_enabled_with_its_action(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    action = QAction("Undo", holder)
    button = action_button(action, "undo")
    button.setParent(holder)
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setEnabled(True)
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", ["words", "icon"])
def test_a_button_is_not_left_highlighted_by_its_menu(qtbot: QtBot, kind: str) -> None:
    """The menu takes the mouse, so that Qt never says that it has left the button."""
    holder = QWidget()
    qtbot.addWidget(holder)
    button = quiet_button("Change…") if kind == "words" else icon_button("more", "All that can be done")
    button.setParent(holder)
    menu = QMenu(holder)
    button.setMenu(menu)
    holder.show()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QCursor.setPos(button.mapToGlobal(button.rect().bottomRight() + QPoint(300, 300)))
    menu.aboutToHide.emit()
    assert not button.underMouse()


def test_the_buttons_of_a_question_look_like_ours(qtbot: QtBot, qapp: QApplication) -> None:
    """Otherwise they are bare words with the system's icons, and none stands out."""
    apply_theme(qapp, "dark")
    kind = QMessageBox.StandardButton
    box = QMessageBox(
        QMessageBox.Icon.NoIcon, "", "Save the changes?", kind.Save | kind.Discard | kind.Cancel
    )
    qtbot.addWidget(box)
    dress_question(box, kind.Save)
    box.show()
    assert box.defaultButton() is box.button(kind.Save)
    grounds = [
        box.button(one).grab().toImage().pixelColor(6, 16).name().upper()
        for one in (kind.Save, kind.Discard, kind.Cancel)
    ]
    assert grounds == [DARK.accent, DARK.raised, DARK.raised]
    assert all(button.icon().isNull() for button in box.buttons())
