"""Asks how large a new sheet shall be, and remembers the answer for the next one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from studio.document.artwork import DEFAULT_PAPER, DEFAULT_SIZE, LARGEST_SIDE_PX
from studio.pages.paint.files import PaintFiles
from studio.settings import Settings
from studio.widgets.canvas.new_sheet_dialog import NewSheetDialog, SheetSize

KEY_WIDTH, KEY_HEIGHT, KEY_TRANSPARENT = "paint/new_width", "paint/new_height", "paint/new_transparent"


class PaintNew(QObject):
    """Unsaved work is asked about once the size is chosen."""

    def __init__(self, files: PaintFiles, settings: Settings, owner: QWidget) -> None:
        super().__init__(owner)
        self._files, self._settings, self._owner = files, settings, owner

    @Slot()
    def ask(self) -> None:
        settings = self._settings
        dialog = NewSheetDialog(
            self._sizes(),
            LARGEST_SIDE_PX,
            min(max(settings.value(KEY_WIDTH, DEFAULT_SIZE[0]), 1), LARGEST_SIDE_PX),
            min(max(settings.value(KEY_HEIGHT, DEFAULT_SIZE[1]), 1), LARGEST_SIDE_PX),
            transparent=settings.value(KEY_TRANSPARENT, False),
            parent=self._owner.window(),
        )
        dialog.asked.connect(self._create)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(int, int, bool)
    def _create(self, width: int, height: int, transparent: bool) -> None:
        self._settings.set_value(KEY_WIDTH, width)
        self._settings.set_value(KEY_HEIGHT, height)
        self._settings.set_value(KEY_TRANSPARENT, transparent)
        paper = None if transparent else DEFAULT_PAPER
        self._files.new_sheet(replace(self._files.empty_sheet(), width=width, height=height, paper=paper))

    def _sizes(self) -> list[SheetSize]:
        return [
            SheetSize(self.tr("Sketch"), *DEFAULT_SIZE),
            SheetSize(self.tr("Screen"), 1920, 1080),
            SheetSize(self.tr("A4, 300 dpi"), 2480, 3508),
            SheetSize(self.tr("A3, 300 dpi"), 3508, 4961),
            SheetSize(self.tr("Square"), 2048, 2048),
            SheetSize(self.tr("Sprite sheet"), 512, 512),
        ]
