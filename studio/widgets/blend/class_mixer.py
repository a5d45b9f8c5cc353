"""A bar for each class: drag them to mix classes, double-click one for that class alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.number_style import percent
from studio.tokens import Tokens, class_colour, colour, on_class_colour, text_font, tokens_for
from studio.widgets.controls.columns import NARROW_BELOW_PX, column, column_at
from studio.words import listed, phrase

NAME_PX = 24
RADIUS_PX = 4
STEP, FINE_STEP = 0.05, 0.01
SEEN = 0.005  # a smaller share would read 0%


def with_share(mix: ArrayLike, index: int, share: float) -> NDArray[np.float32]:
    """The mix with one class at ``share``; the others keep their proportions and make up the rest."""
    mixed = np.clip(np.asarray(mix, dtype=np.float64), 0.0, None)
    share = min(max(share, 0.0), 1.0)
    others = mixed.sum() - mixed[index]
    if others < 1e-6:  # nothing else to make up the rest
        return np.eye(len(mixed), dtype=np.float32)[index]
    mixed *= (1.0 - share) / others
    mixed[index] = share
    return mixed.astype(np.float32)


class ClassMixer(QWidget):
    """Shows and changes a mix (K,) that adds up to 1."""

    mix_changed = Signal(object)  # by hand: (K,) float32
    edit_ended = Signal()
    focus_moved = Signal()

    def __init__(self, bar_px: int = 72, *, names_shown: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar_px = bar_px
        self._names_shown = names_shown
        self._names: tuple[str, ...] = ()
        self._mix = np.zeros(0, dtype=np.float32)
        self._held: int | None = None
        self._hovered: int | None = None
        self._chosen: int = 0  # the bar that keys act on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Class mix"))
        self.setToolTip(self.tr("Drag a bar to mix classes; double-click one for that class alone"))

    @property
    def mix(self) -> NDArray[np.float32]:
        return self._mix

    @property
    def is_held(self) -> bool:
        """Whether a bar is being dragged."""
        return self._held is not None

    def set_classes(self, names: tuple[str, ...]) -> None:
        """Names of the classes; the mix begins with the first alone."""
        self._names = names
        self._mix = np.eye(len(names), dtype=np.float32)[0]
        self._chosen = 0
        self.update()

    def set_bar_height(self, bar_px: int) -> None:
        """Taller bars are easier to drag."""
        self._bar_px = bar_px
        self.updateGeometry()

    def set_mix(self, mix: ArrayLike) -> None:
        """Show a mix without reporting it."""
        self._mix = np.array(mix, dtype=np.float32)
        self._describe()
        self.update()

    def bar_rect(self, index: int) -> QRectF:
        """Where a bar stands, full height."""
        left, width = column(self.width(), len(self._names), index)
        return QRectF(left, 0.0, width, self._bar_px)

    def focus_rect(self) -> QRect:
        """Where the ring of keyboard focus goes."""
        return self.bar_rect(self._chosen).toRect()

    def _bar_at(self, point: QPointF) -> int | None:
        return column_at(self.width(), len(self._names), point.x())

    def _take(self, mix: NDArray[np.float32]) -> None:
        if not np.array_equal(mix, self._mix):
            self.set_mix(mix)
            self.mix_changed.emit(self._mix)

    def _drag_to(self, point: QPointF) -> None:
        assert self._held is not None
        share = 1.0 - point.y() / self._bar_px
        self._take(with_share(self._mix, self._held, round(share, 2)))

    def _describe(self) -> None:
        named = zip(self._names, self._mix, strict=True)
        parts = [phrase("{} {}", name, percent(float(share))) for name, share in named if share >= SEEN]
        self.setAccessibleDescription(listed(parts))

    def _draw_bar(self, painter: QPainter, tokens: Tokens, index: int) -> None:
        bar, share = self.bar_rect(index), float(self._mix[index])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.hover if index in (self._held, self._hovered) else tokens.well))
        painter.drawRoundedRect(bar, RADIUS_PX, RADIUS_PX)
        if share >= SEEN:
            filled = bar.adjusted(0, max(0.0, 1.0 - share) * bar.height(), 0, 0)
            painter.setBrush(class_colour(tokens, index))
            painter.drawRoundedRect(filled, RADIUS_PX, min(RADIUS_PX, filled.height() / 2))
            self._draw_percentage(painter, tokens, index, filled)
        if self._names_shown:
            weight = 600 if share >= SEEN else 400
            painter.setFont(text_font(13 if bar.width() >= 16 else 11, weight))
            painter.setPen(colour(tokens.text if share >= SEEN else tokens.text2))
            below = QRectF(bar.left(), bar.bottom(), bar.width(), NAME_PX)
            name = QFontMetricsF(painter.font()).elidedText(
                self._names[index], Qt.TextElideMode.ElideRight, bar.width()
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_percentage(self, painter: QPainter, tokens: Tokens, index: int, filled: QRectF) -> None:
        if filled.width() < NARROW_BELOW_PX:
            return
        text = percent(self._mix[index])
        painter.setFont(text_font(12, 600))
        painter.setPen(colour(tokens.text))
        place = QRectF(filled.left(), filled.top() - 20, filled.width(), 20)
        if place.top() < 0:  # a full bar carries its number inside
            place.moveTop(filled.top() + 2)
            painter.setPen(on_class_colour(index))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def sizeHint(self) -> QSize:
        return QSize(472, self._bar_px + (NAME_PX if self._names_shown else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(len(self._names)):
            self._draw_bar(painter, tokens, index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or event.position().y() > self._bar_px:
            return
        if (bar := self._bar_at(event.position())) is not None:
            self._held = self._chosen = bar
            self._drag_to(event.position())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._drag_to(event.position())
        elif self._hovered != (hovered := self._bar_at(event.position())):
            self._hovered = hovered
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._held = None
            self.update()
            self.edit_ended.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (bar := self._bar_at(event.position())) is not None:
            self._take(np.eye(len(self._names), dtype=np.float32)[bar])
            self.edit_ended.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = FINE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        before = self._mix
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way = 1 if key == Qt.Key.Key_Right else -1
            self._chosen = (self._chosen + way) % max(len(self._names), 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            share = float(self._mix[self._chosen]) + (step if key == Qt.Key.Key_Up else -step)
            self._take(with_share(self._mix, self._chosen, share))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._take(np.eye(len(self._names), dtype=np.float32)[self._chosen])
        else:
            super().keyPressEvent(event)
            return
        self.focus_moved.emit()
        if self._mix is not before:
            self.edit_ended.emit()
