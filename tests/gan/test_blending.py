"""Mixtures of several pictures."""

import numpy as np
import pytest

from gan.blending import mixed_classes, mixed_styles, sum_of_classes, sum_of_styles, turned
from gan.latents import angle_between, gaussian, one_hot, slerp

STYLES = gaussian(7, 4, 64)


def test_of_two_styles_it_is_the_great_circle_also_beyond_its_ends() -> None:
    for t in (-0.5, 0.0, 0.3, 1.5):
        mixed = mixed_styles(STYLES[:3], [1 - t, t, 0.0])
        np.testing.assert_allclose(mixed, slerp(STYLES[0], STYLES[1], t), atol=1e-5)


def test_one_style_alone_is_that_style_to_the_last_bit() -> None:
    assert mixed_styles(STYLES, [0.0, 0.0, 1.0, 0.0]).tobytes() == STYLES[2].tobytes()


def test_a_third_style_comes_in_without_a_jump() -> None:
    nearly = mixed_styles(STYLES[:3], [0.7 - 1e-6, 0.3, 1e-6])
    np.testing.assert_allclose(nearly, slerp(STYLES[0], STYLES[1], 0.3), atol=1e-4)


def test_equal_shares_of_right_angles_are_equally_far_from_all() -> None:
    mixed = mixed_styles(np.eye(4), [0.25] * 4)
    np.testing.assert_allclose(mixed, [0.5] * 4, atol=1e-6)


def test_the_length_is_the_weighted_one() -> None:
    mixed = mixed_styles(STYLES, [0.1, 0.2, 0.3, 0.4])
    expected = np.linalg.norm(STYLES, axis=1) @ [0.1, 0.2, 0.3, 0.4]
    assert np.linalg.norm(mixed) == pytest.approx(expected, rel=1e-5)


def test_styles_without_length_or_that_cancel_out_give_no_nan() -> None:
    assert np.isfinite(mixed_styles([np.zeros(4), np.ones(4), np.eye(4)[0]], [0.2, 0.3, 0.5])).all()
    thirds = [np.array([np.cos(t), np.sin(t)]) for t in (0, 2 * np.pi / 3, 4 * np.pi / 3)]
    assert np.isfinite(mixed_styles(thirds, [1 / 3, 1 / 3, 1 - 2 / 3])).all()


def test_classes_are_mixed_by_their_weights_also_beyond_a_class() -> None:
    mixes = [one_hot(label, 4) for label in range(3)]
    assert mixed_classes(mixes, [0.5, 0.3, 0.2]) == pytest.approx([0.5, 0.3, 0.2, 0.0])
    assert mixed_classes(mixes, [1.5, -0.5, 0.0]) == pytest.approx([1.5, -0.5, 0, 0])


def test_turning_ends_exactly_at_the_other_style() -> None:
    start, end = STYLES[:2]
    whole = angle_between(start, end)
    assert angle_between(turned(start, end, 10), end) == pytest.approx(whole - 10, abs=1e-3)
    assert turned(start, end, 180).tobytes() == end.tobytes()


def test_a_minus_b_plus_c_is_as_long_as_a_and_begins_at_a() -> None:
    a, b, c = STYLES[:3]
    assert sum_of_styles(a, b, c, 0.0).tobytes() == a.tobytes()
    summed = sum_of_styles(a, b, c, 1.0)
    assert np.linalg.norm(summed) == pytest.approx(np.linalg.norm(a), rel=1e-5)
    assert angle_between(summed, a - b + c) == pytest.approx(0, abs=0.05)


def test_classes_take_away_what_is_there_and_add_the_other() -> None:
    three, eight, five = (one_hot(label, 10) for label in (3, 8, 5))
    assert sum_of_classes(three, three, five, 1.0)[5] == pytest.approx(1)
    assert sum_of_classes(three, eight, five, 1.0)[[3, 5]] == pytest.approx([0.5, 0.5])
