"""The chip that says which generator is open, and changes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from studio.theme import tokens_for
from studio.widgets.controls.buttons import MenuButton
from studio.widgets.controls.labels import elided
from studio.words import note_typed

if TYPE_CHECKING:
    import numpy as np

THUMBNAIL_PX = 24
LONGEST_NAME_PX = 200  # file names may be of any length


class ModelChip(MenuButton):
    """Its menu: the generators that ship, the current run while there is one, and Open…"""

    shipped_chosen = Signal(str)  # the key given in set_shipped
    run_chosen = Signal()
    way_back_chosen = Signal()  # from a moment to now
    file_asked_for = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._menu = QMenu()
        super().__init__("", self._menu)
        self.setParent(parent)
        self._menu.setParent(self, self._menu.windowFlags())
        self.setIconSize(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        self.setToolTip(self.tr("Which generator draws the pictures: choose another or open a file."))
        self._pixels: np.ndarray | None = None
        self._shipped: list[QAction] = []
        self._way_back = self._menu.addAction(self.tr("Back to now"), self.way_back_chosen.emit)
        self._way_back.setVisible(False)
        self._separator = self._menu.addSeparator()
        self._run = self._menu.addAction(self.tr("Current run"), self.run_chosen.emit)
        self._run.setCheckable(True)
        self._run.setVisible(False)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Open…"), self.file_asked_for.emit)
        self.set_open("", None)

    def set_shipped(self, generators: Sequence[tuple[str, str]]) -> None:
        """(key, title) pairs."""
        for action in self._shipped:
            self._menu.removeAction(action)
        self._shipped = []
        for key, title in generators:
            action = QAction(_escaped(title), self._menu)
            action.setCheckable(True)
            action.setData(key)
            action.triggered.connect(self._choose_shipped)
            self._menu.insertAction(self._separator, action)
            self._shipped.append(action)

    def set_run(self, name: str | None) -> None:
        """The name of the run whose generator can be followed; None while there is none."""
        self._run.setVisible(name is not None)
        note_typed(self._run, name or "")
        self._run.setText(_escaped(name or ""))

    def set_way_back(self, shown: bool) -> None:
        """Whether the pictures are drawn as a run was at an earlier moment."""
        self._way_back.setVisible(shown)

    def set_open(self, name: str, pixels: np.ndarray | None) -> None:
        """What is open now, with one of its pictures (H, W, C)."""
        self._pixels = pixels
        shown = elided(self.font(), name, Qt.TextElideMode.ElideMiddle, LONGEST_NAME_PX)
        note_typed(self, name)
        self.setText(_escaped(shown))
        self.setAccessibleName(self.tr("Generator: {name}").format(name=name or self.tr("none")))
        for action in (*self._shipped, self._run):
            action.setChecked(action.isVisible() and action.text() == _escaped(name))
        self._redraw()

    def _choose_shipped(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.shipped_chosen.emit(str(action.data()))

    def _redraw(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(THUMBNAIL_PX, THUMBNAIL_PX) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        if self._pixels is not None:
            self._draw_portrait(pixmap, self._pixels)
        self.setIcon(QIcon(pixmap))

    def _draw_portrait(self, pixmap: QPixmap, pixels: np.ndarray) -> None:
        from studio.widgets.pictures.picture_tile import draw_tile, tile_image  # numpy: after the first paint

        tokens = tokens_for(self)
        image = tile_image(pixels, "paper", THUMBNAIL_PX, tokens)
        painter = QPainter(pixmap)
        draw_tile(painter, QRectF(0, 0, THUMBNAIL_PX, THUMBNAIL_PX), image, "paper", tokens)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._redraw()


def _escaped(name: str) -> str:
    """An ampersand in a name is not a mnemonic."""
    return name.replace("&", "&&")
