"""Ctrl-C and SIGTERM as a wish that is granted between two steps, so that a run is saved whole."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class StopWish:
    """Whether someone asked to stop. Asking a second time interrupts at once."""

    def __init__(self) -> None:
        self._is_wished = False

    def check(self) -> None:
        """To be called where stopping is convenient. KeyboardInterrupt where it is wished."""
        if self._is_wished:
            raise KeyboardInterrupt

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        if self._is_wished:
            raise KeyboardInterrupt
        self._is_wished = True


@contextmanager
def stop_wish() -> Iterator[StopWish]:
    """Listen to both signals for as long as this lasts."""
    wish = StopWish()
    previous = {number: signal.signal(number, wish._hear) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield wish
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
