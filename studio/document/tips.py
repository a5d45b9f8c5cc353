"""Stamps as ink: luminance becomes alpha, enlarged with a crisp edge or as hard pixels, kept in a few sizes."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from studio.document.artwork import Stamp
from studio.document.finish import Finish, inked_parts
from studio.images import crisp_alpha, ink_image

LARGEST_ENLARGEMENT = 32
CACHE_BYTES = 96 * 2**20
_SOFT_EDGE_AT = 4  # up to this enlargement the edge of crisp_alpha is as sharp as pixels allow


def sharp_alpha(luminance: NDArray[np.uint8], enlargement: int) -> NDArray[np.uint8]:
    """Ink coverage (kH, kW) of a grey picture (H, W), ``enlargement`` k times as large.

    The edge keeps its width in pixels of the result: the larger a stamp is painted, the sharper its pen.
    """
    alpha = crisp_alpha(luminance, enlargement)
    steepness = enlargement / _SOFT_EDGE_AT
    if steepness <= 1:
        return alpha
    rise = np.clip((alpha.astype(np.float32) / 255 - 0.5) * min(steepness, 4.0) + 0.5, 0.0, 1.0)
    return np.rint(255 * rise * rise * (3 - 2 * rise)).astype(np.uint8)


class TipCache:
    """Tips by stamp, enlargement and finish; the least used go once they fill more than ``CACHE_BYTES``."""

    def __init__(self) -> None:
        self._tips: OrderedDict[tuple[Stamp, float, Finish], QImage] = OrderedDict()
        self._bytes = 0

    def tip(self, stamp: Stamp, side_px: float, finish: Finish) -> QImage:
        """The stamp with its longer side ``side_px`` to twice that: near enough to be drawn smoothly.

        Hard pixels are never more than they are: to be enlarged as they are drawn.
        """
        level = _level_for(side_px / max(stamp.pixels.shape[:2]))
        if finish.edges == "pixels":
            level = min(level, 1.0)
        key = (stamp, level, finish)
        if key in self._tips:
            self._tips.move_to_end(key)
            return self._tips[key]
        tip = _make_tip(stamp, level, finish)
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


def _make_tip(stamp: Stamp, level: float, finish: Finish) -> QImage:
    """Below twice the size: drawn at twice, then reduced by area."""
    ink, lower = (QColor(end) for end in finish.ends)
    parts = inked_parts(stamp, inverted=finish.inverted)
    if parts.shape[2] == 1 and finish.edges == "crisp":
        enlargement = max(2, int(level))
        image = ink_image(sharp_alpha(parts[..., 0], enlargement)[..., None], ink, lower)
    else:  # colour pictures keep their colours and, where they have one, their own alpha
        image = ink_image(parts, ink, lower)
    height, width = (max(1, round(side * level)) for side in stamp.pixels.shape[:2])
    return image.scaled(
        width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
