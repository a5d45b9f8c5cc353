"""The only training loop: steps, cadence, budget, saving. An iterator of events."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from gan.cadence import Cadence, Due
from gan.checkpoint import load_newest_checkpoint
from gan.config import TrainingConfig, TrainingRequest
from gan.curve_log import CurveLog
from gan.data import Dataset, Preparation, open_dataset, prepare_dataset
from gan.device import pick_device, prepare_torch
from gan.distributed import Team, joined_team
from gan.doctor import Doctor
from gan.errors import GanError, UserError
from gan.events import MomentKept, RecipeChanged, RunStarted, SamplesDrawn, StepsDone, TrainingEvent, Warned
from gan.gallery import gallery_latents
from gan.judges import judge_for
from gan.memory import is_out_of_memory
from gan.orders import ChangeRecipe, Finish, Order, Part, PinNow, RunControl, SampleNow, SaveNow, StepOnce
from gan.presets import check_overrides, training_config
from gan.recipe_changes import changed_recipe
from gan.run_budget import RunBudget
from gan.run_folder import RunFolder
from gan.run_quality import RunQuality
from gan.run_recipe import RunRecipe
from gan.run_record import RunRecord
from gan.safe_steps import SafeSteps
from gan.step_report import StepReport
from gan.trainer import Trainer


def new_run(
    request: TrainingRequest,
    folder: Path,
    *,
    cadence: Cadence | None = None,
    control: RunControl | None = None,
) -> Iterator[TrainingEvent]:
    """Train anew. To pause, stop asking; to stop, ``close()``: it then saves. After an error the last good
    checkpoint stays."""
    check_overrides(request)
    with joined_team() as team:
        dataset = yield from _prepared_dataset(request, team)
        config = training_config(
            request,
            dataset_name=dataset.name,
            dataset_fingerprint=dataset.fingerprint,
            class_names=dataset.class_names,
            image_size=dataset.images.shape[1],
            channels=dataset.images.shape[3],
            picture_count=len(dataset),
        )
        run_folder = RunFolder(folder) if team.rank else RunFolder.create(folder, request, config)
        run = TrainingRun(run_folder, request, config, dataset, cadence or Cadence(), team, control)
        run.trainer.schedule.set_budget(request.steps)
        yield from run.events()


def resumed_run(
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
    """Go on from the newest sound checkpoint: without a new budget, exactly as if never stopped.

    ``minutes`` more, up to ``steps`` in all, or without an end; each begins a new phase after a finished decay.
    ``changes``: entries of the recipe that are different from here on, such as a mend of the doctor's.
    """
    with joined_team() as team:
        run_folder = RunFolder.open(folder)
        request, config = run_folder.read_config()
        new_budget = until_stopped or minutes is not None or steps is not None
        if new_budget:
            request = request.with_budget(minutes=minutes, steps=steps)
        if device is not None:
            request = TrainingRequest.from_json(request.to_json() | {"device": device})
        dataset = yield from _prepared_dataset(request, team)
        if dataset.fingerprint != config.dataset_fingerprint:
            raise UserError(
                "dataset-changed", "The pictures of this run have changed; train a new run with them."
            )
        changed_recipe(config, changes or {})  # refused before anything is done
        run = TrainingRun(run_folder, request, config, dataset, cadence or Cadence(), team, control)
        run.resume(new_budget=new_budget, changes=changes or {})
        yield from run.events()


def _prepared_dataset(request: TrainingRequest, team: Team) -> Preparation:
    """The pictures that were asked for; the first time, a folder's are decoded, which may take a while.

    In a team the first process does so and reports it; the others then find them decoded.
    """
    root = Path(request.data_root) if request.data_root else None
    with team.first_goes_first():
        if team.rank > 0:
            return open_dataset(request.dataset, root, image_size=request.image_size, fit=request.fit)
        return (
            yield from prepare_dataset(request.dataset, root, image_size=request.image_size, fit=request.fit)
        )


class TrainingRun:
    """One run while it goes: the trainer, its folder, and the clocks that decide what is reported when."""

    def __init__(
        self,
        folder: RunFolder,
        request: TrainingRequest,
        config: TrainingConfig,
        dataset: Dataset,
        cadence: Cadence,
        team: Team,
        control: RunControl | None = None,
    ) -> None:
        picked, self.device_reason = pick_device(request.device)
        prepare_torch(picked, config.threads)
        self.folder, self.request, self.dataset = folder, request, dataset
        self.trainer = Trainer(config, dataset.images, dataset.labels, team.device(picked), team)
        self.gallery = gallery_latents(config.model)
        self.elapsed_s = 0.0
        self._team, self._cadence, self._control = team, cadence, control or RunControl()
        self._budget = RunBudget(self.trainer, folder, request.minutes, self._log)
        self._recipe = RunRecipe(self.trainer, folder, self._log)
        self._record = RunRecord(folder, dataset, self.trainer, team.size, self._log)
        self._steps = SafeSteps(self.trainer, team)
        self._judge = judge_for(config.model, dataset.fingerprint)
        self._quality = RunQuality(self.trainer, request, dataset, self._judge, cadence.quality_s, self._log)

    def resume(self, *, new_budget: bool, changes: Mapping[str, Any]) -> None:
        """Go on from the newest checkpoint, with the budget and the recipe as they were or with others."""
        self._load_checkpoint()
        self._recipe.go_on()
        if new_budget:
            self._budget.begin_anew(self.request.steps, self.elapsed_s)
        else:
            self._budget.go_on(self.elapsed_s)
        self._prepare_step()
        if changes:
            self._recipe.change(changes)
        if (new_budget or changes) and self._team.rank == 0:
            self.folder.write_config(self.request, self.trainer.config)

    def _load_checkpoint(self) -> None:
        self.trainer.schedule.set_budget(self.request.steps)  # for a run cut off before its first checkpoint
        resumed = load_newest_checkpoint(self.folder, self.trainer, self._team.size)
        self.elapsed_s = resumed.elapsed_s
        self._steps = SafeSteps(self.trainer, self._team)
        self._steps.warnings += [self._inexact(name, *values) for name, values in resumed.differences.items()]

    def _inexact(self, name: str, before: object, now: object) -> Warned:
        return Warned(
            step=self.trainer.step_count,
            code="resumed-inexactly",
            values={"what": name, "before": before, "now": now},
            sentence=f"This run goes on with {name} {now} instead of {before}: as good as before, but no longer bit "
            "for bit what it would have become.",
        )

    def _log(self, name: str, **values: Any) -> None:
        if self._team.rank == 0:
            self.folder.append_event({"event": name, **values})

    def events(self) -> Iterator[TrainingEvent]:
        """Everything that happens until the budget is used up; saves at the end and on ``close()``.

        A further process of a team does as the first one says and yields nothing.
        """
        if self._team.rank > 0:
            with self._lost_processes_explained():
                self._steps.follow(self._prepare_step)
            return
        doctor = Doctor(self.trainer.config, None if self._judge is None else self._judge.probabilities)
        curve_log = CurveLog(self.folder.path)
        with closing(self._reports()) as reports:
            for event in reports:
                curve_log.take(event)
                if isinstance(event, RecipeChanged):
                    doctor.change_recipe(self.trainer.config)
                yield event
                for note in doctor.observe(event):
                    self._log("noted", step=note.step, code=note.code, evidence=note.evidence)
                    yield note

    def _reports(self) -> Generator[TrainingEvent]:
        try:
            self._record.begin()
            yield self._started()
            yield from self._recipe.take_changes()
            yield from self._warnings()
            yield from self._samples()
            with self._lost_processes_explained():
                yield from self._train()
        except GeneratorExit:
            self._team.lead(None)
            self._steps.settle()
            self._record.save(self.elapsed_s)
            raise
        self._team.lead(None)
        yield from self._samples(keep=True)
        yield from self._quality.advance(self.elapsed_s, to_the_end=True)
        yield from self._record.save(self.elapsed_s, measure_directions=True)

    def _warnings(self) -> Iterator[TrainingEvent]:
        for warning in self.dataset.warnings:
            yield Warned(
                step=self.trainer.step_count,
                code=warning.code,
                values=dict(warning.values),
                sentence=warning.sentence,
            )
        yield from self._mishaps()

    def _train(self) -> Iterator[TrainingEvent]:
        samples_due, publish_due = Due(self._samples_s()), Due(self._cadence.publish_s)
        checkpoint_due = Due(self._cadence.checkpoint_s)
        while not self._budget.is_used_up:
            if (order := self._control.next) is not None:
                yield from self._carry_out(order)
                continue
            if (done := self._do_steps()) is not None:
                yield done
            yield from self._recipe.take_changes()
            yield from self._mishaps()
            if (revision := self._budget.revise(self.elapsed_s)) is not None:
                yield revision
            yield from self._quality.advance(self.elapsed_s)
            samples_due.interval_s = self._samples_s()
            if samples_due():
                yield from self._samples()
            if publish_due():
                yield self._record.publish(self.elapsed_s)
            if checkpoint_due() and not self.trainer.guard.has_tripped():
                yield self._record.save_checkpoint(self.elapsed_s)

    def _samples_s(self) -> float:
        given = self._cadence.samples_s
        return self.trainer.config.sample_interval_s if given is None else given

    def _carry_out(self, order: Order) -> Iterator[TrainingEvent]:
        """Everything that comes of an order; it is settled when its last event is reported."""
        self._prepare_step()  # what the log tells of this step came first
        events: list[TrainingEvent] = [*self._recipe.take_changes()]
        try:
            events += self._answers(order)
        except UserError as error:
            events.append(_refusal(error, self.trainer.step_count))
        yield from events[:-1]
        self._control.settle()
        yield events[-1]

    def _answers(self, order: Order) -> Iterator[TrainingEvent]:
        """Do as ordered; at least one event."""
        match order:
            case ChangeRecipe(changes):
                self._refuse_in_team()
                self._recipe.change(changes)
                yield from self._recipe.take_changes()
                self.folder.write_config(self.request, self.trainer.config)
            case StepOnce(part):
                yield from self._step_once(part)
            case SampleNow():
                yield from self._samples(keep=True)
            case PinNow():
                yield from self._samples(keep=True)
                self._record.pin(self.trainer.step_count)
                yield self._record.save_checkpoint(self.elapsed_s)
            case SaveNow():
                yield from self._record.save(self.elapsed_s)
            case Finish():
                yield self._budget.finish(self.elapsed_s)

    def _step_once(self, part: Part) -> Iterator[TrainingEvent]:
        """One step, and what it looks like then: the window shows it while the run is paused."""
        self._refuse_in_team()
        self._recipe.note_single_step(part)
        if (done := self._do_steps(part)) is not None:
            yield done
        yield from self._mishaps()
        yield from self._samples()
        yield self._record.publish(self.elapsed_s)

    def _refuse_in_team(self) -> None:
        if self._team.size > 1:
            raise UserError(
                "order-in-team",
                "A run of several processes cannot be changed while it goes on; stop it and resume it with the change.",
            )

    def _prepare_step(self) -> Part:
        """Before each step: do again what the log says was done here; returns who learns in it."""
        self._budget.replay()
        return self._recipe.replay()

    def _do_steps(self, alone: Part | None = None) -> StepsDone | None:
        """Train for one report's time; the curves stay on the device until then. None where no step was sound.

        ``alone``: one step, from which that part learns.
        """
        report = StepReport(self.trainer, self.elapsed_s)
        while True:
            part = self._prepare_step()
            report.add(self._steps.step(alone or part))
            self._budget.replay()
            over = report.passed_s >= self._cadence.report_s or self._budget.is_used_up
            if alone or over or self._steps.warnings:
                break
        report.finish()
        self.elapsed_s += report.passed_s
        if not report:
            return None
        speed = self._budget.measure(report.pictures, report.passed_s)
        return report.steps_done(speed, self._budget.eta_s(speed))

    def _mishaps(self) -> Iterator[TrainingEvent]:
        """Pass on what went wrong and was mended; a checkpoint follows, so that no resume meets it again."""
        warnings, self._steps.warnings = self._steps.warnings, []
        for warning in warnings:
            self._log("warned", step=warning.step, code=warning.code, values=dict(warning.values))
            yield warning
            if warning.code == "minibatch-halved":
                self.folder.write_config(self.request, self.trainer.config)
            if warning.code != "resumed-inexactly":
                yield self._record.save_checkpoint(self.elapsed_s)

    @contextmanager
    def _lost_processes_explained(self) -> Iterator[None]:
        """In a team: a process that is gone makes the next sum of gradients fail in all others."""
        try:
            yield
        except RuntimeError as error:
            if self._team.size == 1 or is_out_of_memory(error):
                raise
            step = self._steps.good_states.restore()
            if self._team.rank == 0:
                self._record.save_checkpoint(self.elapsed_s)
            raise GanError(
                "process-lost",
                "Another process of this run is gone or does not answer. Step {step} is saved; go on from there with "
                "the same command and `resume`.",
                step=step,
            ) from error

    def _samples(self, *, keep: bool = False) -> Iterator[SamplesDrawn | MomentKept]:
        rows, columns = self.gallery.z.shape[:2]
        z = self.gallery.z.reshape(rows * columns, -1)
        mix = self.gallery.mix.reshape(rows * columns, -1)
        pixels = self.trainer.draw(z, mix)
        samples = SamplesDrawn(
            step=self.trainer.step_count,
            elapsed_s=self.elapsed_s,
            pixels=pixels.reshape(rows, columns, *pixels.shape[1:]),
        )
        yield samples
        if (moment := self._record.keep_moment(samples, always=keep)) is not None:
            yield moment

    def _started(self) -> RunStarted:
        device = self.trainer.device.type
        self._log("run-started", step=self.trainer.step_count, device=device, processes=self._team.size)
        return RunStarted(
            step=self.trainer.step_count,
            folder=self.folder.path,
            config=self.trainer.config,
            device=device,
            device_reason=self.device_reason,
            dataset=self.dataset.summary(),
            gallery=self.gallery,
            steps_total=self.trainer.schedule.steps_total,
        )


def _refusal(error: UserError, step: int) -> Warned:
    """The answer to an order that cannot be carried out."""
    failure = error.failure
    return Warned(step=step, code=failure.code, values=dict(failure.values), sentence=failure.sentence)
