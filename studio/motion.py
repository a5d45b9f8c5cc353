"""Whether anything may move that nobody started: loops that play by themselves, bars that run to and fro, cursors."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QProgressBar

_PROPERTY = "motion_is_reduced"
_AS_THE_SYSTEM, _STEADY = -1, 0  # milliseconds of a cursor's blink


def reduce_motion(application: QApplication, reduced: bool) -> None:
    """From now on; Qt does not tell what the system wants, so a person has to say it here."""
    application.setProperty(_PROPERTY, reduced)
    application.styleHints().setCursorFlashTime(_STEADY if reduced else _AS_THE_SYSTEM)


def motion_is_reduced() -> bool:
    application = QCoreApplication.instance()
    return application is not None and bool(application.property(_PROPERTY))


def show_busy(bar: QProgressBar) -> None:
    """Something goes on that has no measure: the bar runs to and fro, or stands empty beside its words."""
    bar.setRange(0, 1 if motion_is_reduced() else 0)
    bar.setValue(0)
