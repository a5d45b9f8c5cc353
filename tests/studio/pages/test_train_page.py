"""The Train room fits its window, shows what a run reports, and remembers how it was left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gan import places
from gan.config import ModelConfig, TrainingConfig
from gan.events import DatasetSummary, GalleryLatents, RunStarted, SamplesDrawn, StepsDone
from gan.latents import gaussian, one_hot
from studio.pages.train_page import TrainPage
from studio.session import Session
from studio.settings import Settings
from studio.theme import apply_theme

LEFT_MS = 60_000
DIGITS = tuple("0123456789")


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, studio_home: Path) -> Iterator[Session]:
    apply_theme(qapp, "dark")
    session = Session(Settings(places.settings_file()))
    yield session
    with qtbot.waitSignal(session.left, timeout=LEFT_MS):
        session.shut_down()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> TrainPage:
    page = TrainPage(session)
    qtbot.addWidget(page)
    page.resize(1208, 704)
    page.show()
    return page


def run_started(folder: Path) -> RunStarted:
    styles = np.repeat(gaussian(8, 8, 64)[None], 10, axis=0)
    return RunStarted(
        step=0,
        folder=folder,
        config=TrainingConfig(
            preset="quick", dataset_name="practice", dataset_fingerprint="", model=ModelConfig()
        ),
        device="cpu",
        device_reason="No graphics card here.",
        dataset=DatasetSummary(
            name="practice",
            title="Practice digits",
            picture_count=100,
            class_names=DIGITS,
            class_counts=np.full(10, 10),
            thumbnails=np.zeros((10, 28, 28, 1), np.uint8),
            licence="",
            is_practice=True,
        ),
        gallery=GalleryLatents(
            row_names=DIGITS, z=styles, mix=np.stack([[one_hot(row, 10)] * 8 for row in range(10)])
        ),
        steps_total=4000,
    )


def steps_done(step: int) -> StepsDone:
    return StepsDone(
        step=step,
        steps=np.array([step]),
        pictures_seen=np.array([16 * step]),
        elapsed_s=np.array([30.0]),
        curves={"generator_loss": np.array([2.0], np.float32)},
        images_per_second=856.4,
        steps_total=4000,
        eta_s=90.0,
    )


def begin(page: TrainPage, session: Session, folder: Path) -> None:
    """What the controller says while a run goes on."""
    session.training.state = "running"
    session.training.state_changed.emit("running")
    session.training.reported.emit(run_started(folder))


def end(session: Session) -> None:
    session.training.state = "idle"
    session.training.state_changed.emit("idle")


@pytest.mark.parametrize(("size", "cell_px"), [((888, 444), 28), ((1208, 704), 56), ((1848, 984), 84)])
def test_the_gallery_takes_the_largest_whole_zoom_and_cuts_nothing(
    qtbot: QtBot, page: TrainPage, session: Session, tmp_path: Path, size: tuple[int, int], cell_px: int
) -> None:
    page.resize(*size)
    begin(page, session, tmp_path)
    qtbot.waitUntil(lambda: page.samples.gallery.cell_rect(0, 0).width() == cell_px)
    lowest = page.samples.gallery.cell_rect(9, 7)
    assert page.samples.gallery.rect().contains(lowest)
    columns: list[QWidget] = [page.charts, page.samples]
    qtbot.waitUntil(lambda: all(page.rect().contains(column.geometry()) for column in columns))
    end(session)


def test_clock_progress_and_status_follow_the_run(
    qtbot: QtBot, page: TrainPage, session: Session, tmp_path: Path
) -> None:
    progress: list[float] = []
    texts: list[str] = []
    page.progress_changed.connect(progress.append)
    page.status_text_changed.connect(texts.append)
    begin(page, session, tmp_path)
    session.training.reported.emit(steps_done(1000))
    qtbot.waitUntil(lambda: progress[-1:] == [0.25])
    plain = [text.replace(",", "") for text in texts]
    assert plain[-1] == "856 pictures/s  ·  step 1000  ·  1:30 left"
    assert page.room_bar_right.text() == "1:30 left"
    end(session)
    assert progress[-1] < 0, "nothing to show once it has ended"
    assert texts[-1] == ""


def test_samples_that_arrive_stay_with_the_chosen_cell(
    page: TrainPage, session: Session, tmp_path: Path
) -> None:
    begin(page, session, tmp_path)
    page.samples.gallery.choose(3, 5)
    for step, level in ((10, 50), (20, 200)):
        pixels = np.full((10, 8, 28, 28, 1), level, np.uint8)
        session.training.reported.emit(SamplesDrawn(step=step, elapsed_s=1.0, pixels=pixels))
    assert page.samples.gallery.chosen == (3, 5)
    assert page.samples.gallery.pixels is not None
    assert page.samples.gallery.pixels[3, 5].max() == 200
    end(session)


def test_the_recipe_is_there_again_in_the_next_sitting(qtbot: QtBot, session: Session) -> None:
    first = TrainPage(session)
    qtbot.addWidget(first)
    first.form.presets.set_value("textbook")
    first.form.budget.set_kind("steps")
    first.form.budget.set_steps(777)
    second = TrainPage(session)
    qtbot.addWidget(second)
    request = second.form.request("practice", "")
    assert (request.preset, request.steps) == ("textbook", 777)


def test_damaged_settings_read_as_if_there_were_none(qtbot: QtBot, session: Session) -> None:
    for key, nonsense in {
        "train/preset": "finest",
        "train/budget": "forever",
        "train/axis": "sideways",
        "train/smoothing": "nan",
        "train/minutes": "many",
    }.items():
        session.settings.set_value(key, nonsense)
    page = TrainPage(session)
    qtbot.addWidget(page)
    request = page.form.request("practice", "")
    assert (request.preset, request.minutes) == ("quick", 4)


def test_the_pictures_of_a_run_stay_while_other_training_pictures_are_looked_at(
    page: TrainPage, session: Session, tmp_path: Path
) -> None:
    begin(page, session, tmp_path)
    pixels = np.full((10, 8, 28, 28, 1), 50, np.uint8)
    session.training.reported.emit(SamplesDrawn(step=10, elapsed_s=1.0, pixels=pixels))
    end(session)
    page.samples.expect(run_started(tmp_path).dataset)
    assert page.samples.gallery.pixels is not None


def test_the_words_below_the_gallery_stand_below_its_title(
    page: TrainPage, session: Session, tmp_path: Path
) -> None:
    begin(page, session, tmp_path)
    pixels = np.full((10, 8, 28, 28, 1), 50, np.uint8)
    session.training.reported.emit(SamplesDrawn(step=10, elapsed_s=1.0, pixels=pixels))
    QApplication.processEvents()
    labels = {label.text(): label for label in page.samples.findChildren(QLabel) if label.isVisible()}
    title = labels["Gallery"]
    invitation = next(label for text, label in labels.items() if text.startswith("Choose a picture"))
    lefts = [one.mapTo(page, one.contentsRect().topLeft()).x() for one in (title, invitation)]
    assert lefts[0] == lefts[1]
    end(session)
