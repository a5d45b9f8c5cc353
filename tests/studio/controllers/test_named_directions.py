"""Names that people give to principal directions, over sittings and while a run learns."""

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from gan.config import GeneratorInfo, ModelConfig
from gan.latents import PrincipalDirections
from studio.controllers.named_directions import NamedDirections, names_file
from studio.direction_names import read_names

MODEL = ModelConfig(z_size=4)
AXES = PrincipalDirections(np.eye(4, dtype=np.float32), np.full(4, 0.25))
# At 45° or more to every axis.
ELSEWHERE = np.array([[1, 1, 1, 1], [1, -1, 1, -1], [1, 1, -1, -1], [1, -1, -1, 1]], dtype=np.float32) / 2


def generator(number: int, vectors: np.ndarray | None = None) -> GeneratorInfo:
    principal = AXES if vectors is None else PrincipalDirections(vectors, np.full(4, 0.25))
    return GeneratorInfo(
        name="g", fingerprint=f"{number:064x}", model=MODEL, step=0, dataset_name="", principal=principal
    )


@pytest.fixture
def sitting(qtbot) -> Iterator[Callable[[], NamedDirections]]:
    """Each call is another sitting; the one before ends first."""
    open_ones: list[NamedDirections] = []

    def end() -> None:
        if open_ones:
            with qtbot.waitSignal(open_ones[0].left):
                open_ones[0].shut_down()
            open_ones.pop().deleteLater()

    def begin() -> NamedDirections:
        end()
        names = NamedDirections()
        names.load()
        open_ones.append(names)
        return names

    yield begin
    end()


def test_a_name_is_there_again_in_the_next_sitting_and_only_for_its_generator(sitting):
    names = sitting()
    names.take(generator(1), "one")
    names.rename(1, " Slant ")
    assert names.names == ("", "Slant", "", "")
    names = sitting()
    names.take(generator(2, ELSEWHERE), "two")
    assert names.names == ("",) * 4
    names.take(generator(1), "copied elsewhere")
    assert names.names == ("", "Slant", "", "")


def test_names_are_said_to_change_when_they_do_and_only_then(qtbot, sitting):
    names = sitting()
    heard = []
    names.changed.connect(lambda: heard.append(names.names))
    names.take(generator(1), "one")
    assert heard == [("",) * 4]
    names.rename(0, "Slant")
    names.rename(0, "Slant ")
    names.take(generator(1), "one")
    assert heard == [("",) * 4, ("Slant", "", "", "")]
    names.rename(7, "nowhere")
    names.rename(0, "")
    assert heard[2:] == [("",) * 4]


def turned_by(degrees: float) -> np.ndarray:
    """The first two directions of the axes, turned."""
    vectors, angle = np.eye(4, dtype=np.float32), np.radians(degrees)
    vectors[:2, :2] = [[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]
    return vectors


def test_names_go_along_with_a_run_while_it_learns_however_far_its_directions_turn_in_the_end(sitting):
    names = sitting()
    names.take(generator(0), "run")
    names.rename(0, "Slant")
    for step in range(1, 7):
        names.take(generator(step, turned_by(20 * step)), "run")
        assert names.names == ("Slant", "", "", "")
    names = sitting()
    names.take(generator(6, turned_by(120)), "run")
    assert names.names == ("Slant", "", "", "")
    assert list(read_names(names_file()).to_json()) == [f"{6:064x}"], (
        "weights passed over leave nothing behind"
    )


def test_a_direction_that_the_run_no_longer_has_loses_its_name(sitting):
    names = sitting()
    names.take(generator(1), "run")
    names.rename(0, "Slant")
    names.rename(3, "Loop")
    names.take(generator(2, turned_by(50)), "run")
    assert names.names == ("", "", "", "Loop")


def test_a_look_at_an_earlier_moment_and_the_last_save_after_the_window_closed_keep_the_names(sitting):
    names = sitting()
    names.take(generator(5), "run")
    names.rename(0, "Slant")
    names.take(generator(3, turned_by(10)), "moment")
    assert names.names == ("Slant", "", "", ""), "the moment has that direction too"
    names.take(generator(7, turned_by(-10)), "run")
    assert names.names == ("Slant", "", "", "")
    names = sitting()
    names.take(generator(8, turned_by(-15)), "run")  # as the run was saved when it ended, unseen
    assert names.names == ("Slant", "", "", "")


def test_another_generator_takes_no_names_along(sitting):
    names = sitting()
    names.take(generator(1), "one")
    names.rename(0, "Slant")
    names.take(generator(2, ELSEWHERE), "two")
    assert names.names == ("",) * 4
    names.take(generator(1), "one")
    assert names.names == ("Slant", "", "", "")


def test_a_damaged_file_is_set_aside_and_said(qtbot, sitting):
    names_file().parent.mkdir(parents=True, exist_ok=True)
    names_file().write_bytes(b"torn")
    names = NamedDirections()
    with qtbot.waitSignal(names.failed) as failed:
        names.load()
    assert "set aside" in failed.args[0].sentence
    assert names_file().with_name("direction-names (damaged 1).json").read_bytes() == b"torn"
    names.take(generator(1), "one")
    names.rename(0, "Slant")
    with qtbot.waitSignal(names.left):
        names.shut_down()
    assert read_names(names_file()).of(f"{1:064x}", AXES) == ("Slant", "", "", "")
    names.deleteLater()


def test_a_damaged_file_that_cannot_be_set_aside_is_not_overwritten(sitting, monkeypatch):
    def refuse(*_names: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    names_file().parent.mkdir(parents=True, exist_ok=True)
    names_file().write_bytes(b"torn")
    with monkeypatch.context() as stuck:
        stuck.setattr(Path, "rename", refuse)
        names = sitting()
        names.take(generator(1), "one")
        names.rename(1, "Slant")
    names.rename(2, "Weight")
    sitting()
    assert names_file().with_name("direction-names (damaged 1).json").read_bytes() == b"torn"
    assert read_names(names_file()).knows(generator(1).fingerprint)
