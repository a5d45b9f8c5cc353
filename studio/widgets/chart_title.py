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
            self.update()

    def text_of(self, curve: ChartCurve) -> str:
        value = self._values.get(curve.name)
        return "" if value is None else self.locale().toString(value, "f", curve.decimals)

    def _paint_curve(self, painter: QPainter, curve: ChartCurve, right: float) -> float:
        """Paints one entry that ends at ``right``; answers where it begins."""
        value, paint = self.text_of(curve), colour(getattr(tokens_for(self), curve.token))
        strong, plain = text_font(13, 600), text_font(13, 500)
        left = right - (QFontMetricsF(strong).horizontalAdvance(value) if value else -VALUE_GAP_PX)
        self._write(painter, strong, paint, left, right, value)
        right = left - VALUE_GAP_PX
        left = right - QFontMetricsF(plain).horizontalAdvance(curve.title)
        self._write(painter, plain, paint, left, right, curve.title)
        left -= DASH_GAP_PX + DASH_PX
        painter.setPen(QPen(paint, 2))
        painter.drawLine(round(left), HEIGHT_PX // 2, round(left) + DASH_PX, HEIGHT_PX // 2)
        return left

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
        painter = QPainter(self)
        tokens = tokens_for(self)
        shown = tokens.text if self._values else tokens.text2
        self._write(painter, text_font(13, 600), colour(shown), 0, self.width(), self._title)
        right = float(self.width())
        for curve in reversed(self._curves if self._values else ()):
            right = self._paint_curve(painter, curve, right) - ENTRY_GAP_PX
