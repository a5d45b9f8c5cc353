"""Training runs: what they report, how they stop, and that they go on exactly where they left off."""

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import cast

import numpy as np
import pytest
import torch

import gan
from gan.config import TrainingRequest
from gan.errors import FileError, UserError
from gan.events import (
    BudgetRevised,
    CheckpointSaved,
    GeneratorSaved,
    RunStarted,
    SamplesDrawn,
    StepsDone,
    TrainingEvent,
)
from gan.run_folder import RunFolder
from gan.tensor_file import read_tensors


def _request(pictures: Path, **changes: object) -> TrainingRequest:
    values = {"dataset": str(pictures), "steps": 30, "device": "cpu", "seed": 3} | changes
    return TrainingRequest.from_json(values)


def _stop_after(run: Iterator[TrainingEvent], step: int) -> int:
    """Take events until that step is done, then stop as a person does; returns the step it stopped at."""
    done = 0
    for event in run:
        if isinstance(event, StepsDone):
            done = event.step
            if done >= step:
                break
    cast(Generator[TrainingEvent], run).close()
    return done


def _final_state(folder: Path) -> dict[str, torch.Tensor]:
    return read_tensors(RunFolder(folder).checkpoint_files()[-1], "checkpoint")[0]


def _assert_same_state(folder: Path, other: Path) -> None:
    state, other_state = _final_state(folder), _final_state(other)
    assert state.keys() == other_state.keys()
    for name, tensor in state.items():
        assert torch.equal(tensor, other_state[name]), name


def test_a_run_reports_its_start_its_steps_its_samples_and_its_saves(
    picture_folder: Path, tmp_path: Path
) -> None:
    events = list(gan.train(_request(picture_folder), tmp_path / "run"))
    started = events[0]
    assert isinstance(started, RunStarted)
    assert started.dataset.class_names == ("lying", "standing")
    assert started.dataset.picture_count == 48
    assert started.gallery.z.shape == (2, 8, 64)
    steps = [event for event in events if isinstance(event, StepsDone)]
    np.testing.assert_array_equal(np.concatenate([event.steps for event in steps]), np.arange(1, 31))
    assert all(len(curve) == len(event.steps) for event in steps for curve in event.curves.values())
    samples = [event for event in events if isinstance(event, SamplesDrawn)]
    assert [samples[0].step, samples[-1].step] == [0, 30]
    assert samples[0].pixels.shape == (2, 8, 28, 28, 1)
    assert not np.array_equal(samples[0].pixels, samples[-1].pixels)
    assert isinstance(events[-2], GeneratorSaved)
    assert isinstance(events[-1], CheckpointSaved)


def test_a_column_of_the_gallery_shares_one_style_and_a_row_one_class(
    picture_folder: Path, tmp_path: Path
) -> None:
    run = gan.train(_request(picture_folder), tmp_path / "run")
    started = cast(RunStarted, next(run))
    cast(Generator[TrainingEvent], run).close()
    first, second = started.gallery.latent(0, 5), started.gallery.latent(1, 5)
    np.testing.assert_array_equal(first.z, second.z)
    np.testing.assert_array_equal(first.mix, [1, 0])
    np.testing.assert_array_equal(second.mix, [0, 1])


@pytest.mark.parametrize("stopped_after", [1, 2, 7, 16, 29])
def test_a_stopped_run_goes_on_bit_for_bit_as_if_never_stopped(
    stopped_after: int, picture_folder: Path, tmp_path: Path
) -> None:
    for _ in gan.train(_request(picture_folder), tmp_path / "whole"):
        pass
    stopped_at = _stop_after(gan.train(_request(picture_folder), tmp_path / "parts"), stopped_after)
    assert stopped_at <= 30
    for _ in gan.resume(tmp_path / "parts"):
        pass
    _assert_same_state(tmp_path / "whole", tmp_path / "parts")


def _keep_only(folder: RunFolder, step: int, checkpoint: bytes) -> None:
    """As if the run had lost every checkpoint but an early one."""
    for file in folder.checkpoint_files():
        file.unlink()
    folder.checkpoint_file(step).write_bytes(checkpoint)


def test_a_budget_in_minutes_is_replayed_exactly_from_an_earlier_checkpoint(
    picture_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    often = tuple(hundredth / 100 for hundredth in range(1, 3000))  # so that a slow machine revises it, too
    monkeypatch.setattr("gan.budget.REVISED_AT", often)
    request = _request(picture_folder, steps=None, minutes=0.05)
    stopped_at = _stop_after(gan.train(request, tmp_path / "run"), 10)
    folder = RunFolder(tmp_path / "run")
    early = folder.checkpoint_file(stopped_at).read_bytes()
    revisions = [event for event in gan.resume(tmp_path / "run") if isinstance(event, BudgetRevised)]
    assert revisions
    last = folder.checkpoint_files()[-1]
    whole = last.read_bytes()
    _keep_only(folder, stopped_at, early)
    for _ in gan.resume(tmp_path / "run"):
        pass
    assert folder.checkpoint_files()[-1].name == last.name
    last_again = read_tensors(folder.checkpoint_files()[-1], "checkpoint")[0]
    last.write_bytes(whole)
    for name, tensor in read_tensors(last, "checkpoint")[0].items():
        assert torch.equal(tensor, last_again[name]), name


def test_what_was_decided_before_is_not_decided_anew_by_a_slower_clock(
    picture_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = _request(picture_folder, steps=None, minutes=0.05)
    stopped_at = _stop_after(gan.train(request, tmp_path / "run"), 10)
    folder = RunFolder(tmp_path / "run")
    early = folder.checkpoint_file(stopped_at).read_bytes()
    for _ in gan.resume(tmp_path / "run"):
        pass
    last = folder.checkpoint_files()[-1].name
    _keep_only(folder, stopped_at, early)
    monkeypatch.setattr("gan.budget.REVISED_AT", tuple(share / 1000 for share in range(2000)))
    again = list(gan.resume(tmp_path / "run"))
    assert not [event for event in again if isinstance(event, BudgetRevised)]
    assert folder.checkpoint_files()[-1].name == last


def test_minutes_end_after_about_that_time(picture_folder: Path, tmp_path: Path) -> None:
    events = list(gan.train(_request(picture_folder, steps=None, minutes=0.02), tmp_path / "run"))
    last = [event for event in events if isinstance(event, StepsDone)][-1]
    assert last.step == last.steps_total
    assert last.elapsed_s[-1] < 10


def test_a_finished_run_goes_on_in_a_new_phase_when_it_gets_more_steps(
    picture_folder: Path, tmp_path: Path
) -> None:
    for _ in gan.train(_request(picture_folder), tmp_path / "run"):
        pass
    events = list(gan.resume(tmp_path / "run", steps=40))
    started = events[0]
    assert isinstance(started, RunStarted)
    assert (started.step, started.steps_total) == (30, 40)
    assert [event for event in events if isinstance(event, StepsDone)][-1].step == 40


def test_a_finished_run_goes_on_until_it_is_stopped(picture_folder: Path, tmp_path: Path) -> None:
    for _ in gan.train(_request(picture_folder, steps=5), tmp_path / "run"):
        pass
    stopped_at = _stop_after(gan.resume(tmp_path / "run", until_stopped=True), 8)
    assert stopped_at >= 8


def test_a_damaged_checkpoint_is_passed_over_for_the_one_before_it(
    picture_folder: Path, tmp_path: Path
) -> None:
    for _ in gan.train(_request(picture_folder), tmp_path / "run"):
        pass
    for _ in gan.resume(tmp_path / "run", steps=35):
        pass
    newest = RunFolder(tmp_path / "run").checkpoint_file(35)
    content = bytearray(newest.read_bytes())
    content[-100] ^= 1
    newest.write_bytes(content)
    started = cast(RunStarted, next(run := gan.resume(tmp_path / "run", steps=40)))
    cast(Generator[TrainingEvent], run).close()
    assert started.step == 30


def test_the_newest_three_checkpoints_are_kept_and_older_ones_where_there_is_room(
    picture_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gan.run_folder.OLDER_CHECKPOINTS_BYTES", 15 * 2**20)
    for _ in gan.train(_request(picture_folder, steps=2), tmp_path / "run"):
        pass
    for steps in (3, 4, 5, 6, 7, 8):
        for _ in gan.resume(tmp_path / "run", steps=steps):
            pass
    names = [file.name for file in RunFolder(tmp_path / "run").checkpoint_files()]
    assert names == [f"step-{step:010d}.safetensors" for step in (2, 5, 6, 7, 8)]


def test_what_a_run_writes_can_be_opened_and_carries_its_directions_and_card(
    picture_folder: Path, tmp_path: Path
) -> None:
    for _ in gan.train(_request(picture_folder), tmp_path / "My run"):
        pass
    info = gan.open_image_maker(tmp_path / "My run").info
    assert (info.name, info.step, info.model.class_names) == ("My run", 30, ("lying", "standing"))
    assert info.directions is not None and info.directions.names[:2] == ("slant", "thickness")
    assert info.card["pictures"] == 48
    assert str(tmp_path) not in repr(info.card)


def test_a_folder_that_holds_a_run_is_not_trained_over(picture_folder: Path, tmp_path: Path) -> None:
    for _ in gan.train(_request(picture_folder, steps=1), tmp_path / "run"):
        pass
    with pytest.raises(UserError, match="resume it or name another"):
        next(gan.train(_request(picture_folder), tmp_path / "run"))


def test_changed_pictures_are_noticed_on_resume(picture_folder: Path, tmp_path: Path) -> None:
    for _ in gan.train(_request(picture_folder, steps=1), tmp_path / "run"):
        pass
    next((picture_folder / "lying").iterdir()).unlink()
    with pytest.raises(UserError, match="changed"):
        next(gan.resume(tmp_path / "run", steps=5))


def test_resuming_where_no_run_lies_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no run"):
        next(gan.resume(tmp_path))


@pytest.mark.parametrize("preset", ["quick", "textbook", "best"])
def test_every_preset_trains(preset: str, picture_folder: Path, tmp_path: Path) -> None:
    events = list(gan.train(_request(picture_folder, preset=preset, steps=2), tmp_path / "run"))
    curves = next(event for event in events if isinstance(event, StepsDone)).curves
    scores = {"real_score", "made_score"} if preset == "textbook" else {"pair_score", "real_wins"}
    assert curves.keys() == {"generator_loss", "discriminator_loss"} | scores


def test_two_runs_with_one_seed_are_the_same_and_with_another_differ(
    picture_folder: Path, tmp_path: Path
) -> None:
    for name, seed in (("one", 3), ("two", 3), ("other", 4)):
        for _ in gan.train(_request(picture_folder, steps=6, seed=seed), tmp_path / name):
            pass
    _assert_same_state(tmp_path / "one", tmp_path / "two")
    other = _final_state(tmp_path / "other")
    assert not torch.equal(_final_state(tmp_path / "one")["noise"], other["noise"])
