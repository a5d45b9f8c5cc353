"""``sample`` and ``export``: what a trained generator gives."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from gan.commands.command import add_command, add_seed

GENERATOR = "a file, a run, or the name of one that ships"
EXPORT = """\
Write a generator for other programs. --onnx: inputs latents (B, Z) and mix (B, K), output images (B, C, H, W) in
[-1, 1], checked against torch before it is kept (needs the extra onnx). --safetensors: the weights alone, under
their names in torch."""


def add_to(commands: Any) -> None:
    """Add both commands to the parser."""
    _add_sample(commands)
    _add_export(commands)


def _add_sample(commands: Any) -> None:
    command = add_command(
        commands,
        "sample",
        _sample,
        summary="Draw pictures with a generator, marked as made.",
        keys="file, pictures, seed, psi",
        example="ink-digits --classes 0,3,8 --per-class 5 --out sheet.png",
    )
    command.add_argument("generator", metavar="GENERATOR", help=GENERATOR)
    command.add_argument("--classes", default="all", metavar="0,3,8", help="class names, or all")
    command.add_argument(
        "--per-class", type=int, default=8, metavar="N", help="how many of each; 8 unless given"
    )
    add_seed(command)
    command.add_argument("--psi", type=float, default=1.0, metavar="P", help="truncation; 1 is as trained")
    command.add_argument(
        "--out",
        required=True,
        metavar="FILE",
        help=".png, or .npz with pixels (B,H,W,C) uint8 and labels (B,)",
    )


def _add_export(commands: Any) -> None:
    command = add_command(
        commands,
        "export",
        _export,
        summary=EXPORT,
        keys="file, format, bytes, and for onnx largest_difference (from torch)",
        example="ink-digits --onnx ink-digits.onnx",
    )
    command.add_argument("generator", metavar="GENERATOR", help=GENERATOR)
    target = command.add_mutually_exclusive_group(required=True)
    target.add_argument("--onnx", metavar="FILE", help="for ONNX runtimes")
    target.add_argument("--safetensors", metavar="FILE", help="plain weights, for torch")


def _sample(options: argparse.Namespace) -> dict[str, object]:
    from gan.sample import sample_to_file

    return sample_to_file(
        options.generator,
        Path(options.out),
        classes=options.classes,
        per_class=options.per_class,
        seed=options.seed,
        psi=options.psi,
    )


def _export(options: argparse.Namespace) -> dict[str, object]:
    if options.onnx:
        from gan.onnx_file import export_onnx

        return export_onnx(options.generator, Path(options.onnx))
    from gan.plain_weights import export_weights

    return export_weights(options.generator, Path(options.safetensors))
