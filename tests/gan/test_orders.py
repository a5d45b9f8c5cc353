"""Orders to a run that is going: what they change, what they answer, and that a resume carries them out again."""

import os
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import cast

import pytest
import torch

import gan
from gan.cadence import Cadence
from gan.config import TrainingRequest
from gan.deeds import Deeds
from gan.distributed import Team
from gan.events import (
    BudgetRevised,
    CheckpointSaved,
    GeneratorSaved,
    MomentKept,
    RecipeChanged,
    RunStarted,
    SamplesDrawn,
    StepsDone,
    TrainingEvent,
    Warned,
)
from gan.orders import ChangeRecipe, Finish, Order, Part, RunControl, SampleNow, SaveNow, StepOnce
from gan.run_folder import RunFolder
from gan.schedule import Schedule
from gan.tensor_file import read_tensors
from tests.gan.tiny_training import differing, state_of, tiny_config, tiny_trainer, train

STEP_BY_STEP = Cadence(report_s=0.0, samples_s=1e9, publish_s=1e9, checkpoint_s=1e9)
SAVING_EACH_STEP = Cadence(report_s=0.0, samples_s=1e9, publish_s=1e9, checkpoint_s=0.0)


def _request(pictures: Path, **changes: object) -> TrainingRequest:
    values = {"dataset": str(pictures), "steps": 12, "device": "cpu", "seed": 3} | changes
    return TrainingRequest.from_json(values)


class Going:
    """A run that is asked for events by hand."""

    def __init__(
        self, pictures: Path, folder: Path, cadence: Cadence = STEP_BY_STEP, **changes: object
    ) -> None:
        self.control = RunControl()
        request = _request(pictures, **changes)
        self.run = gan.train(request, folder, cadence=cadence, control=self.control)

    def train_until(self, step: int) -> None:
        for event in self.run:
            if isinstance(event, StepsDone) and event.step >= step:
                return

    def answers(self, *orders: Order) -> list[TrainingEvent]:
        """What a paused run says to these."""
        for order in orders:
            self.control.give(order)
        events = []
        while self.control.is_waiting:
            events.append(next(self.run))
        return events

    def end(self) -> list[TrainingEvent]:
        return list(self.run)

    def close(self) -> None:
        cast(Generator[TrainingEvent], self.run).close()


@pytest.fixture
def going(picture_folder: Path, tmp_path: Path) -> Iterator[Going]:
    run = Going(picture_folder, tmp_path / "run")
    yield run
    run.close()


def _saved(folder: Path, step: int) -> dict[str, torch.Tensor]:
    return read_tensors(RunFolder(folder).checkpoint_file(step), "checkpoint")[0]


def test_a_changed_rate_holds_from_the_next_step_on_and_is_told_and_logged(
    going: Going, tmp_path: Path
) -> None:
    going.train_until(4)
    changes = {"discriminator_learning_rate": 5e-4}
    assert going.answers(ChangeRecipe(changes)) == [
        RecipeChanged(step=4, changes=changes, before={"discriminator_learning_rate": 2e-3})
    ]
    folder = RunFolder(tmp_path / "run")
    assert folder.read_config()[1].discriminator_learning_rate == 5e-4
    assert folder.read_events()[-1] == {
        "event": "recipe-changed",
        "step": 4,
        "changes": changes,
        "before": {"discriminator_learning_rate": 2e-3},
    }


def test_an_order_that_cannot_be_carried_out_is_answered_with_a_sentence_and_the_run_goes_on(
    going: Going,
) -> None:
    going.train_until(2)
    (first,) = going.answers(ChangeRecipe({"seed": 4}))
    (second,) = going.answers(ChangeRecipe({"discriminator_steps": 9}))
    assert isinstance(first, Warned) and (first.step, first.code) == (2, "recipe-fixed")
    assert (
        isinstance(second, Warned) and second.sentence == "discriminator_steps is 9; it can be from 1 to 5."
    )
    assert [event.step for event in going.end() if isinstance(event, StepsDone)] == list(range(3, 13))


GENERATORS_OWN = {"generator", "generator_adam", "average", "reader", "reader_adam", "class_blends"}


@pytest.mark.parametrize(
    ("part", "learning"),
    [
        ("discriminator", {"discriminator", "discriminator_adam"}),
        ("generator", GENERATORS_OWN),
        ("both", {"discriminator", "discriminator_adam"} | GENERATORS_OWN),
    ],
)
def test_a_single_step_teaches_the_part_that_was_asked_for_alone(part: Part, learning: set[str]) -> None:
    trainer = train(tiny_trainer(), 5)
    before = state_of(trainer)
    values = trainer.step(part)
    changed = {name for name in differing(before, state_of(trainer)) if ".norm" not in name or "adam" in name}
    assert {name.split(".")[0] for name in changed} - {"minibatches", "noise", "augment"} == learning
    assert torch.isfinite(values).all() and values.shape == (4,)
    assert trainer.step_count == 6


def test_the_discriminator_can_learn_from_more_minibatches_than_the_generator() -> None:
    trainer = tiny_trainer(discriminator_steps=3)
    before = trainer.pictures_seen
    trainer.step()
    assert trainer.pictures_seen - before == 3 * 4
    adam_steps = {
        name: int(tensor) for name, tensor in state_of(trainer).items() if name.endswith("_adam.0.step")
    }
    assert adam_steps == {"generator_adam.0.step": 1, "discriminator_adam.0.step": 3}


def test_a_paused_run_makes_one_step_and_shows_what_came_of_it(going: Going) -> None:
    going.train_until(3)
    events = going.answers(StepOnce("generator"))
    assert [type(event) for event in events] == [StepsDone, SamplesDrawn, MomentKept, GeneratorSaved]
    assert {event.step for event in events} == {4}
    assert [type(event) for event in going.answers(StepOnce("discriminator"), StepOnce())].count(
        StepsDone
    ) == 2
    assert [event.step for event in going.end() if isinstance(event, StepsDone)] == list(range(7, 13))


def test_samples_and_saves_come_when_they_are_asked_for(going: Going, tmp_path: Path) -> None:
    going.train_until(5)
    drawn, kept = going.answers(SampleNow())
    assert isinstance(drawn, SamplesDrawn) and drawn.step == 5
    assert isinstance(kept, MomentKept) and kept.step == 5
    generator, checkpoint = going.answers(SaveNow())
    assert isinstance(generator, GeneratorSaved) and checkpoint == CheckpointSaved(step=5)
    assert RunFolder(tmp_path / "run").checkpoint_file(5).is_file()


def test_the_gallery_is_drawn_as_often_as_it_is_wished(picture_folder: Path, tmp_path: Path) -> None:
    hurried = Cadence(report_s=0.0, publish_s=1e9, checkpoint_s=1e9)
    going = Going(picture_folder, tmp_path / "run", hurried)
    going.train_until(2)
    going.answers(ChangeRecipe({"sample_interval_s": 0.0}))
    drawn = [event.step for event in going.end() if isinstance(event, SamplesDrawn)]
    assert drawn == [*range(3, 13), 12], "at every step, and at the end"


def test_finishing_lets_the_rates_fall_over_a_fifth_more_steps_and_then_stops(
    picture_folder: Path, tmp_path: Path
) -> None:
    going = Going(picture_folder, tmp_path / "run", steps=1000)
    going.train_until(10)
    (revised,) = going.answers(Finish())
    assert isinstance(revised, BudgetRevised) and (revised.step, revised.steps_total) == (10, 12)
    assert max(event.step for event in going.end() if isinstance(event, StepsDone)) == 12


@pytest.mark.parametrize("steps_total", [None, 2000, 1050, 1900])
def test_a_finish_begins_at_the_rate_of_the_moment_and_ends_at_the_lowest(steps_total: int | None) -> None:
    schedule = Schedule(tiny_config())
    schedule.set_budget(steps_total)
    before = schedule.factor(1000)
    schedule.finish(1000, min(steps_total or 1200, 1200))
    assert schedule.factor(1000) == pytest.approx(before, abs=0.02)
    assert schedule.steps_total is not None
    assert schedule.factor(schedule.steps_total) == pytest.approx(0.1)
    falling = [schedule.factor(step) for step in range(1000, schedule.steps_total)]
    assert falling == sorted(falling, reverse=True)


def test_a_finish_in_the_middle_of_minutes_is_kept_by_a_resume(picture_folder: Path, tmp_path: Path) -> None:
    going = Going(picture_folder, tmp_path / "run", steps=None, minutes=60)
    going.train_until(20)
    going.answers(Finish())
    going.close()
    steps = [event for event in gan.resume(tmp_path / "run") if isinstance(event, StepsDone)]
    assert (steps[-1].step, steps[-1].steps_total) == (24, 24)


def test_a_run_of_several_processes_refuses_to_be_changed_and_goes_on(
    picture_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_of_two = Team()
    first_of_two.size = 2
    monkeypatch.setattr("gan.training_run.joined_team", lambda: nullcontext(first_of_two))
    going = Going(picture_folder, tmp_path / "run")
    going.train_until(2)
    for order in (ChangeRecipe({"penalty_gamma": 0.3}), StepOnce()):
        (refusal,) = going.answers(order)
        assert isinstance(refusal, Warned) and refusal.code == "order-in-team"
        assert "stop it and resume it with the change" in refusal.sentence
    assert isinstance(going.answers(SaveNow())[-1], CheckpointSaved)
    assert [event.step for event in going.end() if isinstance(event, StepsDone)] == list(range(3, 13))


ORDERS: dict[int, tuple[Order, ...]] = {
    2: (ChangeRecipe({"discriminator_learning_rate": 1e-3, "penalty_gamma": 0.3}),),
    3: (StepOnce("generator"), StepOnce("discriminator")),
    6: (ChangeRecipe({"discriminator_steps": 2, "ema_decay": 0.9}), ChangeRecipe({"penalty_interval": 2})),
    8: (SampleNow(), Finish()),
}


def _with_orders(pictures: Path, folder: Path) -> None:
    going = Going(pictures, folder, SAVING_EACH_STEP)
    for step, orders in ORDERS.items():
        going.train_until(step)
        going.answers(*orders)
    going.end()


def test_a_resume_from_any_earlier_checkpoint_carries_out_again_what_was_ordered(
    picture_folder: Path, tmp_path: Path
) -> None:
    _with_orders(picture_folder, tmp_path / "run")
    folder = RunFolder(tmp_path / "run")
    whole = _saved(tmp_path / "run", 10)
    checkpoints = folder.checkpoint_files()
    assert len(checkpoints) == 8, "none for the two single steps"
    ordinary = _trained(picture_folder, tmp_path / "ordinary")
    assert differing(whole, ordinary)
    for earlier in reversed(checkpoints[:-1]):
        for file in folder.checkpoint_files():
            if file > earlier:
                file.unlink()
        events = list(gan.resume(tmp_path / "run", cadence=SAVING_EACH_STEP))
        assert differing(whole, _saved(tmp_path / "run", 10)) == set(), f"from {earlier.name}"
        resumed_at = int(earlier.stem.removeprefix("step-"))
        changed = [event.step for event in events if isinstance(event, RecipeChanged)]
        assert changed == [step for step in (2, 6, 6) if step >= resumed_at]


def _trained(pictures: Path, folder: Path) -> dict[str, torch.Tensor]:
    for _ in gan.train(_request(pictures, steps=10), folder):
        pass
    return _saved(folder, 10)


CHILD = """
import sys
from pathlib import Path
import gan
from tests.gan.test_orders import Going, ORDERS, SAVING_EACH_STEP

going = Going(Path(sys.argv[1]), Path(sys.argv[2]), SAVING_EACH_STEP)
for step, orders in ORDERS.items():
    going.train_until(step)
    going.answers(*orders)
    if step == int(sys.argv[3]):
        print("ready", flush=True)
        sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot kill so abruptly")
def test_a_run_killed_right_after_an_order_carries_it_out_when_resumed(
    picture_folder: Path, tmp_path: Path
) -> None:
    """A reference run gets the same first orders and is never killed."""
    reference = Going(picture_folder, tmp_path / "whole", SAVING_EACH_STEP)
    for step in (2, 3):
        reference.train_until(step)
        reference.answers(*ORDERS[step])
    reference.end()
    command = [sys.executable, "-c", CHILD, str(picture_folder), str(tmp_path / "parts"), "3"]
    surroundings = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=surroundings
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGKILL)
    started = next(iter(run := gan.resume(tmp_path / "parts")))
    assert isinstance(started, RunStarted) and started.step < 5
    for _ in run:
        pass
    assert differing(_saved(tmp_path / "whole", 12), _saved(tmp_path / "parts", 12)) == set()


def test_of_two_deeds_at_one_step_the_later_in_the_log_counts() -> None:
    events = [
        {"event": "recipe-changed", "step": 9, "changes": {"penalty_gamma": 0.9}},
        {"event": "stepped-alone", "step": 5, "part": "generator"},
        {"event": "recipe-changed", "step": 7, "changes": {"penalty_gamma": 0.7}},
        {"event": "stepped-alone", "step": 5, "part": "both"},
        {"event": "recipe-changed", "step": 7, "changes": {"penalty_gamma": 0.8}},
        {"event": "recipe-changed", "step": 3, "changes": {"penalty_gamma": 0.3}},
        {"event": "recipe-changed", "step": "soon", "changes": {}},
    ]
    deeds = Deeds(events, 4)
    assert deeds.part(5) == "both"
    assert list(deeds.changes_until(6)) == []
    assert [change["penalty_gamma"] for change in deeds.changes_until(9)] == [0.7, 0.8, 0.9]
