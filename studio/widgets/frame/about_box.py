"""What this program is, whose work it stands on, and a diagnosis to send along with a question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studio.icons import application_icon
from studio.parts import Part
from studio.widgets.controls.buttons import plain_button
from studio.widgets.controls.labels import label, secondary_label, section_label
from studio.widgets.controls.surface import scrolling

ICON_PX, WIDTH_PX, HEIGHT_PX, EDGE_PX = 64, 560, 520, 24


class AboutBox(QDialog):
    """``diagnosis`` is what *Copy diagnostics* puts on the clipboard."""

    def __init__(
        self, parts: Sequence[Part], device: str, diagnosis: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Latent Studio"))
        self._diagnosis = diagnosis
        self.copy = plain_button(self.tr("Copy diagnostics"), "layers")
        self.copy.setToolTip(self.tr("Versions, system and device as text. It names no person and no file."))
        self.copy.clicked.connect(self._on_copy)
        close = plain_button(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, EDGE_PX, 0, 16)
        layout.setSpacing(16)
        layout.addLayout(self._head(device))
        layout.addWidget(scrolling(self._body(parts)), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(close)
        layout.addLayout(foot)
        self.resize(WIDTH_PX, HEIGHT_PX if parent is None else min(HEIGHT_PX, parent.height() - 2 * EDGE_PX))

    def _head(self, device: str) -> QHBoxLayout:
        icon, words, head = QLabel(), QVBoxLayout(), QHBoxLayout()
        icon.setPixmap(application_icon().pixmap(ICON_PX))
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(
            label(f"Latent Studio {QCoreApplication.applicationVersion()}".rstrip(), "hint-title")
        )
        words.addWidget(secondary_label(self.tr("Train a small GAN, explore what it learnt, paint with it.")))
        if device:
            words.addWidget(secondary_label(self.tr("Trains on: {device}").format(device=device)))
        words.addStretch(1)
        head.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        head.setSpacing(16)
        head.addWidget(icon)
        head.addLayout(words, 1)
        return head

    def _body(self, parts: Sequence[Part]) -> QWidget:
        body, grid = QWidget(), QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for row, part in enumerate(parts):
            grid.addWidget(label(part.name), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(secondary_label(part.version), row, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(secondary_label(part.licence, wraps=True), row, 2)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        layout.setSpacing(8)
        layout.addWidget(section_label(self.tr("Licences")))
        layout.addWidget(
            secondary_label(
                self.tr(
                    "The program is free under the MIT licence. The generator and the judge that ship were trained "
                    "on MNIST by Yann LeCun, Corinna Cortes and Christopher Burges (CC BY-SA 3.0)."
                ),
                wraps=True,
            )
        )
        layout.addSpacing(8)
        layout.addWidget(section_label(self.tr("Made with")))
        layout.addLayout(grid)
        layout.addStretch(1)
        return body

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._diagnosis)
        self.copy.setText(self.tr("Copied"))
