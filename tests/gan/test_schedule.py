"""Learning rates and budgets are functions of steps and pictures."""

import pytest

from gan.budget import TimeBudget
from gan.config import ModelConfig, TrainingConfig
from gan.schedule import Schedule

CONFIG = TrainingConfig(
    preset="quick",
    dataset_name="test",
    dataset_fingerprint="",
    model=ModelConfig(),
    minibatches=((0, 10), (100, 20)),
)


def test_rates_are_constant_for_half_the_budget_and_end_at_a_tenth() -> None:
    schedule = Schedule(CONFIG)
    schedule.set_budget(100)
    assert [schedule.factor(step) for step in (0, 50)] == [1.0, 1.0]
    assert schedule.factor(75) == pytest.approx(0.55)
    assert schedule.factor(100) == pytest.approx(0.1)


def test_without_a_budget_rates_never_fall() -> None:
    assert Schedule(CONFIG).factor(10**6) == 1.0


def test_going_on_after_the_decay_begins_a_new_constant_phase() -> None:
    schedule = Schedule(CONFIG)
    schedule.set_budget(100)
    schedule.set_budget(200, phase_start=100)
    assert schedule.factor(140) == 1.0
    assert schedule.factor(200) == pytest.approx(0.1)


def test_a_schedule_comes_back_from_its_json() -> None:
    schedule, again = Schedule(CONFIG), Schedule(CONFIG)
    schedule.set_budget(300, phase_start=40)
    again.restore(schedule.to_json())
    assert again.factor(250) == schedule.factor(250)


def test_minutes_become_the_steps_that_the_measured_speed_allows() -> None:
    budget = TimeBudget(CONFIG, minutes=1.0)
    budget.measure(pictures=20, seconds=2.0)  # 10 pictures a second, so 580 more in the 58 s that are left
    assert budget.revised(elapsed_s=2.0, step=2, pictures_seen=20) == 2 + 8 + 25
    assert budget.revised(elapsed_s=2.1, step=2, pictures_seen=20) is None


def test_a_budget_in_minutes_is_revised_as_the_speed_changes() -> None:
    budget = TimeBudget(CONFIG, minutes=1.0)
    budget.measure(pictures=20, seconds=2.0)
    early = budget.revised(elapsed_s=2.0, step=2, pictures_seen=20)
    for _ in range(400):
        budget.measure(pictures=20, seconds=4.0)
    late = budget.revised(elapsed_s=30.0, step=10, pictures_seen=200)
    assert early is not None and late is not None
    assert late < early


def test_without_minutes_nothing_is_ever_revised() -> None:
    budget = TimeBudget(CONFIG, minutes=None)
    assert budget.revised(elapsed_s=1e6, step=1, pictures_seen=1) is None


def test_the_pictures_of_the_next_steps_follow_the_growing_minibatch() -> None:
    assert TimeBudget(CONFIG, minutes=None).pictures_of_steps(pictures_seen=80, steps=5) == 10 + 10 + 3 * 20
