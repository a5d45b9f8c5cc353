"""What a run reported is kept as it happened, also when it goes back or is read from its folder."""

from __future__ import annotations

import numpy as np
import pytest

from gan.events import QualityMeasured, StepsDone
from studio.widgets.charts.chart_marks import ChartMark
from studio.widgets.charts.run_curves import SPEED, RunCurves


def steps_done(first: int, count: int, level: float = 1.0) -> StepsDone:
    steps = np.arange(first, first + count)
    values = np.full(count, level, np.float32)
    return StepsDone(
        step=int(steps[-1]),
        steps=steps,
        pictures_seen=16 * steps,
        elapsed_s=steps / 20.0,
        curves=dict.fromkeys(("generator_loss", "discriminator_loss", "pair_score", "real_wins"), values),
        images_per_second=800.0 + first,
        steps_total=None,
        eta_s=None,
    )


def measured(step: int, digit_fid: float | None = 0.6) -> QualityMeasured:
    return QualityMeasured(
        step=step,
        elapsed_s=step / 20.0,
        pictures=500,
        digit_fid=digit_fid,
        class_accuracy=None if digit_fid is None else 0.99,
        precision=0.8,
        recall=0.7,
        swd=3.0,
        floor={},
    )


def test_an_epoch_is_the_whole_training_set_seen_once() -> None:
    curves = RunCurves("relativistic", picture_count=64)
    curves.add(steps_done(1, 8))
    assert curves.steps.places("epoch")[-1] == 2.0
    assert curves.place_of(4, "epoch") == 1.0
    assert curves.step_at(1.0, "epoch") == 4


def test_a_run_that_goes_back_leaves_behind_what_it_had_made_since() -> None:
    curves = RunCurves("relativistic", smoothing=0.0)
    curves.add(steps_done(1, 10))
    curves.add_mark(ChartMark(step=3, kind="change", label="G to 0.001"))
    curves.add_mark(ChartMark(step=8, kind="change", label="G to 0.002"))
    curves.add_quality(measured(9))
    curves.add(steps_done(6, 2, level=5.0))
    np.testing.assert_array_equal(curves.steps.places("step"), np.arange(1, 8))
    np.testing.assert_array_equal(curves.steps.raw("generator_loss"), [1, 1, 1, 1, 1, 5, 5])
    assert [mark.step for mark in curves.marks] == [3]
    assert curves.distance is None


def test_a_change_that_a_resume_replays_is_marked_once() -> None:
    curves = RunCurves("relativistic")
    mark = ChartMark(step=3, kind="change", label="G to 0.001")
    curves.add_mark(mark)
    curves.add_mark(ChartMark(step=3, kind="change", label="G to 0.001"))
    assert curves.marks == [mark]


def test_what_was_stored_is_as_if_it_had_been_reported() -> None:
    reported, stored = RunCurves("relativistic"), RunCurves("relativistic")
    events = [steps_done(1, 3), steps_done(4, 2, level=2.0), steps_done(6, 4)]
    for event in events:
        reported.add(event)
    stored.restore(
        np.concatenate([event.steps for event in events]),
        np.concatenate([event.pictures_seen for event in events]),
        np.concatenate([event.elapsed_s for event in events]),
        np.concatenate([np.full(len(event.steps), event.images_per_second, np.float32) for event in events]),
        {name: np.concatenate([event.curves[name] for event in events]) for name in events[0].curves},
    )
    for one, other in ((reported.steps, stored.steps), (reported.speed, stored.speed)):
        for axis in ("step", "epoch", "time"):
            np.testing.assert_array_equal(one.places(axis), other.places(axis))
        for name in one.names:
            np.testing.assert_allclose(one.smoothed(name), other.smoothed(name))
    assert stored.speed.raw(SPEED).tolist() == [801.0, 804.0, 806.0]


@pytest.mark.parametrize(("digit_fid", "distance"), [(0.6, "digit_fid"), (None, "swd")])
def test_quality_is_what_the_judge_says_or_else_what_patches_say(
    digit_fid: float | None, distance: str
) -> None:
    curves = RunCurves("relativistic")
    assert curves.distance is None
    curves.add(steps_done(1, 10))
    curves.add_quality(measured(5, digit_fid))
    assert curves.distance == distance
