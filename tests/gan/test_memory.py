"""Too little memory: half the minibatch once, and then a sentence."""

from pathlib import Path

import pytest
import torch
from torch import Tensor

import gan
from gan.config import TrainingRequest
from gan.distributed import ALONE
from gan.errors import GanError
from gan.events import CheckpointSaved, Warned
from gan.memory import is_out_of_memory
from gan.run_folder import RunFolder
from gan.safe_steps import SafeSteps
from gan.trainer import Trainer
from tests.gan.tiny_training import tiny_config, tiny_pictures


class HungryTrainer(Trainer):
    """Asks the allocator for more than any computer has, in the middle of a step with more than 5 pictures."""

    most = 5

    def _update_generator(self, made: Tensor, labels: Tensor, real_logits: Tensor, drawn: Tensor) -> Tensor:
        if len(made) > self.most:
            with self._frozen_discriminator():
                torch.empty(2**50)
        return super()._update_generator(made, labels, real_logits, drawn)


def _hungry_steps(size: int) -> tuple[HungryTrainer, SafeSteps]:
    images, labels = tiny_pictures()
    config = tiny_config(minibatches=[[0, 4], [40, size]])
    trainer = HungryTrainer(config, images, labels, torch.device("cpu"))
    trainer.pictures_seen = 40
    return trainer, SafeSteps(trainer, ALONE)


def test_the_allocators_own_words_are_recognised() -> None:
    with pytest.raises(RuntimeError) as caught:
        torch.empty(2**50)
    assert is_out_of_memory(caught.value)
    assert is_out_of_memory(torch.OutOfMemoryError("CUDA out of memory."))
    assert is_out_of_memory(MemoryError())
    assert not is_out_of_memory(RuntimeError("shapes do not fit"))


def test_too_large_a_minibatch_is_halved_once_and_the_size_that_fits_is_told() -> None:
    trainer, steps = _hungry_steps(10)
    assert steps.step() is None
    assert steps.warnings == []
    assert trainer.step_count == 0
    assert steps.step() is not None
    assert steps.step() is not None
    assert trainer.config.minibatches == ((0, 4), (40, 5))
    (warning,) = steps.warnings
    assert (warning.code, dict(warning.values)) == ("minibatch-halved", {"before": 10, "now": 5})
    assert all(parameter.requires_grad for parameter in trainer.discriminator.parameters())


def test_where_even_half_does_not_fit_a_sentence_says_so() -> None:
    _, steps = _hungry_steps(20)
    assert steps.step() is None
    with pytest.raises(GanError, match="not enough memory to train with 10 pictures"):
        steps.step()


def test_a_run_keeps_the_size_that_fits(
    picture_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gan.training_run.Trainer", HungryTrainer)
    monkeypatch.setattr(HungryTrainer, "most", 8)
    request = TrainingRequest(dataset=str(picture_folder), steps=3, device="cpu")
    events = list(gan.train(request, tmp_path / "run"))
    warned = [event for event in events if isinstance(event, Warned)]
    assert [(event.step, event.code) for event in warned] == [(1, "minibatch-halved")]
    assert events[events.index(warned[0]) + 1] == CheckpointSaved(step=1)
    _, config = RunFolder(tmp_path / "run").read_config()
    assert {size for _, size in config.minibatches} == {8}
