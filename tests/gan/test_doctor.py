"""The doctor, on series of events: silent while all is well, and right about what is not."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gan.doctor import Doctor
from gan.errors import UserError
from gan.events import DatasetSummary, DoctorNote, RunStarted, SamplesDrawn, StepsDone, TrainingEvent, Warned
from gan.gallery import gallery_latents
from gan.recipe_changes import changed_recipe
from gan.symptoms import distance_within_rows
from tests.gan.tiny_training import tiny_config

CHOOSER = np.random.default_rng(11)
CONFIG = tiny_config(augment_strength=0.0)


def _steps(first: int, count: int, certainty: float, *, total: int | None = None) -> StepsDone:
    noise = CHOOSER.normal(0.0, 0.02, count).astype(np.float32)
    return StepsDone(
        step=first + count,
        steps=np.arange(first + 1, first + count + 1),
        pictures_seen=np.arange(first + 1, first + count + 1) * 16,
        elapsed_s=np.linspace(0.0, 1.0, count),
        curves={"pair_score": np.clip(certainty + noise, 0, 1), "generator_loss": noise},
        images_per_second=800.0,
        steps_total=total,
        eta_s=None,
    )


def _bce_steps(first: int, count: int, real: float, made: float) -> StepsDone:
    curves = {"real_score": np.full(count, real), "made_score": np.full(count, made)}
    return replace(_steps(first, count, 0.5), curves=curves)


def _drawn(step: int, variety: float, *, rows: int = 2) -> SamplesDrawn:
    """Pictures of a row differ by noise of that strength around a picture of the row."""
    basis = CHOOSER.uniform(60, 190, (rows, 1, 8, 8, 1))
    pixels = basis + 120 * variety * CHOOSER.normal(size=(rows, 8, 8, 8, 1))
    return SamplesDrawn(step=step, elapsed_s=0.0, pixels=np.clip(pixels, 0, 255).astype(np.uint8))


def _notes(events: Iterable[TrainingEvent], doctor: Doctor | None = None) -> list[DoctorNote]:
    doctor = doctor or Doctor(CONFIG)
    return [note for event in events for note in doctor.observe(event)]


def _healthy(steps: int = 3_000) -> list[TrainingEvent]:
    events: list[TrainingEvent] = []
    for step in range(0, steps, 25):
        events.append(_steps(step, 25, 0.64))
        events.append(_drawn(step + 25, 0.02 + 0.9 * (1 - np.exp(-step / 300))))
    return events


def _started(pictures: int) -> RunStarted:
    dataset = DatasetSummary(
        name="bars",
        title="Bars",
        picture_count=pictures,
        class_names=("lying", "standing"),
        class_counts=np.array([pictures // 2, pictures - pictures // 2]),
        thumbnails=np.zeros((0, 8, 8, 1), dtype=np.uint8),
        licence="",
    )
    return RunStarted(
        step=0,
        folder=Path(),
        config=CONFIG,
        device="cpu",
        device_reason="",
        dataset=dataset,
        gallery=gallery_latents(CONFIG.model),
        steps_total=None,
    )


def _winning(first: int, count: int, wins: float) -> StepsDone:
    """The pair score stays as it is in a healthy run."""
    steps = _steps(first, count, 0.64)
    return replace(steps, curves={**steps.curves, "real_wins": np.full(count, wins, dtype=np.float32)})


def test_a_healthy_run_needs_no_doctor() -> None:
    assert _notes(_healthy()) == []


def test_pictures_that_become_alike_are_a_collapse_and_told_once() -> None:
    events = _healthy() + [_drawn(3_000 + 25 * index, 0.15) for index in range(12)]
    (note,) = _notes(events)
    assert note.code == "mode-collapse"
    assert note.step > 3_000
    assert note.values["distance"] < 0.35 * note.values["best"]
    assert f"{note.values['distance']:.3f}" in note.evidence
    assert note.mend is not None
    assert changed_recipe(CONFIG, note.mend.changes).penalty_gamma == pytest.approx(0.3)


def test_a_collapse_is_told_again_after_a_recovery() -> None:
    collapsed = [_drawn(3_000 + 25 * index, 0.15) for index in range(10)]
    recovered = [_drawn(4_000 + 25 * index, 0.9) for index in range(10)]
    codes = [note.code for note in _notes(_healthy() + collapsed + recovered + collapsed)]
    assert codes == ["mode-collapse", "mode-collapse"]


def test_a_class_that_a_judge_no_longer_finds_is_missing() -> None:
    config = replace(CONFIG, model=replace(CONFIG.model, class_names=tuple("abcd")))
    lost = False

    def read(pixels: np.ndarray) -> np.ndarray:
        rows = np.repeat(np.arange(4), len(pixels) // 4)
        return np.eye(4, dtype=np.float32)[np.where(rows == 2, 1, rows) if lost else rows]

    doctor = Doctor(config, read)
    assert _notes([_drawn(25 * index, 0.9, rows=4) for index in range(60)], doctor) == []
    lost = True
    (note,) = _notes([_drawn(25 * index, 0.9, rows=4) for index in range(60, 160)], doctor)
    assert note.code == "classes-missing"
    assert note.values["classes"] == ("c",)
    assert "does not draw c" in note.sentence


def test_classes_are_not_missed_before_any_are_learnt() -> None:
    config = replace(CONFIG, model=replace(CONFIG.model, class_names=tuple("abcd")))
    doctor = Doctor(config, lambda pixels: np.eye(4, dtype=np.float32)[np.zeros(len(pixels), dtype=int)])
    assert _notes([_drawn(25 * index, 0.9, rows=4) for index in range(100)], doctor) == []


@pytest.mark.parametrize("loss", ["relativistic", "bce"])
def test_a_discriminator_that_is_always_sure_is_too_strong(loss: str) -> None:
    strong = _steps(0, 1_000, 0.995) if loss == "relativistic" else _bce_steps(0, 1_000, 0.99, 0.01)
    (note,) = _notes([strong, strong])
    assert note.code == "discriminator-too-strong"
    assert "500 steps" in note.evidence
    assert note.mend is not None
    mended = changed_recipe(CONFIG, note.mend.changes)
    assert mended.discriminator_learning_rate == CONFIG.discriminator_learning_rate / 2


@pytest.mark.parametrize("trouble", ["certain", "breakdowns"])
def test_absurd_rates_are_brought_down_whatever_else_is_seen(trouble: str) -> None:
    absurd = replace(CONFIG, generator_learning_rate=1.0, discriminator_learning_rate=1e-3)
    rolled_back = Warned(step=10, code="rolled-back", values={"rollbacks": 2}, sentence="")
    events = [_steps(0, 1_000, 0.995)] if trouble == "certain" else [rolled_back]
    (note,) = _notes(events, Doctor(absurd))
    assert note.mend is not None
    mended = changed_recipe(absurd, note.mend.changes)
    assert (mended.generator_learning_rate, mended.discriminator_learning_rate) == (2e-3, 1e-3)


def test_a_discriminator_that_knows_real_pictures_but_not_made_ones_is_not_too_strong() -> None:
    assert _notes([_bce_steps(0, 1_000, 0.99, 0.4)]) == []


def test_pictures_that_stand_still_show_that_nothing_is_learnt() -> None:
    slow = replace(CONFIG, generator_learning_rate=1e-6, discriminator_learning_rate=1e-6)
    still = _drawn(0, 0.9)
    (note,) = _notes((replace(still, step=step) for step in range(0, 4_000, 100)), Doctor(slow))
    assert note.code == "no-learning"
    assert note.mend is not None
    assert changed_recipe(slow, note.mend.changes).generator_learning_rate == pytest.approx(1e-5)


def test_pictures_may_stand_still_at_the_end_of_the_decay() -> None:
    still = _drawn(0, 0.9)
    end = [_steps(9_000, 25, 0.64, total=10_000)]
    assert _notes(end + [replace(still, step=step) for step in range(6_000, 10_000, 100)]) == []


def test_more_than_one_breakdown_means_that_the_rates_are_too_high() -> None:
    def rolled_back(count: int) -> Warned:
        return Warned(step=10 * count, code="rolled-back", values={"rollbacks": count}, sentence="")

    assert _notes([rolled_back(1)]) == []
    (note,) = _notes([rolled_back(2)])
    assert note.code == "unstable"
    assert note.mend is not None
    assert changed_recipe(CONFIG, note.mend.changes).generator_learning_rate == pytest.approx(
        CONFIG.generator_learning_rate / 4
    )


def test_the_distance_within_rows_is_the_mean_over_pairs() -> None:
    pixels = np.zeros((1, 3, 4, 4, 1), dtype=np.uint8)
    pixels[0, 1] = 255
    assert distance_within_rows(pixels) == pytest.approx(2 / 3)  # two of three pairs are black against white


def test_only_what_can_change_in_a_run_can_be_changed() -> None:
    with pytest.raises(UserError, match="seed cannot change"):
        changed_recipe(CONFIG, {"seed": 3})
    with pytest.raises(UserError, match="penalty_gamma is -1"):
        changed_recipe(CONFIG, {"penalty_gamma": -1})


def test_a_mend_starts_from_the_recipe_as_it_is_by_then() -> None:
    doctor = Doctor(CONFIG)
    doctor.change_recipe(changed_recipe(CONFIG, {"penalty_gamma": 0.2}))
    (note,) = _notes(_healthy() + [_drawn(3_000 + 25 * index, 0.15) for index in range(12)], doctor)
    assert note.mend is not None
    assert changed_recipe(CONFIG, note.mend.changes).penalty_gamma == pytest.approx(0.6)


def test_few_pictures_that_win_every_pair_after_many_epochs_are_known_by_heart() -> None:
    events = [_started(100), *(_winning(step, 100, 0.98) for step in range(0, 2_000, 100))]
    (note,) = _notes(events)
    assert note.code == "learnt-by-heart"
    assert note.step == 500
    assert note.values["epochs"] == 80
    assert "80 times" in note.evidence and "98.0%" in note.evidence
    assert note.mend is not None
    assert changed_recipe(replace(CONFIG, augment_strength=0.0), note.mend.changes).augment_strength == 1


def test_where_they_are_augmented_already_there_is_nothing_to_say() -> None:
    doctor = Doctor(replace(CONFIG, augment_strength=1.0))
    assert (
        _notes([_started(100), *(_winning(step, 100, 0.98) for step in range(0, 2_000, 100))], doctor) == []
    )


@pytest.mark.parametrize(("pictures", "wins"), [(60_000, 0.98), (100, 0.8)])
def test_many_pictures_or_pairs_that_are_lost_now_and_then_are_not_known_by_heart(
    pictures: int, wins: float
) -> None:
    assert _notes([_started(pictures), *(_winning(step, 100, wins) for step in range(0, 2_000, 100))]) == []
