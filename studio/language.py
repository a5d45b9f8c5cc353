"""The language of the window: which there are, the one that was chosen, and how the application comes to speak it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gan.places import resources_folder
from studio.number_style import set_thousands_apart
from studio.settings import Settings
from studio.words import forget_words

log = logging.getLogger(__name__)

ENGLISH, CHINESE = "en", "zh_CN"
NAMES = {ENGLISH: "English", CHINESE: "简体中文"}  # each in its own tongue, in every language
AS_THE_SYSTEM = "system"
SETTING = "window/language"


def chosen_language(settings: Settings) -> str:
    """A key of NAMES, or "system", as at the first start."""
    name = settings.value(SETTING, AS_THE_SYSTEM)
    return name if name in NAMES else AS_THE_SYSTEM


def spoken_language(chosen: str) -> str:
    """The key of NAMES that a choice comes to: where the system speaks another language, English."""
    if chosen != AS_THE_SYSTEM:
        return chosen
    return language_for(QLocale.system().uiLanguages())


def language_for(wanted: Sequence[str]) -> str:
    """The one for a person who wants these, such as "zh-Hans-CN", the best first."""
    return CHINESE if wanted and wanted[0].lower().startswith("zh") else ENGLISH


def speak(chosen: str) -> None:
    """Say every text from now on so, and write numbers to match; what is shown already stays as it is."""
    application = QCoreApplication.instance()
    assert isinstance(application, QApplication)
    for old in application.findChildren(QTranslator):
        QCoreApplication.removeTranslator(old)
        old.deleteLater()
    forget_words()
    set_thousands_apart(_locale(chosen))
    if (language := spoken_language(chosen)) == ENGLISH:
        return
    for file in (_of_qt(language), _of_studio(language)):
        translator = QTranslator(application)
        if translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
        else:
            log.warning("no translation in %s", file)


def _locale(chosen: str) -> QLocale:
    """The system's own, where it speaks the language that was chosen: a person in London writes other dates."""
    system = QLocale.system()
    if chosen == AS_THE_SYSTEM or system.language() == QLocale(chosen).language():
        return system
    return QLocale(chosen)


def _of_qt(language: str) -> Path:
    """The words of Qt's own dialogs."""
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"


def _of_studio(language: str) -> Path:
    return resources_folder() / "translations" / f"studio_{language}.qm"
