"""What happened, what was kept, what to do next: one bar above the page, never a dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from studio.theme import colour, tokens_for
from studio.widgets.controls.buttons import Button, icon_button, quiet_button
from studio.widgets.controls.labels import label, section_label
from studio.words import sentences

BAR_PX, DETAILS_PX = 3, 160


class ErrorBanner(QWidget):
    """Plain text only, since part of it may come from a stranger's file. Hidden until there is something."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "raised")
        self._title = section_label("")
        self._sentence = label("")
        self._sentence.setWordWrap(True)
        for line in (self._title, self._sentence):
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setFixedHeight(DETAILS_PX)
        self._details.setAccessibleName(self.tr("Details"))
        self._actions: list[Button] = []
        self._details_button = quiet_button(self.tr("Details"))
        self._details_button.setToolTip(self.tr("Shows what the program knows about the cause."))
        self._details_button.setCheckable(True)
        self._details_button.toggled.connect(self._details.setVisible)
        self._copy_button = quiet_button(self.tr("Copy"))
        self._copy_button.setToolTip(self.tr("Copies this message and its details, to send to someone."))
        self._copy_button.clicked.connect(self._copy)
        close_button = icon_button("x", self.tr("Close this message"))
        close_button.clicked.connect(self.dismiss)
        self._arrange(close_button)
        self.hide()

    def show_failure(
        self, title: str, sentence: str, actions: Sequence[QAction] = (), details: str = ""
    ) -> None:
        """Each action becomes a button; the first one is the proposed way on."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._replace_actions(actions)
        self._details.setPlainText(details)
        self._details_button.setChecked(False)
        self._details_button.setVisible(bool(details))
        self._details.hide()
        self.setAccessibleName(sentences(title, sentence))
        self.show()

    def dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    @property
    def text(self) -> str:
        """What Copy copies."""
        parts = (self._title.text(), self._sentence.text(), self._details.toPlainText())
        return "\n\n".join(part for part in parts if part)

    def _arrange(self, close_button: QWidget) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self._details_button)
        self._buttons.addWidget(self._copy_button)
        self._buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        for line in (self._title, self._sentence):
            words.addWidget(line)
        words.addSpacing(4)
        words.addLayout(self._buttons)
        words.addWidget(self._details)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16 + BAR_PX, 12, 8, 12)
        layout.addLayout(words, 1)
        layout.addWidget(close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _replace_actions(self, actions: Sequence[QAction]) -> None:
        for button in self._actions:
            self._buttons.removeWidget(button)
            button.hide()  # it goes with the next turn of the event loop, but is past now
            button.deleteLater()
        self._actions = []
        for place, action in enumerate(actions):
            button = Button(action.text(), "plain" if place == 0 else "quiet")
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            button.clicked.connect(self.dismiss)
            self._buttons.insertWidget(place, button)
            self._actions.append(button)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(tokens.raised))
        painter.fillRect(QRectF(0, 0, BAR_PX, self.height()), colour(tokens.err))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour(tokens.line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
