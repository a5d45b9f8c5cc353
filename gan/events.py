"""What a training run reports: frozen values that the command line prints and the window charts. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gan.config import TrainingConfig
from gan.latents import Latent

FloatArray = NDArray[np.float32]
PixelArray = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureShapes:
    """Of so many files of a folder: how many are no squares, and how many are smaller than what is learnt."""

    looked_at: int
    not_square: int
    smaller: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class DatasetSummary:
    """A training set as a person sees it. ``class_counts (K,)``; ``thumbnails (N, H, W, C)`` uint8.

    ``fit``: how pictures of a folder became squares, "" for sets that are squares as published. ``skipped``: (name,
    reason) of the first files that cannot be used. ``shapes``: None for sets that are squares as published.
    """

    name: str
    title: str
    picture_count: int
    class_names: tuple[str, ...]
    class_counts: NDArray[np.int64]
    thumbnails: PixelArray
    licence: str
    is_practice: bool = False
    image_size: int = 28
    fit: str = ""
    skipped_count: int = 0
    skipped: tuple[tuple[str, str], ...] = ()
    shapes: PictureShapes | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GalleryLatents:
    """Where the gallery's cells lie: ``z (R, C, Z)``, ``mix (R, C, K)``; a column shares one style."""

    row_names: tuple[str, ...]
    z: FloatArray
    mix: FloatArray

    def latent(self, row: int, column: int) -> Latent:
        """The latent of one cell."""
        return Latent(self.z[row, column], self.mix[row, column])


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPrepared:
    """Comes before the run starts, while the pictures of a folder are decoded: so many of so many."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeProgress:
    """While a judge is trained: so many steps of so many. The first one comes after a few steps."""

    done: int
    total: int
    seconds_left: float


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeSaved:
    """A trained judge lies at ``path``; it takes that share of pictures it never saw for what they are."""

    path: Path
    pictures: int
    test_pictures: int
    test_accuracy: float
    seconds: float


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RunStarted:
    """Where training begins, also after a resume (then at ``step``). No budget: ``steps_total`` is None."""

    step: int
    folder: Path
    config: TrainingConfig
    device: str
    device_reason: str
    dataset: DatasetSummary
    gallery: GalleryLatents
    steps_total: int | None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class StepsDone:
    """The curves since the last such event, each (N,), and the state at ``step``. Elapsed time leaves out pauses.

    Curves: ``generator_loss`` and ``discriminator_loss``; under BCE ``real_score`` and ``made_score``, mean sigma(D);
    under a relativistic loss ``pair_score``, mean sigma(D(real) - D(made)), and ``real_wins``, the share of pairs in
    which the real picture scores higher.
    """

    step: int
    steps: NDArray[np.int64]
    pictures_seen: NDArray[np.int64]
    elapsed_s: NDArray[np.float64]
    curves: Mapping[str, FloatArray]
    images_per_second: float
    steps_total: int | None
    eta_s: float | None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SamplesDrawn:
    """The gallery at this step: ``pixels (R, C, H, W, Ch)`` uint8."""

    step: int
    elapsed_s: float
    pixels: PixelArray


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentKept:
    """The gallery of this step lies at ``frame`` and its generator at ``generator``, to be gone back to."""

    step: int
    elapsed_s: float
    frame: Path
    generator: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratorSaved:
    """Fresh weights for viewers lie at ``path``."""

    step: int
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointSaved:
    """From here the run resumes exactly."""

    step: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class QualityMeasured:
    """How good ``pictures`` made pictures of this step are; measured between the steps, so it comes some steps later.

    ``digit_fid``: Fréchet distance on the features of the judge, ``class_accuracy``: share of pictures that it takes
    for what they were meant to show; both None without a judge. ``precision`` and ``recall`` are shares, on the judge's
    features or else on the pixels; ``swd`` is the sliced Wasserstein distance of patches, times 1,000. Distances are
    lower-is-better. ``floor``: the same by name for as many training pictures, which no generator need beat.
    """

    step: int
    elapsed_s: float
    pictures: int
    digit_fid: float | None
    class_accuracy: float | None
    precision: float
    recall: float
    swd: float
    floor: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRevised:
    """At ``step`` the schedule became: constant from ``phase_start``, all done at ``steps_total``."""

    step: int
    phase_start: int
    steps_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipeChanged:
    """From the minibatch after ``step`` on, these entries of the recipe are others than ``before``."""

    step: int
    changes: Mapping[str, Any]
    before: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """Something the person should know: a code, its values and an English sentence."""

    step: int
    code: str
    values: Mapping[str, Any]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """What to do about it, in words and as entries of the recipe: ``gan.resume(folder, changes=mend.changes)``."""

    sentence: str
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorNote(Warned):
    """A warning drawn from how the run goes, with what it was seen by and, if there is one, a mend."""

    evidence: str
    mend: Mend | None = None


TrainingEvent = (
    DataPrepared
    | RunStarted
    | StepsDone
    | SamplesDrawn
    | MomentKept
    | GeneratorSaved
    | CheckpointSaved
    | QualityMeasured
    | BudgetRevised
    | RecipeChanged
    | Warned
)
