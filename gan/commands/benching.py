"""``bench``: how soon, how fast, how many kinds."""

from __future__ import annotations

import argparse
from typing import Any

from gan.commands.command import (
    Paragraphs,
    add_budget,
    add_command,
    add_data_root,
    add_device,
    add_recipe,
    add_seed,
    add_threads,
    overrides,
)
from gan.config import TrainingRequest

BENCH = """\
Measure this program on this machine: `bench --seed 1` is `bench clock --seed 1`. Progress and a short table go to
stderr, everything to stdout with --json. Ratios within one run compare; figures of two machines do not."""
CLOCK = """\
Time how soon digits are recognisable: seconds of training until 80% of the pictures are read as what they should be,
and until 95% are with recall of at least 0.5. Beside it the speed of a bare torch loop of the same step."""
SPEED = """\
Measure every preset at every size: images/s while training, as a multiple of the textbook's of that size and of a
bare torch loop's; peak memory, size of the generator's file, and milliseconds for 1, 16, 121 and 1,024 pictures,
drawn on the CPU by one thread as the studio does. Takes about three minutes."""
STACKED_MINUTES = 10.0
STACKED_MNIST = """\
Count how many of the 1,000 kinds of stacked digits a fresh generator draws. It trains on three digits as red, green
and blue without labels; then the judge reads 25,600 pictures, and the reverse KL says how evenly the kinds come.
Beside it the floor, which a perfect generator has with so few pictures, and what the judge reads in real stacks:
differences within these mean nothing. Trains for ten minutes unless a budget is given."""
FEW_PICTURES = """\
Compare what keeps a run on few pictures from learning them by heart: penalties, norm, and kinds and strengths of
augmentation. Every variant of the recipe trains for as long on the same pictures, as many of each class; as many made
ones as there are test pictures are measured against these, and so are the training pictures themselves, repeated.
They train one after another, and each is measured, too."""


def add_to(commands: Any) -> None:
    """Add the command and its benches to the parser."""
    bench = commands.add_parser(
        "bench",
        help="Measure speed and quality on this machine",
        description=BENCH,
        formatter_class=Paragraphs,
    )
    benches = bench.add_subparsers(title="benches", required=True, metavar="BENCH")
    _add_clock(benches)
    _add_speed(benches)
    _add_stacked_mnist(benches)
    _add_few_pictures(benches)


def with_default_bench(arguments: list[str]) -> list[str]:
    """Without a name, ``bench`` is its clock."""
    named = len(arguments) > 1 and (not arguments[1].startswith("-") or arguments[1] in ("-h", "--help"))
    return ["bench", "clock", *arguments[1:]] if arguments[:1] == ["bench"] and not named else arguments


def _add_clock(benches: Any) -> None:
    command = add_command(
        benches,
        "clock",
        _clock,
        summary=CLOCK,
        keys="seconds_to_80, seconds_to_95, recall_at_95, images_per_second, reference_images_per_second, ratio, "
        "preset, size, overrides, seed, machine",
        example="--data-root DIR --preset quick",
    )
    command.add_argument("--data", default="mnist", metavar="SET", help="mnist unless given")
    add_data_root(command)
    add_recipe(command)
    add_seed(command)


def _add_speed(benches: Any) -> None:
    command = add_command(
        benches,
        "speed",
        _speed,
        summary=SPEED,
        keys="rows (preset, size, width, parameters, minibatch, images_per_second, ratio_to_textbook, "
        "ratio_to_bare_loop, peak_memory_mb, latency_ms, file_bytes), device, machine",
        example="--json > speed.json",
    )
    add_device(command)
    add_threads(command)


def _add_stacked_mnist(benches: Any) -> None:
    command = add_command(
        benches,
        "stacked-mnist",
        _stacked_mnist,
        summary=STACKED_MNIST,
        keys="modes, reverse_kl, floor_kl, real_modes, real_kl, real_read_right, pictures, preset, size, overrides, "
        "seed, training (step, pictures_seen, elapsed_s, images_per_second, device), machine",
        example="--data-root DIR --minutes 10",
    )
    add_data_root(command)
    add_recipe(command)
    add_device(command)
    add_budget(command)
    add_seed(command)
    add_threads(command)


def _add_few_pictures(benches: Any) -> None:
    command = add_command(
        benches,
        "few-pictures",
        _few_pictures,
        summary=FEW_PICTURES,
        keys="rows (variant, digit_fid, recall, precision, class_accuracy, images_per_second, overrides, is_preset), "
        "dataset, pictures, seconds, preset, size, seed, machine",
        example="--data mnist --pictures 500 --data-root DIR",
    )
    command.add_argument("--data", default="mnist", metavar="SET", help="mnist unless given")
    add_data_root(command)
    command.add_argument(
        "--pictures", type=int, default=500, metavar="N", help="how many in all; 500 unless given"
    )
    command.add_argument(
        "--seconds", type=float, default=60.0, metavar="S", help="of training for each; 60 unless given"
    )
    add_recipe(command)
    add_seed(command)


def _clock(options: argparse.Namespace) -> dict[str, object]:
    from gan.benches.clock import bench_clock

    return bench_clock(
        TrainingRequest(
            dataset=options.data,
            data_root=options.data_root,
            preset=options.preset,
            size=options.size,
            device="cpu",
            seed=options.seed,
            overrides=overrides(options),
        )
    )


def _speed(options: argparse.Namespace) -> dict[str, object]:
    from gan.benches.speed import bench_speed, every_recipe

    return bench_speed(every_recipe(options.threads), options.device)


def _stacked_mnist(options: argparse.Namespace) -> dict[str, object]:
    from gan.benches.stacked_mnist import bench_stacked_mnist

    return bench_stacked_mnist(
        TrainingRequest(
            dataset="stacked-mnist",
            data_root=options.data_root,
            preset=options.preset,
            size=options.size,
            device=options.device,
            minutes=options.minutes if options.minutes or options.steps else STACKED_MINUTES,
            steps=options.steps,
            seed=options.seed,
            threads=options.threads,
            overrides=overrides(options),
        )
    )


def _few_pictures(options: argparse.Namespace) -> dict[str, object]:
    from gan.benches.few_pictures import bench_few_pictures

    request = TrainingRequest(
        dataset=options.data,
        data_root=options.data_root,
        preset=options.preset,
        size=options.size,
        minutes=options.seconds / 60,
        seed=options.seed,
        overrides=overrides(options),
    )
    return bench_few_pictures(request, options.pictures)
