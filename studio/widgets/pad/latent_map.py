"""The atlas behind the pad: thumbnails over a tint by class, at first with every second picture, then with all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from studio.tokens import Tokens, class_tint, colour
from studio.widgets.pad.map_regions import LEAST_CELLS, Region, regions
from studio.widgets.pad.pad_view import PadView
from studio.widgets.pictures.resampling import cubic_matrix, resized

UNSURE = 0.55  # below this the most probable class is hatched
HATCH_EVERY_PX = 8
HATCH_STRENGTH = 0.22
BORDER_STRENGTH = 0.27
REACH = 2  # bicubic tint at a row's edge looks two rows further
COARSE = 2  # at first one picture stands for a square of so many cells


@cache
def map_order(cells: int) -> NDArray[np.int64]:
    """The cells (cells²,) in the order in which their pictures are made: every second one both ways, then the rest.

    Within each part from the top left, row by row.
    """
    rows, columns = np.divmod(np.arange(cells**2), cells)
    is_fine = (rows % COARSE > 0) | (columns % COARSE > 0)
    return np.argsort(is_fine, kind="stable")


def coarse_count(cells: int) -> int:
    """How many pictures cover a map of so many cells at first."""
    return _coarse_rows(cells) ** 2


def _coarse_rows(cells: int) -> int:
    return -(-cells // COARSE)


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
    """``cells`` × ``cells`` pictures of one view in one image; they come in the order of :func:`map_order`."""

    def __init__(self, view: PadView, cells: int, size_px: int, colours: MapColours) -> None:
        self.view = view
        self.cells = cells
        self._cell_px = max(size_px // cells, 1)
        self._colours = colours
        self._count = 0  # of the pictures that have come
        self._pixels: NDArray[np.uint8] | None = None  # (cells, cells, H, W, C)
        self._probabilities: NDArray[np.float32] | None = None  # (cells, cells, K)
        self._painted = [0, 0]  # rows with every second picture, and with all
        side = self._cell_px * cells
        self._canvas = np.zeros((side, side, 4), dtype=np.uint8)
        layout = QImage.Format.Format_ARGB32_Premultiplied
        self.image = QImage(self._canvas.data, side, side, 4 * side, layout)  # a view: _canvas is painted
        self.regions: list[Region] = []

    @property
    def is_whole(self) -> bool:
        """The image is covered, if coarsely."""
        return self._painted[0] == self.cells

    @property
    def is_complete(self) -> bool:
        """Every picture is painted."""
        return self._painted[1] == self.cells

    def tile(self, column: int, row: int) -> np.ndarray | None:
        """The picture (H, W, C) of one cell, if it has come."""
        if self._pixels is None or not self.is_complete:
            return None
        picture: np.ndarray = self._pixels[row, column]
        return picture

    def add(self, pixels: np.ndarray, probabilities: np.ndarray | None) -> range:
        """Take the next pictures (N, H, W, C) and paint every row that has all it needs; those rows."""
        places = map_order(self.cells)[self._count : self._count + len(pixels)]
        self._pixels = self._with(self._pixels, places, pixels)
        if probabilities is not None:
            self._probabilities = self._with(self._probabilities, places, probabilities)
        self._count += len(pixels)
        known = self._rows_known()
        ready = [self.cells if rows == self.cells else max(rows - REACH, 0) for rows in known]
        part = 1 if ready[1] > self._painted[1] else 0
        rows = range(self._painted[part], ready[part])
        for row in rows:
            self._paint_row(row, is_coarse=part == 0)
        self._painted = [max(ready[0], self._painted[0]), max(ready[1], self._painted[1])]
        if self.is_whole and rows and rows.stop == self.cells and self._probabilities is not None:
            least = LEAST_CELLS if self.is_complete else COARSE**2 * LEAST_CELLS
            self.regions = regions(np.argmax(self._probabilities, axis=2), least)
        return rows

    def repainted(self, size_px: int, colours: MapColours) -> LatentMap:
        """The same pictures at another size or in another theme."""
        other = LatentMap(self.view, self.cells, size_px, colours)
        if self._pixels is not None:
            come = map_order(self.cells)[: self._count]
            flat = self._pixels.reshape(-1, *self._pixels.shape[2:])
            known = self._probabilities
            other.add(flat[come], None if known is None else known.reshape(-1, known.shape[2])[come])
        return other

    def _with(self, known: np.ndarray | None, places: NDArray[np.int64], values: np.ndarray) -> np.ndarray:
        """Values put where they belong; a coarse one also where finer ones will come."""
        if known is None:
            known = np.zeros((self.cells, self.cells, *values.shape[1:]), dtype=values.dtype)
        coarse = max(coarse_count(self.cells) - self._count, 0)
        for place, value in zip(places[:coarse], values[:coarse], strict=True):
            row, column = divmod(int(place), self.cells)
            known[row : row + COARSE, column : column + COARSE] = value
        rows, columns = np.divmod(places[coarse:], self.cells)
        known[rows, columns] = values[coarse:]
        return known

    def _rows_known(self) -> tuple[int, int]:
        """How many rows from the top have every second picture, and all."""
        coarse, half = coarse_count(self.cells), _coarse_rows(self.cells)
        if self._count < coarse:
            return self._count // half * COARSE, 0
        pairs, rest = divmod(
            self._count - coarse, COARSE * self.cells - half
        )  # rows that lack half, and whole ones
        return self.cells, COARSE * pairs + (1 if rest >= self.cells - half else 0)

    def _paint_row(self, row: int, *, is_coarse: bool) -> None:
        assert self._pixels is not None
        fade = np.ones(self.cells, dtype=np.float32)
        if self._probabilities is not None:
            step = 2 if is_coarse and self._cell_px % 2 == 0 else 1
            band = self._tinted(row, self._probabilities, self._cell_px // step)
            if step > 1:
                band = band.repeat(step, axis=0).repeat(step, axis=1)
            fade = 0.5 + 0.5 * _certainty(np.max(self._probabilities[row], axis=1))
        else:
            band = np.empty((self._cell_px, self._canvas.shape[1], 3), dtype=np.float32)
            band[:] = self._colours.sheet
        self._draw_thumbnails(band, self._pixels[row], fade)
        target = self._canvas[row * self._cell_px : (row + 1) * self._cell_px]
        target[..., :3] = np.clip(band[..., ::-1] + 0.5, 0.0, 255.0)  # QImage keeps blue first
        target[..., 3] = 255

    def _tinted(self, row: int, probabilities: NDArray[np.float32], cell_px: int) -> NDArray[np.float32]:
        """One row of cells of this size as a band (lines, width, 3): tint by class, hatch where unsure, borders."""
        top = row * cell_px
        lines = np.arange(max(top - 1, 0), top + cell_px)  # one line more above, to see a border there
        classes, shares = self._resampled(row, lines, probabilities, cell_px * self.cells)
        winner, sure = _winners(shares)
        label, sure = classes[winner], sure[-cell_px:]
        border = label[-cell_px:] != np.concatenate([label[:1], label[:-1]])[-cell_px:]
        label = label[-cell_px:]
        border[:, 1:] |= label[:, 1:] != label[:, :-1]
        diagonal = lines[-cell_px:, None] + np.arange(label.shape[1])
        hatch = (diagonal % HATCH_EVERY_PX == 0) & (sure < UNSURE)

        sheet, ink = self._colours.sheet, self._colours.ink
        strength = self._colours.least_tint + self._colours.tint_gain * _certainty(sure)
        band = strength[..., None] * (self._colours.tints - sheet)[label]
        band += sheet
        for marked, amount in ((hatch, HATCH_STRENGTH), (border, BORDER_STRENGTH)):
            band[marked] += amount * (ink - band[marked])
        return band

    def _resampled(
        self, row: int, lines: NDArray[np.int64], probabilities: NDArray[np.float32], side_px: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Classes that can win here (C,) and their probabilities on these lines (C, lines, width)."""
        rows = slice(max(row - REACH - 1, 0), min(row + REACH, self.cells - 1) + 1)
        near = probabilities[rows]
        classes = np.flatnonzero(near.max(axis=(0, 1)) > 1.0 / (near.shape[2] + 1))
        grid = near[..., classes].transpose(2, 0, 1)
        smooth = cubic_matrix(self.cells, side_px)
        return classes, np.asarray(smooth[lines, rows] @ grid @ smooth.T, dtype=np.float32)

    def _draw_thumbnails(
        self, band: NDArray[np.float32], pixels: np.ndarray, fade: NDArray[np.float32]
    ) -> None:
        """Ink the pictures (cells, H, W, C) into their band; coloured ones are laid on, as far as they cover."""
        light = pixels.astype(np.float32) / 255.0
        channels = [resized(light[..., index], self._cell_px) for index in range(light.shape[3])]
        inked = {1: channels[0], 4: channels[-1]}.get(len(channels), np.ones_like(channels[0]))
        cover = fade[:, None, None] * inked
        line = cover.transpose(1, 0, 2).reshape(band.shape[0], -1)
        for index in range(3):
            if len(channels) == 1:
                band[..., index] += line * (self._colours.ink[index] - band[..., index])
            else:
                flat = channels[index].transpose(1, 0, 2).reshape(band.shape[0], -1)
                band[..., index] += line * (255.0 * flat - band[..., index])


def _winners(shares: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Which of (C, H, W) is largest and how large, each (H, W): numpy's argmax along the first axis is slow."""
    best = shares[0].copy()
    winner = np.zeros(best.shape, dtype=np.int64)
    for index in range(1, len(shares)):
        winner[shares[index] > best] = index
        np.maximum(best, shares[index], out=best)
    return winner, best


def _certainty(probability: NDArray[np.float32]) -> NDArray[np.float32]:
    """How sure a class is, 0…1, from its probability."""
    return np.clip((probability - 0.3) / 0.6, 0.0, 1.0)


def _rgb(value: QColor) -> NDArray[np.float32]:
    return np.array([value.red(), value.green(), value.blue()], dtype=np.float32)
