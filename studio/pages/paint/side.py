"""Paint's side panel: the brush above, the layers with their strokes below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.document.artwork import DEFAULT_PAPER, Layer, Stamp, Stroke
from studio.document.editor import ArtworkEditor
from studio.document.finish import middle_finish
from studio.document.tips import TipCache
from studio.pages.paint.stroke_selection import StrokeSelection
from studio.widgets.canvas.brush_panel import BrushPanel
from studio.widgets.canvas.layer_delegate import SMALL_THUMBNAIL_PX, THUMBNAIL_PX
from studio.widgets.canvas.layer_panel import LayerPanel
from studio.widgets.canvas.layer_rows import LayerLine, Line, PaperLine, StrokeLine
from studio.widgets.canvas.paint_canvas import PaintCanvas
from studio.widgets.canvas.selection_panel import SelectionPanel
from studio.widgets.canvas.stencil_panel import StencilPanel
from studio.widgets.canvas.type_panel import TypePanel
from studio.widgets.controls.surface import Surface, horizontal_line, scrolling_under
from studio.words import facts

LONGEST_NAME = 24  # of a text in the list
WIDTH_PX = 303  # and the line beside it


class PaintSide(Surface):
    """Keeps the list in step with the artwork and with what is selected."""

    def __init__(
        self,
        panels: tuple[TypePanel, StencilPanel, BrushPanel, SelectionPanel],
        layer_panel: LayerPanel,
        editor: ArtworkEditor,
        selection: StrokeSelection,
        canvas: PaintCanvas,
    ) -> None:
        super().__init__("panel")
        self._editor, self._selection, self._canvas = editor, selection, canvas
        self._tips = TipCache()
        self._class_names: tuple[str, ...] = ()
        self._pointed = -1
        self._looks: dict[int, tuple[Stroke, str, QImage | None]] = {}  # by identity; strokes are frozen
        self.layers = layer_panel
        self.list = layer_panel.list
        self._panels = panels
        self._arrange()
        self.list.stroke_pointed_at.connect(self._point_at)
        selection.changed.connect(self._show_selection)
        editor.changed.connect(self._show)
        editor.layer_chosen.connect(self._show)
        self._show()

    def set_class_names(self, names: tuple[str, ...]) -> None:
        """Of the open generator."""
        if names != self._class_names:
            self._class_names = names
            self._looks = {}
            self._show()

    def show_tool(self, name: str) -> None:
        """The brush, under what is written or filled while that is the tool, or what is selected."""
        typing, stencil, brush, selection = self._panels
        typing.setVisible(name == "type")
        stencil.setVisible(name == "stencil")
        brush.setVisible(name != "select")
        selection.setVisible(name == "select")

    def _arrange(self) -> None:
        content = QWidget()
        layout, outer = QVBoxLayout(content), QVBoxLayout(self)
        for panel in self._panels:
            layout.addWidget(panel)
        self.show_tool("brush")
        layout.addWidget(horizontal_line())
        layout.addWidget(self.layers, 1)
        outer.addWidget(scrolling_under(content))  # in a low window
        for each in (layout, outer):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)
        self.setFixedWidth(WIDTH_PX)

    @Slot()
    def _show(self, _changed: object = None) -> None:
        artwork, chosen = self._editor.current, self._editor.chosen_layer
        lines: list[Line] = []
        for index in reversed(range(len(artwork.layers))):
            layer = artwork.layers[index]
            lines.append(self._layer_line(index, layer, chosen=index == chosen))
            if index == chosen:
                lines += self._stroke_lines(layer.strokes)
        lines.append(PaperLine(self.tr("Paper"), self._words_of_paper(artwork.paper), artwork.paper))
        self.list.set_lines(lines, self._selection.indexes)
        self._show_spines()
        self.list.set_hint("" if artwork.stroke_count else self._words_of_nothing())

    def _words_of_nothing(self) -> str:
        return self.tr(
            "Drag on the paper to paint. Every stroke stays an object: you can change or delete any of them later."
        )

    def _layer_line(self, index: int, layer: Layer, *, chosen: bool) -> LayerLine:
        count = len(layer.strokes)
        words = self.tr("1 stroke") if count == 1 else self.tr("{n} strokes").format(n=count)
        ink = next((stroke for stroke in reversed(layer.strokes) if stroke.stamps), None)
        thumbnail = None
        if ink is not None:
            thumbnail = self._tips.tip(_middle(ink), THUMBNAIL_PX, middle_finish(ink.brush))
        return LayerLine(
            index,
            layer.name,
            words if count else self.tr("empty"),
            thumbnail,
            layer.visible,
            layer.locked,
            chosen,
        )

    def _stroke_lines(self, strokes: Sequence[Stroke]) -> list[StrokeLine]:
        """Newest first. What a stroke looks like is found out once."""
        self._looks = {id(each): self._looks.get(id(each)) or self._look_of(each) for each in strokes}
        lines = [StrokeLine(index, *self._looks[id(each)][1:]) for index, each in enumerate(strokes)]
        return lines[::-1]

    def _look_of(self, stroke: Stroke) -> tuple[Stroke, str, QImage | None]:
        if stroke.kind == "erase":
            return stroke, self.tr("Erased"), None
        thumbnail = self._tips.tip(_middle(stroke), SMALL_THUMBNAIL_PX, middle_finish(stroke.brush))
        if stroke.lettering is not None:
            written = " ".join(stroke.lettering.text.split())[:LONGEST_NAME]
            return stroke, self.tr("“{text}”").format(text=written), thumbnail
        count = len(stroke.dabs)
        dabs = self.tr("1 dab") if count == 1 else self.tr("{n} dabs").format(n=count)
        return stroke, facts((self._name_of(stroke), dabs)), thumbnail

    def _name_of(self, stroke: Stroke) -> str:
        """The classes that the stroke shows, by name where the open generator knows them."""
        first, last = self._class_of(stroke.stamps[0]), self._class_of(stroke.stamps[-1])
        return first if first == last else self.tr("{first} to {last}").format(first=first, last=last)

    def _class_of(self, stamp: Stamp) -> str:
        mix = stamp.latent.mix
        if mix.size != len(self._class_names):
            return self.tr("Stamp")
        return self._class_names[int(mix.argmax())]

    def _words_of_paper(self, paper: str | None) -> str:
        if paper is None:
            return self.tr("transparent")
        names = {DEFAULT_PAPER: self.tr("cream"), "#FFFFFF": self.tr("white"), "#000000": self.tr("black")}
        return names.get(paper.upper(), paper)

    @Slot()
    def _show_selection(self) -> None:
        self.list.select_strokes(self._selection.indexes)
        self._show_spines()

    @Slot(int)
    def _point_at(self, stroke: int) -> None:
        if stroke != self._pointed:
            self._pointed = stroke
            self._show_spines()

    def _show_spines(self) -> None:
        """The ways of the strokes that are selected or pointed at."""
        strokes = self._editor.current.layers[self._editor.chosen_layer].strokes
        shown = {*self._selection.indexes, self._pointed} & set(range(len(strokes)))
        paths = [strokes[index].path for index in sorted(shown)]
        self._canvas.set_spines([[QPointF(x, y) for x, y in path.tolist()] for path in paths])


def _middle(stroke: Stroke) -> Stamp:
    return stroke.stamps[len(stroke.stamps) // 2]
