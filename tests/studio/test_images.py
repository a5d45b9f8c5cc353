"""Luminance becomes alpha, nothing is lost on the way, and pixels stay square where they can."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from studio.images import crisp_alpha, crisp_image, draw_picture, ink_grid, ink_image, square_within

INK = QColor("#201D1A")


def _ramp() -> np.ndarray:
    return np.arange(0, 252, 9, dtype=np.uint8).repeat(28).reshape(28, 28, 1)


def test_luminance_becomes_the_alpha_of_the_ink() -> None:
    pixels = _ramp()
    image = ink_image(pixels, INK).convertToFormat(QImage.Format.Format_ARGB32)
    for y in range(28):
        assert image.pixelColor(5, y).alpha() == pixels[y, 5, 0]
    assert image.pixelColor(0, 27).getRgb()[:3] == pytest.approx(INK.getRgb()[:3], abs=1)


def test_black_is_nothing_and_white_is_pure_ink() -> None:
    image = ink_image(np.array([[[0], [255]]], np.uint8), INK)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(1, 0) == INK


def test_coloured_pictures_stay_as_they_are() -> None:
    pixels = np.array([[[200, 100, 50], [1, 2, 3]]], np.uint8)
    image = ink_image(pixels, INK)
    assert image.pixelColor(0, 0).getRgb() == (200, 100, 50, 255)
    assert image.pixelColor(1, 0).getRgb() == (1, 2, 3, 255)


def test_the_alpha_of_coloured_pictures_is_kept() -> None:
    image = ink_image(np.array([[[200, 100, 50, 0]]], np.uint8), INK)
    assert image.pixelColor(0, 0).alpha() == 0


def test_a_picture_with_two_channels_is_refused() -> None:
    with pytest.raises(ValueError, match="channels"):
        ink_image(np.zeros((4, 4, 2), np.uint8), INK)


def test_the_picture_outlives_the_array() -> None:
    pixels = np.full((3, 3, 1), 255, np.uint8)
    image = ink_image(pixels, INK)
    pixels[:] = 0
    assert image.pixelColor(1, 1) == INK


def test_a_grid_puts_rows_and_columns_in_their_places() -> None:
    pixels = np.zeros((2, 3, 4, 4, 1), np.uint8)
    pixels[1, 2] = 255
    image = ink_grid(pixels, INK)
    assert (image.width(), image.height()) == (12, 8)
    assert image.pixelColor(11, 7) == INK
    assert image.pixelColor(7, 7).alpha() == 0


def test_crisp_ink_keeps_full_and_empty_and_hardens_the_edge() -> None:
    alpha = np.zeros((8, 8), np.uint8)
    alpha[:, 4:] = 255
    crisp = crisp_alpha(alpha)
    assert crisp.shape == (32, 32)
    assert crisp[16, 8] == 0
    assert crisp[16, 24] == 255
    assert np.count_nonzero((crisp[16] > 0) & (crisp[16] < 255)) <= 4  # one source pixel


def test_crisp_ink_of_a_coloured_picture_is_the_picture() -> None:
    assert crisp_image(np.zeros((5, 5, 3), np.uint8), INK).width() == 5


def _drawn(source: QImage, side: int) -> QImage:
    canvas = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(0)
    painter = QPainter(canvas)
    draw_picture(painter, QRectF(0, 0, side, side), source)
    painter.end()
    return canvas


def test_whole_multiples_have_square_pixels() -> None:
    checks = ((np.indices((28, 28)).sum(0) % 2) * 255).astype(np.uint8)[..., None]
    drawn = _drawn(ink_image(checks, INK), 84)
    assert {drawn.pixelColor(x, 40).alpha() for x in range(84)} == {0, 255}


@pytest.mark.parametrize("side", [40, 14])
def test_other_sizes_are_smooth(side: int) -> None:
    checks = ((np.indices((28, 28)).sum(0) % 2) * 255).astype(np.uint8)[..., None]
    drawn = _drawn(ink_image(checks, INK), side)
    assert any(0 < drawn.pixelColor(x, side // 2).alpha() < 255 for x in range(side))


def test_a_place_is_filled_by_whole_multiples_where_little_is_lost() -> None:
    assert square_within(QRectF(0, 0, 230, 240), 28) == QRectF(3, 8, 224, 224)
    assert square_within(QRectF(0, 0, 52, 52), 28).width() == 52
