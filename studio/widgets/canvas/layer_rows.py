"""The rows of the layer list as values, and the model that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from studio.words import facts

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, eq=False)
class LayerLine:
    """A layer as the list shows it; ``index`` counts from the bottom. ``words`` stand at the right."""

    index: int
    name: str
    words: str
    thumbnail: QImage | None = None
    visible: bool = True
    locked: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class StrokeLine:
    """A stroke of the chosen layer; ``index`` counts from the first painted. No thumbnail: an eraser."""

    index: int
    text: str
    thumbnail: QImage | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PaperLine:
    """The paper under all layers; ``paper`` None: transparent."""

    name: str
    words: str
    paper: str | None


Line = LayerLine | StrokeLine | PaperLine


class LayerRows(QAbstractListModel):
    """Top row first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # an empty index is immutable
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.lines[index.row()]
        if isinstance(line, StrokeLine):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = Qt.ItemFlag.ItemIsEditable if isinstance(line, LayerLine) else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | editable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == ROW_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return line.text if isinstance(line, StrokeLine) else line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.text if isinstance(line, StrokeLine) else facts((line.name, line.words))
        return None
