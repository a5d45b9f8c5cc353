"""The card of a generator that is given away: what it is, from what, how good, under which licence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from gan.evaluate import QualityReport, evaluate_generator
from gan.files import atomic_write
from gan.generator_file import parse_generator, save_generator
from gan.image_maker import find_generator
from gan.run_card import LIMITS, card_facts, training_command


def write_with_card(
    source: str, out: Path, *, name: str, data: str, data_root: Path | None
) -> dict[str, object]:
    """Measure a generator and write it under ``name`` with its card inside, and as Markdown beside it."""
    report = evaluate_generator(source, data, data_root)
    path = find_generator(source)
    generator = parse_generator(path.read_bytes(), path.name)
    card = {
        **generator.card,
        "command": training_command(generator.card),
        "quality": report.to_json(),
        "limits": LIMITS,
    }
    save_generator(out, replace(generator, name=name, card=card))
    atomic_write(out.with_suffix(".md"), _markdown(name, card, report).encode("utf-8"))
    return {"file": str(out), "card": str(out.with_suffix(".md")), **report.to_json()}


def _markdown(name: str, card: Mapping[str, Any], report: QualityReport) -> str:
    rows = [
        f"| {report.label(key)} | {value:.4f} | {report.floor_of(key):.4f} |"
        for key, value in report.figures_by_name().items()
    ]
    table = ["| measure | this generator | floor |", "|---|---|---|", *rows]
    return "\n".join(
        [
            f"# {name}",
            "",
            *card_facts(card),
            "",
            report.summary,
            "",
            *table,
            "",
            report.note,
            "",
            card["limits"],
            "",
        ]
    )
