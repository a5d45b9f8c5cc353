"""What a person should know of the work before them, above it: one sentence, and the ways on from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.theme import colour, tokens_for
from studio.widgets.controls.buttons import Button, icon_button
from studio.widgets.controls.labels import label

BAR_PX, PADDING_PX = 3, 16


@dataclass(frozen=True, slots=True)
class Notice:
    """``answers``: name, words and tooltip of each button; the first is the proposed one."""

    name: str
    sentence: str
    answers: tuple[tuple[str, str, str], ...] = ()


class NoticeBar(QWidget):
    """Shows the newest notice; those before it wait until it is answered. Hidden while there is none."""

    answered = Signal(str, str)  # name of the notice, name of the answer
    closed = Signal(str)  # name of the notice, which was not answered

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "raised")
        self._notices: list[Notice] = []
        self._sentence = label("")
        self._sentence.setWordWrap(True)
        self._buttons: list[Button] = []
        self._close = icon_button("x", self.tr("Close this message"))
        self._close.clicked.connect(self._on_closed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PADDING_PX + BAR_PX, 8, 8, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def current(self) -> Notice | None:
        """The notice that shows."""
        return self._notices[-1] if self._notices else None

    def button(self, number: int) -> Button:
        """Of the notice that shows."""
        return self._buttons[number]

    def offer(self, notice: Notice) -> None:
        """Show it, in the place of the one of the same name."""
        self._notices = [each for each in self._notices if each.name != notice.name] + [notice]
        self._show()

    def withdraw(self, name: str) -> None:
        """It is no longer true."""
        self._notices = [each for each in self._notices if each.name != name]
        self._show()

    def _show(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        notice = self.current
        self._buttons = [] if notice is None else self._buttons_for(notice.answers)
        if notice is not None:
            self._sentence.setText(notice.sentence)
            self.setAccessibleName(notice.sentence)
        self.setVisible(notice is not None)

    def _buttons_for(self, answers: Sequence[tuple[str, str, str]]) -> list[Button]:
        buttons = []
        for place, (name, words, tooltip) in enumerate(answers):
            button = Button(words, "plain" if place == 0 else "quiet")
            button.setProperty("answer", name)
            button.setToolTip(tooltip)
            button.clicked.connect(self._on_answered)
            self._row.insertWidget(1 + place, button, 0, Qt.AlignmentFlag.AlignTop)
            buttons.append(button)
        return buttons

    @Slot()
    def _on_answered(self) -> None:
        button, notice = self.sender(), self.current
        if notice is not None and isinstance(button, Button):
            self.withdraw(notice.name)
            self.answered.emit(notice.name, str(button.property("answer")))

    @Slot()
    def _on_closed(self) -> None:
        if (notice := self.current) is not None:
            self.withdraw(notice.name)
            self.closed.emit(notice.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(tokens.raised))
        painter.fillRect(QRectF(0, 0, BAR_PX, self.height()), colour(tokens.warn))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour(tokens.line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_closed()
        else:
            super().keyPressEvent(event)
