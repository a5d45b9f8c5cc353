"""What this program is, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from studio.icons import application_icon
from studio.widgets.buttons import dress_question

ICON_PX = 64


class AboutBox(QMessageBox):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Latent Studio"))
        self.setIconPixmap(application_icon().pixmap(ICON_PX))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(f"Latent Studio {QCoreApplication.applicationVersion()}".rstrip())
        self.setInformativeText(
            self.tr(
                "Train a small GAN, explore what it learnt, paint with it.\n\n"
                "The program is free under the MIT licence. The generator that ships was trained on MNIST "
                "by Yann LeCun, Corinna Cortes and Christopher Burges (CC BY-SA 3.0). "
                "The window is made with Qt (LGPL 3), the engine with PyTorch."
            )
        )
        self.setStandardButtons(QMessageBox.StandardButton.Close)
        dress_question(self, QMessageBox.StandardButton.Close)
