"""A row of ink colours, one chosen, and a way to another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.icons import icon_pixmap
from studio.theme import colour, tokens_for

SWATCH_PX, LARGEST_PITCH_PX, PLUS_PX = 20, 28, 20
_EDGE_PX = 4  # room for the ring of the chosen one


class InkSwatches(QWidget):
    """Arrow keys move the choice; the plus at the end, or the plus key, asks for a colour of one's own."""

    ink_changed = Signal(str)
    custom_requested = Signal()
    focus_moved = Signal()

    def __init__(self, inks: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``inks``: colour and name of each."""
        super().__init__(parent)
        self._inks = [QColor(ink).name() for ink, _ in inks]
        self._names = [name for _, name in inks]
        self._given = len(inks)
        self._chosen = 0
        self._reported = self._inks[0]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(32)

    @property
    def ink(self) -> str:
        return self._inks[self._chosen]

    def set_ink(self, ink: str) -> None:
        """A colour that is not in the row takes the last place, after those given. Reports only a change."""
        ink = QColor(ink).name()
        if ink not in self._inks:
            self._inks[self._given :], self._names[self._given :] = [ink], [self.tr("Own colour")]
        self._choose(self._inks.index(ink))

    def swatch_rect(self, index: int) -> QRectF:
        x = _EDGE_PX + index * self._pitch()
        return QRectF(x, (self.height() - SWATCH_PX) / 2, SWATCH_PX, SWATCH_PX)

    def plus_rect(self) -> QRectF:
        return self.swatch_rect(len(self._inks))

    def focus_rect(self) -> QRectF:
        return self.swatch_rect(self._chosen).adjusted(-1, -1, 1, 1)

    def _pitch(self) -> float:
        room = self.width() - 2 * _EDGE_PX - PLUS_PX
        return min(LARGEST_PITCH_PX, room / len(self._inks))

    def _choose(self, index: int) -> None:
        if not 0 <= index < len(self._inks):
            return
        changed = self._inks[index] != self._reported
        self._chosen = index
        self.setAccessibleDescription(self._names[index])
        self.focus_moved.emit()
        self.update()
        if changed:
            self._reported = self._inks[index]
            self.ink_changed.emit(self._inks[index])

    def _index_at(self, place: QPointF) -> int:
        for index in range(len(self._inks) + 1):
            if self.swatch_rect(index).adjusted(-4, -6, 4, 6).contains(place):
                return index
        return -1

    def sizeHint(self) -> QSize:
        return QSize(2 * _EDGE_PX + LARGEST_PITCH_PX * len(self._inks) + PLUS_PX, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _EDGE_PX + SWATCH_PX * (len(self._inks) + 1), 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, ink in enumerate(self._inks):
            rect = self.swatch_rect(index)
            near_ground = abs(QColor(ink).lightness() - QColor(tokens.panel).lightness()) < 40
            painter.setPen(QPen(colour(tokens.edge), 1) if near_ground else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5) if near_ground else rect)
            if index == self._chosen:
                painter.setPen(QPen(colour(tokens.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(rect.adjusted(-3, -3, 3, 3))
        plus = icon_pixmap("plus", tokens.text2, PLUS_PX, self.devicePixelRatioF())
        painter.drawPixmap(self.plus_rect().topLeft(), plus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index == len(self._inks):
            self.custom_requested.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if 0 <= index < len(self._names):
            self.setToolTip(self._names[index])
        else:
            self.setToolTip(self.tr("Mix an ink of your own (+)."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(self._chosen + step)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.custom_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        self.update()
        super().changeEvent(event)
