"""What a stencil lets through: how dark each place of a shape or of a picture is to become, as a coarse map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF

from gan.errors import UserError

ShapeKind = Literal["rectangle", "ellipse", "outline"]
PicturePart = Literal["dark", "light", "shape"]
FINEST_CELLS, MOST_CELLS = 8.0, 1_500_000  # cells to a smallest stamp; cells of a map
LONGEST_CELLS = 4096
_FULL_RANGE = (2.0, 98.0)  # percentiles of a picture that become nothing and full
_LEAST_RANGE = 0.02
_LUMA = (0.299, 0.587, 0.114)  # of ITU-R BT.601
_DETAIL = 0.5  # how much more than its surroundings a place stands out than in the picture
FloatMap = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Tone:
    """``values (H, W)`` 0 nothing to 1 full, in cells of ``cell_px``; the upper left corner lies at (x, y)."""

    values: FloatMap
    cell_px: float
    x: float
    y: float


def shape_tone(kind: ShapeKind, points: Sequence[tuple[float, float]], smallest_px: float) -> Tone:
    """A shape that is full all over; of a rectangle and an ellipse ``points`` are two corners.

    UserError where it has no area.
    """
    polygon = QPolygonF([QPointF(*point) for point in points])
    bounds = polygon.boundingRect()
    cell_px = _cell_for(bounds, smallest_px)
    across, down = _cells(bounds, cell_px)
    mask = QImage(across, down, QImage.Format.Format_Grayscale8)
    mask.fill(0)
    with QPainter(mask) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.scale(1 / cell_px, 1 / cell_px)
        painter.translate(-bounds.topLeft())
        if kind == "outline":
            painter.drawPolygon(polygon, Qt.FillRule.WindingFill)
        elif kind == "ellipse":
            painter.drawEllipse(bounds)
        else:
            painter.drawRect(bounds)
    rows = np.frombuffer(mask.constBits(), np.uint8).reshape(down, mask.bytesPerLine())[:, :across]
    return Tone(rows.astype(np.float32) / np.float32(255), cell_px, bounds.x(), bounds.y())


def picture_tone(
    pixels: NDArray[np.uint8], part: PicturePart, leave_out: float, frame: QRectF, smallest_px: float
) -> Tone:
    """What of a picture (H, W, 1, 3 or 4) is dark, light, or there at all, laid into ``frame`` of the sheet.

    ``leave_out`` 0 to 1: what is no darker than this stays empty. UserError where the frame has no area.
    """
    cell_px = _cell_for(frame, smallest_px)
    shown = _resized(darkness_of(pixels, part), *_cells(frame, cell_px))
    if part != "shape":
        shown = np.clip(
            shown + _DETAIL * (shown - box_mean(shown, round(4 * smallest_px / cell_px), "edge")), 0, 1
        )
        shown = np.clip((shown - leave_out) / max(1 - leave_out, 1e-3), 0, 1)
    return Tone(shown.astype(np.float32), cell_px, frame.x(), frame.y())


def darkness_of(pixels: NDArray[np.uint8], part: PicturePart) -> FloatMap:
    """0 to 1 for each pixel, (H, W), over the range that the picture has; nothing where it is transparent."""
    alpha = _alpha_of(pixels)
    if part == "shape":
        return alpha
    colours = pixels[..., :3].astype(np.float32) / np.float32(255)
    light = colours[..., 0] if pixels.shape[2] == 1 else colours @ np.array(_LUMA, np.float32)
    dark = 1 - light if part == "dark" else light
    seen = dark[alpha > 0.5]
    if not seen.size:
        return np.zeros_like(dark)
    low, high = np.percentile(seen, _FULL_RANGE)
    if high - low < _LEAST_RANGE:  # one shade all over
        return (dark * alpha).astype(np.float32)
    return (np.clip((dark - low) / (high - low), 0, 1) * alpha).astype(np.float32)


def is_cut_out(pixels: NDArray[np.uint8]) -> bool:
    """Whether the picture has a shape of its own: a part of it is transparent."""
    return pixels.shape[2] == 4 and bool((pixels[..., 3] < 128).any())


def fitted(pixels: NDArray[np.uint8], into: QRectF) -> QRectF:
    """The largest frame of the picture's proportions in the middle of a rectangle."""
    height, width = pixels.shape[:2]
    scale = min(into.width() / width, into.height() / height)
    frame = QRectF(0, 0, width * scale, height * scale)
    frame.moveCenter(into.center())
    return frame


def box_mean(
    values: NDArray[np.floating], reach: int, outside: Literal["edge", "constant"] = "constant"
) -> NDArray[np.float64]:
    """The mean over a square of 2·reach + 1 cells around each cell.

    ``outside`` is nothing, "constant", or what lies at the "edge".
    """
    reach = max(0, min(reach, 512))
    side, (height, width) = 2 * reach + 1, values.shape
    sums = np.zeros((height + side, width + side))
    np.cumsum(np.cumsum(np.pad(values, reach, mode=outside), 0, np.float64), 1, out=sums[1:, 1:])
    whole = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    return np.asarray(whole / side**2)


def _alpha_of(pixels: NDArray[np.uint8]) -> FloatMap:
    if pixels.shape[2] == 4:
        return pixels[..., 3].astype(np.float32) / np.float32(255)
    return np.ones(pixels.shape[:2], np.float32)


def _resized(values: FloatMap, across: int, down: int) -> FloatMap:
    """Means over whole areas where it becomes smaller, straight between pixels where it grows."""
    from PIL import Image

    picture = Image.fromarray(np.ascontiguousarray(values, np.float32))
    smooth = Image.Resampling.BOX if across < picture.width else Image.Resampling.BILINEAR
    return np.asarray(picture.resize((across, down), smooth), np.float32)


def _cell_for(bounds: QRectF, smallest_px: float) -> float:
    if min(bounds.width(), bounds.height()) < 1:
        raise UserError("stencil-too-small", "Drag a larger shape: there is no room for a stamp in this one.")
    coarse = (bounds.width() * bounds.height() / MOST_CELLS) ** 0.5
    long = max(bounds.width(), bounds.height()) / LONGEST_CELLS
    return float(max(smallest_px / FINEST_CELLS, coarse, long))


def _cells(bounds: QRectF, cell_px: float) -> tuple[int, int]:
    return max(1, round(bounds.width() / cell_px)), max(1, round(bounds.height() / cell_px))
