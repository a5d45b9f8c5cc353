"""That a run goes on bit for bit as if it had never stopped, and that every saved part is needed for it."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

import gan
from gan.cadence import Cadence
from gan.config import TrainingRequest
from gan.events import CheckpointSaved, RunStarted, Warned
from gan.run_folder import RunFolder
from gan.tensor_file import read_tensors, write_tensors
from gan.trainer import Trainer
from tests.gan.tiny_training import STEPS, differing, state_of, tiny_trainer, train

Saved = tuple[dict[str, torch.Tensor], dict[str, object]]


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def history() -> list[Saved]:
    """An uninterrupted run's state after each step."""
    trainer = tiny_trainer()
    states: list[Saved] = [(state_of(trainer), trainer.counters())]
    while trainer.step_count < STEPS:
        trainer.step()
        states.append((state_of(trainer), trainer.counters()))
    return states


@pytest.mark.parametrize("stopped_after", range(1, STEPS))
def test_training_goes_on_bit_for_bit_from_the_file_of_every_step(
    stopped_after: int, history: list[Saved], tmp_path: Path
) -> None:
    tensors, counters = history[stopped_after]
    write_tensors(tmp_path / "state.safetensors", tensors, {"kind": "checkpoint", "counters": counters})
    tensors_read, description = read_tensors(tmp_path / "state.safetensors", "checkpoint")
    trainer = tiny_trainer()
    trainer.restore(tensors_read, description["counters"])
    train(trainer)
    assert differing(history[-1][0], state_of(trainer)) == set()
    assert trainer.counters() == history[-1][1]


PARTS = (
    "generator.",
    "discriminator.",
    "average.",
    "generator_adam.",
    "discriminator_adam.",
    "minibatches.order",
    "minibatches.shuffler",
    "noise",
    "augment.noise",
    "augment.probability",
    "reader.",
    "reader_adam.",
    "class_blends.noise",
)


@pytest.mark.parametrize("part", PARTS)
def test_without_any_one_saved_tensor_the_run_would_become_another(part: str, history: list[Saved]) -> None:
    tensors, counters = history[9]
    fresh = state_of(tiny_trainer())
    without = {
        name: fresh[name] if name.startswith(part) and name in fresh else tensor
        for name, tensor in tensors.items()
        if not name.startswith(part) or name in fresh
    }
    assert differing(tensors, without)
    trainer = tiny_trainer()
    trainer.restore(without, counters)
    assert differing(history[-1][0], state_of(train(trainer)))


@pytest.mark.parametrize("counter", ["step_count", "pictures_seen", "position", "rollbacks", "schedule"])
def test_without_any_one_saved_number_the_run_would_become_another(
    counter: str, history: list[Saved]
) -> None:
    tensors, counters = history[9]
    other: dict[str, object] = {"rollbacks": 1, "schedule": {"phase_start": 0, "steps_total": 40}}
    trainer = tiny_trainer()
    trainer.restore(tensors, {**counters, counter: other.get(counter, 0)})
    for _ in range(STEPS - 9):
        trainer.step()
    assert differing(history[-1][0], state_of(trainer))


def test_a_checkpoint_from_before_there_was_augmentation_still_goes_on(history: list[Saved]) -> None:
    tensors, counters = history[9]
    older = {name: tensor for name, tensor in tensors.items() if not name.startswith("augment.")}
    trainer = tiny_trainer()
    trainer.restore(older, counters)
    assert train(trainer).step_count == STEPS


def test_randomness_of_the_program_around_it_does_not_touch_a_run(history: list[Saved]) -> None:
    trainer = tiny_trainer()
    while trainer.step_count < STEPS:
        torch.manual_seed(trainer.step_count)
        np.random.seed(trainer.step_count)
        random.seed(trainer.step_count)
        trainer.step()
    assert differing(history[-1][0], state_of(trainer)) == set()


def test_a_run_says_when_it_goes_on_in_other_surroundings(picture_folder: Path, tmp_path: Path) -> None:
    request = TrainingRequest(dataset=str(picture_folder), steps=4, device="cpu")
    for _ in gan.train(request, tmp_path / "run"):
        pass
    folder = RunFolder(tmp_path / "run")
    asked, config = folder.read_config()
    folder.write_config(asked, replace(config, threads=2))
    try:
        warned = [event for event in gan.resume(tmp_path / "run", steps=5) if isinstance(event, Warned)]
    finally:
        torch.set_num_threads(1)
    assert [event.code for event in warned] == ["resumed-inexactly"]
    assert warned[0].values == {"what": "threads", "before": 1, "now": 2}
    assert "no longer bit for bit" in warned[0].sentence


CHILD = """
import sys
from pathlib import Path
import gan
from gan.cadence import Cadence
from gan.config import TrainingRequest

pictures, folder, steps = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
hurried = Cadence(report_s=0.0, checkpoint_s=0.0, samples_s=1e9, publish_s=0.2)
if (folder / "config.json").exists():
    run = gan.resume(folder, cadence=hurried)
else:
    run = gan.train(TrainingRequest(dataset=str(pictures), steps=steps, device="cpu"), folder, cadence=hurried)
for event in run:
    print(type(event).__name__, event.step, flush=True)
"""


def _killed_at_a_random_instant(pictures: Path, folder: Path, steps: int, chooser: random.Random) -> None:
    """Train on in another process and kill it some time after its first few events."""
    command = [sys.executable, "-c", CHILD, str(pictures), str(folder), str(steps)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"OMP_NUM_THREADS": "1"}
    ) as process:
        assert process.stdout is not None
        for _ in range(chooser.randint(1, 12)):
            process.stdout.readline()
        deadline = time.monotonic() + chooser.random() * 0.1
        while time.monotonic() < deadline:
            pass
        process.send_signal(signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot kill so abruptly")
def test_a_run_killed_at_random_instants_ends_bit_for_bit_as_an_undisturbed_one(
    picture_folder: Path, tmp_path: Path
) -> None:
    steps = 60
    request = TrainingRequest(dataset=str(picture_folder), steps=steps, device="cpu")
    for _ in gan.train(request, tmp_path / "whole"):
        pass
    chooser = random.Random(3)
    for _ in range(3):
        _killed_at_a_random_instant(picture_folder, tmp_path / "parts", steps, chooser)
    for _ in gan.resume(tmp_path / "parts"):
        pass
    last = [RunFolder(tmp_path / name).checkpoint_file(steps) for name in ("whole", "parts")]
    whole, parts = (read_tensors(file, "checkpoint")[0] for file in last)
    assert differing(whole, parts) == set()


def test_a_run_cut_off_before_its_first_checkpoint_begins_again(picture_folder: Path, tmp_path: Path) -> None:
    request = TrainingRequest(dataset=str(picture_folder), steps=3, device="cpu")
    run = gan.train(request, tmp_path / "run")
    assert isinstance(next(run), RunStarted)
    run.close()  # type: ignore[attr-defined]  # a generator
    for file in RunFolder(tmp_path / "run").checkpoint_files():
        file.unlink()
    events = list(gan.resume(tmp_path / "run"))
    assert isinstance(events[0], RunStarted) and events[0].step == 0
    assert events[-1] == CheckpointSaved(step=3)


def test_the_cadence_decides_how_often_a_run_saves(picture_folder: Path, tmp_path: Path) -> None:
    request = TrainingRequest(dataset=str(picture_folder), steps=6, device="cpu")
    hurried = Cadence(report_s=0.0, checkpoint_s=0.0)
    saved = [
        event.step
        for event in gan.train(request, tmp_path / "run", cadence=hurried)
        if isinstance(event, CheckpointSaved)
    ]
    assert saved == [1, 2, 3, 4, 5, 6, 6]


def test_the_log_survives_a_torn_line(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    folder.append_event({"event": "one"})
    with folder.events_file.open("ab") as log:
        log.write(b'{"event": "to')
    folder.append_event({"event": "two"})
    assert [event["event"] for event in folder.read_events()] == ["one", "two"]


def test_a_checkpoint_that_does_not_fit_is_refused_with_a_sentence(history: list[Saved]) -> None:
    tensors, counters = history[5]
    trainer: Trainer = tiny_trainer()
    with pytest.raises(OSError, match="does not fit"):
        trainer.restore(tensors | {"minibatches.order": torch.arange(3)}, counters)
