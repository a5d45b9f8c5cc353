"""Slant, thickness and the rest, on shapes whose measures are known."""

import numpy as np

from gan.measures import MEASURES, measure_shapes, standardised_within_class


def _measures_of(picture: np.ndarray) -> dict[str, float]:
    return dict(zip(MEASURES, measure_shapes(picture[None, :, :, None])[0], strict=True))


def _bar(breadth: int) -> np.ndarray:
    picture = np.zeros((28, 28), dtype=np.uint8)
    picture[3:25, 14 : 14 + breadth] = 255
    return picture


def test_an_upright_bar_has_no_slant_and_a_bar_that_leans_right_has_a_positive_one() -> None:
    leaning = np.zeros((28, 28), dtype=np.uint8)
    for row in range(4, 24):
        leaning[row, 24 - row : 27 - row] = 255  # further right the higher up
    assert abs(_measures_of(_bar(3))["slant"]) < 1e-9
    assert _measures_of(leaning)["slant"] > 0.9


def test_a_bar_of_four_pixels_measures_more_than_one_of_two_by_about_two() -> None:
    difference = _measures_of(_bar(4))["thickness"] - _measures_of(_bar(2))["thickness"]
    assert 1.2 < difference < 2.2


def test_ink_is_the_share_of_bright_pixels() -> None:
    assert _measures_of(_bar(2))["ink"] == 2 * 22 / 28**2


def test_a_taller_bar_is_higher_and_a_blank_picture_measures_nothing() -> None:
    short = np.zeros((28, 28), dtype=np.uint8)
    short[10:18, 14:16] = 255
    assert _measures_of(_bar(2))["height"] > _measures_of(short)["height"]
    assert set(_measures_of(np.zeros((28, 28), dtype=np.uint8)).values()) == {0.0}


def test_standardising_takes_away_what_only_the_class_decides() -> None:
    measures = np.array([[1.0], [3.0], [101.0], [103.0]])
    standardised = standardised_within_class(measures, np.array([0, 0, 1, 1]))
    np.testing.assert_allclose(standardised[:, 0], [-1, 1, -1, 1])
