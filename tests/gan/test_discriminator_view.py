"""What a run's discriminator thinks of pictures, and that telling it changes nothing of the run."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

import gan
from gan.cadence import Cadence
from gan.config import TrainingRequest
from gan.data import open_dataset
from gan.discriminator_view import DiscriminatorView, publish_discriminator
from gan.errors import FileError, UserError
from gan.run_folder import RunFolder
from gan.tensor_file import read_tensors
from tests.gan.conftest import write_bars
from tests.gan.tiny_training import differing, state_of, tiny_config, tiny_pictures, tiny_trainer, train


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of sixty steps and its pictures."""
    folder = tmp_path_factory.mktemp("discriminator")
    write_bars(folder / "pictures")
    request = TrainingRequest(dataset=str(folder / "pictures"), steps=60, device="cpu", seed=3)
    for _ in gan.train(request, folder / "run"):
        pass
    return folder


def test_training_pictures_score_around_a_half_and_noise_far_below(home: Path) -> None:
    view = gan.open_discriminator(home / "run")
    dataset = open_dataset(str(home / "pictures"))
    real = view.scores(dataset.images, dataset.labels)
    noise = np.random.default_rng(0).integers(0, 256, dataset.images.shape, dtype=np.uint8)
    assert view.step == 60
    assert real.shape == (48,) and real.dtype == np.float32
    assert 0.25 < float(np.median(real)) < 0.75
    assert float(np.median(view.scores(noise, dataset.labels))) < float(np.median(real)) - 0.2


def test_a_picture_scores_the_same_alone_and_among_others(home: Path) -> None:
    view = gan.open_discriminator(home / "run")
    dataset = open_dataset(str(home / "pictures"))
    together = view.scores(dataset.images, dataset.labels)
    alone = [
        view.scores(dataset.images[place][None], dataset.labels[place : place + 1])[0] for place in (0, 30)
    ]
    np.testing.assert_allclose(together[[0, 30]], alone, atol=1e-5)


def test_under_cross_entropy_the_score_is_what_it_learnt_to_say(tmp_path: Path) -> None:
    trainer = train(tiny_trainer(loss="bce"), 8)
    publish_discriminator(tmp_path / "d.safetensors", trainer)
    assert read_tensors(tmp_path / "d.safetensors", "discriminator")[1]["origin"] == 0.0


def test_saliency_lies_where_a_change_moves_the_score_most() -> None:
    class Corner(nn.Module):
        """Looks at the upper left corner alone."""

        def forward(self, images: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
            return images[:, :, :3, :3].sum(dim=(1, 2, 3))

    view = DiscriminatorView(Corner(), tiny_config().model, step=1, origin=0.0)
    images, labels = tiny_pictures()
    saliency = view.saliency(images, labels)
    assert saliency.shape == (22, 8, 8) and saliency.dtype == np.float32
    assert (saliency[:, 0, 0] == 1.0).all() and (saliency[:, 5:, 5:] == 0.0).all()
    assert ((saliency >= 0) & (saliency <= 1)).all()


def test_saliency_of_a_real_run_is_a_map_of_each_picture(home: Path) -> None:
    dataset = open_dataset(str(home / "pictures"))
    saliency = gan.open_discriminator(home / "run").saliency(dataset.images[:5], dataset.labels[:5])
    assert saliency.shape == (5, 28, 28)
    np.testing.assert_allclose(saliency.max(axis=(1, 2)), 1.0)
    assert saliency.min() >= 0


def test_publishing_leaves_the_run_as_it_would_have_been(tmp_path: Path) -> None:
    trainer, undisturbed = tiny_trainer(), train(tiny_trainer(), 12)
    while trainer.step_count < 12:
        publish_discriminator(tmp_path / "d.safetensors", trainer)
        trainer.step()
    assert differing(state_of(trainer), state_of(undisturbed)) == set()


def test_a_run_that_has_not_learnt_yet_has_no_discriminator_to_show(
    picture_folder: Path, tmp_path: Path
) -> None:
    request = TrainingRequest(dataset=str(picture_folder), steps=3, device="cpu")
    run = gan.train(request, tmp_path / "run", cadence=Cadence(publish_s=0.0))
    next(run)
    run.close()  # type: ignore[attr-defined]  # a generator
    with pytest.raises(FileError, match=r"no file discriminator\.safetensors"):
        gan.open_discriminator(tmp_path / "run")


def test_what_does_not_fit_or_is_damaged_is_refused_in_a_sentence(home: Path, tmp_path: Path) -> None:
    view = gan.open_discriminator(home / "run")
    with pytest.raises(UserError, match="looks at pictures of 28 px"):
        view.scores(np.zeros((1, 8, 8, 1), np.uint8), np.zeros(1, np.int64))
    content = bytearray(RunFolder(home / "run").discriminator_file.read_bytes())
    content[-5] ^= 1
    (tmp_path / "d.safetensors").write_bytes(content)
    with pytest.raises(FileError, match="damaged"):
        gan.open_discriminator(tmp_path / "d.safetensors")
    with pytest.raises(FileError, match="not a discriminator"):
        gan.open_discriminator(RunFolder(home / "run").generator_file)
