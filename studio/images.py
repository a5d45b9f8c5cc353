"""From arrays of pixels to pictures in ink: luminance becomes alpha, so nothing is a black tile."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

# ITU-R BT.601, as Pillow's "L": one grey for coloured sources that are asked for as ink.
_LUMINANCE = np.array([0.299, 0.587, 0.114], dtype=np.float32)


def ink_image(pixels: np.ndarray, ink: QColor) -> QImage:
    """(H, W, C) uint8 to a picture: grey as ink whose alpha is the luminance, colour as it is."""
    height, width, channels = pixels.shape
    if channels == 1:
        return _owned(_premultiplied(pixels[..., 0], ink), QImage.Format.Format_ARGB32_Premultiplied)
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


def luminance(pixels: np.ndarray) -> np.ndarray:
    """(H, W, C) uint8 to (H, W) uint8."""
    if pixels.shape[-1] == 1:
        return pixels[..., 0]
    return np.rint(pixels[..., :3].astype(np.float32) @ _LUMINANCE).astype(np.uint8)


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


def _premultiplied(alpha: np.ndarray, ink: QColor) -> np.ndarray:
    """(H, W) uint8 to (H, W, 4) in the byte order of ARGB32 on this machine."""
    wide = alpha.astype(np.uint16)
    shades = [(wide * value + 127) // 255 for value in (ink.red(), ink.green(), ink.blue())]
    words = wide.astype(np.uint32) << 24
    for shade, shift in zip(shades, (16, 8, 0), strict=True):
        words |= shade.astype(np.uint32) << shift
    return words.view(np.uint8).reshape(*alpha.shape, 4)


def _owned(data: np.ndarray, image_format: QImage.Format) -> QImage:
    """A copy, because a QImage over an array neither owns nor protects its memory."""
    data = np.ascontiguousarray(data)
    height, width = data.shape[:2]
    return QImage(data.data, width, height, data.strides[0], image_format).copy()
