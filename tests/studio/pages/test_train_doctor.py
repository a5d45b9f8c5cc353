"""What the doctor notes is shown in plain words; its mend goes to the run at a press, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import gan
from gan import places
from gan.config import ModelConfig, TrainingConfig, TrainingRequest
from gan.errors import Failure
from gan.events import DoctorNote, Mend, RecipeChanged, SamplesDrawn
from gan.orders import ChangeRecipe
from gan.run_folder import RunFolder
from studio.pages.train.doctor import TrainDoctor
from studio.pages.train.doctor_words import DoctorTexts
from studio.pages.train.run_rescue import RunRescue
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
def orders(session: Session, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What would be asked of the run."""
    orders: list[object] = []
    monkeypatch.setattr(session.training, "order", orders.append)
    return orders


@pytest.fixture
def doctor(qtbot: QtBot, session: Session, orders: list[object], tmp_path: Path) -> Iterator[TrainDoctor]:
    """In a room where a run goes."""
    window = QWidget()
    qtbot.addWidget(window)
    doctor = TrainDoctor(session, window)
    doctor.card.setParent(window)
    window.resize(400, 300)
    doctor.card.resize(400, 200)
    window.show()
    session.training.state = "running"
    session.training.reported.emit(run_started(tmp_path))
    yield doctor
    window.close()


def strong_discriminator(rate: float = 1e-3, step: int = 900) -> DoctorNote:
    return DoctorNote(
        step=step,
        code="discriminator-too-strong",
        values={"certainty": 0.97, "steps": 500},
        sentence="English",
        evidence="English",
        mend=Mend(sentence="English", changes={"discriminator_learning_rate": rate}),
    )


def collapse() -> DoctorNote:
    return DoctorNote(
        step=1200,
        code="mode-collapse",
        values={"distance": 0.02, "best": 0.21},
        sentence="English",
        evidence="English",
        mend=Mend(sentence="English", changes={"penalty_gamma": 0.3}),
    )


def slowed_discriminator() -> RecipeChanged:
    return RecipeChanged(
        step=901,
        changes={"discriminator_learning_rate": 1e-3},
        before={"discriminator_learning_rate": 2e-3},
    )


def words(doctor: TrainDoctor) -> str:
    return "\n".join(one.text() for one in doctor.card.findChildren(QLabel) if one.isVisible())


def test_a_note_says_what_was_seen_and_what_is_behind_it(
    qtbot: QtBot, session: Session, doctor: TrainDoctor
) -> None:
    assert not doctor.card.isVisible()
    session.training.reported.emit(strong_discriminator())
    assert words(doctor) == "D is pulling ahead\nOver the last 500 steps it was 97% sure on average."
    assert doctor.card.mend.text() == "Slow D down"
    assert "learning rate of D from 0.0020 to 0.0010" in doctor.card.mend.toolTip()
    qtbot.mouseClick(doctor.card.why, BUTTON)
    assert "no hint how to improve" in words(doctor)


def test_the_mend_goes_to_the_run_and_undo_puts_the_former_numbers_back(
    qtbot: QtBot, session: Session, doctor: TrainDoctor, orders: list[object]
) -> None:
    session.training.reported.emit(strong_discriminator())
    qtbot.mouseClick(doctor.card.mend, BUTTON)
    assert orders == [ChangeRecipe({"discriminator_learning_rate": 1e-3})]
    session.training.reported.emit(slowed_discriminator())
    assert not doctor.card.mend.isVisible()
    qtbot.mouseClick(doctor.card.undo, BUTTON)
    assert orders[1:] == [ChangeRecipe({"discriminator_learning_rate": 2e-3})]
    assert doctor.card.mend.isVisible()


def test_a_run_that_has_ended_is_resumed_with_the_mend(
    qtbot: QtBot, session: Session, doctor: TrainDoctor, orders: list[object]
) -> None:
    session.training.reported.emit(strong_discriminator())
    session.training.state = "idle"
    session.training.state_changed.emit("idle")
    with qtbot.waitSignal(doctor.resume_asked) as told:
        qtbot.mouseClick(doctor.card.mend, BUTTON)
    assert told.args == [{"discriminator_learning_rate": 1e-3}]
    assert orders == []


def test_the_same_note_is_not_told_twice_but_its_evidence_is_renewed(
    session: Session, doctor: TrainDoctor
) -> None:
    session.training.reported.emit(strong_discriminator())
    session.training.reported.emit(strong_discriminator(step=2000))
    assert not doctor.card.next.isVisible()


def test_several_notes_are_counted_and_leafed_through(
    qtbot: QtBot, session: Session, doctor: TrainDoctor
) -> None:
    session.training.reported.emit(strong_discriminator())
    session.training.reported.emit(collapse())
    assert "all alike" in words(doctor)
    assert "differ by 0.020 on average, and did by 0.210" in words(doctor)
    assert doctor.card.next.isVisible()
    assert doctor.card.next.text() == "2 of 2"
    qtbot.mouseClick(doctor.card.next, BUTTON)
    assert "D is pulling ahead" in words(doctor)
    qtbot.mouseClick(doctor.card.why, BUTTON)
    qtbot.mouseClick(doctor.card.put_away, BUTTON)
    assert "all alike" in words(doctor)
    qtbot.mouseClick(doctor.card.put_away, BUTTON)
    assert not doctor.card.isVisible()


def test_what_was_seen_before_a_mend_took_effect_leaves_its_card_alone(
    qtbot: QtBot, session: Session, doctor: TrainDoctor, orders: list[object]
) -> None:
    session.training.reported.emit(strong_discriminator())
    qtbot.mouseClick(doctor.card.mend, BUTTON)
    session.training.reported.emit(strong_discriminator(step=901))
    session.training.reported.emit(collapse())
    session.training.reported.emit(slowed_discriminator())
    assert "D is pulling ahead" in words(doctor)
    assert doctor.card.next.text() == "1 of 2"
    qtbot.mouseClick(doctor.card.undo, BUTTON)
    assert orders[1:] == [ChangeRecipe({"discriminator_learning_rate": 2e-3})]


def test_the_same_trouble_after_its_mend_is_news(qtbot: QtBot, session: Session, doctor: TrainDoctor) -> None:
    session.training.reported.emit(strong_discriminator())
    qtbot.mouseClick(doctor.card.mend, BUTTON)
    session.training.reported.emit(slowed_discriminator())
    session.training.reported.emit(strong_discriminator(rate=5e-4, step=3000))
    assert doctor.card.mend.isVisible()


def test_a_run_that_broke_can_go_on_with_smaller_steps(
    qtbot: QtBot, session: Session, doctor: TrainDoctor
) -> None:
    session.training.failed.emit(Failure(code="training-diverged", sentence="English", values={"step": 12}))
    session.training.state = "idle"
    session.training.state_changed.emit("idle")
    assert "went off the rails" in words(doctor)
    assert doctor.card.mend.text() == "Lower both rates"
    with qtbot.waitSignal(doctor.resume_asked) as told:
        qtbot.mouseClick(doctor.card.mend, BUTTON)
    assert told.args[0] == pytest.approx(
        {"generator_learning_rate": 2e-4, "discriminator_learning_rate": 2e-4}
    )


def test_between_two_states_nothing_can_be_pressed(session: Session, doctor: TrainDoctor) -> None:
    session.training.reported.emit(strong_discriminator())
    session.training.state = "stopping"
    session.training.state_changed.emit("stopping")
    assert not doctor.card.mend.isEnabled()


def draw_samples(session: Session, steps: range) -> None:
    pixels = np.zeros((10, 8, 28, 28, 1), np.uint8)
    for step in steps:
        session.training.reported.emit(SamplesDrawn(step=step, elapsed_s=1.0, pixels=pixels))


def test_a_collapse_can_be_left_behind_where_a_checkpoint_lies_before_it(
    qtbot: QtBot, session: Session, doctor: TrainDoctor, tmp_path: Path
) -> None:
    run = RunFolder(tmp_path)
    run.checkpoints.mkdir()
    for step in (100, 500, 1150):
        run.checkpoint_file(step).write_bytes(b"")
    draw_samples(session, range(0, 1200, 100))
    session.training.reported.emit(collapse())
    assert doctor.card.back.isVisible()
    assert "goes on in a new one from step 100," in doctor.card.back.toolTip()
    with qtbot.waitSignal(doctor.back_asked) as told:
        qtbot.mouseClick(doctor.card.back, BUTTON)
    assert told.args == [tmp_path, 400, {"penalty_gamma": 0.3}]


def test_without_a_checkpoint_before_the_collapse_there_is_no_way_back(
    session: Session, doctor: TrainDoctor, tmp_path: Path
) -> None:
    run = RunFolder(tmp_path)
    run.checkpoints.mkdir()
    run.checkpoint_file(1150).write_bytes(b"")
    draw_samples(session, range(0, 1200, 100))
    session.training.reported.emit(collapse())
    assert not doctor.card.back.isVisible()


def test_the_way_back_is_a_run_of_its_own(
    qtbot: QtBot, qapp: QApplication, session: Session, studio_home: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rescue = RunRescue(session, window)
    request = TrainingRequest(dataset="practice", size="small", steps=3)
    spoilt = studio_home / "runs" / "Run 1"
    for _ in gan.train(request, spoilt):
        pass
    with qtbot.waitSignal(rescue.branched, timeout=LEFT_MS) as told:
        rescue.begin(spoilt, 3, {"penalty_gamma": 0.3})
    assert told.args == [studio_home / "runs" / "Run 2", {"penalty_gamma": 0.3}]
    assert RunFolder(studio_home / "runs" / "Run 2").checkpoint_files()
    assert RunFolder(spoilt).checkpoint_files(), "the spoilt run is kept"
    with qtbot.waitSignal(session.failed, timeout=LEFT_MS) as failed:
        rescue.begin(spoilt, 2, {})
    assert failed.args[0].code == "no-checkpoint-before"


def test_a_new_run_begins_without_notes(session: Session, doctor: TrainDoctor, tmp_path: Path) -> None:
    session.training.reported.emit(strong_discriminator())
    session.training.reported.emit(run_started(tmp_path / "another"))
    assert not doctor.card.isVisible()


def test_every_code_of_the_doctor_has_words_of_the_window(qapp: QApplication) -> None:
    """The engine's own sentences are for the terminal."""
    import re

    symptoms = (Path(__file__).parents[3] / "gan" / "symptoms.py").read_text("utf-8")
    codes = set(re.findall(r'code="([a-z-]+)"', symptoms))
    assert len(codes) >= 5
    config = TrainingConfig(preset="quick", dataset_name="", dataset_fingerprint="", model=ModelConfig())
    values = {"distance": 0.1, "best": 0.2, "classes": ("3",), "certainty": 0.9, "steps": 5, "change": 0.1}
    for code in codes:
        note = DoctorNote(
            step=1, code=code, values=values | {"rollbacks": 2}, sentence="ENGLISH", evidence="ENGLISH"
        )
        told = DoctorTexts().words(note, {"penalty_gamma": config.penalty_gamma})
        assert "ENGLISH" not in f"{told.title} {told.evidence} {told.explanation}", code
