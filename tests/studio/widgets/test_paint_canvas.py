"""The canvas reports the hand in sheet pixels, whatever the view."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.theme import apply_theme
from studio.widgets.canvas.brush_cursor import NextDab
from studio.widgets.canvas.canvas_view import CanvasView
from studio.widgets.canvas.paint_canvas import PaintCanvas

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def paper() -> QImage:
    sheet = QImage(816, 568, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(QColor("#F3EEE2"))
    return sheet


@pytest.fixture
def canvas(qtbot: QtBot, qapp: QApplication) -> PaintCanvas:
    apply_theme(qapp, "dark")
    canvas = PaintCanvas()
    canvas.resize(848, 616)
    canvas.set_sheet(816, 568)
    canvas.set_picture(paper(), None)
    qtbot.addWidget(canvas)
    canvas.show()
    return canvas


@pytest.fixture
def reports(canvas: PaintCanvas) -> list[tuple]:
    """What the canvas reported, in order."""
    told: list[tuple] = []
    canvas.stroke_started.connect(lambda place, straight: told.append(("start", rounded(place), straight)))
    canvas.stroke_moved.connect(lambda place: told.append(("move", rounded(place))))
    canvas.stroke_finished.connect(lambda: told.append(("finish",)))
    canvas.stroke_cancelled.connect(lambda: told.append(("cancel",)))
    canvas.picked.connect(lambda place: told.append(("pick", rounded(place))))
    return told


def rounded(place: QPointF) -> tuple[float, float]:
    return round(place.x(), 1), round(place.y(), 1)


def at(canvas: PaintCanvas, x: float, y: float) -> QPoint:
    return canvas.to_widget(QPointF(x, y)).toPoint()


def wheel(canvas: PaintCanvas, place: QPoint, notches: int, modifiers=NONE) -> None:
    event = QWheelEvent(
        QPointF(place),
        QPointF(canvas.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_the_sheet_shows_at_100_percent_where_it_fits(canvas):
    assert canvas.zoom == 1.0
    assert canvas.to_widget(QPointF(0, 0)) == QPointF(16, 24)


def test_a_small_window_shows_the_whole_sheet_smaller(canvas):
    canvas.resize(424, 400)
    assert 0.45 < canvas.zoom < 0.52
    corner = canvas.to_widget(QPointF(816, 568))
    assert corner.x() <= 424 and corner.y() <= 400


def test_a_drag_is_a_stroke_in_sheet_pixels(qtbot, canvas, reports):
    canvas.set_zoom(2.0)
    qtbot.mousePress(canvas, LEFT, NONE, at(canvas, 400, 300))
    qtbot.mouseMove(canvas, at(canvas, 420, 310))
    qtbot.mouseRelease(canvas, LEFT, NONE, at(canvas, 420, 310))
    assert reports == [("start", (400, 300), False), ("move", (420, 310)), ("finish",)]


def test_shift_says_that_the_line_is_straight(qtbot, canvas, reports):
    qtbot.mouseClick(canvas, LEFT, SHIFT, at(canvas, 50, 60))
    assert reports[0] == ("start", (50, 60), True)


def test_escape_takes_the_stroke_in_progress_back(qtbot, canvas, reports):
    qtbot.mousePress(canvas, LEFT, NONE, at(canvas, 50, 60))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas, LEFT, NONE, at(canvas, 50, 60))
    assert [report[0] for report in reports] == ["start", "cancel"]


def test_alt_click_and_the_pick_tool_pick(qtbot, canvas, reports):
    qtbot.mouseClick(canvas, LEFT, ALT, at(canvas, 50, 60))
    canvas.set_tool("pick")
    qtbot.mouseClick(canvas, LEFT, NONE, at(canvas, 70, 80))
    assert reports == [("pick", (50, 60)), ("pick", (70, 80))]


@pytest.mark.parametrize("way", ["hand", "space", "middle"])
def test_the_hand_space_and_the_middle_button_move_the_view(qtbot, canvas, reports, way):
    button = MIDDLE if way == "middle" else LEFT
    if way == "hand":
        canvas.set_tool("hand")
    if way == "space":
        qtbot.keyPress(canvas, Qt.Key.Key_Space)
    before = canvas.to_widget(QPointF(0, 0))
    qtbot.mousePress(canvas, button, NONE, QPoint(300, 300))
    qtbot.mouseMove(canvas, QPoint(340, 310))
    qtbot.mouseRelease(canvas, button, NONE, QPoint(340, 310))
    assert canvas.to_widget(QPointF(0, 0)) - before == QPointF(40, 10)
    assert reports == []


def test_the_wheel_zooms_about_the_cursor(qtbot, canvas):
    place = at(canvas, 600, 100)
    wheel(canvas, place, 3)
    assert canvas.zoom == pytest.approx(1.25**3)
    assert (canvas.to_widget(QPointF(600, 100)) - QPointF(place)).manhattanLength() < 1e-6


def test_alt_and_the_wheel_change_the_brush(qtbot, canvas):
    with qtbot.waitSignal(canvas.size_stepped) as stepped:
        wheel(canvas, QPoint(300, 300), -1, ALT)
    assert stepped.args == [-1] and canvas.zoom == 1.0


def test_the_sheet_can_never_be_lost(qtbot, canvas):
    for _ in range(100):
        qtbot.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    assert canvas.to_widget(QPointF(816, 0)).x() >= 40


def test_arrows_move_the_brush_and_return_sets_a_dab(qtbot, canvas, reports):
    canvas.setFocus()
    qtbot.mouseMove(canvas, at(canvas, 408, 284))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert reports == [("start", (416.0, 285.0), False), ("finish",)]
    qtbot.keyClick(canvas, Qt.Key.Key_Return, SHIFT)
    assert reports[2][2] is True


def test_changing_the_tool_ends_a_stroke_without_keeping_it(qtbot, canvas, reports):
    qtbot.mousePress(canvas, LEFT, NONE, at(canvas, 50, 60))
    canvas.set_tool("erase")
    assert reports[-1] == ("cancel",)


def test_the_picture_shows_where_the_sheet_lies(canvas):
    ink = paper()
    ink.setPixelColor(100, 100, QColor("#24407A"))
    canvas.set_picture(ink, QRectF(100, 100, 1, 1))
    shown = canvas.grab().toImage()
    assert shown.pixelColor(at(canvas, 100, 100)).name() == "#24407a"
    assert shown.pixelColor(at(canvas, 102, 100)).name() == "#f3eee2"


def test_checks_show_through_a_transparent_sheet(canvas):
    empty = QImage(816, 568, QImage.Format.Format_ARGB32_Premultiplied)
    empty.fill(Qt.GlobalColor.transparent)
    canvas.set_sheet(816, 568, transparent=True)
    canvas.set_picture(empty, None)
    shown = canvas.grab().toImage()
    tones = {shown.pixelColor(at(canvas, x, 100)).lightness() for x in range(100, 140)}
    assert len(tones) == 2 and min(tones) > 200


def test_the_brush_shows_as_a_ring_with_a_ghost_of_the_next_dab(qtbot, canvas):
    ghost = QImage(20, 20, QImage.Format.Format_ARGB32_Premultiplied)
    ghost.fill(QColor("#000000"))
    qtbot.mouseMove(canvas, at(canvas, 400, 300))
    canvas.set_next_dab(NextDab(80.0, ghost))
    shown = canvas.grab().toImage()
    lightness = [shown.pixelColor(at(canvas, x, 300)).lightness() for x in range(400, 446)]
    assert 150 < lightness[0] < 200  # the ghost
    assert min(lightness[36:]) < 160 and max(lightness[36:]) > 240  # ink between white


def test_zooming_keeps_the_place_under_the_cursor():
    view = CanvasView(1.0, 16.0, 24.0).zoomed(3.0, QPointF(200, 100))
    assert view.to_sheet(QPointF(200, 100)) == CanvasView(1.0, 16.0, 24.0).to_sheet(QPointF(200, 100))
    assert view.zoomed(1e9, QPointF()).zoom == 32.0 and view.zoomed(0.0, QPointF()).zoom == 0.05
