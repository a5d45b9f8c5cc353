"""Stamps as ink: luminance becomes alpha, enlarged with a crisp edge, kept in a few sizes."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from studio.document.artwork import Stamp

LARGEST_ENLARGEMENT = 32
CACHE_BYTES = 96 * 2**20


def crisp_alpha(luminance: NDArray[np.uint8], enlargement: int) -> NDArray[np.float32]:
    """Ink coverage (kH, kW) in [0, 1] of a grey picture (H, W), ``enlargement`` k times as large.

    Bicubic, then a smooth step about one half: a pen's edge at every size, where plain enlarging would blur.
    """
    height, width = luminance.shape
    field = Image.fromarray(luminance.astype(np.float32) / 255.0)
    field = field.resize((width * enlargement, height * enlargement), Image.Resampling.BICUBIC)
    half_edge = min(max(0.5 / enlargement, 0.12), 0.3)
    t = np.clip((np.asarray(field) - (0.5 - half_edge)) / (2 * half_edge), 0.0, 1.0)
    return (t * t * (3.0 - 2.0 * t)).astype(np.float32)


class TipCache:
    """Tips by stamp, enlargement and ink; the least used go once they fill more than ``CACHE_BYTES``."""

    def __init__(self) -> None:
        self._tips: OrderedDict[tuple[Stamp, float, str], QImage] = OrderedDict()
        self._bytes = 0

    def tip(self, stamp: Stamp, side_px: float, ink: str) -> QImage:
        """The stamp with its longer side ``side_px`` to twice that: near enough to be drawn smoothly."""
        level = _level_for(side_px / max(stamp.pixels.shape[:2]))
        key = (stamp, level, ink)
        if key in self._tips:
            self._tips.move_to_end(key)
            return self._tips[key]
        tip = _make_tip(stamp, level, QColor(ink))
        self._tips[key] = tip
        self._bytes += tip.sizeInBytes()
        while self._bytes > CACHE_BYTES and len(self._tips) > 1:
            self._bytes -= self._tips.popitem(last=False)[1].sizeInBytes()
        return tip


def _level_for(scale: float) -> float:
    """The power of two at or above ``scale``, up to the largest."""
    level = float(LARGEST_ENLARGEMENT)
    while level / 2 >= scale and level > 2**-6:
        level /= 2
    return level


def _make_tip(stamp: Stamp, level: float, ink: QColor) -> QImage:
    enlargement = max(2, int(level))  # below twice the size: drawn at twice, then reduced by area
    if stamp.pixels.shape[2] == 1:
        image = _ink_image(crisp_alpha(stamp.pixels[..., 0], enlargement), ink)
    else:
        image = _colour_image(stamp.pixels, enlargement)
    if level >= 2:
        return image
    height, width = (max(1, round(side * level)) for side in stamp.pixels.shape[:2])
    return image.scaled(
        width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _ink_image(alpha: NDArray[np.float32], ink: QColor) -> QImage:
    shades = np.empty((*alpha.shape, 4), dtype=np.uint8)
    for channel, value in enumerate((ink.red(), ink.green(), ink.blue())):
        shades[..., channel] = np.rint(alpha * value)
    shades[..., 3] = np.rint(alpha * 255)
    return _image_of(shades, QImage.Format.Format_RGBA8888_Premultiplied)


def _colour_image(pixels: NDArray[np.uint8], enlargement: int) -> QImage:
    """Colour pictures keep their colours and, where they have one, their own alpha."""
    size = (pixels.shape[1] * enlargement, pixels.shape[0] * enlargement)
    enlarged = Image.fromarray(pixels).convert("RGBA").resize(size, Image.Resampling.BICUBIC)
    return _image_of(np.asarray(enlarged), QImage.Format.Format_RGBA8888)


def _image_of(shades: NDArray[np.uint8], image_format: QImage.Format) -> QImage:
    shades = np.ascontiguousarray(shades)
    height, width = shades.shape[:2]
    image = QImage(shades.data, width, height, 4 * width, image_format)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # a copy that owns its memory
