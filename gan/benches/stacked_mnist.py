"""How many of the 1,000 kinds of stacked digits a generator draws, and how evenly.

25,600 pictures, each channel read by the judge of single digits; reverse KL in nats, from the kinds that were read to
those of the training pictures. Source of the protocol: Metz et al. 2017, arXiv:1611.02163, section 3.3.1.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import gan
from gan.benches.machine import machine_facts
from gan.config import ModelConfig, TrainingRequest
from gan.data import Dataset, open_dataset, open_test_split
from gan.data.stacked import CHANNELS, NAME, mode_of, stack
from gan.errors import UserError
from gan.image_maker import ImageMaker
from gan.judge import Judge, shipped_judge_for
from gan.latents import gaussian
from gan.progress import follow

MODES = 1_000
PICTURES = 25_600
FLOOR_KL = (MODES - 1) / (2 * PICTURES)
"""What counting so few pictures gives a perfect generator: (kinds - 1) / 2N. Source: Miller 1955."""
RECIPE = {"penalty_gamma": 1.0, "penalty_interval": 4}
"""What the preset is changed by: stronger penalties than those for labelled digits make the kinds come more evenly."""
_SEED = 1
_CHUNK = 512


@dataclass(frozen=True, slots=True)
class Count:
    """How many kinds came up, and how far their shares are from those of the training pictures, in nats."""

    modes: int
    reverse_kl: float


def bench_stacked_mnist(request: TrainingRequest) -> dict[str, object]:
    """Train on stacked MNIST as asked, then count; beside it what the same count makes of real test digits.

    Entries of :data:`RECIPE` hold unless the request sets them.
    """
    request = replace(request, dataset=NAME, overrides=RECIPE | dict(request.overrides))
    root = Path(request.data_root) if request.data_root else None
    train, test = open_dataset("mnist", root), open_test_split("mnist", root)
    judge = digit_judge(train)
    shares = kind_shares(train)
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder) / "run"
        trained = follow(gan.train(request, run))
        made = count(modes_made(ImageMaker.open(run), judge), shares)
    read, shown = modes_of_real(test, judge)
    real = count(read, shares)
    print(f"{'':9}{'made':>8}{'real':>8}{'floor':>8}", file=sys.stderr)
    print(f"{'modes':9}{made.modes:>8,}{real.modes:>8,}", file=sys.stderr)
    print(f"{'KL':9}{made.reverse_kl:>8.4f}{real.reverse_kl:>8.4f}{FLOOR_KL:>8.4f}", file=sys.stderr)
    return {
        "modes": made.modes,
        "reverse_kl": round(made.reverse_kl, 4),
        "floor_kl": round(FLOOR_KL, 4),
        "real_modes": real.modes,
        "real_kl": round(real.reverse_kl, 4),
        "real_read_right": round(float((read == shown).mean()), 4),
        "pictures": PICTURES,
        "preset": request.preset,
        "size": request.size,
        "overrides": dict(request.overrides),
        "seed": request.seed,
        "training": {name: value for name, value in trained.items() if name not in ("run", "generator")},
        "machine": machine_facts(request.threads),
    }


def digit_judge(digits: Dataset) -> Judge:
    """The judge that ships for single digits. UserError where there is none."""
    judge = shipped_judge_for(ModelConfig(class_names=digits.class_names))
    if judge is None:
        raise UserError("no-judge", "There is no judge for pictures like these.")
    return judge


def kind_shares(digits: Dataset) -> NDArray[np.float64]:
    """How often each kind comes among stacks of these digits, (1000,): the product of its digits' shares."""
    each = np.bincount(digits.labels, minlength=10) / len(digits)
    shares: NDArray[np.float64] = np.einsum("r,g,b->rgb", each, each, each).reshape(MODES)
    return shares


def count(modes: NDArray[np.int64], shares: NDArray[np.float64]) -> Count:
    """Kinds (N,) against how often they should come (1000,): sum of p log(p / q) over the kinds that came."""
    counts = np.bincount(modes, minlength=MODES)
    came = counts > 0
    p = counts[came] / len(modes)
    return Count(int(came.sum()), float((p * np.log(p / shares[came])).sum()))


def modes_made(maker: ImageMaker, judge: Judge, pictures: int = PICTURES) -> NDArray[np.int64]:
    """What the judge reads in so many pictures of a generator without classes, (N,)."""
    z = gaussian(_SEED, pictures, maker.info.model.z_size)
    mix = np.ones((pictures, 1), dtype=np.float32)
    return _read(lambda part: maker.make(z[part], mix[part]), pictures, judge)


def modes_of_real(
    digits: Dataset, judge: Judge, pictures: int = PICTURES
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What the judge reads in so many random stacks of these digits, and what they show: (N,), (N,)."""
    triples = np.random.default_rng(_SEED).integers(0, len(digits), (pictures, CHANNELS))
    read = _read(lambda part: stack(digits.images, triples[part]), pictures, judge)
    return read, mode_of(digits.labels[triples])


def _read(stacks: Callable[[slice], NDArray[np.uint8]], pictures: int, judge: Judge) -> NDArray[np.int64]:
    """Kinds (N,), a few pictures at a time: only these are in memory."""
    parts = []
    for start in range(0, pictures, _CHUNK):
        some = stacks(slice(start, min(start + _CHUNK, pictures)))
        channels = [judge.probabilities(some[..., [channel]]).argmax(axis=1) for channel in range(CHANNELS)]
        parts.append(mode_of(np.stack(channels, axis=1)))
    return np.concatenate(parts)
