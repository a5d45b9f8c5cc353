"""What the doctor saw in a run, in plain words, with one button that mends it and one that takes that back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.icons import icon_pixmap
from studio.theme import colour, tokens_for
from studio.widgets.controls.buttons import plain_button, quiet_button
from studio.widgets.controls.labels import secondary_label, section_label
from studio.words import sentences

RADIUS_PX, ICON_PX, SIDE_PX = 8, 20, 12
BUTTONS_PX, COUNT_PX = 112, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorWords:
    """One note: ``mend`` is the button's text, "" where nothing can be done; ``mend_tip`` says exactly what it does.

    ``back`` and ``back_tip`` alike, for going on from before the trouble.
    """

    title: str
    evidence: str
    explanation: str
    mend: str = ""
    mend_tip: str = ""
    back: str = ""
    back_tip: str = ""


class DoctorCard(QWidget):
    """Hidden until there is a note; shows one at a time."""

    mend_asked = Signal()
    back_asked = Signal()
    undo_asked = Signal()
    next_asked = Signal()
    hide_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "raised")
        self._title = section_label("")
        self._title.setWordWrap(True)
        self._evidence, self._explanation = secondary_label("", wraps=True), secondary_label("", wraps=True)
        self.mend, self.undo = plain_button(""), plain_button(self.tr("Undo"), "undo")
        self.back = plain_button("")
        self.undo.setToolTip(self.tr("Puts the numbers back that the mend changed."))
        self.why, self.next, self.put_away = (
            quiet_button(self.tr("Why?")),
            quiet_button(""),
            quiet_button(self.tr("Put away")),
        )
        self.next.setAccessibleName(self.tr("Next note"))
        self.why.setCheckable(True)
        self.why.setToolTip(self.tr("What is behind it, and what the mend does."))
        self.next.setToolTip(self.tr("Shows the next thing that the doctor saw in this run."))
        self.put_away.setToolTip(self.tr("Takes this note away. Its mark on the charts stays."))
        self._arrange()
        self.mend.clicked.connect(self.mend_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self.next_asked)
        self.put_away.clicked.connect(self.hide_asked)
        self.why.toggled.connect(self._unfolded.setVisible)
        self.hide()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop)
        self.next.setStyleSheet(f"min-height: {COUNT_PX - 2}px;")
        self.next.setFixedHeight(COUNT_PX)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(head)
        words.addWidget(self._evidence)
        words.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        for button in (self.mend, self.undo, self.back, self.why):
            button.setMinimumWidth(BUTTONS_PX)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        buttons.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addLayout(words, 1)
        upper.addLayout(buttons)
        self._unfolded = QWidget()
        lower, others = QVBoxLayout(self._unfolded), QHBoxLayout()
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(0)
        lower.addWidget(self._explanation)
        others.addStretch(1)
        others.addWidget(self.put_away)
        lower.addLayout(others)
        self._unfolded.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_PX + ICON_PX + 8, SIDE_PX, SIDE_PX, SIDE_PX)
        layout.setSpacing(4)
        layout.addLayout(upper)
        layout.addWidget(self._unfolded)

    def show_note(self, words: DoctorWords, *, place: int = 1, of: int = 1, is_mended: bool = False) -> None:
        """``place`` of so many notes that this run has had."""
        self._title.setText(words.title)
        self._evidence.setText(words.evidence)
        self._explanation.setText(words.explanation)
        self.mend.setText(words.mend)
        self.mend.setToolTip(words.mend_tip)
        self.mend.setVisible(bool(words.mend) and not is_mended)
        self.undo.setVisible(is_mended)
        self.back.setText(words.back)
        self.back.setToolTip(words.back_tip)
        self.back.setVisible(bool(words.back))
        self.next.setText(self.tr("{place} of {count}").format(place=place, count=of))
        self.next.setVisible(of > 1)
        self.setAccessibleName(sentences(words.title, words.evidence))
        self.show()

    def clear(self) -> None:
        """There is nothing to say any more."""
        self.why.setChecked(False)
        self.hide()

    def set_pressable(self, pressable: bool, why_not: str = "") -> None:
        """Between two states of a run nothing can be changed."""
        for button in (self.mend, self.undo, self.back):
            button.setEnabled(pressable)
            if why_not:
                button.setToolTip(why_not)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour(tokens.raised))
        painter.setPen(QPen(colour(tokens.line), 1) if not tokens.dark else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        mark = icon_pixmap("pulse", tokens.warn, ICON_PX, self.devicePixelRatioF())
        painter.drawPixmap(SIDE_PX, SIDE_PX + 2, mark)
