"""What a place on the pad stands for."""

from dataclasses import replace

import numpy as np
import pytest

from gan.config import GeneratorInfo, ModelConfig
from gan.latents import Latent, MeasuredDirections, gaussian, one_hot
from studio.pages.explore_state import FIRST_MIX, FIRST_SEED, LATTICE, ExploreState
from studio.settings import Settings

NAMES = ("slant", "thickness", "ink", "width", "height")
MODEL = ModelConfig(z_size=8)
INFO = GeneratorInfo(
    name="test",
    fingerprint="",
    model=MODEL,
    step=0,
    dataset_name="",
    directions=MeasuredDirections(NAMES, gaussian(1, 5, 8), np.ones(5)),
)


def first_mix() -> list[float]:
    return [FIRST_MIX.get(name, 0.0) for name in MODEL.class_names]


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def state(settings):
    return ExploreState(INFO, settings)


def test_it_begins_on_the_chosen_map_at_the_usual_variety(state):
    assert state.mix.tolist() == pytest.approx(first_mix())
    assert state.variety == 0.8 and state.place == (0.0, 0.0)


def test_moving_right_adds_the_measured_slant(state):
    z = state.z_at([(0, 0), (1, 0)])
    assert z[1] - z[0] == pytest.approx(0.8 * INFO.directions.vector("slant"), abs=1e-5)


def test_variety_scales_the_whole_latent(state):
    z = state.z_at([(1, 2)])
    state.variety = 1.6
    assert state.z_at([(1, 2)]) == pytest.approx(2 * z, abs=1e-5)


def test_a_direction_beside_the_pad_shifts_every_place(state):
    before = state.z_at([(0, 0), (2, 1)])
    state.set_step(1, 2.0)
    shift = 0.8 * 2.0 * INFO.directions.vector("ink")
    assert state.z_at([(0, 0), (2, 1)]) - before == pytest.approx(np.stack([shift, shift]), abs=1e-5)


def test_the_ends_of_a_direction_are_three_deviations_each_way(state):
    state.place = (1.0, -1.0)
    low, high = state.ends_of(2)
    assert high - low == pytest.approx(0.8 * 6.0 * INFO.directions.vector("height"), abs=1e-5)
    assert state.steps.tolist() == [0, 0, 0]


def test_a_latent_from_another_room_is_met_exactly(state):
    sent = Latent(0.5 * gaussian(7, 1, 8)[0], one_hot(4, 10))
    state.plane = LATTICE
    state.set_step(0, 1.0)
    state.take_latent(sent)
    met = state.latent_at(state.place)
    assert met.z == pytest.approx(sent.z, abs=1e-5)
    assert met.mix.tolist() == sent.mix.tolist()


def test_the_same_seed_brings_the_same_style_back(state):
    before = state.z_at([(0.3, 0.4)])
    state.take_seed(9)
    assert not np.allclose(state.z_at([(0.3, 0.4)]), before)
    state.take_seed(FIRST_SEED)
    assert state.z_at([(0.3, 0.4)]) == pytest.approx(before)


def test_without_measured_directions_there_is_still_a_sheet(settings):
    state = ExploreState(replace(INFO, directions=None), settings)
    z = state.z_at([(0, 0), (1, 0), (0, 1)])
    assert np.linalg.norm(z[1] - z[0]) == pytest.approx(0.8, abs=1e-4)
    assert np.linalg.norm(z[2] - z[0]) == pytest.approx(0.8, abs=0.5)


def test_it_remembers_itself(state, settings):
    state.take_seed(123)
    state.plane, state.place, state.variety = LATTICE, (4.5, -2.0), 1.25
    state.mix = one_hot(9, 10)
    state.set_step(2, -1.5)
    state.save()
    again = ExploreState(INFO, settings)
    assert (again.plane, again.seed, again.place, again.variety) == (LATTICE, 123, (4.5, -2.0), 1.25)
    assert again.mix.tolist() == state.mix.tolist() and again.steps.tolist() == [0, 0, -1.5]
    assert again.z_at([again.place]) == pytest.approx(state.z_at([state.place]))


def test_damaged_settings_read_as_the_first_start(settings):
    for key in ("plane", "seed", "variety", "u", "steps", "style_and_mix"):
        settings.set_value(f"explore/{key}", "nonsense")
    state = ExploreState(INFO, settings)
    assert state.seed == FIRST_SEED and state.mix.tolist() == pytest.approx(first_mix())


def test_places_that_are_no_numbers_are_not_believed(settings):
    for key in ("variety", "u", "v"):
        settings.set_value(f"explore/{key}", "nan")
    state = ExploreState(INFO, settings)
    assert np.isfinite(state.z_at([state.place])).all()


def test_another_generator_keeps_what_fits_it(state):
    state.mix = one_hot(9, 10)
    state.take_latent(Latent(np.ones(8), one_hot(9, 10)))
    letters = replace(INFO, model=replace(MODEL, z_size=4, class_names=("a", "b")), directions=None)
    state.adapt(letters)
    assert state.mix.tolist() == [1, 0]
    assert state.z_at([(0, 0)]).shape == (1, 4)
