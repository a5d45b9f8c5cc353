"""``evaluate``, ``card``, ``train-judge`` and ``bench``: how good, and how fast."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from gan.commands.command import add_command, add_data_root, add_seed, data_root
from gan.config import PRESET_NAMES


def add_to(commands: Any) -> None:
    """Add all four commands to the parser."""
    _add_evaluate(commands)
    _add_card(commands)
    _add_train_judge(commands)
    _add_bench(commands)


def _add_evaluate(commands: Any) -> None:
    command = add_command(
        commands,
        "evaluate",
        _evaluate,
        summary="Measure a generator against the test pictures, every figure beside its floor.",
        keys="digit_fid, pixel_fid, kid, precision, recall, class_accuracy, pictures, and floor (the same for as "
        "many training pictures)",
        example="my-run --data mnist",
    )
    command.add_argument(
        "generator", metavar="GENERATOR", help="a file, a run, or the name of one that ships"
    )
    command.add_argument("--data", required=True, metavar="SET", help="mnist")
    add_data_root(command)
    add_seed(command)


def _add_card(commands: Any) -> None:
    command = add_command(
        commands,
        "card",
        _card,
        summary="Measure a generator and write it with its card, ready to share.",
        keys="file, card, and those of evaluate",
        example="my-run --name 'My digits' --data mnist --out my-digits.safetensors",
    )
    command.add_argument(
        "generator", metavar="GENERATOR", help="a file, a run, or the name of one that ships"
    )
    command.add_argument("--name", required=True, help="what it is called from now on")
    command.add_argument("--data", required=True, metavar="SET", help="mnist")
    add_data_root(command)
    command.add_argument(
        "--out", required=True, metavar="FILE", help=".safetensors; the card lies beside it as .md"
    )


def _add_train_judge(commands: Any) -> None:
    command = add_command(
        commands,
        "train-judge",
        _train_judge,
        summary="Train the classifier that measures, on the training pictures alone.",
        keys="file, test_accuracy, seconds",
        example="--data mnist --out judge.safetensors",
    )
    command.add_argument("--data", required=True, metavar="SET", help="mnist")
    add_data_root(command)
    command.add_argument("--out", required=True, metavar="FILE", help=".safetensors")


def _add_bench(commands: Any) -> None:
    command = add_command(
        commands,
        "bench",
        _bench,
        summary="Time how soon digits are recognisable, beside a bare loop of the same step.",
        keys="seconds_to_80, seconds_to_95, recall_at_95, images_per_second, reference_images_per_second, ratio, "
        "preset, machine",
        example="--preset quick",
    )
    command.add_argument("--data", default="mnist", metavar="SET", help="mnist unless given")
    add_data_root(command)
    command.add_argument("--preset", choices=PRESET_NAMES, default="quick", help="the recipe")
    add_seed(command)


def _evaluate(options: argparse.Namespace) -> dict[str, object]:
    from gan.evaluate import evaluate_generator

    report = evaluate_generator(options.generator, options.data, data_root(options), seed=options.seed)
    for line in report.lines():
        print(line, file=sys.stderr)
    return report.to_json()


def _card(options: argparse.Namespace) -> dict[str, object]:
    from gan.card import write_with_card

    return write_with_card(
        options.generator,
        Path(options.out),
        name=options.name,
        data=options.data,
        data_root=data_root(options),
    )


def _train_judge(options: argparse.Namespace) -> dict[str, object]:
    from gan.evaluate import train_judge_to_file

    return train_judge_to_file(options.data, data_root(options), Path(options.out), _print_progress)


def _bench(options: argparse.Namespace) -> dict[str, object]:
    from gan.bench import bench

    return bench(options.data, data_root(options), preset=options.preset, seed=options.seed)


def _print_progress(done: int, total: int) -> None:
    if done % 100 == 0 or done == total:
        print(f"step {done:,} of {total:,}", file=sys.stderr)
