"""What a place on the pad stands for."""

from dataclasses import replace

import numpy as np
import pytest

from gan.config import GeneratorInfo, ModelConfig
from gan.latents import Latent, MeasuredDirections, PrincipalDirections, gaussian, one_hot
from studio.pages.explore.state import ANCHORS, FIRST_MIX, FIRST_SEED, LATTICE, PRINCIPAL, ExploreState
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
    principal=PrincipalDirections(np.eye(8, dtype=np.float32), np.full(8, 1 / 8)),
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
    state.set_step("ink", 2.0)
    shift = 0.8 * 2.0 * INFO.directions.vector("ink")
    assert state.z_at([(0, 0), (2, 1)]) - before == pytest.approx(np.stack([shift, shift]), abs=1e-5)


def test_the_ends_of_a_direction_are_three_deviations_each_way(state):
    state.place = (1.0, -1.0)
    (low, high), _ = state.ends_of("height")
    assert high - low == pytest.approx(0.8 * 6.0 * INFO.directions.vector("height"), abs=1e-5)
    assert state.steps == {}


def test_a_latent_from_another_room_is_met_exactly(state):
    sent = Latent(0.5 * gaussian(7, 1, 8)[0], one_hot(4, 10))
    state.plane = LATTICE
    state.set_step("width", 1.0)
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
    state.set_step("height", -1.5)
    state.save()
    again = ExploreState(INFO, settings)
    assert (again.plane, again.seed, again.place, again.variety) == (LATTICE, 123, (4.5, -2.0), 1.25)
    assert again.mix.tolist() == state.mix.tolist() and again.steps == {"height": -1.5}
    assert again.z_at([again.place]) == pytest.approx(state.z_at([state.place]))


def test_damaged_settings_read_as_the_first_start(settings):
    for key in ("plane", "seed", "variety", "u", "axes", "beside", "style_and_mix"):
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


def test_any_two_directions_can_be_the_axes(state):
    state.choose_axes("ink", "width")
    z = state.z_at([(0, 0), (1, 0)])
    assert z[1] - z[0] == pytest.approx(0.8 * INFO.directions.vector("ink"), abs=1e-5)
    assert state.beside == ("slant", "thickness", "height")


def test_how_far_one_has_gone_stays_when_directions_change_places(state):
    state.place = (1.0, -2.0)
    state.set_step("width", 0.5)
    state.choose_axes("width", "slant")
    assert state.place == (0.5, 1.0) and state.steps == {"thickness": -2.0}
    state.choose_axes("slant", "thickness")
    assert state.place == (1.0, -2.0) and state.steps == {"width": 0.5}


def test_axes_that_a_generator_lacks_give_way_to_its_own(state, settings):
    state.choose_axes("ink", "width")
    state.save()
    colour = replace(INFO, directions=MeasuredDirections(("hue", "detail"), gaussian(2, 2, 8), np.ones(2)))
    state.adapt(colour)
    assert state.axes == ("hue", "detail") and state.beside == ()
    assert np.isfinite(state.z_at([(1, 1)])).all()
    state.adapt(INFO)
    assert state.axes == ("ink", "width")
    assert ExploreState(INFO, settings).axes == ("ink", "width")


def test_what_was_undone_is_as_it_was(state):
    before, z = state.moment(), state.z_at([(1, 1)])
    state.choose_axes("ink", "width")
    state.set_step("height", 1.0)
    state.take_latent(Latent(gaussian(7, 1, 8)[0], one_hot(4, 10)))
    after = state.moment()
    assert after.names_that_differ(before) == {"wanted_axes", "place", "mix", "_sent"}
    state.go_back_to(before)
    assert np.array_equal(state.z_at([(1, 1)]), z)
    assert state.moment().names_that_differ(before) == set()


def test_on_the_sheet_of_principal_directions_one_step_is_one_deviation_along_the_first_two(state):
    state.go_to(PRINCIPAL)
    z = state.z_at([(0, 0), (1, 0), (0, 1)])
    assert z[1] - z[0] == pytest.approx(0.8 * np.eye(8)[0], abs=1e-5)
    assert z[2] - z[0] == pytest.approx(0.8 * np.eye(8)[1], abs=1e-5)
    assert state.axes == ("principal-1", "principal-2")
    assert state.beside == tuple(f"principal-{number}" for number in range(3, 9))


def test_any_two_principal_directions_can_be_the_axes_and_the_measured_ones_stay_as_they_were(
    state, settings
):
    state.choose_axes("ink", "width")
    state.go_to(PRINCIPAL)
    state.choose_axes("principal-5", "principal-2")
    state.set_step("principal-3", 2.0)
    z = state.z_at([(0, 0), (1, 0)])
    assert z[1] - z[0] == pytest.approx(0.8 * np.eye(8)[4], abs=1e-5)
    assert z[0][2] - state.z_at([(0, 0)])[0][2] == 0
    state.save()
    again = ExploreState(INFO, settings)
    assert (again.plane, again.axes) == (PRINCIPAL, ("principal-5", "principal-2"))
    assert again.z_at([(0.5, 1)]) == pytest.approx(state.z_at([(0.5, 1)]))
    again.go_to("directions")
    assert again.axes == ("ink", "width")


def test_a_slider_of_another_sheet_moves_nothing_that_cannot_be_seen(state):
    state.go_to(PRINCIPAL)
    before = state.z_at([(0, 0)])
    state.set_step("ink", 3.0)
    assert state.z_at([(0, 0)]) == pytest.approx(before)
    state.set_step("principal-8", 3.0)
    assert state.z_at([(0, 0)])[0] - before[0] == pytest.approx(0.8 * 3 * np.eye(8)[7], abs=1e-5)


def test_a_latent_from_another_room_is_met_exactly_on_the_sheet_of_principal_directions_too(state):
    sent = Latent(0.5 * gaussian(7, 1, 8)[0], one_hot(4, 10))
    state.go_to(PRINCIPAL)
    state.take_latent(sent)
    assert state.plane == PRINCIPAL
    assert state.latent_at(state.place).z == pytest.approx(sent.z, abs=1e-5)


def test_a_generator_without_principal_directions_goes_back_to_the_measured_ones(state, settings):
    bare = replace(INFO, principal=None)
    state.go_to(PRINCIPAL)
    state.save()
    state.adapt(bare)
    assert state.axes == ("slant", "thickness")
    assert ExploreState(bare, settings).axes == ("slant", "thickness")
    state.go_to(PRINCIPAL)
    assert state.axes == ("slant", "thickness")


SENT = [Latent(z, one_hot(label, 10)) for z, label in zip(gaussian(5, 4, 8), (1, 4, 9, 4), strict=True)]


def test_a_sheet_of_anchors_has_their_classes_and_leaves_variety_alone(state):
    state.add_anchor((-1.0, 0.5), SENT[0])
    state.add_anchor((2.0, -1.0), SENT[1])
    state.variety = 1.7
    assert state.latent_at((-1.0, 0.5)) == SENT[0] and state.latent_at((2.0, -1.0)) == SENT[1]
    between = state.latent_at((0.4, 0.0)).mix
    assert between[1] > 0.1 and between[4] > 0.1 and state.is_mixed


def test_the_dot_goes_along_with_the_anchor_it_stands_on(state):
    state.add_anchor((-1.0, 0.5), SENT[0])
    state.add_anchor((2.0, -1.0), SENT[1])
    state.place = (2.0, -1.0)
    state.change_anchor(1, place=(1.0, 1.0))
    assert state.place == (1.0, 1.0)
    state.change_anchor(0, place=(0.0, 0.0), weight=99.0)
    assert state.place == (1.0, 1.0) and state.anchors[0].weight == 10.0


def test_a_class_mix_is_that_of_the_anchor_under_the_dot(state):
    state.add_anchor((-1.0, 0.5), SENT[0])
    state.add_anchor((2.0, -1.0), SENT[1])
    sheet = state.mix
    state.place = (-1.0, 0.5)
    assert state.mix_can_change
    state.take_mix(one_hot(7, 10))
    assert state.latent_at((-1.0, 0.5)) == SENT[0].with_mix(one_hot(7, 10))
    state.place = (0.0, 0.0)
    assert not state.mix_can_change and state.mix is sheet


def test_the_first_anchors_show_what_the_sheet_showed_there(state):
    state.set_step("ink", 1.0)
    places = [(u, v) for u in (-1.875, 1.875) for v in (-1.875, 1.875)]
    before = {place: state.latent_at(place) for place in places}
    state.go_to(ANCHORS)
    assert {place: state.latent_at(place) for place in places} == before


def test_without_anchors_their_sheet_is_that_of_the_directions(state):
    state.go_to(ANCHORS)
    for _ in range(4):
        state.remove_anchor(0)
    assert not state.is_mixed
    z = state.z_at([(0, 0), (1, 0)])
    assert z[1] - z[0] == pytest.approx(0.8 * INFO.directions.vector("slant"), abs=1e-5)


def test_anchors_and_points_are_remembered_with_their_generator(state, settings):
    state.take_points(SENT[:3])
    state.add_anchor((-1.25, 1 / 3), SENT[3])
    state.place = state.anchors[0].place
    state.save()
    again = ExploreState(INFO, settings)
    assert again.anchors == state.anchors and again.points == tuple(SENT[:3]) and again.mark_here == 0
    assert ExploreState(replace(INFO, name="another"), settings).anchors == ()
    smaller = replace(INFO, model=replace(MODEL, z_size=4), directions=None)
    assert ExploreState(smaller, settings).anchors == ()


def test_another_generator_leaves_the_plane_through_three_points_of_the_first(state):
    state.take_points(SENT[:3])
    state.adapt(replace(INFO, name="another"))
    assert state.plane == "directions" and state.points == ()


def test_another_generator_begins_with_anchors_of_its_own_on_the_sheet_of_anchors(state):
    state.show_anchors()
    state.adapt(replace(INFO, name="another", model=replace(MODEL, z_size=4), directions=None))
    assert state.plane == ANCHORS and len(state.anchors) == 4
    assert all(anchor.latent.z.size == 4 for anchor in state.anchors)
    for _ in range(4):
        state.remove_anchor(0)
    state.adapt(replace(state.info, step=100))
    assert state.anchors == (), "fresh weights plant nothing that was taken away"


def test_damaged_anchors_are_left_out(settings):
    sound = f"1.0 2.0 1.000 {SENT[0].to_text()}"
    entries = [
        sound,
        "nonsense",
        f"1.0 nan 1.0 {SENT[0].to_text()}",
        f"9.0 0.0 1.0 {SENT[0].to_text()}",
        "1 2 3",
    ]
    settings.set_value("explore-anchors/test", entries)
    settings.set_value("explore-points/test", [SENT[0].to_text(), "latent:1:"])
    state = ExploreState(INFO, settings)
    assert [anchor.place for anchor in state.anchors] == [(1.0, 2.0)] and state.points == ()


def test_a_place_that_was_damaged_in_the_settings_comes_back_within_the_sheet(settings):
    for name, value in (("plane", "no such sheet"), ("u", 57.25), ("v", -4000.0)):
        settings.set_value(f"explore/{name}", value)
    assert ExploreState(INFO, settings).place == (3.0, -3.0)
    settings.set_value("explore/plane", LATTICE)
    assert ExploreState(INFO, settings).place == (57.25, -4000.0)


@pytest.mark.parametrize("second", [2.0, -1.0, 0.0])
def test_directions_that_a_broken_generator_cannot_tell_apart_still_span_a_sheet(settings, second):
    step = gaussian(1, 1, 8)[0]
    alike = MeasuredDirections(NAMES, np.stack([step, second * step, *gaussian(2, 3, 8)]), np.ones(5))
    state = ExploreState(replace(INFO, directions=alike), settings)
    z = state.z_at([(0, 0), (1, 0), (0, 1)])
    assert np.isfinite(z).all()
    assert np.linalg.matrix_rank(z[1:] - z[0]) == 2
