"""The pad's gestures, by mouse and by keys."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.theme import apply_theme
from studio.widgets.pad.latent_map import map_order
from studio.widgets.pad.latent_pad import CELLS, LATE_PAINT_MS, LatentPad
from studio.widgets.pad.map_stack import MapStack
from studio.widgets.pad.pad_view import PadLimits, PadView

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NO_KEY, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def pad(qtbot):
    pad = LatentPad()
    qtbot.addWidget(pad)
    pad.resize(652, 652)
    pad.show()
    pad.setFocus()
    return pad


@pytest.fixture
def places(pad):
    reported = []
    pad.place_changed.connect(reported.append)
    return reported


def send(pad, kind, point, button=LEFT, modifiers=NO_KEY):
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    own = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
    point = QPointF(point)
    QApplication.sendEvent(pad, QMouseEvent(kind, point, pad.mapToGlobal(point), own, held, modifiers))


def drag(pad, start, *way, button=LEFT, modifiers=NO_KEY):
    send(pad, QEvent.Type.MouseButtonPress, start, button, modifiers)
    for point in way:
        send(pad, QEvent.Type.MouseMove, point, button, modifiers)
    send(pad, QEvent.Type.MouseButtonRelease, (way or (start,))[-1], button, modifiers)


def turn_wheel(pad, point, notches):
    event = QWheelEvent(
        QPointF(point),
        pad.mapToGlobal(QPointF(point)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NO_KEY,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pad, event)


def near(place, u, v, by=0.02):
    return abs(place.x() - u) <= by and abs(place.y() - v) <= by


def test_a_press_makes_the_puck_jump_there(qtbot, pad, places):
    qtbot.mouseClick(pad, LEFT, pos=pad.point_of(QPointF(1.5, -2.0)).toPoint())
    assert near(pad.place, 1.5, -2.0)
    assert len(places) == 1


def test_a_press_near_the_puck_takes_hold_of_it_where_it_is(qtbot, pad, places):
    qtbot.mouseClick(pad, LEFT, pos=pad.point_of(pad.place).toPoint() + QPoint(14, 10))
    assert places == []


def test_a_drag_reports_every_place_on_its_way(pad, places):
    drag(pad, QPoint(326, 326), QPoint(360, 326), QPoint(400, 300))
    assert len(places) == 2
    assert near(places[-1], 74 / 640 * 6, 26 / 640 * 6)


def test_shift_drags_at_quarter_speed(pad):
    drag(pad, QPoint(326, 326), QPoint(406, 326), modifiers=SHIFT)
    assert near(pad.place, 80 / 640 * 6 / 4, 0)


def test_ctrl_keeps_a_drag_on_one_axis(pad):
    drag(pad, QPoint(326, 326), QPoint(406, 350), modifiers=CTRL)
    assert pad.place.y() == 0 and pad.place.x() > 0.5


def test_the_puck_stops_at_the_rim_and_comes_back_without_a_lag(pad):
    drag(pad, QPoint(326, 326), QPoint(900, 326), QPoint(600, 326))
    assert near(pad.place, (600 - 326) / 640 * 6, 0)


def test_arrows_move_by_a_cell_and_with_shift_by_a_tenth(qtbot, pad, places):
    qtbot.keyClick(pad, Qt.Key.Key_Right)
    assert near(pad.place, 6 / CELLS, 0, 1e-9)
    qtbot.keyClick(pad, Qt.Key.Key_Up, SHIFT)
    assert near(pad.place, 6 / CELLS, 0.6 / CELLS, 1e-9)


def test_the_wheel_zooms_about_the_cursor(pad):
    point = QPoint(500, 200)
    under = pad.place_of(QPointF(point))
    turn_wheel(pad, point, 3)
    assert pad.view.span < 6 / 1.7
    assert near(pad.place_of(QPointF(point)), under.x(), under.y(), 1e-9)
    turn_wheel(pad, point, -10)
    assert pad.view == PadView(span=6.0)


def test_plus_and_minus_zoom_about_the_puck(qtbot, pad):
    qtbot.keyClick(pad, Qt.Key.Key_Plus)
    assert pad.view.span < 6.0
    qtbot.keyClick(pad, Qt.Key.Key_Minus)
    assert pad.view.span == pytest.approx(6.0)


def test_the_middle_button_pans_and_leaves_the_puck(pad, places):
    turn_wheel(pad, QPoint(326, 326), 5)
    before = pad.view
    drag(pad, QPoint(326, 326), QPoint(366, 326), button=MIDDLE)
    assert pad.view.u == pytest.approx(before.u - 40 / 640 * before.span)
    assert places == []


def test_space_turns_a_drag_into_a_pan(qtbot, pad, places):
    turn_wheel(pad, QPoint(326, 326), 5)
    qtbot.keyPress(pad, Qt.Key.Key_Space)
    drag(pad, QPoint(326, 326), QPoint(366, 326))
    qtbot.keyRelease(pad, Qt.Key.Key_Space)
    assert pad.view.u < 0 and places == []


def test_a_double_click_asks_for_a_reset_and_a_reset_goes_home(qtbot, pad):
    turn_wheel(pad, QPoint(100, 100), 4)
    pad.reset_asked.connect(pad.reset)
    with qtbot.waitSignal(pad.reset_asked):
        qtbot.mouseDClick(pad, LEFT, pos=QPoint(200, 300))
    assert pad.is_at_home and pad.place == QPointF(0, 0)


def test_keys_that_leave_the_view_bring_it_along(qtbot, pad):
    pad.set_plane(PadView(span=4.0), PadLimits(rim=None, least_span=0.1, most_span=32.0))
    for _ in range(12):
        qtbot.keyClick(pad, Qt.Key.Key_Right)
    assert pad.place.x() == pytest.approx(3.0)
    assert pad.view.u == pytest.approx(1.0)


def test_a_place_set_from_outside_is_not_reported(pad, places):
    pad.set_place(QPointF(2.0, 1.0))
    assert pad.place == QPointF(2.0, 1.0) and places == []


def test_the_old_map_stays_until_the_new_one_covers_it(pad):
    pad.set_classes(("0", "1"))
    old, new = np.zeros((256, 28, 28, 1), np.uint8), np.full((256, 28, 28, 1), 200, np.uint8)
    pad.begin_map(pad.view)
    pad.add_tiles(old, None)
    pad.begin_map(pad.view)
    pad.add_tiles(new[:32], None)
    picture = pad.grab().toImage()
    ratio = picture.width() / pad.width()
    upper = picture.pixelColor(round(60 * ratio), round(60 * ratio))
    lower = picture.pixelColor(round(60 * ratio), round(600 * ratio))
    assert abs(upper.lightness() - lower.lightness()) > 100
    assert pad.tile_at(QPointF(-2.9, 2.9)) is None  # which picture would it be?


def test_a_tile_names_the_place_it_was_made_for(pad):
    pad.set_classes(("0",))
    pictures = map_order(CELLS).astype(np.uint8).reshape(256, 1, 1, 1).repeat(28, 1).repeat(28, 2)
    pad.begin_map(pad.view)
    pad.add_tiles(pictures, None)
    place, pixels = pad.tile_at(QPointF(-2.9, 2.9))
    assert near(place, -3 + 6 / 32, 3 - 6 / 32, 1e-9)
    assert pixels[0, 0, 0] == 0


def test_another_theme_paints_the_map_once_and_only_where_it_is_seen(qtbot, qapp, pad, monkeypatch):
    """Qt says several times that the palette changed, and each map costs tens of milliseconds."""
    painted = []
    monkeypatch.setattr(MapStack, "repaint", lambda _stack, size_px, colours: painted.append(size_px))
    apply_theme(qapp, "light")
    apply_theme(qapp, "dark")
    assert painted == []
    pad.grab()
    pad.grab()
    assert len(painted) == 1


def test_a_finger_drags_the_puck_as_the_mouse_does(qtbot, pad, places):
    """Qt makes mouse events of a touch that nobody takes as one."""
    finger, window = QTest.createTouchDevice(), pad.window().windowHandle()
    start, end = QPoint(326, 326), QPoint(486, 246)
    QTest.touchEvent(window, finger).press(0, start, window).commit()
    QTest.touchEvent(window, finger).move(0, QPoint(400, 300), window).commit()
    QTest.touchEvent(window, finger).move(0, end, window).commit()
    QTest.touchEvent(window, finger).release(0, end, window).commit()
    qtbot.waitUntil(lambda: bool(places) and near(pad.place, (486 - 326) / 640 * 6, (326 - 246) / 640 * 6))


def test_a_move_that_its_picture_has_painted_is_not_painted_again(qtbot, pad):
    class Paints(QObject):
        count = 0

        def eventFilter(self, watched, event):
            self.count += event.type() == QEvent.Type.Paint
            return False

    paints = Paints()
    qtbot.waitUntil(pad.isVisible)
    pad.repaint()
    pad.installEventFilter(paints)
    qtbot.keyClick(pad, Qt.Key.Key_Right)
    pad.repaint()  # the picture of the place is there
    qtbot.wait(10 * LATE_PAINT_MS)
    assert paints.count == 1
