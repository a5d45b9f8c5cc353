"""The recipe panel takes what a person asks for, and holds still while a run goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gan.config import FEW_PICTURES
from gan.events import DatasetSummary
from studio.theme import apply_theme
from studio.widgets.training.preset_rows import PresetChoice
from studio.widgets.training.training_form import TrainingForm

PRESETS = (
    PresetChoice("quick", "Quick sketch", "legible in 10 s", "A small network."),
    PresetChoice("textbook", "Textbook DCGAN", "as the tutorial", "Plain DCGAN."),
)
BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication) -> TrainingForm:
    apply_theme(qapp, "dark")
    form = TrainingForm(PRESETS)
    qtbot.addWidget(form)
    form.resize(280, 700)
    form.show()
    return form


def summary(counts: tuple[int, ...] = (300, 200), title: str = "Shapes") -> DatasetSummary:
    return DatasetSummary(
        name="shapes",
        title=title,
        picture_count=sum(counts),
        class_names=tuple(f"class {number}" for number in range(len(counts))),
        class_counts=np.array(counts),
        thumbnails=np.zeros((12, 28, 28, 1), np.uint8),
        licence="Mine",
    )


def visible_words(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def visible_button(widget: QWidget, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisible())


def drop_event(kind: type, path: Path) -> QDropEvent:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    keep_alive.append(mime)
    place = QPoint(20, 20) if kind is QDragEnterEvent else QPointF(20, 20)
    event = kind(
        place, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert isinstance(event, QDropEvent)
    return event


keep_alive: list[QMimeData] = []  # an event does not own what is dragged


def test_a_budget_is_minutes_steps_epochs_or_none(qtbot: QtBot, form: TrainingForm) -> None:
    budget = form.budget
    budget.set_minutes(4)
    assert (budget.minutes, budget.steps, budget.epochs) == (4, None, None)
    click_segment(qtbot, form, "Epochs")
    budget.set_epochs(7)
    assert (budget.minutes, budget.steps, budget.epochs) == (None, None, 7)
    click_segment(qtbot, form, "Steps")
    assert (budget.minutes, budget.steps, budget.epochs) == (None, 3000, None)
    click_segment(qtbot, form, "No end")
    assert (budget.minutes, budget.steps, budget.epochs) == (None, None, None)


def test_every_segment_of_the_panel_is_seen_whole(form: TrainingForm) -> None:
    form.pictures.show_summary(replace(summary(), fit="crop"))
    QApplication.processEvents()
    for button in form.findChildren(QToolButton):
        if button.isVisible() and button.text():
            room = QRect(button.mapTo(form, QPoint(0, 0)), button.size())
            assert form.rect().adjusted(0, -2000, 0, 2000).contains(room), button.text()
            assert button.width() >= button.sizeHint().width(), button.text()


def click_segment(qtbot: QtBot, widget: QWidget, text: str) -> None:
    segment = next(one for one in widget.findChildren(QToolButton) if one.text() == text)
    qtbot.mouseClick(segment, BUTTON)


def test_the_pictures_are_counted_in_words(form: TrainingForm) -> None:
    form.pictures.show_summary(summary())
    assert "Shapes\n500 pictures in 2 classes, all well filled" in visible_words(form.pictures)
    form.pictures.show_summary(summary((900, 10)))
    assert "unevenly filled" in visible_words(form.pictures)
    form.pictures.show_summary(summary((50,)))
    assert "50 pictures, not sorted into classes" in visible_words(form.pictures)


def test_the_person_hears_what_is_done_about_few_pictures(form: TrainingForm) -> None:
    form.pictures.show_summary(summary((FEW_PICTURES // 2, FEW_PICTURES // 2 + 1)))
    assert "Few pictures" not in visible_words(form.pictures)
    form.pictures.show_summary(summary((FEW_PICTURES // 2, FEW_PICTURES // 2)))
    assert "D sees them turned a little, so as to learn none by heart." in visible_words(form.pictures)
    form.pictures.show_summary(summary((50,)))
    assert "500 or more are safer." in visible_words(form.pictures)


def test_missing_files_are_offered_with_host_and_size(qtbot: QtBot, form: TrainingForm) -> None:
    form.pictures.show_offer(
        "mnist", "MNIST", "It is not here.", "Download asks example.org for 11.6 MB.", can_download=True
    )
    assert "It is not here.\nDownload asks example.org for 11.6 MB." in visible_words(form.pictures)
    with qtbot.waitSignal(form.pictures.download_asked):
        qtbot.mouseClick(visible_button(form.pictures, "Download"), BUTTON)
    with qtbot.waitSignal(form.pictures.chosen) as told:
        qtbot.mouseClick(visible_button(form.pictures, "Practice digits"), BUTTON)
    assert told.args == ["practice", ""]


def test_a_download_shows_how_far_it_is_and_can_be_cancelled(qtbot: QtBot, form: TrainingForm) -> None:
    form.pictures.show_offer("mnist", "MNIST", "It is not here.", "Terms.", can_download=True)
    form.pictures.show_progress(2_900_000, 11_600_000)
    assert "2.9 of 11.6 MB" in visible_words(form.pictures)
    with qtbot.waitSignal(form.pictures.cancel_asked):
        qtbot.mouseClick(visible_button(form.pictures, "Cancel"), BUTTON)


def test_a_dropped_folder_is_chosen(qtbot: QtBot, form: TrainingForm, tmp_path: Path) -> None:
    enter = drop_event(QDragEnterEvent, tmp_path)
    QApplication.sendEvent(form.pictures, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(form.pictures.chosen) as told:
        QApplication.sendEvent(form.pictures, drop_event(QDropEvent, tmp_path))
    assert told.args == [str(tmp_path), ""]


def test_a_dropped_file_is_not_taken_for_a_folder(form: TrainingForm, tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"")
    enter = drop_event(QDragEnterEvent, file)
    enter.ignore()
    QApplication.sendEvent(form.pictures, enter)
    assert not enter.isAccepted()


def test_a_locked_form_takes_nothing_and_says_why(qtbot: QtBot, form: TrainingForm, tmp_path: Path) -> None:
    form.pictures.show_summary(summary())
    form.set_locked(True)
    radio = next(one for one in form.findChildren(QRadioButton) if one.text() == "Textbook DCGAN")
    covering = QApplication.widgetAt(radio.mapToGlobal(QPoint(10, 14)))
    assert "Stop the run" in covering.toolTip()
    assert not radio.isEnabled()
    enter = drop_event(QDragEnterEvent, tmp_path)
    enter.ignore()
    QApplication.sendEvent(form.pictures, enter)
    assert not enter.isAccepted()
    form.set_locked(False)
    assert radio.isEnabled()
    assert form.presets.value == "quick"


def test_nothing_jumps_when_a_run_locks_the_recipe(qtbot: QtBot, form: TrainingForm) -> None:
    form.pictures.show_summary(summary())

    def tops() -> list[int]:
        qtbot.wait(50)  # layouts settle with the next turn of the event loop
        return [row.mapTo(form, QPoint(0, 0)).y() for row in (form.presets, form.budget)]

    before = tops()
    form.set_locked(True)
    assert tops() == before
