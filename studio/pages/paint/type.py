"""The type tool: a click begins a text or opens one, a drag draws the line that it follows, every edit is a step."""

from __future__ import annotations

from dataclasses import replace
from math import hypot
from typing import cast

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QAction

from gan.errors import UserError
from gan.latents import Latent, gaussian
from studio.document.along import VARIETY, sequence_latents
from studio.document.artwork import Alignment, Lettering, Stamp, Stroke
from studio.document.editor import extent
from studio.document.glyphs import class_of, missing_in
from studio.document.picking import reach
from studio.document.stroke_edits import with_added, with_changed, without_strokes
from studio.document.type_line import Line, drawn_line
from studio.document.typesetting import missing_marks, set_type, straightened
from studio.pages.paint.along_stamps import AlongStamps
from studio.pages.paint.brush import PaintBrush
from studio.pages.paint.brush_values import pen_for_type, values_from
from studio.pages.paint.generator_bytes import GeneratorBytes
from studio.session import Session
from studio.widgets.canvas.brush_panel import BrushPanel
from studio.widgets.canvas.paint_canvas import PaintCanvas
from studio.widgets.canvas.type_panel import TypePanel, TypeValues

SEEDS = 2**31
DRAG_PX = 6.0  # of the screen: less is a click


class PaintType(QObject):
    """At most one text is open; it is set anew with every key, in glyphs of one style."""

    said = Signal(str)
    opened = Signal()  # a text is written on from now on

    def __init__(
        self,
        canvas: PaintCanvas,
        panel: TypePanel,
        brush_panel: BrushPanel,
        brush: PaintBrush,
        session: Session,
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._panel, self._brush_panel = canvas, panel, brush_panel
        self._brush, self._session, self._editor = brush, session, session.artwork
        self._generator = GeneratorBytes()
        self._glyphs = AlongStamps(session.inference, self)
        self._glyphs.made.connect(self._on_glyphs_made)
        self._lettering: Lettering | None = None  # of the open text
        self._style: Latent | None = None
        self._stroke: Stroke | None = None  # that text on its layer; none before its first glyph
        self._characters = ""  # those that glyphs were asked for, in this order
        self._edit = 0
        self._is_putting = False
        self._random = np.random.default_rng()
        self._drawn: list[QPointF] = []  # by the hand that is down
        canvas.stroke_started.connect(self._on_started)
        canvas.stroke_moved.connect(self._on_moved)
        canvas.stroke_finished.connect(self._on_lifted)
        canvas.stroke_cancelled.connect(self._on_cancelled)
        panel.changed.connect(self._on_written)
        panel.other_hand.connect(self._on_other_hand)
        panel.finished.connect(self._on_finished)
        panel.turned_around.connect(self._turn_around)
        panel.straightened.connect(self._straighten)
        brush_panel.brush_changed.connect(self._on_written)
        self._editor.changed.connect(self._on_changed)
        session.generator_changed.connect(self._on_generator_changed)

    @Slot(QAction)
    def take_tool(self, _action: QAction) -> None:
        """Another tool, or this one again: the text is done."""
        self._close()

    def write_along(self, stroke: Stroke) -> None:
        """Begin a text that follows the way of a stroke."""
        line = drawn_line(stroke.path)
        if not line:
            self.said.emit(self.tr("One dab leads nowhere: choose a longer stroke to write along."))
            return
        self._close()
        self._begin(QPointF(*line[0]), line)

    # The hand

    @Slot(QPointF, bool)
    def _on_started(self, place: QPointF, _straight: bool) -> None:
        if self._canvas.tool == "type":
            self._drawn = [place]

    @Slot(QPointF)
    def _on_moved(self, place: QPointF) -> None:
        if self._drawn:
            self._drawn.append(place)
            if self._is_dragged():
                self._canvas.set_type_line(self._drawn)

    @Slot()
    def _on_lifted(self) -> None:
        drawn, dragged = self._drawn, bool(self._drawn) and self._is_dragged()
        self._drawn = []
        if dragged:
            self._take_line(drawn_line([(point.x(), point.y()) for point in drawn]))
        elif drawn:
            self._on_clicked(drawn[0])

    @Slot()
    def _on_cancelled(self) -> None:
        self._drawn = []
        self._show_line()

    def _is_dragged(self) -> bool:
        ways = (point - self._drawn[0] for point in self._drawn)
        return max(hypot(way.x(), way.y()) for way in ways) * self._canvas.zoom >= DRAG_PX

    def _on_clicked(self, place: QPointF) -> None:
        """On a text, or where one is to begin."""
        self._close()
        layer = self._editor.current.layers[self._editor.chosen_layer]
        hit = next((each for each in reversed(layer.strokes) if _is_type_at(each, place)), None)
        if hit is not None and hit.lettering is not None:
            if self._may_write():
                self._open(hit.lettering, hit.stamps[0].latent, hit)
        else:
            self._begin(place, ())

    def _take_line(self, line: Line) -> None:
        """The open text follows it from now on, or else a new one."""
        if self._lettering is None:
            self._begin(QPointF(*line[0]), line)
        else:
            self._set_otherwise(replace(self._lettering, line=line))

    def _begin(self, place: QPointF, line: Line) -> None:
        start = self._brush.start
        if self._may_write() and start is not None:
            seed, values = self._editor.current.stroke_count, self._panel.values
            empty = Lettering("", place.x(), place.y(), seed=seed, line=line)
            self._open(_with(empty, replace(values, text="")), start.latent, None)
        self._show_line()

    def _may_write(self) -> bool:
        """Whether the chosen layer takes text; if not, a sentence says so."""
        layer = self._editor.current.layers[self._editor.chosen_layer]
        if layer.locked or not layer.visible:
            self.said.emit(
                self.tr("“{name}” is locked or hidden: no text goes there.").format(name=layer.name)
            )
            return False
        return True

    @Slot()
    def _turn_around(self) -> None:
        if self._lettering is not None:
            self._set_otherwise(replace(self._lettering, line=self._lettering.line[::-1]))

    @Slot()
    def _straighten(self) -> None:
        if self._lettering is not None:
            self._set_otherwise(straightened(self._lettering))

    def _set_otherwise(self, lettering: Lettering) -> None:
        """The same text on another line, as a step of its own."""
        self._editor.close_step()
        self._edit += 1
        self._lettering = lettering
        self._show_line()
        self._set()
        self._edit += 1

    def _show_line(self) -> None:
        line = () if self._lettering is None else self._lettering.line
        self._canvas.set_type_line([QPointF(*point) for point in line])
        self._panel.set_has_line(bool(line))

    def _open(self, lettering: Lettering, style: Latent, stroke: Stroke | None) -> None:
        model = self._session.inference.info.model if self._session.inference.info is not None else None
        if model is None or (style.z.size, style.mix.size) != (model.z_size, model.classes):
            self.said.emit(self.tr("The glyphs come from another model; open that one to write with them."))
            return
        if stroke is not None:
            now, pen = self._brush_panel.values, values_from(stroke.brush)
            shown = replace(
                now,
                size_px=pen.size_px,
                opacity=pen.opacity,
                ink=pen.ink,
                gradient=pen.gradient,
                second_ink=pen.second_ink,
                edges=pen.edges,
                inverted=pen.inverted,
            )
            self._brush_panel.set_values(shown)
        self._edit += 1
        self._lettering, self._style, self._stroke = lettering, style, stroke
        self._panel.set_values(
            TypeValues(
                lettering.text, lettering.tracking, lettering.leading, lettering.alignment, lettering.jitter
            )
        )
        self._panel.set_open(True)
        self.opened.emit()
        self._show_line()
        self._panel.text.setFocus()
        self._panel.text.selectAll()
        self._say_missing()

    def _close(self) -> None:
        if self._lettering is None:
            return
        self._lettering = self._stroke = self._style = None
        self._glyphs.forget()
        self._editor.close_step()
        self._panel.set_values(replace(self._panel.values, text=""))
        self._panel.set_open(False)
        self._show_line()

    @Slot()
    def _on_written(self) -> None:
        if self._lettering is None:
            return
        try:
            self._lettering = _with(self._lettering, self._panel.values)
        except UserError as error:
            self.said.emit(error.failure.sentence)
            return
        self._set()

    @Slot()
    def _on_finished(self) -> None:
        self._close()
        self._canvas.setFocus()

    @Slot()
    def _on_other_hand(self) -> None:
        """The same text in a style by chance."""
        if self._style is not None:
            seed = int(self._random.integers(SEEDS))
            z = np.float32(VARIETY) * gaussian(seed, 1, self._style.z.size)[0]
            self._style = self._style.with_z(z)
            self._editor.close_step()
            self._edit += 1
            self._set()

    # Setting

    def _set(self) -> None:
        """Put the open text on its layer, as soon as its glyphs are there."""
        info = self._session.inference.info
        if self._lettering is None or self._style is None or info is None:
            return
        names, text = info.model.class_names, self._lettering.text
        self._lettering = replace(self._lettering, missing=missing_in(text, names))
        self._say_missing()
        self._characters = "".join(dict.fromkeys(each for each in text if class_of(each, names) is not None))
        labels = [label for each in self._characters if (label := class_of(each, names)) is not None]
        if not labels:
            self._glyphs.forget()
            self._put(None)
            return
        self._glyphs.want(sequence_latents(self._style, labels), info.fingerprint)
        self._on_glyphs_made()

    @Slot()
    def _on_glyphs_made(self) -> None:
        stamps = self._glyphs.stamps
        if self._lettering is not None and stamps:
            glyphs: dict[str, Stamp] = dict(zip(self._characters, stamps, strict=True))
            values = self._brush_panel.values
            try:
                self._put(set_type(self._lettering, pen_for_type(values), glyphs))
            except UserError as error:
                self.said.emit(error.failure.sentence)

    def _put(self, stroke: Stroke | None) -> None:
        """In the place of what stands there of this text; None takes it away."""
        old, artwork, chosen = self._stroke, self._editor.current, self._editor.chosen_layer
        if stroke == old:
            return
        indexes = [index for index, each in enumerate(artwork.layers[chosen].strokes) if each is old]
        if stroke is None:
            artwork = without_strokes(artwork, chosen, indexes)
        elif indexes:
            artwork = with_changed(artwork, chosen, {indexes[0]: stroke})
        else:
            artwork = with_added(artwork, chosen, [stroke])
        made_with = None if stroke is None else self._generator.read(self._session.generator_file)
        touched = extent([each for each in (old, stroke) if each is not None])
        merge = f"type {self._edit}"
        self._is_putting = True
        try:
            self._editor.change(artwork, self.tr("type"), touched, merge=merge, generator=made_with)
            self._stroke = stroke
        finally:
            self._is_putting = False

    # The screen

    @Slot(object)
    def _on_changed(self, _changed: object = None) -> None:
        layers = [layer for layer in self._editor.current.layers if layer.visible]
        marks = [mark for layer in layers for each in layer.strokes for mark in missing_marks(each)]
        self._canvas.set_missing_marks([QRectF(*mark) for mark in marks])
        if not self._is_putting:
            self._close()  # undone, or changed by another hand

    @Slot(object)
    def _on_generator_changed(self, _info: object) -> None:
        self._close()

    def _say_missing(self) -> None:
        missing = "" if self._lettering is None else self._lettering.missing
        words = self.tr("This model has no “{characters}”: marked on the sheet, left out of exports.")
        if self._lettering is not None and set("".join(self._lettering.text.split())) <= set(missing):
            words = self.tr("This model has no “{characters}”: nothing of this can be written with it.")
        if missing:
            self._panel.set_words(words.format(characters=" ".join(missing)))
        elif self._lettering is not None:
            self._panel.set_open(True)


def _with(lettering: Lettering, values: TypeValues) -> Lettering:
    alignment = cast(Alignment, values.alignment)
    return replace(
        lettering,
        text=values.text,
        tracking=values.tracking,
        leading=values.leading,
        alignment=alignment,
        jitter=values.jitter,
    )


def _is_type_at(stroke: Stroke, place: QPointF) -> bool:
    if stroke.lettering is None:
        return False
    left, top, right, bottom = reach([stroke])
    return left <= place.x() <= right and top <= place.y() <= bottom
