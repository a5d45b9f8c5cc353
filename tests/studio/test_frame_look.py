"""How pictures are dressed: exactly as drawn, as ink on paper, or without a ground."""

import numpy as np
import pytest

from studio.frame_look import FrameLook

GREY = np.arange(64, dtype=np.uint8).reshape(8, 8, 1) * 4


def test_a_plain_picture_in_pixels_is_the_picture_itself():
    dressed = FrameLook(3, "pixels", "plain").dress(GREY)
    assert dressed.shape == (24, 24, 1)
    assert (dressed[::3, ::3] == GREY).all() and (dressed[2::3, 2::3] == GREY).all()


def test_ink_on_paper_goes_from_the_colour_of_paper_to_that_of_ink():
    black_and_white = np.zeros((2, 1, 1), np.uint8)
    black_and_white[1] = 255
    dressed = FrameLook(1, "pixels", "paper").dress(black_and_white)
    assert dressed[:, 0].tolist() == [[0xF3, 0xEE, 0xE2], [0x20, 0x1D, 0x1A]]


def test_without_a_ground_the_ink_is_in_the_alpha():
    dressed = FrameLook(1, "pixels", "transparent").dress(GREY)
    assert (dressed[..., 3] == GREY[..., 0]).all()
    assert (dressed[..., :3] == [0x20, 0x1D, 0x1A]).all()


@pytest.mark.parametrize("scale", [1, 5, 16])
def test_crisp_ink_is_as_large_as_pixels_are(scale):
    look = FrameLook(scale, "crisp", "paper")
    assert look.dress(GREY).shape == (8 * scale, 8 * scale, 3)
    assert look.size_of(8, 8) == (8 * scale, 8 * scale)


def test_colours_stay_what_they_are_and_sprites_can_lie_on_paper():
    sprite = np.zeros((2, 2, 4), np.uint8)
    sprite[0, 0] = (10, 200, 30, 255)
    kept = FrameLook(2, "pixels", "transparent").dress(sprite)
    assert (kept[::2, ::2] == sprite).all()
    on_paper = FrameLook(1, "pixels", "paper").dress(sprite)
    assert on_paper[0, 0].tolist() == [10, 200, 30] and on_paper[1, 1].tolist() == [0xF3, 0xEE, 0xE2]
    colours = sprite[..., :3]
    assert (FrameLook(1, "crisp", "paper").dress(colours) == colours).all()
