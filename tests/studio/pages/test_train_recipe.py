"""The recipe panel turns what a person chose into a request, remembers it, and follows the run that goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import gan
from gan import places
from gan.config import ModelConfig, TrainingConfig, TrainingRequest
from gan.errors import Failure
from gan.events import DatasetSummary, RecipeChanged, Warned
from gan.orders import ChangeRecipe
from gan.presets import training_config
from gan.run_folder import RunFolder
from studio.pages.engine_words import EngineWords
from studio.pages.train.last_run import LastRun
from studio.pages.train.page import TrainPage
from studio.session import Session
from studio.settings import Settings
from studio.theme import apply_theme
from tests.studio.pages.test_train_page import run_started

BUTTON = Qt.MouseButton.LeftButton
LEFT_MS = 60_000


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, studio_home: Path) -> Iterator[Session]:
    apply_theme(qapp, "dark")
    session = Session(Settings(places.settings_file()))
    yield session
    session.training.state = "idle"
    with qtbot.waitSignal(session.left, timeout=LEFT_MS):
        session.shut_down()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> TrainPage:
    return made_page(qtbot, session)


def made_page(qtbot: QtBot, session: Session) -> TrainPage:
    page = TrainPage(session)
    qtbot.addWidget(page)
    page.resize(1208, 704)
    return page


def summary(count: int = 1000, fit: str = "") -> DatasetSummary:
    return DatasetSummary(
        name="shapes",
        title="Shapes",
        picture_count=count,
        class_names=("a", "b"),
        class_counts=np.array([count // 2, count - count // 2]),
        thumbnails=np.zeros((4, 28, 28, 1), np.uint8),
        licence="",
        fit=fit,
    )


def set_number(page: TrainPage, entry: str, value: float) -> None:
    page.form.advanced.fields[entry].set_value(value)


def test_a_request_carries_everything_that_was_chosen(
    page: TrainPage, session: Session, tmp_path: Path
) -> None:
    page.form.pictures.set_fit(64, "pad")
    page.form.pictures.fit_changed.emit(64, "pad")
    page.choice.choose(str(tmp_path), "")
    session.datasets.summarised.emit(summary(fit="pad"))
    page.form.presets.set_value("textbook")
    page.form.network_size.set_value("large")
    page.form.budget.set_kind("steps")
    page.form.budget.set_steps(120)
    for entry, value in (
        ("z_size", 32),
        ("minibatch", 8),
        ("penalty_gamma", 0.5),
        ("seed", 7),
        ("threads", 2),
    ):
        set_number(page, entry, value)
    assert page.recipe.request() == TrainingRequest(
        dataset=str(tmp_path),
        preset="textbook",
        size="large",
        steps=120,
        seed=7,
        threads=2,
        image_size=64,
        fit="pad",
        overrides={"model.z_size": 32, "minibatches": [[0, 8]], "penalty_gamma": 0.5},
    )


def test_the_settings_of_another_run_can_be_taken_over(page: TrainPage, tmp_path: Path) -> None:
    set_number(page, "ema_decay", 0.9)
    request = TrainingRequest(
        dataset=str(tmp_path),
        preset="best",
        size="small",
        steps=77,
        seed=3,
        image_size=64,
        fit="stretch",
        overrides={"minibatches": [[0, 8]], "model.z_size": 12},
    )
    page.recipe.take(request)
    assert page.recipe.request() == request


def test_what_is_asked_for_is_what_the_engine_makes_of_it(page: TrainPage) -> None:
    """Every field of Advanced reaches the recipe under its own name."""
    typed = {
        "generator_learning_rate": 0.01,
        "discriminator_learning_rate": 0.02,
        "minibatch": 24,
        "z_size": 12,
        "penalty_gamma": 0.7,
        "ema_decay": 0.9,
        "seed": 5,
        "threads": 2,
    }
    assert typed.keys() == page.form.advanced.fields.keys()
    for entry, value in typed.items():
        set_number(page, entry, value)
    config = training_config(
        page.recipe.request(),
        dataset_name="",
        dataset_fingerprint="",
        class_names=("a",),
        image_size=28,
        channels=1,
    )
    made = {name: getattr(config, name) for name in typed if hasattr(config, name)}
    made |= {"minibatch": config.minibatches[0][1], "z_size": config.model.z_size}
    assert made == typed


def test_epochs_become_steps_by_the_number_of_pictures(page: TrainPage, session: Session) -> None:
    session.datasets.summarised.emit(summary(1000))
    page.form.budget.set_kind("epochs")
    page.form.budget.set_epochs(3)
    set_number(page, "minibatch", 10)
    request = page.recipe.request()
    assert (request.minutes, request.steps) == (None, 300)


def test_a_run_goes_on_for_so_many_epochs_more(page: TrainPage, session: Session, tmp_path: Path) -> None:
    config = TrainingConfig(
        preset="quick",
        dataset_name="",
        dataset_fingerprint="",
        model=ModelConfig(),
        minibatches=((0, 10), (1000, 20)),
    )
    folder = RunFolder.create(tmp_path / "run", TrainingRequest(dataset="practice"), config)
    session.training.reported.emit(replace(run_started(folder.path), dataset=summary(1000)))
    page.form.budget.set_kind("epochs")
    page.form.budget.set_epochs(2)
    steps_of_two_epochs = 50 + 75
    assert page.recipe.more_for(LastRun(folder.path, 50)) == (None, 50 + steps_of_two_epochs)


def test_the_whole_recipe_is_there_again_in_the_next_sitting(qtbot: QtBot, session: Session) -> None:
    first = made_page(qtbot, session)
    first.form.network_size.set_value("small")
    first.form.device.set_value("cpu")
    first.form.budget.set_kind("epochs")
    first.form.budget.set_epochs(9)
    set_number(first, "ema_decay", 0.95)
    first.form.advanced.set_folded(False)
    again = made_page(qtbot, session)
    assert again.form.network_size.value == "small"
    assert again.form.device.value == "cpu"
    assert again.form.budget.epochs == 9
    assert again.form.advanced.values == {"ema_decay": 0.95}
    assert again.form.advanced.head.isChecked()


def test_damaged_memories_read_as_if_there_were_none(qtbot: QtBot, session: Session) -> None:
    for key, nonsense in {
        "train/size": "huge",
        "train/device": "abacus",
        "train/epochs": "some",
        "train/advanced_seed": "-4",
        "train/advanced_z_size": "1e9",
        "train/advanced_ema_decay": "nan",
        "train/image_size": "29",
        "train/fit": "squash",
    }.items():
        session.settings.set_value(key, nonsense)
    page = made_page(qtbot, session)
    request = page.recipe.request()
    assert (request.size, request.device, request.overrides, request.seed) == ("medium", "auto", {}, 0)
    assert (page.choice.folder_size, page.choice.folder_fit) == (28, "crop")


def test_what_is_derived_follows_preset_and_size(page: TrainPage) -> None:
    field = page.form.advanced.fields["z_size"].field
    assert field.placeholderText() == "64"
    page.form.network_size.set_value("small")
    assert field.placeholderText() == "32"
    page.form.presets.set_value("textbook")
    assert page.form.live.control("generator_learning_rate").value == 2e-4
    set_number(page, "generator_learning_rate", 0.05)
    assert page.form.live.control("generator_learning_rate").value == 0.05


def test_a_number_that_cannot_be_keeps_the_run_from_starting(page: TrainPage, session: Session) -> None:
    session.inference.is_ready = True
    page.choice.choose("practice", "")
    session.datasets.summarised.emit(summary())
    assert page.bar.main.isEnabled()
    field = page.form.advanced.fields["z_size"].field
    field.setText("many")
    field.setModified(True)
    field.editingFinished.emit()
    assert not page.bar.main.isEnabled()
    assert "Advanced" in page.bar.main.toolTip()


def test_only_devices_that_are_here_can_be_chosen(
    page: TrainPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown() -> set[str]:
        return {key for key in page.form.device.keys if not page.form.device._buttons[key].isHidden()}

    assert shown() == {"auto", "cpu"}
    monkeypatch.setattr(gan, "present_devices", lambda: {"cpu": "", "cuda": "NVIDIA T4"})
    session.inference.engine_ready.emit("English")
    assert shown() == {"auto", "cpu", "cuda"}
    assert "NVIDIA T4: the fastest here." in words(page.form)
    page.form.device.set_value("cpu")
    assert "The CPU, as chosen." in words(page.form)
    assert page.recipe.request().device == "cpu"


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_change_goes_to_the_run_and_the_rows_follow_what_it_says(
    qtbot: QtBot, page: TrainPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders: list[object] = []
    monkeypatch.setattr(session.training, "order", orders.append)
    page.show()
    session.training.state = "running"
    session.training.state_changed.emit("running")
    session.training.reported.emit(run_started(tmp_path))
    row = page.form.live.control("discriminator_steps")
    assert row.isEnabled()
    qtbot.keyClick(row.track, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: orders == [ChangeRecipe({"discriminator_steps": 2})])
    changes = {"discriminator_steps": 3}
    session.training.reported.emit(RecipeChanged(step=4, changes=changes, before={"discriminator_steps": 2}))
    assert row.value == 3
    qtbot.keyClick(row.track, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(orders) == 2)
    session.training.reported.emit(Warned(step=5, code="order-in-team", values={}, sentence="Not now."))
    assert row.value == 3, "what was refused does not stay"
    session.training.state = "idle"
    session.training.state_changed.emit("idle")
    assert not row.isEnabled()
    assert row.value == 1, "what the next run begins with"


def test_a_folder_dropped_on_the_charts_is_taken_as_one_dropped_on_the_panel(
    qtbot: QtBot, page: TrainPage, tmp_path: Path
) -> None:
    page.show()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(600, 300), copy, mime, BUTTON, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(page.form.pictures.chosen) as told:
        QApplication.sendEvent(page, QDropEvent(QPointF(600, 300), copy, mime, BUTTON, none))
    assert told.args == [str(tmp_path), ""]
    page.form.set_locked(True)
    refused = QDragEnterEvent(QPoint(600, 300), copy, mime, BUTTON, none)
    refused.ignore()
    QApplication.sendEvent(page, refused)
    assert not refused.isAccepted(), "a run holds its pictures"


def test_everything_of_the_panel_can_be_scrolled_to_in_the_smallest_window(
    qtbot: QtBot, page: TrainPage
) -> None:
    page.resize(888, 440)
    page.show()
    page.form.advanced.set_folded(False)
    area = page.form.parentWidget().parentWidget()
    bar = area.verticalScrollBar()  # type: ignore[attr-defined]
    last = page.form.advanced.fields["threads"].field

    def is_reached() -> bool:
        bar.setValue(bar.maximum())
        return page.rect().contains(last.mapTo(page, last.rect().bottomRight()))

    qtbot.waitUntil(is_reached)
    assert page.form.width() == 280, "the scroll bar takes nothing from the panel"


def test_failures_of_pictures_and_runs_are_told_in_the_words_of_the_window() -> None:
    """Each template fits the values that the engine gives with its code."""
    root = Path(__file__).parents[3]
    sources = [*(root / "gan").rglob("*.py"), *(root / "studio").rglob("*.py")]
    codes = {
        code
        for file in sources
        if file.name != "engine_words.py"
        for code in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', file.read_text("utf-8"))
    }
    words = EngineWords()
    known = words._templates()
    assert known.keys() - {"unexpected"} <= codes, "no words for what is never said"
    too_many = Failure(
        code="too-many-pictures", sentence="ENGLISH", values={"count": 3_000_000, "limit": 2_000_000}
    )
    assert words.sentence(too_many).startswith("This folder holds 3")
    rolled_back = Warned(
        step=5, code="rolled-back", values={"good_step": 3, "rollbacks": 1, "most": 3}, sentence="ENGLISH"
    )
    assert "at step 3" in words.sentence(rolled_back)
    assert words.sentence(Failure(code="of-another-kind", sentence="As it is.")) == "As it is."
    assert words.sentence(Failure(code="idx-refused", sentence="As it is.")) == "As it is."
