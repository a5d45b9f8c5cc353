"""A drawn or foreign picture as a generator would draw it: its size, light on dark, placed as its pictures are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gan.data.picture_files import plain_text
from gan.errors import UserError

GROUND_WEIGHT = 0.3  # what is drawn is meant; where nothing is drawn, something might still have been
DRAWN = 0.3  # from this share of full ink on, something is drawn
LARGEST_SIDE_PX = 1024  # more than any generator draws; larger pictures are made smaller first
_PAPER = 0.12  # what differs this little from the ground is its grain
FloatArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a generator's drawings stand: the longer side of their ink and its centre, in shares of the side."""

    extent: float
    centre: tuple[float, float]  # across, down

    @classmethod
    def of(cls, pixels: NDArray[np.uint8]) -> Frame:
        """Measured as medians over pictures (N, H, W, C)."""
        frames = [_box_and_centre(own_ink(picture)) for picture in pixels]
        known = np.array([(extent, x, y) for extent, x, y in frames if extent > 0])
        if not len(known):
            return cls(0.7, (0.5, 0.5))
        extent, x, y = np.median(known, axis=0)
        return cls(float(extent), (float(x), float(y)))


SEEN = Frame(0.72, (0.5, 0.5))  # on a sheet to draw on


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """``images (C, S, S)`` in [-1, 1] and how much each of its values counts, ``weights (C, S, S)``, mean 1."""

    images: FloatArray
    weights: FloatArray


def target_for(pixels: NDArray[np.uint8], size: int, channels: int, frame: Frame) -> Target:
    """(H, W, C) uint8 of any size, as a generator's pictures are. UserError where nothing is on it."""
    if pixels.ndim != 3 or pixels.shape[2] not in (1, 3, 4) or 0 in pixels.shape:
        raise UserError("picture-shape", "A picture to find has 1, 3 or 4 channels.")
    if channels == 1:
        return _grey_target(_grey(pixels, size, frame))
    if channels == 3:
        return _colour_target(pixels, size)
    return _sprite_target(pixels, size, frame)


def sheet_for(pixels: NDArray[np.uint8], side: int, channels: int) -> NDArray[np.uint8]:
    """What a person sees of a foreign picture to be found: ink alone (side, side), or (side, side, 4) in colour.

    UserError where nothing is on it.
    """
    bounded = _bounded(pixels)
    if channels == 1:
        sheet = placed(foreign_ink(bounded), side, SEEN)
    elif channels == 3:
        sheet = _squared(_with_alpha(bounded), side)
    else:
        sheet = _placed_sprite(_with_alpha(bounded), side, SEEN)
    return np.rint(255 * sheet).clip(0, 255).astype(np.uint8)


def read_picture(path: Path) -> NDArray[np.uint8]:
    """A picture file from a stranger, no larger than it can be of use: (H, W, C) uint8. UserError in one sentence."""
    from gan.data.decoding import PictureRefused, opened_picture

    try:
        with opened_picture(path, LARGEST_SIDE_PX) as image:
            image.thumbnail((LARGEST_SIDE_PX, LARGEST_SIDE_PX), Image.Resampling.BOX)
            return np.atleast_3d(np.asarray(image, dtype=np.uint8))
    except PictureRefused as error:
        reason = str(error)
    except OSError as error:
        reason = error.strerror or "it is no picture"
    except Exception:  # a decoder may raise anything on a file made to break it
        reason = "it is damaged"
    raise UserError(
        "picture-refused", "{name} cannot be used: {reason}.", name=plain_text(path.name), reason=reason
    )


def own_ink(pixels: NDArray[np.uint8]) -> FloatArray:
    """How much ink each pixel of a generator's own picture has, (H, W, C) -> (H, W) in 0…1."""
    channel = pixels[..., 3] if pixels.shape[2] == 4 else pixels.mean(axis=2)
    return channel.astype(np.float32) / np.float32(255)


def foreign_ink(pixels: NDArray[np.uint8]) -> FloatArray:
    """How much ink a sketch or photograph has at each pixel, (H, W, C) -> (H, W) in 0…1, whatever its colours.

    What is opaque in a picture with transparency; else what stands out from the level along its edge.
    """
    if _is_cut_out(pixels):
        return pixels[..., 3].astype(np.float32) / np.float32(255)
    light = pixels[..., :3].astype(np.float32).mean(axis=2) / np.float32(255)
    edge = np.concatenate([light[0], light[-1], light[:, 0], light[:, -1]])
    lighter = light - np.median(edge)
    is_dark_on_light = np.square(np.minimum(lighter, 0)).sum() > np.square(np.maximum(lighter, 0)).sum()
    return _cleaned(-lighter if is_dark_on_light else lighter)


def _cleaned(ink: FloatArray) -> FloatArray:
    """Full where the ink is strongest, nothing where there is only the grain of the paper."""
    full = _full_level(ink)
    if full <= 0.02:
        return np.zeros_like(ink)
    return np.clip((ink / full - _PAPER) / (1 - _PAPER), 0.0, 1.0).astype(np.float32)


def _full_level(ink: FloatArray) -> float:
    """The usual level of what is inked at all."""
    strong = ink[ink > ink.max() / 2]
    return float(np.median(strong)) if strong.size and ink.max() > 0 else 0.0


def _is_cut_out(pixels: NDArray[np.uint8]) -> bool:
    return pixels.shape[2] == 4 and bool((pixels[..., 3] < 128).any())


def _grey(pixels: NDArray[np.uint8], size: int, frame: Frame) -> FloatArray:
    if pixels.shape == (size, size, 1) and np.median(pixels[[0, -1]]) < 16:
        return own_ink(pixels)  # drawn like the generator's own
    return placed(foreign_ink(_bounded(pixels)), size, frame)


def placed(ink: FloatArray, size: int, frame: Frame) -> FloatArray:
    """What is inked, brought to the size and place of a generator's drawings: (H, W) -> (size, size).

    UserError where nothing is inked.
    """
    box = _box(ink)
    if box is None:
        raise UserError("nothing-drawn", "There is nothing on this picture to look for.")
    top, bottom, left, right = box
    cut = Image.fromarray(ink[top:bottom, left:right])
    scale = frame.extent * size / max(cut.size)
    width, height = (min(size, max(1, round(side * scale))) for side in cut.size)
    small = np.asarray(
        cut.resize((width, height), Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC)
    )
    small = np.clip(small / max(_full_level(small), 1e-3), 0.0, 1.0)
    x, y = _centre_of_mass(small)
    left, top = (
        int(np.clip(round(share * size - middle), 0, size - side))
        for share, middle, side in ((frame.centre[0], x, width), (frame.centre[1], y, height))
    )
    sheet = np.zeros((size, size), dtype=np.float32)
    sheet[top : top + height, left : left + width] = small
    return sheet


def _grey_target(ink: FloatArray) -> Target:
    weights = GROUND_WEIGHT + (1 - GROUND_WEIGHT) * ink
    return Target((2 * ink - 1)[None], _of_mean_one(weights[None]))


def _colour_target(pixels: NDArray[np.uint8], size: int) -> Target:
    """A photograph counts everywhere, a sketch only where something is drawn: nobody drew its ground."""
    square = _squared(_with_alpha(_bounded(pixels)), size)
    drawn = square[..., 3:]
    if drawn.max() < DRAWN:
        raise UserError("nothing-drawn", "There is nothing on this picture to look for.")
    weights = np.repeat(drawn, 3, axis=2)
    return Target(_planes(2 * square[..., :3] - 1), _of_mean_one(_planes(weights)))


def _sprite_target(pixels: NDArray[np.uint8], size: int, frame: Frame) -> Target:
    """Colours count where it is opaque; its outline counts everywhere."""
    bounded = _with_alpha(_bounded(pixels))
    if pixels.shape[:2] == (size, size) and _is_cut_out(bounded):
        square = bounded.astype(np.float32) / np.float32(255)  # drawn like the generator's own
    else:
        square = _placed_sprite(bounded, size, frame)
    alpha = square[..., 3:]
    weights = np.concatenate(
        [np.repeat(alpha, 3, axis=2), GROUND_WEIGHT + (1 - GROUND_WEIGHT) * alpha], axis=2
    )
    return Target(_planes(2 * square - 1), _of_mean_one(_planes(weights)))


def _placed_sprite(pixels: NDArray[np.uint8], size: int, frame: Frame) -> FloatArray:
    ink = foreign_ink(pixels)
    outline = placed(ink, size, frame)
    top, bottom, left, right = _box(ink) or (0, *ink.shape[:1], 0, ink.shape[1])
    rows, columns = np.flatnonzero(outline.any(axis=1)), np.flatnonzero(outline.any(axis=0))
    width, height = int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1
    cut = Image.fromarray(pixels[top:bottom, left:right, :3]).resize((width, height), Image.Resampling.BOX)
    sheet = np.zeros((size, size, 4), dtype=np.float32)
    sheet[rows[0] : rows[0] + height, columns[0] : columns[0] + width, :3] = np.asarray(cut) / np.float32(255)
    sheet[..., 3] = outline
    return sheet


def _squared(pixels: NDArray[np.uint8], size: int) -> FloatArray:
    """The middle of a picture, as training pictures are cut: (H, W, 4) -> (size, size, 4) in 0…1."""
    picture = Image.fromarray(pixels)
    side = min(picture.size)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    middle = picture.crop((left, top, left + side, top + side))
    smooth = Image.Resampling.BOX if _is_cut_out(pixels) else Image.Resampling.LANCZOS
    small = middle.resize((size, size), smooth)
    return np.asarray(small, dtype=np.float32) / np.float32(255)


def _bounded(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """No larger than any generator could want it."""
    longest = max(pixels.shape[:2])
    if longest <= LARGEST_SIDE_PX:
        return pixels
    picture = Image.fromarray(np.ascontiguousarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels))
    picture.thumbnail((LARGEST_SIDE_PX, LARGEST_SIDE_PX), Image.Resampling.BOX)
    return np.atleast_3d(np.asarray(picture))


def _with_alpha(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    if pixels.shape[2] == 4:
        return pixels
    colours = np.repeat(pixels, 3, axis=2) if pixels.shape[2] == 1 else pixels
    return np.concatenate([colours, np.full_like(colours[..., :1], 255)], axis=2)


def _planes(values: FloatArray) -> FloatArray:
    return np.ascontiguousarray(values.transpose(2, 0, 1), dtype=np.float32)


def _of_mean_one(weights: FloatArray) -> FloatArray:
    return (weights / weights.mean()).astype(np.float32)


def _box(ink: FloatArray) -> tuple[int, int, int, int] | None:
    """Top, bottom, left and right of what is inked."""
    inked = ink > DRAWN
    if not inked.any():
        return None
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def _centre_of_mass(ink: FloatArray) -> tuple[float, float]:
    """Across and down, in pixels."""
    total = float(ink.sum())
    x = float((ink.sum(axis=0) * (np.arange(ink.shape[1]) + 0.5)).sum()) / total
    y = float((ink.sum(axis=1) * (np.arange(ink.shape[0]) + 0.5)).sum()) / total
    return x, y


def _box_and_centre(ink: FloatArray) -> tuple[float, float, float]:
    """In shares of the side; extent 0 for an empty picture."""
    box = _box(ink)
    if box is None:
        return 0.0, 0.5, 0.5
    x, y = _centre_of_mass(ink)
    side = len(ink)
    return max(box[1] - box[0], box[3] - box[2]) / side, x / side, y / side
