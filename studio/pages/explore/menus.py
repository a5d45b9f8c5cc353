"""The menus of pictures in Explore: under the dot, anywhere on the map, and in the side panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Slot
from PySide6.QtWidgets import QWidget

from studio.pages.explore.state import ExploreState
from studio.pages.picture_menu import Picture, show_picture_menu
from studio.session import Session
from studio.widgets.pad.latent_pad import GRAB_PX, LatentPad
from studio.widgets.pictures.picture_view import PictureView


class ExploreMenus(QObject):
    """``current`` gives the picture under the dot."""

    def __init__(
        self,
        pad: LatentPad,
        preview: PictureView,
        session: Session,
        owner: QWidget,
        current: Callable[[], Picture | None],
    ) -> None:
        super().__init__(owner)
        self._owner, self._pad, self._session, self._current = owner, pad, session, current
        self._state: ExploreState | None = None
        pad.menu_requested.connect(self._on_pad)
        preview.menu_requested.connect(self._on_preview)

    def show_state(self, state: ExploreState) -> None:
        """Places on the pad are of this one."""
        self._state = state

    @Slot(QPoint, QPointF)
    def _on_pad(self, position: QPoint, place: QPointF) -> None:
        """Over the dot its picture, elsewhere the thumbnail that was clicked."""
        state, near = self._state, self._pad.point_of(place) - self._pad.point_of(self._pad.place)
        tile = self._pad.tile_at(place)
        if state is None or tile is None or near.manhattanLength() <= GRAB_PX:
            self._on_preview(position)
            return
        of_tile, pixels = tile
        latent = state.latent_at((of_tile.x(), of_tile.y()))
        show_picture_menu(self._owner, self._session, latent, pixels, position)

    @Slot(QPoint)
    def _on_preview(self, position: QPoint) -> None:
        if (picture := self._current()) is not None:
            show_picture_menu(
                self._owner,
                self._session,
                picture.latent,
                picture.pixels,
                position,
                without=("explore",),
                notes=picture.notes,
            )
