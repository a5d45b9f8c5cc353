"""Everything about one generator, or about two beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.images import draw_picture, ink_grid
from studio.theme import colour, text_font, tokens_for
from studio.widgets.controls.buttons import Button, icon_button, main_button, plain_button
from studio.widgets.controls.labels import ElidedLabel, secondary_label, section_label
from studio.widgets.controls.slider_track import SliderTrack
from studio.widgets.models.model_card import fitted
from studio.words import note_typed

SIDE_PX, SHEET_PX, ROW_PX, SHEET_RADIUS_PX = 24, QSize(304, 162), 28, 4


class SampleSheet(QWidget):
    """Samples on paper, a style a row and a class a column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels: np.ndarray | None = None
        self._image = QImage()
        self.setFixedHeight(SHEET_PX.height())

    @property
    def pixels(self) -> np.ndarray | None:
        """What is shown, (R, C, H, W, Ch) uint8."""
        return self._pixels

    def set_samples(self, pixels: np.ndarray | None) -> None:
        self._pixels, self._image = pixels, QImage()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._image = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = tokens_for(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.paper))
        painter.drawRoundedRect(QRectF(self.rect()), SHEET_RADIUS_PX, SHEET_RADIUS_PX)
        if self._pixels is not None:
            if self._image.isNull():
                self._image = ink_grid(self._pixels, QColor(tokens.ink))
            inner = QRectF(self.rect()).adjusted(8, 8, -8, -8)
            draw_picture(painter, fitted(self._image.size(), inner), self._image)


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """``rows``: name, values, tooltip; two values a row where it is compared with the one of ``other_title``."""

    title: str
    rows: tuple[tuple[str, tuple[str, ...], str], ...]
    licence: str
    other_title: str = ""


class ModelInspector(QWidget):
    """Buttons press the actions they are given; what those do is the room's business."""

    moment_chosen = Signal(int)  # number of the moment on the slider

    def __init__(
        self, use: QAction, train_on: QAction, ways: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("hint-title")
        self.more = icon_button("more", self.tr("Everything that can be done with this generator"))
        self.sheet, self.other_sheet = SampleSheet(), SampleSheet()
        self.sheet.setAccessibleName(self.tr("What it draws: a style a row, a class a column"))
        self.other_sheet.setAccessibleName(self.tr("What the other one draws of the same latents"))
        self._other_title = ElidedLabel("section")
        self.moment = SliderTrack(0, 1, 0, decimals=0)
        self.moment.setAccessibleName(self.tr("Moment of the run"))
        self.moment.setToolTip(
            self.tr("Every moment of the run that was kept: what it drew, and to use it so.")
        )
        self._moment_words = secondary_label("")
        self._facts = QWidget()
        self._grid = QGridLayout(self._facts)
        self._licence_head, self._licence = section_label(self.tr("Licence")), secondary_label("", wraps=True)
        self._buttons: dict[QAction, Button] = {}
        self._use = self._button(use, main_button(use.text(), "check"))
        self._train_on = self._button(train_on, plain_button(train_on.text()))
        self._ways = [
            self._button(way, plain_button(way.text(), str(way.property("icon_name")))) for way in ways
        ]
        self._arrange()
        self.moment.valueChanged.connect(self.moment_chosen)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_PX, 16, SIDE_PX, SIDE_PX)
        layout.setSpacing(8)
        head, use, moment = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.more)
        use.setSpacing(8)
        use.addWidget(self._use, 3)
        use.addWidget(self._train_on, 2)
        self._moment_row = QWidget()
        moment.setContentsMargins(0, 0, 0, 0)
        moment.addWidget(self.moment, 1)
        moment.addWidget(self._moment_words)
        self._moment_row.setLayout(moment)
        self._grid.setContentsMargins(0, 8, 0, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        layout.addLayout(head)
        for widget in (self.sheet, self._other_title, self.other_sheet, self._moment_row):
            layout.addWidget(widget)
        layout.addLayout(use)
        layout.addWidget(self._facts)
        layout.addWidget(self._licence_head)
        layout.addWidget(self._licence)
        layout.addSpacing(8)
        self._ways_head = section_label(self.tr("Take it away"))
        layout.addWidget(self._ways_head)
        ways = QGridLayout()
        ways.setSpacing(8)
        for number, button in enumerate(self._ways):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            ways.addWidget(button, *divmod(number, 2))
        layout.addLayout(ways)
        layout.addStretch(1)

    def _button(self, action: QAction, button: Button) -> Button:
        button.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._buttons[action] = button
        return button

    @Slot()
    def _on_action_changed(self) -> None:
        for action, button in self._buttons.items():
            button.setEnabled(action.isEnabled())
            button.setVisible(action.isVisible())
            button.setToolTip(action.toolTip())

    def show_facts(self, facts: ModelFacts) -> None:
        """One generator, or two."""
        self._on_action_changed()
        note_typed(self.title, facts.title)
        self.title.setText(facts.title)
        self._other_title.setText(facts.other_title)
        is_pair = bool(facts.other_title)
        self._other_title.setVisible(is_pair)
        self.other_sheet.setVisible(is_pair)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, values, tip) in enumerate(facts.rows):
            self._add_row(row, name, values, tip)
        self._licence.setText(facts.licence)
        for part in (self._licence_head, self._licence):
            part.setVisible(bool(facts.licence))

    def show_moments(self, count: int, current: int, words: str) -> None:
        """The slider over a run's moments; fewer than two need none."""
        self._moment_row.setVisible(count > 1)
        self.moment.blockSignals(True)
        self.moment.setRange(0, max(0, count - 1))
        self.moment.setValue(current)
        self.moment.blockSignals(False)
        self._moment_words.setText(words)

    def _add_row(self, row: int, name: str, values: Sequence[str], tip: str) -> None:
        key = secondary_label(name)
        key.setToolTip(tip)
        key.setFixedHeight(ROW_PX)
        self._grid.addWidget(key, row, 0)
        for column, value in enumerate(values, start=1):
            shown = ElidedLabel()
            shown.setText(value)
            shown.setFont(text_font(12, 600))
            shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(shown, row, column)
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1 if column <= len(values) else 0)
