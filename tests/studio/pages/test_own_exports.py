"""Several exports may be under way: each hears its own end, and none takes another's failure for its own."""

import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gan.errors import UserError
from gan.latents import Latent, one_hot
from studio.pages.generator_export import ExportGenerator
from studio.pages.picture_menu import Picture, SavePicture
from studio.pages.train.chart_export import ChartExport
from studio.session import Session
from studio.settings import Settings

# Offscreen, a dialog cannot be raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path):
    session = Session(Settings(tmp_path / "settings.ini"))
    yield session
    with qtbot.waitSignal(session.left):
        session.shut_down()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def choose(window: QWidget, path: Path) -> None:
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))


def export_generator(session: Session, window: QWidget, path: Path) -> None:
    source = path.with_name("learnt")
    source.write_bytes(b"weights")
    ExportGenerator(window, session, source, "run").ask()
    choose(window, path)


def save_picture(session: Session, window: QWidget, path: Path) -> None:
    latent = Latent(np.zeros(4, np.float32), one_hot(0, 2))
    SavePicture(window, session, Picture(latent, np.zeros((8, 8, 1), np.uint8))).ask()
    choose(window, path)


def export_curves(session: Session, window: QWidget, path: Path) -> None:
    ChartExport(session, window).ask("curves", "csv", lambda: lambda: b"step")
    choose(window, path)


EXPORTS = {
    "generator.safetensors": export_generator,
    "picture.png": save_picture,
    "curves.csv": export_curves,
}


@pytest.mark.parametrize("name", EXPORTS)
def test_a_failure_of_another_export_is_not_taken_for_its_own(qtbot, session, window, tmp_path, name):
    go_on, said = threading.Event(), []
    session.failed.connect(said.append)

    def refuse() -> object:
        go_on.wait()
        raise UserError("no-ink", "There is no ink.")

    session.exports.run(refuse)
    try:
        EXPORTS[name](session, window, tmp_path / name)
    finally:
        go_on.set()  # a thread that waits for ever would take the whole run down
    qtbot.waitUntil(lambda: (tmp_path / name).exists() and not session.exports.is_busy)
    assert said == []


@pytest.mark.parametrize("name", EXPORTS)
def test_its_own_failure_is_said_once(qtbot, session, window, tmp_path, name):
    said = []
    session.failed.connect(said.append)
    (tmp_path / name).mkdir()
    EXPORTS[name](session, window, tmp_path / name)
    qtbot.waitUntil(lambda: bool(said) and not session.exports.is_busy)
    assert [failure.code for failure in said] == ["not-a-file"]
