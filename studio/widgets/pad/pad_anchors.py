"""The pictures that a pad's sheet is made of: tiles that are dragged, weighed and let go, each with a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from studio.tokens import tokens_for
from studio.widgets.pictures.latent_mime import latent_text
from studio.widgets.pictures.picture_tile import tile_image

if TYPE_CHECKING:
    from studio.widgets.pad.latent_pad import LatentPad

TILE_PX, HIT_PX = 52, 64
WEIGHT_A_NOTCH = 1.15
KEY_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, 1),
    Qt.Key.Key_Down: QPointF(0, -1),
}
WEIGHT_KEYS = {
    Qt.Key.Key_Plus: WEIGHT_A_NOTCH,
    Qt.Key.Key_Equal: WEIGHT_A_NOTCH,
    Qt.Key.Key_Minus: 1 / WEIGHT_A_NOTCH,
}


@dataclass(frozen=True, slots=True)
class AnchorMark:
    """Where one picture lies on the plane, and how far it reaches (1 is usual)."""

    place: tuple[float, float]
    weight: float = 1.0


def letter_of(index: int) -> str:
    """A … Z, then A2 … Z2, and so on."""
    name = chr(ord("A") + index % 26)
    return name if index < 26 else f"{name}{index // 26 + 1}"


class PadAnchors(QObject):
    """Keeps one invisible handle a tile over the pad, which paints the tiles itself, below its dot.

    Handles take the mouse only while they ``can_move``; otherwise a press goes through to the pad.
    """

    taken = Signal(int)  # it is going to be moved
    moved = Signal(int, QPointF)  # to a place
    turned = Signal(int, float)  # its weight times this
    ended = Signal()  # a drag or a key is over
    removed = Signal(int)
    menu_requested = Signal(int, QPoint)  # on the screen
    latent_dropped = Signal(int, str)

    def __init__(self, pad: LatentPad) -> None:
        super().__init__(pad)
        self.marks: tuple[AnchorMark, ...] = ()
        self._pad = pad
        self._pixels: list[np.ndarray] = []
        self._images: list[QImage] = []
        self._handles: list[AnchorHandle] = []
        self._can_move = self._can_drop = False

    def set_marks(self, marks: Sequence[AnchorMark]) -> None:
        """Show these; their pictures are given by :meth:`set_pixels`."""
        self.marks = tuple(marks)
        while len(self._handles) < len(self.marks):
            handle = AnchorHandle(len(self._handles), self, self._pad)
            handle.set_movable(self._can_move)
            QWidget.setTabOrder(self._handles[-1] if self._handles else self._pad, handle)
            self._handles.append(handle)
        while len(self._handles) > len(self.marks):
            handle = self._handles.pop()
            handle.hide()
            handle.deleteLater()
        self.lay_out()
        self._pad.update()

    def set_pixels(self, pixels: Sequence[np.ndarray]) -> None:
        """The picture (H, W, C) of each mark."""
        self._pixels = list(pixels)
        self.forget_images()

    def set_can_move(self, can_move: bool) -> None:
        """Whether a press takes hold of a tile, and Tab reaches it."""
        self._can_move = can_move
        for handle in self._handles:
            handle.set_movable(can_move)

    def images(self) -> list[QImage]:
        """The pictures in ink, as far as they have come."""
        if not self._images and self._pixels:
            tokens = tokens_for(self._pad)
            self._images = [tile_image(pixels, "paper", TILE_PX, tokens) for pixels in self._pixels]
        return self._images

    def forget_images(self) -> None:
        """They are of another theme or another generator."""
        self._images = []
        self._pad.update()

    def lay_out(self) -> None:
        """Put the handles where the marks are now; one outside the sheet is not there."""
        sheet = self._pad.sheet_rect()
        for handle, point in zip(self._handles, self.points(), strict=True):
            handle.move((point - QPointF(HIT_PX / 2, HIT_PX / 2)).toPoint())
            handle.setVisible(sheet.contains(point))

    def points(self) -> list[QPointF]:
        """Where the marks are in the pad."""
        return [self._pad.point_of(QPointF(*mark.place)) for mark in self.marks]

    def tiles(self) -> list[QRectF]:
        """What the pictures cover of the pad."""
        half = TILE_PX / 2
        return [QRectF(round(at.x()) - half, round(at.y()) - half, TILE_PX, TILE_PX) for at in self.points()]

    def place_near(self, point: QPointF) -> QPointF | None:
        """The place of the tile that a point of the pad lies on; the topmost one's."""
        for mark, at in reversed(list(zip(self.marks, self.points(), strict=True))):
            away = point - at
            if max(abs(away.x()), abs(away.y())) <= TILE_PX / 2:
                return QPointF(*mark.place)
        return None


class AnchorHandle(QWidget):
    """Reports for one tile; its position says where the tile is."""

    def __init__(self, index: int, anchors: PadAnchors, pad: LatentPad) -> None:
        super().__init__(pad)
        self._index = index
        self._anchors, self._pad = anchors, pad
        self._movable = False
        self._grip: QPointF | None = None
        self.setFixedSize(HIT_PX, HIT_PX)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Anchor {letter}").format(letter=letter_of(index)))
        self.setAccessibleDescription(
            self.tr("Arrow keys move it, plus and minus change how far it reaches, Delete lets it go.")
        )
        self.show()

    def set_movable(self, movable: bool) -> None:
        self._movable = movable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if movable else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.CrossCursor)
        tip = self.tr("Drag it; turn the wheel over it to let it reach further; Delete lets it go")
        self.setToolTip(tip if movable else "")

    def focus_rect(self) -> QRectF:
        """Where the ring of keyboard focus goes: around the tile."""
        inset = (HIT_PX - TILE_PX) / 2
        return QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)

    def _move_by(self, way: QPointF) -> None:
        self._anchors.taken.emit(self._index)
        u, v = self._anchors.marks[self._index].place
        self._anchors.moved.emit(self._index, QPointF(u, v) + way)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._movable or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._grip = event.position() - QPointF(HIT_PX / 2, HIT_PX / 2)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._anchors.taken.emit(self._index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            event.ignore()
            return
        point = self.mapToParent(event.position() - self._grip)
        self._anchors.moved.emit(self._index, self._pad.place_of(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            event.ignore()
            return
        self._grip = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._anchors.ended.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._movable:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if not self._movable or not notches:
            event.ignore()
            return
        self._anchors.turned.emit(self._index, WEIGHT_A_NOTCH**notches)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._anchors.menu_requested.emit(self._index, self.mapToGlobal(self.rect().center()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in KEY_WAYS:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move_by(KEY_WAYS[key] * self._pad.key_step(fine=fine))
        elif key in WEIGHT_KEYS:
            self._anchors.turned.emit(self._index, WEIGHT_KEYS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._anchors.removed.emit(self._index)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._anchors.taken.emit(self._index)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in KEY_WAYS and not event.isAutoRepeat():
            self._anchors.ended.emit()
        else:
            super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if latent_text(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (text := latent_text(event.mimeData())) is not None:
            event.acceptProposedAction()
            self._anchors.latent_dropped.emit(self._index, text)
