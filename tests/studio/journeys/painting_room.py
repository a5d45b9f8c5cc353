"""The Paint room as the journeys use it: a hand that drags, and what became of it."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QPointF, Qt

from studio.document.painter import render
from studio.pages.paint.page import PaintPage

LEFT, RIGHT_WAY = Qt.MouseButton.LeftButton, [(120.0, 150.0), (300.0, 170.0), (520.0, 150.0), (700.0, 190.0)]
MADE_MS = 20_000


def drag(qtbot, page: PaintPage, places, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    canvas = page.canvas
    points = [canvas.to_widget(QPointF(*place)).toPoint() for place in places]
    qtbot.mousePress(canvas, LEFT, modifier, points[0])
    for point in points[1:]:
        qtbot.mouseMove(canvas, point)
    qtbot.mouseRelease(canvas, LEFT, modifier, points[-1])


def strokes(page: PaintPage, session) -> tuple:
    return session.artwork.current.layers[-1].strokes


def pixel_hash(session) -> str:
    image = render(session.artwork.current, 2.0, on_paper=True)  # owns the bytes that constBits looks at
    return hashlib.sha256(bytes(image.constBits())).hexdigest()
