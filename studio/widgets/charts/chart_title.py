"""The line over a chart: its name, and each curve's name and value in the curve's colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.number_style import number, percent
from studio.theme import colour, text_font, tokens_for
from studio.words import listed, phrase

HEIGHT_PX = 24
DASH_PX = 14
DASH_GAP_PX = 7
ENTRY_GAP_PX = 16
VALUE_GAP_PX = 6
LEAST_NAME_PX = 40


@dataclass(frozen=True, slots=True)
class ChartCurve:
    """One curve as a person knows it; ``token`` is its colour's name in the theme.

    ``style``: a "line" that is smoothed, a line through "dots" where it was measured, or a "word" in the title only.
    """

    name: str
    title: str
    token: str
    decimals: int = 2
    style: Literal["line", "dots", "word"] = "line"
    is_share: bool = False  # 0…1, written in per cent


class ChartTitle(QWidget):
    """Painted in one go, since its values change many times a second."""

    def __init__(
        self, title: str, curves: Sequence[ChartCurve], short_title: str = "", parent: QWidget | None = None
    ) -> None:
        """``short_title`` stands where there is no room for the whole one."""
        super().__init__(parent)
        self._short_title = short_title or title
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("chart_title")
        self._other_name = ""
        self.set_curves(title, curves)

    def set_curves(self, title: str, curves: Sequence[ChartCurve]) -> None:
        self._title = title
        self._curves = tuple(curves)
        self._values: dict[str, float | None] = {}
        self.update()

    def set_values(self, values: Mapping[str, float | None]) -> None:
        """The value of each curve that is to be read now; None where there is none."""
        if values != self._values:
            self._values = dict(values)
            self.setAccessibleName(self.text())
            self.update()

    def set_other_name(self, name: str) -> None:
        """The run whose curves are dashed; "" for none."""
        if name != self._other_name:
            self._other_name = name
            self.setAccessibleName(self.text())
            self.update()

    def text(self) -> str:
        """What the line says, for those who hear it."""
        entries = [phrase("{} {}", curve.title, self.text_of(curve)) for curve in self._shown()]
        title = phrase("{} ({})", self._title, self._other_name) if self._other_name else self._title
        return self.tr("{title}: {values}").format(title=title, values=listed(entries)) if entries else title

    def text_of(self, curve: ChartCurve) -> str:
        value = self._values.get(curve.name)
        if value is None:
            return ""
        if curve.is_share:
            return percent(value, curve.decimals)
        return number(value, curve.decimals)

    def paint_on(self, painter: QPainter, width: float) -> None:
        """The line from the painter's origin on, so wide."""
        strong = text_font(13, 600)
        measure = QFontMetricsF(strong).horizontalAdvance
        entries = self._fitting(width - measure(self._short_title) - ENTRY_GAP_PX)
        left = width - self._width_of_all(entries)
        title = next((one for one in self._titles() if measure(one) + ENTRY_GAP_PX <= left), "")
        self._write(painter, strong, colour(self._ink(bool(entries))), 0, width, title)
        if title:  # else the curves say enough
            self._paint_other(painter, measure(title) + VALUE_GAP_PX, left - ENTRY_GAP_PX)
        for curve in entries:
            self._paint_curve(painter, curve, left)
            left += self._width_of(curve) + ENTRY_GAP_PX

    def _shown(self) -> list[ChartCurve]:
        return [curve for curve in self._curves if self.text_of(curve)]

    def _fitting(self, width: float) -> list[ChartCurve]:
        """Words at the end give way to the title; the tooltip still says them."""
        entries = self._shown()
        while entries and entries[-1].style == "word" and self._width_of_all(entries) > width:
            entries.pop()
        return entries

    def _width_of_all(self, entries: Sequence[ChartCurve]) -> float:
        return sum(self._width_of(curve) + ENTRY_GAP_PX for curve in entries) - ENTRY_GAP_PX

    def _titles(self) -> tuple[str, str]:
        return self._title, self._short_title

    def _ink(self, has_values: bool) -> str:
        tokens = tokens_for(self)
        return tokens.text if has_values else tokens.text2

    def _dash_width(self, curve: ChartCurve) -> float:
        return 0.0 if curve.style == "word" else DASH_PX + DASH_GAP_PX

    def _width_of(self, curve: ChartCurve) -> float:
        """Of one entry: dash, name and value."""
        words = QFontMetricsF(text_font(13, 500)).horizontalAdvance(curve.title)
        value = QFontMetricsF(text_font(13, 600)).horizontalAdvance(self.text_of(curve))
        return self._dash_width(curve) + words + VALUE_GAP_PX + value

    def _paint_other(self, painter: QPainter, left: float, right: float) -> None:
        """The other run beside the title, as far as there is room for it."""
        font, ink = text_font(12, 400), colour(tokens_for(self).text2)
        room = right - left - DASH_PX - VALUE_GAP_PX
        if not self._other_name or room < LEAST_NAME_PX:
            return
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
        painter.drawLine(round(left), HEIGHT_PX // 2, round(left) + DASH_PX, HEIGHT_PX // 2)
        name = QFontMetricsF(font).elidedText(self._other_name, Qt.TextElideMode.ElideRight, room)
        self._write(painter, font, ink, left + DASH_PX + VALUE_GAP_PX, right, name)

    def _paint_curve(self, painter: QPainter, curve: ChartCurve, left: float) -> None:
        paint = colour(getattr(tokens_for(self), curve.token))
        right = left + self._width_of(curve)
        if curve.style != "word":
            painter.setPen(QPen(paint, 2))
            painter.drawLine(round(left), HEIGHT_PX // 2, round(left) + DASH_PX, HEIGHT_PX // 2)
        left += self._dash_width(curve)
        self._write(painter, text_font(13, 500), paint, left, right, curve.title)
        left += QFontMetricsF(text_font(13, 500)).horizontalAdvance(curve.title) + VALUE_GAP_PX
        self._write(painter, text_font(13, 600), paint, left, right, self.text_of(curve))

    def _write(
        self, painter: QPainter, font: QFont, paint: QColor, left: float, right: float, text: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(paint)
        painter.drawText(QRectF(left, 0, right - left + 1, HEIGHT_PX), Qt.AlignmentFlag.AlignVCenter, text)

    def event(self, event: QEvent) -> bool:
        """The tooltip is made when it is asked for: the words change too often to be set each time."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            dashed = self.tr("Dashed: {run}").format(run=self._other_name) if self._other_name else ""
            words = [self._title, *(f"{one.title} {self.text_of(one)}" for one in self._shown()), dashed]
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, words)), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_on(QPainter(self), self.width())
