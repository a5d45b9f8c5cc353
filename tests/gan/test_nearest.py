"""The closest training pictures: found exactly, and copies told from new pictures."""

import numpy as np
import pytest

from gan.errors import UserError
from gan.nearest import NearestPictures

CHOOSER = np.random.default_rng(4)


def _smooth(count: int, side: int = 28, channels: int = 1) -> np.ndarray:
    """Pictures of a few soft blots each, which have neighbours as real ones have."""
    rows, columns = np.mgrid[:side, :side] / side
    pictures = np.zeros((count, side, side, channels))
    for _ in range(3):
        y, x, strength = CHOOSER.uniform(0.2, 0.8, (3, count, 1, 1))
        blots = strength * np.exp(-30 * ((rows - y) ** 2 + (columns - x) ** 2))
        pictures += blots[..., None]
    return (255 * np.clip(pictures, 0, 1)).astype(np.uint8)


@pytest.fixture(scope="module")
def images() -> np.ndarray:
    return _smooth(3_000)


@pytest.fixture(scope="module")
def nearest(images: np.ndarray) -> NearestPictures:
    return NearestPictures(images, np.arange(len(images)) % 10)


def _by_hand(images: np.ndarray, picture: np.ndarray) -> np.ndarray:
    return np.sqrt(((images / 255 - picture / 255) ** 2).mean(axis=(1, 2, 3)))


def test_the_closest_five_are_those_that_a_search_through_all_finds(
    nearest: NearestPictures, images: np.ndarray
) -> None:
    for picture in [*_smooth(20), np.zeros((28, 28, 1), np.uint8)]:
        found = nearest.find(picture)
        distances = _by_hand(images, picture)
        np.testing.assert_array_equal(found.places, np.argsort(distances, kind="stable")[:5])
        np.testing.assert_allclose(found.distances, np.sort(distances)[:5], atol=1e-6)
        np.testing.assert_array_equal(found.pictures, images[found.places])
        np.testing.assert_array_equal(found.labels, found.places % 10)


@pytest.mark.parametrize(("side", "channels"), [(8, 1), (32, 3), (64, 4), (128, 1)])
def test_pictures_of_all_sizes_and_kinds_are_found(side: int, channels: int) -> None:
    images = _smooth(40, side, channels)
    found = NearestPictures(images, np.zeros(40, np.int64)).find(images[7], count=3)
    assert found.places[0] == 7 and found.distances[0] == 0
    np.testing.assert_allclose(found.distances, np.sort(_by_hand(images, images[7]))[:3], atol=1e-6)


def test_a_training_picture_with_a_little_noise_is_a_copy(
    nearest: NearestPictures, images: np.ndarray
) -> None:
    for place in (3, 500, 2_999):
        noisy = np.clip(images[place] + CHOOSER.normal(0, 2, images[place].shape), 0, 255).astype(np.uint8)
        found = nearest.find(noisy)
        assert (found.verdict, found.places[0]) == ("copy", place)
        assert "learnt by heart" in found.sentence
        assert found.values["ratio"] == pytest.approx(
            found.values["distance"] / found.values["fellow_distance"]
        )


def test_pictures_of_the_same_kind_that_were_never_learnt_are_new(nearest: NearestPictures) -> None:
    verdicts = [nearest.find(picture).verdict for picture in _smooth(40)]
    assert verdicts.count("copy") == 0
    assert verdicts.count("new") >= 34


def test_twins_among_the_training_pictures_do_not_hide_a_copy() -> None:
    images = _smooth(20)
    images[1] = images[0]
    nearest = NearestPictures(images, np.zeros(20, np.int64))
    assert nearest.find(images[0]).verdict == "copy"
    assert nearest.find(255 - images[0]).verdict == "new"


def test_a_picture_of_another_shape_is_refused_in_a_sentence(nearest: NearestPictures) -> None:
    with pytest.raises(UserError, match="has 32 × 32 pixels and 3 channels, the training pictures 28 × 28"):
        nearest.find(np.zeros((32, 32, 3), np.uint8))
