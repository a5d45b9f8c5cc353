"""What was done, step by step: a click on one goes back or forth to it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFrame, QUndoView, QVBoxLayout, QWidget

from studio.widgets.controls.labels import section_label
from studio.widgets.controls.text_rows import TextRows

WIDTH_PX, HEIGHT_PX = 264, 360


class HistoryPopup(QFrame):
    """Stays while one clicks in it, so that the picture can be seen to change; arrow keys work too."""

    def __init__(self, stack: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = QUndoView(stack)
        self.view.setEmptyLabel(self.tr("As it was opened"))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setItemDelegate(TextRows(self.view, fades=True))
        self.view.setAccessibleName(self.tr("History"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.addWidget(section_label(self.tr("History")))
        layout.addWidget(self.view, 1)
        self.resize(WIDTH_PX, HEIGHT_PX)

    def show_at(self, corner: QPoint) -> None:
        """Its upper right corner on the screen."""
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        self.view.setFocus()
