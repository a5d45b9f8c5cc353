"""A painting as it will leave, which can also be dragged out of the window as it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from studio.widgets.pictures.dressed_picture import ExportPreview


class PaintingPreview(ExportPreview):
    """Shows what it is given; before that it says what it waits for."""

    drag_asked = Signal()  # the hand pulls at the picture

    def __init__(self, waiting: str, parent: QWidget | None = None) -> None:
        super().__init__(waiting, parent=parent)
        self._pressed_at: QPointF | None = None
        self.setToolTip(self.tr("Drag it into another program, or onto the desktop."))

    def show_image(self, image: QImage) -> None:
        super().show_image(image)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._image.isNull():
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        moved = (event.position() - self._pressed_at).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed_at = None
            self.drag_asked.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
