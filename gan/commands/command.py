"""What every command has: a summary, an example, the keys of its JSON line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[[argparse.Namespace], dict[str, object]]


def add_command(
    commands: Any, name: str, run: Run, *, summary: str, keys: str, example: str
) -> argparse.ArgumentParser:
    """One subcommand with the option ``--json``; ``run`` returns what that prints."""
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=re.split(r"[.;:]", summary)[0],
        description=summary,
        epilog=f"Example:\n  python -m gan {name} {example}\n\nJSON keys: {keys}.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--json", action="store_true", help="print one machine-readable last line to stdout")
    command.set_defaults(command=run)
    return command


def add_data_root(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data-root", metavar="DIR", help="where the files of a known set lie")


def add_seed(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--seed", type=int, default=0, metavar="S", help="the same seed gives the same result"
    )


def data_root(options: argparse.Namespace) -> Path | None:
    """The folder given with ``--data-root``."""
    return Path(options.data_root) if options.data_root else None
