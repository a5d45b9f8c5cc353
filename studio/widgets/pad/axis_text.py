"""Words along an axis: those beside an upright one are turned, but Chinese characters stand one below the other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

IDEOGRAPHS = ("\u4e00", "\u9fff")
LINE = 1.1  # from one to the next, of their width


def draw_axis_text(
    painter: QPainter, line: QRectF, side: Qt.AlignmentFlag, text: str, *, turned: bool
) -> None:
    """At the left, right or middle of a line. ``turned``: the painter is, by a quarter; left is below."""
    if not turned or not text or not all(IDEOGRAPHS[0] <= sign <= IDEOGRAPHS[1] for sign in text):
        painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, text)
        return
    em = LINE * QFontMetricsF(painter.font()).horizontalAdvance(text[0])
    length = em * len(text)
    room = line.width() - length
    share = {Qt.AlignmentFlag.AlignLeft: 0.0, Qt.AlignmentFlag.AlignHCenter: 0.5}.get(side, 1.0)
    top = line.left() + share * room + length
    for place, sign in enumerate(text):
        painter.save()
        painter.translate(top - (place + 0.5) * em, line.center().y())
        painter.rotate(90)
        painter.drawText(QRectF(-em, -em, 2 * em, 2 * em), Qt.AlignmentFlag.AlignCenter, sign)
        painter.restore()
