"""The list of layers and strokes reports what the hand does to them, in the artwork's own counting."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from studio.theme import apply_theme
from studio.widgets.canvas.layer_list import LayerList
from studio.widgets.canvas.layer_rows import LayerLine, Line, PaperLine, StrokeLine

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def lines() -> list[Line]:
    """Three layers, the middle one chosen, with four strokes."""
    return [
        LayerLine(2, "Sky", "1 stroke"),
        LayerLine(1, "Reeds", "4 strokes", chosen=True),
        *(StrokeLine(index, f"{index}, 9 dabs") for index in (3, 2, 1, 0)),
        LayerLine(0, "Ink", "empty", locked=True),
        PaperLine("Paper", "cream", "#F3EEE2"),
    ]


@pytest.fixture
def rows(qtbot: QtBot, qapp: QApplication) -> LayerList:
    apply_theme(qapp, "dark")
    made = LayerList()
    made.set_lines(lines(), [])
    made.resize(303, 400)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def told_by(signal) -> list:
    """What a signal reports from now on."""
    told: list = []
    signal.connect(lambda *values: told.append(values if len(values) > 1 else values[0]))
    return told


def click(qtbot, rows: LayerList, place: QPoint, modifiers=NONE) -> None:
    qtbot.mouseClick(rows.viewport(), LEFT, modifiers, place)


def drag(qtbot, rows: LayerList, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(rows.viewport(), LEFT, NONE, start)
    qtbot.mouseMove(rows.viewport(), (start + end) / 2)
    qtbot.mouseMove(rows.viewport(), end)
    qtbot.mouseRelease(rows.viewport(), LEFT, NONE, end)


def test_a_click_on_a_layer_chooses_it_and_its_eye_and_lock_are_buttons(qtbot, rows):
    chosen, shown, locked = (
        told_by(signal) for signal in (rows.layer_chosen, rows.visibility_toggled, rows.lock_toggled)
    )
    click(qtbot, rows, rows.layer_rect(2).center())
    click(qtbot, rows, rows.eye_rect(0).center())
    click(qtbot, rows, rows.lock_rect(0).center())
    assert (chosen, shown, locked) == ([2], [0], [0])


def test_the_paper_is_a_button_too(qtbot, rows):
    with qtbot.waitSignal(rows.paper_asked):
        click(qtbot, rows, rows.paper_rect().center())


def test_strokes_are_selected_as_in_any_list(qtbot, rows):
    selected = told_by(rows.strokes_selected)
    click(qtbot, rows, rows.stroke_rect(3).center())
    click(qtbot, rows, rows.stroke_rect(1).center(), CONTROL)
    click(qtbot, rows, rows.stroke_rect(2).center())
    click(qtbot, rows, rows.stroke_rect(0).center(), SHIFT)
    assert selected == [[3], [1, 3], [2], [0, 1, 2]]


def test_what_is_shown_as_selected_is_not_reported(qtbot, rows):
    selected = told_by(rows.strokes_selected)
    rows.set_lines(lines(), [0, 2])
    rows.select_strokes([1])
    assert selected == []
    assert [index.row() for index in rows.selectionModel().selectedIndexes()] == [4]


def test_a_cross_deletes_its_stroke_or_all_that_are_selected_with_it(qtbot, rows):
    gone = told_by(rows.strokes_discarded)
    click(qtbot, rows, rows.cross_rect(1).center())
    rows.select_strokes([1, 2])
    click(qtbot, rows, rows.cross_rect(3).center())
    click(qtbot, rows, rows.cross_rect(2).center())
    assert gone == [[1], [3], [1, 2]]


def test_pointing_at_a_stroke_is_reported_and_so_is_leaving(qtbot, rows):
    pointed = told_by(rows.stroke_pointed_at)
    qtbot.mouseMove(rows.viewport(), rows.stroke_rect(2).center())
    qtbot.mouseMove(rows.viewport(), rows.layer_rect(0).center())
    rows.set_lines([], [])
    assert pointed == [2, -1, -1]


def test_keys_choose_hide_rename_and_delete(qtbot, rows):
    chosen, shown, renamed, layers_gone, strokes_gone = (
        told_by(signal)
        for signal in (
            rows.layer_chosen,
            rows.visibility_toggled,
            rows.renamed,
            rows.layer_discarded,
            rows.strokes_discarded,
        )
    )
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert (chosen, shown, layers_gone, strokes_gone) == ([2], [2], [2], [[3]])
    rows.rename(0)
    editor = rows.findChild(QLineEdit)
    assert editor is not None and editor.text() == "Ink"
    qtbot.keyClicks(editor, "Shade")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: renamed == [(0, "Shade")])


def test_a_double_click_renames_in_place(qtbot, rows):
    place = rows.layer_rect(2).center()
    qtbot.mouseClick(rows.viewport(), LEFT, NONE, place)
    qtbot.mouseDClick(rows.viewport(), LEFT, NONE, place)
    assert rows.is_renaming


@pytest.mark.parametrize(
    ("layer", "over", "upper_half", "moved"),
    [(0, 2, True, [(0, 2)]), (2, 0, False, [(2, 0)]), (2, 0, True, [(2, 1)]), (0, 1, True, [(0, 1)])],
)
def test_a_layer_is_dragged_to_another_place(qtbot, rows, layer, over, upper_half, moved):
    told, rect = told_by(rows.layer_moved), rows.layer_rect(over)
    end = QPoint(rect.center().x(), rect.top() + 4 if upper_half else rect.bottom() - 4)
    drag(qtbot, rows, rows.layer_rect(layer).center(), end)
    assert told == moved


def test_selected_strokes_are_dragged_together(qtbot, rows):
    told = told_by(rows.strokes_moved)
    rows.select_strokes([0, 1])
    drag(qtbot, rows, rows.stroke_rect(1).center(), rows.stroke_rect(3).center() - QPoint(0, 10))
    assert told == [([0, 1], 2)]
    rows.select_strokes([])
    drag(qtbot, rows, rows.stroke_rect(3).center(), rows.stroke_rect(0).center() + QPoint(0, 10))
    assert told[1:] == [([3], 0)]


def test_strokes_are_dropped_into_another_layer(qtbot, rows):
    told = told_by(rows.strokes_sent)
    drag(qtbot, rows, rows.stroke_rect(2).center(), rows.layer_rect(2).center())
    assert told == [([2], 2)]


def test_the_list_stays_where_it_was_scrolled_to_unless_another_layer_is_chosen(qtbot, rows):
    many = [*lines()[:2], *(StrokeLine(index, f"{index}, 9 dabs") for index in reversed(range(60)))]
    rows.set_lines([*many, *lines()[-2:]], [])
    rows.verticalScrollBar().setValue(900)
    rows.set_lines([*many[:40], *many[41:], *lines()[-2:]], [])
    assert rows.verticalScrollBar().value() == 900
    low = LayerLine(0, "Ink", "empty", chosen=True)
    rows.set_lines([LayerLine(2, "Sky", ""), LayerLine(1, "Reeds", ""), low, lines()[-1]], [])
    assert rows.viewport().rect().contains(rows.layer_rect(0))
