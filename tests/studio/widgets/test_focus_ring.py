"""The ring stands around what the keyboard has reached, and only then."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.widgets.controls.number_field import NumberField
from studio.widgets.controls.slider_track import SliderTrack
from studio.widgets.controls.surface import scrolling
from studio.widgets.frame.focus_ring import REACH_PX, FocusRing, FocusRings


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.rings = FocusRings(qapp, window)  # type: ignore[attr-defined]
    window.resize(300, 300)
    QVBoxLayout(window)
    return window


def _fill(qtbot: QtBot, window: QWidget, *widgets: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    window.show()
    window.activateWindow()
    widgets[0].setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def _ring(window: QWidget) -> FocusRing | None:
    return next((ring for ring in window.findChildren(FocusRing) if ring.isVisible()), None)


def _around(widget: QWidget, window: QWidget) -> QRect:
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return place.adjusted(-REACH_PX, -REACH_PX, REACH_PX, REACH_PX)


def _tab(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def test_tab_brings_the_ring_and_a_click_takes_it_away(qtbot: QtBot, window: QWidget) -> None:
    first, second = QPushButton("one"), QPushButton("two")
    _fill(qtbot, window, first, second)
    assert _ring(window) is None
    _tab(qtbot)
    ring = _ring(window)
    assert ring is not None and ring.geometry() == _around(second, window)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert _ring(window) is None


def test_a_field_that_stands_for_a_compound_gives_it_the_ring(qtbot: QtBot, window: QWidget) -> None:
    field = NumberField("Seed", 0, 9, 3)
    _fill(qtbot, window, QPushButton("one"), field)
    _tab(qtbot)
    ring = _ring(window)
    assert ring is not None and ring.geometry() == _around(field, window)


def test_the_ring_follows_the_handle_of_a_slider(qtbot: QtBot, window: QWidget) -> None:
    track = SliderTrack(0, 1, 0.2, 2)
    _fill(qtbot, window, QPushButton("one"), track)
    _tab(qtbot)
    ring = _ring(window)
    assert ring is not None
    before = ring.geometry().left()
    qtbot.keyClick(track, Qt.Key.Key_End)
    assert ring.geometry().left() > before


def test_the_ring_moves_with_its_control_and_goes_with_it(qtbot: QtBot, window: QWidget) -> None:
    first, second = QPushButton("one"), QPushButton("two")
    _fill(qtbot, window, first, second)
    _tab(qtbot)
    window.resize(300, 500)
    qtbot.waitUntil(lambda: (r := _ring(window)) is not None and r.geometry() == _around(second, window))
    second.hide()
    assert (ring := _ring(window)) is None or ring.geometry() != _around(second, window)


def test_a_control_scrolled_out_of_sight_has_no_ring(qtbot: QtBot, window: QWidget) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [QPushButton(str(n)) for n in range(30)]
    for button in buttons:
        column.addWidget(button)
    area = scrolling(content)
    _fill(qtbot, window, area)
    buttons[0].setFocus()
    _tab(qtbot)
    assert _ring(window) is not None
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert _ring(window) is None
