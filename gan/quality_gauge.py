"""How good a run's pictures are while it goes: measured in small pieces between its steps, on a copy of the generator.

Nothing here touches what the run computes: the pictures come from latents of their own and from a copy of the averaged
weights, and no random number of torch's is drawn.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from gan.data import Split
from gan.events import QualityMeasured
from gan.judge import Judge
from gan.latents import gaussian
from gan.patches import SCALE, PatchSample, sliced_wasserstein_parts
from gan.quality import Float64Array, PixelFeatures, frechet_distance, neighbour_radii, share_within
from gan.trainer import Trainer, to_pixels

PICTURES = 2_000
MOST_BYTES = 2**26  # of pictures of one kind
AT_ONCE = 32  # pictures of 28 px, drawn and looked at in some milliseconds; fewer larger ones
LEAST_AT_ONCE = 4
PATCHES_PER_PICTURE = 16
DIRECTIONS = 128
NEIGHBOURS = 3
LARGEST_FLAT = 256  # values of a picture whose components are found at once; evaluate looks at up to 1,024
PIECE_S = 0.02
SHARE_OF_TIME = 0.05
SEED = 4_001

PixelArray = NDArray[np.uint8]
Pieces = Generator[None, None, "QualityMeasured"]


class QualityGauge:
    """Measures again and again, at most every ``every_s`` seconds and at most 5% of the time.

    What it is measured against is looked at once, before the first measurement, and is not counted.
    """

    def __init__(
        self, trainer: Trainer, open_split: Callable[[], Split], judge: Judge | None, every_s: float
    ) -> None:
        """UserError or OSError comes out of :meth:`advance` where there are no pictures to measure with."""
        self._trainer, self._judge, self._every_s = trainer, judge, every_s
        self._open_split = open_split
        self._reference: Reference | None = None
        self._pieces: Pieces | None = None
        self._spent_s = 0.0
        self._next_s = time.monotonic() + every_s

    def advance(self, elapsed_s: float) -> QualityMeasured | None:
        """Do some hundredths of a second of work, if there is any to do; the result when it is complete."""
        if self._pieces is None:
            if time.monotonic() < self._next_s:
                return None
            self._pieces, self._spent_s = self._measurement(elapsed_s), 0.0
        began_s = time.monotonic()
        measured = self._next_piece()
        while measured is None and time.monotonic() - began_s < PIECE_S:
            measured = self._next_piece()
        self._spent_s += time.monotonic() - began_s
        if measured is not None:
            self._pieces = None
            rest_s = self._spent_s * (1 / SHARE_OF_TIME - 1)
            self._next_s = time.monotonic() + max(self._every_s, rest_s)
        return measured

    def last(self, elapsed_s: float) -> QualityMeasured | None:
        """The finished generator, in one go; None in a run that was too short for a measurement."""
        if self._reference is None:
            return None
        self._pieces = self._measurement(elapsed_s)
        while (measured := self._next_piece()) is None:
            pass
        return measured

    def _next_piece(self) -> QualityMeasured | None:
        assert self._pieces is not None
        try:
            next(self._pieces)
        except StopIteration as end:
            measured: QualityMeasured = end.value
            return measured
        return None

    def _measurement(self, elapsed_s: float) -> Pieces:
        if self._reference is None:
            self._reference = yield from _look_at(self._open_split(), self._judge)
            self._spent_s = 0.0
        step, module = self._trainer.step_count, copy.deepcopy(self._trainer.average.module)
        labels = self._reference.labels
        pixels = yield from _drawn(module, labels, self._trainer)
        seen = yield from _seen(pixels, self._reference.see)
        figures = yield from self._reference.figures(seen, labels)
        return QualityMeasured(
            step=step,
            elapsed_s=elapsed_s,
            pictures=len(labels),
            digit_fid=figures.get("digit_fid"),
            class_accuracy=figures.get("class_accuracy"),
            precision=figures["precision"],
            recall=figures["recall"],
            swd=figures["swd"],
            floor=self._reference.floor,
        )


def _drawn(
    module: nn.Module, labels: NDArray[np.int64], trainer: Trainer
) -> Generator[None, None, PixelArray]:
    """Pictures of these classes, the same latents each time."""
    model = trainer.config.model
    z, mix = gaussian(SEED, len(labels), model.z_size), np.eye(model.classes, dtype=np.float32)[labels]
    parts, at_once = [], _at_once(model.image_size)
    for start in range(0, len(labels), at_once):
        part = slice(start, start + at_once)
        with torch.no_grad():
            latents, mixes = (torch.from_numpy(values[part]).to(trainer.device) for values in (z, mix))
            parts.append(to_pixels(module(latents, mixes)))
        yield
    return np.concatenate(parts)


def _at_once(image_size: int) -> int:
    return max(LEAST_AT_ONCE, AT_ONCE * 28**2 // image_size**2)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What is remembered of some pictures: features (N, F), what a judge takes them for (N,), patches."""

    features: Float64Array
    read: NDArray[np.int64] | None
    patches: PatchSample


See = Callable[[PixelArray], tuple[Float64Array, NDArray[np.int64] | None]]
"""Some pictures -> their features and what a judge takes them for."""


def _seen(pixels: PixelArray, see: See) -> Generator[None, None, Seen]:
    patches = PatchSample(PATCHES_PER_PICTURE, seed=SEED)
    features, read, at_once = [], [], _at_once(pixels.shape[1])
    for start in range(0, len(pixels), at_once):
        part = pixels[start : start + at_once]
        seen, taken_for = see(part)
        features.append(seen)
        if taken_for is not None:
            read.append(taken_for)
        patches.add(part)
        yield
    return Seen(np.concatenate(features), np.concatenate(read) if read else None, patches)


class Reference:
    """Kept pictures, and what as many training pictures score against them."""

    def __init__(self, kept: Seen, radii: torch.Tensor, labels: NDArray[np.int64], see: See) -> None:
        self.see, self.labels = see, labels
        self.floor: Mapping[str, float] = {}
        self._kept, self._radii = kept, radii

    def figures(self, seen: Seen, labels: NDArray[np.int64]) -> Generator[None, None, dict[str, float]]:
        """Pictures that are meant to show labels, by the names of QualityMeasured."""
        figures = {}
        if seen.read is not None:
            figures["digit_fid"] = frechet_distance(seen.features, self._kept.features)
            figures["class_accuracy"] = float((seen.read == labels).mean())
        yield
        made, kept = (torch.from_numpy(some.features).float() for some in (seen, self._kept))
        figures["precision"] = share_within(made, kept, self._radii)
        yield
        radii = neighbour_radii(made, NEIGHBOURS)
        yield
        figures["recall"] = share_within(kept, made, radii)
        yield
        figures["swd"] = yield from self._patch_distance(seen.patches)
        return figures

    def _patch_distance(self, patches: PatchSample) -> Generator[None, None, float]:
        distances = []
        for one, other in zip(patches.descriptors(), self._kept.patches.descriptors(), strict=True):
            count = min(len(one), len(other))
            parts = []
            for part in sliced_wasserstein_parts(
                one[:count], other[:count], directions=DIRECTIONS, seed=SEED
            ):
                parts.append(part)
                yield
            distances.append(np.mean(parts))
        return SCALE * float(np.mean(distances))


def _look_at(split: Split, judge: Judge | None) -> Generator[None, None, Reference]:
    """See the kept pictures and the training pictures that are the floor."""
    most = min(PICTURES, MOST_BYTES // split.kept.images[0].nbytes)
    kept_pixels, _ = split.kept.some(most, seed=SEED).all()
    yield
    pixels, labels = split.learnt.some(most, seed=SEED).all()
    yield
    see = _by_pixels(pixels) if judge is None else _by(judge)
    kept = yield from _seen(kept_pixels, see)
    radii = neighbour_radii(torch.from_numpy(kept.features).float(), NEIGHBOURS)
    yield
    reference = Reference(kept, radii, labels, see)
    training = yield from _seen(pixels, see)
    reference.floor = yield from reference.figures(training, labels)
    return reference


def _by(judge: Judge) -> See:
    def see(pixels: PixelArray) -> tuple[Float64Array, NDArray[np.int64]]:
        features, probabilities = judge.features_and_probabilities(pixels)
        return features, probabilities.argmax(axis=1)

    return see


def _by_pixels(training: PixelArray) -> See:
    components = PixelFeatures.of(training, largest=LARGEST_FLAT)

    def see(pixels: PixelArray) -> tuple[Float64Array, None]:
        return components(pixels), None

    return see
