"""What every command has: a summary, an example, the keys of its JSON line."""

from __future__ import annotations

import argparse
import itertools
import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gan.config import DEVICE_NAMES, PRESET_NAMES, SIZES

Run = Callable[[argparse.Namespace], dict[str, object]]


class Paragraphs(argparse.HelpFormatter):
    """Help that is wrapped to the terminal paragraph by paragraph; indented lines stay as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        parts: list[str] = []
        for is_kept, group in itertools.groupby(text.splitlines(), key=lambda line: line[:1] in ("", " ")):
            lines = list(group)
            parts += lines if is_kept else [textwrap.fill(" ".join(lines), width)]
        return "\n".join(parts)


def add_command(
    commands: Any, name: str, run: Run, *, summary: str, keys: str, example: str
) -> argparse.ArgumentParser:
    """One subcommand with the option ``--json``; ``run`` returns what that prints."""
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=re.split(r"[.,;:](?:\s|$)", summary)[0], description=summary, formatter_class=Paragraphs
    )
    command.epilog = f"Example:\n  {command.prog} {example}\n\nJSON keys: {keys}."
    command.add_argument("--json", action="store_true", help="print the result to stdout as one line")
    command.set_defaults(command=run)
    return command


def add_data_root(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data-root", metavar="DIR", help="where the files of a known set lie")


def add_seed(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--seed", type=int, default=0, metavar="S", help="the same seed gives the same result"
    )


def add_recipe(command: argparse.ArgumentParser) -> None:
    """How to train: the preset, the size of the networks, and single entries that shall be otherwise."""
    recipe = command.add_argument_group("recipe")
    recipe.add_argument("--preset", choices=PRESET_NAMES, default="quick", help="quick unless given")
    recipe.add_argument(
        "--size",
        choices=SIZES,
        default="medium",
        help="of the networks; medium unless given, small is half as wide and large twice",
    )
    recipe.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        dest="overrides",
        help="change one entry, such as penalty_gamma=0.2 or model.width=24; can be given again. The entries are those "
        "of config in a run's config.json",
    )


def overrides(options: argparse.Namespace) -> dict[str, Any]:
    """What was given with ``--set``. UserError where it is not NAME=VALUE."""
    from gan.overrides import parse_override

    return dict(map(parse_override, options.overrides))


def add_device(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--device", choices=DEVICE_NAMES, default="auto", help="what trains; the fastest here unless given"
    )


def add_threads(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--threads",
        type=int,
        default=1,
        metavar="T",
        help="torch threads; 1 unless given, and rarely faster with more",
    )


def add_budget(command: argparse.ArgumentParser, more: str = "") -> None:
    """Minutes or steps; with neither a run goes on until it is stopped."""
    budget = command.add_mutually_exclusive_group()
    budget.add_argument("--minutes", type=float, metavar="M", help=f"train for M minutes{more}")
    budget.add_argument("--steps", type=int, metavar="N", help="train until N steps in all are done")


def data_root(options: argparse.Namespace) -> Path | None:
    """The folder given with ``--data-root``."""
    return Path(options.data_root) if options.data_root else None
