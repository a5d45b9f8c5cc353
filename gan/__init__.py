"""The engine of Latent Studio: trains small GANs and draws with them. Importing it loads no torch."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gan.branches import branch_run as branch_run
    from gan.cadence import Cadence
    from gan.config import TrainingRequest
    from gan.discriminator_view import DiscriminatorView
    from gan.events import DataPrepared, DatasetSummary, JudgeProgress, JudgeSaved, TrainingEvent
    from gan.image_maker import ImageMaker
    from gan.moments import list_moments as list_moments
    from gan.moments import load_frame as load_frame
    from gan.moments import pin_moment as pin_moment
    from gan.moments import unpin_moment as unpin_moment
    from gan.nearest import open_nearest as open_nearest
    from gan.nearest import open_nearest_in as open_nearest_in
    from gan.orders import RunControl
    from gan.runs import list_runs as list_runs
    from gan.runs import rename_run as rename_run
    from gan.runs import request_of as request_of
    from gan.runs import run_size as run_size

__version__ = "0.1.0"

_HOMES = {
    "branch_run": "gan.branches",
    "list_moments": "gan.moments",
    "load_frame": "gan.moments",
    "pin_moment": "gan.moments",
    "unpin_moment": "gan.moments",
    "open_nearest": "gan.nearest",
    "open_nearest_in": "gan.nearest",
    "list_runs": "gan.runs",
    "rename_run": "gan.runs",
    "request_of": "gan.runs",
    "run_size": "gan.runs",
}


def __getattr__(name: str) -> Any:
    """What is done with the folder of a run: loaded when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'gan' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def train(
    request: TrainingRequest,
    folder: Path,
    *,
    cadence: Cadence | None = None,
    control: RunControl | None = None,
) -> Iterator[TrainingEvent]:
    """A new run in ``folder``, as an iterator: nothing is loaded before the first ``next``.

    To pause, stop asking; to stop, ``close()`` in the thread that asked: the run then saves. ``control`` takes orders
    while it goes on, such as another learning rate.
    """
    from gan.training_run import new_run

    yield from new_run(request, folder, cadence=cadence, control=control)


def resume(
    folder: Path,
    *,
    minutes: float | None = None,
    steps: int | None = None,
    until_stopped: bool = False,
    device: str | None = None,
    changes: Mapping[str, Any] | None = None,
    cadence: Cadence | None = None,
    control: RunControl | None = None,
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
        control=control,
    )


def train_judge(
    dataset: str, data_root: str | Path | None, *, image_size: int = 28, fit: str = "crop"
) -> Iterator[DataPrepared | JudgeProgress | JudgeSaved]:
    """Train a judge for a labelled set, as an iterator; the first JudgeProgress says how long it will take.

    ``close()`` leaves it at that. Generators of that data set then have a judge. Loads torch.
    """
    from gan.judge_training import train_judge_for

    root = Path(data_root) if data_root else None
    yield from train_judge_for(dataset, root, image_size=image_size, fit=fit)


def open_image_maker(source: str | Path | bytes, *, step: int | None = None) -> ImageMaker:
    """Open a generator: a file, its bytes, a run folder, or the name of one that ships. Loads torch.

    ``step``: of a run folder, as it was at the last kept moment that is no later.
    """
    from gan.image_maker import ImageMaker

    if step is not None:
        from gan.moments import moment_at

        assert not isinstance(source, bytes), "a run folder has moments"
        source = moment_at(Path(source), step).generator
    return ImageMaker.open(source)


def open_discriminator(run: Path) -> DiscriminatorView:
    """What the discriminator of a run thinks of pictures. FileError where it has not learnt yet. Loads torch."""
    from gan.discriminator_view import DiscriminatorView

    return DiscriminatorView.open(run)


def describe_device(name: str) -> tuple[str, str]:
    """The device that ``name`` ("auto", "cpu", "cuda", "mps") comes to here, and why. Loads torch."""
    from gan.device import pick_device

    device, reason = pick_device(name)
    return device.type, reason


def present_devices() -> dict[str, str]:
    """The devices that can train here ("cpu", "cuda", "mps"), each with the hardware's name or "". Loads torch."""
    from gan.device import present_devices

    return present_devices()


def prepare_dataset(
    dataset: str, data_root: str | Path | None, *, image_size: int = 28, fit: str = "crop"
) -> Generator[DataPrepared, None, DatasetSummary]:
    """Decode a folder as a run would, which then begins at once; ``close()`` stops it. Loads torch."""
    from gan.data import prepare_dataset

    prepared = yield from prepare_dataset(
        dataset, Path(data_root) if data_root else None, image_size=image_size, fit=fit
    )
    return prepared.summary()


def summarise_dataset(
    dataset: str, data_root: str | Path | None, *, image_size: int = 28, fit: str = "crop"
) -> DatasetSummary:
    """A data set as a person sees it. Loads torch only for practice digits; decodes only a few of a folder's."""
    from gan.data import summarise

    return summarise(dataset, Path(data_root) if data_root else None, image_size=image_size, fit=fit)


def real_pictures(run_folder: Path, columns: int) -> NDArray[np.uint8]:
    """Some of the pictures that a run learns from, (R, columns, H, W, Ch): a row for each class, as in its gallery."""
    from gan.real_pictures import real_pictures

    return real_pictures(run_folder, columns)
