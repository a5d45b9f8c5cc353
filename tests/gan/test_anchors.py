"""Sheets mixed from chosen latents: exact where they lie, smooth between."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.anchors import Anchor, AnchorPlane, ThreePointPlane
from gan.latents import Latent, gaussian, one_hot

LATENTS = [Latent(z, mix) for z, mix in zip(gaussian(3, 4, 16), np.eye(10)[[1, 4, 9, 9]], strict=True)]
PLACES = [(-1.3, 0.7), (2.0, 1.1), (0.1, -2.9), (0.3, 0.3)]
numbers = st.floats(-3, 3, allow_nan=False, width=32)


def plane(weights=(1.0, 1.0, 1.0, 1.0)) -> AnchorPlane:
    return AnchorPlane([Anchor(*each) for each in zip(PLACES, LATENTS, weights, strict=True)])


def test_an_anchors_own_place_is_exactly_its_latent():
    z, mix = plane((0.1, 10.0, 1.0, 0.3)).latents_at(PLACES)
    for index, latent in enumerate(LATENTS):
        assert np.array_equal(z[index], latent.z) and np.array_equal(mix[index], latent.mix)


@given(u=numbers, v=numbers)
def test_weights_add_up_to_one_and_so_do_the_classes(u, v):
    weights = plane().weights_at([(u, v)])
    assert weights.sum() == pytest.approx(1) and (weights >= 0).all()
    z, mix = plane().latents_at([(u, v)])
    assert np.isfinite(z).all() and mix.sum() == pytest.approx(1, abs=1e-5)


def test_the_pull_of_an_anchor_falls_smoothly_with_distance():
    steps = np.linspace(0, 2, 400)
    way = np.array(PLACES[0]) + steps[:, None] * np.array([0.0, 1.0])
    weights = plane().weights_at(way)[:, 0]
    assert (np.diff(weights) < 1e-12).all()
    assert np.abs(np.diff(weights)).max() < 0.02


def test_a_heavier_anchor_reaches_further():
    assert plane((5.0, 1.0, 1.0, 1.0)).weights_at([(0, 0)])[0, 0] > plane().weights_at([(0, 0)])[0, 0]


def test_a_mixture_is_as_long_as_what_it_is_mixed_of():
    lengths = [np.linalg.norm(latent.z) for latent in LATENTS]
    z, _ = plane().latents_at([(0.9, 0.2), (-2, -2), (3, 3)])
    assert (np.linalg.norm(z, axis=1) > min(lengths) - 1e-4).all()
    assert (np.linalg.norm(z, axis=1) < max(lengths) + 1e-4).all()


def test_two_anchors_at_one_place_share_it():
    both = AnchorPlane([Anchor((1, 1), LATENTS[0]), Anchor((1, 1), LATENTS[1])])
    assert both.weights_at([(1, 1)]).tolist() == [[0.5, 0.5]]


def test_opposite_styles_meet_without_a_hole():
    opposite = [Latent(sign * gaussian(1, 1, 16)[0], one_hot(0, 10)) for sign in (1, -1)]
    pair = AnchorPlane([Anchor((-1, 0), opposite[0]), Anchor((1, 0), opposite[1])])
    assert np.isfinite(pair.latents_at([(0, 0), (0, 2)])[0]).all()


def test_a_plane_through_three_points_is_exact_at_its_corners():
    three = ThreePointPlane(LATENTS[:3])
    z, mix = three.latents_at(three.corners)
    for index, latent in enumerate(LATENTS[:3]):
        assert np.array_equal(z[index], latent.z) and np.array_equal(mix[index], latent.mix)


@given(u=numbers, v=numbers)
def test_beyond_the_triangle_the_plane_goes_on_and_no_share_is_negative(u, v):
    z, mix = ThreePointPlane(LATENTS[:3]).latents_at([(u, v)])
    assert np.isfinite(z).all() and (mix >= 0).all() and mix.sum() == pytest.approx(1, abs=1e-5)


def test_three_times_the_same_picture_is_that_picture_everywhere():
    z, _ = ThreePointPlane([LATENTS[0]] * 3).latents_at([(0.2, 0.7), (-2, 1)])
    assert z == pytest.approx(np.stack([LATENTS[0].z] * 2), abs=1e-5)
