"""What a run leaves in its folder while it goes: checkpoints, the generator for viewers, moments, a card."""

from __future__ import annotations

from gan.checkpoint import save_checkpoint
from gan.data import Dataset
from gan.directions import CHUNK, DirectionsFit
from gan.discriminator_view import publish_discriminator
from gan.events import CheckpointSaved, GeneratorSaved, MomentKept, SamplesDrawn
from gan.files import atomic_write
from gan.generator_file import GeneratorFile, save_generator
from gan.latents import MeasuredDirections
from gan.moment_keeper import MomentKeeper
from gan.moments import MOMENT_KEPT, pin_moment
from gan.run_budget import Log
from gan.run_card import card_markdown, run_card
from gan.run_folder import RunFolder
from gan.runs import SAVED
from gan.trainer import Trainer


class RunRecord:
    """Writes for one run; in a team only the first process has one."""

    def __init__(
        self, folder: RunFolder, dataset: Dataset, trainer: Trainer, processes: int, log: Log
    ) -> None:
        self._folder = folder
        self._dataset = dataset
        self._trainer = trainer
        self._processes = processes
        self._log = log
        self._moments = MomentKeeper(folder)

    def begin(self) -> None:
        """The trainer stands where the run begins or goes on."""
        self._moments.begin_at(self._trainer.step_count)

    def keep_moment(self, samples: SamplesDrawn, *, always: bool = False) -> MomentKept | None:
        """The gallery and the generator as they are now, if it is time for that."""
        if not always and not self._moments.is_due(samples.step):
            return None
        generator = self._generator_file(samples.elapsed_s)
        self._log(MOMENT_KEPT, step=samples.step, elapsed_s=samples.elapsed_s)
        self._moments.keep(
            samples.step,
            samples.pixels,
            lambda path: save_generator(path, generator, durable=False, half_precision=True),
        )
        return MomentKept(
            step=samples.step,
            elapsed_s=samples.elapsed_s,
            frame=self._folder.frame_file(samples.step),
            generator=self._folder.moment_file(samples.step),
        )

    def pin(self, step: int) -> None:
        """That moment never goes, nor the checkpoint of its step."""
        pin_moment(self._folder.path, step)

    def save_checkpoint(self, elapsed_s: float) -> CheckpointSaved:
        """From here the run resumes exactly."""
        trainer = self._trainer
        save_checkpoint(self._folder, trainer, elapsed_s, self._processes)
        self._log(
            SAVED,
            step=trainer.step_count,
            elapsed_s=elapsed_s,
            pictures_seen=trainer.pictures_seen,
            steps_total=trainer.schedule.steps_total,
        )
        return CheckpointSaved(step=self._trainer.step_count)

    def publish(self, elapsed_s: float) -> GeneratorSaved:
        """Both networks as they are now, for viewers only: they need not survive a power cut."""
        publish_discriminator(self._folder.discriminator_file, self._trainer)
        return self._save_generator(elapsed_s, durable=False, directions=None)

    def save(
        self, elapsed_s: float, *, measure_directions: bool = False
    ) -> tuple[GeneratorSaved, CheckpointSaved]:
        """Checkpoint, generator and card as they are now, all durable."""
        checkpoint = self.save_checkpoint(elapsed_s)
        publish_discriminator(self._folder.discriminator_file, self._trainer)
        directions = self._directions() if measure_directions else None
        generator = self._save_generator(elapsed_s, durable=True, directions=directions)
        card = run_card(self._dataset, self._trainer, elapsed_s)
        atomic_write(self._folder.card_file, card_markdown(self._folder.name, card).encode("utf-8"))
        return generator, checkpoint

    def _save_generator(
        self, elapsed_s: float, *, durable: bool, directions: MeasuredDirections | None
    ) -> GeneratorSaved:
        save_generator(
            self._folder.generator_file, self._generator_file(elapsed_s, directions), durable=durable
        )
        return GeneratorSaved(step=self._trainer.step_count, path=self._folder.generator_file)

    def _generator_file(
        self, elapsed_s: float, directions: MeasuredDirections | None = None
    ) -> GeneratorFile:
        return GeneratorFile(
            name=self._folder.name,
            model=self._trainer.config.model,
            step=self._trainer.step_count,
            dataset_name=self._trainer.config.dataset_name,
            module=self._trainer.average.module,
            card=run_card(self._dataset, self._trainer, elapsed_s),
            directions=directions,
        )

    def _directions(self) -> MeasuredDirections:
        fit = DirectionsFit(self._trainer.config.model)
        for start in range(0, len(fit.z), CHUNK):
            fit.add(self._trainer.draw(fit.z[start : start + CHUNK], fit.mix[start : start + CHUNK]))
        return fit.solve()
