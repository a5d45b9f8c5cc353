"""The banner says what happened and offers the way on; nothing in it is taken for markup."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from studio.widgets.frame.error_banner import ErrorBanner


@pytest.fixture
def banner(qtbot: QtBot) -> ErrorBanner:
    banner = ErrorBanner()
    qtbot.addWidget(banner)
    return banner


def _button(banner: ErrorBanner, text: str) -> QPushButton:
    return next(button for button in banner.findChildren(QPushButton) if button.text() == text)


def test_it_is_hidden_until_something_happened(banner: ErrorBanner) -> None:
    assert banner.isHidden()
    banner.show_failure("The disk is full", "Step 3,560 is kept. Free about 40 MB, then go on.")
    assert banner.isVisible()


def test_an_action_is_triggered_by_its_button_and_closes_the_banner(
    qtbot: QtBot, banner: ErrorBanner
) -> None:
    action = QAction("Go on", banner)
    banner.show_failure("The disk is full", "", [action])
    with qtbot.waitSignals([action.triggered, banner.dismissed]):
        qtbot.mouseClick(_button(banner, "Go on"), Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_a_new_failure_replaces_the_actions_of_the_last(qtbot: QtBot, banner: ErrorBanner) -> None:
    banner.show_failure("First", "", [QAction("Go on", banner)])
    banner.show_failure("Second", "")
    assert next(label.text() for label in banner.findChildren(QLabel)) == "Second"
    assert not any(b.text() == "Go on" and b.isVisible() for b in banner.findChildren(QPushButton))


def test_details_open_only_when_asked_for(qtbot: QtBot, banner: ErrorBanner) -> None:
    banner.show_failure("Broken", "", details="Traceback …")
    details = banner.findChildren(QPlainTextEdit)[0]
    assert not details.isVisible()
    qtbot.mouseClick(_button(banner, "Details"), Qt.MouseButton.LeftButton)
    assert details.isVisible()
    assert details.toPlainText() == "Traceback …"


def test_without_details_there_is_no_button_for_them(banner: ErrorBanner) -> None:
    banner.show_failure("Broken", "")
    assert not _button(banner, "Details").isVisible()


def test_copy_takes_everything(qtbot: QtBot, banner: ErrorBanner) -> None:
    banner.show_failure("Broken", "Kept.", details="Traceback")
    qtbot.mouseClick(_button(banner, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Broken\n\nKept.\n\nTraceback"


def test_escape_closes_it(qtbot: QtBot, banner: ErrorBanner) -> None:
    banner.show_failure("Broken", "")
    with qtbot.waitSignal(banner.dismissed):
        qtbot.keyClick(banner, Qt.Key.Key_Escape)


def test_markup_from_a_strangers_file_is_shown_as_it_is(banner: ErrorBanner) -> None:
    banner.show_failure("<b>x</b>", "<img src='file:///etc/passwd'>")
    formats = {label.textFormat() for label in banner.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}
