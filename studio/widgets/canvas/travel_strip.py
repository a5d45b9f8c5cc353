"""Where a stroke begins and ends: well A, the way between as small pictures, well B."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.images import crisp_image, draw_picture
from studio.theme import colour, tokens_for
from studio.widgets.controls.labels import secondary_label
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.picture_view import PictureView

WELL_PX, PADDING_PX, RADIUS_PX = 48, 8, 6
WAY_COUNT, WAY_TILE_PX = 5, 26


class TravelStrip(QWidget):
    """One well is enough for a fixed brush; the second shows while the stroke travels."""

    start_dropped = Signal(str)  # a latent as text
    target_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start_well, self.target_well = PictureView("paper", WELL_PX), PictureView("paper", WELL_PX)
        self.start_well.setAccessibleName(self.tr("Brush"))
        self.start_well.setToolTip(self.tr("The picture the stroke begins with; drop another one here."))
        self.target_well.setAccessibleName(self.tr("Travels to"))
        self.target_well.setToolTip(
            self.tr("The picture the stroke ends with: drop one here, or Shift+click a stamp below.")
        )
        self.start_well.set_accepts_latents(True)
        self.target_well.set_accepts_latents(True)
        self.start_well.latent_dropped.connect(self.start_dropped)
        self.target_well.latent_dropped.connect(self.target_dropped)
        self._way = _Way()
        self._words = secondary_label("", wraps=True)
        layout = QHBoxLayout(self)
        margin = PADDING_PX - RING_PX
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(4)
        layout.addWidget(self.start_well)
        layout.addWidget(self._way, 1)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.target_well)
        self.setFixedHeight(WELL_PX + 2 * PADDING_PX)
        self.set_travels(False)

    def set_travels(self, travels: bool) -> None:
        self.target_well.setVisible(travels)
        self._show_way()

    def set_way(self, pictures: Sequence[np.ndarray]) -> None:
        """(H, W, C) uint8 each, as they come along a stroke; none while they are being made."""
        self._way.set_pictures(pictures)
        self._show_way()

    def set_words(self, text: str) -> None:
        """The sentence beside the wells while there is no way to show."""
        self._words.setText(text)

    def _show_way(self) -> None:
        shows = self._way.is_filled
        self._way.setVisible(shows)
        self._words.setVisible(not shows)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens_for(self).well))
        painter.drawRoundedRect(self.rect(), RADIUS_PX, RADIUS_PX)


class _Way(QWidget):
    """Small pictures in a row, without sheets."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: list[np.ndarray] = []
        self._images: list[QImage] = []

    @property
    def is_filled(self) -> bool:
        return bool(self._pictures)

    def set_pictures(self, pictures: Sequence[np.ndarray]) -> None:
        self._pictures = list(pictures)
        self._images = []
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._images:
            ink = QColor(tokens_for(self).chalk)
            self._images = [crisp_image(pixels, ink) for pixels in self._pictures]
        painter = QPainter(self)
        pitch = self.width() / max(1, len(self._images))
        for index, image in enumerate(self._images):
            left = (index + 0.5) * pitch - WAY_TILE_PX / 2
            draw_picture(
                painter, QRectF(left, (self.height() - WAY_TILE_PX) / 2, WAY_TILE_PX, WAY_TILE_PX), image
            )

    def changeEvent(self, event: QEvent) -> None:
        self._images = []
        super().changeEvent(event)
