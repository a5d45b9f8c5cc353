"""Layers, top first, with the strokes of the chosen one under it, newest first, and the paper below all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QWidget

from studio.theme import colour, text_font, tokens_for
from studio.widgets.canvas.layer_delegate import (
    LAYER_ROW_PX,
    MARGIN_PX,
    LayerDelegate,
    cross_rect,
    eye_rect,
    lock_rect,
)
from studio.widgets.canvas.layer_rows import Index, LayerLine, LayerRows, Line, PaperLine, StrokeLine

_LEFT = Qt.MouseButton.LeftButton
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class LayerList(QListView):
    """Layers count from the bottom, strokes from the first painted, as in the artwork.

    Keys: Enter chooses a layer, Space shows or hides it, F2 renames it, Delete deletes a layer or the
    selected strokes; Ctrl and Shift select several strokes, as in any list. Rows can be dragged.
    """

    layer_chosen = Signal(int)
    visibility_toggled = Signal(int)
    lock_toggled = Signal(int)
    renamed = Signal(int, str)
    layer_moved = Signal(int, int)  # from, to
    layer_discarded = Signal(int)
    stroke_pointed_at = Signal(int)  # -1: at none
    strokes_selected = Signal(list)  # all that are selected now, by the hand
    strokes_discarded = Signal(list)
    strokes_moved = Signal(list, int)  # which, and before which stroke of those that stay they stand then
    strokes_sent = Signal(list, int)  # which, and to which layer
    paper_asked = Signal()
    menu_requested = Signal(str, QPoint)  # "layer" or "stroke"; on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = LayerRows(self)
        self.setModel(self._rows)
        self._delegate = LayerDelegate(self)
        self._delegate.renamed.connect(self._on_renamed)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(3 * LAYER_ROW_PX)
        self.setAccessibleName(self.tr("Layers and strokes"))
        self._pressed: tuple[QPoint, Line] | None = None
        self._dragged_to: QPoint | None = None
        self._hint = ""
        self._chosen: list[int] = []
        self._is_showing = False
        # Not by overriding selectionChanged: PySide 6.11 corrupts memory when a view with that override goes.
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.entered.connect(self._point_at)

    def set_lines(self, lines: Sequence[Line], selected: Collection[int]) -> None:
        """All rows anew; ``selected`` are strokes of the chosen layer. Reports nothing but a pointer that is gone."""
        row, scrolled_to = self.currentIndex().row(), self.verticalScrollBar().value()
        self._is_showing = True
        self._pressed = self._dragged_to = None
        self._rows.set_lines(lines)
        self.select_strokes(selected)
        if 0 <= row < len(lines):
            self.selectionModel().setCurrentIndex(
                self._rows.index(row), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self._is_showing = False
        self._keep_place(scrolled_to)
        self.stroke_pointed_at.emit(-1)

    def _keep_place(self, scrolled_to: int) -> None:
        """What was in sight stays there; another chosen layer comes into sight."""
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scrolled_to)
        chosen = [line.index for line in self._rows.lines if isinstance(line, LayerLine) and line.chosen]
        if chosen != self._chosen:
            self._chosen = chosen
            for layer in chosen:
                self.scrollTo(self._rows.index(self._row_of_layer(layer)))

    def set_hint(self, text: str) -> None:
        """What to do, said under the rows while there is nothing to show."""
        self._hint = text
        self.viewport().update()

    def select_strokes(self, strokes: Collection[int]) -> None:
        """Show these as selected, without a report."""
        was_showing, self._is_showing = self._is_showing, True
        selection = QItemSelection()
        for row, line in enumerate(self._rows.lines):
            if isinstance(line, StrokeLine) and line.index in strokes:
                selection.select(self._rows.index(row), self._rows.index(row))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._is_showing = was_showing

    @property
    def is_renaming(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def rename(self, layer: int) -> None:
        """Open the field in place of the layer's name."""
        self.setFocus()
        self.setCurrentIndex(self._rows.index(self._row_of_layer(layer)))
        self.edit(self.currentIndex())

    # Where things are, in pixels of the viewport

    def layer_rect(self, layer: int) -> QRect:
        return self.visualRect(self._rows.index(self._row_of_layer(layer)))

    def stroke_rect(self, stroke: int) -> QRect:
        return self.visualRect(self._rows.index(self._row_of_stroke(stroke)))

    def eye_rect(self, layer: int) -> QRect:
        return eye_rect(self.layer_rect(layer))

    def lock_rect(self, layer: int) -> QRect:
        line = self._rows.lines[self._row_of_layer(layer)]
        assert isinstance(line, LayerLine)
        return lock_rect(self.layer_rect(layer), line)

    def cross_rect(self, stroke: int) -> QRect:
        """The ✕ of a stroke."""
        return cross_rect(self.stroke_rect(stroke))

    def paper_rect(self) -> QRect:
        return self.visualRect(self._rows.index(len(self._rows.lines) - 1))

    def _row_of_layer(self, layer: int) -> int:
        return self._row_where(LayerLine, layer)

    def _row_of_stroke(self, stroke: int) -> int:
        return self._row_where(StrokeLine, stroke)

    def _row_where(self, kind: type[LayerLine] | type[StrokeLine], number: int) -> int:
        return next(
            row
            for row, line in enumerate(self._rows.lines)
            if isinstance(line, kind) and line.index == number
        )

    # Strokes

    def _selected(self) -> list[int]:
        lines = [self._rows.lines[index.row()] for index in self.selectionModel().selectedIndexes()]
        return sorted(line.index for line in lines if isinstance(line, StrokeLine))

    @Slot()
    def _on_selection_changed(self) -> None:
        if not self._is_showing:
            self.strokes_selected.emit(self._selected())

    def _point_at(self, index: Index) -> None:
        line = self._rows.lines[index.row()]
        self.stroke_pointed_at.emit(line.index if isinstance(line, StrokeLine) else -1)

    def _on_renamed(self, row: int, name: str) -> None:
        line = self._rows.lines[row]
        assert isinstance(line, LayerLine)
        self.renamed.emit(line.index, name)

    # The mouse

    def _press_line(self, line: Line, row: QRect, place: QPoint) -> bool:
        """Whether the press was for a button or a row of a layer, and is done with."""
        if isinstance(line, StrokeLine):
            if cross_rect(row).contains(place):
                selected = self._selected()
                self.strokes_discarded.emit(selected if line.index in selected else [line.index])
                return True
            return False
        if isinstance(line, PaperLine):
            self.paper_asked.emit()
        elif eye_rect(row).contains(place):
            self.visibility_toggled.emit(line.index)
        elif lock_rect(row, line).contains(place):
            self.lock_toggled.emit(line.index)
        else:
            self._pressed = (place, line)
            self.setCurrentIndex(self.indexAt(place))
            self.layer_chosen.emit(line.index)
        return True

    def _drop(self, line: Line, place: QPoint) -> None:
        lines, row = self._rows.lines, self._row_before(place)
        if isinstance(line, LayerLine):
            below = [other.index for other in lines[row:] if isinstance(other, LayerLine)]
            to = below[0] + 1 if below else 0
            to -= to > line.index
            if to != line.index:
                self.layer_moved.emit(line.index, to)
            return
        assert isinstance(line, StrokeLine)
        selected = self._selected()
        moved = selected if line.index in selected else [line.index]
        if (layer := self._layer_under(place)) is not None:
            self.strokes_sent.emit(moved, layer)
            return
        under = {other.index for other in lines[row:] if isinstance(other, StrokeLine)}
        self.strokes_moved.emit(moved, len(under - set(moved)))

    def _layer_under(self, place: QPoint) -> int | None:
        """Another layer than the chosen one, where strokes can be dropped into it."""
        index = self.indexAt(place)
        line = self._rows.lines[index.row()] if index.isValid() else None
        return line.index if isinstance(line, LayerLine) and not line.chosen else None

    def _row_before(self, place: QPoint) -> int:
        """The row whose upper edge is nearest."""
        index = self.indexAt(place)
        if not index.isValid():
            return 0 if place.y() < 0 else self._rows.rowCount() - 1
        rect = self.visualRect(index)
        row = index.row() + (place.y() > rect.center().y())
        return min(row, self._rows.rowCount() - 1)  # nothing lands under the paper

    def _paint_hint(self) -> None:
        painter, top = QPainter(self.viewport()), self.paper_rect().bottom() + 8
        painter.setFont(text_font(12))
        painter.setPen(colour(tokens_for(self).text2))
        place = self.viewport().rect().adjusted(MARGIN_PX, top, -MARGIN_PX, 0)
        wraps = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        if painter.boundingRect(place, wraps, self._hint).bottom() <= place.bottom():  # whole or not at all
            painter.drawText(place, wraps, self._hint)

    # Qt

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid() and not self._is_showing:
            self._point_at(current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() != _LEFT:
            super().mousePressEvent(event)
            return
        line = self._rows.lines[index.row()]
        if self._press_line(line, self.visualRect(index), place):
            return
        self._pressed = (place, line)
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if held or not self.selectionModel().isSelected(index):  # else a drag takes all that are selected
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & _LEFT:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        start = QApplication.startDragDistance()
        if self._dragged_to is not None or (place - self._pressed[0]).manhattanLength() >= start:
            self._dragged_to = place
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        place, self._dragged_to = self._dragged_to, None
        self.viewport().update()
        if pressed is not None and place is not None:
            self._drop(pressed[1], place)
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self._rows.lines[index.row()] if index.isValid() else None
        if isinstance(line, LayerLine) and not eye_rect(self.visualRect(index)).contains(
            event.position().toPoint()
        ):
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        line = self._rows.lines[index.row()] if index.isValid() else None
        if self.is_renaming or line is None:
            super().keyPressEvent(event)
        elif event.key() in _DELETE_KEYS and isinstance(line, StrokeLine):
            self.strokes_discarded.emit(self._selected() or [line.index])
        elif event.key() in _DELETE_KEYS and isinstance(line, LayerLine):
            self.layer_discarded.emit(line.index)
        elif event.key() in _ENTER_KEYS and isinstance(line, LayerLine):
            self.layer_chosen.emit(line.index)
        elif event.key() in _ENTER_KEYS and isinstance(line, PaperLine):
            self.paper_asked.emit()
        elif event.key() == Qt.Key.Key_Space and isinstance(line, LayerLine):
            self.visibility_toggled.emit(line.index)
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.stroke_pointed_at.emit(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        line = self._rows.lines[index.row()] if index.isValid() else None
        if line is None or isinstance(line, PaperLine):
            return
        place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        if isinstance(line, LayerLine):
            self.layer_chosen.emit(line.index)
        elif line.index not in self._selected():
            self.select_strokes([line.index])
            self.strokes_selected.emit([line.index])
        self.menu_requested.emit("layer" if isinstance(line, LayerLine) else "stroke", place)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hint:
            self._paint_hint()
        if self._dragged_to is None or self._pressed is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(colour(tokens_for(self).accent), 2))
        layer = self._layer_under(self._dragged_to)
        if layer is not None and isinstance(self._pressed[1], StrokeLine):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(self.layer_rect(layer).adjusted(9, 1, -9, -1), 8, 8)
            return
        y = self.visualRect(self._rows.index(self._row_before(self._dragged_to))).top()
        painter.drawLine(16, y, self.viewport().width() - 16, y)
