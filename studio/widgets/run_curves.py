"""Everything a run has reported that can be drawn as a curve. No Qt."""

from __future__ import annotations

from gan.events import StepsDone
from studio.widgets.curve_history import CurveHistory

SPEED = "images_per_second"
LOSS_NAMES = ("generator_loss", "discriminator_loss")
SCORE_NAMES = {"relativistic": ("pair_score", "real_wins"), "bce": ("real_score", "made_score")}


class RunCurves:
    """Losses and scores of every step, and the speed of every report."""

    def __init__(self, loss: str, smoothing: float = 0.6) -> None:
        """``loss`` as in the run's recipe: it decides which scores mean something."""
        self.is_relativistic = loss == "relativistic"
        self.steps = CurveHistory((*LOSS_NAMES, *SCORE_NAMES[loss]), smoothing)
        self.speed = CurveHistory((SPEED,), smoothing)
        self.version = 0  # changes whenever a chart is out of date
        self._steps_total: int | None = None

    def add(self, event: StepsDone) -> None:
        self.steps.append(event.steps, event.elapsed_s, event.curves)
        elapsed = float(event.elapsed_s[-1])
        self.speed.append([event.step], [elapsed], {SPEED: [event.images_per_second]})
        self._steps_total = event.steps_total
        self.version += 1

    def set_smoothing(self, weight: float) -> None:
        self.steps.set_smoothing(weight)
        self.speed.set_smoothing(weight)
        self.version += 1

    def extent(self, axis: str) -> tuple[float, float | None]:
        """The last place on an axis ("step" or "time"), and where the budget ends there, if that is certain."""
        places = self.steps.places(axis)
        last = float(places[-1]) if places.size else 0.0
        return last, self._steps_total if axis == "step" else None
