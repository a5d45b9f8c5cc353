"""What a hand does in any room: drags, drops, turns the wheel, types, presses entries, answers questions, exports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QDoubleSpinBox,
    QLineEdit,
    QMenu,
    QMessageBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studio.session import Session
from studio.widgets.exports.picture_export_dialog import PictureExportDialog

LEFT, NO_BUTTON, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
EXPORTED_MS = 20_000


def drag_over(
    qtbot: QtBot, widget: QWidget, points: Sequence[QPoint], keys: Qt.KeyboardModifier = NONE
) -> None:
    """Press at the first point, move to the others, let go at the last."""
    qtbot.mousePress(widget, LEFT, keys, points[0])
    for point in points[1:]:
        qtbot.mouseMove(widget, point)
    qtbot.mouseRelease(widget, LEFT, keys, points[-1])


def drop(widget: QWidget, mime: QMimeData, place: QPointF | None = None) -> None:
    """As the system delivers it: to the widget under the hand, and up from there; in its middle if nowhere else."""
    at = place or QPointF(widget.rect().center())
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, mime, LEFT, NONE)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(at, Qt.DropAction.CopyAction, mime, LEFT, NONE))


def drop_file(widget: QWidget, path: Path) -> None:
    """A file or a folder, out of another program."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop(widget, mime)


def turn_wheel(widget: QWidget, place: QPointF, notches: int) -> None:
    """Away from the hand; towards it if negative."""
    turned = QPoint(0, 120 * notches)
    no_phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, widget.mapToGlobal(place), QPoint(), turned, NO_BUTTON, NONE, no_phase, False)
    QApplication.sendEvent(widget, event)


def type_into(qtbot: QtBot, field: QLineEdit | QDoubleSpinBox, text: str) -> None:
    """Instead of what stands there, and Enter."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def click_segment(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """One of the words of a choice, somewhere in the widget."""
    found = (one for one in widget.findChildren(QToolButton) if one.text() == text and one.isVisible())
    qtbot.mouseClick(next(found), LEFT)


def menu_entry(menu: QMenu, text: str) -> QAction:
    """What a menu says in these words."""
    return next(action for action in menu.actions() if action.text() == text)


def answer(button: QMessageBox.StandardButton) -> list[str]:
    """Answer the next question as soon as it stands there; what it asks is in the list then."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.button(button).click()

    QTimer.singleShot(0, press)
    return asked


def export(qtbot: QtBot, session: Session, dialog: PictureExportDialog) -> Path:
    """Press the button as soon as it can be pressed, and wait for the file."""
    qtbot.waitUntil(dialog.export_button.isEnabled, timeout=EXPORTED_MS)
    path = dialog.path
    dialog.export_button.click()
    qtbot.waitUntil(dialog.reveal_button.isVisible, timeout=EXPORTED_MS)
    qtbot.waitUntil(lambda: not session.exports.is_busy, timeout=EXPORTED_MS)
    return path
