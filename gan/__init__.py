"""The engine of Latent Studio: trains small GANs and draws with them. Importing it loads no torch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gan.cadence import Cadence
    from gan.config import TrainingRequest
    from gan.events import DatasetSummary, TrainingEvent
    from gan.image_maker import ImageMaker

__version__ = "0.1.0"


def train(
    request: TrainingRequest, folder: Path, *, cadence: Cadence | None = None
) -> Iterator[TrainingEvent]:
    """A new run in ``folder``, as an iterator: nothing is loaded before the first ``next``.

    To pause, stop asking; to stop, ``close()`` in the thread that asked: the run then saves.
    """
    from gan.training_run import new_run

    yield from new_run(request, folder, cadence=cadence)


def resume(
    folder: Path,
    *,
    minutes: float | None = None,
    steps: int | None = None,
    until_stopped: bool = False,
    device: str | None = None,
    changes: Mapping[str, Any] | None = None,
    cadence: Cadence | None = None,
) -> Iterator[TrainingEvent]:
    """Go on with the run in ``folder``, exactly where its last checkpoint left off. See :func:`train`.

    ``changes``: entries of the recipe that are different from here on, such as a mend of the doctor's.
    """
    from gan.training_run import resumed_run

    yield from resumed_run(
        folder,
        minutes=minutes,
        steps=steps,
        until_stopped=until_stopped,
        device=device,
        changes=changes,
        cadence=cadence,
    )


def open_image_maker(source: str | Path | bytes) -> ImageMaker:
    """Open a generator: a file, its bytes, a run folder, or the name of one that ships. Loads torch."""
    from gan.image_maker import ImageMaker

    return ImageMaker.open(source)


def describe_device(name: str) -> tuple[str, str]:
    """The device that ``name`` ("auto", "cpu", "cuda", "mps") comes to here, and why. Loads torch."""
    from gan.device import pick_device

    device, reason = pick_device(name)
    return device.type, reason


def summarise_dataset(
    dataset: str, data_root: str | Path | None, *, image_size: int = 28, fit: str = "crop"
) -> DatasetSummary:
    """A data set as a person sees it. Loads torch only for practice digits; decodes only a few of a folder's."""
    from gan.data import summarise

    return summarise(dataset, Path(data_root) if data_root else None, image_size=image_size, fit=fit)
