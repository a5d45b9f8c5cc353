"""Between two classes lies one of the two: the way there, what the reader asks for, and what it leaves alone."""

import pytest
import torch
from torch.nn import functional as F

from gan.class_blends import LEAST_SHARE, ClassBlends, third_class_loss
from gan.config import ModelConfig, TrainingConfig
from gan.distributed import ALONE
from gan.guard import HostGuard
from gan.networks.class_embedding import ClassEmbedding
from gan.trainer import Trainer
from tests.gan.tiny_training import (
    differing,
    state_of,
    tiny_config,
    tiny_model,
    tiny_pictures,
    tiny_trainer,
    train,
)

CPU = torch.device("cpu")


def _embedding(mixing: str) -> ClassEmbedding:
    """Two classes at right angles, of length 3 and 4, and a third."""
    embedding = ClassEmbedding(ModelConfig(class_names=("a", "b", "c"), class_size=2, class_mixing=mixing))
    embedding.weight.data = torch.tensor([[3.0, 0.0, 1.0], [0.0, 4.0, 1.0]])
    return embedding


@pytest.mark.parametrize("mixing", ["straight", "round"])
def test_one_class_alone_is_its_own_vector_whatever_lies_between(mixing: str) -> None:
    embedding = _embedding(mixing)
    torch.testing.assert_close(embedding(torch.eye(3)), embedding.weight.T)


def test_the_middle_of_two_classes_is_as_long_as_they_are_on_average() -> None:
    middle = torch.tensor([[0.5, 0.5, 0.0]])
    straight, rounded = _embedding("straight")(middle), _embedding("round")(middle)
    torch.testing.assert_close(straight, torch.tensor([[1.5, 2.0]]))
    torch.testing.assert_close(rounded, straight * 3.5 / 2.5)


def test_beyond_a_class_the_vector_keeps_a_length_and_opposite_ones_do_not_divide_by_nothing() -> None:
    embedding = _embedding("round")
    beyond = embedding(torch.tensor([[3.0, -2.0, 0.0]]))
    assert beyond.norm().item() == pytest.approx((3 * 3 + 2 * 4) / 5)
    embedding.weight.data = torch.tensor([[1.0, -1.0, 0.0], [0.0, 0.0, 1.0]])
    mixes = torch.tensor([[0.5, 0.5, 0.0], [0.0, 0.0, 0.0]])
    assert bool(torch.isfinite(embedding(mixes)).all())


def test_pictures_of_either_class_cost_nothing_and_of_a_third_much() -> None:
    either = torch.tensor([[0, 2]])
    for probabilities, cost in (([0.7, 0.0, 0.3], 0.0), ([0.0, 0.0, 1.0], 0.0), ([0.25, 0.5, 0.25], 0.6931)):
        logits = torch.tensor([probabilities]).clamp_min(1e-9).log()
        assert third_class_loss(logits, either).item() == pytest.approx(cost, abs=1e-4)


def test_blends_are_of_two_classes_near_the_middle() -> None:
    labels = torch.arange(300) % 3
    blends = ClassBlends(tiny_config(), CPU, ALONE).draw(labels)
    assert torch.equal(blends.classes[:, 0], labels)
    assert set(map(tuple, blends.classes.tolist())) == {(a, b) for a in range(3) for b in range(3) if a != b}
    torch.testing.assert_close(blends.mix.sum(dim=1), torch.ones(300))
    shares = blends.mix.gather(1, blends.classes)
    assert shares.min().item() >= LEAST_SHARE and shares.max().item() <= 1 - LEAST_SHARE
    torch.testing.assert_close(shares.sum(dim=1), torch.ones(300))


def test_asking_teaches_the_generator_alone_and_leaves_its_norms_as_they_are() -> None:
    trainer = tiny_trainer()
    assert trainer.class_blends is not None
    before = state_of(trainer)
    trainer.class_blends.loss(trainer.generator, torch.tensor([0, 1, 2])).backward()
    assert differing(before, state_of(trainer)) == {"class_blends.noise"}
    assert all(parameter.grad is not None for parameter in trainer.generator.parameters())
    assert all(parameter.grad is None for parameter in trainer.class_blends.reader.parameters())
    assert all(module.training for module in trainer.generator.modules())


def test_training_with_blends_shows_a_third_class_less_often() -> None:
    images, labels = tiny_pictures()
    pictures = torch.tensor(images).permute(0, 3, 1, 2).to(torch.float32) / 127.5 - 1.0
    judge = ClassBlends(tiny_config(seed=1), CPU, ALONE)
    for _ in range(200):
        judge.learn(pictures, torch.from_numpy(labels), HostGuard())
    thirds = []
    for weight in (0.0, 2.0):
        trainer = train(tiny_trainer(class_blends=weight, style_lock=0.0, augment_strength=0.0), 400)
        judge.noise.manual_seed(9)
        with torch.no_grad():
            thirds.append(judge.loss(trainer.average.module, torch.arange(600) % 3).item())
    assert thirds[1] < 0.8 * thirds[0]


def test_where_there_are_fewer_than_three_classes_nothing_is_asked() -> None:
    images, labels = tiny_pictures()
    two = Trainer(tiny_config(model=tiny_model(class_names=("a", "b")).to_json()), images, labels % 2, CPU)
    assert tiny_trainer().class_blends is not None
    assert two.class_blends is None
    assert bool(torch.isfinite(two.step()).all())


def test_a_generator_and_a_recipe_from_before_keep_their_straight_mixes_and_ask_nothing() -> None:
    older = tiny_config().to_json()
    del older["class_blends"], older["model"]["class_mixing"]
    config = TrainingConfig.from_json(older)
    assert config.class_blends == 0.0
    mix = torch.tensor([[0.5, 0.5, 0.0]])
    embedding = ClassEmbedding(config.model)
    torch.testing.assert_close(embedding(mix), F.linear(mix, embedding.weight))
