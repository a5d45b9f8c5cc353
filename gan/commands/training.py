"""``train`` and ``resume``: runs in a terminal, also under torchrun."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gan.commands.command import (
    add_budget,
    add_command,
    add_data_root,
    add_device,
    add_recipe,
    add_seed,
    add_threads,
    overrides,
)
from gan.config import FITS, IMAGE_SIZES

if TYPE_CHECKING:
    from gan.cadence import Cadence
    from gan.events import TrainingEvent

KEYS = """\
run, generator, step, pictures_seen, elapsed_s, images_per_second, device; with --quality also quality (the last
figures)"""
KNOWN_SETS = "mnist, fashion-mnist, kmnist, qmnist, emnist-letters, emnist-balanced or usps"
TRAIN = """\
Train a new run; Ctrl-C saves and stops. A run is a folder: config.json, events.jsonl, samples/, checkpoints/,
generator.safetensors and card.md. Several processes share one run under torchrun:

  torchrun --nproc-per-node 2 -m gan train ..."""
RESUME = """\
Go on with a run from its newest checkpoint: bit for bit as if it had never stopped, on the same device and with as
many threads and processes; it says so where these differ."""


def add_to(commands: Any) -> None:
    """Add both commands to the parser."""
    _add_train(commands)
    _add_resume(commands)


def _add_train(commands: Any) -> None:
    example = "--data mnist --minutes 4 --out my-run"
    command = add_command(commands, "train", _train, summary=TRAIN, keys=KEYS, example=example)
    command.add_argument(
        "--data",
        required=True,
        metavar="SET",
        help=f"a folder of pictures (its subfolders are classes), practice, stacked-mnist, {KNOWN_SETS}",
    )
    add_data_root(command)
    command.add_argument(
        "--image-size",
        type=int,
        choices=IMAGE_SIZES,
        default=28,
        help="width and height that a folder's pictures get, in pixels",
    )
    command.add_argument("--fit", choices=FITS, default="crop", help="how a folder's pictures become squares")
    add_recipe(command)
    add_device(command)
    add_budget(command)
    add_seed(command)
    add_threads(command)
    command.add_argument("--out", required=True, metavar="RUN", help="folder of the new run")
    _add_watching(command)


def _add_resume(commands: Any) -> None:
    command = add_command(
        commands, "resume", _resume, summary=RESUME, keys=KEYS, example="my-run --minutes 10"
    )
    command.add_argument("run", metavar="RUN", help="its folder")
    add_budget(command, " more")
    _add_watching(command)


def _add_watching(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--quality",
        action="store_true",
        help="measure how good the pictures are as it goes: 2,000 pictures, against pictures kept aside (see "
        "evaluate), in at most 5%% of the time; off unless asked for, since runs in a terminal are often timed",
    )
    command.add_argument(
        "--tensorboard",
        action="store_true",
        help="also write curves and samples for TensorBoard into the run (needs the extra tensorboard)",
    )


def _train(options: argparse.Namespace) -> dict[str, object]:
    import gan
    from gan.config import TrainingRequest

    request = TrainingRequest(
        dataset=options.data,
        data_root=options.data_root,
        preset=options.preset,
        size=options.size,
        device=options.device,
        minutes=options.minutes,
        steps=options.steps,
        seed=options.seed,
        threads=options.threads,
        image_size=options.image_size,
        fit=options.fit,
        overrides=overrides(options),
    )
    return _follow(gan.train(request, Path(options.out), cadence=_cadence(options)), options)


def _resume(options: argparse.Namespace) -> dict[str, object]:
    import gan

    run = gan.resume(
        Path(options.run), minutes=options.minutes, steps=options.steps, cadence=_cadence(options)
    )
    return _follow(run, options)


def _cadence(options: argparse.Namespace) -> Cadence:
    from gan.cadence import QUALITY_S, Cadence

    return Cadence(quality_s=QUALITY_S if options.quality else None)


def _follow(run: Iterator[TrainingEvent], options: argparse.Namespace) -> dict[str, object]:
    from gan.progress import follow

    if options.tensorboard:
        from gan.tensorboard_log import logged

        run = logged(run)
    return follow(run)
