"""The atlas behind the pad: thumbnails over a tint by class, built row by row as the pictures arrive."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from studio.tokens import Tokens, class_tint, colour
from studio.widgets.map_regions import Region, regions
from studio.widgets.pad_view import PadView
from studio.widgets.resampling import cubic_matrix, resized

UNSURE = 0.55  # below this the most probable class is hatched
HATCH_EVERY_PX = 8
HATCH_STRENGTH = 0.22
BORDER_STRENGTH = 0.27
REACH = 2  # bicubic tint at a row's edge looks two rows further


@dataclass(frozen=True, slots=True)
class MapColours:
    """Sheet, ink and class tints as (3,) floats in 0…255, and how strong the tint is."""

    sheet: NDArray[np.float32]
    ink: NDArray[np.float32]
    tints: NDArray[np.float32]
    least_tint: float
    tint_gain: float

    @classmethod
    def from_tokens(cls, tokens: Tokens, classes: int) -> MapColours:
        """The theme's colours for a map of so many classes."""
        tints = np.stack([_rgb(class_tint(tokens, index)) for index in range(max(classes, 1))])
        strength = (0.05, 0.25) if tokens.dark else (0.07, 0.31)
        return cls(_rgb(colour(tokens.slate)), _rgb(colour(tokens.chalk)), tints, *strength)


class LatentMap:
    """``cells`` × ``cells`` pictures of one view in one image; rows come in from the top."""

    def __init__(self, view: PadView, cells: int, size_px: int, colours: MapColours) -> None:
        self.view = view
        self.cells = cells
        self._cell_px = max(size_px // cells, 1)
        self._colours = colours
        self._pixels: list[np.ndarray] = []
        self._probabilities: list[np.ndarray] = []
        self._painted_rows = 0
        side = self._cell_px * cells
        self._canvas = np.zeros((side, side, 4), dtype=np.uint8)
        layout = QImage.Format.Format_ARGB32_Premultiplied
        self.image = QImage(self._canvas.data, side, side, 4 * side, layout)  # a view: _canvas is painted
        self.regions: list[Region] = []

    @property
    def is_complete(self) -> bool:
        """All rows are painted."""
        return self._painted_rows == self.cells

    def tile(self, column: int, row: int) -> np.ndarray | None:
        """The picture (H, W, C) of one cell, if it has come."""
        index = row * self.cells + column
        return self._pixels[index] if index < len(self._pixels) else None

    def add(self, pixels: np.ndarray, probabilities: np.ndarray | None) -> bool:
        """Take the next pictures (N, H, W, C) in order and paint every row that has all it needs; if any has."""
        self._pixels.extend(pixels)
        self._probabilities.extend(() if probabilities is None else probabilities)
        known = len(self._pixels) // self.cells
        ready = self.cells if known == self.cells else max(known - REACH, 0)
        for row in range(self._painted_rows, ready):
            self._paint_row(row)
        looks_different = ready > self._painted_rows
        self._painted_rows = max(ready, self._painted_rows)
        if self.is_complete and self._probabilities and not self.regions:
            labels = np.argmax(np.stack(self._probabilities), axis=1)
            self.regions = regions(labels.reshape(self.cells, self.cells))
        return looks_different

    def repainted(self, size_px: int, colours: MapColours) -> LatentMap:
        """The same pictures at another size or in another theme."""
        other = LatentMap(self.view, self.cells, size_px, colours)
        if self._pixels:
            probabilities = np.stack(self._probabilities) if self._probabilities else None
            other.add(np.stack(self._pixels), probabilities)
        return other

    def _paint_row(self, row: int) -> None:
        first = row * self.cells
        fade = np.ones(self.cells, dtype=np.float32)
        if self._probabilities:
            band = self._tinted(row)
            fade = 0.5 + 0.5 * _certainty(np.max(self._probabilities[first : first + self.cells], axis=1))
        else:
            band = np.empty((self._cell_px, self._canvas.shape[1], 3), dtype=np.float32)
            band[:] = self._colours.sheet
        self._draw_thumbnails(band, np.stack(self._pixels[first : first + self.cells]), fade)
        target = self._canvas[row * self._cell_px : (row + 1) * self._cell_px]
        target[..., :3] = np.clip(band[..., ::-1] + 0.5, 0.0, 255.0)  # QImage keeps blue first
        target[..., 3] = 255

    def _tinted(self, row: int) -> NDArray[np.float32]:
        """One row of cells as a band (lines, width, 3): tint by class, hatch where unsure, borders."""
        top = row * self._cell_px
        lines = np.arange(max(top - 1, 0), top + self._cell_px)  # one line more above, to see a border there
        classes, shares = self._resampled(row, lines)
        winner = shares.argmax(axis=0)
        label = classes[winner]
        sure = np.take_along_axis(shares, winner[None], axis=0)[0][-self._cell_px :]
        border = label[-self._cell_px :] != np.concatenate([label[:1], label[:-1]])[-self._cell_px :]
        label = label[-self._cell_px :]
        border[:, 1:] |= label[:, 1:] != label[:, :-1]
        diagonal = lines[-self._cell_px :, None] + np.arange(label.shape[1])
        hatch = (diagonal % HATCH_EVERY_PX == 0) & (sure < UNSURE)

        sheet, ink = self._colours.sheet, self._colours.ink
        strength = self._colours.least_tint + self._colours.tint_gain * _certainty(sure)
        band = sheet + strength[..., None] * (self._colours.tints[label] - sheet)
        for marked, amount in ((hatch, HATCH_STRENGTH), (border, BORDER_STRENGTH)):
            band[marked] += amount * (ink - band[marked])
        return band

    def _resampled(self, row: int, lines: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Classes that can win here (C,) and their probabilities on these lines (C, lines, width)."""
        rows = slice(max(row - REACH - 1, 0), min(row + REACH, self.cells - 1) + 1)
        near = np.stack(self._probabilities[rows.start * self.cells : rows.stop * self.cells])
        classes = np.flatnonzero(near.max(axis=0) > 1.0 / (near.shape[1] + 1))
        grid = near[:, classes].reshape(-1, self.cells, len(classes)).transpose(2, 0, 1)
        smooth = cubic_matrix(self.cells, self._canvas.shape[0])
        return classes, smooth[lines, rows] @ grid @ smooth.T

    def _draw_thumbnails(
        self, band: NDArray[np.float32], pixels: np.ndarray, fade: NDArray[np.float32]
    ) -> None:
        """Ink the pictures (cells, H, W, C) into their band; coloured ones are laid on as they are."""
        light = pixels.astype(np.float32) / 255.0
        channels = [resized(light[..., index], self._cell_px) for index in range(light.shape[3])]
        cover = fade[:, None, None] * (channels[0] if len(channels) == 1 else np.ones_like(channels[0]))
        line = cover.transpose(1, 0, 2).reshape(band.shape[0], -1)
        for index in range(3):
            if len(channels) == 1:
                band[..., index] += line * (self._colours.ink[index] - band[..., index])
            else:
                flat = channels[index].transpose(1, 0, 2).reshape(band.shape[0], -1)
                band[..., index] += line * (255.0 * flat - band[..., index])


def _certainty(probability: NDArray[np.float32]) -> NDArray[np.float32]:
    """How sure a class is, 0…1, from its probability."""
    return np.clip((probability - 0.3) / 0.6, 0.0, 1.0)


def _rgb(value: QColor) -> NDArray[np.float32]:
    return np.array([value.red(), value.green(), value.blue()], dtype=np.float32)
