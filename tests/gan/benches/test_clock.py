"""When the clock stops, on generators that are known."""

from pathlib import Path

import numpy as np
import pytest

from gan.benches import clock as bench
from gan.benches.clock import Clock
from gan.config import ModelConfig
from gan.data import open_dataset
from gan.events import GeneratorSaved, StepsDone
from gan.generator_file import GeneratorFile, save_generator
from gan.image_maker import find_generator
from gan.networks import build_generator


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setattr(bench, "PICTURES", 300)
    return Clock(open_dataset("practice").images)


def _steps(elapsed_s: float) -> StepsDone:
    return StepsDone(
        step=1,
        steps=np.array([1]),
        pictures_seen=np.array([16]),
        elapsed_s=np.array([elapsed_s]),
        curves={},
        images_per_second=100.0,
        steps_total=None,
        eta_s=None,
    )


def _saved(file: Path) -> GeneratorSaved:
    return GeneratorSaved(step=1, path=file)


def _untrained(folder: Path) -> Path:
    model = ModelConfig(width=4)
    file = folder / "untrained.safetensors"
    save_generator(
        file, GeneratorFile(name="x", model=model, step=0, dataset_name="x", module=build_generator(model))
    )
    return file


def test_both_levels_count_from_the_steps_before_a_generator_that_reaches_them(
    clock: Clock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock.observe(_steps(1.0))
    clock.observe(_saved(_untrained(tmp_path)))
    assert clock.reached == {} and not clock.is_done
    clock.observe(_steps(7.34))
    clock.observe(_saved(find_generator("ink-digits")))
    assert clock.reached == {0.8: 7.3, 0.95: 7.3} and clock.is_done
    assert "7.3 s" in capsys.readouterr().err


def test_a_generator_saved_right_after_another_is_not_looked_at(clock: Clock, tmp_path: Path) -> None:
    clock.observe(_steps(1.0))
    clock.observe(_saved(_untrained(tmp_path)))
    clock.observe(_steps(1.2))
    clock.observe(_saved(find_generator("ink-digits")))
    assert clock.reached == {}


def test_the_higher_level_needs_recall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "PICTURES", 300)
    blank = Clock(np.zeros((300, 28, 28, 1), dtype=np.uint8))  # pictures that nobody draws: recall 0
    blank.observe(_steps(5.0))
    blank.observe(_saved(find_generator("ink-digits")))
    assert blank.reached == {0.8: 5.0} and not blank.is_done


def test_it_gives_up_after_two_minutes(clock: Clock) -> None:
    clock.observe(_steps(bench.GIVE_UP_S + 1))
    assert clock.is_done and clock.reached == {}
