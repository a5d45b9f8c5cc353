"""The line between two galleries that lie over each other; drag it, or move it with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from studio.number_style import number
from studio.theme import colour, tokens_for

WIDTH_PX, GRIP_PX, LINE_PX = 24, 20, 2
STEP, FINE_STEP = 0.05, 0.01


class WipeDivider(QWidget):
    """Its owner places it; it says where it wants to be, from 0 (left) to 1."""

    moved = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = 0.5
        self._span = QRectF(0, 0, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(self.tr("Divider between the two moments"))
        self.setToolTip(self.tr("Drag to wipe from one moment to the other; ← and → do the same."))
        self._tell()

    @property
    def place(self) -> float:
        return self._place

    @property
    def line_x(self) -> float:
        """Where the line stands, in the owner's pixels."""
        return self._span.left() + self._place * self._span.width()

    def set_span(self, span: QRectF) -> None:
        """The sheet over which it may be moved, in the owner's pixels."""
        self._span = span
        self._settle()

    def move_to(self, place: float) -> None:
        self._place = min(max(place, 0.0), 1.0)
        self._settle()
        self._tell()
        self.moved.emit(self._place)

    def focus_rect(self) -> QRectF:
        middle = QPointF(self.rect().center())
        return QRectF(middle.x() - GRIP_PX / 2, middle.y() - GRIP_PX / 2, GRIP_PX, GRIP_PX)

    def _settle(self) -> None:
        left = round(self.line_x - WIDTH_PX / 2)
        self.setGeometry(left, round(self._span.top()), WIDTH_PX, round(self._span.height()))

    def _tell(self) -> None:
        share = number(round(100 * self._place))
        self.setAccessibleDescription(self.tr("{share} of 100 from the left").format(share=share))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, GRIP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, middle = tokens_for(self), WIDTH_PX / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(tokens.accent), LINE_PX))
        painter.drawLine(QPointF(middle, 0), QPointF(middle, self.height()))
        painter.setBrush(colour(tokens.text))
        grip = self.focus_rect()
        painter.drawEllipse(grip)
        painter.setPen(QPen(colour(tokens.panel), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for side in (-1, 1):
            tip = QPointF(middle + 5 * side, grip.center().y())
            painter.drawLine(tip, tip + QPointF(-3 * side, -3))
            painter.drawLine(tip, tip + QPointF(-3 * side, 3))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the gallery below would choose a picture

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            x = self.mapToParent(event.position()).x()
            self.move_to((x - self._span.left()) / max(1.0, self._span.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = FINE_STEP if fine else STEP
        places = {
            Qt.Key.Key_Left: self._place - step,
            Qt.Key.Key_Right: self._place + step,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: 1.0,
        }
        if (key := Qt.Key(event.key())) in places:
            self.move_to(places[key])
        else:
            super().keyPressEvent(event)
