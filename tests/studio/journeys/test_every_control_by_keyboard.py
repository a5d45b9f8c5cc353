"""Everything in every room can be reached by the keyboard, and says what it is to who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListView,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studio.app import Studio

ROOMS = ("train", "explore", "blend", "paint", "models")
CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QLineEdit, QComboBox, QListView)
WAIT_MS = 60_000


def controls_in(page: QWidget) -> Iterator[QWidget]:
    """What a person can press, type into or drag as the room is now, the insides of Qt's own compound ones left out."""
    for widget in page.findChildren(QWidget):
        inside = widget.parentWidget()
        around = inside.parentWidget() if inside is not None else None
        if isinstance(inside, QAbstractSpinBox | QComboBox) or isinstance(around, QComboBox):
            continue
        if not widget.isVisibleTo(page):
            continue
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        scrolls = isinstance(widget, QScrollBar | QAbstractScrollArea) and not isinstance(widget, QListView)
        if (isinstance(widget, CONTROLS) or takes_keys) and not scrolls:
            yield widget


def is_reachable(widget: QWidget) -> bool:
    """By Tab, or as the field that stands in for a compound control."""
    proxy = widget.focusProxy()
    return bool((proxy or widget).focusPolicy() & Qt.FocusPolicy.TabFocus)


def spoken(widget: QWidget) -> str:
    """What a screen reader says first."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name).strip()


def described(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(parent).__name__} > {type(widget).__name__} {widget.toolTip()[:40]!r}"


@pytest.fixture
def page(qtbot: QtBot, studio: Studio, request: pytest.FixtureRequest) -> QWidget:
    studio.window.show_room(request.param)
    page = studio.window.pages[request.param]
    qtbot.waitUntil(page.isVisible, timeout=WAIT_MS)
    return page


@pytest.mark.parametrize("page", ROOMS, indirect=True)
def test_every_control_has_a_name(page: QWidget) -> None:
    nameless = sorted({described(widget) for widget in controls_in(page) if not spoken(widget)})
    assert nameless == []


@pytest.mark.parametrize("page", ROOMS, indirect=True)
def test_every_control_can_be_reached_with_tab(page: QWidget) -> None:
    unreachable = sorted({described(widget) for widget in controls_in(page) if not is_reachable(widget)})
    assert unreachable == []
