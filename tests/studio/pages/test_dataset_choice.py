"""The Train room finds pictures to learn from, remembers them, and never asks the network by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gan import places
from gan.errors import Failure
from gan.events import DatasetSummary
from gan.run_folder import RunFolder
from studio.pages.train.dataset_choice import DatasetChoice
from studio.pages.train.last_run import last_run, remember_run
from studio.session import Session
from studio.settings import Settings
from studio.theme import apply_theme
from studio.widgets.training.dataset_chooser import DatasetChooser
from studio.widgets.training.skipped_dialog import SkippedDialog

READ_MS = 60_000


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, studio_home: Path) -> Iterator[Session]:
    apply_theme(qapp, "dark")
    session = Session(Settings(places.settings_file()))
    yield session
    with qtbot.waitSignal(session.left, timeout=READ_MS):
        session.shut_down()


@pytest.fixture
def chooser(qtbot: QtBot, session: Session) -> DatasetChooser:
    chooser = DatasetChooser()
    qtbot.addWidget(chooser)
    chooser.show()
    return chooser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, levels in (("dark", (10, 20)), ("light", (200, 220))):
        (tmp_path / name).mkdir()
        for level in levels:
            Image.fromarray(np.full((28, 28), level, np.uint8)).save(tmp_path / name / f"{level}.png")
    return tmp_path


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_without_files_the_first_start_offers_practice_digits(
    qtbot: QtBot, session: Session, chooser: DatasetChooser
) -> None:
    choice = DatasetChoice(chooser, session)
    choice.begin()
    qtbot.waitUntil(lambda: choice.summary is not None, timeout=READ_MS)
    assert choice.name == "practice"
    assert "made pictures" in words(chooser)


def test_mnist_asked_for_but_missing_names_host_and_size(
    qtbot: QtBot, session: Session, chooser: DatasetChooser
) -> None:
    choice = DatasetChoice(chooser, session)
    chooser.choose_mnist()
    qtbot.waitUntil(lambda: "not on this computer" in words(chooser), timeout=READ_MS)
    assert "Download asks ossci-datasets.s3.amazonaws.com for 11.6 MB." in words(chooser)
    assert choice.summary is None


def test_a_folder_of_pictures_is_read_and_remembered(
    qtbot: QtBot, session: Session, chooser: DatasetChooser, folder: Path
) -> None:
    choice = DatasetChoice(chooser, session)
    chooser.choose_folder(str(folder))
    qtbot.waitUntil(lambda: choice.summary is not None, timeout=READ_MS)
    assert "4 pictures in 2 classes" in words(chooser)
    again = DatasetChoice(chooser, session)
    again.begin()
    qtbot.waitUntil(lambda: again.summary is not None, timeout=READ_MS)
    assert again.name == str(folder)


def test_a_folder_without_pictures_says_so(
    qtbot: QtBot, session: Session, chooser: DatasetChooser, tmp_path: Path
) -> None:
    choice = DatasetChoice(chooser, session)
    chooser.choose_folder(str(tmp_path))
    qtbot.waitUntil(lambda: "There is no picture" in words(chooser), timeout=READ_MS)
    assert choice.summary is None


def test_a_download_that_fails_says_why_and_offers_it_again(
    qtbot: QtBot, session: Session, chooser: DatasetChooser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The network is cut below the program, at the socket."""

    def no_network(*_arguments: object, **_options: object) -> None:
        raise OSError("Network is unreachable")

    monkeypatch.setattr("socket.create_connection", no_network)
    DatasetChoice(chooser, session)
    chooser.download_asked.emit()
    qtbot.waitUntil(lambda: "could not be reached" in words(chooser), timeout=READ_MS)
    assert "Download asks" in words(chooser)


def test_a_cancelled_download_offers_itself_again(
    session: Session, chooser: DatasetChooser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_network(*_arguments: object, **_options: object) -> None:
        raise OSError("Network is unreachable")

    monkeypatch.setattr("socket.create_connection", no_network)
    DatasetChoice(chooser, session)
    chooser.download_asked.emit()
    chooser.cancel_asked.emit()
    assert "cancelled" in words(chooser)


def test_a_failure_that_is_not_about_missing_files_is_shown_as_it_is(
    session: Session, chooser: DatasetChooser
) -> None:
    choice = DatasetChoice(chooser, session)
    choice.choose("mnist", "/nowhere")
    session.datasets.failed.emit(Failure(code="idx-refused", sentence="The file is damaged."))
    assert "The file is damaged." in words(chooser)


def test_the_last_run_is_one_that_left_a_checkpoint(session: Session, tmp_path: Path) -> None:
    settings = session.settings
    assert last_run(settings) is None
    remember_run(settings, tmp_path)
    assert last_run(settings) is None
    run = RunFolder(tmp_path)
    run.checkpoints.mkdir()
    for step in (20, 140):
        run.checkpoint_file(step).write_bytes(b"")
    found = last_run(settings)
    assert found is not None
    assert (found.folder, found.step) == (tmp_path, 140)


@pytest.fixture
def asked(session: Session, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str | None]]:
    """What would be read; the answer is the test's."""
    asked: list[tuple[str, str | None]] = []
    monkeypatch.setattr(session.datasets, "summarise", lambda name, root, *_: asked.append((name, root)))
    return asked


def mnist_summary() -> DatasetSummary:
    return DatasetSummary(
        name="mnist",
        title="MNIST",
        picture_count=20,
        class_names=("0", "1"),
        class_counts=np.array([10, 10]),
        thumbnails=np.zeros((2, 28, 28, 1), np.uint8),
        licence="",
    )


def test_the_folder_of_mnist_is_found_again_after_other_pictures(
    session: Session, chooser: DatasetChooser, asked: list[tuple[str, str | None]]
) -> None:
    choice = DatasetChoice(chooser, session)
    chooser.choose_files("/data/MNIST/raw")
    session.datasets.summarised.emit(mnist_summary())
    chooser.choose_practice()
    chooser.choose_files("/somewhere/else")
    session.datasets.failed.emit(Failure(code="dataset-missing", sentence="There is no train-images."))
    chooser.choose_mnist()
    assert asked[-1] == ("mnist", "/data/MNIST/raw")
    assert choice.root == "/data/MNIST/raw"  # the run reads them from there


def test_what_was_downloaded_is_read_from_its_usual_place(
    session: Session, chooser: DatasetChooser, asked: list[tuple[str, str | None]]
) -> None:
    DatasetChoice(chooser, session)
    chooser.choose_files("/data/MNIST/raw")
    session.datasets.summarised.emit(mnist_summary())
    session.datasets.downloaded.emit("mnist")
    assert asked[-1] == ("mnist", None)


def test_a_folder_without_the_files_of_mnist_is_named(
    session: Session, chooser: DatasetChooser, asked: list[tuple[str, str | None]]
) -> None:
    DatasetChoice(chooser, session)
    chooser.choose_files("/somewhere/else")
    session.datasets.failed.emit(Failure(code="dataset-missing", sentence="There is no train-images."))
    assert "There are no files of MNIST in “else”." in words(chooser)


@pytest.fixture
def odd_folder(tmp_path: Path) -> Path:
    """Tall, wide and small pictures, one that is none, a text beside them."""
    for name, size in {"tall": (40, 60), "wide": (90, 45), "small": (20, 20)}.items():
        Image.new("L", size, 200).save(tmp_path / f"{name}.png")
    (tmp_path / "broken.png").write_bytes(b"no picture")
    (tmp_path / "notes.txt").write_text("not a picture by its name")
    return tmp_path


def test_a_folder_of_odd_files_warns_before_anything_is_trained(
    qtbot: QtBot, session: Session, chooser: DatasetChooser, odd_folder: Path
) -> None:
    choice = DatasetChoice(chooser, session)
    chooser.choose_folder(str(odd_folder))
    qtbot.waitUntil(lambda: choice.summary is not None, timeout=READ_MS)
    assert "Few pictures" in words(chooser)
    assert "2 of 3 are not square: their edges are cut off." in words(chooser)
    assert "1 of 3 are smaller than 28 pixels" in words(chooser)
    session.inference.is_ready = True  # as it is once torch is loaded
    session.inference.engine_ready.emit("The CPU.")
    qtbot.waitUntil(lambda: "1 file could not be used." in words(chooser), timeout=READ_MS)
    assert "3 pictures, not sorted into classes" in words(chooser)


def test_size_and_fit_show_in_the_pictures_at_once_and_are_remembered(
    qtbot: QtBot, session: Session, chooser: DatasetChooser, odd_folder: Path
) -> None:
    choice = DatasetChoice(chooser, session)
    chooser.choose_folder(str(odd_folder))
    qtbot.waitUntil(lambda: choice.summary is not None, timeout=READ_MS)
    for text in ("64", "Pad"):
        qtbot.mouseClick(segment(chooser, text), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: choice.summary is not None and choice.summary.fit == "pad", timeout=READ_MS)
    assert choice.summary is not None
    assert choice.summary.thumbnails.shape[1] == 64
    assert "they get a margin" in words(chooser)
    again = DatasetChoice(DatasetChooser(), session)
    assert (again.folder_size, again.folder_fit) == (64, "pad")


def segment(widget: QWidget, text: str) -> QToolButton:
    return next(one for one in widget.findChildren(QToolButton) if one.text() == text and one.isVisible())


def test_the_family_of_mnist_is_offered_with_its_classes_and_from_disk_only(
    qtbot: QtBot, session: Session, chooser: DatasetChooser
) -> None:
    choice = DatasetChoice(chooser, session)
    menu = chooser.findChild(QMenu)
    assert menu is not None
    menu.aboutToShow.emit()
    actions = {action.text(): action for action in menu.findChildren(QAction)}
    fashion = next(action for text, action in actions.items() if text.startswith("Fashion-MNIST"))
    assert "Ankle boot" in fashion.toolTip()
    assert sum("MNIST" in text or "USPS" in text for text in actions) >= 7
    fashion.trigger()
    qtbot.waitUntil(lambda: "not on this computer" in words(chooser), timeout=READ_MS)
    assert "train-images-idx3-ubyte" in words(chooser)
    downloads = [one for one in chooser.findChildren(QPushButton) if one.text() == "Download"]
    assert not any(one.isVisible() for one in downloads)
    assert choice.summary is None


def test_a_known_set_from_disk_is_read_from_there_and_found_again(
    session: Session, chooser: DatasetChooser, asked: list[tuple[str, str | None]]
) -> None:
    DatasetChoice(chooser, session)
    chooser.chosen.emit("kmnist", "")
    session.datasets.failed.emit(Failure(code="dataset-missing", sentence="It is not here."))
    chooser.choose_files("/data/KMNIST")
    session.datasets.summarised.emit(mnist_summary())
    chooser.choose_practice()
    chooser.chosen.emit("kmnist", "")
    assert asked[1] == asked[-1] == ("kmnist", "/data/KMNIST")


def test_a_run_stops_looking_through_the_folder(
    qtbot: QtBot, session: Session, chooser: DatasetChooser, odd_folder: Path
) -> None:
    choice = DatasetChoice(chooser, session)
    chooser.choose_folder(str(odd_folder))
    qtbot.waitUntil(lambda: choice.summary is not None, timeout=READ_MS)
    session.datasets.looked_at.emit(2, 4)
    assert "Looking at each picture: 2 of 4" in words(chooser)
    session.training.started.emit()
    assert "4 pictures, not sorted into classes" in words(chooser)


def test_what_is_left_out_is_listed_with_reasons(qtbot: QtBot, chooser: DatasetChooser) -> None:
    skipped = (("broken.png", "it could not be decoded"),)
    chooser.show_summary(replace(mnist_summary(), skipped_count=3, skipped=skipped))
    assert "3 files could not be used." in words(chooser)
    button = next(one for one in chooser.findChildren(QPushButton) if one.text() == "Show list…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = chooser.window().findChild(SkippedDialog)
    assert dialog is not None
    text = dialog.findChild(QPlainTextEdit).toPlainText()
    assert text == "broken.png: it could not be decoded\n… and 2 more"
    dialog.accept()
