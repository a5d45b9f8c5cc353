"""A person asks what the discriminator finds real, what it looks at, and whether a picture was learnt by heart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

import gan
from studio.app import Studio
from studio.pages.train.page import TrainPage
from tests.studio.journeys.training_room import (
    BUTTON,
    WAIT_MS,
    draw_shapes,
    find_room,
    leave_run,
    words,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return leave_run("Run 1", draw_shapes(tmp_path), steps=30)


@pytest.fixture
def room(qtbot: QtBot, folder: Path, studio: Studio) -> TrainPage:
    return find_room(qtbot, studio, folder)


def hover(room: TrainPage, row: int, column: int, keys: Qt.KeyboardModifier) -> None:
    gallery = room.samples.gallery
    place = QPointF(gallery.cell_rect(row, column).center())
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, place, gallery.mapToGlobal(place), none, none, keys)
    QApplication.sendEvent(gallery, event)


def test_the_score_under_the_cursor_is_the_discriminator_s_own(
    qtbot: QtBot, folder: Path, room: TrainPage
) -> None:
    hover(room, 1, 2, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: "D: " in words(room.samples), timeout=WAIT_MS)
    view = gan.open_discriminator(folder)
    pixels = room.samples.gallery.pixels
    assert pixels is not None
    for row, column in ((1, 2), (0, 5)):
        hover(room, row, column, Qt.KeyboardModifier.NoModifier)
        score = float(view.scores(pixels[row, column][None], np.array([row]))[0])
        assert f"D: {round(100 * score)}% genuine" in words(room.samples)
    QApplication.sendEvent(room.samples.gallery, QEvent(QEvent.Type.Leave))
    assert "D: " not in words(room.samples)


def test_what_the_discriminator_looks_at_glows_over_the_pictures(qtbot: QtBot, room: TrainPage) -> None:
    gallery = room.samples.gallery

    def redness(image: QImage) -> int:
        colours = [image.pixelColor(x, y) for x in range(0, 200, 3) for y in range(0, 50, 3)]
        return max(colour.red() - colour.blue() for colour in colours)

    assert redness(gallery.grab().toImage()) < 60
    room.samples.options.heat.trigger()
    qtbot.waitUntil(lambda: redness(gallery.grab().toImage()) > 100, timeout=WAIT_MS)
    room.samples.options.heat.trigger()
    assert redness(gallery.grab().toImage()) < 60


def test_the_nearest_training_pictures_come_with_distances_and_a_plain_sentence(
    qtbot: QtBot, folder: Path, room: TrainPage
) -> None:
    gallery, card = room.samples.gallery, room.samples.card
    qtbot.mouseClick(gallery, BUTTON, pos=gallery.cell_rect(1, 2).center())
    qtbot.keyClick(gallery, Qt.Key.Key_N)
    assert card.isVisible()
    assert gallery.pixels is not None
    found = gan.open_nearest(folder).find(gallery.pixels[1, 2])
    qtbot.waitUntil(lambda: found.sentence in words(card), timeout=WAIT_MS)
    shown = [label.text() for label in card.findChildren(QLabel)]
    for distance in found.distances:
        assert f"{distance:.2f}" in shown
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_alt_over_a_picture_asks_for_its_nearest(qtbot: QtBot, room: TrainPage) -> None:
    hover(room, 0, 3, Qt.KeyboardModifier.AltModifier)
    card = room.samples.card
    assert card.isVisible()
    qtbot.waitUntil(lambda: "training picture" in words(card) and "0." in words(card), timeout=WAIT_MS)
    qtbot.mouseClick(card.close_button, BUTTON)
    assert not card.isVisible()
