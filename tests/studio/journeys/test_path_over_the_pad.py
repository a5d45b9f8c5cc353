"""Someone draws a path over the pad, bends it, lets the dot walk along it, and takes it home as a loop."""

import math
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from gan.config import ModelConfig
from gan.media.loop import has_video
from studio.pages.explore.page import ExplorePage
from studio.pages.explore.state import LATTICE
from studio.widgets.pad.pad_path import MOST_KEYS, PadPath
from studio.widgets.pad.path_pill import LOOP
from tests.studio.journeys.explore_room import PATIENCE_MS, click, drag, enter_explore
from tests.studio.journeys.hand import export
from tests.studio.journeys.untrained import save_untrained

BOW = [(-2 + 4 * t, 1.5 * math.sin(3 * t)) for t in np.linspace(0, 1, 30)]
RING = [(2 * math.cos(a), 2 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 40)]


@pytest.fixture
def page(qtbot, studio) -> ExplorePage:
    page = enter_explore(qtbot, studio)
    page.tools.action("path").trigger()
    return page


def path_of(page: ExplorePage) -> PadPath:
    return page.path.layer.path


def near(place, other) -> bool:
    return math.hypot(place[0] - other[0], place[1] - other[1]) < 0.05


def test_a_path_is_drawn_by_hand_and_undone_in_one_step(qtbot, page):
    assert page.path.pill.isVisible() and not page.path.export.isEnabled()
    drag(qtbot, page.pad, *BOW)
    drawn = path_of(page)
    assert near(drawn.keys[0], BOW[0]) and near(drawn.keys[-1], BOW[-1]) and not drawn.closed
    away = np.hypot(*(np.array(BOW)[:, None] - drawn.curve[None]).transpose(2, 0, 1)).min(axis=1)
    assert away.max() < 0.1
    assert page.path.export.isEnabled() and "path" in page.undo_action.text()
    page.undo_action.trigger()
    assert not path_of(page) and page.pad.is_at_home  # the dot is back where it was as well
    page.redo_action.trigger()
    assert path_of(page) == drawn
    page.path.clear.trigger()
    assert not path_of(page)
    page.undo_action.trigger()
    assert path_of(page) == drawn


def test_with_another_tool_the_path_lies_there_and_the_hand_moves_the_dot(qtbot, page):
    drag(qtbot, page.pad, *BOW)
    drawn = path_of(page)
    page.tools.action("move").trigger()
    drag(qtbot, page.pad, (-1, -2), (1, -2))
    assert path_of(page) == drawn and page.path.pill.isVisible()
    page.path.clear.trigger()
    assert not page.path.pill.isVisible()


def test_a_ring_is_closed(qtbot, page):
    drag(qtbot, page.pad, *RING)
    assert path_of(page).closed and path_of(page).length == pytest.approx(4 * math.pi, rel=0.02)


def test_clicks_and_k_put_key_places_that_are_dragged_moved_by_keys_and_deleted(qtbot, page):
    pad = page.pad
    click(qtbot, pad, (-2, -2))
    click(qtbot, pad, (0, 1))
    pad.setFocus()
    for _ in range(4):
        qtbot.keyClick(pad, Qt.Key.Key_Right)
    qtbot.keyClick(pad, Qt.Key.Key_K)
    keys = path_of(page).keys
    assert len(keys) == 3 and near(keys[0], (-2, -2)) and near(keys[2], (1.5, 1))
    qtbot.keyClick(pad, Qt.Key.Key_K)
    assert len(path_of(page).keys) == 3  # the dot has not moved since
    drag(qtbot, pad, keys[1], (0.5, 1.5), (1, 2))
    assert near(path_of(page).keys[1], (1, 2)) and near((pad.place.x(), pad.place.y()), (1, 2))
    qtbot.keyClick(pad, Qt.Key.Key_PageDown)
    assert page.path.layer.chosen == 2
    qtbot.keyClick(pad, Qt.Key.Key_Up)
    assert near(path_of(page).keys[2], (1.5, 1 + 6 / 16))
    qtbot.keyClick(pad, Qt.Key.Key_Delete)
    assert len(path_of(page).keys) == 2
    for _ in range(3):
        page.undo_action.trigger()
    assert path_of(page).keys == keys


def test_a_key_place_has_a_menu(qtbot, page):
    for place in ((-2, -2), (2, -2), (2, 2)):
        click(qtbot, page.pad, place)
    point = page.pad.point_of(QPointF(2, -2)).toPoint()
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, page.pad.mapToGlobal(point))
    QApplication.sendEvent(page.pad, ask)
    menu = QApplication.activePopupWidget()
    assert menu.actions() == [page.path.delete_key, page.path.close_up]
    menu.close()
    page.path.close_up.trigger()
    assert path_of(page).closed
    page.path.delete_key.trigger()
    assert len(path_of(page).keys) == 2 and not page.path.delete_key.isEnabled()


def test_shift_and_space_play_while_space_alone_moves_the_view(qtbot, page):
    drag(qtbot, page.pad, *BOW)
    page.path.player.set_mode(LOOP)
    qtbot.keyClick(page.pad, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert page.path.player.is_playing
    qtbot.keyClick(page.pad, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert not page.path.player.is_playing
    before, view = path_of(page), page.pad.view
    page.pad.zoom(0.5)
    qtbot.keyPress(page.pad, Qt.Key.Key_Space)
    drag(qtbot, page.pad, (0, 0), (0.5, 0.5))
    qtbot.keyRelease(page.pad, Qt.Key.Key_Space)
    assert path_of(page) == before and page.pad.view != view


def test_the_line_itself_can_be_taken_hold_of(qtbot, page):
    for place in ((-2, 0), (2, 0)):
        click(qtbot, page.pad, place)
    drag(qtbot, page.pad, (0, 0), (0, 1), (0, 2))
    keys = path_of(page).keys
    assert len(keys) == 3 and near(keys[1], (0, 2))


def test_a_path_that_is_full_of_key_places_takes_no_more(qtbot, page):
    scribble = [(2.8 * math.sin(40 * t), 2.8 * math.cos(31 * t)) for t in np.linspace(0, 1, 700)]
    drag(qtbot, page.pad, *scribble)
    full = path_of(page)
    assert len(full.keys) == MOST_KEYS
    free = next(place for place in full.places(900) if min(np.hypot(*(np.array(full.keys) - place).T)) > 0.4)
    click(qtbot, page.pad, free)
    assert path_of(page) == full


def test_an_end_that_is_dragged_to_the_other_closes_the_path(qtbot, page):
    for place in ((-2, -2), (2, -2), (2, 2), (-2, 1)):
        click(qtbot, page.pad, place)
    drag(qtbot, page.pad, (-2, 1), (-2, 0), (-2, -1.9))
    assert path_of(page).closed and len(path_of(page).keys) == 3


def test_the_dot_walks_along_the_path_and_the_picture_with_it_until_a_hand_takes_it(qtbot, page):
    drag(qtbot, page.pad, *BOW)
    before = page.panel.preview.pixels
    page.path.player.set_mode(LOOP)
    page.path.play.trigger()
    seen = []
    page.path.walked.connect(lambda place: seen.append((place.x(), place.y())))
    qtbot.waitUntil(lambda: len(seen) > 5, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not np.array_equal(page.panel.preview.pixels, before), timeout=PATIENCE_MS)
    assert max(path_of(page).nearest(place)[0] for place in seen) < 0.01
    page.tools.action("move").trigger()
    drag(qtbot, page.pad, (2, -2.5), (2.5, -2.5))
    assert not page.path.player.is_playing and not page.path.play.isChecked()
    assert near((page.pad.place.x(), page.pad.place.y()), (2.5, -2.5))


def test_playing_stops_when_another_room_is_shown(qtbot, page, studio_window):
    drag(qtbot, page.pad, *BOW)
    page.path.player.set_mode(LOOP)
    page.path.play.trigger()
    studio_window.show_room("blend")
    assert not page.path.player.is_playing


def test_the_path_stays_where_it_lies_when_the_sheet_is_another(qtbot, page, studio_window):
    drag(qtbot, page.pad, *BOW)
    drawn = path_of(page)
    page.sheets.menu.plane_chosen.emit(LATTICE)  # what the menu's entry does
    assert path_of(page) == drawn
    assert "stays where it lies" in studio_window.status_line.room_text


def test_path_and_count_are_there_again_at_the_next_start(qtbot, page, session):
    drag(qtbot, page.pad, *RING)
    page.path.pill.count.set_value(60)
    again = ExplorePage(session)
    qtbot.addWidget(again)
    assert path_of(again) == path_of(page)
    assert again.path.pill.count.value == 60


def export_path(qtbot, page: ExplorePage, session, folder: Path, form: str) -> Path:
    page.path.export.trigger()
    dialog = page.path.exporter.dialog
    dialog.set_folder(folder)
    dialog.form.set_value(form)
    dialog.playing.set_value("seamless")
    dialog.fps.set_value(20)
    dialog.scale.set_value(2)
    path = export(qtbot, session, dialog)
    dialog.reject()
    return path


def is_seamless(frames: list[np.ndarray]) -> bool:
    """Whether from the last to the first it is a step like the others."""
    changes = [np.abs(a - b).mean() for a, b in zip(frames, frames[1:] + frames[:1], strict=True)]
    return 0 < changes[-1] <= 1.5 * max(changes[:-1])


def test_a_drawn_ring_goes_round_without_a_jump_in_another_program(qtbot, page, session, tmp_path):
    drag(qtbot, page.pad, *RING)
    page.path.pill.count.set_value(24)
    with Image.open(export_path(qtbot, page, session, tmp_path, ".gif")) as loop:
        frames = [np.asarray(frame.convert("L"), dtype=int) for frame in ImageSequence.Iterator(loop)]
        loop.seek(0)
        assert loop.info["duration"] == 50 and loop.info["loop"] == 0
    assert len(frames) == 24 and is_seamless(frames)


def test_an_open_path_gets_pictures_that_lead_back(qtbot, page, session, tmp_path):
    drag(qtbot, page.pad, *BOW)
    page.path.pill.count.set_value(24)
    with Image.open(export_path(qtbot, page, session, tmp_path, ".webp")) as loop:
        frames = [np.asarray(frame.convert("L"), dtype=int) for frame in ImageSequence.Iterator(loop)]
    assert len(frames) > 24 and is_seamless(frames)


@pytest.mark.skipif(not has_video(), reason='needs the extra "video"')
def test_a_film_of_the_path_opens_in_another_program(qtbot, page, session, tmp_path):
    import av

    drag(qtbot, page.pad, *RING)
    page.path.pill.count.set_value(30)
    with av.open(export_path(qtbot, page, session, tmp_path, ".mp4")) as film:
        stream = film.streams.video[0]
        frames = [frame.to_ndarray(format="gray").astype(int) for frame in film.decode(stream)]
        assert float(stream.average_rate) == 20
    assert len(frames) == 30 and is_seamless(frames)


@pytest.mark.parametrize(("channels", "mode"), [(3, "RGB"), (4, "RGBA")])
def test_colours_of_one_kind_are_drawn_over_and_exported_too(qtbot, page, session, tmp_path, channels, mode):
    model = ModelConfig(class_names=("frog",), channels=channels, width=2, z_size=8)
    own = save_untrained(model, tmp_path / "frogs.safetensors", "Frogs")
    drag(qtbot, page.pad, *RING)
    page.path.pill.count.set_value(12)
    session.open_file(own)
    qtbot.waitUntil(lambda: session.inference.info.name == "Frogs", timeout=PATIENCE_MS)
    assert path_of(page).closed  # it stays over the sheet of another generator as well
    (tmp_path / "out").mkdir()
    folder = export_path(qtbot, page, session, tmp_path / "out", "frames")
    with Image.open(folder / "00001.png") as first:
        assert (first.size, first.mode) == ((56, 56), mode)
    assert len(list(folder.iterdir())) == 12
