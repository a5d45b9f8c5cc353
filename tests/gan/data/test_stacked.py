"""Three digits in the channels of one picture."""

from dataclasses import replace

import numpy as np

from gan.data import Dataset, open_dataset
from gan.data.stacked import mode_of, stack, stacked


def _digits() -> Dataset:
    practice = open_dataset("practice")
    return replace(practice, images=practice.images[:200], labels=practice.labels[:200])


def test_each_channel_holds_every_digit_once_and_no_labels_are_told() -> None:
    digits = _digits()
    stacks = stacked(digits)
    assert stacks.images.shape == (200, 28, 28, 3) and stacks.images.dtype == np.uint8
    assert len(stacks.class_names) == 1 and not stacks.labels.any()
    whole = sorted(picture.tobytes() for picture in digits.images)
    for channel in range(3):
        planes = np.ascontiguousarray(stacks.images[..., channel])
        assert sorted(plane.tobytes() for plane in planes) == whole
    assert not np.array_equal(stacks.images[..., 0], stacks.images[..., 1])


def test_the_same_digits_give_the_same_stacks_and_others_another_fingerprint() -> None:
    digits = _digits()
    first, again = stacked(digits), stacked(digits)
    np.testing.assert_array_equal(first.images, again.images)
    assert first.fingerprint == again.fingerprint
    assert stacked(replace(digits, fingerprint="1" * 64)).fingerprint != first.fingerprint


def test_a_stack_is_red_green_and_blue_in_the_order_of_its_digits() -> None:
    images = np.arange(4, dtype=np.uint8).reshape(4, 1, 1, 1)
    assert stack(images, np.array([[3, 0, 2]])).tolist() == [[[[3, 0, 2]]]]
    assert mode_of(np.array([[3, 0, 2], [9, 9, 9]])).tolist() == [302, 999]
