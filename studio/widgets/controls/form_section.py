"""A titled part of a form; while a run holds its values it shows a padlock and says why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.icons import icon_pixmap
from studio.theme import tokens_for
from studio.widgets.controls.buttons import Button
from studio.widgets.controls.labels import section_label

HEAD_PX = 24
PADLOCK_PX = 16
MARGIN_PX, MARGIN_ABOVE_PX = 16, 12
BUTTON_PADDING_PX = 12


class FormSection(QWidget):
    """A head line with room for one thing at its right, and a body below."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls: list[QWidget] = []
        self._aside: Button | None = None
        self._padlock = _Padlock()
        self._padlock.hide()
        self._head = QHBoxLayout()
        self._head.addWidget(section_label(title))
        self._head.addStretch(1)
        self._head.addWidget(self._padlock)
        self._head.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGIN_ABOVE_PX, 0, MARGIN_ABOVE_PX)
        for part in (self._head, self._body):
            part.setSpacing(8)
            layout.addLayout(part)
        layout.setSpacing(8)
        self._cover = _Cover(self)

    def set_aside(self, widget: QWidget) -> None:
        """What stands at the right of the title; a padlock then comes beside the title, and nothing moves."""
        self._head.removeWidget(self._padlock)
        self._head.insertWidget(1, self._padlock)
        self._head.addWidget(widget)

    def set_aside_button(self, button: Button) -> None:
        """A quiet button in the head line, its words flush with the right edge; a lock takes its place."""
        self._head.addWidget(button)
        self._head.addStrut(HEAD_PX)
        self._aside = button
        button.setStyleSheet(f"min-height: {HEAD_PX - 2}px;")
        button.setFixedHeight(HEAD_PX)
        self._show_aside(True)

    def add(self, widget: QWidget) -> None:
        self._body.addWidget(widget)

    def add_spacing(self, pixels: int) -> None:
        self._body.addSpacing(pixels)

    def lock_with(self, *controls: QWidget) -> None:
        """These are switched off while the section is locked; words stay readable."""
        self._controls += controls

    def set_locked(self, locked: bool, why: str = "") -> None:
        """Hold every value; the tooltip anywhere on the section says why."""
        self._padlock.setVisible(locked)
        self._padlock.setAccessibleName(why)
        self._cover.setToolTip(why)
        self._cover.setVisible(locked)
        self._cover.raise_()
        for control in self._controls:
            control.setEnabled(not locked)
        self._show_aside(not locked)

    def _show_aside(self, shown: bool) -> None:
        if self._aside is not None:
            self._aside.setVisible(shown)
            self._head.setContentsMargins(MARGIN_PX, 0, MARGIN_PX - (BUTTON_PADDING_PX if shown else 0), 0)


class _Padlock(QWidget):
    """Drawn anew with each theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(PADLOCK_PX, PADLOCK_PX)  # no higher than a title: nothing jumps when it comes

    def paintEvent(self, event: QPaintEvent) -> None:
        pixmap = icon_pixmap("lock", tokens_for(self).text2, PADLOCK_PX, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, pixmap)


class _Cover(QWidget):
    """Lies unseen over a locked section, so that one tooltip answers for all of it."""

    def __init__(self, section: QWidget) -> None:
        super().__init__(section)
        self._section = section
        section.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._section.rect())
        return super().eventFilter(watched, event)
