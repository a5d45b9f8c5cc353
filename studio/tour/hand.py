"""The hand that takes the tour: mouse and key events, posted to the real controls as a person's would come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QMenuBar, QToolButton, QWidget

BETWEEN_MOVES_S = 0.016
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease

Wait = float  # seconds


class Stuck(Exception):
    """A control is not there, or cannot be used; the sentence says which."""


def press(control: QWidget, place: QPointF | None = None) -> None:
    """Click a control, in its middle unless said otherwise. Stuck where a person could not."""
    if not control.isVisible() or not control.isEnabled():
        raise Stuck(f"{_named(control)} cannot be clicked")
    place = QPointF(control.rect().center()) if place is None else place
    _post_mouse(control, PRESS, place)
    _post_mouse(control, RELEASE, place)


def press_option(options: QWidget, key: str) -> None:
    """Click one of several buttons that carry their key as a property: rooms, segments."""
    for button in options.findChildren(QToolButton):
        if button.property("key") == key:
            press(button)
            return
    raise Stuck(f"{_named(options)} has no {key}")


def drag(control: QWidget, places: Iterable[QPointF]) -> Iterator[Wait]:
    """Press at the first place, move through all of them, let go at the last."""
    if not control.isVisible() or not control.isEnabled():
        raise Stuck(f"{_named(control)} cannot be dragged in")
    place, *further = places
    _post_mouse(control, PRESS, place)
    for place in further:
        yield BETWEEN_MOVES_S
        _post_mouse(control, MOVE, place)
    yield BETWEEN_MOVES_S
    _post_mouse(control, RELEASE, place)
    yield BETWEEN_MOVES_S


def press_key(control: QWidget, key: Qt.Key, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.postEvent(control, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def type_text(field: QLineEdit, text: str) -> None:
    """Replace what stands in a field."""
    field.selectAll()
    for letter in text:
        press_key(field, Qt.Key.Key_unknown, letter)


def choose(bar: QMenuBar, action: QAction) -> Iterator[Wait]:
    """Open the menu that holds an action, and click it there."""
    menus = [entry for entry in bar.actions() if action in _menu_of(entry).actions()]
    if not menus or not action.isEnabled():
        raise Stuck(f"“{action.text()}” is in no menu, or greyed")
    press(bar, QPointF(bar.actionGeometry(menus[0]).center()))
    menu = _menu_of(menus[0])
    while not menu.isVisible():
        yield BETWEEN_MOVES_S
    press(menu, QPointF(menu.actionGeometry(action).center()))


def answer_file_dialog(path: str) -> Iterator[Wait]:
    """Type a path into the file dialog that is open, once it is, and confirm."""
    while not _asks_for_file():
        yield BETWEEN_MOVES_S
    _type_into_dialog(path)
    yield BETWEEN_MOVES_S
    while _asks_for_file():  # looked up each time: Qt destroys its own dialogs at once
        yield BETWEEN_MOVES_S


def _asks_for_file() -> bool:
    return isinstance(QApplication.activeModalWidget(), QFileDialog)


def _type_into_dialog(path: str) -> None:
    dialog = QApplication.activeModalWidget()
    field = None if dialog is None else dialog.findChild(QLineEdit)
    if not isinstance(field, QLineEdit):
        raise Stuck("the file dialog is not Qt's own")
    type_text(field, path)
    press_key(field, Qt.Key.Key_Return)


def _menu_of(entry: QAction) -> QMenu:
    menu = entry.menu()
    assert isinstance(menu, QMenu)
    return menu


def _post_mouse(control: QWidget, kind: QEvent.Type, place: QPointF) -> None:
    button = NONE if kind == MOVE else LEFT
    held = NONE if kind == RELEASE else LEFT
    event = QMouseEvent(kind, place, control.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.postEvent(control, event)


def _named(control: QWidget) -> str:
    words = control.accessibleName() or str(control.property("text") or "")
    return f"{type(control).__name__} “{words}”"
