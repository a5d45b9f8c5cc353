"""Luminance becomes ink with a crisp edge."""

import numpy as np
from PySide6.QtGui import QColor

from studio.document.artwork import Stamp
from studio.document.finish import Finish
from studio.document.tips import TipCache, sharp_alpha


def edge() -> np.ndarray:
    picture = np.zeros((28, 28), np.uint8)
    picture[:, 14:] = 255
    picture[:, 13] = 128
    return picture


def test_black_is_no_ink_and_white_is_full_ink():
    alpha = sharp_alpha(edge(), 4)
    assert alpha.shape == (112, 112)
    assert alpha[:, :40].max() == 0 and alpha[:, 70:].min() == 255


def test_the_edge_stays_crisp_when_enlarged():
    soft = {}
    for enlargement in (2, 8):
        row = sharp_alpha(edge(), enlargement)[0]
        soft[enlargement] = int(((row > 12) & (row < 243)).sum())
    assert soft[8] <= 4  # plain bicubic enlarging leaves 16
    assert soft[2] >= 1


def test_a_tip_is_the_ink_colour_with_the_picture_as_alpha(make_stamp):
    tip = TipCache().tip(make_stamp(), 56.0, Finish("#24407A"))
    assert (tip.width(), tip.height()) == (56, 56)
    colours = {
        tip.pixelColor(x, y).name()
        for x in range(56)
        for y in range(56)
        if tip.pixelColor(x, y).alpha() == 255
    }
    assert colours == {"#24407a"}
    assert tip.pixelColor(0, 0).alpha() == 0


def test_small_tips_are_reduced_by_area(make_stamp):
    cache = TipCache()
    coverage = [
        np.mean([tip.pixelColor(x, y).alpha() for x in range(tip.width()) for y in range(tip.height())])
        for tip in (cache.tip(make_stamp(), side, Finish("#000000")) for side in (112.0, 14.0, 7.0))
    ]
    assert max(coverage) - min(coverage) < 0.06 * max(coverage)


def test_colour_pictures_keep_their_colours(make_stamp):
    stamp = make_stamp()
    red = Stamp(stamp.latent, np.tile(np.uint8([200, 10, 20]), (8, 8, 1)))
    tip = TipCache().tip(red, 8.0, Finish("#000000"))
    assert tip.pixelColor(4, 4) == QColor(200, 10, 20)


def test_a_tip_is_made_once_for_a_stamp_a_size_and_an_ink(make_stamp):
    cache = TipCache()
    first = cache.tip(make_stamp(), 50.0, Finish("#000000"))
    assert cache.tip(make_stamp(), 54.0, Finish("#000000")).cacheKey() == first.cacheKey()
    assert cache.tip(make_stamp(), 50.0, Finish("#FF0000")).cacheKey() != first.cacheKey()
