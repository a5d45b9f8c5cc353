"""Which moment of a run a handle stands at: a title and a line under it, as wide whatever they say."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.theme import text_font
from studio.widgets.controls.labels import label, secondary_label


class MomentWords(QWidget):
    """Of one width, so that no track beside it moves under the hand."""

    def __init__(self, width_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._words = label(""), secondary_label("")
        self._title.setFont(text_font(13, 600))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        layout.addStretch(1)
        self.setFixedWidth(width_px)

    def set_words(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
