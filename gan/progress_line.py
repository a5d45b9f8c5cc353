"""The line that says how far something is: on a terminal it renews itself, elsewhere lines come now and then."""

from __future__ import annotations

import shutil
import sys
import time

PLAIN_INTERVAL_S = 10.0
TERMINAL_INTERVAL_S = 0.2
BAR = 10  # signs


class ProgressLine:
    """Writes to stderr, so that stdout holds nothing but results."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._shown_s: float | None = None
        self._length = 0

    def show(self, line: str, share: float | None = None, *, always: bool = False) -> None:
        """How far it is, unless that was said just now; ``share`` in 0…1 draws a bar on a terminal."""
        interval_s = TERMINAL_INTERVAL_S if self._is_terminal else PLAIN_INTERVAL_S
        now_s = time.monotonic()
        if not always and self._shown_s is not None and now_s - self._shown_s < interval_s:
            return
        self._shown_s = now_s
        if self._is_terminal:
            self._renew(line if share is None else f"{_bar(share)} {line}")
        else:
            self.say(line)

    def say(self, sentence: str) -> None:
        """Something that stays."""
        self._renew("")
        print(sentence, file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave what the line says last."""
        if self._length:
            print(file=sys.stderr, flush=True)
        self._length = 0

    def _renew(self, line: str) -> None:
        """Over what stands there; as much of it as the terminal is wide."""
        line = line[: shutil.get_terminal_size().columns - 1]
        if line or self._length:
            blanks = " " * (self._length - len(line))
            print(f"\r{line}{blanks}", end="" if line else "\r", file=sys.stderr, flush=True)
        self._length = len(line)


def _bar(share: float) -> str:
    """[##........]  25%, in signs that every terminal has."""
    share = min(max(share, 0.0), 1.0)
    full = int(share * BAR)
    return f"[{'#' * full}{'.' * (BAR - full)}] {share:4.0%}"
