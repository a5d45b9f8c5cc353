"""A room's line for finding a picture: the newest wish wins, and it is worked on when nothing else is wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gan.errors import Failure
from gan.found import Found, Wanted


class PictureSearch(QObject):
    """The inference controller takes the wish, bit by bit, and gives back what was found."""

    found = Signal(object)  # gan.found.Found; the last one says that it is
    failed = Signal(object)  # gan.errors.Failure: there is nothing to look for
    asked = Signal()  # for the controller

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: Wanted | None = None
        self._is_begun = False

    def look_for(self, wanted: Wanted) -> None:
        """``found`` follows several times, the last time with the best, or ``failed``."""
        self._wanted, self._is_begun = wanted, False
        self.asked.emit()

    def forget(self) -> None:
        """Nothing is looked for any more."""
        self._wanted, self._is_begun = None, False

    @property
    def is_wanted(self) -> bool:
        """Whether there is anything to do."""
        return self._wanted is not None

    def take(self) -> Wanted | None:
        """The wish, the first time; None to go on with it."""
        wanted, self._is_begun = None if self._is_begun else self._wanted, True
        return wanted

    def settle(self, found: Found | None) -> None:
        """What a piece of work came to; nobody hears of a wish that a newer one has replaced."""
        if self._is_begun and found is not None:
            if found.is_last:
                self.forget()
            self.found.emit(found)

    def drop(self, failure: Failure) -> None:
        """A piece of work failed."""
        if self._is_begun:
            self.forget()
            self.failed.emit(failure)
