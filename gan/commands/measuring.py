"""``evaluate``, ``card`` and ``train-judge``: how good."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from gan.commands.command import add_command, add_data_root, add_seed, data_root
from gan.config import FITS, IMAGE_SIZES
from gan.errors import UserError

WHAT_IT_LEARNT = "the pictures it learnt: a known set, a folder, or practice"
TRAIN_JUDGE = """\
Train the classifier that reads and measures the pictures of a labelled set. It says beforehand how long that takes.
Where a set has no test split, a quarter of each class is kept aside and never learnt; the share of those that it reads
rightly is printed. Without --out the judge is kept among the program's own files, by the fingerprint of the pictures:
evaluate, training and the window find it there."""
TRAIN_JUDGE_KEYS = """\
file, pictures, test_pictures, test_accuracy, expected_seconds (as said beforehand), seconds"""
EVALUATE = """\
Measure a generator against the test pictures, every figure beside its floor: what as many training pictures score.
Where a set has no test split, a quarter of each class is kept aside instead (training has seen it, judges have not).
With a judge of those pictures (one ships for MNIST, see train-judge for others): Fréchet distance on its features,
which for digits is digit-FID, class accuracy, and KID, precision and recall (k = 3) on the same features. Without one,
these three are on the 64 principal components of the pixels. Always: Fréchet distance on those components (pixel FID)
and sliced Wasserstein distance of 7 x 7 patches on Laplacian pyramids (SWD, Karras 2018, times 1,000).
With --style, measure instead whether a style stays itself from class to class: 400 styles are drawn in every class,
and slant, stroke thickness, ink, width and height are standardised within each class. The share of their variance
that the style carries is 1 for a perfect lock, and about 1 / classes where there is none. Blends of all pairs of
classes (at most 100) in 40 styles are read by the judge, which counts as sure from a probability of 0.8; perceptual
path length (Karras 2019) is measured on the judge's features, or on pixels where there is no judge."""
EVALUATE_KEYS = """\
digit_fid, pixel_fid, kid, precision, recall, class_accuracy, swd, pictures, kept (so many it was held against),
features (judge or pixels), and floor (the same for as many training pictures); digit_fid and class_accuracy are null
without a judge. With --style: style (the share of each measure), sure (share of blend steps at which the judge is),
third_class (share of middles that it takes for a third class), style_path_length, class_path_length, path_features
(judge or pixels), pairs (for each pair of classes: both names, sure, third_class; the least sure first). Without a
judge sure, third_class and pairs are null"""


def add_to(commands: Any) -> None:
    """Add all three commands to the parser."""
    _add_evaluate(commands)
    _add_card(commands)
    _add_train_judge(commands)


def _add_evaluate(commands: Any) -> None:
    command = add_command(
        commands,
        "evaluate",
        _evaluate,
        summary=EVALUATE,
        keys=EVALUATE_KEYS,
        example="my-run --data mnist",
    )
    command.add_argument(
        "generator", metavar="GENERATOR", help="a file, a run, or the name of one that ships"
    )
    command.add_argument("--data", metavar="SET", help=WHAT_IT_LEARNT)
    add_data_root(command)
    command.add_argument(
        "--style", action="store_true", help="measure style lock and class blends instead; needs no data set"
    )
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
    command.add_argument("--data", required=True, metavar="SET", help=WHAT_IT_LEARNT)
    add_data_root(command)
    command.add_argument(
        "--out", required=True, metavar="FILE", help=".safetensors; the card lies beside it as .md"
    )


def _add_train_judge(commands: Any) -> None:
    command = add_command(
        commands,
        "train-judge",
        _train_judge,
        summary=TRAIN_JUDGE,
        keys=TRAIN_JUDGE_KEYS,
        example="--data practice",
    )
    command.add_argument(
        "--data", required=True, metavar="SET", help="a folder whose subfolders are classes, or a known set"
    )
    add_data_root(command)
    command.add_argument(
        "--image-size",
        type=int,
        choices=IMAGE_SIZES,
        default=28,
        help="width and height that a folder's pictures get, in pixels; 28 unless given",
    )
    command.add_argument(
        "--fit",
        choices=FITS,
        default="crop",
        help="how a folder's pictures become squares; crop unless given",
    )
    command.add_argument(
        "--out", metavar="FILE", help=".safetensors; unless given, where the program finds it by itself"
    )


def _evaluate(options: argparse.Namespace) -> dict[str, object]:
    if options.style:
        return _measure_style(options)
    if options.data is None:
        raise UserError("data-missing", "Say with --data which pictures it learnt, or measure its --style.")
    from gan.evaluate import evaluate_generator

    report = evaluate_generator(options.generator, options.data, data_root(options), seed=options.seed)
    for line in report.lines():
        print(line, file=sys.stderr)
    return report.to_json()


def _measure_style(options: argparse.Namespace) -> dict[str, object]:
    from gan.style import measure_style

    report = measure_style(options.generator, seed=options.seed)
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
    from gan.judge_training import train_judge_for
    from gan.progress import follow_judge

    out = Path(options.out) if options.out else None
    events = train_judge_for(
        options.data, data_root(options), image_size=options.image_size, fit=options.fit, out=out
    )
    return follow_judge(events)
