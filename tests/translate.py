"""Bring the translations up to date with the sources: ``python -m tests.translate``.

Qt's lupdate takes every text out of studio/ into resources/translations/studio_zh_CN.ts, where translations that are
there stay and those of texts that are gone go; lrelease compiles what the program reads. Texts that are still to be
translated are named; write their translations into the .ts, by hand or with Qt Linguist, and run this again.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "resources/translations/studio_zh_CN.ts"
LIMIT_S = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of the catalogue. ``translation`` is "" where it is missing or marked as unfinished."""

    context: str
    source: str
    translation: str


def entries(catalogue: Path) -> Iterator[Entry]:
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            text = "" if translation.get("type") else translation.text or ""
            yield Entry(context.findtext("name", ""), message.findtext("source", ""), text)


def update(catalogue: Path) -> None:
    """Extract anew, keeping translations. Places in the sources are left out: they change with every line."""
    sources = sorted(str(path) for path in (ROOT / "studio").rglob("*.py"))
    _run("lupdate", *sources, "-locations", "none", "-no-obsolete", "-source-language", "en",
         "-target-language", "zh_CN", "-disable-heuristic", "similartext", "-ts", str(catalogue))  # fmt: skip


def compile_into(compiled: Path, catalogue: Path) -> None:
    _run("lrelease", "-nounfinished", str(catalogue), "-qm", str(compiled))


def _run(tool: str, *arguments: str) -> None:
    program = shutil.which(f"pyside6-{tool}", path=Path(sys.executable).parent)
    if program is None:
        raise FileNotFoundError(
            f"pyside6-{tool} is not beside {sys.executable}: it comes with PySide6-Essentials"
        )
    done = subprocess.run(
        [program, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=LIMIT_S, cwd=ROOT
    )
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


def main() -> int:
    update(CATALOGUE)
    compile_into(CATALOGUE.with_suffix(".qm"), CATALOGUE)
    missing = [entry for entry in entries(CATALOGUE) if not entry.translation]
    for entry in missing:
        print(f"{entry.context}: {entry.source}")
    print(f"{len(missing)} texts are still to be translated")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
