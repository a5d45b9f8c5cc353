"""What the discriminator sees of few pictures: moved, recoloured, cut; and how often."""

import math

import pytest
import torch
from torch import Tensor

from gan.augment import (
    DRAWS,
    MOST,
    PICTURES_TO_CERTAINTY,
    Augmentation,
    augmented,
    cut_out,
    moved,
    recoloured,
)
from gan.config import AUGMENT_KINDS
from gan.distributed import ALONE
from tests.gan.tiny_training import tiny_config

CPU = torch.device("cpu")
ALWAYS = torch.ones(())


def some_pictures(count: int = 6, channels: int = 1, side: int = 12) -> Tensor:
    return torch.rand(count, channels, side, side, generator=torch.Generator().manual_seed(1)) * 2 - 1


def some_chances(count: int = 6) -> Tensor:
    return torch.rand(count, DRAWS, generator=torch.Generator().manual_seed(2))


def unmoved(count: int) -> tuple[Tensor, Tensor, Tensor]:
    return torch.zeros(count, 2), torch.zeros(count), torch.ones(count)


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_at_no_strength_and_at_no_probability_every_picture_is_itself(channels: int) -> None:
    pictures = some_pictures(channels=channels)
    for strength, probability in ((0.0, ALWAYS), (1.0, torch.zeros(()))):
        seen = augmented(
            pictures, some_chances(), ("shift", "turn", "scale", "cutout"), strength, probability
        )
        torch.testing.assert_close(seen, pictures, rtol=0, atol=1e-6)
        recoloured_too = augmented(pictures, some_chances(), AUGMENT_KINDS, strength, probability)
        torch.testing.assert_close(recoloured_too, pictures, rtol=0, atol=1e-6)


def test_a_shift_moves_whole_pixels_and_brings_in_background() -> None:
    pictures = some_pictures(2)
    shift = torch.tensor([[1.0, 0.0], [-2.0, 3.0]])
    seen = moved(pictures, shift, torch.zeros(2), torch.ones(2))
    torch.testing.assert_close(seen[0, :, :, 1:], pictures[0, :, :, :-1], rtol=0, atol=1e-6)
    assert (seen[0, :, :, 0] == -1).all()
    torch.testing.assert_close(seen[1, :, 3:, :-2], pictures[1, :, :-3, 2:], rtol=0, atol=1e-6)
    assert (seen[1, :, :3] == -1).all() and (seen[1, :, :, -2:] == -1).all()


def test_a_quarter_turn_is_a_quarter_turn() -> None:
    pictures = some_pictures(1, channels=3)
    seen = moved(pictures, torch.zeros(1, 2), torch.tensor([math.pi / 2]), torch.ones(1))
    torch.testing.assert_close(seen, torch.rot90(pictures, -1, (2, 3)), rtol=0, atol=1e-4)


def test_a_scale_of_two_doubles_a_square_about_the_centre() -> None:
    pictures = torch.full((1, 1, 12, 12), -1.0)
    pictures[:, :, 4:8, 4:8] = 1.0
    seen = moved(pictures, torch.zeros(1, 2), torch.zeros(1), torch.tensor([2.0]))
    assert (seen[0, 0, 3:9, 3:9] > 0.99).all()
    assert (seen[0, 0, 0] == -1).all() and float(seen.add(1).sum() / pictures.add(1).sum()) == pytest.approx(
        4
    )


def test_nothing_of_a_background_is_ever_seen_but_background() -> None:
    background = torch.full((64, 4, 12, 12), -1.0)
    seen = augmented(background, some_chances(64), ("shift", "turn", "scale", "cutout"), 3.0, ALWAYS)
    torch.testing.assert_close(seen, background, rtol=0, atol=1e-6)


def test_brightness_saturation_and_contrast_are_what_their_equations_say() -> None:
    pictures = some_pictures(1, channels=3)
    brighter = recoloured(pictures, torch.tensor([[1.0, 0.0, 0.0]]))
    torch.testing.assert_close(brighter, pictures + 0.5)
    grey = recoloured(pictures, torch.tensor([[0.0, -1.0, 0.0]]))
    torch.testing.assert_close(grey, pictures.mean(dim=1, keepdim=True).expand_as(pictures))
    stronger = recoloured(pictures, torch.tensor([[0.0, 0.0, 1.0]]))
    torch.testing.assert_close(stronger, pictures.mean() + 1.5 * (pictures - pictures.mean()))


def test_transparency_keeps_its_values_under_other_colours() -> None:
    pictures = some_pictures(3, channels=4)
    seen = recoloured(pictures, torch.tensor([[1.0, -0.5, 0.7]] * 3))
    assert torch.equal(seen[:, 3], pictures[:, 3])
    assert not torch.equal(seen[:, :3], pictures[:, :3])


def test_a_cutout_takes_a_square_of_that_share_around_its_centre() -> None:
    pictures = torch.ones(2, 1, 12, 12)
    seen = cut_out(pictures, torch.tensor([[0.0, 0.0], [-1.0, 1.0]]), torch.tensor([0.5, 0.5]))
    assert (seen[0, 0, 3:9, 3:9] == -1).all() and int((seen[0] == -1).sum()) == 36
    assert (seen[1, 0, 9:, :3] == -1).all() and int((seen[1] == -1).sum()) == 9


def test_made_pictures_get_the_gradient_of_what_the_discriminator_saw() -> None:
    pictures = some_pictures(3, channels=3, side=8).double().requires_grad_()
    chances = some_chances(3).double()
    assert torch.autograd.gradcheck(
        lambda seen: augmented(seen, chances, AUGMENT_KINDS, 1.0, ALWAYS), (pictures,)
    )


def test_training_and_made_pictures_are_changed_alike() -> None:
    config = tiny_config(augment_strength=1.0, augment_target=0.0)
    augmentation = Augmentation(3, CPU, ALONE)
    dot = torch.full((4000, 1, 9, 9), -1.0)
    dot[:, :, 4, 4] = 1.0
    of_training, of_made = (augmentation(dot, config).mean(dim=0) for _ in range(2))
    assert not torch.equal(of_training, of_made)
    torch.testing.assert_close(of_training, of_made, rtol=0, atol=0.05)


def test_each_kind_happens_as_often_as_the_probability_says() -> None:
    chances = torch.rand(4000, DRAWS, generator=torch.Generator().manual_seed(4))
    pictures = some_pictures(1).expand(4000, -1, -1, -1)
    seen = augmented(pictures, chances, ("turn",), 1.0, torch.tensor(0.3))
    changed = (seen - pictures).abs().amax(dim=(1, 2, 3)) > 1e-5
    assert float(changed.float().mean()) == pytest.approx(0.3, abs=0.03)


def observed(advantages: Tensor, *, times: int, target: float = 0.5) -> float:
    """The probability after so many minibatches of these advantages."""
    augmentation = Augmentation(0, CPU, ALONE)
    for _ in range(times):
        augmentation.observe(advantages, tiny_config(augment_strength=1.0, augment_target=target))
    return float(augmentation.probability)


def test_the_probability_moves_by_a_fixed_amount_for_pictures_seen_while_training_pictures_win_too_often() -> (
    None
):
    always_higher = torch.full((50,), 3.0)
    step = 50 / PICTURES_TO_CERTAINTY
    assert observed(always_higher, times=1) == pytest.approx(step)
    assert observed(always_higher, times=3) == pytest.approx(3 * step)
    assert observed(always_higher, times=math.ceil(2 / step)) == pytest.approx(MOST)


def test_the_probability_stays_at_nothing_while_the_discriminator_is_not_surer_than_the_target() -> None:
    half_higher = torch.tensor([1.0, -1.0] * 25)
    assert observed(half_higher, times=10) == 0


def test_only_the_signs_of_the_differences_count() -> None:
    wins = torch.tensor([1.0, 1.0, 1.0, -1.0])
    assert observed(wins, times=40, target=0.4) == observed(wins * 1000, times=40, target=0.4) > 0


def test_what_was_seen_comes_back_from_its_state() -> None:
    config = tiny_config(augment_strength=1.0, augment_target=0.3)
    one, other = Augmentation(1, CPU, ALONE), Augmentation(9, CPU, ALONE)
    one(some_pictures(), config)
    one.observe(torch.ones(2000), config)
    other.restore(one.tensors())
    for augmentation in (one, other):
        augmentation.observe(torch.ones(3000), config)
    assert float(one.probability) == float(other.probability) > 0
    assert torch.equal(one(some_pictures(), config), other(some_pictures(), config))
