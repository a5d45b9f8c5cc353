"""The engine's command line: reads arguments, calls the engine, prints. Exit 2 and one line on bad input."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from gan import __version__
from gan.commands import drawing, measuring, training, verifying
from gan.errors import GanError, describe

DESCRIPTION = """\
Train a small GAN, draw with it and measure it, without a window.

Progress goes to stderr. With --json the last line on stdout is one JSON object; its keys are listed in the help of
each command. Exit status: 0 done, 2 bad input (one line says what), 130 stopped by Ctrl-C (a run is saved first)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    options = _parser().parse_args(arguments)
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
        prog="python -m gan", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"Latent Studio {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for group in (training, drawing, measuring, verifying):
        group.add_to(commands)
    return parser
