"""A person looks at fresh samples, takes one along, and holds a key to see what the run learns from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gan.image_maker import ImageMaker
from gan.latents import gaussian
from studio.app import Studio
from studio.pages.train.page import TrainPage
from tests.studio.journeys.hand import click_segment
from tests.studio.journeys.training_room import (
    BUTTON,
    WAIT_MS,
    draw_shapes,
    enter_room,
    train_to_the_end,
    words,
)


@pytest.fixture
def room(qtbot: QtBot, studio: Studio, tmp_path: Path) -> TrainPage:
    page = enter_room(qtbot, studio, draw_shapes(tmp_path), steps=30)
    train_to_the_end(qtbot, studio, page)
    qtbot.waitUntil(lambda: studio.session.generator_source == "run", timeout=WAIT_MS)
    return page


def show_fresh(qtbot: QtBot, room: TrainPage) -> None:
    with qtbot.waitSignal(room.samples.fresh.ready, timeout=WAIT_MS):
        click_segment(qtbot, room.samples.pages, "Fresh")


def menu_of(qtbot: QtBot, room: TrainPage, row: int, column: int) -> QMenu:
    gallery = room.samples.gallery
    place = gallery.cell_rect(row, column).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, gallery.mapToGlobal(place))
    QApplication.sendEvent(gallery, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_fresh_samples_are_others_at_every_press_and_come_back_by_their_seed(
    qtbot: QtBot, studio: Studio, room: TrainPage
) -> None:
    fixed = room.samples.gallery.pixels
    show_fresh(qtbot, room)
    first = room.samples.gallery.pixels
    assert fixed is not None and first is not None and first.shape == fixed.shape
    assert not np.array_equal(first, fixed)
    with qtbot.waitSignal(room.samples.fresh.ready, timeout=WAIT_MS):
        qtbot.mouseClick(room.samples.dice, BUTTON)
    second = room.samples.gallery.pixels
    assert second is not None and not np.array_equal(second, first)
    qtbot.mouseClick(room.samples.gallery, BUTTON, pos=room.samples.gallery.cell_rect(1, 2).center())
    qtbot.keyClick(room.samples.gallery, Qt.Key.Key_P)
    kept = studio.session.shelf[-1]
    sheet = room.samples.fresh.sheet
    assert sheet is not None
    seed = int(sheet.seeds[1, 2])
    np.testing.assert_array_equal(kept.latent.z, gaussian(seed, 1, kept.latent.z.size)[0])
    np.testing.assert_array_equal(kept.pixels, second[1, 2])
    folder = Path(studio.session.settings.value("train/last_run", ""))
    again = ImageMaker.open(folder).make(kept.latent.z[None], kept.latent.mix[None])[0]
    assert np.abs(again.astype(int) - kept.pixels.astype(int)).max() <= 1, "the seed makes it again"
    click_segment(qtbot, room.samples.pages, "Fixed")
    np.testing.assert_array_equal(room.samples.gallery.pixels, fixed)


def test_the_menu_says_how_a_picture_was_made(qtbot: QtBot, room: TrainPage) -> None:
    menu = menu_of(qtbot, room, 1, 2)
    assert menu.actions()[-1].text() == "standing, style 3: seed 8, step 30"
    menu.close()
    show_fresh(qtbot, room)
    menu = menu_of(qtbot, room, 0, 1)
    assert menu.actions()[-1].text() == "lying, style 2: seed 1001, step 30"
    menu.close()
    assert "by Run 1, step 30" in words(room.samples)


def test_a_fresh_picture_goes_to_every_room_with_its_latent(
    qtbot: QtBot, studio: Studio, room: TrainPage
) -> None:
    show_fresh(qtbot, room)
    for number, key in enumerate((Qt.Key.Key_X, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_B)):
        studio.window.show_room("train")
        cell = room.samples.gallery.cell_rect(0, number).center()
        qtbot.mouseClick(room.samples.gallery, BUTTON, pos=cell)
        with qtbot.waitSignal(studio.session.latent_sent, timeout=WAIT_MS) as told:
            qtbot.keyClick(room.samples.gallery, key)
        assert told.args[0] == ("explore", "blend_a", "blend_b", "brush")[number]
        np.testing.assert_array_equal(told.args[1].z, gaussian(1000 + number, 1, told.args[1].z.size)[0])


def test_real_pictures_stand_in_place_while_space_or_the_eye_is_held(qtbot: QtBot, room: TrainPage) -> None:
    gallery = room.samples.gallery
    made = gallery.grab().toImage()
    qtbot.keyPress(gallery, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: gallery.grab().toImage() != made, timeout=WAIT_MS)
    lying = gallery.grab(gallery.cell_rect(0, 0)).toImage()
    column = [lying.pixelColor(lying.width() // 2, y).lightness() for y in range(lying.height())]
    assert min(column) < 60 and max(column) > 200, "a lying bar crosses it"
    qtbot.keyRelease(gallery, Qt.Key.Key_Space)
    assert gallery.grab().toImage() == made
    qtbot.mousePress(room.samples.real, BUTTON)
    assert gallery.grab().toImage() != made
    qtbot.mouseRelease(room.samples.real, BUTTON, pos=QPoint(4, 4))
    assert gallery.grab().toImage() == made


def test_zoom_and_inversion_are_chosen_from_a_menu_and_remembered(
    qtbot: QtBot, studio: Studio, room: TrainPage
) -> None:
    actions = {action.text(): action for action in room.samples.options.menu.actions()}
    actions["1× its pixels"].trigger()
    assert room.samples.gallery.cell_rect(0, 0).width() == 28
    actions["4× its pixels"].trigger()
    assert room.samples.gallery.cell_rect(0, 0).width() == 112
    actions["Invert the gallery"].trigger()
    again = TrainPage(studio.session)
    qtbot.addWidget(again)
    assert again.samples.gallery.cell_rect(0, 0).width() == 112
    assert again.samples.options.look.inverted
