"""The files of a folder that are not learnt from, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from studio.number_style import number
from studio.widgets.controls.buttons import main_button, quiet_button
from studio.widgets.controls.labels import label

SIZE_PX = (520, 360)


class SkippedDialog(QDialog):
    """Plain text, since names come from strangers' disks; nothing here changes a file."""

    def __init__(self, skipped: Sequence[tuple[str, str]], count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files that are left out"))
        self.resize(*SIZE_PX)
        intro = label(self.tr("The run learns from the other pictures; these files stay as they are."))
        intro.setWordWrap(True)
        self._list = QPlainTextEdit("\n".join(f"{name}: {self._reason(why)}" for name, why in skipped))
        self._list.setReadOnly(True)
        self._list.setAccessibleName(self.tr("Files that are left out"))
        if count > len(skipped):
            more = number(count - len(skipped))
            self._list.appendPlainText(self.tr("… and {count} more").format(count=more))
        copy = quiet_button(self.tr("Copy"))
        copy.setToolTip(self.tr("Copies the list, to mend the files with it."))
        copy.clicked.connect(self._copy)
        close = main_button(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(intro)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._list.toPlainText())

    def _reason(self, english: str) -> str:
        """The engine's reason in the language of the window."""
        known = {
            "it could not be decoded": self.tr("it could not be decoded"),
            "it lies beside the class folders": self.tr("it lies beside the class folders"),
            "it is a link or not a plain file": self.tr("it is a link or not a plain file"),
            "the file is larger than 256 MB": self.tr("the file is larger than 256 MB"),
            "it has more than 64 million pixels": self.tr("it has more than 64 million pixels"),
            "it is longer than 65,535 pixels": self.tr("it is longer than 65,535 pixels"),
        }
        return known.get(english, english)
