"""Measuring one run as it goes: what is measured against what, the log, and giving up where there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from gan.config import TrainingRequest
from gan.data import Dataset, Split, split_of
from gan.errors import GanError, describe
from gan.events import QualityMeasured, Warned
from gan.judge import Judge
from gan.quality_gauge import QualityGauge
from gan.trainer import Trainer

Log = Callable[..., None]
"""Writes one line of the run's log: a name and values."""


class RunQuality:
    """Measures at most every ``every_s`` seconds; None: never. In a team only the first process measures."""

    def __init__(
        self,
        trainer: Trainer,
        request: TrainingRequest,
        dataset: Dataset,
        judge: Judge | None,
        every_s: float | None,
        log: Log,
    ) -> None:
        self._trainer, self._request, self._dataset, self._log = trainer, request, dataset, log
        self._gauge = None if every_s is None else QualityGauge(trainer, self._open_split, judge, every_s)

    def _open_split(self) -> Split:
        root = Path(self._request.data_root) if self._request.data_root else None
        return split_of(self._dataset, self._request.dataset, root)

    def advance(self, elapsed_s: float, *, to_the_end: bool = False) -> Iterator[QualityMeasured | Warned]:
        """A piece of measuring, or a whole last measurement; given up where there are no pictures to measure with."""
        if self._gauge is None:
            return
        try:
            measured = self._gauge.last(elapsed_s) if to_the_end else self._gauge.advance(elapsed_s)
        except (GanError, OSError) as error:
            self._gauge, failure = None, describe(error)
            yield Warned(
                step=self._trainer.step_count,
                code=failure.code,
                values=dict(failure.values),
                sentence=failure.sentence,
            )
            return
        if measured is not None:
            self._log("quality-measured", **asdict(measured))
            yield measured
