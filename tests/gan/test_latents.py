"""Moving through the latent space."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.errors import UserError
from gan.latents import (
    DirectionPlane,
    Latent,
    MeasuredDirections,
    SeedLattice,
    angle_between,
    blend_mix,
    gaussian,
    lerp,
    one_hot,
    seed_origin,
    slerp,
)


def test_a_quarter_turn_by_slerp_lies_on_the_circle() -> None:
    halfway = slerp([1.0, 0.0], [0.0, 1.0], 0.5)
    np.testing.assert_allclose(halfway, [np.sqrt(0.5), np.sqrt(0.5)], atol=1e-6)


def test_slerp_begins_and_ends_at_its_ends_and_takes_many_places_at_once() -> None:
    a, b = gaussian(1, 2, 64)
    walk = slerp(a, b, np.linspace(0, 1, 5))
    assert walk.shape == (5, 64)
    np.testing.assert_allclose(walk[0], a, atol=1e-5)
    np.testing.assert_allclose(walk[-1], b, atol=1e-5)


def test_slerp_keeps_the_length_between_latents_of_one_length() -> None:
    a, b = gaussian(2, 2, 64)
    b *= np.linalg.norm(a) / np.linalg.norm(b)
    lengths = np.linalg.norm(slerp(a, b, np.linspace(0, 1, 9)), axis=1)
    np.testing.assert_allclose(lengths, np.linalg.norm(a), rtol=1e-5)


def test_slerp_between_nearly_equal_latents_is_the_straight_line() -> None:
    a = gaussian(3, 1, 16)[0]
    b = a * 1.001
    np.testing.assert_array_equal(slerp(a, b, 0.3), lerp(a, b, 0.3))


def test_slerp_between_opposite_latents_takes_one_fixed_half_circle() -> None:
    a = gaussian(4, 1, 16)[0]
    first, second = slerp(a, -a, 0.5), slerp(a, -a, 0.5)
    np.testing.assert_array_equal(first, second)
    assert np.linalg.norm(first) == pytest.approx(np.linalg.norm(a), rel=1e-5)
    assert abs(float(first @ a)) < 1e-3


def test_opposite_latents_are_180_degrees_apart_and_axes_90() -> None:
    assert angle_between([1, 0], [-1, 0]) == pytest.approx(180)
    assert angle_between([1, 0], [0, 2]) == pytest.approx(90)


@given(t=st.floats(-0.5, 1.5), a=st.integers(0, 9), b=st.integers(0, 9))
def test_a_class_mix_adds_up_to_one_and_owes_beyond_a_class_what_it_has_too_much(
    t: float, a: int, b: int
) -> None:
    mix = blend_mix(one_hot(a, 10), one_hot(b, 10), t)
    assert mix.sum() == pytest.approx(1.0, abs=1e-6)
    if a != b:
        assert (mix[a], mix[b]) == pytest.approx((1 - t, t), abs=1e-6)


@given(z=st.lists(st.floats(-10, 10, width=32), min_size=1, max_size=80), label=st.integers(0, 9))
def test_a_latent_copied_as_text_comes_back_bit_for_bit(z: list[float], label: int) -> None:
    latent = Latent(np.array(z, dtype=np.float32), one_hot(label, 10))
    again = Latent.from_text(f"  {latent.to_text()}\n")
    assert again == latent
    assert hash(again) == hash(latent)


@given(text=st.text(max_size=60) | st.text(max_size=60).map(lambda tail: f"latent:1:{tail}"))
def test_any_other_text_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(UserError):
        Latent.from_text(text)


def test_a_latent_cut_short_says_so() -> None:
    text = Latent(seed_origin(1, 8), one_hot(0, 3)).to_text()
    with pytest.raises(UserError, match="cut short"):
        Latent.from_text(text.replace(":8:3:", ":9:3:"))


def test_a_latent_cannot_hold_nan_or_a_mix_that_is_no_whole() -> None:
    with pytest.raises(UserError, match="NaN"):
        Latent(np.array([np.nan], dtype=np.float32), one_hot(0, 2))
    with pytest.raises(UserError, match="add up"):
        Latent(seed_origin(0, 4), np.array([0.5, 0.2], dtype=np.float32))


def test_the_same_seed_gives_the_same_latents() -> None:
    np.testing.assert_array_equal(gaussian(7, 3, 5), gaussian(7, 3, 5))
    assert not np.array_equal(gaussian(7, 3, 5), gaussian(8, 3, 5))


def test_a_direction_plane_moves_each_measure_by_its_own_coordinate() -> None:
    slant_gradient, thick_gradient = np.array([2.0, 0.0, 0.0]), np.array([0.5, 1.0, 0.0])
    first = slant_gradient / (slant_gradient @ slant_gradient)
    second = thick_gradient / (thick_gradient @ thick_gradient)
    plane = DirectionPlane([5.0, 5.0, 5.0], first, second)
    origin, right, up = plane.z_at([[0, 0], [1, 0], [0, 1]]).astype(np.float64)
    np.testing.assert_allclose(origin, [0, 0, 5], atol=1e-5)
    assert slant_gradient @ (right - origin) == pytest.approx(1.0)
    assert slant_gradient @ (up - origin) == pytest.approx(0.0, abs=1e-6)
    assert thick_gradient @ (up - origin) == pytest.approx(1.0)


def test_a_plane_needs_two_different_directions() -> None:
    with pytest.raises(UserError, match="the same"):
        DirectionPlane(np.zeros(3), [1, 0, 0], [2, 0, 0])


def test_the_lattice_gives_whole_places_seeds_of_their_own_and_is_reproducible() -> None:
    lattice = SeedLattice(3, 64)
    places = [[0, 0], [1, 0], [-7, 1_000_000]]
    corners = lattice.z_at(places)
    np.testing.assert_array_equal(corners, SeedLattice(3, 64).z_at(places))
    assert len({corner.tobytes() for corner in corners}) == 3


def test_between_its_seeds_the_lattice_is_as_varied_as_at_them() -> None:
    lattice = SeedLattice(0, 512)
    lengths = np.linalg.norm(lattice.z_at(np.random.default_rng(0).uniform(-50, 50, (200, 2))), axis=1)
    assert lengths.mean() == pytest.approx(np.sqrt(512), rel=0.02)


def test_the_lattice_is_seamless_across_a_cell_border() -> None:
    before, after = SeedLattice(0, 64).z_at([[0.999999, 0.5], [1.000001, 0.5]])
    np.testing.assert_allclose(before, after, atol=1e-3)


def test_named_directions_are_found_by_name() -> None:
    directions = MeasuredDirections(("slant", "ink"), np.eye(2, 4), np.ones(2))
    np.testing.assert_array_equal(directions.vector("ink"), [0, 1, 0, 0])
