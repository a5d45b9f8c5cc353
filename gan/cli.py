"""The engine's command line: reads arguments, calls the engine, prints. Exit 2 and one line on bad input."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from gan import __version__
from gan.config import DEVICE_NAMES, FITS, IMAGE_SIZES, PRESET_NAMES
from gan.errors import GanError, describe

DESCRIPTION = """\
Train a small GAN, draw with it and measure it, without a window.

Progress goes to stderr. With --json the last line on stdout is one JSON object; its keys are listed in the help of
each command. Exit status: 0 done, 2 bad input (one line says what), 130 stopped by Ctrl-C (a run is saved first)."""

KNOWN_SETS = "mnist, fashion-mnist, kmnist, qmnist, emnist-letters, emnist-balanced or usps"


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
    if options.json:
        print(json.dumps(result, allow_nan=False))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m gan", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"Latent Studio {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_train(commands)
    _add_resume(commands)
    _add_sample(commands)
    _add_evaluate(commands)
    _add_card(commands)
    _add_train_judge(commands)
    _add_bench(commands)
    return parser


def _add_command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], dict[str, object]], summary: str, keys: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=summary,
        epilog=f"JSON keys: {keys}.",
    )
    command.add_argument("--json", action="store_true", help="print one machine-readable last line to stdout")
    command.set_defaults(command=run)
    return command


def _add_budget(command: argparse.ArgumentParser, more: str) -> None:
    budget = command.add_mutually_exclusive_group()
    budget.add_argument("--minutes", type=float, metavar="M", help=f"train for M minutes{more}")
    budget.add_argument("--steps", type=int, metavar="N", help="train until N steps in all are done")


def _add_train(commands: Any) -> None:
    keys = "run, generator, step, pictures_seen, elapsed_s, images_per_second, device"
    command = _add_command(commands, "train", _train, "Train a new run; Ctrl-C saves and stops.", keys)
    command.add_argument(
        "--data",
        required=True,
        metavar="SET",
        help=f"a folder of pictures (its subfolders are classes), practice, or {KNOWN_SETS}",
    )
    command.add_argument("--data-root", metavar="DIR", help="where the files of a known set lie")
    command.add_argument(
        "--image-size",
        type=int,
        choices=IMAGE_SIZES,
        default=28,
        help="width and height that a folder's pictures get, in pixels",
    )
    command.add_argument("--fit", choices=FITS, default="crop", help="how a folder's pictures become squares")
    command.add_argument("--preset", choices=PRESET_NAMES, default="quick")
    command.add_argument("--device", choices=DEVICE_NAMES, default="auto")
    _add_budget(command, "")
    command.add_argument("--seed", type=int, default=0, metavar="S")
    command.add_argument("--threads", type=int, default=1, metavar="T", help="torch threads; part of the run")
    command.add_argument("--out", required=True, metavar="RUN", help="folder of the new run")


def _add_resume(commands: Any) -> None:
    keys = "run, generator, step, pictures_seen, elapsed_s, images_per_second, device"
    command = _add_command(commands, "resume", _resume, "Go on with a run from its newest checkpoint.", keys)
    command.add_argument("run", metavar="RUN")
    _add_budget(command, " more")


def _add_sample(commands: Any) -> None:
    command = _add_command(commands, "sample", _sample, "Draw pictures.", "file, pictures, seed, psi")
    command.add_argument(
        "generator", metavar="GENERATOR", help="a file, a run, or the name of one that ships"
    )
    command.add_argument("--classes", default="all", metavar="0,3,8", help="class names, or all")
    command.add_argument("--per-class", type=int, default=8, metavar="N")
    command.add_argument("--seed", type=int, default=0, metavar="S")
    command.add_argument("--psi", type=float, default=1.0, metavar="P", help="truncation; 1 is as trained")
    command.add_argument(
        "--out",
        required=True,
        metavar="FILE",
        help=".png, or .npz with pixels (B,H,W,C) uint8 and labels (B,)",
    )


def _add_evaluate(commands: Any) -> None:
    keys = (
        "digit_fid, pixel_fid, kid, precision, recall, class_accuracy, pictures, and floor (the same for as many "
        "training pictures)"
    )
    command = _add_command(
        commands, "evaluate", _evaluate, "Measure a generator against the test pictures.", keys
    )
    command.add_argument("generator", metavar="GENERATOR")
    command.add_argument("--data", required=True, metavar="SET", help="mnist")
    command.add_argument("--data-root", metavar="DIR")
    command.add_argument("--seed", type=int, default=0, metavar="S")


def _add_card(commands: Any) -> None:
    keys = "file, card, and those of evaluate"
    summary = "Measure a generator and write it with its card, ready to share."
    command = _add_command(commands, "card", _card, summary, keys)
    command.add_argument("generator", metavar="GENERATOR")
    command.add_argument("--name", required=True, help="what it is called from now on")
    command.add_argument("--data", required=True, metavar="SET", help="mnist")
    command.add_argument("--data-root", metavar="DIR")
    command.add_argument(
        "--out", required=True, metavar="FILE", help=".safetensors; the card lies beside it as .md"
    )


def _add_train_judge(commands: Any) -> None:
    keys = "file, test_accuracy, seconds"
    command = _add_command(commands, "train-judge", _train_judge, "Train the classifier that measures.", keys)
    command.add_argument("--data", required=True, metavar="SET", help="mnist")
    command.add_argument("--data-root", metavar="DIR")
    command.add_argument("--out", required=True, metavar="FILE")


def _add_bench(commands: Any) -> None:
    keys = (
        "seconds_to_80, seconds_to_95, recall_at_95, images_per_second, reference_images_per_second, ratio, preset, "
        "machine"
    )
    summary = "Time how soon digits are recognisable, beside a bare loop of the same step."
    command = _add_command(commands, "bench", _bench, summary, keys)
    command.add_argument("--data", default="mnist", metavar="SET")
    command.add_argument("--data-root", metavar="DIR")
    command.add_argument("--preset", choices=PRESET_NAMES, default="quick")
    command.add_argument("--seed", type=int, default=0, metavar="S")


def _train(options: argparse.Namespace) -> dict[str, object]:
    import gan
    from gan.config import TrainingRequest
    from gan.progress import follow

    request = TrainingRequest(
        dataset=options.data,
        data_root=options.data_root,
        preset=options.preset,
        device=options.device,
        minutes=options.minutes,
        steps=options.steps,
        seed=options.seed,
        threads=options.threads,
        image_size=options.image_size,
        fit=options.fit,
    )
    return follow(gan.train(request, Path(options.out)))


def _resume(options: argparse.Namespace) -> dict[str, object]:
    import gan
    from gan.progress import follow

    return follow(gan.resume(Path(options.run), minutes=options.minutes, steps=options.steps))


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


def _evaluate(options: argparse.Namespace) -> dict[str, object]:
    from gan.evaluate import evaluate_generator

    report = evaluate_generator(options.generator, options.data, _root(options), seed=options.seed)
    for line in report.lines():
        print(line, file=sys.stderr)
    return report.to_json()


def _card(options: argparse.Namespace) -> dict[str, object]:
    from gan.card import write_with_card

    return write_with_card(
        options.generator, Path(options.out), name=options.name, data=options.data, data_root=_root(options)
    )


def _train_judge(options: argparse.Namespace) -> dict[str, object]:
    from gan.evaluate import train_judge_to_file

    return train_judge_to_file(options.data, _root(options), Path(options.out), _print_progress)


def _bench(options: argparse.Namespace) -> dict[str, object]:
    from gan.bench import bench

    return bench(options.data, _root(options), preset=options.preset, seed=options.seed)


def _root(options: argparse.Namespace) -> Path | None:
    return Path(options.data_root) if options.data_root else None


def _print_progress(done: int, total: int) -> None:
    if done % 100 == 0 or done == total:
        print(f"step {done:,} of {total:,}", file=sys.stderr)
