"""The Paint room: strokes of generated pictures on paper, kept as documents, exported as PNG."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gan.config import GeneratorInfo
from gan.latents import Latent
from studio.document.artwork import Stamp
from studio.pages.paint.actions import PaintActions
from studio.pages.paint.bar import PaintBar
from studio.pages.paint.brush import PaintBrush
from studio.pages.paint.controls import PaintControls
from studio.pages.paint.export import PaintExport
from studio.pages.paint.files import PaintFiles
from studio.pages.paint.guides import PaintGuides
from studio.pages.paint.hint import PaintHint
from studio.pages.paint.layers import PaintLayers
from studio.pages.paint.new import PaintNew
from studio.pages.paint.objects import PaintObjects
from studio.pages.paint.painted_model import PaintedModel
from studio.pages.paint.presets import PaintPresets
from studio.pages.paint.quick import PaintQuick
from studio.pages.paint.recovery import PaintRecovery
from studio.pages.paint.redraw import PaintRedraw
from studio.pages.paint.side import PaintSide
from studio.pages.paint.stamps import PaintStamps
from studio.pages.paint.stencil import PaintStencil
from studio.pages.paint.strokes import PaintStrokes
from studio.pages.paint.type import PaintType
from studio.session import Session
from studio.widgets.canvas.brush_panel import BrushPanel
from studio.widgets.canvas.history_popup import HistoryPopup
from studio.widgets.canvas.layer_panel import LayerPanel
from studio.widgets.canvas.paint_canvas import PaintCanvas
from studio.widgets.canvas.stamp_shelf import StampShelf
from studio.widgets.canvas.stencil_panel import StencilPanel
from studio.widgets.canvas.tool_column import ToolColumn
from studio.widgets.canvas.type_panel import TypePanel
from studio.widgets.controls.buttons import main_button
from studio.widgets.controls.surface import horizontal_line, vertical_line
from studio.words import facts, phrase

TOOL_ICONS = {
    "brush": "paint",
    "erase": "erase",
    "type": "type",
    "stencil": "stencil",
    "pick": "drop",
    "select": "move",
    "hand": "hand",
}


class PaintPage(QWidget):
    """Arranges the room and connects its parts; each part looks after one thing."""

    room_name = "paint"
    status_text_changed = Signal(str)
    progress_changed = Signal(float)  # 0…1; below 0: nothing to show

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editor = session.artwork
        self.actions_of_room = PaintActions(self, self._editor.undo_stack)
        self.undo_action, self.redo_action = self.actions_of_room.undo, self.actions_of_room.redo
        self.canvas = PaintCanvas()
        self.brush_panel = BrushPanel(self._inks())
        self.shelf = StampShelf()
        self.brush = PaintBrush(session.inference, session.settings, self)
        self.files = PaintFiles(session, self)
        self.recovery = PaintRecovery(session, self.files)
        self._model = PaintedModel(session, self.files)
        self._strokes = PaintStrokes(self.canvas, session, self.brush)
        self.redraw = PaintRedraw(self.canvas, self._strokes, self._editor, session)
        self._controls = PaintControls(
            self.canvas, self.brush_panel, self.brush, self.actions_of_room, session.settings
        )
        self.presets = PaintPresets(self.brush_panel, self.brush, self.actions_of_room.presets, session, self)
        self._quick = PaintQuick(self.canvas, self.brush_panel, self.presets, self._inks())
        self._stamps = PaintStamps(self.shelf, self.brush_panel.strip, self.brush, session, self)
        self.objects = PaintObjects(
            self.canvas, session, self.brush, self.actions_of_room.strokes, self._inks()
        )
        self.exporter = PaintExport(session, self.objects.selection, self)
        layers = self.actions_of_room.layers
        self.layer_panel = LayerPanel(self._blends(), layers.add, layers.in_order())
        self.layers = PaintLayers(self.layer_panel, layers, self._editor)
        self.type_panel = TypePanel()
        self.type = PaintType(self.canvas, self.type_panel, self.brush_panel, self.brush, session)
        self.stencil_panel = StencilPanel()
        self.stencil = PaintStencil(
            self.canvas, self.stencil_panel, self.brush_panel, self.brush, self.actions_of_room, session
        )
        panels = (self.type_panel, self.stencil_panel, self.brush_panel, self.objects.panel)
        self.side = PaintSide(panels, self.layer_panel, self._editor, self.objects.selection, self.canvas)
        self.objects.follow(self.side.list)
        guides = self.actions_of_room.guides
        self.guides = PaintGuides(self.canvas, self._strokes, self._editor, guides, session.settings)
        self.room_bar_left = PaintBar(self.actions_of_room.of_zoom(), guides.symmetry_menu, guides.grid)
        self._hint = PaintHint(self.canvas, session.settings)
        self._new = PaintNew(self.files, session.settings, self)
        self.room_bar_right = main_button(self.tr("Export"), "export")
        self.room_bar_right.setToolTip(self.actions_of_room.export.toolTip())
        self._arrange()
        self._connect()
        self.room_bar_left.set_title(self.files.name, self._editor.is_modified)
        self.room_bar_left.set_zoom(self.canvas.zoom)
        self._show_state()

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        """What the room adds to the menu bar."""
        menus = self.actions_of_room.by_menu()
        menus["file"].insert(2, self.files.recent.menu.menuAction())
        return menus

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

    def _blends(self) -> list[tuple[str, str]]:
        return [
            ("normal", self.tr("Normal")),
            ("multiply", self.tr("Multiply")),
            ("screen", self.tr("Screen")),
            ("darken", self.tr("Darken")),
            ("lighten", self.tr("Lighten")),
            ("overlay", self.tr("Overlay")),
        ]

    def _arrange(self) -> None:
        tools = ToolColumn(
            [(action, TOOL_ICONS[action.data()]) for action in self.actions_of_room.tools.actions()]
        )
        middle, left, layout = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        for widget, stretch in ((tools, 0), (vertical_line(), 0), (self.canvas, 1)):
            middle.addWidget(widget, stretch)
        left.addWidget(self.files.notices)
        left.addLayout(middle, 1)
        left.addWidget(horizontal_line())
        left.addWidget(self.redraw.bar)
        left.addWidget(self.shelf)
        layout.addLayout(left, 1)
        layout.addWidget(vertical_line())
        layout.addWidget(self.side)
        for each in (middle, left, layout):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)

    def _connect(self) -> None:
        actions = self.actions_of_room
        actions.new.triggered.connect(self._new.ask)
        actions.open.triggered.connect(self.files.choose_and_open)
        actions.open_copy.triggered.connect(self.files.choose_and_open_copy)
        actions.save.triggered.connect(self.files.save)
        actions.save_as.triggered.connect(self.files.save_as)
        actions.export.triggered.connect(self._export)
        self.room_bar_right.clicked.connect(self._export)
        self.room_bar_left.zoom_chosen.connect(self.canvas.set_zoom)
        self.canvas.zoom_changed.connect(self.room_bar_left.set_zoom)
        self.guides.symmetry_changed.connect(self.room_bar_left.set_symmetry)
        self.files.title_changed.connect(self.room_bar_left.set_title)
        self.files.title_changed.connect(self._show_state)
        self.files.saving.connect(self._say_saving)
        self.files.saved.connect(self._show_state)
        self.exporter.said.connect(self._say)
        actions.copy_picture.triggered.connect(self.exporter.copy)
        self._editor.changed.connect(self._show_state)
        self._editor.modified_changed.connect(self._show_state)  # comes after the change itself
        self._strokes.picked.connect(self._on_picked)
        self._strokes.brush_missing.connect(self._on_brush_missing)
        self._strokes.refused.connect(self._say)
        self.layers.said.connect(self._say)
        self.presets.said.connect(self._say)
        self.objects.said.connect(self._say)
        self.type.said.connect(self._say)
        self.type.opened.connect(self.objects.selection.clear)
        self.redraw.said.connect(self._say)
        self.redraw.progressed.connect(self.progress_changed)
        self._model.redraw_asked.connect(self.redraw.draw_with_open_model)
        actions.redraw.triggered.connect(self.redraw.open)
        actions.tools.triggered.connect(self.type.take_tool)
        actions.strokes.write_along.triggered.connect(self._write_along)
        self.stencil.said.connect(self._say)
        self.stencil.progressed.connect(self.progress_changed)
        self.files.picture_opened.connect(self.stencil.take_picture)
        actions.history.triggered.connect(self._show_history)
        actions.tools.triggered.connect(self._on_tool_chosen)
        actions.tools.triggered.connect(self.stencil.take_tool)
        self._session.generator_changed.connect(self._on_generator_changed)
        if self._session.inference.info is not None:
            self._on_generator_changed(self._session.inference.info)
        self._session.latent_sent.connect(self._on_latent_sent)

    @Slot()
    def _show_history(self) -> None:
        corner = self.canvas.mapToGlobal(self.canvas.rect().topRight()) + QPoint(-8, 8)
        HistoryPopup(self._editor.undo_stack, self).show_at(corner)

    @Slot(QAction)
    def _on_tool_chosen(self, action: QAction) -> None:
        self.side.show_tool(action.data())

    @Slot()
    def _write_along(self) -> None:
        stroke = self.objects.selection.strokes[-1]
        self._controls.choose_tool("type")
        self.type.write_along(stroke)

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
        self._say(self._stamps.words_of_waiting())

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
        if len(artwork.layers) > 1:
            strokes = facts((self.tr("{n} layers").format(n=len(artwork.layers)), strokes))
        if self._editor.is_modified:
            state = self.tr("Not saved yet")
        else:
            state = self.tr("Saved") if self._editor.path is not None else self.tr("Nothing to save")
        words = phrase("{} × {} · {} · {}", artwork.width, artwork.height, strokes, state)
        self.status_text_changed.emit(words)

    @Slot()
    def _say_saving(self) -> None:
        self._say(self.tr("Saving {name}…").format(name=self.files.name))

    @Slot(str)
    def _say(self, text: str) -> None:
        if text:
            self.status_text_changed.emit(text)
        else:
            self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.brush.set_awake(True)
        self.presets.set_awake(True)
        self._show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.brush.set_awake(False)
        self.presets.set_awake(False)
