"""Counting the kinds of stacked digits, against what is known."""

import numpy as np
import pytest

from gan.benches.stacked_mnist import (
    FLOOR_KL,
    MODES,
    PICTURES,
    count,
    digit_judge,
    kind_shares,
    modes_made,
    modes_of_real,
)
from gan.config import ModelConfig
from gan.data import open_dataset
from gan.generator_file import GeneratorFile
from gan.image_maker import ImageMaker
from gan.networks import build_generator

EVEN = np.full(MODES, 1 / MODES)


def test_every_kind_equally_often_has_no_distance() -> None:
    counted = count(np.repeat(np.arange(MODES), 7), EVEN)
    assert counted.modes == MODES
    assert counted.reverse_kl == pytest.approx(0.0, abs=1e-12)


def test_a_generator_of_half_the_kinds_is_log_2_away() -> None:
    counted = count(np.repeat(np.arange(0, MODES, 2), 3), EVEN)
    assert counted.modes == 500
    assert counted.reverse_kl == pytest.approx(np.log(2))


def test_a_collapsed_generator_is_as_far_as_its_one_kind_is_rare() -> None:
    counted = count(np.full(50, 123), EVEN)
    assert (counted.modes, counted.reverse_kl) == (1, pytest.approx(np.log(MODES)))


def test_the_floor_is_what_fair_draws_get_on_average() -> None:
    chooser = np.random.default_rng(3)
    distances = [count(chooser.integers(0, MODES, PICTURES), EVEN).reverse_kl for _ in range(20)]
    assert round(FLOOR_KL, 4) == 0.0195
    assert np.mean(distances) == pytest.approx(FLOOR_KL, rel=0.03)


def test_shares_of_kinds_are_products_of_the_shares_of_digits() -> None:
    digits = open_dataset("practice")
    shares = kind_shares(digits)
    assert shares.sum() == pytest.approx(1.0)
    np.testing.assert_allclose(shares, EVEN)  # practice digits are as many of each


def test_the_judge_reads_stacks_of_digits_channel_by_channel() -> None:
    digits = open_dataset("practice")
    read, shown = modes_of_real(digits, digit_judge(digits), pictures=600)
    assert (read == shown).mean() > 0.9
    assert len(np.unique(shown)) > 300


def test_an_untrained_generator_draws_few_kinds() -> None:
    model = ModelConfig(class_names=("Stacked MNIST",), channels=3, width=4)
    generator = GeneratorFile(
        name="untrained", model=model, step=0, dataset_name="x", module=build_generator(model).eval()
    )
    digits = open_dataset("practice")
    modes = modes_made(ImageMaker(generator, None), digit_judge(digits), pictures=600)
    assert len(modes) == 600
    assert count(modes, EVEN).modes < 100
