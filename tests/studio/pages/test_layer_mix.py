"""What layers take from a second latent, as a value."""

from dataclasses import replace

import numpy as np
import pytest

from gan.config import GeneratorInfo, ModelConfig
from gan.latents import Latent, gaussian, one_hot
from studio.pages.explore.layer_mix import LayerMix, parts_of

INFO = GeneratorInfo(
    name="g",
    fingerprint="",
    model=ModelConfig(z_size=4, class_names=("a", "b", "c")),
    step=0,
    dataset_name="",
    class_layers=3,
)
FIRST, SECOND = (Latent(gaussian(seed, 1, 4)[0], one_hot(seed, 3)) for seed in (1, 2))


def test_there_is_something_to_choose_only_with_several_layers_and_several_classes():
    assert parts_of(INFO) == 4
    assert parts_of(replace(INFO, class_layers=1)) == 0
    assert parts_of(replace(INFO, model=ModelConfig(z_size=4, class_names=("all",)))) == 0


def test_parts_are_taken_one_by_one_and_given_back():
    mix = LayerMix(SECOND).fitting(INFO)
    assert not mix.is_on and mix.notes() == {}
    mix = mix.toggled(0).toggled(2)
    assert mix.is_on and mix.taken == (True, False, True, False)
    z, mixes = mix.apply(FIRST)
    np.testing.assert_array_equal(z[0], SECOND.z)
    np.testing.assert_array_equal(mixes[0], [FIRST.mix, SECOND.mix, FIRST.mix])
    assert mix.notes()["Taken from it"] == "style, class 2"
    assert mix.toggled(0).toggled(2) == LayerMix(SECOND).fitting(INFO)


def test_each_part_alone_is_one_row():
    z, mixes = LayerMix(SECOND).fitting(INFO).each(FIRST)
    np.testing.assert_array_equal(z, [SECOND.z, FIRST.z, FIRST.z, FIRST.z])
    np.testing.assert_array_equal(mixes.argmax(axis=2), [[1, 1, 1], [2, 1, 1], [1, 2, 1], [1, 1, 2]])


def test_another_generator_keeps_what_fits_it():
    mix = LayerMix(SECOND, (True, False, True, True))
    assert mix.fitting(replace(INFO, class_layers=5)).taken == (True, False, True, True, False, False)
    other = replace(INFO, model=ModelConfig(z_size=5, class_names=("a", "b", "c")))
    assert mix.fitting(other).second is None
    assert mix.fitting(replace(INFO, class_layers=1)).taken == ()


def test_it_comes_back_from_the_settings():
    mix = LayerMix(SECOND, (True, False, True, False))
    assert LayerMix.from_text(mix.to_text()) == mix
    assert LayerMix.from_text(LayerMix().to_text()) == LayerMix()


@pytest.mark.parametrize("text", ["x", "01 latent:1:torn", "2 ", "0a"])
def test_text_of_another_kind_takes_nothing(text):
    assert LayerMix.from_text(text) == LayerMix()
