"""The first thing a newcomer reads in Paint: draw a stroke."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint

from studio.pages.room_hint import FloatingHint
from studio.settings import Settings
from studio.widgets.canvas.paint_canvas import PaintCanvas

FROM_BELOW_PX = 136


class PaintHint(FloatingHint):
    """Lies on the lower part of the sheet until the hand comes down beside it."""

    def __init__(self, canvas: PaintCanvas, settings: Settings) -> None:
        super().__init__("paint", settings, canvas, partial(_on_lower_part, canvas))
        self.say(
            self.tr("Draw a stroke"),
            self.tr("Every dab is a picture of the generator. Choose another one below."),
            points_up=False,
            on_paper=True,
        )
        if self.card is not None:
            canvas.stroke_started.connect(self.finish)


def _on_lower_part(canvas: PaintCanvas) -> QPoint | None:
    """None while another tool than the brush is taken."""
    if canvas.tool != "brush":
        return None
    return QPoint(canvas.width() // 2, canvas.height() - FROM_BELOW_PX)
