"""Two pictures or more, and what lies between them."""

from dataclasses import replace

import numpy as np
import pytest

from gan.config import GeneratorInfo, ModelConfig
from gan.latents import Latent, angle_between, gaussian, one_hot
from studio.pages.blend.memory import remember, remembered
from studio.pages.blend.state import NOWHERE, Blend, first_blend, fresh_samples
from studio.settings import Settings

INFO = GeneratorInfo(name="test", fingerprint="", model=ModelConfig(z_size=8), step=0, dataset_name="")
STYLES = gaussian(3, 4, 8)


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def blend() -> Blend:
    return first_blend(INFO)


@pytest.fixture
def three(blend) -> Blend:
    return blend.filled(2, Latent(STYLES[0], one_hot(5, 10)))


def labels(latents) -> list[int]:
    return [int(latent.mix.argmax()) for latent in latents]


def test_it_begins_with_a_three_and_an_eight(blend):
    assert labels(blend.wells) == [3, 8]


def test_shape_never_touches_the_style(blend):
    moved = blend.gone((-0.5, 1.5), blend.style)
    assert moved.z.tobytes() == blend.z.tobytes()
    assert moved.mix[8] > blend.mix[8]


def test_style_never_touches_the_class(blend):
    assert blend.gone(blend.shape, (1.5, -0.5)).mix.tobytes() == blend.mix.tobytes()


def test_the_ends_are_the_pictures_themselves(blend):
    for t, well in ((0.0, blend.wells[0]), (1.0, blend.wells[1])):
        there = blend.gone_between(t, t)
        assert there.latent == well


def test_swapping_leaves_the_middle_picture_as_it_is(blend):
    swapped = blend.swapped()
    assert labels(swapped.wells) == [8, 3]
    assert swapped.latent.z == pytest.approx(blend.latent.z, abs=1e-5)
    assert swapped.latent.mix == pytest.approx(blend.latent.mix, abs=1e-5)


def test_a_lock_goes_with_its_picture(blend):
    assert blend.with_lock(0, True).swapped().locked == (False, True)


def test_a_mix_made_by_hand_lasts_until_the_shape_moves(blend):
    by_hand = blend.mixed(one_hot(5, 10)).gone(blend.shape, (0.1, 0.9))
    assert by_hand.mix[5] == 1
    assert by_hand.gone((0.9, 0.1), by_hand.style).mix[[3, 8]] == pytest.approx([0.9, 0.1], abs=1e-6)


# Three and four


def test_a_third_picture_changes_nothing_until_it_is_given_weight(blend, three):
    assert len(three.wells) == 3
    assert three.latent.z == pytest.approx(blend.latent.z, abs=1e-6)
    third = three.gone((0.0, 0.0, 1.0), (0.0, 0.0, 1.0))
    assert third.latent == third.wells[2]


def test_what_lies_beyond_ends_when_a_third_picture_comes(blend):
    beyond = blend.gone((-0.5, 1.5), (1.5, -0.5)).filled(2, Latent(STYLES[0], one_hot(5, 10)))
    assert beyond.shape == (0, 1, 0) and beyond.style == (1, 0, 0)


def test_shape_and_style_of_three_stay_apart(three):
    moved = three.gone((0.2, 0.3, 0.5), three.style)
    assert moved.z.tobytes() == three.z.tobytes()
    assert moved.mix[[3, 8, 5]] == pytest.approx([0.2, 0.3, 0.5], abs=1e-6)


def test_a_picture_taken_out_leaves_the_others_in_proportion(three):
    four = three.filled(3, Latent(STYLES[1], one_hot(1, 10))).gone((0.1, 0.3, 0.4, 0.2), (0.25,) * 4)
    fewer = four.without(2)
    assert labels(fewer.wells) == [3, 8, 1]
    assert fewer.shape == pytest.approx((1 / 6, 3 / 6, 2 / 6))


def test_a_pair_of_one_that_is_taken_out_becomes_a_and_b_again(three):
    assert three.paired(0, 2).without(2).pair == (0, 1)
    four = three.filled(3, Latent(STYLES[1], one_hot(1, 10))).paired(1, 3)
    assert four.without(2).pair == (1, 2)


# Angles and sums


def test_turning_walks_along_the_great_circle_until_b(blend):
    at_a = blend.gone_between(0.0, 0.0)
    once = at_a.turned(10)
    assert angle_between(once.z, at_a.z) == pytest.approx(10, abs=0.01)
    assert once.angle_left == pytest.approx(blend.angle - 10, abs=0.01)
    there = at_a
    for _ in range(int(blend.angle // 10) + 1):
        there = there.turned(10)
    assert there.z.tobytes() == blend.wells[1].z.tobytes()
    assert there.style == (0, 1), "the slider goes along"
    assert there.mix.tobytes() == at_a.mix.tobytes(), "turning is a matter of style alone"


def test_a_style_off_the_way_turns_toward_b_too(three):
    off = three.gone(three.shape, (0.0, 0.0, 1.0))
    turned = off.turned(10)
    assert turned.angle_left == pytest.approx(off.angle_left - 10, abs=0.01)
    assert off.turned(180).z.tobytes() == three.wells[1].z.tobytes()


def test_a_minus_b_plus_c_comes_into_the_middle_and_follows_the_wells(three):
    summed = three.summed(1.0)
    assert summed.mix[[3, 5]] == pytest.approx([0.5, 0.5], abs=1e-6)
    other = summed.filled(1, three.wells[0])
    assert other.mix[5] == pytest.approx(1)
    assert angle_between(other.z, three.wells[2].z) == pytest.approx(0, abs=0.1)
    assert summed.unsummed().latent == three.latent


def test_a_sum_whose_wells_are_swapped_is_a_sum_no_longer(three):
    summed = three.summed(1.0)
    swapped = summed.swapped()
    assert swapped.latent == summed.latent and swapped.strength is None


def test_a_sum_of_strength_zero_is_a(three):
    assert three.summed(0.0).latent == three.wells[0]


def test_the_middle_goes_into_a_and_stays_what_it_was(three):
    summed = three.summed(1.0)
    taken = summed.taken_into(0)
    assert taken.wells[0] == summed.latent == taken.latent
    assert taken.strength is None


def test_a_frame_of_a_film_that_is_gone_is_nowhere_in_the_next(three):
    there = three.with_fixed(5, three.wells[2]).at_frame(5)
    assert there.place_in_film == 5
    assert there.without(1).place_in_film == NOWHERE
    assert there.without(2).place_in_film == 5, "the film is the same"


# The film


def test_the_film_runs_from_a_to_b_and_names_the_frame_it_is_at(blend):
    film = blend.film
    assert len(film) == 16
    assert film[0] == blend.wells[0] and film[-1] == blend.wells[1]
    there = blend.at_frame(5)
    assert there.place_in_film == 5
    assert there.shape == pytest.approx((10 / 15, 5 / 15)), "on the straight way the sliders say where it is"
    assert there.latent.z == pytest.approx(film[5].z, abs=1e-5)
    assert blend.gone_between(0.2, 0.7).place_in_film == NOWHERE


def test_the_film_passes_through_a_fixed_point(blend):
    nine = Latent(STYLES[2], one_hot(9, 10))
    fixed = blend.with_fixed(8, nine)
    assert fixed.film[8] == nine
    assert fixed.film[4].mix[[3, 9]] == pytest.approx([0.5, 0.5], abs=1e-6)
    there = fixed.at_frame(8)
    assert there.latent == nine and there.place_in_film == 8
    assert fixed.without_fixed(8).film[8].mix[9] == 0


def test_fixed_points_keep_their_place_in_a_longer_and_a_shorter_film(blend):
    nine = Latent(STYLES[2], one_hot(9, 10))
    fixed = blend.with_fixed(5, nine)
    assert fixed.with_frames(31).film[10] == nine
    shortest = fixed.with_frames(1)
    assert len(shortest.film) == 3 and shortest.film[1] == nine


def test_a_film_that_is_swapped_runs_backwards(blend):
    fixed = blend.with_fixed(5, Latent(STYLES[2], one_hot(9, 10)))
    assert fixed.swapped().film[10] == fixed.film[5]


# The grid


def test_the_grid_goes_along_the_shape_and_down_the_style(blend):
    cells = blend.every_blend(5)
    assert cells[0] == blend.wells[0] and cells[-1] == blend.wells[1]
    assert cells[4].z.tobytes() == cells[0].z.tobytes() and cells[4].mix[8] == 1
    assert cells[20].mix[3] == 1


def test_its_place_is_known_only_while_the_pair_alone_takes_part(three):
    assert three.gone((0.4, 0.6, 0.0), (0.3, 0.7, 0.0)).place_on_grid == (0.6, 0.7)
    assert three.gone((0.4, 0.3, 0.3), (0.3, 0.7, 0.0)).place_on_grid is None
    assert three.summed(1.0).place_on_grid is None


# Samples, memory


def test_every_class_has_the_same_style(blend):
    latents = blend.every_class()
    assert labels(latents) == list(range(10))
    assert all(latent.z.tobytes() == blend.z.tobytes() for latent in latents)


def test_fresh_samples_show_each_style_in_all_classes():
    samples = fresh_samples(INFO, 5, 20)
    assert all((sample.z == samples[0].z).all() for sample in samples[:10])
    assert not np.allclose(samples[10].z, samples[0].z)


def test_fresh_samples_of_one_class_are_all_different():
    one = replace(INFO, model=replace(INFO.model, class_names=("all",)))
    assert len({sample.z.tobytes() for sample in fresh_samples(one, 5, 20)}) == 20


def test_it_remembers_itself(three, settings):
    changed = replace(
        three.gone((0.2, 0.3, 0.5), (0.5, 0.25, 0.25)), pair=(0, 2), linked=True, locked=(True, False, False)
    )
    changed = changed.with_frames(20).with_fixed(7, Latent(STYLES[2], one_hot(9, 10)))
    remember(changed, settings)
    again = remembered(INFO, settings)
    assert again.wells == changed.wells and again.latent == changed.latent
    assert (again.locked, again.pair, again.linked) == (changed.locked, (0, 2), True)
    assert again.film == changed.film


def test_what_lies_beyond_b_is_remembered_too(blend, settings):
    remember(blend.gone((-0.25, 1.25), (1.5, -0.5)), settings)
    assert remembered(INFO, settings).shape == (-0.25, 1.25)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("wells", ["latent:1:rubbish"]),
        ("shape", ["0.5", "nan"]),
        ("style", ["0.9", "0.9"]),
        ("pair", ["0", "7"]),
        ("fixed", ["2.0 x"]),
    ],
)
def test_a_damaged_memory_brings_the_first_pair(blend, settings, key, value):
    remember(blend.gone_between(1.0, 1.0), settings)
    settings.set_value(f"blend/{key}", value)
    assert remembered(INFO, settings).shape == first_blend(INFO).shape


def test_pictures_of_another_generator_are_not_remembered(blend, settings):
    remember(blend, settings)
    other = replace(INFO, model=replace(INFO.model, z_size=4, class_names=("a", "b")))
    assert remembered(other, settings).latent.z.shape == (4,)


def test_a_generator_of_one_class_can_be_blended_too():
    blend = first_blend(replace(INFO, model=replace(INFO.model, class_names=("all",))))
    beyond = blend.gone((-0.5, 1.5), (-0.5, 1.5))
    assert beyond.mix.tolist() == [1] and len(beyond.every_class()) == 1
