"""Leads through the steps of the tour one after another, and writes down what each has seen."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

import gan
from gan.errors import Failure
from gan.events import TrainingEvent
from studio.app import Studio
from studio.controllers.picture_channel import PicturesMade
from studio.tour.hand import Stuck, Wait, press_option

POLL_S = 0.02
JUDGE_PRIORITY = 3
PATIENCE = 3.0
QUIET_TRIES = 20

Step = Callable[["Guide"], Iterator[Wait]]


class Guide(QObject):
    """Each step is a generator that yields how long to wait; the window lives on in between."""

    def __init__(self, studio: Studio, folder: Path, started_at: float) -> None:
        super().__init__(studio)
        self.studio, self.folder, self.started_at = studio, folder, started_at
        self.session, self.window = studio.session, studio.window
        self.events: list[TrainingEvent] = []  # what the run has reported
        self.records: list[dict[str, object]] = []
        self._failures: list[str] = []
        self._saw: dict[str, object] = {}
        self._answers: list[PicturesMade] = []
        self._channel = self.session.inference.channel(JUDGE_PRIORITY)
        self._channel.made.connect(self._on_made)
        self._walk: Iterator[Wait] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self.session.failed.connect(self.note_failure)
        self.session.training.reported.connect(self._on_reported)

    def lead(self, steps: dict[str, Step]) -> None:
        """Take all steps, then close the studio."""
        self._walk = self._through(steps)
        self._timer.start(0)

    # For the steps

    def saw(self, **facts: object) -> None:
        """Note for tour.json what the step in hand has found."""
        self._saw |= facts

    def until(self, holds: Callable[[], object], seconds: float, what: str) -> Iterator[Wait]:
        """Wait for something to be so; Stuck when it is not in time, or the window reports a failure.

        ``seconds`` is plenty on an idle machine; a busy one gets :data:`PATIENCE` times as long.
        """
        deadline = time.monotonic() + PATIENCE * seconds
        while not holds():
            self._check_for_failures()
            if time.monotonic() > deadline:
                raise Stuck(f"{what} did not happen within {seconds:g} s")
            yield POLL_S

    def until_quiet(self, growing: Sequence[object], trouble: str) -> Iterator[Wait]:
        """Until nothing was added for a second; what is under way may still arrive. Stuck if it never ends."""
        for _ in range(QUIET_TRIES):
            count = len(growing)
            yield 1.0
            if len(growing) == count:
                return
        raise Stuck(trouble)

    def go_to(self, room: str) -> Iterator[Wait]:
        press_option(self.window.rail, room)
        yield from self.until(self.window.pages[room].isVisible, 5, f"showing {room}")

    def take_screenshot(self, name: str) -> Iterator[Wait]:
        yield 0.2  # what was just changed is painted first
        if not self.window.grab().save(str(self.folder / f"{name}.png")):
            raise Stuck(f"{name}.png could not be written")

    def ask_judge(self, z: np.ndarray, mix: np.ndarray) -> Iterator[Wait]:
        """Draw latents with the open generator; ``readings`` then says what the judge takes them for."""
        self._answers.clear()
        self._channel.ask(z, mix, read=True)
        yield from self.until(
            lambda: sum(len(part.pixels) for part in self._answers) == len(z), 30, "an answer"
        )

    @property
    def readings(self) -> np.ndarray:
        """Class probabilities (B, K) of what was asked last."""
        parts = [part.probabilities for part in self._answers]
        return np.concatenate([part for part in parts if part is not None])

    # Inside

    def _through(self, steps: dict[str, Step]) -> Iterator[Wait]:
        for name, step in steps.items():
            began, trouble, self._saw = time.monotonic(), "", {}
            try:
                yield from step(self)
                self._check_for_failures()
            except Exception as error:
                trouble = f"{type(error).__name__}: {error}"
            seconds = round(time.monotonic() - began, 2)
            self.records.append(
                {"step": name, "ok": not trouble, "seconds": seconds, "trouble": trouble, "saw": self._saw}
            )
            print(f"{'FAILED' if trouble else 'ok':6} {seconds:7.2f} s  {name}  {trouble}", flush=True)
            if trouble:
                yield from self.take_screenshot("stuck")
                return

    def _check_for_failures(self) -> None:
        if self._failures:
            raise Stuck("the window reported: " + " / ".join(self._failures))

    def report(self, step_count: int) -> dict[str, object]:
        """What tour.json says."""
        return {
            "ok": len(self.records) == step_count and all(record["ok"] for record in self.records),
            "version": gan.__version__,
            "platform": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
            "display": QApplication.platformName(),
            "steps": self.records,
        }

    @Slot()
    def _go_on(self) -> None:
        wait_s = next(self._walk, None)
        if wait_s is None:
            self.studio.closing.leave()
        else:
            self._timer.start(round(1000 * wait_s))

    @Slot(object)
    def note_failure(self, failure: Failure) -> None:
        """Nothing may go wrong on a tour, also not beside its steps."""
        self._failures.append(f"{failure.sentence} {failure.details}".strip())

    @Slot(object)
    def _on_reported(self, event: TrainingEvent) -> None:
        self.events.append(event)

    @Slot(object)
    def _on_made(self, made: PicturesMade) -> None:
        self._answers.append(made)
