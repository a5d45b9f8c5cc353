"""The line over a chart: its name, and each curve's name and value in the curve's colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.theme import colour, text_font, tokens_for

HEIGHT_PX = 24
DASH_PX = 14
DASH_GAP_PX = 7
ENTRY_GAP_PX = 16
VALUE_GAP_PX = 6


@dataclass(frozen=True, slots=True)
class ChartCurve:
    """One curve as a person knows it; ``token`` is its colour's name in the theme."""

    name: str
    title: str
    token: str
    decimals: int = 2


class ChartTitle(QWidget):
    """Painted in one go, since its values change many times a second."""

    def __init__(self, title: str, curves: Sequence[ChartCurve], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("chart_title")
        self.set_curves(title, curves)

    def set_curves(self, title: str, curves: Sequence[ChartCurve]) -> None:
        self._title = title
        self._curves = tuple(curves)
        self._values: dict[str, float | None] = {}
        self.update()

    def set_values(self, values: Mapping[str, float | None]) -> None:
        """The newest value of each curve; None where there is none yet."""
        if values != self._values:
            self._values = dict(values)
            self.setAccessibleName(self.text())
            self.update()

    def text(self) -> str:
        """What the line says, for those who hear it."""
        entries = [f"{curve.title} {self.text_of(curve)}" for curve in self._curves if self.text_of(curve)]
        return f"{self._title}: {', '.join(entries)}" if entries else self._title

    def text_of(self, curve: ChartCurve) -> str:
        value = self._values.get(curve.name)
        return "" if value is None else self.locale().toString(value, "f", curve.decimals)

    def _width_of(self, curve: ChartCurve) -> float:
        """Of one entry: dash, name and value."""
        words = QFontMetricsF(text_font(13, 500)).horizontalAdvance(curve.title)
        value = QFontMetricsF(text_font(13, 600)).horizontalAdvance(self.text_of(curve))
        return DASH_PX + DASH_GAP_PX + words + VALUE_GAP_PX + value

    def _paint_curve(self, painter: QPainter, curve: ChartCurve, left: float) -> None:
        paint = colour(getattr(tokens_for(self), curve.token))
        right = left + self._width_of(curve)
        painter.setPen(QPen(paint, 2))
        painter.drawLine(round(left), HEIGHT_PX // 2, round(left) + DASH_PX, HEIGHT_PX // 2)
        left += DASH_PX + DASH_GAP_PX
        self._write(painter, text_font(13, 500), paint, left, right, curve.title)
        left += QFontMetricsF(text_font(13, 500)).horizontalAdvance(curve.title) + VALUE_GAP_PX
        self._write(painter, text_font(13, 600), paint, left, right, self.text_of(curve))

    def _write(
        self, painter: QPainter, font: QFont, paint: QColor, left: float, right: float, text: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(paint)
        painter.drawText(QRectF(left, 0, right - left + 1, HEIGHT_PX), Qt.AlignmentFlag.AlignVCenter, text)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_for(self)
        entries = self._curves if self._values else ()
        left = self.width() - sum(self._width_of(curve) + ENTRY_GAP_PX for curve in entries) + ENTRY_GAP_PX
        strong = text_font(13, 600)
        if (
            QFontMetricsF(strong).horizontalAdvance(self._title) + ENTRY_GAP_PX <= left
        ):  # else the curves say enough
            ink = colour(tokens.text if entries else tokens.text2)
            self._write(painter, strong, ink, 0, self.width(), self._title)
        for curve in entries:
            self._paint_curve(painter, curve, left)
            left += self._width_of(curve) + ENTRY_GAP_PX
