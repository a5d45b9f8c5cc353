"""What a stencil's job does outside the window's thread: read a picture, fill, and paint how it would look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from gan.errors import Failure, UserError
from studio.controllers.exports import Report
from studio.document.along import Along
from studio.document.artwork import Artwork, Brush, Stamp, Stroke
from studio.document.painter import StrokePainter, blank_image, sheet_size
from studio.document.stencil import PicturePart, ShapeKind, Tone, picture_tone, shape_tone
from studio.document.stencil_places import Filling
from studio.document.stencil_stroke import filled

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class StencilPicture:
    """A picture from elsewhere, ``pixels (H, W, C) uint8``, and which part of it is filled."""

    pixels: NDArray[np.uint8]
    part: PicturePart
    leave_out: float


@dataclass(frozen=True, slots=True, eq=False)
class StencilOrder:
    """``points``: the shape in sheet pixels; of a picture the corners of its frame. ``scale``: of the preview."""

    kind: ShapeKind | Literal["picture"]
    points: Points
    picture: StencilPicture | None
    filling: Filling
    stamps: tuple[Stamp, ...]
    brush: Brush
    along: Along | None
    sheet: Artwork
    scale: float


@dataclass(frozen=True, slots=True, eq=False)
class StencilFilled:
    """What came of an order: the stroke, and a picture of it on a transparent sheet."""

    order: StencilOrder
    stroke: Stroke
    preview: QImage


@dataclass(frozen=True, slots=True, eq=False)
class StencilRefused:
    """Why nothing came of an order: it says which, since a newer one may have been given meanwhile."""

    order: StencilOrder
    failure: Failure


def fill_stencil(order: StencilOrder, report: Report) -> StencilFilled | StencilRefused:
    """Refused where nothing can be filled, or where it is called off."""
    try:
        return _filled(order, report)
    except UserError as error:
        return StencilRefused(order, error.failure)


def _filled(order: StencilOrder, report: Report) -> StencilFilled:
    stroke = filled(
        _tone_of(order),
        order.filling,
        order.stamps,
        order.brush,
        np.array(outline_of(order.kind, order.points), np.float32),
        along=order.along,
        sheet=(order.sheet.width, order.sheet.height),
        report=report,
    )
    preview = blank_image(sheet_size(order.sheet, order.scale))
    StrokePainter(order.scale).paint_stroke(stroke, preview)
    return StencilFilled(order, stroke, preview)


def _tone_of(order: StencilOrder) -> Tone:
    smallest_px = order.filling.smallest_px
    if order.kind != "picture":
        return shape_tone(order.kind, order.points, smallest_px)
    assert order.picture is not None
    frame = frame_of(order.points)
    return picture_tone(order.picture.pixels, order.picture.part, order.picture.leave_out, frame, smallest_px)


def frame_of(points: Points) -> QRectF:
    """The upright rectangle around them."""
    across, down = zip(*points, strict=True)
    return QRectF(min(across), min(down), max(across) - min(across), max(down) - min(down))


def corners_of(frame: QRectF) -> Points:
    """Of its upper left and lower right."""
    return ((frame.left(), frame.top()), (frame.right(), frame.bottom()))


def outline_of(kind: str, points: Points) -> Points:
    """The closed line around what is filled."""
    if kind == "outline":
        return points
    frame = frame_of(points)
    if kind == "ellipse":
        turn = np.linspace(0, 2 * np.pi, 97)
        middle, across, down = frame.center(), frame.width() / 2, frame.height() / 2
        x, y = middle.x() + across * np.cos(turn), middle.y() + down * np.sin(turn)
        return tuple(zip(x.tolist(), y.tolist(), strict=True))
    left, top, right, bottom = frame.left(), frame.top(), frame.right(), frame.bottom()
    return ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))


def read_stencil_picture(path: Path) -> tuple[str, NDArray[np.uint8]]:
    """Its name and pixels. UserError in one sentence."""
    from gan.find_target import read_picture  # Pillow waits for the first picture

    return path.name, read_picture(path)
