"""How the whole application looks: the theme that the person chose last, and whether things may move."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from studio.motion import reduce_motion
from studio.settings import Settings
from studio.theme import ThemeName, apply_theme


def chosen_theme(settings: Settings) -> ThemeName:
    """What the person chose last; the system's at the first start."""
    name = settings.value("window/theme", "system")
    return "dark" if name == "dark" else "light" if name == "light" else "system"


def wants_little_motion(settings: Settings) -> bool:
    return settings.value("window/reduced_motion", False)


def dress_application(settings: Settings) -> None:
    """Before any widget is made, too: widgets keep the font of their first style sheet."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, chosen_theme(settings))
    reduce_motion(application, wants_little_motion(settings))
