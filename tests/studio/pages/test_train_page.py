"""The Train room fits its window, shows what a run reports, and remembers how it was left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gan import places
from gan.config import ModelConfig, TrainingConfig
from gan.events import DatasetSummary, DoctorNote, GalleryLatents, Mend, RunStarted, SamplesDrawn, StepsDone
from gan.latents import gaussian, one_hot
from gan.run_folder import RunFolder
from studio.pages.train.last_run import remember_run
from studio.pages.train.page import TrainPage
from studio.pages.train.runs import ROOMY_PX
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


@pytest.mark.parametrize("size", [(888, 444), (1208, 704), (1848, 984), (1208, 800)])
def test_what_can_be_done_with_the_chosen_picture_stands_beside_it(
    page: TrainPage, session: Session, tmp_path: Path, size: tuple[int, int]
) -> None:
    page.resize(*size)
    begin(page, session, tmp_path)
    pixels = np.full((10, 8, 28, 28, 1), 50, np.uint8)
    session.training.reported.emit(SamplesDrawn(step=10, elapsed_s=1.0, pixels=pixels))
    keep = next(action for action in page.samples.picture_actions() if action.text() == "Keep")

    def shown() -> list[QToolButton]:
        buttons = page.samples.findChildren(QToolButton)
        return [one for one in buttons if one.isVisible() and one.toolTip() == keep.toolTip()]

    assert not shown(), "nothing is chosen yet"
    page.samples.gallery.choose(3, 5)
    QApplication.processEvents()
    (button,) = shown()
    assert page.rect().contains(QRect(button.mapTo(page, button.rect().topLeft()), button.size()))
    button.click()
    assert len(session.shelf) == 1
    end(session)


def test_in_a_narrow_window_the_gallery_scrolls_down_but_not_across(
    qtbot: QtBot, page: TrainPage, session: Session, tmp_path: Path
) -> None:
    page.resize(888, 444)
    begin(page, session, tmp_path)
    scroller = next(one for one in page.samples.findChildren(QScrollArea) if one.isVisible())
    qtbot.waitUntil(lambda: scroller.verticalScrollBar().maximum() > 0)
    assert scroller.horizontalScrollBar().maximum() == 0
    end(session)


def test_in_a_narrow_window_the_head_of_fresh_samples_cuts_no_button(
    qtbot: QtBot, page: TrainPage, session: Session, tmp_path: Path
) -> None:
    page.resize(888, 444)
    begin(page, session, tmp_path)
    page.samples.pages.set_value("fresh")
    page.samples.critic.score_changed.emit("D: 37% genuine, in a sentence that is far too long for this")
    QApplication.processEvents()
    wanted = page.samples.pages.sizeHint().width()
    qtbot.waitUntil(lambda: page.samples.pages.width() >= wanted)
    end(session)


def test_in_a_narrow_window_the_runs_can_be_closed(
    qtbot: QtBot, page: TrainPage, session: Session, tmp_path: Path
) -> None:
    page.resize(888, 444)
    page.bar.runs.click()
    qtbot.waitUntil(lambda: page.past.runs.isVisible())
    buttons = [one for one in page.past.runs.findChildren(QAbstractButton) if one.isVisible()]

    def all_inside() -> bool:
        return all(
            page.rect().contains(QRect(one.mapTo(page, one.rect().topLeft()), one.size())) for one in buttons
        )

    qtbot.waitUntil(all_inside)
    page.resize(1208, 704)
    QApplication.processEvents()
    assert page.past.runs.buttons[page.past.runs.duplicate].isVisible()
    assert page.past.runs.minimumSizeHint().width() <= ROOMY_PX
    assert page.past.runs.buttons[page.past.runs.open].toolTip() == "There is no run yet."


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
    request = second.recipe.request()
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
    request = page.recipe.request()
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
    page.resize(1208, 800)  # lower ones have no room for the words
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


def test_in_a_short_room_charts_and_explanation_take_turns(
    qtbot: QtBot, page: TrainPage, session: Session, tmp_path: Path
) -> None:
    page.resize(888, 440)
    begin(page, session, tmp_path)
    note = DoctorNote(
        step=600,
        code="discriminator-too-strong",
        values={"certainty": 0.97, "steps": 500},
        sentence="English",
        evidence="English",
        mend=Mend(sentence="English", changes={"discriminator_learning_rate": 1e-3}),
    )
    session.training.reported.emit(note)
    card = page.doctor.card
    assert page.charts.isVisible()
    qtbot.mouseClick(card.why, Qt.MouseButton.LeftButton)
    lines = [one for one in card.findChildren(QLabel) if one.isVisible()]

    def are_whole() -> bool:
        return all(one.height() >= one.heightForWidth(one.width()) for one in lines if one.wordWrap())

    qtbot.waitUntil(are_whole)
    assert not page.charts.isVisible()
    qtbot.mouseClick(card.put_away, Qt.MouseButton.LeftButton)
    assert page.charts.isVisible()
    end(session)


def test_what_is_done_with_a_picture_waits_until_one_is_chosen(page: TrainPage, tmp_path: Path) -> None:
    samples = page.samples
    actions = [*samples.picture_actions(), samples.nearest_action]
    assert not any(action.isEnabled() for action in actions)
    started = run_started(tmp_path)
    samples.show_run(tmp_path, started.gallery, (28, 28), goes_on=False)
    samples.show_frame(0, np.zeros((10, 8, 28, 28, 1), np.uint8))
    assert not any(action.isEnabled() for action in actions), "nothing is chosen yet"
    samples.gallery.choose(3, 0)
    assert all(action.isEnabled() for action in actions)


def test_a_run_whose_description_is_damaged_does_not_go_on_and_says_so(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    folder = RunFolder(tmp_path / "Run 1")
    folder.checkpoints.mkdir(parents=True)
    folder.checkpoint_file(20).write_bytes(b"")
    folder.config_file.write_bytes(b"{}")
    session.settings.set_value("train/budget", "epochs")
    remember_run(session.settings, folder.path)
    page = TrainPage(session)
    qtbot.addWidget(page)
    with qtbot.waitSignal(session.failed, timeout=LEFT_MS) as told:
        page.bar.continue_asked.emit()
    assert told.args[0].code == "run-damaged"
    assert session.training.state == "idle"
