"""Another language for a window that is open: everything shown is said again, and nothing else is touched.

Qt's objects hold copies of texts: each that :mod:`studio.words` knows is looked up before the change and put back in
the new language after it. Our own objects hold Words: those are exchanged where they lie. What a person typed is not
Words; :func:`studio.words.note_typed` marks what shows such a text, in case it reads like one of ours.
"""

from __future__ import annotations

import copy
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import is_dataclass
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QAbstractItemModel, QLocale, QModelIndex, QObject, QSignalBlocker, Qt, QThread
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import Shiboken

from studio.language import speak
from studio.words import TYPED, Words, known

Put = tuple[QObject, str, Callable[[str], object], Words]  # what shows it, as what, how it is put, and what

_TEXTS: tuple[tuple[type, tuple[str, ...]], ...] = (
    (
        QWidget,
        ("toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription", "windowTitle"),
    ),
    (QAction, ("text", "toolTip", "statusTip", "whatsThis")),
    (QAbstractButton, ("text",)),
    (QLabel, ("text",)),
    (QMenu, ("title",)),
    (QGroupBox, ("title",)),
    (QLineEdit, ("placeholderText",)),
    (QPlainTextEdit, ("placeholderText",)),
    (QTextEdit, ("placeholderText",)),
    (QAbstractSpinBox, ("specialValueText",)),
    (QSpinBox, ("prefix", "suffix")),
    (QDoubleSpinBox, ("prefix", "suffix")),
    (QProgressBar, ("format",)),
)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_NOT_THE_WINDOWS = (
    "studio.document",
    "studio.shelf",
    "studio.words",
)  # what a person made, and Words themselves


def change_language(chosen: str) -> None:
    """Speak it, and let everything of the application that is in the window's thread say its texts anew."""
    objects = _objects()
    behind = _Behind(objects)
    put = [entry for thing in objects for entry in _shown_by(thing, behind)]
    speak(chosen)
    renewal = _Renewal()
    for thing in objects:
        renewal.renew_attributes(thing)
    for thing, name, setter, words in put:
        said = words.now()
        setter(said)
        behind.remember(thing, name, said)
    for thing in objects:
        _refresh(thing, renewal)


def _objects() -> list[QObject]:
    """Those that Python knows, and those that Qt made for itself inside widgets of theirs."""
    found: dict[int, QObject] = {}
    here = QThread.currentThread()
    for thing in Shiboken.getAllValidWrappers():
        if isinstance(thing, QObject) and thing.thread() is here:
            for each in (thing, *thing.findChildren(QObject)):
                found.setdefault(Shiboken.getCppPointer(each)[0], each)
    return list(found.values())


def _shown_by(thing: QObject, behind: _Behind) -> Iterator[Put]:
    typed = thing.text() if thing.property(TYPED) and hasattr(thing, "text") else None
    for kind, names in _TEXTS:
        if isinstance(thing, kind):
            for name in names:
                words = behind(getattr(thing, name)(), thing, name)
                if words is not None and words != typed:
                    yield thing, name, getattr(thing, f"set{name[0].upper()}{name[1:]}"), words
    if isinstance(thing, QTabBar):
        for index in range(thing.count()):
            if (words := behind(thing.tabText(index), thing, f"tab {index}")) is not None:
                yield thing, f"tab {index}", partial(thing.setTabText, index), words
    elif isinstance(thing, QUndoStack):
        for index in range(thing.count()):
            command = thing.command(index)
            if isinstance(said := getattr(command, "said", None), Words):
                yield thing, "", partial(_put_on, command), said
    elif isinstance(thing, QComboBox | QAbstractItemView) and thing.model() is not None:
        yield from _shown_in(thing.model(), thing, behind)


def _shown_in(model: QAbstractItemModel, view: QWidget, behind: _Behind) -> Iterator[Put]:
    """Texts of the rows of a model of Qt's own; one of ours holds Words. A name that can be edited is the person's."""
    if _is_ours(model):
        return
    for index in _rows(model):
        is_named = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        for role in _ROLES[is_named:]:
            place = f"{role.name} {index.row()} {index.column()}"
            if (words := behind(index.data(role), view, place)) is not None:
                yield view, place, partial(_put_in, view, model, index, role), words


def _put_on(command: Any, text: str) -> None:
    command.said = text
    command.setText(text)


def _put_in(view: QWidget, model: QAbstractItemModel, index: QModelIndex, role: int, text: str) -> None:
    with QSignalBlocker(view):  # a combo box would report another choice
        model.setData(index, text, role)


class _Behind:
    """Which Words are behind a text that an object shows.

    What was put there at an earlier change is remembered. Otherwise two classes may have said the same: the nearest
    is meant, that of the object itself, of what helps it or holds it, then the same for what it lies in, and so on.
    """

    _remembered: WeakKeyDictionary[QObject, dict[str, Words]] = WeakKeyDictionary()

    def __init__(self, objects: Sequence[QObject]) -> None:
        self._holders: dict[int, list[QObject]] = {}
        self._helpers: dict[int, list[str]] = {}
        for thing in filter(_is_ours, objects):
            for held in _held_by(thing):
                self._holders.setdefault(id(held), []).append(thing)
                if not isinstance(held, QWidget):
                    self._helpers.setdefault(id(thing), []).append(type(held).__name__)

    def __call__(self, value: object, thing: QObject, name: str) -> Words | None:
        if not isinstance(value, str) or not value:
            return None
        remembered = self._remembered.get(thing, {}).get(name)
        words = remembered if remembered == value else known(value, self._kin(thing))
        return words if isinstance(words, Words) else None

    def remember(self, thing: QObject, name: str, words: str) -> None:
        if name and isinstance(words, Words):
            self._remembered.setdefault(thing, {})[name] = words

    def _kin(self, thing: QObject | None) -> Iterator[str]:
        while thing is not None:
            for near in (thing, *self._holders.get(id(thing), ())):
                yield type(near).__name__
                yield from self._helpers.get(id(near), ())
            thing = thing.parent()


def _held_by(thing: QObject) -> Iterator[QObject]:
    """By its attributes, and by those that are lists or dictionaries."""
    for value in vars(thing).values():
        if isinstance(value, list | tuple | dict):
            held = value.values() if isinstance(value, dict) else value
            yield from (each for each in held if isinstance(each, QObject))
        elif isinstance(value, QObject):
            yield value


def _rows(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount(QModelIndex())):
            yield model.index(row, column)


def _is_ours(thing: object) -> bool:
    return type(thing).__module__.startswith("studio.")


class _Renewal:
    """Exchanges Words in attributes and in what they hold: lists, tuples, dictionaries, and values of ours."""

    def __init__(self) -> None:
        self._seen: dict[int, object] = {}  # kept alive, so that no other takes its number

    def renew_attributes(self, thing: object) -> None:
        if id(thing) in self._seen:
            return
        self._seen[id(thing)] = thing
        for name, value in _attributes(thing):
            new = self.renewed(value)
            if new is not value:
                _set_attribute(thing, name, new)

    def renewed(self, value: Any) -> Any:
        """The value itself where no Words are in it."""
        if isinstance(value, Words):
            return value.now()
        if isinstance(value, list | deque):
            for place, part in enumerate(value):
                if (new := self.renewed(part)) is not part:
                    value[place] = new
        elif isinstance(value, dict):
            for key, part in value.items():
                if (new := self.renewed(part)) is not part:
                    value[key] = new
        elif isinstance(value, tuple):
            parts = [self.renewed(part) for part in value]
            if any(new is not part for new, part in zip(parts, value, strict=True)):
                return type(value)._make(parts) if hasattr(value, "_make") else tuple(parts)
        elif _is_value_of_ours(value):
            if is_dataclass(value) and vars(type(value))["__dataclass_params__"].frozen:
                return self._copied(value)
            self.renew_attributes(value)
        return value

    def _copied(self, value: Any) -> Any:
        """A frozen value may be a key of something: it stays, and another takes its place."""
        changed = {name: new for name, part in _attributes(value) if (new := self.renewed(part)) is not part}
        if not changed:
            return value
        other = copy.copy(value)
        for name, new in changed.items():
            _set_attribute(other, name, new)
        return other


def _is_value_of_ours(value: object) -> bool:
    module = type(value).__module__
    return (
        module.startswith("studio.")
        and not module.startswith(_NOT_THE_WINDOWS)
        and not isinstance(value, QObject | type)
    )


def _attributes(thing: object) -> list[tuple[str, Any]]:
    found = dict(getattr(thing, "__dict__", {}))
    for kind in type(thing).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(thing, name):
                found[name] = getattr(thing, name)
    return list(found.items())


def _set_attribute(thing: object, name: str, value: object) -> None:
    """Past every setter and every lock: it says the same as before."""
    attributes = getattr(thing, "__dict__", {})
    if name in attributes:
        attributes[name] = value
    else:
        object.__setattr__(thing, name, value)


def _refresh(thing: QObject, renewal: _Renewal) -> None:
    """Draw it anew, with a size that fits its new words."""
    if isinstance(thing, QAbstractItemView) and (model := thing.model()) is not None:
        if not _is_ours(model):
            for index in _rows(model):
                value = index.data(Qt.ItemDataRole.UserRole)
                if (new := renewal.renewed(value)) is not value:
                    model.setData(index, new, Qt.ItemDataRole.UserRole)
        elif rows := model.rowCount():
            model.dataChanged.emit(model.index(0, 0), model.index(rows - 1, 0))
        thing.viewport().update()
    if isinstance(thing, QWidget) and not isinstance(thing, QFileDialog):
        if thing.isWindow():
            thing.setLocale(QLocale())
        thing.updateGeometry()
        thing.update()
