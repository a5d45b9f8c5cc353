"""Numbers that are not finite: the check before each update, the way back, and the end of the patience."""

from collections.abc import Generator
from pathlib import Path
from typing import cast

import pytest
import torch

import gan
from gan.cadence import Cadence
from gan.config import TrainingRequest
from gan.distributed import ALONE
from gan.errors import GanError
from gan.events import CheckpointSaved, StepsDone, TrainingEvent, Warned
from gan.good_states import GoodStates
from gan.guard import HostGuard, KernelGuard, UpdateGuard
from gan.run_folder import RunFolder
from gan.safe_steps import SafeSteps
from gan.tensor_file import read_tensors, write_tensors
from tests.gan.tiny_training import differing, state_of, tiny_trainer, train


def _break(trainer: object) -> None:
    """What an overflow leaves behind."""
    weights = next(trainer.generator.parameters())  # type: ignore[attr-defined]
    with torch.no_grad():
        weights.view(-1)[0] = float("nan")


@pytest.mark.parametrize("guard", [HostGuard(), KernelGuard(torch.device("cpu"))], ids=["host", "kernel"])
@pytest.mark.parametrize("broken", ["loss", "gradient"])
def test_no_optimizer_steps_on_numbers_that_are_not_finite(guard: UpdateGuard, broken: str) -> None:
    weights = torch.nn.Parameter(torch.ones(3))
    adam = torch.optim.Adam([weights], fused=True)
    guard.reset()
    weights.grad = torch.ones(3)
    guard.update(adam, torch.tensor(1.0))
    after_one = weights.detach().clone()
    assert not torch.equal(after_one, torch.ones(3))
    assert not guard.has_tripped()
    if broken == "gradient":
        weights.grad = torch.tensor([1.0, float("inf"), 1.0])
    guard.update(adam, torch.tensor(float("nan") if broken == "loss" else 1.0))
    weights.grad = torch.ones(3)
    guard.update(adam, torch.tensor(1.0))
    assert torch.equal(weights, after_one)
    assert guard.has_tripped()
    guard.reset()
    guard.update(adam, torch.tensor(1.0))
    assert not torch.equal(weights, after_one)


def test_a_broken_run_returns_to_its_last_good_state_and_goes_on_at_half_the_rate() -> None:
    trainer = train(tiny_trainer(), 10)
    steps = SafeSteps(trainer, ALONE)
    good = state_of(trainer)
    for _ in range(3):
        steps.step()
    rate = trainer.generator_optimizer.param_groups[0]["lr"]
    _break(trainer)
    steps.step()
    changed = differing(good, state_of(trainer))
    assert {name.split(".")[0] for name in changed} <= {"noise", "minibatches", "augment", "class_blends"}
    assert [(warning.step, warning.code) for warning in steps.warnings] == [(14, "rolled-back")]
    assert steps.warnings[0].values == {"good_step": 10, "rollbacks": 1, "most": 3}
    assert trainer.step_count == 14
    steps.step()
    assert len(steps.warnings) == 1
    assert trainer.generator_optimizer.param_groups[0]["lr"] < 0.6 * rate
    assert all(torch.isfinite(tensor).all() for tensor in state_of(trainer).values())


def test_a_run_that_breaks_a_fourth_time_stops_with_a_sentence() -> None:
    trainer = train(tiny_trainer(), 2)
    steps = SafeSteps(trainer, ALONE)
    for rollbacks in (1, 2, 3):
        _break(trainer)
        steps.step()
        assert trainer.rollbacks == rollbacks
    _break(trainer)
    with pytest.raises(GanError, match="off the rails at step 6"):
        steps.step()


def test_breaking_again_soon_goes_back_further_each_time() -> None:
    trainer = tiny_trainer()
    states = GoodStates(trainer)
    for step in (1, 2, 3):
        train(trainer, step)
        states.take()
    assert [states.roll_back() for _ in range(4)] == [3, 2, 1, 1]


def test_a_state_that_is_not_finite_is_not_taken_for_a_good_one() -> None:
    trainer = train(tiny_trainer(), 2)
    states = GoodStates(trainer)
    train(trainer, 3)
    _break(trainer)
    states.take()
    assert states.roll_back() == 2


def _overflowing_run(pictures: Path, folder: Path) -> None:
    """A run that rests at step 2 with a discriminator whose scores overflow, on any machine, at every further step."""
    without_norm = {"model.discriminator_norm": "none"}
    request = TrainingRequest(dataset=str(pictures), steps=2, device="cpu", overrides=without_norm)
    for _ in gan.train(request, folder):
        pass
    checkpoint = RunFolder(folder).checkpoint_files()[-1]
    tensors, description = read_tensors(checkpoint, "checkpoint")
    for name, tensor in tensors.items():
        if name.startswith("discriminator.") and tensor.is_floating_point():
            tensors[name] = tensor * 1e12
    write_tensors(checkpoint, tensors, description)


def _until_it_ends(run: object) -> list[TrainingEvent]:
    events: list[TrainingEvent] = []
    with pytest.raises(GanError, match="off the rails"):
        for event in cast(Generator[TrainingEvent], run):
            events.append(event)
    return events


def test_a_run_that_breaks_says_so_logs_it_saves_and_ends_with_a_sound_checkpoint(
    picture_folder: Path, tmp_path: Path
) -> None:
    _overflowing_run(picture_folder, tmp_path / "run")
    events = _until_it_ends(gan.resume(tmp_path / "run", steps=400))
    warned = [event for event in events if isinstance(event, Warned) and event.code == "rolled-back"]
    assert [warning.values["rollbacks"] for warning in warned] == [1, 2, 3]
    folder = RunFolder(tmp_path / "run")
    logged = [event for event in folder.read_events() if event.get("code") == "rolled-back"]
    assert [entry["step"] for entry in logged] == [warning.step for warning in warned]
    for warning in warned:
        assert CheckpointSaved(step=warning.step) in events
    newest = folder.checkpoint_files()[-1]
    assert newest == folder.checkpoint_file(warned[-1].step)
    description = read_tensors(newest, "checkpoint")[1]  # refuses what is not finite
    assert description["counters"]["rollbacks"] == 3
    steps = [step for event in events if isinstance(event, StepsDone) for step in event.steps.tolist()]
    assert steps == sorted(set(steps))


def test_a_rollback_comes_out_the_same_in_a_run_that_was_stopped_before_and_resumed(
    picture_folder: Path, tmp_path: Path
) -> None:
    ends = []
    for name in ("whole", "parts"):
        _overflowing_run(picture_folder, tmp_path / name)
        run = gan.resume(tmp_path / name, steps=400, cadence=Cadence(report_s=0.0))
        if name == "parts":
            for event in run:
                if isinstance(event, Warned) and event.code == "rolled-back":
                    break
            cast(Generator[TrainingEvent], run).close()
            run = gan.resume(tmp_path / name)
        _until_it_ends(run)
        newest = RunFolder(tmp_path / name).checkpoint_files()[-1]
        ends.append((newest.name, read_tensors(newest, "checkpoint")[0]))
    assert ends[0][0] == ends[1][0]
    assert differing(ends[0][1], ends[1][1]) == set()
