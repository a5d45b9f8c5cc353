"""Slant, hue and the rest, on shapes and colours whose measures are known."""

import numpy as np
import pytest

from gan.measures import (
    MEASURES,
    measure_colours,
    measure_names,
    measure_shapes,
    standardised_within_class,
    with_hue,
)


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


def _colours_of(*pictures: np.ndarray) -> np.ndarray:
    return measure_colours(np.stack(pictures))


def _filled(*colour: int) -> np.ndarray:
    return np.broadcast_to(np.array(colour, dtype=np.uint8), (28, 28, len(colour))).copy()


def test_brightness_and_hue_of_plain_colours_are_known() -> None:
    grey, red, yellow = _colours_of(_filled(128, 128, 128), _filled(255, 0, 0), _filled(255, 255, 0))
    np.testing.assert_allclose(grey, [128 / 255, 0, 0, 0], atol=1e-6)
    np.testing.assert_allclose(red[1:3], [1, 0], atol=1e-6)
    assert np.degrees(np.arctan2(yellow[2], yellow[1])) == pytest.approx(60)
    assert yellow[0] > red[0] > 0.2


def test_stripes_have_detail_and_an_even_sheet_has_none() -> None:
    stripes = _filled(0, 0, 0)
    stripes[:, ::2] = 255
    assert _colours_of(stripes)[0, 3] > 0.4
    assert _colours_of(_filled(9, 90, 200))[0, 3] == 0


def test_of_a_sprite_only_what_is_opaque_counts_and_coverage_says_how_much_that_is() -> None:
    sprite = _filled(0, 0, 255, 0)
    sprite[:14] = (255, 0, 0, 255)
    brightness, red, yellow, _detail, coverage = _colours_of(sprite)[0]
    assert coverage == 0.5
    np.testing.assert_allclose((brightness, red, yellow), _colours_of(_filled(255, 0, 0))[0, :3], atol=1e-6)
    assert np.isfinite(_colours_of(_filled(9, 9, 9, 0))).all()


def test_hue_grows_from_red_to_green_around_the_mean_of_the_class_whatever_the_brightness() -> None:
    dim, bright = _filled(60, 30, 0), _filled(240, 120, 0)
    redder, greener = _filled(150, 40, 0), _filled(150, 110, 0)
    blue = _filled(0, 0, 200)
    colours = _colours_of(dim, bright, redder, greener, blue, blue)
    measured = with_hue(colours, np.array([0, 0, 0, 0, 1, 1]))
    assert measured.shape == (6, 3) == (6, len(measure_names(3)))
    hue = measured[:, 1]
    assert hue[2] < hue[0] < hue[3] and hue[2] < hue[1] < hue[3]
    np.testing.assert_allclose(hue[4:], 0, atol=1e-6)
    assert np.isfinite(with_hue(_colours_of(_filled(7, 7, 7)), np.array([0]))).all()


def test_where_colours_have_nothing_in_common_hue_lies_along_the_line_on_which_they_vary() -> None:
    red, cyan, dull = _filled(220, 20, 20), _filled(20, 220, 220), _filled(120, 110, 110)
    hue = with_hue(_colours_of(red, cyan, dull, cyan, red), np.zeros(5, dtype=int))[:, 1]
    assert hue[0] > hue[2] > hue[1] and hue[0] - hue[1] > 0.5
