"""Paint's side panel: the brush above, the strokes below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from studio.document.artwork import Stamp, Stroke
from studio.document.editor import ArtworkEditor
from studio.document.tips import TipCache
from studio.widgets.brush_panel import BrushPanel
from studio.widgets.labels import secondary_label, section_label
from studio.widgets.paint_canvas import PaintCanvas
from studio.widgets.stroke_list import THUMBNAIL_PX, StrokeLine, StrokeList
from studio.widgets.surface import Surface, horizontal_line

WIDTH_PX = 303  # and the line beside it


class PaintSide(Surface):
    """Keeps the stroke list in step with the artwork."""

    def __init__(self, brush_panel: BrushPanel, editor: ArtworkEditor, canvas: PaintCanvas) -> None:
        super().__init__("panel")
        self._editor, self._canvas = editor, canvas
        self._tips = TipCache()
        self._class_names: tuple[str, ...] = ()
        self.strokes = StrokeList()
        self._count = secondary_label("")
        self._empty = secondary_label(
            self.tr(
                "Drag on the paper to paint. Every stroke is kept in this list, so that you can delete any of them."
            ),
            wraps=True,
        )
        self._arrange(brush_panel)
        self.strokes.pointed_at.connect(self._show_spine)
        self.strokes.discarded.connect(self._remove)
        editor.changed.connect(self._on_changed)
        self._on_changed()

    def set_class_names(self, names: tuple[str, ...]) -> None:
        """Of the open generator."""
        if names != self._class_names:
            self._class_names = names
            self._on_changed()

    def _arrange(self, brush_panel: BrushPanel) -> None:
        head = QHBoxLayout()
        head.addWidget(section_label(self.tr("Strokes")))
        head.addStretch(1)
        head.addWidget(self._count)
        words = QVBoxLayout()
        words.setContentsMargins(20, 12, 20, 8)
        words.setSpacing(8)
        words.addLayout(head)
        words.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(brush_panel)
        layout.addWidget(horizontal_line())
        layout.addLayout(words)
        layout.addWidget(self.strokes, 1)
        layout.addStretch(0)
        self.setFixedWidth(WIDTH_PX)

    @Slot(object)
    def _on_changed(self, _changed: object = None) -> None:
        strokes = self._editor.current.layers[-1].strokes
        self.strokes.set_lines([self._line(stroke) for stroke in reversed(strokes)])
        self._empty.setVisible(not strokes)
        self.strokes.setVisible(bool(strokes))
        self._count.setText(str(len(strokes)) if strokes else "")

    def _line(self, stroke: Stroke) -> StrokeLine:
        if stroke.kind == "erase":
            return StrokeLine(self.tr("Erased"), None)
        count = len(stroke.dabs)
        dabs = self.tr("1 dab") if count == 1 else self.tr("{n} dabs").format(n=count)
        words = f"{self._name_of(stroke)}, {dabs}"
        middle = stroke.stamps[len(stroke.stamps) // 2]
        return StrokeLine(words, self._tips.tip(middle, THUMBNAIL_PX, stroke.brush.ink))

    def _name_of(self, stroke: Stroke) -> str:
        """The classes that the stroke shows, by name where the open generator knows them."""
        first, last = self._class_of(stroke.stamps[0]), self._class_of(stroke.stamps[-1])
        return first if first == last else self.tr("{first} to {last}").format(first=first, last=last)

    def _class_of(self, stamp: Stamp) -> str:
        mix = stamp.latent.mix
        if mix.size != len(self._class_names):
            return self.tr("Stamp")
        return self._class_names[int(mix.argmax())]

    def _stroke_index(self, line: int) -> int:
        return len(self._editor.current.layers[-1].strokes) - 1 - line

    @Slot(int)
    def _show_spine(self, line: int) -> None:
        if line < 0:
            self._canvas.set_spine([])
            return
        path = self._editor.current.layers[-1].strokes[self._stroke_index(line)].path
        self._canvas.set_spine([QPointF(x, y) for x, y in path.tolist()])

    @Slot(int)
    def _remove(self, line: int) -> None:
        top = len(self._editor.current.layers) - 1
        self._editor.remove_stroke(top, self._stroke_index(line))
