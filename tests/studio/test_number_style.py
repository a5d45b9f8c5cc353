"""Thousands are set apart in every language, also where the system names none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from studio.app import Studio
from studio.number_style import with_groups


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        (QLocale.c(), "4,853"),
        (QLocale(QLocale.Language.English), "4,853"),
        (QLocale(QLocale.Language.German), "4.853"),
        (QLocale(QLocale.Language.French), "4\u202f853"),
    ],
)
def test_thousands_are_set_apart(locale: QLocale, text: str) -> None:
    assert with_groups(locale).toString(4853) == text


def test_a_language_that_was_told_to_leave_them_out_sets_them_apart() -> None:
    locale = QLocale(QLocale.Language.English)
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    assert with_groups(locale).toString(4853) == "4,853"


def test_the_studio_writes_its_numbers_so(qtbot: QtBot, qapp: object) -> None:
    QLocale.setDefault(QLocale.c())
    studio = Studio()
    assert studio.window.locale().toString(4853) == with_groups(QLocale.system()).toString(4853)
    with qtbot.waitSignal(studio.left, timeout=30_000):
        studio.closing.leave()
    studio.window.deleteLater()
    studio.deleteLater()
