"""What holds for every test of the window: numbers are written as in the program, and its language is English."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from studio.language import ENGLISH, speak
from studio.number_style import set_thousands_apart


@pytest.fixture(autouse=True)
def _numbers_as_in_the_program() -> None:
    """Otherwise a test would read other numbers after one that built the studio than before it."""
    set_thousands_apart()


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """After a test that spoke another language, in a process that goes on."""
    yield
    application = QCoreApplication.instance()
    if application is not None and application.findChildren(QTranslator):
        speak(ENGLISH)
