"""The rows and sheets of pictures in Blend: what each tile shows, and which picture the hand is at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from studio.pages.picture_menu import Picture
from studio.widgets.pictures.tile_grid import TileGrid


class BlendTiles(QObject):
    """Keys act on the tile that is pointed at, else on the one with the keyboard."""

    def __init__(self, grids: Sequence[TileGrid], parent: QObject) -> None:
        super().__init__(parent)
        self._pictures: dict[TileGrid, Sequence[Picture]] = dict.fromkeys(grids, ())

    def show(self, grid: TileGrid, pictures: Sequence[Picture]) -> None:
        """These from now on."""
        self._pictures[grid] = pictures
        texts = [picture.latent.to_text() for picture in pictures]
        grid.set_pictures([picture.pixels for picture in pictures], texts)

    def picture(self, grid: TileGrid, index: int) -> Picture:
        return self._pictures[grid][index]

    def found(self, grid: TileGrid, index: int) -> Picture | None:
        """None where that one has not come yet."""
        return self._pictures[grid][index] if 0 <= index < len(self._pictures[grid]) else None

    @property
    def in_hand(self) -> Picture | None:
        """None where the hand is at no tile."""
        pointed_at = [(grid, grid.pointed_at) for grid in self._pictures if grid.isVisible()]
        focused = [
            (grid, grid.current) for grid in self._pictures if grid.window().focusWidget() is grid
        ]  # also while a menu is open
        found = (self.found(grid, index) for grid, index in (*pointed_at, *focused))
        return next((picture for picture in found if picture is not None), None)
