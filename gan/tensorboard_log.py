"""A run's curves, pictures and warnings for TensorBoard, written beside the run as it goes."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from gan.errors import UserError
from gan.events import QualityMeasured, RunStarted, SamplesDrawn, StepsDone, TrainingEvent, Warned
from gan.sheet import sheet_of

if TYPE_CHECKING:
    from tensorboardX import SummaryWriter

FOLDER = "tensorboard"
PICTURES_EVERY = 20  # drawings


def logged(run: Iterator[TrainingEvent]) -> Generator[TrainingEvent]:
    """The same events, each passed on after it was written. UserError without the extra."""
    if find_spec("tensorboardX") is None:
        raise UserError(
            "tensorboard-missing",
            "--tensorboard needs one more package; install it with: pip install 'latent-studio[tensorboard]'",
        )
    return _logged(run)


def _logged(run: Iterator[TrainingEvent]) -> Generator[TrainingEvent]:
    from tensorboardX import SummaryWriter

    writer: SummaryWriter | None = None
    drawings = 0
    try:
        for event in run:
            if isinstance(event, RunStarted):
                writer = SummaryWriter(str(event.folder / FOLDER))
            elif writer is not None and isinstance(event, StepsDone):
                _write_steps(writer, event)
            elif writer is not None and isinstance(event, SamplesDrawn):
                if drawings % PICTURES_EVERY == 0:
                    sheet = sheet_of(event.pixels)[..., :3]
                    writer.add_image("samples", sheet, event.step, dataformats="HWC")
                drawings += 1
            elif writer is not None and isinstance(event, QualityMeasured):
                _write_quality(writer, event)
            elif writer is not None and isinstance(event, Warned):
                writer.add_text(event.code, event.sentence, event.step)
            yield event
    finally:
        if isinstance(run, Generator):
            run.close()
        if writer is not None:
            writer.close()


def _write_quality(writer: SummaryWriter, event: QualityMeasured) -> None:
    for name in event.floor:
        writer.add_scalar(f"quality/{name}", getattr(event, name), event.step)


def _write_steps(writer: SummaryWriter, event: StepsDone) -> None:
    """The mean of each curve since the last report: a point a step would be slower than the step."""
    for name, curve in event.curves.items():
        writer.add_scalar(name, float(curve.mean()), event.step)
    writer.add_scalar("images_per_second", event.images_per_second, event.step)
    writer.add_scalar("pictures_seen", int(event.pictures_seen[-1]), event.step)
