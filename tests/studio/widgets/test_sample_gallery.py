"""The gallery shows its cells at whole multiples, and mouse and keyboard choose among them."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.theme import DARK, apply_theme
from studio.widgets.gallery.gallery_grid import GalleryGrid
from studio.widgets.gallery.gallery_look import GalleryLook
from studio.widgets.gallery.sample_gallery import SampleGallery

DIGITS = tuple("0123456789")


@pytest.fixture
def gallery(qtbot: QtBot, qapp: QApplication) -> SampleGallery:
    apply_theme(qapp, "dark")
    gallery = SampleGallery()
    gallery.set_layout(DIGITS, 8, (28, 28))
    gallery.resize(500, 580)
    qtbot.addWidget(gallery)
    gallery.show()
    return gallery


def blank(level: int = 0) -> np.ndarray:
    return np.full((10, 8, 28, 28, 1), level, np.uint8)


@pytest.mark.parametrize(("height", "zoom"), [(580, 2), (860, 3), (300, 1), (100, 1)])
def test_cells_are_whole_multiples_of_their_pictures(height: int, zoom: int) -> None:
    grid = GalleryGrid(rows=10, columns=8, picture=QSize(28, 28), name_width=24)
    room = QSize(2000, height)
    assert grid.cell_rect(9, 7, room).size() == QSize(28, 28) * zoom


def test_pictures_too_wide_for_the_room_shrink_to_a_whole_fraction() -> None:
    grid = GalleryGrid(rows=1, columns=8, picture=QSize(256, 256), name_width=24)
    assert grid.cell_rect(0, 0, QSize(600, 600)).size() == QSize(64, 64)


def test_the_picture_of_a_cell_lies_in_that_cell(gallery: SampleGallery) -> None:
    pixels = blank()
    pixels[3, 5] = 255
    gallery.set_pixels(pixels)
    image = gallery.grab().toImage()
    assert image.pixelColor(gallery.cell_rect(3, 5).center()) == QColor(DARK.chalk)
    assert image.pixelColor(gallery.cell_rect(3, 4).center()) == QColor(DARK.slate)


def test_fresh_pictures_and_another_theme_replace_what_was_drawn(
    qapp: QApplication, gallery: SampleGallery
) -> None:
    gallery.set_pixels(blank(255))
    before = gallery.grab().toImage()
    apply_theme(qapp, "light")
    assert gallery.grab().toImage().pixelColor(gallery.cell_rect(0, 0).center()) != before.pixelColor(
        gallery.cell_rect(0, 0).center()
    )


def test_a_click_chooses_a_cell(qtbot: QtBot, gallery: SampleGallery) -> None:
    with qtbot.waitSignal(gallery.cell_chosen) as told:
        qtbot.mouseClick(gallery, Qt.MouseButton.LeftButton, pos=gallery.cell_rect(4, 2).center())
    assert told.args == [4, 2]
    assert gallery.chosen == (4, 2)
    assert gallery.accessibleDescription() == "4, style 3"


def test_a_click_beside_the_cells_chooses_nothing(qtbot: QtBot, gallery: SampleGallery) -> None:
    qtbot.mouseClick(gallery, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert gallery.chosen is None


def test_arrows_walk_through_the_cells_and_stop_at_the_rim(qtbot: QtBot, gallery: SampleGallery) -> None:
    keys = Qt.Key
    for key in (keys.Key_Down, keys.Key_Up, keys.Key_Right, keys.Key_Down, keys.Key_Left, keys.Key_Left):
        qtbot.keyClick(gallery, key)
    assert gallery.chosen == (1, 0)


def test_enter_and_double_click_take_the_chosen_cell_further(qtbot: QtBot, gallery: SampleGallery) -> None:
    gallery.choose(2, 2)
    with qtbot.waitSignal(gallery.cell_activated) as told:
        qtbot.keyClick(gallery, Qt.Key.Key_Return)
    assert told.args == [2, 2]
    with qtbot.waitSignal(gallery.cell_activated) as told:
        qtbot.mouseDClick(gallery, Qt.MouseButton.LeftButton, pos=gallery.cell_rect(7, 1).center())
    assert told.args == [7, 1]


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_is_asked_for_by_mouse_and_by_key(
    qtbot: QtBot, gallery: SampleGallery, reason: QContextMenuEvent.Reason
) -> None:
    gallery.choose(6, 3)
    place = gallery.cell_rect(6, 3).center()
    with qtbot.waitSignal(gallery.menu_requested) as told:
        QApplication.sendEvent(gallery, QContextMenuEvent(reason, place, gallery.mapToGlobal(place)))
    assert told.args == [6, 3, gallery.mapToGlobal(place)]


def test_pictures_without_classes_are_numbered_through(gallery: SampleGallery) -> None:
    gallery.set_layout(("",) * 10, 8, (28, 28))
    assert gallery.words_of(2, 3) == "Style 20"


def test_the_wipe_shows_the_other_moment_left_of_its_divider(qtbot: QtBot, gallery: SampleGallery) -> None:
    gallery.set_pixels(blank(0))
    gallery.set_compared(blank(255), ("step 10", "step 20"))
    assert gallery.divider.isVisible()
    left, right = gallery.cell_rect(5, 0).center(), gallery.cell_rect(5, 7).center()
    image = gallery.grab().toImage()
    assert image.pixelColor(left) == QColor(DARK.chalk)
    assert image.pixelColor(right) == QColor(DARK.slate)
    qtbot.keyClick(gallery.divider, Qt.Key.Key_End)
    assert gallery.grab().toImage().pixelColor(right) == QColor(DARK.chalk)
    qtbot.keyClick(gallery.divider, Qt.Key.Key_Home)
    assert gallery.grab().toImage().pixelColor(left) == QColor(DARK.slate)
    gallery.set_compared(None)
    assert not gallery.divider.isVisible()


def test_the_divider_follows_the_mouse_and_chooses_no_picture(qtbot: QtBot, gallery: SampleGallery) -> None:
    gallery.set_pixels(blank(0))
    gallery.set_compared(blank(255))
    divider = gallery.divider
    qtbot.mousePress(divider, Qt.MouseButton.LeftButton)
    target = gallery.cell_rect(5, 1).center()
    qtbot.mouseMove(divider, divider.mapFrom(gallery, target))
    qtbot.mouseRelease(divider, Qt.MouseButton.LeftButton)
    assert abs(divider.line_x - target.x()) <= 1
    assert gallery.chosen is None


def test_space_asks_for_real_pictures_only_while_it_is_held(qtbot: QtBot, gallery: SampleGallery) -> None:
    told: list[bool] = []
    gallery.cover_asked.connect(told.append)
    qtbot.keyPress(gallery, Qt.Key.Key_Space)
    assert told == [True]
    gallery.set_pixels(blank(0))
    gallery.set_cover(blank(255))
    place = gallery.cell_rect(3, 3).center()
    assert gallery.grab().toImage().pixelColor(place) == QColor(DARK.chalk)
    qtbot.keyRelease(gallery, Qt.Key.Key_Space)
    assert told == [True, False]
    gallery.set_cover(None)
    assert gallery.grab().toImage().pixelColor(place) == QColor(DARK.slate)


def test_inversion_and_contrast_change_only_what_is_seen(gallery: SampleGallery) -> None:
    gallery.set_pixels(blank(0))
    gallery.set_look(GalleryLook(inverted=True))
    assert gallery.grab().toImage().pixelColor(gallery.cell_rect(3, 3).center()) == QColor(DARK.chalk)
    assert gallery.pixels is not None and gallery.pixels.max() == 0
    grey = np.array([[[100, 160]]], np.uint8)
    assert GalleryLook(contrast=2.0).applied(grey).tolist() == [[[72, 192]]]
    coloured = np.array([[[10, 20, 30, 77]]], np.uint8)
    assert GalleryLook(inverted=True).applied(coloured).tolist() == [[[245, 235, 225, 77]]], "alpha stays"


def test_a_chosen_zoom_holds_whatever_the_room(gallery: SampleGallery) -> None:
    assert gallery.cell_rect(0, 0).width() == 56
    gallery.set_zoom(4)
    assert gallery.cell_rect(0, 0).width() == 112
    assert gallery.minimumSizeHint().width() > 8 * 112, "so that it scrolls"
    gallery.set_layout(DIGITS, 8, (28, 28))
    assert gallery.cell_rect(0, 0).width() == 112, "also for the next run"
    gallery.set_zoom(0)
    assert gallery.cell_rect(0, 0).width() == 56


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_heat_is_seen_on_ink_and_beside_it_in_both_themes(
    qapp: QApplication, gallery: SampleGallery, theme: Literal["dark", "light"]
) -> None:
    apply_theme(qapp, theme)
    pixels = blank(0)
    pixels[:, 4:] = 255
    gallery.set_pixels(pixels)
    heat = np.zeros((10, 8, 28, 28), np.float32)
    gallery.set_heat(heat)
    cold = gallery.grab().toImage()
    heat[2] = 1.0
    gallery.set_heat(heat)
    warm = gallery.grab().toImage()
    for column in (0, 7):
        place = gallery.cell_rect(2, column).center()
        before, after = cold.pixelColor(place), warm.pixelColor(place)
        difference = sum(
            abs(getattr(before, name)() - getattr(after, name)()) for name in ("red", "green", "blue")
        )
        assert difference > 120, (theme, column)


def test_the_picture_under_the_cursor_is_told_with_alt(qtbot: QtBot, gallery: SampleGallery) -> None:
    told: list[tuple[int, int, bool]] = []
    gallery.cell_hovered.connect(lambda row, column, alt: told.append((row, column, alt)))
    qtbot.mouseMove(gallery, gallery.cell_rect(2, 5).center())
    QApplication.sendEvent(
        gallery,
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(gallery.cell_rect(2, 5).center()),
            QPointF(gallery.mapToGlobal(gallery.cell_rect(2, 5).center())),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.AltModifier,
        ),
    )
    QApplication.sendEvent(gallery, QEvent(QEvent.Type.Leave))
    assert told == [(2, 5, False), (2, 5, True), (-1, -1, False)]
