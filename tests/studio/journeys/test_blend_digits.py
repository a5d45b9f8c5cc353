"""Someone mixes a three and an eight, and what else they find."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from gan.latents import Latent, one_hot, seed_origin
from studio.pages.blend_film import FRAMES
from studio.pages.blend_page import BlendPage
from studio.widgets.buttons import IconButton
from studio.widgets.slider_track import SliderTrack

LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 20_000


@pytest.fixture
def page(qtbot, studio_window) -> BlendPage:
    studio_window.show_room("blend")
    page = studio_window.pages["blend"]
    qtbot.waitUntil(lambda: page.desk.result.pixels is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.desk.wells["b"].pixels is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(page.sources.fresh.pictures) == 100, timeout=PATIENCE_MS)
    return page


def wait_for_another_picture(qtbot, page, before):
    qtbot.waitUntil(lambda: not np.array_equal(page.desk.result.pixels, before), timeout=PATIENCE_MS)
    return page.desk.result.pixels


def click_tile(qtbot, grid, index):
    qtbot.mouseClick(grid, LEFT, pos=grid.tile_rect(index).center().toPoint())


def alike(pixels, others) -> bool:
    """The same picture but for the last bits, which differ with the size of a batch."""
    return np.abs(pixels.astype(int) - others.astype(int)).max() <= 2


def test_the_sliders_lead_from_a_to_b(qtbot, page):
    shape, style = page.desk.sliders.findChildren(SliderTrack)
    qtbot.mouseClick(page.desk.sliders.findChild(IconButton), LEFT)  # the link
    for share, well in ((0.25, "a"), (0.75, "b")):
        before = page.desk.result.pixels
        x = round(8 + share * (shape.width() - 16))
        qtbot.mouseClick(shape, LEFT, pos=QPoint(x, shape.height() // 2))
        wait_for_another_picture(qtbot, page, before)
        assert shape.number == style.number
        assert np.corrcoef(page.desk.result.pixels.ravel(), page.desk.wells[well].pixels.ravel())[0, 1] > 0.95


def test_a_class_is_one_click_away_in_the_same_style(qtbot, page):
    before, classes = page.desk.result.pixels, page.desk.classes
    five = classes.pictures[5]
    click_tile(qtbot, classes, 5)
    qtbot.waitUntil(lambda: alike(page.desk.result.pixels, five), timeout=PATIENCE_MS)
    assert page.desk.mixer.mix[5] == 1
    bar = page.desk.mixer.bar_rect(6)
    qtbot.mousePress(page.desk.mixer, LEFT, pos=bar.center().toPoint())
    qtbot.mouseRelease(page.desk.mixer, LEFT, pos=bar.center().toPoint())
    wait_for_another_picture(qtbot, page, five)
    assert page.desk.mixer.mix[[5, 6]] == pytest.approx([0.5, 0.5], abs=0.02)
    assert not np.array_equal(page.desk.result.pixels, before)


def test_swap_leaves_the_middle_as_it_is(qtbot, page):
    a, b, middle = page.desk.wells["a"].pixels, page.desk.wells["b"].pixels, page.desk.result.pixels
    qtbot.mouseClick(page.room_bar_left, LEFT)
    qtbot.waitUntil(lambda: alike(page.desk.wells["a"].pixels, b), timeout=PATIENCE_MS)
    assert alike(page.desk.wells["b"].pixels, a)
    assert alike(page.desk.result.pixels, middle)


def test_fresh_pictures_fill_a_and_then_b_but_never_a_locked_well(qtbot, page):
    fresh, wells = page.sources.fresh, page.desk.wells
    click_tile(qtbot, fresh, 12)
    qtbot.waitUntil(lambda: alike(wells["a"].pixels, fresh.pictures[12]), timeout=PATIENCE_MS)
    click_tile(qtbot, fresh, 27)
    qtbot.waitUntil(lambda: alike(wells["b"].pixels, fresh.pictures[27]), timeout=PATIENCE_MS)
    qtbot.mouseClick(wells["a"].findChild(IconButton), LEFT)
    click_tile(qtbot, fresh, 34)
    qtbot.waitUntil(lambda: alike(wells["b"].pixels, fresh.pictures[34]), timeout=PATIENCE_MS)
    assert alike(wells["a"].pixels, fresh.pictures[12])


def test_a_latent_sent_from_another_room_arrives(qtbot, page, session):
    latent = Latent(0.8 * seed_origin(77, session.inference.info.model.z_size), one_hot(6, 10))
    before = page.desk.wells["b"].pixels
    session.send("blend_b", latent, None)
    qtbot.waitUntil(lambda: not np.array_equal(page.desk.wells["b"].pixels, before), timeout=PATIENCE_MS)


def test_a_frame_of_the_film_becomes_the_middle_picture_and_is_kept(qtbot, page, session):
    frames = page.film.frames
    qtbot.waitUntil(lambda: len(frames.pictures) == FRAMES, timeout=PATIENCE_MS)
    click_tile(qtbot, frames, 9)
    qtbot.waitUntil(lambda: alike(page.desk.result.pixels, frames.pictures[9]), timeout=PATIENCE_MS)
    assert frames.chosen == 9
    qtbot.mouseClick(page.desk.buttons.keep, LEFT)
    assert np.array_equal(session.shelf[0].pixels, page.desk.result.pixels)


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, a menu can neither be raised nor grab
def test_a_tile_is_copied_as_text_from_its_menu(qtbot, page):
    point = page.sources.fresh.tile_rect(3).center().toPoint()
    place = page.sources.fresh.mapToGlobal(point)
    QApplication.sendEvent(
        page.sources.fresh, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place)
    )
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.shortcut().toString() == "C").trigger()
    copied = Latent.from_text(QApplication.clipboard().text())
    assert int(copied.mix.argmax()) == 3
    menu.close()


def test_the_next_start_is_where_this_one_ended(qtbot, page, session):
    click_tile(qtbot, page.sources.fresh, 41)
    click_tile(qtbot, page.film.frames, 12)
    again = BlendPage(session)
    qtbot.addWidget(again)
    again.resize(page.size())
    again.show()
    qtbot.waitUntil(lambda: again.desk.result.pixels is not None, timeout=PATIENCE_MS)
    assert again.film.frames.chosen == 12
    assert again.desk.sliders.shape == pytest.approx(12 / 15, abs=0.01)
