"""A person paints with two inks, by chance and with a pen, changes the strokes, and finds the same pixels again."""

from __future__ import annotations

import errno
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QPointingDevice, QTabletEvent

from studio.app import Studio
from studio.document.artwork import DAB_SIZE, DAB_STAMP, Brush
from studio.document.brush_presets import MOST_PRESETS, BrushPreset, read_presets, write_presets
from studio.pages.paint.page import PaintPage
from studio.pages.paint.presets import presets_file
from studio.widgets.canvas.quick_palette import QuickPalette
from tests.studio.journeys.hand import LEFT, NO_BUTTON, NONE
from tests.studio.journeys.paint_room import LINE, MADE_MS, drag, enter_paint, pixel_hash, strokes


@pytest.fixture
def page(qtbot, studio) -> PaintPage:
    return enter_paint(qtbot, studio)


def press_pen(page: PaintPage, pressures, places=LINE) -> None:
    """Real events of a pen on a tablet."""
    kinds = [
        QEvent.Type.TabletPress,
        *[QEvent.Type.TabletMove] * (len(places) - 1),
        QEvent.Type.TabletRelease,
    ]
    ways = [*zip(places, pressures, strict=True), (places[-1], 0.0)]
    for kind, (place, pressure) in zip(kinds, ways, strict=True):
        at = page.canvas.to_widget(QPointF(*place))
        event = QTabletEvent(
            kind,
            QPointingDevice.primaryPointingDevice(),
            at,
            QPointF(page.canvas.mapToGlobal(at.toPoint())),
            pressure,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            NONE,
            NO_BUTTON if kind == QEvent.Type.TabletMove else LEFT,
            NO_BUTTON if kind == QEvent.Type.TabletRelease else LEFT,
        )
        assert QCoreApplication.sendEvent(page.canvas, event) and event.isAccepted()


def test_a_line_in_two_inks_is_coloured_anew_and_stays_so_in_its_document(qtbot, page, session, tmp_path):
    more = page.brush_panel.more
    more.head.click()
    more.gradient.kind.set_value("stroke")
    more.gradient.second.set_ink("#24376b")
    drag(qtbot, page)
    (painted,) = strokes(session)
    assert (painted.brush.gradient, painted.brush.second_ink) == ("stroke", "#24376b")
    first = pixel_hash(session)
    qtbot.keyClick(page.canvas, Qt.Key.Key_V)
    qtbot.mouseClick(page.canvas, LEFT, NONE, page.canvas.to_widget(QPointF(*LINE[1])).toPoint())
    panel = page.objects.panel
    assert panel.gradient.values == ("stroke", "#24376b")
    panel.gradient.kind.set_value("stamp")
    panel.swatches.set_ink("#c9451c")
    (coloured,) = strokes(session)
    assert (coloured.brush.ink, coloured.brush.gradient) == ("#c9451c", "stamp")
    assert coloured.stamps == painted.stamps and pixel_hash(session) != first
    page.undo_action.trigger()
    page.undo_action.trigger()
    assert strokes(session) == (painted,) and pixel_hash(session) == first
    assert page.files.save_to(tmp_path / "kept.latent")
    page.files.new()
    assert page.open_document(tmp_path / "kept.latent")
    assert strokes(session) == (painted,) and pixel_hash(session) == first


def test_chance_falls_the_same_way_again_and_after_reopening(qtbot, page, session, tmp_path):
    panel = page.brush_panel
    panel.scatter_slider.set_value(1.2)
    panel.more.turn_jitter.set_value(120)
    panel.more.size_jitter.set_value(60)
    drag(qtbot, page)
    first = pixel_hash(session)
    page.undo_action.trigger()
    drag(qtbot, page)
    assert pixel_hash(session) == first
    assert page.files.save_to(tmp_path / "kept.latent")
    drag(qtbot, page)  # another stroke, another throw of the dice
    one, two = strokes(session)
    assert not np.array_equal(one.dabs, two.dabs)
    page.undo_action.trigger()
    page.files.new()
    assert page.open_document(tmp_path / "kept.latent")
    assert pixel_hash(session) == first


@pytest.mark.parametrize("changes", ["size", "opacity", "style"])
def test_a_pen_changes_what_the_person_chose_and_a_mouse_changes_nothing(qtbot, page, session, changes):
    drag(qtbot, page)
    page.brush_panel.more.pressure.set_value(changes)
    qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=MADE_MS)
    assert page.brush.mode == ("travel" if changes == "style" else "fixed")  # a style needs a second one
    press_pen(page, [0.1, 0.4, 0.9, 0.9])
    mouse, pen = strokes(session)
    assert page.canvas.pressure is None and page.canvas.hasFocus()
    assert pen.pressures[0] == pytest.approx(0.1) and pen.pressures.max() == pytest.approx(0.9)
    shown = {
        "size": pen.dabs[:, DAB_SIZE],
        "opacity": pen.pressures,
        "style": pen.dabs[:, DAB_STAMP],
    }[changes]
    assert shown[0] < shown[len(shown) // 2] and np.ptp(shown[-3:]) <= np.ptp(shown) / 10
    page.undo_action.trigger()
    if changes != "style":  # which has another way of its own under a mouse
        page.undo_action.trigger()
        drag(qtbot, page)
        (again,) = strokes(session)
        assert np.array_equal(again.dabs, mouse.dabs) and not len(again.pressures)


def test_what_a_pen_did_is_moved_and_comes_back_with_its_document(qtbot, page, session, tmp_path):
    page.brush_panel.more.pressure.set_value("opacity")
    press_pen(page, [0.1, 0.4, 0.9, 0.9])
    (pen,) = strokes(session)
    qtbot.keyClick(page.canvas, Qt.Key.Key_V)
    qtbot.mouseClick(page.canvas, LEFT, NONE, page.canvas.to_widget(QPointF(*LINE[2])).toPoint())
    qtbot.keyClick(page.canvas, Qt.Key.Key_Down)
    (moved,) = strokes(session)
    assert np.array_equal(moved.pressures, pen.pressures) and not np.array_equal(moved.dabs, pen.dabs)
    painted = pixel_hash(session)
    assert page.files.save_to(tmp_path / "kept.latent")
    page.files.new()
    assert page.open_document(tmp_path / "kept.latent")
    assert strokes(session) == (moved,) and pixel_hash(session) == painted


# Presets


def names_of(page: PaintPage) -> list[str]:
    return [preset.name for preset in page.presets.all]


def click_preset(qtbot, page: PaintPage, index: int) -> None:
    row = page.brush_panel.presets.row
    qtbot.mouseClick(row, LEFT, NONE, row.tile_rect(index).center().toPoint())
    qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=MADE_MS)


def test_a_brush_is_kept_by_name_and_paints_the_same_pixels_after_quitting(qtbot, studio, page, session):
    panel = page.brush_panel
    qtbot.mouseClick(page.shelf.hand, LEFT, NONE, page.shelf.hand.tile_rect(5).center().toPoint())
    panel.mode.options["drift"].trigger()
    panel.options.cast_again.emit()
    panel.size_slider.set_value(44)
    panel.scatter_slider.set_value(0.7)
    panel.more.gradient.kind.set_value("stroke")
    panel.more.edges.set_value("pixels")
    qtbot.waitUntil(lambda: len(page.brush.stamps) > 1, timeout=MADE_MS)
    qtbot.mouseClick(panel.presets.save, LEFT)
    assert panel.presets.editor.hasFocus() and panel.presets.editor.text() == "My brush 1"
    qtbot.keyClicks(panel.presets.editor, "Autumn rain")
    qtbot.keyClick(panel.presets.editor, Qt.Key.Key_Return)
    assert names_of(page)[-1] == "Autumn rain" and panel.presets.row.chosen == len(names_of(page)) - 1
    drag(qtbot, page)
    painted = pixel_hash(session)
    page.undo_action.trigger()
    with qtbot.waitSignal(studio.left, timeout=MADE_MS):
        studio.window.close()
    again = Studio()
    again.window.resize(1280, 800)
    again.show()
    qtbot.waitUntil(lambda: again.session.inference.info is not None, timeout=MADE_MS)
    again.window.show_room("paint")
    page = again.paint_page
    qtbot.waitUntil(lambda: bool(page.brush.hand), timeout=MADE_MS)
    assert names_of(page)[-1] == "Autumn rain"
    click_preset(qtbot, page, 0)  # from any other brush
    click_preset(qtbot, page, len(names_of(page)) - 1)
    qtbot.waitUntil(lambda: page.brush_panel.presets.row.chosen == len(names_of(page)) - 1, timeout=MADE_MS)
    qtbot.waitUntil(lambda: len(page.brush.stamps) > 1, timeout=MADE_MS)
    assert not again.session.artwork.undo_stack.count()  # taking a brush is no step
    drag(qtbot, page)
    assert pixel_hash(again.session) == painted
    page.undo_action.trigger()
    again.session.artwork.undo_stack.clear()
    with qtbot.waitSignal(again.left, timeout=MADE_MS):
        again.window.close()
    again.window.deleteLater()
    again.deleteLater()


def test_presets_that_come_along_paint_and_stay_and_ones_own_go_and_come_back(qtbot, page, session):
    row, actions, said = page.brush_panel.presets.row, page.actions_of_room.presets, []
    page.presets.said.connect(said.append)
    shipped = names_of(page)
    assert len(shipped) == 4
    qtbot.waitUntil(lambda: all(picture.any() for picture in row._pictures), timeout=MADE_MS)
    pictures = [picture.tobytes() for picture in row._pictures]
    assert len(set(pictures)) == 4
    hashes = set()
    for index in range(4):
        click_preset(qtbot, page, index)
        assert row.chosen == index and not actions.discard.isEnabled()
        drag(qtbot, page)
        hashes.add(pixel_hash(session))
        page.undo_action.trigger()
    assert len(hashes) == 4
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert names_of(page) == shipped and "comes with the program" in said[-1]
    page.brush_panel.size_slider.set_value(99)
    assert row.chosen == -1
    actions.save.trigger()
    qtbot.keyClick(page.brush_panel.presets.editor, Qt.Key.Key_Escape)
    assert names_of(page) == [*shipped, "My brush 1"] and actions.rename.isEnabled()
    assert read_presets(presets_file()) == page.presets.own
    actions.rename.trigger()
    qtbot.keyClicks(page.brush_panel.presets.editor, "Thick")
    qtbot.keyClick(page.brush_panel.presets.editor, Qt.Key.Key_Return)
    (kept,) = page.presets.own
    assert kept.name == "Thick" and row.hasFocus()
    qtbot.keyClick(row, Qt.Key.Key_End)
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert page.presets.own == () == read_presets(presets_file()) and "“Thick”" in said[-1]
    actions.restore.trigger()
    assert page.presets.own == (kept,) == read_presets(presets_file()) and not actions.restore.isEnabled()


def test_a_damaged_file_of_presets_is_set_aside_and_a_folder_that_cannot_be_written_says_so(
    qtbot, studio, session
):
    presets_file().write_bytes(b"nonsense")
    failures = []
    session.failed.connect(failures.append)
    studio.window.show_room("paint")
    page = studio.paint_page
    assert "set aside" in failures[0].sentence and page.presets.own == ()
    aside = presets_file().with_name("brush-presets (damaged 1).json")
    assert aside.read_bytes() == b"nonsense" and not presets_file().exists()
    presets_file().mkdir()  # nothing can be written there
    (presets_file() / "a").write_bytes(b"")
    page.actions_of_room.presets.save.trigger()
    assert len(failures) == 2 and page.presets.own == ()


def test_a_damaged_file_of_presets_that_cannot_be_set_aside_is_not_overwritten(studio, session, monkeypatch):
    def refuse(*_names: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    presets_file().write_bytes(b"nonsense")
    failures = []
    session.failed.connect(failures.append)
    with monkeypatch.context() as stuck:
        stuck.setattr(Path, "rename", refuse)
        studio.window.show_room("paint")
        page = studio.paint_page
        page.actions_of_room.presets.save.trigger()
        assert presets_file().read_bytes() == b"nonsense" and page.presets.own == ()
        assert len(failures) == 2 and "Permission denied" in failures[-1].sentence
    page.actions_of_room.presets.save.trigger()
    aside = presets_file().with_name("brush-presets (damaged 1).json")
    assert aside.read_bytes() == b"nonsense" and read_presets(presets_file()) == page.presets.own
    assert "set aside" in failures[-1].sentence and len(page.presets.own) == 1


def test_a_brush_that_is_kept_before_the_room_was_shown_stands_beside_those_of_the_file(studio):
    first = BrushPreset("Thick", Brush(90.0))
    write_presets(presets_file(), [first])
    page = studio.paint_page
    page.actions_of_room.presets.save.trigger()
    assert [preset.name for preset in read_presets(presets_file())] == ["Thick", "My brush 1"]
    assert page.presets.own[0] == first


def test_a_preset_comes_back_only_where_there_is_room_for_it(qtbot, studio):
    write_presets(presets_file(), [BrushPreset(f"Brush {n}", Brush()) for n in range(MOST_PRESETS)])
    studio.window.show_room("paint")
    page = studio.paint_page
    row, actions, said = page.brush_panel.presets.row, page.actions_of_room.presets, []
    page.presets.said.connect(said.append)
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_End)
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    actions.save.trigger()
    actions.restore.trigger()
    assert len(page.presets.own) == MOST_PRESETS and "no room" in said[-1]
    assert read_presets(presets_file()) == page.presets.own and actions.restore.isEnabled()


def test_a_name_of_a_preset_may_be_pasted_with_marks_that_nobody_sees(qtbot, page):
    actions, editor = page.actions_of_room.presets, page.brush_panel.presets.editor
    actions.save.trigger()
    editor.setText("Thick\u200b ink")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [preset.name for preset in page.presets.own] == ["Thick ink"]
    assert read_presets(presets_file()) == page.presets.own


def choose_tool(page: PaintPage, name: str) -> None:
    next(action for action in page.actions_of_room.tools.actions() if action.data() == name).trigger()


def open_quick(page: PaintPage, reason: QContextMenuEvent.Reason) -> QuickPalette:
    at = page.canvas.rect().center()
    QCoreApplication.sendEvent(page.canvas, QContextMenuEvent(reason, at, page.canvas.mapToGlobal(at)))
    return page.canvas.findChild(QuickPalette)


def test_a_right_click_brings_presets_size_and_ink_to_the_hand(qtbot, page, session):
    reasons = QContextMenuEvent.Reason
    quick = open_quick(page, reasons.Mouse)
    assert quick.isVisible() and len(quick.presets) == len(names_of(page)) and quick.presets.hasFocus()
    quick.size_slider.set_value(123)
    quick.swatches.set_ink("#24376b")
    assert (page.brush.brush.size_px, page.brush.brush.ink) == (123, "#24376b")
    qtbot.keyClick(quick.presets, Qt.Key.Key_Right)
    qtbot.keyClick(quick.presets, Qt.Key.Key_Return)
    assert page.brush.mode == "travel" and page.brush_panel.presets.row.chosen == 1
    qtbot.waitUntil(lambda: page.canvas.findChild(QuickPalette) is None)
    choose_tool(page, "erase")
    quick = open_quick(page, reasons.Keyboard)
    assert not quick.presets.isVisible() and not quick.swatches.isVisible() and quick.size_slider.isVisible()
    qtbot.keyClick(quick, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.canvas.findChild(QuickPalette) is None)
    choose_tool(page, "select")
    assert open_quick(page, reasons.Mouse) is None
    assert not strokes(session)
