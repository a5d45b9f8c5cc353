"""What a run leaves in its folder while it goes: checkpoints, the generator for viewers, sheets of samples, a card."""

from __future__ import annotations

from gan.checkpoint import save_checkpoint
from gan.data import Dataset
from gan.directions import CHUNK, DirectionsFit
from gan.events import CheckpointSaved, GeneratorSaved, SamplesDrawn
from gan.files import atomic_write
from gan.generator_file import GeneratorFile, save_generator
from gan.latents import MeasuredDirections
from gan.run_card import card_markdown, run_card
from gan.run_folder import RunFolder
from gan.sample_sheets import SampleSheets
from gan.trainer import Trainer


class RunRecord:
    """Writes for one run; in a team only the first process has one."""

    def __init__(self, folder: RunFolder, dataset: Dataset, trainer: Trainer, processes: int) -> None:
        self._folder = folder
        self._dataset = dataset
        self._trainer = trainer
        self._processes = processes
        self._sheets = SampleSheets(folder.samples)

    def keep_samples(self, samples: SamplesDrawn, *, always: bool = False) -> None:
        """A sheet of the gallery, if it is time for one."""
        self._sheets.offer(samples.step, samples.pixels, always=always)

    def save_checkpoint(self, elapsed_s: float) -> CheckpointSaved:
        """From here the run resumes exactly."""
        save_checkpoint(self._folder, self._trainer, elapsed_s, self._processes)
        return CheckpointSaved(step=self._trainer.step_count)

    def publish(self, elapsed_s: float) -> GeneratorSaved:
        """The generator as it is now, for viewers only: it need not survive a power cut."""
        return self._save_generator(elapsed_s, durable=False, directions=None)

    def save(
        self, elapsed_s: float, *, measure_directions: bool = False
    ) -> tuple[GeneratorSaved, CheckpointSaved]:
        """Checkpoint, generator and card as they are now, all durable."""
        checkpoint = self.save_checkpoint(elapsed_s)
        directions = self._directions() if measure_directions else None
        generator = self._save_generator(elapsed_s, durable=True, directions=directions)
        card = run_card(self._dataset, self._trainer, elapsed_s)
        atomic_write(self._folder.card_file, card_markdown(self._folder.path.name, card).encode("utf-8"))
        return generator, checkpoint

    def _save_generator(
        self, elapsed_s: float, *, durable: bool, directions: MeasuredDirections | None
    ) -> GeneratorSaved:
        generator = GeneratorFile(
            name=self._folder.path.name,
            model=self._trainer.config.model,
            step=self._trainer.step_count,
            dataset_name=self._trainer.config.dataset_name,
            module=self._trainer.average.module,
            card=run_card(self._dataset, self._trainer, elapsed_s),
            directions=directions,
        )
        save_generator(self._folder.generator_file, generator, durable=durable)
        return GeneratorSaved(step=self._trainer.step_count, path=self._folder.generator_file)

    def _directions(self) -> MeasuredDirections:
        fit = DirectionsFit(self._trainer.config.model.z_size, self._trainer.config.model.classes)
        for start in range(0, len(fit.z), CHUNK):
            fit.add(self._trainer.draw(fit.z[start : start + CHUNK], fit.mix[start : start + CHUNK]))
        return fit.solve()
