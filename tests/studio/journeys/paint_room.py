"""The Paint room as the journeys use it: a brush that is ready, strokes by hand, and what they left."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from studio.app import Studio
from studio.document.artwork import Stroke
from studio.document.painter import render
from studio.pages.paint.page import PaintPage
from studio.session import Session
from tests.studio.journeys.hand import LEFT, NONE, drag_over

MADE_MS = 30_000
LINE = ((120.0, 150.0), (300.0, 170.0), (480.0, 160.0), (660.0, 300.0))


def enter_paint(qtbot: QtBot, studio: Studio) -> PaintPage:
    """The room in front, its brush ready."""
    studio.window.show_room("paint")
    page = studio.paint_page
    qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=MADE_MS)
    return page


def drag(
    qtbot: QtBot, page: PaintPage, *places: tuple[float, float], modifier: Qt.KeyboardModifier = NONE
) -> None:
    """Over these places of the sheet; along ``LINE`` if none are given."""
    points = [page.canvas.to_widget(QPointF(*place)).toPoint() for place in places or LINE]
    drag_over(qtbot, page.canvas, points, modifier)


def click(qtbot: QtBot, page: PaintPage, place: tuple[float, float]) -> None:
    qtbot.mouseClick(page.canvas, LEFT, NONE, page.canvas.to_widget(QPointF(*place)).toPoint())


def strokes(session: Session) -> tuple[Stroke, ...]:
    """Of the chosen layer."""
    return session.artwork.current.layers[session.artwork.chosen_layer].strokes


def pixel_hash(session: Session) -> str:
    """Of what an export would show."""
    image = render(session.artwork.current, 1.0, on_paper=True)  # owns the bytes that constBits looks at
    return hashlib.sha256(bytes(image.constBits())).hexdigest()


def seen(page: PaintPage) -> str:
    """A hash of what the canvas shows."""
    image = page.canvas.grab().toImage()
    return hashlib.sha256(bytes(image.constBits())).hexdigest()
