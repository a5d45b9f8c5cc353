"""What is open, what is kept, and how all of it ends."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from gan import places
from gan.errors import UserError
from gan.events import GeneratorSaved, TrainingEvent
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


def test_a_run_gets_the_next_number_that_is_free(studio_home):
    assert next_run_folder().name == "Run 1"
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
