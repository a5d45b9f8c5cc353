"""Someone looks at all that lies between two pictures, in the film and the grid, and takes it along."""

import json

import numpy as np
import pytest
from PIL import Image, ImageSequence
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from gan.latents import Latent
from studio.pages.blend.page import BlendPage
from studio.widgets.controls.buttons import IconButton
from studio.widgets.pictures.latent_mime import latent_mime
from tests.studio.journeys.blend_room import (
    LEFT,
    PATIENCE_MS,
    alike,
    click_tile,
    click_well,
    drag_slider,
    my_digit,
    sliders_of,
    wait_until_alike,
    wait_until_drawn,
)


@pytest.fixture
def page(qtbot, studio_window) -> BlendPage:
    studio_window.show_room("blend")
    page = studio_window.pages["blend"]
    wait_until_drawn(qtbot, page)
    return page


def test_the_grid_moves_both_sliders(qtbot, page):
    grid = page.side.grid
    cell = 2 * grid.cells + 6
    qtbot.mouseClick(grid, LEFT, pos=grid.cell_rect(cell).center().toPoint())
    assert page.desk.sliders.shape == pytest.approx(6 / 7)
    assert page.desk.sliders.style_value == pytest.approx(2 / 7)
    wait_until_alike(qtbot, lambda: page.desk.result.pixels, grid.tile(cell))
    qtbot.mouseClick(page.side.size_choice.findChildren(type(page.side.size_choice._buttons["5"]))[0], LEFT)
    qtbot.waitUntil(lambda: grid.cells == 5 and grid.is_complete, timeout=PATIENCE_MS)


def test_a_frame_that_is_clicked_stands_fast_and_the_film_passes_through_it(qtbot, page, session):
    frames = page.film.frames
    qtbot.waitUntil(lambda: len(frames.pictures) == 16, timeout=PATIENCE_MS)
    ninth = frames.pictures[9]
    click_tile(qtbot, frames, 9)
    wait_until_alike(qtbot, lambda: page.desk.result.pixels, ninth)
    assert frames.chosen == 9
    page.edits.do("filling B", page.edits.blend.filled(1, my_digit(page, 0)))
    tenth = frames.pictures[10]
    qtbot.waitUntil(lambda: not np.array_equal(frames.pictures[10], tenth), timeout=PATIENCE_MS)
    assert alike(frames.pictures[9], ninth)
    click_tile(qtbot, frames, 9)
    qtbot.waitUntil(lambda: not alike(frames.pictures[9], ninth), timeout=PATIENCE_MS)


def test_a_picture_dropped_on_a_frame_is_on_the_way(qtbot, page):
    frames, nine = page.film.frames, my_digit(page, 9)
    qtbot.waitUntil(lambda: len(frames.pictures) == 16, timeout=PATIENCE_MS)
    mime = latent_mime(nine.to_text())
    place = QPointF(frames.tile_rect(7).center())
    frames.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier))
    assert page.edits.blend.film[7] == nine
    qtbot.keyClick(frames, Qt.Key.Key_Delete)
    assert page.edits.blend.film[7] == nine, "the first frame has nothing to let go"


def test_the_middle_is_fixed_in_the_film_by_a_key(qtbot, page):
    click_tile(qtbot, page.desk.classes, 1)
    page.actions_of_room.fix.trigger()
    assert page.edits.blend.film[8].mix[1] == 1


def test_the_film_is_as_long_as_was_typed_and_plays_in_the_middle(qtbot, page):
    page.film.count.set_value(5)
    qtbot.waitUntil(lambda: len(page.film.frames.pictures) == 5, timeout=PATIENCE_MS)
    middle, played = page.desk.result.pixels, []
    page.film.frame_played.connect(lambda frame: played.append((frame, page.desk.result.pixels)))
    page.film.manner.set_value("once")
    page.film.speed.set_number(60)
    qtbot.mouseClick(page.film.play, LEFT)
    qtbot.waitUntil(lambda: not page.film.play.isChecked(), timeout=PATIENCE_MS)
    assert [frame for frame, _ in played] == [2, 3, 4, -1], "from where the middle is"
    for frame, pixels in played[:-1]:
        assert np.array_equal(pixels, page.film.frames.pictures[frame])
    assert np.array_equal(page.desk.result.pixels, middle), "after the film the middle is itself again"


def test_a_film_that_is_paused_leaves_its_frame_in_the_middle(qtbot, page):
    page.film.manner.set_value("loop")
    qtbot.waitUntil(lambda: len(page.film.frames.pictures) == 16, timeout=PATIENCE_MS)
    qtbot.mouseClick(page.film.play, LEFT)
    qtbot.waitUntil(lambda: page.film.frames.chosen == 12, timeout=PATIENCE_MS)
    qtbot.mouseClick(page.film.play, LEFT)
    frame = page.film.frames.chosen
    assert page.edits.blend.place_in_film == frame
    wait_until_alike(qtbot, lambda: page.desk.result.pixels, page.film.frames.pictures[frame])


def test_a_film_that_becomes_shorter_ends(qtbot, page):
    page.film.manner.set_value("loop")
    qtbot.waitUntil(lambda: len(page.film.frames.pictures) == 16, timeout=PATIENCE_MS)
    qtbot.mouseClick(page.film.play, LEFT)
    qtbot.waitUntil(lambda: page.film.frames.chosen == 12, timeout=PATIENCE_MS)
    page.film.count.set_value(4)
    assert not page.film.play.isChecked() and not page.film.player.is_playing


def test_a_lock_that_is_done_again_closes_what_fills_the_well(qtbot, page):
    qtbot.mouseClick(page.desk.wells[0].findChild(IconButton), LEFT)
    page.undo_action.trigger()
    click_well(qtbot, page, 0)
    assert page.side.sources.isVisible()
    page.redo_action.trigger()
    assert page.desk.wells[0].is_locked and page.side.grid.isVisible()


def test_any_tile_goes_to_the_brush_with_one_key(qtbot, page, session, studio_window):
    sent = []
    session.latent_sent.connect(lambda destination, latent, _pixels: sent.append((destination, latent)))
    frames, classes = page.film.frames, page.desk.classes
    qtbot.waitUntil(lambda: len(frames.pictures) == 16, timeout=PATIENCE_MS)
    frames.setFocus()
    for _ in range(4):
        qtbot.keyClick(frames, Qt.Key.Key_Right)
    page.picture_actions.brush.trigger()
    assert studio_window.current_room == "paint"
    studio_window.show_room("blend")
    qtbot.mouseMove(classes, classes.tile_rect(6).center().toPoint())
    page.picture_actions.brush.trigger()
    studio_window.show_room("blend")
    qtbot.mouseMove(classes, QPoint(1, 1))
    page.side.grid.setFocus()
    page.picture_actions.brush.trigger()
    assert [destination for destination, _ in sent] == ["brush"] * 3
    assert sent[0][1] == page.edits.blend.film[4]
    assert sent[1][1] == page.edits.blend.every_class()[6]
    assert sent[2][1] == page.edits.blend.latent


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, a menu can neither be raised nor grab
def test_a_tile_and_a_cell_are_copied_as_text_from_their_menus(qtbot, page):
    for widget, point, label in (
        (page.desk.classes, page.desk.classes.tile_rect(3).center().toPoint(), 3),
        (page.side.grid, page.side.grid.cell_rect(7).center().toPoint(), 8),
    ):
        place = widget.mapToGlobal(point)
        QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))
        menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
        next(action for action in menu.actions() if action.shortcut().toString() == "C").trigger()
        assert int(Latent.from_text(QApplication.clipboard().text()).mix.argmax()) == label
        menu.close()
        qtbot.waitUntil(lambda: not any(menu.isVisible() for menu in page.findChildren(QMenu)))


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, a menu can neither be raised nor grab
def test_a_tile_goes_into_c_from_its_menu(qtbot, page):
    qtbot.mouseClick(page.room_bar_left.add, LEFT)
    qtbot.mouseClick(page.side.sources.close_button, LEFT)
    point = page.desk.classes.tile_rect(4).center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, page.desk.classes.mapToGlobal(point))
    four = page.edits.blend.every_class()[4]
    QApplication.sendEvent(page.desk.classes, event)
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.text() == "Put into C").trigger()
    assert page.edits.blend.wells[2] == four
    menu.close()


def export(qtbot, session, dialog, folder):
    dialog.set_folder(folder)
    qtbot.waitUntil(dialog.export_button.isEnabled, timeout=PATIENCE_MS)
    path = dialog.path
    dialog.export_button.click()
    qtbot.waitUntil(lambda: dialog.reveal_button.isVisible(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not session.exports.is_busy, timeout=PATIENCE_MS)
    dialog.reject()
    return path


def test_the_grid_leaves_as_a_sheet_and_every_cell_can_be_made_again(qtbot, page, session, tmp_path):
    page.actions_of_room.export_grid.trigger()
    dialog = page.exporter.sheets.dialog
    dialog.scale.set_value(1)
    dialog.gap.set_value(0)
    dialog.ground.set_value("plain")
    dialog.edges.set_value("pixels")
    path = export(qtbot, session, dialog, tmp_path)
    told = json.loads(path.with_suffix(".json").read_text())
    latents = [Latent.from_text(frame["latent"]) for frame in told["frames"]]
    assert latents == page.edits.blend.every_blend(8)
    with Image.open(path) as picture:
        sheet = np.asarray(picture)
    assert sheet.shape == (224, 224)
    for cell in (0, 13, 63):
        row, column = divmod(cell, 8)
        part = sheet[28 * row : 28 * row + 28, 28 * column : 28 * column + 28]
        assert alike(part, page.side.grid.tile(cell)[..., 0])


def test_the_film_leaves_as_a_loop_that_another_program_plays(qtbot, page, session, tmp_path):
    page.film.count.set_value(6)
    page.film.speed.set_number(20)
    page.actions_of_room.export_film.trigger()
    dialog = page.exporter.loops.dialog
    dialog.form.set_value(".gif")
    with Image.open(export(qtbot, session, dialog, tmp_path)) as loop:
        times = [frame.info["duration"] for frame in ImageSequence.Iterator(loop)]
    assert times == [50] * 10, "there and back, neither end twice"


def test_all_of_it_is_undone_step_by_step_and_done_again(qtbot, page):
    first, steps = page.edits.blend, 0
    drag_slider(qtbot, sliders_of(page)[0], page.desk.sliders.shape, 0.9)
    assert page.edits.history.stack.count() == 1, "a drag is one step"
    qtbot.mouseClick(page.room_bar_left.swap, LEFT)
    click_tile(qtbot, page.desk.classes, 5)
    click_tile(qtbot, page.film.frames, 9)
    qtbot.mouseClick(page.side.angles.turn, LEFT)
    qtbot.mouseClick(page.desk.wells[0].findChild(IconButton), LEFT)
    qtbot.mouseClick(page.room_bar_left.add, LEFT)
    qtbot.mouseClick(page.side.angles.sum, LEFT)
    last, steps = page.edits.blend, page.edits.history.stack.count()
    assert steps == 8
    assert page.undo_action.text() == "Undo A − B + C"
    for _ in range(steps):
        page.undo_action.trigger()
    assert page.edits.blend is first and not page.undo_action.isEnabled()
    assert page.desk.sliders.shape == first.shape[1] and not page.desk.wells[2].isVisible()
    assert not page.desk.wells[0].is_locked
    for _ in range(steps):
        page.redo_action.trigger()
    assert page.edits.blend is last and page.desk.wells[0].is_locked


def test_the_next_start_is_where_this_one_ended(qtbot, page, session):
    page.actions_of_room.fresh.trigger()
    click_tile(qtbot, page.film.frames, 12)
    again = BlendPage(session)
    qtbot.addWidget(again)
    again.resize(page.size())
    again.show()
    wait_until_drawn(qtbot, again)
    assert again.film.frames.chosen == 12
    assert again.edits.blend.latent == page.edits.blend.latent
    assert again.edits.blend.film == page.edits.blend.film
