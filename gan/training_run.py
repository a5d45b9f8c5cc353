"""The only training loop: steps, cadence, budget, saving. An iterator of events."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch

from gan.budget import TimeBudget
from gan.checkpoint import load_newest_checkpoint, save_checkpoint
from gan.config import TrainingConfig, TrainingRequest
from gan.data import Dataset, Preparation, prepare_dataset
from gan.device import pick_device
from gan.directions import CHUNK, DirectionsFit
from gan.errors import GanError, UserError
from gan.events import (
    BudgetRevised,
    CheckpointSaved,
    GalleryLatents,
    GeneratorSaved,
    RunStarted,
    SamplesDrawn,
    StepsDone,
    TrainingEvent,
    Warned,
)
from gan.generator_file import GeneratorFile, save_generator
from gan.latents import MeasuredDirections, gaussian, one_hot
from gan.presets import training_config
from gan.run_folder import RunFolder
from gan.trainer import Trainer

log = logging.getLogger(__name__)

REPORT_INTERVAL_S = 0.05
SAMPLES_INTERVAL_S = 0.5
PUBLISH_INTERVAL_S = 1.0
CHECKPOINT_INTERVAL_S = 30.0
GALLERY_COLUMNS = 8
GALLERY_ROWS = 10
GALLERY_SEED = 8


def new_run(request: TrainingRequest, folder: Path) -> Iterator[TrainingEvent]:
    """Train anew. To pause, stop asking; to stop, ``close()``: it then saves. After an error the last good
    checkpoint stays."""
    dataset = yield from _prepared_dataset(request)
    config = training_config(
        request,
        dataset_name=dataset.name,
        dataset_fingerprint=dataset.fingerprint,
        class_names=dataset.class_names,
        image_size=dataset.images.shape[1],
        channels=dataset.images.shape[3],
    )
    run = _Run(RunFolder.create(folder, request, config), request, config, dataset)
    run.trainer.schedule.set_budget(request.steps)
    yield from run.events()


def resumed_run(
    folder: Path, *, minutes: float | None = None, steps: int | None = None, device: str | None = None
) -> Iterator[TrainingEvent]:
    """Go on from the newest sound checkpoint: without a new budget, exactly as if never stopped.

    ``minutes`` more, or up to ``steps`` in all; a new budget after a finished decay begins a new phase.
    """
    run_folder = RunFolder.open(folder)
    request, config = run_folder.read_config()
    if minutes is not None or steps is not None:
        request = request.with_budget(minutes=minutes, steps=steps)
    if device is not None:
        request = TrainingRequest.from_json(request.to_json() | {"device": device})
    dataset = yield from _prepared_dataset(request)
    if dataset.fingerprint != config.dataset_fingerprint:
        raise UserError(
            "dataset-changed", "The pictures of this run have changed; train a new run with them."
        )
    run = _Run(run_folder, request, config, dataset)
    run.resume(new_budget=minutes is not None or steps is not None)
    yield from run.events()


def _prepared_dataset(request: TrainingRequest) -> Preparation:
    """The pictures that were asked for; the first time, a folder's are decoded, which may take a while."""
    root = Path(request.data_root) if request.data_root else None
    return prepare_dataset(request.dataset, root, image_size=request.image_size, fit=request.fit)


def _revision(event: Mapping[str, Any]) -> BudgetRevised:
    return BudgetRevised(**{key: int(event[key]) for key in ("step", "phase_start", "steps_total")})


def _gallery(config: TrainingConfig) -> GalleryLatents:
    """Rows are classes, columns fixed styles; pictures without classes get a style of their own in every cell."""
    model = config.model
    if model.classes == 1:
        z = gaussian(GALLERY_SEED, GALLERY_ROWS * GALLERY_COLUMNS, model.z_size)
        z = z.reshape(GALLERY_ROWS, GALLERY_COLUMNS, model.z_size)
        names = ("",) * GALLERY_ROWS
        labels = [0] * GALLERY_ROWS
    else:
        styles = gaussian(GALLERY_SEED, GALLERY_COLUMNS, model.z_size)
        z = np.repeat(styles[None], model.classes, axis=0)
        names = model.class_names
        labels = list(range(model.classes))
    rows = [np.repeat(one_hot(label, model.classes)[None], GALLERY_COLUMNS, axis=0) for label in labels]
    return GalleryLatents(row_names=names, z=z, mix=np.stack(rows))


class _Due:
    """Says yes at most every so many seconds."""

    def __init__(self, interval_s: float) -> None:
        self._interval_s = interval_s
        self._last_s = time.monotonic()

    def __call__(self) -> bool:
        now = time.monotonic()
        if now - self._last_s < self._interval_s:
            return False
        self._last_s = now
        return True


class _Run:
    """One run while it goes: the trainer, its folder, and the clocks that decide what is reported when."""

    def __init__(
        self, folder: RunFolder, request: TrainingRequest, config: TrainingConfig, dataset: Dataset
    ) -> None:
        torch.set_num_threads(config.threads)
        self.device, self.device_reason = pick_device(request.device)
        self.folder, self.request, self.config, self.dataset = folder, request, config, dataset
        self.trainer = Trainer(config, dataset.images, dataset.labels, self.device)
        self.gallery = _gallery(config)
        self.elapsed_s = 0.0
        self.budget = TimeBudget(config, request.minutes)
        self._replayed: list[BudgetRevised] = []

    def resume(self, *, new_budget: bool) -> None:
        """Load the newest checkpoint, and line up the budget's revisions that came after it."""
        self.elapsed_s = load_newest_checkpoint(self.folder, self.trainer)
        step, schedule = self.trainer.step_count, self.trainer.schedule
        if not new_budget:
            logged = self._logged("budget-revised")
            self._replayed = [_revision(event) for event in logged if event["step"] >= step]
            revised_until_s = max([self.elapsed_s, *(float(event["elapsed_s"]) for event in logged)])
            self.budget.go_on(self._budget_start_s(), revised_until_s)
            return
        finished = schedule.steps_total is not None and step >= schedule.steps_total
        schedule.set_budget(self.request.steps, phase_start=step if finished else None)
        self.budget.go_on(self.elapsed_s, self.elapsed_s)
        self.folder.write_config(self.request, self.config)
        self.folder.append_event({"event": "budget-begun", "elapsed_s": self.elapsed_s})

    def _budget_start_s(self) -> float:
        """From where the minutes of the budget count: the run's start, or the resume that gave the budget."""
        begun = self._logged("budget-begun")
        return float(begun[-1]["elapsed_s"]) if begun else 0.0

    def _logged(self, name: str) -> list[dict[str, Any]]:
        return [event for event in self.folder.read_events() if event.get("event") == name]

    def events(self) -> Iterator[TrainingEvent]:
        """Everything that happens until the budget is used up; saves at the end and on ``close()``."""
        try:
            yield self._started()
            yield from self._warnings()
            yield self._samples()
            yield from self._train()
        except GeneratorExit:
            self._save()
            raise
        yield self._samples()
        self._save(measure_directions=True)
        yield GeneratorSaved(step=self.trainer.step_count, path=self.folder.generator_file)
        yield CheckpointSaved(step=self.trainer.step_count)

    def _warnings(self) -> Iterator[Warned]:
        for warning in self.dataset.warnings:
            yield Warned(
                step=self.trainer.step_count,
                code=warning.code,
                values=dict(warning.values),
                sentence=warning.sentence,
            )

    def _train(self) -> Iterator[TrainingEvent]:
        samples_due, publish_due = _Due(SAMPLES_INTERVAL_S), _Due(PUBLISH_INTERVAL_S)
        checkpoint_due = _Due(CHECKPOINT_INTERVAL_S)
        while not self._finished():
            yield self._steps()
            if (revision := self._revise_budget()) is not None:
                yield revision
            if samples_due():
                yield self._samples()
            if publish_due():
                self._publish(durable=False)
                yield GeneratorSaved(step=self.trainer.step_count, path=self.folder.generator_file)
            if checkpoint_due():
                save_checkpoint(self.folder, self.trainer, self.elapsed_s)
                yield CheckpointSaved(step=self.trainer.step_count)

    def _finished(self) -> bool:
        total = self.trainer.schedule.steps_total
        return total is not None and self.trainer.step_count >= total

    def _steps(self) -> StepsDone:
        """Train for one report's time; the curves stay on the device until then."""
        began_s = time.monotonic()
        first_step, first_pictures = self.trainer.step_count, self.trainer.pictures_seen
        values: list[torch.Tensor] = []
        pictures: list[int] = []
        elapsed: list[float] = []
        passed_s = 0.0
        while passed_s < REPORT_INTERVAL_S and not self._finished():
            self._replay_revisions()
            values.append(self.trainer.step())
            passed_s = time.monotonic() - began_s
            pictures.append(self.trainer.pictures_seen)
            elapsed.append(self.elapsed_s + passed_s)
        curves = torch.stack(values).cpu().numpy().T
        if not np.isfinite(curves).all():
            raise GanError(
                "training-diverged",
                "Training went off the rails at step {step}: the losses are no longer numbers. The last checkpoint "
                "is kept; go on from it, or train anew with a lower learning rate.",
                step=self.trainer.step_count,
            )
        self.elapsed_s += time.monotonic() - began_s
        speed = self.budget.measure(self.trainer.pictures_seen - first_pictures, time.monotonic() - began_s)
        return StepsDone(
            step=self.trainer.step_count,
            steps=np.arange(first_step + 1, self.trainer.step_count + 1),
            pictures_seen=np.array(pictures),
            elapsed_s=np.array(elapsed),
            curves=dict(zip(self.trainer.curve_names, curves, strict=True)),
            images_per_second=speed,
            steps_total=self.trainer.schedule.steps_total,
            eta_s=self._eta_s(speed),
        )

    def _eta_s(self, speed: float) -> float | None:
        """Seconds until the budget is used up at the present speed."""
        total = self.trainer.schedule.steps_total
        if total is None:
            return None
        left = self.budget.pictures_of_steps(self.trainer.pictures_seen, total - self.trainer.step_count)
        return left / max(speed, 1e-6)

    def _replay_revisions(self) -> None:
        """After a resume: the budget changes where it changed before the run was cut off."""
        while self._replayed and self._replayed[0].step <= self.trainer.step_count:
            revision = self._replayed.pop(0)
            self.trainer.schedule.set_budget(revision.steps_total, phase_start=revision.phase_start)

    def _revise_budget(self) -> BudgetRevised | None:
        """Minutes become steps from the measured speed, a few times over the run; each time is logged."""
        if self._replayed:
            return None
        steps_total = self.budget.revised(self.elapsed_s, self.trainer.step_count, self.trainer.pictures_seen)
        if steps_total is None:
            return None
        schedule = self.trainer.schedule
        schedule.set_budget(steps_total)
        revision = BudgetRevised(
            step=self.trainer.step_count, phase_start=schedule.phase_start, steps_total=steps_total
        )
        entry = {"event": "budget-revised", "elapsed_s": self.elapsed_s, **asdict(revision)}
        self.folder.append_event(entry)
        return revision

    def _samples(self) -> SamplesDrawn:
        rows, columns = self.gallery.z.shape[:2]
        z = self.gallery.z.reshape(rows * columns, -1)
        mix = self.gallery.mix.reshape(rows * columns, -1)
        pixels = self.trainer.draw(z, mix)
        return SamplesDrawn(
            step=self.trainer.step_count,
            elapsed_s=self.elapsed_s,
            pixels=pixels.reshape(rows, columns, *pixels.shape[1:]),
        )

    def _started(self) -> RunStarted:
        event = {"event": "run-started", "step": self.trainer.step_count, "device": self.device.type}
        self.folder.append_event(event)
        return RunStarted(
            step=self.trainer.step_count,
            folder=self.folder.path,
            config=self.config,
            device=self.device.type,
            device_reason=self.device_reason,
            dataset=self.dataset.summary(),
            gallery=self.gallery,
            steps_total=self.trainer.schedule.steps_total,
        )

    def _save(self, *, measure_directions: bool = False) -> None:
        """A checkpoint and the generator as it is now, both durable."""
        save_checkpoint(self.folder, self.trainer, self.elapsed_s)
        self._publish(durable=True, measure_directions=measure_directions)

    def _publish(self, *, durable: bool, measure_directions: bool = False) -> None:
        save_generator(
            self.folder.generator_file,
            GeneratorFile(
                name=self.folder.path.name,
                model=self.config.model,
                step=self.trainer.step_count,
                dataset_name=self.config.dataset_name,
                module=self.trainer.average.module,
                card=self._card(),
                directions=self._directions() if measure_directions else None,
            ),
            durable=durable,
        )

    def _directions(self) -> MeasuredDirections:
        fit = DirectionsFit(self.config.model.z_size, self.config.model.classes)
        for start in range(0, len(fit.z), CHUNK):
            fit.add(self.trainer.draw(fit.z[start : start + CHUNK], fit.mix[start : start + CHUNK]))
        return fit.solve()

    def _card(self) -> dict[str, object]:
        """What anybody who gets the generator should know. Nothing in it names a person or a place."""
        return {
            "dataset": self.dataset.title,
            "pictures": len(self.dataset),
            "licence": self.dataset.licence,
            "steps": self.trainer.step_count,
            "pictures_seen": self.trainer.pictures_seen,
            "elapsed_s": round(self.elapsed_s, 1),
            "device": self.device.type,
            "torch": torch.__version__,
            "recipe": self.config.to_json(),
        }
