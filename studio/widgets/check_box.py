"""A check box with its tick in the theme's colour."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from studio.icons import icon_pixmap
from studio.theme import tokens_for


class CheckBox(QCheckBox):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        tokens = tokens_for(self)
        tick = tokens.on_accent if self.isEnabled() else tokens.text3
        pixmap = icon_pixmap("check", tick, 16, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(box.center().x() - 7, box.center().y() - 7, pixmap)
