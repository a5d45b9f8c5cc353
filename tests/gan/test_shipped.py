"""What ships: the generator draws digits that the judge recognises, and its directions do what they say."""

import numpy as np
import pytest

import gan
from gan.image_maker import ImageMaker
from gan.latents import DirectionPlane, gaussian, one_hot, seed_origin
from gan.measures import MEASURES, measure_shapes


@pytest.fixture(scope="module")
def ink_digits() -> ImageMaker:
    return gan.open_image_maker("ink-digits")


def test_nearly_every_picture_is_recognised_as_the_digit_that_was_asked_for(ink_digits: ImageMaker) -> None:
    labels = np.arange(400) % 10
    pixels = ink_digits.make(
        gaussian(0, 400, ink_digits.info.model.z_size), np.eye(10, dtype=np.float32)[labels]
    )
    probabilities = ink_digits.read(pixels)
    assert probabilities is not None
    np.testing.assert_allclose(probabilities.sum(axis=1), 1.0, rtol=1e-4)
    assert (probabilities.argmax(axis=1) == labels).mean() > 0.96


def test_it_carries_a_card_with_data_licence_steps_seed_and_measured_quality(ink_digits: ImageMaker) -> None:
    card = ink_digits.info.card
    assert {"dataset", "pictures", "licence", "steps", "command", "quality"} <= card.keys()
    assert "CC BY-SA 3.0" in str(card["licence"])
    assert str(card["command"]).startswith("python -m gan train --data mnist")
    quality = card["quality"]
    assert isinstance(quality, dict)
    assert quality["digit_fid"] <= 0.20 and quality["recall"] >= 0.75


@pytest.mark.parametrize("measure", ["slant", "thickness"])
def test_the_pads_axes_move_what_they_are_named_after(measure: str, ink_digits: ImageMaker) -> None:
    directions = ink_digits.info.directions
    assert directions is not None
    plane = DirectionPlane(
        seed_origin(1, ink_digits.info.model.z_size),
        directions.vector("slant"),
        directions.vector("thickness"),
    )
    along = np.linspace(-2.5, 2.5, 6)
    places = np.zeros((6, 2))
    places[:, 0 if measure == "slant" else 1] = along
    mix = np.repeat(one_hot(3, 10)[None], 6, axis=0)
    values = measure_shapes(ink_digits.make(plane.z_at(places), mix))[:, MEASURES.index(measure)]
    assert np.corrcoef(along, values)[0, 1] > 0.9


def test_fitting_directions_takes_pauses_and_ends_with_the_result(ink_digits: ImageMaker) -> None:
    results = list(gan.open_image_maker("ink-digits").fit_directions())
    assert len(results) > 20
    assert set(results[:-1]) == {None}
    fitted = results[-1]
    assert fitted is not None and fitted.r2[0] > 0.5
