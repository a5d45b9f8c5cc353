"""What can be done with a generated picture."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from gan.latents import Latent
from studio.pages.picture_menu import SAVED_SCALE, Picture, PictureActions
from studio.session import Session
from studio.settings import Settings

PICTURE = Picture(Latent(np.arange(4), [0.5, 0.5]), np.arange(784, dtype=np.uint8).reshape(28, 28, 1))


@pytest.fixture
def session(qtbot, qapp, tmp_path):
    session = Session(Settings(tmp_path / "settings.ini"))
    yield session
    with qtbot.waitSignal(session.left):
        session.shut_down()


@pytest.fixture
def room(qtbot, session):
    room = QWidget()
    qtbot.addWidget(room)
    room.line = QLineEdit()
    room.inside = QWidget()
    room.inside.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(room)
    layout.addWidget(room.line)
    layout.addWidget(room.inside)
    room.current = PICTURE
    room.actions_of_picture = PictureActions(room, session, lambda: room.current)
    room.addActions(room.actions_of_picture.all())
    with qtbot.waitActive(room):
        room.show()
    room.inside.setFocus()
    return room


@pytest.mark.parametrize(
    ("key", "destination"),
    [("X", "explore"), ("1", "blend_a"), ("2", "blend_b"), ("B", "brush")],
)
def test_a_key_sends_the_picture_to_its_room(qtbot, room, session, key, destination):
    with qtbot.waitSignal(session.latent_sent) as sent:
        qtbot.keyClick(room.inside, key)
    assert sent.args[0] == destination and sent.args[1] == PICTURE.latent


def test_p_keeps_and_c_copies(qtbot, room, session):
    qtbot.keyClick(room.inside, "P")
    assert session.shelf[0].latent == PICTURE.latent
    qtbot.keyClick(room.inside, "C")
    assert Latent.from_text(QGuiApplication.clipboard().text()) == PICTURE.latent


def test_the_keys_are_letters_again_while_something_is_typed(qtbot, room, session):
    room.line.setFocus()
    qtbot.keyClicks(room.line, "pb1")
    assert room.line.text() == "pb1" and len(session.shelf) == 0


def test_nothing_happens_while_there_is_no_picture(qtbot, room, session):
    room.current = None
    for action in room.actions_of_picture.all():
        action.trigger()
    assert len(session.shelf) == 0


def test_what_makes_no_sense_in_a_room_is_left_out(room, session):
    actions = PictureActions(room, session, lambda: PICTURE, without=("explore", "keep"))
    assert actions.explore not in actions.all() and actions.keep not in actions.all()
    assert actions.brush in actions.all()


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, a dialog cannot be raised
def test_a_saved_picture_carries_its_latent(qtbot, room, session, tmp_path):
    path = tmp_path / "three.png"
    qtbot.keyClick(room.inside, "S")
    dialog = room.findChild(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(path))
    with qtbot.waitSignal(session.exports.finished):
        dialog.accept()
    with Image.open(path) as saved:
        assert saved.size == (28 * SAVED_SCALE, 28 * SAVED_SCALE)
        assert Latent.from_text(saved.text["Latent"]) == PICTURE.latent
        assert (np.asarray(saved)[::SAVED_SCALE, ::SAVED_SCALE] == PICTURE.pixels[..., 0]).all()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_picture_that_cannot_be_saved_says_so(qtbot, room, session, tmp_path):
    qtbot.keyClick(room.inside, "S")
    dialog = room.findChild(QFileDialog)
    with qtbot.waitSignal(session.failed):
        dialog.fileSelected.emit(str(tmp_path / "no such folder" / "three.png"))
