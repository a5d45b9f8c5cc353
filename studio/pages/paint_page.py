"""The Paint room: strokes of generated pictures on paper, kept as documents, exported as PNG."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gan.config import GeneratorInfo
from gan.latents import Latent
from studio.document.artwork import Stamp
from studio.pages.paint_actions import PaintActions
from studio.pages.paint_bar import PaintBar
from studio.pages.paint_brush import PaintBrush
from studio.pages.paint_controls import PaintControls
from studio.pages.paint_export import PaintExport
from studio.pages.paint_files import PaintFiles
from studio.pages.paint_side import PaintSide
from studio.pages.paint_stamps import PaintStamps
from studio.pages.paint_strokes import PaintStrokes
from studio.session import Session
from studio.widgets.brush_panel import BrushPanel
from studio.widgets.buttons import main_button
from studio.widgets.paint_canvas import PaintCanvas
from studio.widgets.stamp_shelf import StampShelf
from studio.widgets.surface import horizontal_line, vertical_line
from studio.widgets.tool_column import ToolColumn

TOOL_ICONS = {"brush": "paint", "erase": "erase", "pick": "drop", "hand": "hand"}


class PaintPage(QWidget):
    """Arranges the room and connects its parts; each part looks after one thing."""

    room_name = "paint"
    status_text_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editor = session.artwork
        self.actions_of_room = PaintActions(self, self._editor.undo_stack)
        self.undo_action, self.redo_action = self.actions_of_room.undo, self.actions_of_room.redo
        self.canvas = PaintCanvas()
        self.brush_panel = BrushPanel(self._inks())
        self.shelf = StampShelf()
        self.brush = PaintBrush(session.inference, self)
        self.files = PaintFiles(session, self)
        self.exporter = PaintExport(session, self)
        self._strokes = PaintStrokes(self.canvas, session, self.brush)
        self._controls = PaintControls(
            self.canvas, self.brush_panel, self.brush, self.actions_of_room, session.settings
        )
        self._stamps = PaintStamps(self.shelf, self.brush_panel.strip, self.brush, session, self)
        self.side = PaintSide(self.brush_panel, self._editor, self.canvas)
        self.room_bar_left = PaintBar(self._view_actions())
        self.room_bar_right = main_button(self.tr("Export PNG"), "export")
        self.room_bar_right.setToolTip(self.actions_of_room.export.toolTip())
        self._arrange()
        self._connect()
        self.room_bar_left.set_title(self.files.name, self._editor.is_modified)
        self.room_bar_left.set_zoom(self.canvas.zoom)
        self._show_state()

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        """What the room adds to the menu bar."""
        return self.actions_of_room.by_menu()

    def may_close(self) -> bool:
        """Ask about unsaved work; False keeps the window open."""
        return self.files.may_discard()

    def open_document(self, path: Path) -> bool:
        """Open a ``.latent`` file, asking about unsaved work first."""
        return self.files.open(path)

    def _inks(self) -> list[tuple[str, str]]:
        return [
            ("#201D1A", self.tr("Black")),
            ("#24376B", self.tr("Indigo")),
            ("#2F5F4C", self.tr("Pine green")),
            ("#C9451C", self.tr("Vermilion")),
            ("#8A6B2B", self.tr("Ochre")),
            ("#6B3A66", self.tr("Plum")),
        ]

    def _view_actions(self) -> list[QAction]:
        return self.actions_of_room.by_menu()["view"]

    def _arrange(self) -> None:
        tools = ToolColumn(
            [(action, TOOL_ICONS[action.data()]) for action in self.actions_of_room.tools.actions()]
        )
        middle, left, layout = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        for widget, stretch in ((tools, 0), (vertical_line(), 0), (self.canvas, 1)):
            middle.addWidget(widget, stretch)
        left.addLayout(middle, 1)
        left.addWidget(horizontal_line())
        left.addWidget(self.shelf)
        layout.addLayout(left, 1)
        layout.addWidget(vertical_line())
        layout.addWidget(self.side)
        for each in (middle, left, layout):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)

    def _connect(self) -> None:
        actions = self.actions_of_room
        actions.new.triggered.connect(self.files.new)
        actions.open.triggered.connect(self.files.choose_and_open)
        actions.save.triggered.connect(self.files.save)
        actions.save_as.triggered.connect(self.files.save_as)
        actions.export.triggered.connect(self._export)
        self.room_bar_right.clicked.connect(self._export)
        self.room_bar_left.zoom_chosen.connect(self.canvas.set_zoom)
        self.canvas.zoom_changed.connect(self.room_bar_left.set_zoom)
        self.files.title_changed.connect(self.room_bar_left.set_title)
        self.files.saved.connect(self._show_state)
        self.exporter.said.connect(self._say)
        self.exporter.running_changed.connect(self.room_bar_right.setDisabled)
        self.exporter.running_changed.connect(actions.export.setDisabled)
        self._editor.changed.connect(self._show_state)
        self._editor.modified_changed.connect(self._show_state)  # comes after the change itself
        self._strokes.picked.connect(self._on_picked)
        self._strokes.brush_missing.connect(self._on_brush_missing)
        self._session.generator_changed.connect(self._on_generator_changed)
        self._session.latent_sent.connect(self._on_latent_sent)

    @Slot()
    def _export(self) -> None:
        self.exporter.ask(self.files.name)

    @Slot(object)
    def _on_generator_changed(self, info: GeneratorInfo) -> None:
        self.side.set_class_names(info.model.class_names)

    @Slot(object)
    def _on_picked(self, stamp: Stamp) -> None:
        self.brush.take(stamp.latent, stamp.pixels)
        self._controls.choose_tool("brush")

    @Slot()
    def _on_brush_missing(self) -> None:
        self._say(self.brush.trouble or self.tr("The brush is being made ready…"))

    @Slot(str, object, object)
    def _on_latent_sent(self, destination: str, latent: Latent, pixels: np.ndarray | None) -> None:
        if destination == "brush":
            self.brush.take(latent, pixels)
            self._controls.choose_tool("brush")

    # Words

    @Slot()
    def _show_state(self, _changed: object = None) -> None:
        artwork = self._editor.current
        count = artwork.stroke_count
        strokes = self.tr("1 stroke") if count == 1 else self.tr("{n} strokes").format(n=count)
        if self._editor.is_modified:
            state = self.tr("Not saved yet")
        else:
            state = self.tr("Saved") if self._editor.path is not None else self.tr("Nothing to save")
        self.status_text_changed.emit(f"{artwork.width} × {artwork.height} · {strokes} · {state}")

    @Slot(str)
    def _say(self, text: str) -> None:
        if text:
            self.status_text_changed.emit(text)
        else:
            self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.brush.set_awake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.brush.set_awake(False)
