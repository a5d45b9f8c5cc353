"""The charts of the Train room keep a run's curves from one sitting to the next, compare them, and let them out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import gan
from gan import places
from gan.config import ModelConfig, TrainingConfig, TrainingRequest
from gan.curve_log import FILE_NAME, CurveLog
from gan.errors import Failure
from gan.events import (
    DatasetSummary,
    DoctorNote,
    GalleryLatents,
    RecipeChanged,
    RunStarted,
    StepsDone,
    TrainingEvent,
    Warned,
)
from gan.run_folder import RunFolder
from studio.pages.train.charts import TrainCharts
from studio.session import Session
from studio.settings import Settings
from studio.theme import apply_theme
from studio.widgets.controls.segmented import Segmented

WAIT_MS = 60_000
CURVES = ("generator_loss", "discriminator_loss", "pair_score", "real_wins")


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, studio_home: Path) -> Iterator[Session]:
    apply_theme(qapp, "dark")
    session = Session(Settings(places.settings_file()))
    yield session
    with qtbot.waitSignal(session.left, timeout=WAIT_MS):
        session.shut_down()


@pytest.fixture
def charts(qtbot: QtBot, session: Session) -> TrainCharts:
    charts = TrainCharts(session)
    qtbot.addWidget(charts)
    charts.resize(424, 704)
    charts.show()
    qtbot.waitUntil(lambda: charts.charts is not None, timeout=WAIT_MS)
    return charts


@pytest.fixture
def failures(session: Session) -> list[Failure]:
    failures: list[Failure] = []
    session.failed.connect(failures.append)
    return failures


def config() -> TrainingConfig:
    return TrainingConfig(preset="quick", dataset_name="bars", dataset_fingerprint="", model=ModelConfig())


def run_started(folder: Path, step: int = 0) -> RunStarted:
    return RunStarted(
        step=step,
        folder=folder,
        config=config(),
        device="cpu",
        device_reason="",
        dataset=DatasetSummary(
            name="bars",
            title="Bars",
            picture_count=160,
            class_names=("0",),
            class_counts=np.array([160]),
            thumbnails=np.zeros((1, 28, 28, 1), np.uint8),
            licence="",
        ),
        gallery=GalleryLatents(
            row_names=("0",), z=np.zeros((1, 1, 64), np.float32), mix=np.ones((1, 1, 1), np.float32)
        ),
        steps_total=None,
    )


def steps_done(first: int, count: int) -> StepsDone:
    steps = np.arange(first, first + count)
    return StepsDone(
        step=int(steps[-1]),
        steps=steps,
        pictures_seen=16 * steps,
        elapsed_s=steps / 20.0,
        curves={name: (steps / 100).astype(np.float32) for name in CURVES},
        images_per_second=856.0,
        steps_total=None,
        eta_s=None,
    )


def stored_run(name: str, steps: int) -> Path:
    """A run of an earlier sitting in the folder of runs, with a change at step 3 in its log."""
    folder = places.runs_folder() / name
    run = RunFolder.create(folder, TrainingRequest(dataset="practice"), config())
    log = CurveLog(folder)
    for event in (run_started(folder), steps_done(1, steps)):
        log.take(event)
    changes = {"generator_learning_rate": 0.001}
    run.append_event({"event": "recipe-changed", "step": 3, "changes": changes, "before": {}})
    return folder


def report(session: Session, *events: TrainingEvent) -> None:
    for event in events:
        session.training.reported.emit(event)


def steps_shown(charts: TrainCharts) -> list[float]:
    return charts.curves.steps.places("step").tolist()


def accept(charts: TrainCharts, file: Path) -> None:
    """What a person does in the dialog that is open."""
    dialog = charts.findChild(QFileDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(file))
    dialog.accept()


def test_a_run_of_an_earlier_sitting_goes_on_from_its_old_curves(
    charts: TrainCharts, session: Session
) -> None:
    folder = stored_run("Run 1", 8)
    report(session, run_started(folder, step=5), steps_done(6, 2))
    assert steps_shown(charts) == [1, 2, 3, 4, 5, 6, 7], "what was not saved did not happen"
    assert [mark.label for mark in charts.curves.marks] == ["G to 0.001"]
    assert charts.curves.steps.places("epoch")[4] == 0.5


def test_what_was_measured_in_an_earlier_sitting_is_on_the_charts_again(charts: TrainCharts) -> None:
    folder = stored_run("Run 1", 8)
    measured = {"event": "quality-measured", "elapsed_s": 0.2, "pictures": 500, "precision": 0.8, "swd": 3.0}
    judged = {"digit_fid": 0.5, "class_accuracy": 0.99, "recall": 0.7}
    run = RunFolder(folder)
    for line in (
        measured | judged | {"step": 4},
        measured | judged | {"step": 7},
        measured | judged | {"step": 6, "digit_fid": 0.25},
        measured | {"step": 8},
    ):
        run.append_event(line)
    charts.show_stored(folder)
    quality = charts.curves.quality
    assert quality.places("step").tolist() == [4, 6], (
        "the run went back to step 5; a torn line is passed over"
    )
    assert quality.raw("digit_fid").tolist() == [0.5, 0.25]


def test_a_run_that_goes_on_in_this_sitting_keeps_its_curves(
    charts: TrainCharts, session: Session, tmp_path: Path
) -> None:
    report(session, run_started(tmp_path), steps_done(1, 5), run_started(tmp_path, step=4), steps_done(5, 1))
    assert steps_shown(charts) == [1, 2, 3, 4, 5]


def test_a_run_from_before_curves_were_kept_begins_its_curves_where_it_goes_on(
    charts: TrainCharts, session: Session, tmp_path: Path, failures: list[Failure]
) -> None:
    report(session, run_started(tmp_path, step=100), steps_done(101, 2))
    assert steps_shown(charts) == [101, 102]
    assert failures == []


def test_a_run_without_stored_curves_opens_without_a_word(
    charts: TrainCharts, tmp_path: Path, failures: list[Failure]
) -> None:
    charts.show_stored(tmp_path)
    assert steps_shown(charts) == []
    assert failures == []


def test_damaged_curves_are_named_and_the_run_goes_on_with_new_ones(
    charts: TrainCharts, session: Session, failures: list[Failure]
) -> None:
    folder = stored_run("Run 1", 8)
    (folder / FILE_NAME).write_bytes(b"not ours\n")
    report(session, run_started(folder, step=5), steps_done(6, 2))
    assert steps_shown(charts) == [6, 7]
    assert [failure.code for failure in failures] == ["curves-damaged"]


def test_another_run_is_laid_behind_and_taken_away_again(charts: TrainCharts, session: Session) -> None:
    stored_run("Run 1", 400)
    own = stored_run("Run 2", 8)
    report(session, run_started(own, step=8), steps_done(9, 1))
    charts.compare.menu.aboutToShow.emit()
    offered = {action.text(): action for action in charts.compare.menu.actions() if action.isEnabled()}
    assert "Run 2" not in offered, "it is the one on the charts"
    offered["Run 1"].trigger()
    assert charts.charts is not None
    assert charts.charts.charts[0].title.text().startswith("Losses (Run 1)")
    charts.compare.end_asked.emit()
    assert charts.charts.charts[0].title.text().startswith("Losses")
    assert charts.compare.folder is None


def test_a_run_is_compared_under_the_name_it_was_given(charts: TrainCharts, session: Session) -> None:
    gan.rename_run(stored_run("Run 1", 40), "Thin & round")
    report(session, run_started(stored_run("Run 2", 8), step=8), steps_done(9, 1))
    charts.compare.menu.aboutToShow.emit()
    next(one for one in charts.compare.menu.actions() if one.text() == "Thin && round").trigger()
    assert charts.charts is not None
    assert charts.charts.charts[0].title.text().startswith("Losses (Thin & round)")


def test_a_folder_without_a_run_is_refused_in_one_sentence(
    charts: TrainCharts, tmp_path: Path, failures: list[Failure]
) -> None:
    charts.compare_with(tmp_path)
    assert [failure.code for failure in failures] == ["run-missing"]
    assert charts.compare.folder is None


def test_changes_and_notes_are_marked_in_the_words_of_the_window(
    charts: TrainCharts, session: Session, tmp_path: Path
) -> None:
    report(
        session,
        run_started(tmp_path),
        steps_done(1, 2000),
        RecipeChanged(
            step=1000,
            changes={"discriminator_learning_rate": 0.001},
            before={"discriminator_learning_rate": 0.002},
        ),
        DoctorNote(
            step=1500, code="discriminator-too-strong", values={}, sentence="It wins.", evidence="99% sure."
        ),
        Warned(step=1600, code="pictures-skipped", values={}, sentence="Some files were no pictures."),
    )
    change, note = charts.curves.marks
    assert (change.kind, change.label) == ("change", "D to 0.001")
    assert change.sentence == "From step 1,001 on: D to 0.001\nBefore: D to 0.002"
    assert (note.kind, note.sentence) == ("note", "Step 1,500: D is pulling ahead")


@pytest.mark.parametrize(
    "line", [{}, {"event": "noted"}, {"event": "recipe-changed", "step": 3, "changes": 7}]
)
def test_a_line_of_the_log_that_is_not_ours_is_passed_over(
    charts: TrainCharts, session: Session, line: dict[str, object]
) -> None:
    folder = stored_run("Run 1", 8)
    with (folder / "events.jsonl").open("a") as log:
        log.write(json.dumps(line) + "\n")
    charts.show_stored(folder)
    assert [mark.step for mark in charts.curves.marks] == [3]


def test_curves_leave_as_a_table(qtbot: QtBot, charts: TrainCharts, session: Session, tmp_path: Path) -> None:
    report(session, run_started(tmp_path / "Run 1"), steps_done(1, 5))
    charts.export.csv.trigger()
    with qtbot.waitSignal(session.exports.finished, timeout=WAIT_MS):
        accept(charts, tmp_path / "curves.csv")
    lines = (tmp_path / "curves.csv").read_text().splitlines()
    assert lines[0].startswith("step,epoch,elapsed_s,generator_loss")
    assert [line.split(",")[0] for line in lines[1:]] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_charts_leave_as_pictures(
    qtbot: QtBot, charts: TrainCharts, session: Session, tmp_path: Path, kind: str
) -> None:
    report(session, run_started(tmp_path / "Run 1"), steps_done(1, 5))
    {"png": charts.export.png, "svg": charts.export.svg}[kind].trigger()
    with qtbot.waitSignal(session.exports.finished, timeout=WAIT_MS):
        accept(charts, tmp_path / f"charts.{kind}")
    image = QImage(str(tmp_path / f"charts.{kind}"))
    assert not image.isNull()


def test_an_export_that_cannot_be_written_says_so(
    qtbot: QtBot, charts: TrainCharts, session: Session, tmp_path: Path, failures: list[Failure]
) -> None:
    report(session, run_started(tmp_path / "Run 1"), steps_done(1, 5))
    (tmp_path / "curves.csv").mkdir()
    charts.export.csv.trigger()
    dialog = charts.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(session.exports.failed, timeout=WAIT_MS):
        dialog.fileSelected.emit(str(tmp_path / "curves.csv"))
    assert [failure.code for failure in failures] == ["not-a-file"]


def test_without_curves_there_is_nothing_to_export(charts: TrainCharts) -> None:
    charts.tools.menu.aboutToShow.emit()
    assert not any(action.isEnabled() for action in charts.export.actions())


def test_the_room_remembers_how_its_curves_were_shown(
    qtbot: QtBot, charts: TrainCharts, session: Session
) -> None:
    axis = charts.tools.findChild(Segmented)
    assert axis is not None
    axis.set_value("epoch")
    charts.tools.hide_outliers.trigger()
    again = TrainCharts(session)
    qtbot.addWidget(again)
    assert again.tools.axis == "epoch"
    assert not again.tools.outliers_hidden


@pytest.mark.parametrize(("width", "has_box"), [(288, False), (392, False), (616, True)])
def test_the_switch_for_outliers_is_in_the_menu_where_it_has_no_room(
    qtbot: QtBot, charts: TrainCharts, width: int, has_box: bool
) -> None:
    tools = charts.tools
    charts.resize(width + 32, 704)
    box = tools.findChild(QCheckBox)
    assert box is not None
    assert box.isVisible() == has_box
    assert tools.hide_outliers.isVisible() == (not has_box)
    axis = tools.findChild(Segmented)
    assert axis is not None
    qtbot.waitUntil(lambda: axis.width() >= axis.minimumSizeHint().width(), timeout=WAIT_MS)
    shown = [one for one in tools.findChildren(QWidget) if one.parent() is tools and one.isVisible()]
    assert max(one.geometry().right() for one in shown) < tools.width()
