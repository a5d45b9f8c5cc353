"""A new sheet: a usual size or one's own, on paper or on nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from studio.number_style import number
from studio.widgets.controls.buttons import main_button, plain_button
from studio.widgets.controls.labels import label, secondary_label, section_label
from studio.widgets.controls.number_field import NumberField
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.text_rows import ASIDE_ROLE, ROW_PX, TextRows

WIDTH_PX, LABEL_PX = 440, 72


@dataclass(frozen=True, slots=True)
class SheetSize:
    """A usual size by its name, in pixels."""

    name: str
    width: int
    height: int


class NewSheetDialog(QDialog):
    """Not modal in itself: ``open()`` it and listen. What is typed chooses the size of that name, if there is one."""

    asked = Signal(int, int, bool)  # width, height, whether it is transparent

    def __init__(
        self,
        sizes: Sequence[SheetSize],
        most_px: int,
        width: int,
        height: int,
        *,
        transparent: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New sheet"))
        self._sizes = sizes
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Usual sizes"))
        for size in sizes:
            item = QListWidgetItem(size.name)
            item.setData(ASIDE_ROLE, f"{size.width} × {size.height}")
            self.list.addItem(item)
        self.list.setItemDelegate(TextRows(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedHeight(len(sizes) * ROW_PX)
        self.across = NumberField(self.tr("Width"), 1, most_px, width, suffix=self.tr(" px"))
        self.down = NumberField(self.tr("Height"), 1, most_px, height, suffix=self.tr(" px"))
        self.ground = Segmented([("paper", self.tr("Paper")), ("transparent", self.tr("Transparent"))])
        self.ground.set_value("transparent" if transparent else "paper")
        self._memory = secondary_label("", wraps=True)
        self.create_button = main_button(self.tr("Create"))
        self._cancel = plain_button(self.tr("Cancel"))
        self._arrange()
        self._connect()
        self._follow_numbers()
        self.setFixedWidth(WIDTH_PX)

    def _arrange(self) -> None:
        numbers, ground, buttons, layout = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        numbers.addWidget(self.across)
        numbers.addWidget(self.down)
        words = label(self.tr("Ground"))
        words.setFixedWidth(LABEL_PX)
        ground.addWidget(words)
        ground.addWidget(self.ground, 1)
        buttons.addWidget(self._memory, 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.create_button)
        layout.addWidget(section_label(self.tr("New sheet")))
        layout.addWidget(self.list)
        for row in (numbers, ground, buttons):
            layout.addLayout(row)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        self.create_button.setDefault(True)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_size_chosen)
        self.list.itemActivated.connect(self._create)
        self.across.value_changed.connect(self._follow_numbers)
        self.down.value_changed.connect(self._follow_numbers)
        self._cancel.clicked.connect(self.reject)
        self.create_button.clicked.connect(self._create)

    def _on_size_chosen(self, row: int) -> None:
        if row >= 0:
            self.across.set_value(self._sizes[row].width)
            self.down.set_value(self._sizes[row].height)

    def _follow_numbers(self, _value: float = 0.0) -> None:
        width, height = round(self.across.value), round(self.down.value)
        rows = [row for row, size in enumerate(self._sizes) if (size.width, size.height) == (width, height)]
        self.list.blockSignals(True)
        self.list.setCurrentRow(rows[0] if rows else -1)
        self.list.blockSignals(False)
        megabytes = number(max(1, round(width * height * 4 / 1e6)))
        self._memory.setText(self.tr("{n} MB a layer").format(n=megabytes))

    def _create(self) -> None:
        self.asked.emit(round(self.across.value), round(self.down.value), self.ground.value == "transparent")
        self.accept()
