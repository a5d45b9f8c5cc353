"""The window speaks Chinese as completely as English: every text is translated, and each translation fits its text."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from gan.data import image_folder, practice
from gan.presets import PRESETS
from tests.translate import CATALOGUE, compile_into, entries, update

MAY_BE_THE_SAME = {
    " px": "a unit",
    "A − B + C": "a formula of pictures",
    "EMA {value}": "written so in Chinese too",
    "FID {value}": "written so in Chinese too",
    "SWD {value}": "written so in Chinese too",
    "Latent Studio": "the name of the program",
    "MNIST": "the name of a data set",
    "ONNX": "a file format",
    "safetensors": "a file format",
    "digit-FID": "the name of a measure",
    "{across} × {down} mm": "values and a unit",
    "{across} × {up}": "values and a sign",
    "{size} MB": "a value and a unit",
    "“{text}”": "Chinese has the same marks",
}
ENTRIES = list(entries(CATALOGUE))
PATTERNS = {
    "placeholders": re.compile(r"\{[^{}]*\}"),
    "an ellipsis at the end": re.compile(r"…$"),
    "line breaks": re.compile(r"\n"),
    "tags": re.compile(r"</?[a-z][^>]*>"),
    "mnemonics": re.compile(r"&\w"),
    "keys": re.compile(r"(?:Ctrl|Shift|Alt)\+"),
}


def test_every_text_of_the_sources_is_in_the_catalogue_and_no_other(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    update(fresh)
    found = {(entry.context, entry.source) for entry in entries(fresh)}
    assert found == {(entry.context, entry.source) for entry in ENTRIES}, "run python -m tests.translate"


def test_every_text_is_translated() -> None:
    assert [entry for entry in ENTRIES if not entry.translation] == []


def test_a_translation_says_something_else_than_its_source_unless_that_is_meant() -> None:
    same = {entry.source for entry in ENTRIES if entry.translation == entry.source}
    assert same == set(MAY_BE_THE_SAME)


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_a_translation_has_what_its_source_has(pattern: re.Pattern[str]) -> None:
    def parts(text: str) -> list[str]:
        return sorted(pattern.findall(text))

    unlike = [entry for entry in ENTRIES if parts(entry.source) != parts(entry.translation)]
    assert unlike == []


def test_the_compiled_catalogue_is_made_from_the_one_that_is_read(tmp_path: Path) -> None:
    shutil.copy(CATALOGUE, tmp_path)
    compile_into(tmp_path / "fresh.qm", tmp_path / CATALOGUE.name)
    fresh = (tmp_path / "fresh.qm").read_bytes()
    assert fresh == CATALOGUE.with_suffix(".qm").read_bytes(), "run python -m tests.translate"


def test_what_the_engine_says_of_its_presets_and_pictures_is_translated() -> None:
    engine = {text for preset in PRESETS for text in (preset.title, preset.promise, preset.sentence)}
    engine |= {image_folder.LICENCE, practice.LICENCE, practice.TITLE}
    assert engine <= {entry.source for entry in ENTRIES}
