"""Someone lets some layers of the generator draw with a second picture."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from gan.latents import Latent, gaussian, one_hot
from studio.pages.explore.page import ExplorePage
from studio.widgets.pictures.picture_view import PictureView
from tests.studio.journeys.explore_room import PATIENCE_MS, enter_explore
from tests.studio.journeys.hand import LEFT

EIGHT = Latent(0.8 * gaussian(21, 1, 64)[0], one_hot(8, 10))


@pytest.fixture
def page(qtbot, studio) -> ExplorePage:
    page = enter_explore(qtbot, studio)
    qtbot.mouseClick(page.panel.layers.head, LEFT)
    return page


def paste(qtbot, page, text: str) -> None:
    QApplication.clipboard().setText(text)
    page.panel.layers.well.setFocus()
    qtbot.keyClick(page.panel.layers.well, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def tiles_of(page) -> list[PictureView]:
    mixer = page.panel.layers
    return [view for view in mixer.findChildren(PictureView) if view is not mixer.well]


def wait_for_tiles(qtbot, page) -> None:
    qtbot.waitUntil(lambda: all(tile.pixels is not None for tile in tiles_of(page)), timeout=PATIENCE_MS)


def wait_for(qtbot, page, pixels) -> None:
    qtbot.waitUntil(
        lambda: np.abs(page.panel.preview.pixels.astype(int) - pixels).max() <= 1, timeout=PATIENCE_MS
    )


def test_each_tile_shows_what_its_layer_does_and_the_picture_becomes_that_when_it_is_pressed(qtbot, page):
    plain = page.panel.preview.pixels
    paste(qtbot, page, EIGHT.to_text())
    wait_for_tiles(qtbot, page)
    tiles = tiles_of(page)
    assert len(tiles) == 4  # the style, and the class in each of three layers
    for tile in tiles:
        alone = tile.pixels
        qtbot.mouseClick(tile, LEFT)
        wait_for(qtbot, page, alone)
        qtbot.mouseClick(tile, LEFT)
        wait_for(qtbot, page, plain)


def test_every_layer_taken_over_is_the_second_picture(qtbot, page):
    paste(qtbot, page, EIGHT.to_text())
    wait_for_tiles(qtbot, page)
    for tile in tiles_of(page):
        qtbot.mouseClick(tile, LEFT)
    wait_for(qtbot, page, page.panel.layers.well.pixels)


def test_a_click_takes_the_picture_under_the_dot_and_it_stays_while_the_dot_goes_on(qtbot, page):
    qtbot.mouseClick(page.panel.layers.well, LEFT)
    qtbot.waitUntil(lambda: page.panel.layers.well.pixels is not None, timeout=PATIENCE_MS)
    taken = page.panel.layers.well.pixels
    before = page.panel.preview.pixels
    assert np.array_equal(taken, before)
    qtbot.mouseClick(page.pad, LEFT, pos=page.pad.point_of(QPointF(2, -2)).toPoint())
    qtbot.waitUntil(lambda: not np.array_equal(page.panel.preview.pixels, before), timeout=PATIENCE_MS)
    for tile in tiles_of(page):
        qtbot.mouseClick(tile, LEFT)
    wait_for(qtbot, page, taken)


def test_a_mixed_picture_can_be_saved_but_not_kept_and_says_why(qtbot, page, session, tmp_path):
    paste(qtbot, page, EIGHT.to_text())
    wait_for_tiles(qtbot, page)
    alone = tiles_of(page)[0].pixels
    qtbot.mouseClick(tiles_of(page)[0], LEFT)
    wait_for(qtbot, page, alone)
    actions, buttons = page.picture_actions, page.panel.buttons
    qtbot.waitUntil(lambda: not buttons.keep.isEnabled(), timeout=PATIENCE_MS)
    assert "No single latent" in buttons.keep.toolTip()
    qtbot.keyClick(page.pad, Qt.Key.Key_P)
    assert len(session.shelf) == 0
    actions.save.trigger()
    dialog = page.window().findChild(QFileDialog)
    path = tmp_path / "mixed.png"
    dialog.fileSelected.emit(str(path))
    qtbot.waitUntil(path.exists, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.window().findChild(QFileDialog) is None, timeout=PATIENCE_MS)
    with Image.open(path) as image:
        assert image.info["Second latent"] == EIGHT.to_text()
        assert image.info["Taken from it"] == "style"
    qtbot.mouseClick(tiles_of(page)[0], LEFT)
    qtbot.waitUntil(buttons.keep.isEnabled, timeout=PATIENCE_MS)


def test_steps_can_be_undone_and_are_there_at_the_next_start(qtbot, page, session):
    plain = page.panel.preview.pixels
    paste(qtbot, page, EIGHT.to_text())
    wait_for_tiles(qtbot, page)
    qtbot.mouseClick(tiles_of(page)[1], LEFT)
    qtbot.waitUntil(lambda: not np.array_equal(page.panel.preview.pixels, plain), timeout=PATIENCE_MS)
    mixed = page.panel.preview.pixels
    page.undo_action.trigger()
    wait_for(qtbot, page, plain)
    page.redo_action.trigger()
    wait_for(qtbot, page, mixed)
    again = ExplorePage(session)
    qtbot.addWidget(again)
    assert again.panel.layers.head.isChecked()
    again.resize(1208, 704)
    again.show()
    qtbot.waitUntil(lambda: again.panel.preview.pixels is not None, timeout=PATIENCE_MS)
    wait_for(qtbot, again, mixed)


def test_what_is_no_latent_is_refused_in_words(qtbot, page):
    said = []
    page.status_text_changed.connect(said.append)
    paste(qtbot, page, "a poem")
    paste(qtbot, page, Latent(np.zeros(3), one_hot(0, 2)).to_text())
    assert any("not a latent" in sentence for sentence in said)
    assert any("another generator" in sentence for sentence in said)
    assert page.panel.layers.well.pixels is None


def test_with_room_for_both_the_directions_are_there_too_at_the_next_start(qtbot, page, session):
    again = ExplorePage(session)
    qtbot.addWidget(again)
    again.resize(1848, 984)
    again.show()
    assert again.panel.layers.is_unfolded
    assert again.panel.directions.head.isChecked()
