"""A second picture, and one tile for each layer that can take over from it: pressing a tile takes it over."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from studio.widgets.controls.fold_head import FoldHead
from studio.widgets.controls.labels import label, secondary_label
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.picture_view import PictureView

TILE_PX, GAP_PX, AFTER_WELL_PX = 48, 6, 14


class LayerMixer(QWidget):
    """Folded at first. Reports what is put into the well as text, and which tile was pressed by its number.

    Tiles keep ``RING_PX`` around them, so it reaches that much further than what stands above it.
    """

    second_given = Signal(str)
    current_asked = Signal()  # the well takes the picture that is shown now
    emptied = Signal()
    pressed = Signal(int)
    unfolded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = FoldHead(self.tr("Mix by layer"), flush=True)
        self.head.setToolTip(self.tr("Let some layers of the generator take over from a second picture."))
        self.well = _SecondWell()
        self._tiles: list[_LayerTile] = []
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP_PX)
        self._tiles_part = QWidget()
        self._tiles_part.setLayout(self._row)
        self._invitation = secondary_label(
            self.tr("Drop a second picture here, or click to take the one under the dot."), wraps=True
        )
        self._sentence = secondary_label(
            self.tr("No single latent draws this picture: it can be saved, but not kept or painted with."),
            wraps=True,
        )
        self._body = QWidget()
        self._arrange()
        self._body.hide()
        self.head.toggled.connect(self._body.setVisible)
        self.head.toggled.connect(self.unfolded)
        self.well.latent_dropped.connect(self.second_given)
        self.well.clicked.connect(self.current_asked)
        self.well.emptied.connect(self.emptied)
        self.show_mix(None, ())

    def _arrange(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(AFTER_WELL_PX)
        beside.addWidget(self.well, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self._tiles_part, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self._invitation, 1)
        beside.addStretch()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 4, 0, 0)
        beside.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(beside)
        self._sentence.setContentsMargins(RING_PX, 0, RING_PX, 0)
        body.addWidget(self._sentence)
        head = QHBoxLayout()
        head.setContentsMargins(RING_PX, 0, RING_PX, 0)
        head.addWidget(self.head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._body)

    @property
    def is_unfolded(self) -> bool:
        return self.head.isChecked()

    def set_layers(self, layers: int) -> None:
        """Tiles for the style and for the class of so many layers."""
        for tile in self._tiles:
            tile.deleteLater()
        names = [self.tr("Style"), *(self.tr("Class {n}").format(n=n) for n in range(1, layers + 1))]
        tips = [
            self.tr("Take the style, which enters at the first layer, from the second picture"),
            *(
                self.tr("Let layer {n} take its class from the second picture").format(n=n)
                for n in range(1, layers + 1)
            ),
        ]
        self._tiles = [_LayerTile(name, tip) for name, tip in zip(names, tips, strict=True)]
        for tile in self._tiles:
            tile.view.clicked.connect(self._on_clicked)
            self._row.addWidget(tile)

    def show_mix(self, second_text: str | None, taken: Sequence[bool]) -> None:
        """The latent in the well as text, or None, and which parts are taken from it."""
        is_filled = second_text is not None
        self.well.set_latent(second_text or "")
        if not is_filled:
            self.well.set_pixels(None)
        self._tiles_part.setVisible(is_filled)
        self._invitation.setVisible(not is_filled)
        self._sentence.setVisible(is_filled and any(taken))
        for tile, now in zip(self._tiles, taken, strict=False):
            tile.set_taken(now)
        count = sum(taken)
        words = self.tr("1 taken over") if count == 1 else self.tr("{n} taken over").format(n=count)
        self.head.set_words(words if is_filled and count else "")

    def show_pictures(self, second: np.ndarray, each: Sequence[np.ndarray]) -> None:
        """The second picture (H, W, C), and what each part does alone."""
        self.well.set_pixels(second)
        for tile, pixels in zip(self._tiles, each, strict=False):
            tile.view.set_pixels(pixels)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        self.pressed.emit(next(n for n, tile in enumerate(self._tiles) if tile.view is sender))


class _SecondWell(PictureView):
    """Takes drops, Ctrl+V and, when clicked, the picture that is shown; Delete empties it."""

    emptied = Signal()

    def __init__(self) -> None:
        super().__init__("paper", TILE_PX)
        self.set_accepts_latents(True)
        self.set_empty_text("+")
        self.setAccessibleName(self.tr("Second picture"))
        self.setToolTip(
            self.tr("Drop or paste a picture, or click to take the one under the dot; Delete empties it")
        )

    def event(self, event: QEvent) -> bool:
        asks_first = event.type() == QEvent.Type.ShortcutOverride
        if asks_first and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            event.accept()  # meant for the well, not for the room
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.latent_dropped.emit(QApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class _LayerTile(QWidget):
    """What the picture becomes when one part is taken over, with its name below."""

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self._tip = tip
        self.view = PictureView("slate", TILE_PX)
        self.view.setAccessibleName(tip)
        self.view.setToolTip(tip)
        caption = label(name, "tick")
        caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.view)
        layout.addWidget(caption)
        self.set_taken(False)

    def set_taken(self, taken: bool) -> None:
        self.view.set_chosen(taken)
        self.view.setAccessibleDescription(self.tr("taken over") if taken else self.tr("not taken over"))
