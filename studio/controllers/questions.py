"""The window's face of questions: what a file or a network knows, answered outside the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from gan.errors import Failure
from studio.controllers.job_queue import JobQueue


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What waits for its turn; a deed changes something, and nothing takes its place."""

    name: str
    job: Callable[[], object]
    is_deed: bool


class Questions(QObject):
    """One after another; of those that wait under the same name, the newest replaces the others."""

    answered = Signal(str, object)  # the name it was asked under; the answer
    failed = Signal(str, object)  # the name it was asked under; gan.errors.Failure
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[_Waiting] = []
        self._asked = ""
        self._is_over = False
        self._jobs = JobQueue(self)
        self._jobs.finished.connect(self._on_finished)
        self._jobs.failed.connect(self._on_failed)
        self._jobs.left.connect(self.left)

    def ask(self, name: str, question: Callable[[], object]) -> None:
        """``answered`` or ``failed`` follows under this name, unless a newer question comes first."""
        if not self._is_over:
            self.forget(name)
            self._add(_Waiting(name, question, is_deed=False))

    def do(self, name: str, deed: Callable[[], object]) -> None:
        """As :meth:`ask`, for what changes something: it is done, whatever is asked after it."""
        if not self._is_over:
            self._add(_Waiting(name, deed, is_deed=True))

    def forget(self, name: str) -> None:
        """Nobody waits for this answer any more, if it is not under way yet."""
        self._waiting = [one for one in self._waiting if one.is_deed or one.name != name]

    def shut_down(self) -> None:
        """Deeds are done first, which nobody hears of any more; ``left`` follows."""
        self._is_over = True
        self._waiting = [one for one in self._waiting if one.is_deed]
        self._jobs.shut_down()

    @property
    def has_left(self) -> bool:
        return self._jobs.has_left

    def _add(self, waiting: _Waiting) -> None:
        self._waiting.append(waiting)
        self._ask_next()

    def _ask_next(self) -> None:
        if not self._asked and self._waiting:
            first = self._waiting.pop(0)
            self._asked = first.name
            self._jobs.run(first.job)

    def _settle(self) -> str:
        name, self._asked = self._asked, ""
        self._ask_next()
        return name

    @Slot(object)
    def _on_finished(self, answer: object) -> None:
        name = self._settle()
        if not self._is_over:
            self.answered.emit(name, answer)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        name = self._settle()
        if not self._is_over:
            self.failed.emit(name, failure)
