"""From arrays of pixels to pictures in ink: luminance becomes alpha, so nothing is a black tile."""

from __future__ import annotations

from functools import cache

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

CRISP_FACTOR = 4
_EDGE_WIDTH = 0.5  # how much of the range of grey the step takes: less shows stairs, more looks blurred


def ink_image(pixels: np.ndarray, ink: QColor, lower: QColor | None = None) -> QImage:
    """(H, W, C) uint8 to a picture: grey as ink whose alpha is the luminance, colour as it is.

    ``lower``: what the ink becomes towards the lower edge.
    """
    height, width, channels = pixels.shape
    if channels == 1:
        return _owned(
            _premultiplied(pixels[..., 0], ink, lower or ink), QImage.Format.Format_ARGB32_Premultiplied
        )
    if channels not in (3, 4):
        raise ValueError(f"a picture has 1, 3 or 4 channels, not {channels}")
    rgba = np.full((height, width, 4), 255, np.uint8)
    rgba[..., :channels] = pixels
    image = _owned(rgba, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def ink_grid(pixels: np.ndarray, ink: QColor) -> QImage:
    """(R, C, H, W, Ch) uint8 to one picture of R rows and C columns, without gaps."""
    rows, columns, height, width, channels = pixels.shape
    sheet = pixels.transpose(0, 2, 1, 3, 4).reshape(rows * height, columns * width, channels)
    return ink_image(sheet, ink)


def crisp_image(pixels: np.ndarray, ink: QColor) -> QImage:
    """(H, W, C) uint8 to ink with hard edges, four times as large: for stamps and kept pictures."""
    if pixels.shape[-1] != 1:
        return ink_image(pixels, ink)
    return ink_image(crisp_alpha(pixels[..., 0])[..., None], ink)


def crisp_alpha(alpha: np.ndarray, factor: int = CRISP_FACTOR) -> np.ndarray:
    """(H, W) uint8 to (H·factor, W·factor) uint8: bicubic, then a smooth step about one half."""
    height, width = alpha.shape
    large = _bicubic(height, factor) @ (alpha.astype(np.float32) / 255) @ _bicubic(width, factor).T
    rise = np.clip((large - 0.5) / _EDGE_WIDTH + 0.5, 0.0, 1.0)
    return np.rint(255 * rise * rise * (3 - 2 * rise)).astype(np.uint8)


def draw_picture(painter: QPainter, rect: QRectF, image: QImage) -> None:
    """Nearest where the place is a whole multiple of the picture, so that pixels stay square; else smooth."""
    if image.isNull() or rect.isEmpty():
        return
    across, down = rect.width() / image.width(), rect.height() / image.height()
    whole = across == down and across >= 1 and across.is_integer()
    painter.save()
    if whole or across >= 1:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not whole)
        painter.drawImage(rect, image)
    else:  # Qt's own transform skips source pixels when it shrinks by more than half
        ratio = painter.device().devicePixelRatio()
        size = (rect.size() * ratio).toSize()
        smooth = Qt.TransformationMode.SmoothTransformation
        painter.drawImage(rect, image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
    painter.restore()


def square_within(rect: QRectF, source_px: int) -> QRectF:
    """The largest centred square: a whole multiple of the source where that loses less than a quarter."""
    side = min(rect.width(), rect.height())
    whole = side // source_px * source_px
    if whole >= 0.75 * side:
        side = whole
    left = rect.x() + (rect.width() - side) // 2
    top = rect.y() + (rect.height() - side) // 2
    return QRectF(left, top, side, side)


@cache
def _bicubic(size: int, factor: int) -> np.ndarray:
    """(size·factor, size): Catmull-Rom weights, clamped at the border."""
    places = (np.arange(size * factor) + 0.5) / factor - 0.5
    first = np.floor(places).astype(int)
    t = places - first
    weights = (-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2)
    matrix = np.zeros((size * factor, size), np.float32)
    for offset, weight in zip(range(-1, 3), weights, strict=True):
        np.add.at(matrix, (np.arange(len(places)), np.clip(first + offset, 0, size - 1)), weight / 2)
    return matrix


def _premultiplied(alpha: np.ndarray, upper: QColor, lower: QColor) -> np.ndarray:
    """(H, W) uint8 to (H, W, 4) in the byte order of ARGB32 on this machine."""
    wide = alpha.astype(np.uint16)
    ends = zip(upper.getRgb()[:3], lower.getRgb()[:3], strict=True)  # type: ignore[index]  # PySide says object
    shades = [(wide * _column(len(alpha), *pair) + 127) // 255 for pair in ends]
    words = wide.astype(np.uint32) << 24
    for shade, shift in zip(shades, (16, 8, 0), strict=True):
        words |= shade.astype(np.uint32) << shift
    return words.view(np.uint8).reshape(*alpha.shape, 4)


def _column(height: int, upper: int, lower: int) -> np.ndarray:
    """(H, 1) from one shade to another, each pixel that of its middle."""
    down = (np.arange(height)[:, None] + 0.5) / height
    return np.rint(upper + down * (lower - upper)).astype(np.uint16)


def _owned(data: np.ndarray, image_format: QImage.Format) -> QImage:
    """A copy, because a QImage over an array neither owns nor protects its memory."""
    data = np.ascontiguousarray(data)
    height, width = data.shape[:2]
    return QImage(data.data, width, height, data.strides[0], image_format).copy()
