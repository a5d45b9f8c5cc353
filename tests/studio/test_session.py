"""What is open, what is kept, and how all of it ends."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gan import places
from gan.cadence import Cadence
from gan.config import TrainingRequest
from gan.errors import UserError
from gan.events import GeneratorSaved, QualityMeasured, TrainingEvent
from gan.latents import Latent, gaussian, one_hot
from studio.session import Session, next_run_folder
from studio.settings import Settings


def begin_session() -> Session:
    return Session(Settings(places.settings_file()))


def end_session(qtbot, session: Session) -> None:
    with qtbot.waitSignal(session.left):
        session.shut_down()


@pytest.fixture
def session(qtbot) -> Iterator[Session]:
    session = begin_session()
    yield session
    if not session.has_left:
        end_session(qtbot, session)


def picture(seed: int) -> tuple[Latent, np.ndarray]:
    pixels = np.full((28, 28, 1), seed, np.uint8)
    return Latent(gaussian(seed, 1, 64)[0], one_hot(seed % 10, 10)), pixels


def test_kept_pictures_are_there_again_in_the_next_sitting(qtbot, session):
    session.keep(*picture(1))
    session.keep(*picture(2))
    session.keep(*picture(3))
    session.discard(0)
    end_session(qtbot, session)
    again = begin_session()
    again.load_shelf()
    assert [kept.latent for kept in again.shelf] == [picture(2)[0], picture(3)[0]]
    assert int(again.shelf[1].pixels[0, 0, 0]) == 3
    end_session(qtbot, again)


def test_a_kept_picture_does_not_change_with_the_array_it_came_from(session):
    latent, pixels = picture(1)
    session.keep(latent, pixels)
    pixels[:] = 99
    assert int(session.shelf[0].pixels[0, 0, 0]) == 1


def test_a_damaged_shelf_is_set_aside_with_a_sentence_and_a_new_one_begins(qtbot, session, studio_home):
    (studio_home / "shelf.json").write_bytes(b"not a shelf")
    with qtbot.waitSignal(session.failed) as failed:
        session.load_shelf()
    assert "shelf (damaged 1).json" in failed.args[0].sentence
    assert (studio_home / "shelf (damaged 1).json").read_bytes() == b"not a shelf"
    session.keep(*picture(1))
    assert len(session.shelf) == 1


def test_a_shelf_that_cannot_be_written_says_so_and_stays_in_the_window(qtbot, session, studio_home):
    (studio_home / "shelf.json").mkdir()
    with qtbot.waitSignal(session.failed):
        session.keep(*picture(1))
    assert len(session.shelf) == 1


def test_a_run_of_the_window_is_measured_as_it_goes(qtbot, session, tmp_path, monkeypatch):
    monkeypatch.setattr("studio.session.MEASURED", Cadence(quality_s=0.0))
    (tmp_path / "shades").mkdir()
    for shade in range(40):
        Image.new("L", (28, 28), 6 * shade).save(tmp_path / "shades" / f"{shade:02}.png")
    reported: list[TrainingEvent] = []
    session.training.reported.connect(reported.append)
    session.start_training(TrainingRequest(dataset=str(tmp_path / "shades"), device="cpu"))
    qtbot.waitUntil(lambda: any(isinstance(event, QualityMeasured) for event in reported), timeout=120_000)


def test_a_run_gets_the_next_number_that_is_free(studio_home):
    (places.runs_folder() / "Run 1").mkdir(parents=True)
    (places.runs_folder() / "Run 2").mkdir()
    assert next_run_folder() == places.runs_folder() / "Run 3"


def test_a_failure_in_training_reaches_the_banner(qtbot, session):
    def broken() -> Iterator[TrainingEvent]:
        yield GeneratorSaved(step=1, path=Path("missing"))
        raise UserError("no-pictures", "The folder holds no pictures.")

    with qtbot.waitSignal(session.failed) as failed:
        session.training.start(broken())
    assert failed.args[0].sentence == "The folder holds no pictures."


def test_weights_saved_by_a_run_make_it_one_that_can_be_followed(qtbot, session, tmp_path):
    weights = tmp_path / "generator.safetensors"
    assert session.run_file is None
    with qtbot.waitSignal(session.run_changed):
        session.training.start(event for event in [GeneratorSaved(step=1, path=weights)])
    assert session.run_file == weights


def test_what_one_room_sends_reaches_the_others(qtbot, session):
    latent, pixels = picture(5)
    with qtbot.waitSignal(session.latent_sent) as sent:
        session.send("blend_a", latent, pixels)
    assert sent.args == ["blend_a", latent, pixels]


def test_shutting_down_during_training_closes_the_run(qtbot, session, tmp_path):
    closed = []

    def endless() -> Iterator[TrainingEvent]:
        try:
            while True:
                yield GeneratorSaved(step=1, path=tmp_path / "weights")
        finally:
            closed.append(True)

    with qtbot.waitSignal(session.training.reported):
        session.training.start(endless())
    end_session(qtbot, session)
    assert closed == [True]


def test_two_runs_that_begin_at_once_never_share_a_folder(studio_home: Path) -> None:
    first, second = next_run_folder(), next_run_folder()
    assert (first.name, second.name) == ("Run 1", "Run 2")
    assert first.parent == second.parent == places.runs_folder()


def test_where_no_folder_can_be_made_the_run_is_left_to_say_so(studio_home: Path) -> None:
    places.runs_folder().parent.mkdir(parents=True, exist_ok=True)
    places.runs_folder().write_text("in the way")
    assert next_run_folder().name == "Run 1"


def test_a_run_that_never_began_leaves_no_folder(qtbot, session, tmp_path):
    with qtbot.waitSignals([session.training.ended, session.failed], timeout=60_000):
        session.start_training(TrainingRequest(dataset=str(tmp_path / "nowhere"), steps=2))
    assert list(places.runs_folder().iterdir()) == []
