"""Sliders, wells and tiles of the Blend room."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from gan.latents import Latent
from studio.tokens import tokens_for
from studio.widgets.blend.blend_sliders import BlendSliders
from studio.widgets.controls.buttons import IconButton
from studio.widgets.controls.slider_track import SliderTrack
from studio.widgets.pictures.kept_row import KeptRow
from studio.widgets.pictures.latent_mime import latent_mime
from studio.widgets.pictures.picture_row import PictureRow
from studio.widgets.pictures.picture_view import PictureView
from studio.widgets.pictures.picture_well import PictureWell
from studio.widgets.pictures.tile_grid import TileGrid

LEFT = Qt.MouseButton.LeftButton
PICTURE = np.full((28, 28, 1), 255, np.uint8)


def shown(qtbot, widget, width, height):
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    return widget


@pytest.fixture
def sliders(qtbot):
    return shown(qtbot, BlendSliders(), 656, 72)


def link_of(sliders):
    return sliders.findChild(IconButton)


def test_shape_and_style_move_by_themselves(qtbot, sliders):
    shape, style = sliders.findChildren(SliderTrack)
    reported = []
    sliders.values_changed.connect(lambda *values: reported.append(values))
    shape.setFocus()
    qtbot.keyClick(shape, Qt.Key.Key_End)
    assert (sliders.shape, sliders.style_value) == (1.5, 0.5)
    qtbot.keyClick(style, Qt.Key.Key_Home)
    assert reported == [(1.5, 0.5), (1.5, -0.5)]


def test_what_lies_beyond_the_two_pictures_is_filled_in_the_colour_of_a_warning(qtbot, sliders):
    track = sliders.findChildren(SliderTrack)[0]
    beyond, before = 1.2, 0.5

    def colour_at(number):
        x = round(8 + (number + 0.5) / 2 * (track.width() - 16))
        return track.grab().toImage().pixelColor(x, track.height() // 2).name().upper()

    tokens = tokens_for(track)
    sliders.set_values(1.5, 0.5)
    assert (colour_at(before), colour_at(beyond)) == (tokens.accent, tokens.warn)
    sliders.set_values(1.0, 0.5)
    assert colour_at(beyond) != tokens.warn


def test_linked_they_move_together(qtbot, sliders):
    qtbot.mouseClick(link_of(sliders), LEFT)
    qtbot.keyClick(sliders.findChildren(SliderTrack)[1], Qt.Key.Key_End)
    assert (sliders.shape, sliders.style_value) == (1.5, 1.5)


def test_values_set_from_outside_are_not_reported(sliders):
    reported = []
    sliders.values_changed.connect(lambda *values: reported.append(values))
    sliders.set_values(0.25, 1.25)
    assert reported == [] and (sliders.shape, sliders.style_value) == (0.25, 1.25)


def drop(well, text):
    mime = latent_mime(text)
    view = well.findChild(PictureView)
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    if view.acceptDrops():
        view.dropEvent(event)


def test_a_well_takes_what_is_dropped_unless_it_is_locked(qtbot):
    well = shown(qtbot, PictureWell("A", 168), 180, 240)
    dropped = []
    well.latent_dropped.connect(dropped.append)
    text = Latent(np.ones(4), [1.0]).to_text()
    drop(well, text)
    with qtbot.waitSignal(well.lock_changed):
        qtbot.mouseClick(well.findChild(IconButton), LEFT)
    drop(well, text)
    assert dropped == [text] and well.is_locked


def test_tiles_are_clicked_by_mouse_and_by_keys(qtbot):
    grid = shown(qtbot, TileGrid(10, 40, rows=10), 478, 300)
    grid.set_pictures([PICTURE] * 100)
    clicked = []
    grid.clicked.connect(clicked.append)
    qtbot.mouseClick(grid, LEFT, pos=grid.tile_rect(23).center().toPoint())
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert clicked == [23, 32]


def test_rows_that_do_not_fit_are_cut_and_cannot_be_reached(qtbot):
    grid = shown(qtbot, TileGrid(10, 40, rows=10), 478, 100)
    grid.set_pictures([PICTURE] * 100)
    assert not grid.tile_rect(19).isEmpty() and grid.tile_rect(20).isEmpty()
    qtbot.mouseClick(grid, LEFT, pos=grid.tile_rect(12).center().toPoint())
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.focus_rect() == grid.tile_rect(12)


def test_a_flush_film_reaches_both_edges(qtbot):
    film = shown(qtbot, TileGrid(16, 56, flush=True), 1182, 62)
    film.set_pictures([PICTURE] * 16)
    assert film.tile_rect(0).left() == 3 and film.tile_rect(15).right() == 1179


def test_the_newest_kept_picture_stands_at_the_left(qtbot):
    row = shown(qtbot, KeptRow("tip"), 478, 90)
    row.set_pictures([PICTURE] * 12, [f"latent {index}" for index in range(12)])
    clicked = []
    row.clicked.connect(clicked.append)
    tiles = row.findChild(PictureRow)
    qtbot.mouseClick(tiles, LEFT, pos=tiles.tile_rect(0).center().toPoint())
    qtbot.mouseClick(tiles, LEFT, pos=tiles.tile_rect(2).center().toPoint())
    assert clicked == [11, 9] and len(tiles) == 8


def test_an_empty_shelf_says_how_to_fill_it(qtbot):
    row = shown(qtbot, KeptRow("tip"), 478, 90)
    empty = row.grab().toImage()
    row.set_pictures([PICTURE], ["latent"])
    assert row.grab().toImage() != empty


def test_a_menu_is_asked_for_where_the_tile_is(qtbot):
    grid = shown(qtbot, TileGrid(10, 40), 478, 60)
    grid.set_pictures([PICTURE] * 10)
    point = grid.tile_rect(6).center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, grid.mapToGlobal(point))
    with qtbot.waitSignal(grid.menu_requested) as asked:
        QApplication.sendEvent(grid, event)
    assert asked.args == [6, grid.mapToGlobal(point)]


def test_a_link_that_is_restored_moves_nothing(sliders):
    reported = []
    sliders.values_changed.connect(lambda *values: reported.append(values))
    sliders.set_linked(True)
    assert link_of(sliders).isChecked() and reported == []
