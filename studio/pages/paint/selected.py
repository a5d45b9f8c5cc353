"""Connects the panel of the selection to what it does to the strokes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from gan.config import GeneratorInfo
from studio.document.picking import reach
from studio.document.stroke_edits import Similarity, takes_ink, with_opacity
from studio.pages.explore.direction_words import DirectionWords
from studio.pages.paint.edits import PaintEdits
from studio.pages.paint.mix_ink import mix_ink
from studio.pages.paint.restyle import NEW_STYLE, PaintRestyle
from studio.pages.paint.stroke_selection import StrokeSelection
from studio.session import Session
from studio.widgets.canvas.selection_panel import SelectionPanel


class PaintSelected(QObject):
    """Each release and each typed number is one undo step."""

    def __init__(
        self,
        panel: SelectionPanel,
        edits: PaintEdits,
        restyle: PaintRestyle,
        selection: StrokeSelection,
        session: Session,
    ) -> None:
        super().__init__(panel)
        self._panel, self._edits, self._restyle = panel, edits, restyle
        self._selection, self._editor = selection, session.artwork
        self._directions: tuple[str, ...] | None = None
        panel.moved_to.connect(self._move_to)
        panel.scaled.connect(self._scale)
        panel.turned.connect(self._turn)
        panel.opacity_changed.connect(self._set_opacity)
        panel.opacity_released.connect(self._editor.close_step)
        panel.ink_chosen.connect(edits.set_ink)
        panel.swatches.custom_requested.connect(self._choose_ink)
        panel.gradient.second.custom_requested.connect(self._choose_second_ink)
        panel.direction_chosen.connect(restyle.set_direction)
        panel.style_changed.connect(restyle.set_amount)
        panel.style_released.connect(restyle.release)
        restyle.knob_reset.connect(panel.reset_style)
        selection.changed.connect(self._show)
        self._editor.changed.connect(self._show)
        session.generator_changed.connect(self._on_generator_changed)
        self._show_directions(())
        if session.inference.info is not None:
            self._on_generator_changed(session.inference.info)
        self._show()

    @Slot(float, float)
    def _move_to(self, x: float, y: float) -> None:
        now_x, now_y = self._middle()
        if (round(now_x), round(now_y)) != (x, y):
            by = Similarity(dx=x - now_x, dy=y - now_y)
            self._edits.transform(self._edits.selected(), by, self.tr("moving strokes"))

    @Slot(float)
    def _scale(self, scale: float) -> None:
        by = Similarity(*self._middle(), scale=scale)
        self._edits.transform(self._edits.selected(), by, self.tr("scaling strokes"))

    @Slot(float)
    def _turn(self, degrees: float) -> None:
        by = Similarity(*self._middle(), turn=degrees)
        self._edits.transform(self._edits.selected(), by, self.tr("turning strokes"))

    @Slot(float)
    def _set_opacity(self, opacity: float) -> None:
        names = "-".join(map(str, self._selection.indexes))
        self._edits.replace_each(
            self._edits.selected(),
            lambda stroke: with_opacity(stroke, opacity),
            self.tr("opacity of strokes"),
            merge=f"opacity {names}",
        )

    @Slot()
    def _choose_ink(self) -> None:
        mix_ink(self._panel.swatches, self.tr("Ink"))

    @Slot()
    def _choose_second_ink(self) -> None:
        mix_ink(self._panel.gradient.second, self.tr("Second ink"))

    def _middle(self) -> tuple[float, float]:
        left, top, right, bottom = reach(self._selection.strokes)
        return (left + right) / 2, (top + bottom) / 2

    @Slot(object)
    def _on_generator_changed(self, info: GeneratorInfo) -> None:
        self._show_directions(() if info.directions is None else info.directions.names)

    def _show_directions(self, names: tuple[str, ...]) -> None:
        if names == self._directions:
            return
        self._directions = names
        words = DirectionWords(self)
        measured = [(name, words.of(name).name) for name in names]
        self._panel.set_directions([(NEW_STYLE, self.tr("Another hand")), *measured])
        self._restyle.set_direction(NEW_STYLE)

    @Slot()
    def _show(self, _changed: object = None) -> None:
        strokes = self._selection.strokes
        self._panel.set_active(bool(strokes))
        self._panel.set_takes_ink(not strokes or any(takes_ink(stroke) for stroke in strokes))
        if not strokes:
            words = self.tr("Click a stroke, or pull a frame")
            self._panel.set_selection(words, 0.0, 0.0, self._panel.opacity.value / 100)
            return
        count = len(strokes)
        words = self.tr("1 stroke") if count == 1 else self.tr("{n} strokes").format(n=count)
        brush = strokes[-1].brush
        self._panel.set_selection(words, *self._middle(), brush.opacity)
        self._panel.set_inks(brush.ink, brush.gradient, brush.second_ink)
