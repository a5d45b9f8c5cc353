"""The measures of quality against closed forms."""

import numpy as np
import pytest

from gan.quality import PixelFeatures, frechet_distance, kernel_distance, precision_and_recall


def test_the_frechet_distance_of_a_set_to_itself_is_zero() -> None:
    features = np.random.default_rng(0).normal(size=(500, 4))
    assert frechet_distance(features, features) == pytest.approx(0.0, abs=1e-8)


def test_shifting_a_set_costs_the_squared_shift() -> None:
    features = np.random.default_rng(0).normal(size=(500, 3))
    assert frechet_distance(features, features + np.array([3.0, 4.0, 0.0])) == pytest.approx(25.0)


def test_stretching_a_set_costs_the_squared_difference_of_deviations() -> None:
    features = np.random.default_rng(0).normal(size=(2000, 1))
    centred = (features - features.mean()) / features.std(ddof=1)
    assert frechet_distance(centred, 3.0 * centred) == pytest.approx((3.0 - 1.0) ** 2)


def test_the_frechet_distance_of_two_correlated_gaussians_is_the_formula() -> None:
    chooser = np.random.default_rng(1)
    base = chooser.normal(size=(4000, 2))
    a, b = base @ np.array([[2.0, 0.3], [0.0, 1.0]]), base @ np.array([[1.0, -0.4], [0.2, 0.5]]) + 1.0
    covariance_a, covariance_b = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    product_roots = np.sqrt(np.linalg.eigvals(covariance_a @ covariance_b).real).sum()
    expected = (
        ((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(covariance_a + covariance_b) - 2 * product_roots
    )
    assert frechet_distance(a, b) == pytest.approx(expected, rel=1e-6)


def test_the_kernel_distance_is_near_zero_for_one_source_and_large_for_two() -> None:
    chooser = np.random.default_rng(2)
    a, b = chooser.normal(size=(2, 2000, 8))
    assert abs(kernel_distance(a, b)) < 0.02
    assert kernel_distance(a, b + 2.0) > 1.0


def test_repeating_one_picture_keeps_precision_and_loses_recall() -> None:
    real = np.random.default_rng(3).normal(size=(400, 4))
    made = np.repeat(real[:1], 400, axis=0)
    precision, recall = precision_and_recall(real, made)
    assert precision == 1.0
    assert recall < 0.02


def test_pictures_from_elsewhere_have_neither_precision_nor_recall() -> None:
    real = np.random.default_rng(4).normal(size=(300, 4))
    assert precision_and_recall(real, real + 100.0) == (0.0, 0.0)


def test_pixel_features_of_the_training_set_vary_by_100_in_all() -> None:
    pixels = np.random.default_rng(5).integers(0, 256, size=(300, 4, 4, 1), dtype=np.uint8)
    features = PixelFeatures.of(pixels, count=16)(pixels)
    assert features.var(axis=0, ddof=1).sum() == pytest.approx(100.0)
