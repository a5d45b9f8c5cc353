"""Draw a set of pictures of one's own: cells for each class, saved with every line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from studio.widgets.controls.buttons import main_button, plain_button, quiet_button
from studio.widgets.controls.labels import label, secondary_label
from studio.widgets.controls.surface import scrolling
from studio.widgets.controls.warning_lines import WarningLines
from studio.widgets.training.drawing_row import DrawingRow

SIZE_PX = (648, 600)
Drawn = Sequence[tuple[str, Mapping[int, NDArray[np.uint8]]]]


class DrawingDialog(QDialog):
    """Knows no files: what is drawn or named is reported, and told back by :meth:`show_set`."""

    cell_changed = Signal(str, int, object)  # class name, number of the cell, (S, S) uint8 or None
    class_name_asked = Signal(str, str)  # old, new
    set_name_asked = Signal(str)
    open_asked = Signal()
    new_asked = Signal()
    learn_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Draw your own pictures"))
        self.resize(*SIZE_PX)
        self.rows: list[DrawingRow] = []
        self._name = ""
        self.name_field = QLineEdit()
        self.name_field.setAccessibleName(self.tr("Name of the set"))
        self.name_field.setToolTip(self.tr("The set and its folder are called so."))
        self.name_field.editingFinished.connect(self._on_name_typed)
        self.new_set = quiet_button(self.tr("New"))
        self.new_set.setToolTip(self.tr("Begin another set; this one stays as it is."))
        self.open_set = quiet_button(self.tr("Open…"))
        self.open_set.setToolTip(
            self.tr("Go on with a set that was drawn before, or take a folder of your own choice.")
        )
        self.add_class = plain_button(self.tr("Add a class"), "plus")
        self.add_class.setToolTip(self.tr("One more kind of picture, with cells of its own."))
        self.learn = main_button(self.tr("Learn from these"))
        self.close_button = quiet_button(self.tr("Close"))
        self._trouble, self._place = WarningLines(), secondary_label("")
        self.new_set.clicked.connect(self.new_asked)
        self.open_set.clicked.connect(self.open_asked)
        self.add_class.clicked.connect(self._on_add_class)
        self.learn.clicked.connect(self.learn_asked)
        self.close_button.clicked.connect(self.reject)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name_field, 1)
        head.addWidget(self.new_set)
        head.addWidget(self.open_set)
        intro = label(
            self.tr(
                "Draw each thing several times, never twice alike. Every line is saved as you lift the pen."
            )
        )
        intro.setWordWrap(True)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(4, 4, 12, 4)
        self._column.setSpacing(24)
        self._column.addWidget(self.add_class, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._place, 1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.learn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        for part in (head, intro, scrolling(self._list), self._trouble, buttons):
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        layout.setStretch(2, 1)

    def show_set(self, name: str, place: str, classes: Drawn) -> None:
        """Another set, with what was drawn of it before."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        self.show_name(name, place)
        for class_name, pictures in classes:
            self._add_row(class_name, pictures)
        self.say("")
        self._show_learn()
        if self.rows:
            self.rows[0].cells[0].setFocus()

    def show_name(self, name: str, place: str) -> None:
        self._name = name
        self.name_field.setText(name)
        self._place.setText(self.fontMetrics().elidedText(place, Qt.TextElideMode.ElideMiddle, 320))
        self._place.setToolTip(place)

    def show_class_name(self, old: str, new: str) -> None:
        """A class got the name that was asked for, or keeps its own."""
        for row in self.rows:
            if row.name == old:
                row.rename(new)

    def say(self, trouble: str) -> None:
        """One sentence on what did not work, or ""."""
        self._trouble.set_sentences([trouble] if trouble else [])

    @property
    def class_names(self) -> list[str]:
        return [row.name for row in self.rows]

    @property
    def picture_count(self) -> int:
        return sum(row.picture_count for row in self.rows)

    def _add_row(self, name: str, pictures: Mapping[int, NDArray[np.uint8]]) -> None:
        row = DrawingRow(name, pictures)
        row.cell_changed.connect(self._on_cell_changed)
        row.name_asked.connect(self._on_class_name_typed)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        row.show()

    @Slot()
    def _on_add_class(self) -> None:
        number = len(self.rows) + 1
        while (name := self.tr("Class {number}").format(number=number)) in self.class_names:
            number += 1
        self._add_row(name, {})
        self.rows[-1].name_field.setFocus()
        self.rows[-1].name_field.selectAll()

    @Slot(str, int, object)
    def _on_cell_changed(self, name: str, number: int, pixels: object) -> None:
        self._show_learn()
        self.cell_changed.emit(name, number, pixels)

    @Slot(str)
    def _on_class_name_typed(self, new: str) -> None:
        row = self.sender()
        assert isinstance(row, DrawingRow)
        self.class_name_asked.emit(row.name, new)

    @Slot()
    def _on_name_typed(self) -> None:
        if self.name_field.text().strip() != self._name:
            self.set_name_asked.emit(self.name_field.text())

    def _show_learn(self) -> None:
        ready = self.picture_count > 0
        self.learn.setEnabled(ready)
        self.learn.setToolTip(
            self.tr("Chooses this set in the Train room. You can draw on later.")
            if ready
            else self.tr("Draw something first.")
        )
