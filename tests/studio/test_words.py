"""Texts know where they come from: the same is said in another language, with its numbers and its parts."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QLabel, QWidget

from studio.actions import without_mnemonic
from studio.language import CHINESE, ENGLISH, language_for, speak
from studio.number_style import number, percent
from studio.say_anew import change_language
from studio.words import (
    MOST_OF_A_KIND,
    Words,
    facts,
    known,
    listed,
    note_typed,
    phrase,
    remember_words,
    sentences,
)


class PaintPage(QObject):
    """By its name the catalogue knows its texts."""

    def count(self, n: int) -> str:
        return self.tr("{n} strokes").format(n=number(n))

    def state(self) -> str:
        return self.tr("Saved")


class OtherPage(PaintPage):
    """Inherits texts, as Qt for Python has it."""


@pytest.fixture(autouse=True)
def _words(qapp: object) -> Iterator[None]:
    remember_words()
    speak(ENGLISH)
    yield
    speak(ENGLISH)


def in_chinese(text: str) -> str:
    assert isinstance(text, Words)
    speak(CHINESE)
    return text.now()


@pytest.mark.parametrize("kind", [PaintPage, OtherPage])
def test_a_text_with_a_number_is_said_again(kind: type[PaintPage]) -> None:
    assert kind().count(4853) == "4,853 strokes"
    assert in_chinese(kind().count(4853)) == "4,853 个笔画"


def test_what_is_made_of_texts_is_said_again() -> None:
    page = PaintPage()
    made = phrase("{} × {}", facts((page.count(2), "", page.state())), page.state() + "!")
    assert made == "2 strokes, Saved × Saved!"
    assert in_chinese(made) == "2 个笔画，已保存 × 已保存!"


def test_lists_and_sentences_are_joined_as_the_language_does() -> None:
    several, page = listed(("3", "4")), PaintPage()
    said = sentences(page.state(), page.state())
    assert (several, said) == ("3, 4", "Saved. Saved.")
    assert in_chinese(several) == "3、4"
    assert said.now() == "已保存。已保存。"


def test_numbers_are_written_as_the_language_does() -> None:
    share, size = percent(0.996, 1), number(4853.5, 1)
    assert (share, size) == ("99.6%", "4,853.5")
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert (share.now(), size.now()) == ("99,6%", "4.853,5")


def test_a_copy_of_a_text_is_known_and_a_typed_one_is_not() -> None:
    page = PaintPage()
    assert isinstance(known(str(page.state())), Words)
    assert not isinstance(known("Saved by hand"), Words)
    assert type(copy.copy(page.state())) is str


def test_of_texts_that_change_all_the_time_the_newest_are_known() -> None:
    page = PaintPage()
    for n in range(2, MOST_OF_A_KIND + 12):
        page.count(n)
    assert not isinstance(known("2 strokes"), Words)
    assert isinstance(known(f"{MOST_OF_A_KIND + 11} strokes"), Words)


def test_a_label_changes_with_the_language_unless_a_person_wrote_what_it_says(qtbot: object) -> None:
    page, around = PaintPage(), QWidget()
    ours, theirs = QLabel(page.state(), around), QLabel("Saved", around)
    note_typed(theirs, theirs.text())
    change_language(CHINESE)
    assert (ours.text(), theirs.text()) == ("已保存", "Saved")
    change_language(ENGLISH)
    assert (ours.text(), theirs.text()) == ("Saved", "Saved")


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [(["zh-Hans-CN", "en"], CHINESE), (["zh_TW"], CHINESE), (["de-DE", "zh-CN"], ENGLISH), ([], ENGLISH)],
)
def test_the_systems_first_language_decides(wanted: list[str], spoken: str) -> None:
    assert language_for(wanted) == spoken


def test_mnemonics_are_not_read() -> None:
    assert [without_mnemonic(text) for text in ("&File", "文件(&F)", "Save (PNG)")] == [
        "File",
        "文件",
        "Save (PNG)",
    ]
