"""``verify``: what a picture says about where it comes from."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from gan.commands.command import add_command

VERIFY = """\
Print every mark of origin found in a picture. No mark does not mean that a picture is real: most programs drop
marks when they save."""


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "verify",
        _verify,
        summary=VERIFY,
        keys="file, says_generated, source_type, creator_tool",
        example="picture.png",
    )
    command.add_argument(
        "file", metavar="FILE", help="PNG, JPEG, WebP, GIF, TIFF, SVG, PDF, OpenRaster or MP4"
    )


def _verify(options: argparse.Namespace) -> dict[str, object]:
    from gan.media.provenance import read_marks

    marks = read_marks(Path(options.file))
    found = {"source type": marks.source_type, "creator tool": marks.creator_tool}
    for name, value in found.items():
        if value:
            _say(f"{name}: {value}", options)
    if not any(found.values()):
        _say("No mark was found. That does not mean that the picture is real.", options)
    return {
        "file": options.file,
        "says_generated": marks.says_generated,
        "source_type": marks.source_type,
        "creator_tool": marks.creator_tool,
    }


def _say(line: str, options: argparse.Namespace) -> None:
    """The answer is the output, unless a machine asked."""
    print(line, file=sys.stderr if options.json else sys.stdout)
