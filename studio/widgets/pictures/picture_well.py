"""A place for one chosen picture on paper: dropped in, locked, and told which class it is."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.widgets.controls.buttons import icon_button
from studio.widgets.controls.labels import label, secondary_label
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.picture_view import PictureView

NAMED_FROM_PX = 108  # a smaller well's head holds its buttons only


class PictureWell(QWidget):
    """Reports what is dropped in as text, and that it was clicked; a locked one takes nothing."""

    latent_dropped = Signal(str)
    clicked = Signal()
    menu_requested = Signal(QPoint)
    lock_changed = Signal(bool)
    removal_asked = Signal()

    def __init__(
        self, title: str, side_px: int, *, removable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._class = secondary_label("")
        self._note = secondary_label(self.tr("Drop a picture to replace"))
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lock = icon_button("unlock", self.tr("Lock this picture, so that nothing replaces it"))
        self._lock.setCheckable(True)
        self._lock.toggled.connect(self._on_lock)
        self._remove = icon_button("x", self.tr("Take picture {name} out of the mixture").format(name=title))
        self._remove.clicked.connect(self.removal_asked)
        if not removable:
            self._remove.hide()
        self._view = PictureView("paper", side_px)
        self._view.set_accepts_latents(True)
        self._view.setAccessibleName(self.tr("Picture {name}").format(name=title))
        self._view.setToolTip(
            self.tr("Click to choose another picture; drop one on it, or paste one (Ctrl+V)")
        )
        self._view.latent_dropped.connect(self.latent_dropped)
        self._view.clicked.connect(self.clicked)
        self._view.menu_requested.connect(self.menu_requested)
        head = QHBoxLayout()
        head.setContentsMargins(RING_PX, 0, RING_PX, 0)
        head.setSpacing(0)
        name = label(title, "document")
        head.addWidget(name)
        head.addSpacing(12)
        head.addWidget(self._class)
        head.addStretch()
        head.addWidget(self._lock)
        head.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._view)
        layout.addSpacing(6)
        layout.addWidget(self._note)
        layout.addStretch()

    @property
    def is_locked(self) -> bool:
        return self._lock.isChecked()

    @property
    def pixels(self) -> np.ndarray | None:
        return self._view.pixels

    @property
    def view(self) -> PictureView:
        return self._view

    def set_side(self, side_px: int, *, note_shown: bool = True) -> None:
        """Another size of the picture; a small one has no words below it."""
        self._note.setVisible(note_shown)
        self._class.setVisible(note_shown or side_px >= NAMED_FROM_PX)
        outer = side_px + 2 * RING_PX
        self._view.setFixedSize(outer, outer)
        self.setFixedWidth(outer)

    def set_locked(self, locked: bool) -> None:
        self._lock.setChecked(locked)

    def set_chosen(self, chosen: bool) -> None:
        """The well that is filled next."""
        self._view.set_chosen(chosen)

    def show_latent(self, class_name: str, latent_text: str) -> None:
        """Its class in words, and what dragging it out carries."""
        self._class.setText(class_name)
        self._view.set_latent(latent_text)

    def set_pixels(self, pixels: np.ndarray) -> None:
        """(H, W, C) uint8."""
        self._view.set_pixels(pixels)

    @Slot(bool)
    def _on_lock(self, locked: bool) -> None:
        self._lock.set_icon_name("lock" if locked else "unlock")
        self._view.set_accepts_latents(not locked)
        self._note.setText(self.tr("Locked") if locked else self.tr("Drop a picture to replace"))
        self.lock_changed.emit(locked)
