"""Pictures are clicked, walked through, dragged and dropped; slate and paper differ."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.theme import DARK, apply_theme
from studio.widgets.pictures.latent_mime import latent_mime, latent_text
from studio.widgets.pictures.picture_row import PictureRow
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.picture_view import PictureView
from studio.widgets.pictures.pressable_tiles import NOTHING

Keys = Qt.Key


def _picture(level: int = 255) -> np.ndarray:
    pixels = np.zeros((28, 28, 1), np.uint8)
    pixels[8:20, 12:16] = level
    return pixels


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> PictureView:
    apply_theme(qapp, "dark")
    view = PictureView("slate", 56)
    view.set_pixels(_picture())
    qtbot.addWidget(view)
    view.show()
    return view


@pytest.fixture
def row(qtbot: QtBot, qapp: QApplication) -> PictureRow:
    apply_theme(qapp, "dark")
    row = PictureRow(52)
    row.set_pictures([_picture()] * 5, [f"latent {n}" for n in range(5)], [f"digit {n}" for n in range(5)])
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    row.show()
    return row


def _menu_event(widget: QWidget, place: QPoint, reason: QContextMenuEvent.Reason) -> QContextMenuEvent:
    return QContextMenuEvent(reason, place, widget.mapToGlobal(place))


def _drop(widget: QWidget, text: str) -> bool:
    """True if the widget took it."""
    mime, copy, left = latent_mime(text), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    modifiers = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, left, modifiers)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), copy, mime, left, modifiers))
    return True


def _middle(row: PictureRow, index: int) -> QPoint:
    return row.tile_rect(index).center().toPoint()


@pytest.mark.parametrize("key", [Keys.Key_Return, Keys.Key_Space, None])
def test_a_picture_is_clicked_by_mouse_and_key(qtbot: QtBot, view: PictureView, key: Keys | None) -> None:
    with qtbot.waitSignal(view.clicked):
        if key is None:
            qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(view, key)


def test_the_same_picture_is_chalk_on_slate_and_ink_on_paper(view: PictureView) -> None:
    centre = view.rect().center()
    slate = view.grab().toImage()
    assert slate.pixelColor(centre) == QColor(DARK.chalk)
    assert slate.pixelColor(RING_PX + 8, RING_PX + 8) == QColor(DARK.slate)
    view.set_sheet("paper")
    paper = view.grab().toImage()
    assert paper.pixelColor(centre) == QColor(DARK.ink)
    assert paper.pixelColor(RING_PX + 8, RING_PX + 8) == QColor(DARK.paper)


def test_the_chosen_picture_has_a_ring_in_the_accent(view: PictureView) -> None:
    view.set_chosen(True)
    assert view.grab().toImage().pixelColor(1, view.height() // 2) == QColor(DARK.accent)


def test_an_open_picture_follows_the_theme(qapp: QApplication, view: PictureView) -> None:
    dark = view.grab().toImage()
    apply_theme(qapp, "light")
    assert view.grab().toImage() != dark


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_a_menu_can_be_asked_for(qtbot: QtBot, view: PictureView, reason: QContextMenuEvent.Reason) -> None:
    with qtbot.waitSignal(view.menu_requested):
        QApplication.sendEvent(view, _menu_event(view, QPoint(9, 9), reason))


def test_a_latent_can_be_dropped_where_it_is_wanted(qtbot: QtBot, view: PictureView) -> None:
    assert not _drop(view, "z")
    view.set_accepts_latents(True)
    with qtbot.waitSignal(view.latent_dropped) as caught:
        assert _drop(view, "latent text")
    assert caught.args == ["latent text"]


def test_latents_travel_as_text() -> None:
    mime = latent_mime("latent: ü")
    assert latent_text(mime) == mime.text() == "latent: ü"


def test_a_click_in_the_row_says_which_picture(qtbot: QtBot, row: PictureRow) -> None:
    with qtbot.waitSignals([row.current_changed, row.clicked]):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=_middle(row, 3))
    assert row.current == 3


def test_a_click_between_pictures_says_nothing(qtbot: QtBot, row: PictureRow) -> None:
    gap = QPoint(round(row.tile_rect(1).left()) - 4, row.height() // 2)
    with qtbot.assertNotEmitted(row.clicked):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=gap)


def test_arrow_keys_walk_through_the_row_and_return_clicks(qtbot: QtBot, row: PictureRow) -> None:
    for key in (Keys.Key_Right, Keys.Key_Right, Keys.Key_Left, Keys.Key_End, Keys.Key_Right):
        qtbot.keyClick(row, key)
    assert row.current == 4
    with qtbot.waitSignal(row.clicked) as caught:
        qtbot.keyClick(row, Keys.Key_Return)
    assert caught.args == [4]
    assert row.accessibleDescription() == "digit 4, picture 5 of 5"


def test_delete_discards_the_current_picture(qtbot: QtBot, row: PictureRow) -> None:
    row.set_current(2)
    with qtbot.waitSignal(row.discarded) as caught:
        qtbot.keyClick(row, Keys.Key_Delete)
    assert caught.args == [2]


def test_a_double_click_activates(qtbot: QtBot, row: PictureRow) -> None:
    with qtbot.waitSignal(row.activated) as caught:
        qtbot.mouseDClick(row, Qt.MouseButton.LeftButton, pos=_middle(row, 1))
    assert caught.args == [1]


def test_the_menu_key_asks_for_the_menu_of_the_current_picture(qtbot: QtBot, row: PictureRow) -> None:
    row.set_current(4)
    with qtbot.waitSignal(row.menu_requested) as caught:
        QApplication.sendEvent(row, _menu_event(row, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard))
    assert caught.args[0] == 4
    assert caught.args[1] == row.mapToGlobal(_middle(row, 4))


def test_pointing_at_a_picture_names_it(qtbot: QtBot, row: PictureRow) -> None:
    with qtbot.waitSignal(row.hovered) as caught:
        qtbot.mouseMove(row, _middle(row, 2))
    assert caught.args == [2]
    assert row.toolTip() == "digit 2"


def test_fewer_pictures_leave_no_stale_choice(row: PictureRow) -> None:
    row.set_current(4)
    row.set_chosen(4)
    row.set_pictures([_picture()])
    assert (row.current, row.chosen) == (0, NOTHING)
    row.grab()


def test_an_empty_row_can_be_used_without_harm(qtbot: QtBot) -> None:
    row = PictureRow(52)
    row.set_empty_text("Press P when you like one. It stays here.")
    row.set_accepts_latents(True)
    qtbot.addWidget(row)
    row.grab()
    for key in (Keys.Key_Right, Keys.Key_Return, Keys.Key_Delete):
        qtbot.keyClick(row, key)
    with qtbot.waitSignal(row.latent_dropped):
        assert _drop(row, "z")


def test_a_row_that_wraps_grows_downwards(qtbot: QtBot) -> None:
    row = PictureRow(52, wraps=True)
    qtbot.addWidget(row)
    row.set_pictures([_picture()] * 5)
    assert row.heightForWidth(5 * 60) < row.heightForWidth(2 * 60) < row.heightForWidth(60)
