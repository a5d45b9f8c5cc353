"""The moments of a run that were kept: gallery and averaged generator as they were, read while it goes. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gan.errors import FileError, UserError
from gan.files import atomic_write
from gan.run_folder import RunFolder, step_of
from gan.sheet import cells_of

MOMENT_KEPT = "moment-kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One of them. ``frame``: its gallery as PNG; ``generator``: a generator's file like any other, of half the size.

    ``checkpoint_step``: the newest step, no later than this, from which the run can go on anew; None for none.
    """

    step: int
    elapsed_s: float
    frame: Path
    generator: Path
    is_pinned: bool
    checkpoint_step: int | None


def list_moments(path: Path) -> tuple[Moment, ...]:
    """Those of the run in ``path``, oldest first; none where no run lies."""
    folder = RunFolder(path)
    elapsed = {
        event["step"]: float(event["elapsed_s"])
        for event in folder.read_events()
        if event.get("event") == MOMENT_KEPT
    }
    pinned = folder.pinned_steps()
    checkpoints = [step_of(file) for file in folder.checkpoint_files()]
    framed = {step_of(file) for file in folder.samples.glob("step-*.png")}
    return tuple(
        Moment(
            step=step,
            elapsed_s=elapsed.get(step, 0.0),
            frame=folder.frame_file(step),
            generator=folder.moment_file(step),
            is_pinned=step in pinned,
            checkpoint_step=max((earlier for earlier in checkpoints if earlier <= step), default=None),
        )
        for step in sorted(framed & {step_of(file) for file in folder.moments.glob("step-*.safetensors")})
    )


def moment_at(path: Path, step: int) -> Moment:
    """The one of that step, or the last before it, or else the first. FileError where the run kept none."""
    moments = list_moments(path)
    if not moments:
        raise FileError("no-moments", "The run in {name} kept no moments.", name=path.name)
    return next((moment for moment in reversed(moments) if moment.step <= step), moments[0])


def load_frame(path: Path, step: int) -> np.ndarray:
    """The gallery at a moment of the run in ``path``, (R, C, H, W, Ch) uint8. FileError where it cannot be read."""
    from PIL import Image, UnidentifiedImageError

    folder = RunFolder(path)
    side = folder.read_config()[1].model.image_size
    file = folder.frame_file(step)
    try:
        with Image.open(file) as picture:
            sheet = np.asarray(picture)
        return cells_of(sheet if sheet.ndim == 3 else sheet[..., None], side)
    except FileNotFoundError:
        raise FileError(
            "moment-gone", "Step {step} of {name} is no longer kept.", step=step, name=path.name
        ) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise FileError("frame-damaged", "The picture {name} is damaged.", name=file.name) from error


def pin_moment(path: Path, step: int) -> None:
    """Let this moment never go, nor the checkpoint of its step if there is one. UserError for a step not kept."""
    folder = RunFolder(path)
    if not folder.moment_file(step).is_file():
        raise UserError("moment-gone", "Step {step} of {name} is no longer kept.", step=step, name=path.name)
    atomic_write(folder.pin_file(step), b"")


def unpin_moment(path: Path, step: int) -> None:
    """From now on it may go when room is short."""
    RunFolder(path).pin_file(step).unlink(missing_ok=True)
