"""Everything a run has reported that can be drawn as a curve or marked on one. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gan.events import QualityMeasured, StepsDone
from studio.widgets.charts.chart_marks import ChartMark
from studio.widgets.charts.curve_history import AXES, CurveHistory

SPEED = "images_per_second"
LOSS_NAMES = ("generator_loss", "discriminator_loss")
SCORE_NAMES = {"relativistic": ("pair_score", "real_wins"), "bce": ("real_score", "made_score")}
DISTANCES = ("digit_fid", "swd")  # the first that a run has is the one to look at
SHARES = ("class_accuracy", "precision", "recall")

Places = dict[str, NDArray[np.float64]]


class RunCurves:
    """Losses and scores of every step, the speed of every report, the quality where it was measured, and marks."""

    def __init__(self, loss: str, smoothing: float = 0.6, *, picture_count: int = 1, name: str = "") -> None:
        """``loss`` as in the run's recipe: it decides which scores mean something. ``picture_count`` makes an epoch."""
        self.name = name
        self.loss = loss
        self.steps = CurveHistory((*LOSS_NAMES, *SCORE_NAMES[loss]), smoothing)
        self.speed = CurveHistory((SPEED,), smoothing)
        self.quality = CurveHistory((*DISTANCES, *SHARES), 0.0)
        self.marks: list[ChartMark] = []
        self.version = 0  # changes whenever a chart is out of date
        self.shape = 0  # changes when more has happened than that curves went on
        self.picture_count = picture_count
        self._steps_total: int | None = None

    @property
    def is_relativistic(self) -> bool:
        return self.loss == "relativistic"

    @property
    def distance(self) -> str | None:
        """The measure of quality that this run has; None before the first measurement."""
        measured = (name for name in DISTANCES if self.quality.latest(name) is not None)
        return next(measured, None)

    def add(self, event: StepsDone) -> None:
        """What was reported; a run that went back to an earlier step leaves behind what it had made since."""
        if len(self.steps) and event.steps[0] <= self.steps.places("step")[-1]:
            self.forget_after(int(event.steps[0]) - 1)
        places = self._places(event.steps, event.pictures_seen, event.elapsed_s)
        self.steps.append(places, event.curves)
        newest = {axis: column[-1:] for axis, column in places.items()}
        self.speed.append(newest, {SPEED: [event.images_per_second]})
        self._steps_total = event.steps_total
        self.version += 1

    def restore(
        self,
        steps: ArrayLike,
        pictures_seen: ArrayLike,
        elapsed_s: ArrayLike,
        images_per_second: NDArray[np.float32],
        curves: Mapping[str, ArrayLike],
    ) -> None:
        """All that an earlier sitting stored, (N,) each; a report's steps share its speed."""
        if np.size(steps) == 0:
            return
        places = self._places(steps, pictures_seen, elapsed_s)
        self.steps.append(places, curves)
        last_of_report = np.append(np.flatnonzero(np.diff(images_per_second)), len(images_per_second) - 1)
        reported = {axis: column[last_of_report] for axis, column in places.items()}
        self.speed.append(reported, {SPEED: images_per_second[last_of_report]})
        self._change_shape()

    def add_quality(self, event: QualityMeasured) -> None:
        """It comes some steps after the step it is about."""
        places = {axis: [self.place_of(event.step, axis)] for axis in AXES} | {"time": [event.elapsed_s]}
        self.quality.forget_after(event.step - 1)  # measured anew, by a run that went back
        values = {name: getattr(event, name) for name in self.quality.names}
        self.quality.append(places, {name: [np.nan if v is None else v] for name, v in values.items()})
        self._change_shape()

    def add_mark(self, mark: ChartMark) -> None:
        """Once, also when a resume reports it anew."""
        if mark not in self.marks:
            self.marks.append(mark)
            self._change_shape()

    def forget_after(self, step: int) -> None:
        """The run goes on from there, as if the rest had not been; the marks of what led there stay."""
        for history in (self.steps, self.speed, self.quality):
            history.forget_after(step)
        self.marks = [mark for mark in self.marks if mark.step <= step]
        self._change_shape()

    def set_smoothing(self, weight: float) -> None:
        self.steps.set_smoothing(weight)
        self.speed.set_smoothing(weight)
        self._change_shape()

    def place_of(self, step: float, axis: str) -> float:
        """Where a step stands on an axis; exact on "step", between the points that were reported on the others."""
        return step if axis == "step" else self.steps.moved(step, "step", axis)

    def step_at(self, place: float, axis: str) -> int:
        """The step that stands there, none beyond what has been trained."""
        last = self.steps.places("step")[-1] if len(self.steps) else 0.0
        step = place if axis == "step" else self.steps.moved(place, axis, "step")
        return round(min(max(step, 0.0), last))

    def extent(self, axis: str) -> tuple[float, float | None]:
        """The last place on an axis, and where the budget ends there, if that is certain."""
        places = self.steps.places(axis)
        last = float(places[-1]) if places.size else 0.0
        return last, self._steps_total if axis == "step" else None

    def _change_shape(self) -> None:
        self.version += 1
        self.shape += 1

    def _places(self, steps: ArrayLike, pictures_seen: ArrayLike, elapsed_s: ArrayLike) -> Places:
        return {
            "step": np.asarray(steps, dtype=np.float64),
            "epoch": np.asarray(pictures_seen, dtype=np.float64) / self.picture_count,
            "time": np.asarray(elapsed_s, dtype=np.float64),
        }
