"""A folder can be dropped anywhere in the Train room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from studio.widgets.training.dataset_chooser import DatasetChooser, dragged_folder


class FolderDrop(QObject):
    """Takes for the chooser what its room is offered; the chooser shows that it would."""

    def __init__(self, room: QWidget, chooser: DatasetChooser) -> None:
        super().__init__(room)
        self._chooser = chooser
        room.setAcceptDrops(True)
        room.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if dragged_folder(event) is not None and self._chooser.is_choosable:
                event.acceptProposedAction()
                self._chooser.set_dropping(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._chooser.set_dropping(False)
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._chooser.set_dropping(False)
            if (folder := dragged_folder(event)) is not None:
                event.acceptProposedAction()
                self._chooser.choose_folder(folder)
            return True
        return False
