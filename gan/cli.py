"""The engine's command line: reads arguments, calls the engine, prints. Exit 2 and one line on bad input."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from gan import __version__
from gan.commands import benching, drawing, keeping, measuring, training, verifying
from gan.commands.command import Paragraphs
from gan.errors import GanError, describe

DESCRIPTION = """\
Train a small GAN, draw with it and measure it, without a window. Progress goes to stderr: one line that renews itself
on a terminal, plain lines elsewhere. With --json the last line on stdout is one JSON object; the help of each command
lists its keys."""
EPILOG = """\
A first run, on digits that the program draws itself:
  python -m gan train --data practice --minutes 2 --out my-run
  python -m gan sample my-run --out digits.png

Exit status: 0 done; 2 bad input, and one line says what; 130 stopped by Ctrl-C, after saving."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(benching.with_default_bench(given))
    try:
        result = options.command(options)
    except KeyboardInterrupt:
        return 130
    except (GanError, OSError) as error:
        print(f"gan: {describe(error).sentence}", file=sys.stderr)
        return 2
    if options.json and result:
        print(json.dumps(result, allow_nan=False))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m gan", description=DESCRIPTION, epilog=EPILOG, formatter_class=Paragraphs
    )
    parser.add_argument("--version", action="version", version=f"Latent Studio {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for group in (training, keeping, drawing, measuring, benching, verifying):
        group.add_to(commands)
    return parser
