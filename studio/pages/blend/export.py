"""The ways out of Blend: the film as a loop or as frames, and film or grid as one sheet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu, QWidget

from studio.document.loop_export import Playing
from studio.pages.blend.actions import BlendActions
from studio.pages.blend.edits import BlendEdits
from studio.pages.blend.film import BlendFilm
from studio.pages.blend.film_player import Manner
from studio.pages.blend.side import BlendSide
from studio.pages.loop_export import LoopExport
from studio.pages.sheet_export import SheetExport
from studio.session import Session
from studio.widgets.controls.buttons import MenuButton

PLAYED_AS: dict[Manner, Playing] = {"once": "forward", "loop": "forward", "there and back": "ping-pong"}


class BlendExport(QObject):
    """Leaves with what is on the screen: as long, as fast and as many as there."""

    def __init__(
        self,
        session: Session,
        owner: QWidget,
        actions: BlendActions,
        edits: BlendEdits,
        film: BlendFilm,
        side: BlendSide,
    ) -> None:
        super().__init__(owner)
        self._edits, self._film, self._side = edits, film, side
        self.loops, self.sheets = LoopExport(session, owner), SheetExport(session, owner)
        menu = QMenu(owner)
        menu.setToolTipsVisible(True)
        menu.addActions(actions.of_export())
        self.button = MenuButton(self.tr("Export"), menu, icon_name="export")
        self.button.setToolTip(self.tr("Film and grid as a loop, as frames or as a sheet"))
        actions.export_film.triggered.connect(self._export_film)
        actions.export_strip.triggered.connect(self._export_strip)
        actions.export_grid.triggered.connect(self._export_grid)

    @Slot()
    def _export_film(self) -> None:
        player = self._film.player
        dialog = self.loops.show(self._edits.blend.film, name=self._name(), playing=PLAYED_AS[player.manner])
        dialog.fps.set_value(player.speed)

    @Slot()
    def _export_strip(self) -> None:
        self.sheets.show([self._edits.blend.film], name=self._name())

    @Slot()
    def _export_grid(self) -> None:
        count = self._side.grid.cells
        cells = self._edits.blend.every_blend(count)
        rows = [cells[start : start + count] for start in range(0, len(cells), count)]
        self.sheets.show(rows, name=self._name())

    def _name(self) -> str:
        """Of the file, before a person gives it one."""
        return self.tr("blend")
