"""The open generator's file as bytes, for the document that is painted with it."""

from __future__ import annotations

import logging
from pathlib import Path

log = logging.getLogger(__name__)


class GeneratorBytes:
    """Read again only when it changed: while training it does so every second."""

    def __init__(self) -> None:
        self._known: tuple[Path, int, int] | None = None
        self._content: bytes | None = None

    def read(self, path: Path) -> bytes | None:
        """None if it cannot be read: the stroke is worth more than the file that made its stamps."""
        try:
            state = path.stat()
            key = (path, state.st_mtime_ns, state.st_size)
            if key != self._known:
                self._content, self._known = path.read_bytes(), key
        except OSError:
            log.exception("the generator could not be read for the document")
            return None
        return self._content
