"""Two pictures and what lies between them."""

from dataclasses import replace

import numpy as np
import pytest

from gan.config import GeneratorInfo, ModelConfig
from gan.latents import Latent, gaussian, one_hot
from studio.pages.blend_state import BlendState
from studio.settings import Settings

INFO = GeneratorInfo(name="test", fingerprint="", model=ModelConfig(z_size=8), step=0, dataset_name="")


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def state(settings):
    return BlendState(INFO, settings)


def test_it_begins_with_a_three_and_an_eight(state):
    assert [state.class_name(latent) for latent in state.wells.values()] == ["3", "8"]


def test_shape_never_touches_the_style(state):
    z = state.z
    state.go(1.5, state.style)
    assert (state.z == z).all()


def test_style_never_touches_the_class(state):
    mix = state.mix
    state.go(state.shape, -0.5)
    assert (state.mix == mix).all()


def test_the_ends_are_the_pictures_themselves(state):
    for t, name in ((0.0, "a"), (1.0, "b")):
        state.go(t, t)
        assert state.z == pytest.approx(state.wells[name].z, abs=1e-5)
        assert state.mix == pytest.approx(state.wells[name].mix, abs=1e-6)


def test_swapping_leaves_the_middle_picture_as_it_is(state):
    before = state.latent
    state.swap()
    assert state.latent.z == pytest.approx(before.z, abs=1e-5)
    assert state.latent.mix == pytest.approx(before.mix, abs=1e-5)


def test_a_mix_made_by_hand_lasts_until_the_shape_moves(state):
    state.take_mix(one_hot(5, 10))
    state.go(state.shape, 0.9)
    assert state.mix[5] == 1
    state.go(0.1, 0.9)
    assert state.mix[[3, 8]] == pytest.approx([0.9, 0.1], abs=1e-6)


def test_the_film_runs_from_a_to_b_and_names_the_frame_it_is_at(state):
    film = state.film(16)
    assert len(film) == 16
    assert film[0].z == pytest.approx(state.wells["a"].z, abs=1e-5)
    assert film[-1].mix == pytest.approx(state.wells["b"].mix, abs=1e-6)
    state.go_along(5 / 15)
    assert state.place_in_film(16) == 5
    assert state.latent.z == pytest.approx(film[5].z, abs=1e-5)
    state.go(0.2, 0.7)
    assert state.place_in_film(16) == -1


def test_every_class_has_the_same_style(state):
    latents = state.every_class()
    assert [int(latent.mix.argmax()) for latent in latents] == list(range(10))
    assert all((latent.z == state.z).all() for latent in latents)


def test_a_row_of_fresh_samples_shares_one_style(state):
    samples = state.fresh_samples(5, 20)
    assert all((sample.z == samples[0].z).all() for sample in samples[:10])
    assert not np.allclose(samples[10].z, samples[0].z)


def test_it_remembers_itself(state, settings):
    state.fill("b", Latent(gaussian(3, 1, 8)[0], one_hot(1, 10)))
    state.go(1.25, -0.25)
    state.linked, state.locked = True, {"a": True, "b": False}
    state.save()
    again = BlendState(INFO, settings)
    assert again.wells == state.wells and again.latent == state.latent
    assert again.linked and again.locked == state.locked


def test_a_generator_that_cannot_draw_the_pair_brings_its_own(state):
    state.take_mix(one_hot(5, 10))
    state.adapt(replace(INFO, model=replace(INFO.model, z_size=4, class_names=("a", "b"))))
    assert [state.class_name(latent) for latent in state.wells.values()] == ["a", "b"]
    assert state.latent.z.shape == (4,)


def test_a_generator_of_one_class_can_be_blended_too(settings):
    one = replace(INFO, model=replace(INFO.model, class_names=("all",)))
    state = BlendState(one, settings)
    state.go(1.5, 1.5)
    assert state.mix.tolist() == [1] and len(state.every_class()) == 1
