"""Travel between two latents looks even."""

import numpy as np
import pytest

from gan.errors import UserError
from gan.latents import Latent, gaussian, one_hot
from studio.document.travel import even_places, latents_between

A = Latent(gaussian(1, 1, 8)[0], one_hot(3, 10))
B = Latent(gaussian(2, 1, 8)[0], one_hot(8, 10))


def test_the_way_begins_at_a_and_ends_at_b():
    z, mix = latents_between(A, B, [0.0, 0.5, 1.0])
    np.testing.assert_allclose(z[0], A.z, atol=1e-6)
    np.testing.assert_allclose(z[2], B.z, atol=1e-6)
    np.testing.assert_allclose(mix[1, [3, 8]], [0.5, 0.5])


def test_latents_of_different_models_cannot_travel():
    with pytest.raises(UserError, match="differ"):
        latents_between(A, Latent(gaussian(2, 1, 9)[0], one_hot(8, 10)), [0.0])


def test_places_gather_where_the_picture_changes():
    flips = np.zeros((101, 4, 4, 1), np.uint8)
    flips[40:] = 90  # one flip at 0.4, a slow change after it
    flips[60:] += np.linspace(0, 90, 41).astype(np.uint8)[:, None, None, None]
    places = even_places(flips, 9)
    assert places[0] == 0.0 and places[-1] == 1.0
    assert (np.diff(places) > 0).all()
    assert (np.abs(places - 0.395) < 0.006).sum() >= 3
    assert (places >= 0.6).sum() >= 4


def test_equal_steps_of_the_places_are_equal_steps_of_the_picture():
    t = np.linspace(0, 1, 201)
    pixels = np.rint(255 * t**3).astype(np.uint8)[:, None, None, None]
    shades = 255 * even_places(pixels, 18) ** 3
    np.testing.assert_allclose(np.diff(shades), 15.0, atol=1.5)


def test_two_equal_pictures_still_give_places_in_order():
    np.testing.assert_allclose(even_places(np.zeros((5, 2, 2, 1), np.uint8), 3), [0.0, 0.5, 1.0])
