"""The tool Stencil: a shape or a picture is filled with stamps, shown, and then painted as one stroke."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QFileDialog

from gan.config import ModelConfig
from gan.errors import Failure
from gan.latents import Latent
from studio.controllers.exports import Measure
from studio.document.along import Along
from studio.document.editor import extent
from studio.document.file import PICTURE_SUFFIXES
from studio.document.stencil import PicturePart, ShapeKind, is_cut_out
from studio.document.stencil_places import Filling
from studio.document.stencil_stroke import Hand, palette_latents
from studio.document.stroke_edits import with_added
from studio.number_style import number
from studio.pages.engine_words import EngineWords
from studio.pages.paint.actions import PaintActions
from studio.pages.paint.along_stamps import AlongStamps
from studio.pages.paint.brush import PaintBrush
from studio.pages.paint.generator_bytes import GeneratorBytes
from studio.pages.paint.stencil_shape import StencilShape
from studio.pages.paint.stencil_work import (
    StencilFilled,
    StencilOrder,
    StencilPicture,
    StencilRefused,
    fill_stencil,
    read_stencil_picture,
)
from studio.session import Session
from studio.widgets.canvas.brush_panel import BrushPanel
from studio.widgets.canvas.paint_canvas import PaintCanvas
from studio.widgets.canvas.stencil_panel import StencilPanel

READING, FILLING = "a picture to fill", "a stencil"  # the names of the questions
REST_MS = 60
SMALLEST_SHARE, LARGEST_SHARE = 1 / 110, 1 / 24  # of the sheet's shorter side
PEN = "thickness"
PICTURE_FOLDER_KEY = "paint/picture_folder"
SEEDS = 2**31
FINEST_PREVIEW = 2.0


class PaintStencil(QObject):
    """Every change of what is filled, and how, is shown anew; the newest counts."""

    said = Signal(str)
    progressed = Signal(float)  # 0 to 1; below 0: nothing is under way

    def __init__(
        self,
        canvas: PaintCanvas,
        panel: StencilPanel,
        brush_panel: BrushPanel,
        brush: PaintBrush,
        actions: PaintActions,
        session: Session,
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._panel, self._brush_panel = canvas, panel, brush_panel
        self._brush, self._actions = brush, actions
        self._session, self._editor = session, session.artwork
        self._words, self._generator = EngineWords(self), GeneratorBytes()
        self._palette = AlongStamps(session.inference, self)
        self._random = np.random.default_rng()
        self._shape = StencilShape(canvas, panel, session.artwork)
        self._seed: int | None = None
        self._order: StencilOrder | None = None  # the newest
        self._filled: StencilFilled | None = None
        self._measure: Measure | None = None
        self._called_off: list[Measure] = []  # a job may still look at them
        self._sized_for = (0, 0)
        self._latents: tuple[Latent, ...] = ()  # what the brush was made of
        self._model: tuple[ModelConfig, bool, Path] | None = None  # whether it has a pen, and where it lies
        self._hand_is_old = False  # it is still of the model before
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._place)
        self._connect()
        self._on_generator_changed()

    def _connect(self) -> None:
        shape, panel, actions = self._shape, self._panel, self._actions
        shape.begun.connect(self.leave)
        shape.moved.connect(self._show)
        shape.drawn.connect(self._refresh)
        shape.given_up.connect(self._show)
        panel.changed.connect(self._on_changed)
        panel.picture_asked.connect(self.choose_picture)
        panel.other_throw.connect(self._throw_again)
        panel.fill_asked.connect(self.fill)
        panel.left.connect(self.leave)
        actions.fill.triggered.connect(self.fill)
        actions.leave_stencil.triggered.connect(self.leave)
        actions.stencil_picture.triggered.connect(self.choose_picture)
        self._brush_panel.brush_changed.connect(self._refresh)
        self._brush.changed.connect(self._on_stamps_changed)
        self._brush.hand_changed.connect(self._on_hand_changed)
        self._palette.made.connect(self._place)
        self._editor.changed.connect(self._on_artwork_changed)
        self._session.generator_changed.connect(self._on_generator_changed)
        self._session.picture_files.answered.connect(self._on_answered)
        self._session.picture_files.failed.connect(self._on_failed)

    @property
    def is_ready(self) -> bool:
        """Whether what is shown can be painted."""
        return self._filled is not None and self._filled.order is self._order

    @Slot(QAction)
    def take_tool(self, action: QAction) -> None:
        if action.data() != "stencil":
            self.leave()
            return
        sheet = self._editor.current
        if self._sized_for != (sheet.width, sheet.height):
            self._sized_for = (sheet.width, sheet.height)
            side = min(self._sized_for)
            self._panel.set_sizes(max(3, round(side * SMALLEST_SHARE)), max(6, round(side * LARGEST_SHARE)))
        self._show_brush_rows()
        self._show()

    # A picture

    @Slot()
    def choose_picture(self) -> None:
        folder = self._session.settings.value(PICTURE_FOLDER_KEY, str(Path.home()))
        endings = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
        kinds = self.tr("Pictures ({endings})").format(endings=endings)
        title = self.tr("A picture to draw in stamps")
        chosen, _ = QFileDialog.getOpenFileName(self._canvas.window(), title, folder, kinds)
        if chosen:
            self._session.settings.set_value(PICTURE_FOLDER_KEY, str(Path(chosen).parent))
            self.take_picture(Path(chosen))

    @Slot(object)
    def take_picture(self, path: Path) -> None:
        """Show it in stamps on the whole sheet, as soon as it is read; where it cannot be, the window says why."""
        self._session.picture_files.ask(READING, partial(read_stencil_picture, path))

    def _take_pixels(self, name: str, pixels: NDArray[np.uint8]) -> None:
        self._take_the_tool()
        self._seed = None
        paper, ink = self._editor.current.paper, QColor(self._brush.brush.ink)
        glows = paper is not None and ink.lightnessF() > QColor(paper).lightnessF()
        self._panel.set_picture(name, "shape" if is_cut_out(pixels) else "light" if glows else "dark")
        self._shape.take_picture(pixels)
        self._refresh()

    def _take_the_tool(self) -> None:
        for action in self._actions.tools.actions():
            if action.data() == "stencil" and not action.isChecked():
                action.trigger()

    # Filling

    @Slot()
    def _on_changed(self) -> None:
        self._show_brush_rows()
        pixels = self._shape.pixels
        if self._shape.kind == "picture" and pixels is None:
            self.leave()
        elif self._shape.kind == "picture" and pixels is not None and not self._shape.points:
            self._shape.take_picture(pixels)
        self._refresh()

    @Slot()
    def _on_stamps_changed(self) -> None:
        """Weights that are still learning draw the same latents anew twice a second: that changes no stencil."""
        start = self._brush.start
        stamps = self._brush.stamps or (() if start is None else (start,))
        latents = tuple(stamp.latent for stamp in stamps)
        if latents != self._latents or self._order is None:
            self._latents = latents
            self._refresh()

    @Slot()
    def _on_hand_changed(self) -> None:
        """Another model draws the latents of the one before otherwise."""
        if self._hand_is_old:
            self._hand_is_old = False
            self._refresh()

    @Slot()
    def _throw_again(self) -> None:
        self._seed = int(self._random.integers(SEEDS))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """What was shown counts no longer; it stays in sight until the new one is there."""
        if self._canvas.tool != "stencil" or not self._shape.is_drawn:
            self._show()
            return
        self._call_off()
        self._order = None
        self._rest.start()
        self._show()

    @Slot()
    def _place(self) -> None:
        """Once stamps are there, in a job of its own."""
        self._rest.stop()
        values, start, info = self._panel.values, self._brush.start, self._session.inference.info
        if not self._shape.is_drawn or start is None or info is None:
            return
        as_brush, seed = values.stamps == "brush", self._current_seed()
        if as_brush:
            stamps, along = self._brush.stamps, cast("Along | None", self._brush.mode)
        elif (start.latent.z.size, start.latent.mix.size) != (info.model.z_size, info.model.classes):
            stamps, along = (start,), "fixed"  # from another model, of which nothing else can be drawn
        else:
            pens = info.directions if info.directions is not None and PEN in info.directions.names else None
            thicker = None if pens is None else pens.vector(PEN)
            latents = palette_latents(start.latent, cast(Hand, values.hand), thicker, seed)
            self._palette.want(latents, info.fingerprint)
            stamps, along = self._palette.stamps, None if values.shape == "picture" else "random"
        if stamps:
            self._ask(stamps, along, seed)

    def _ask(self, stamps: tuple, along: Along | None, seed: int) -> None:
        values, sheet = self._panel.values, self._editor.current
        picture = None
        if values.shape == "picture" and self._shape.pixels is not None:
            picture = StencilPicture(self._shape.pixels, cast(PicturePart, values.part), values.leave_out)
        self._call_off()
        self._order = StencilOrder(
            cast(ShapeKind, values.shape),
            self._shape.points,
            picture,
            Filling(values.smallest_px, values.largest_px, values.density, values.jitter, seed),
            stamps,
            self._brush.brush,
            along,
            sheet,
            min(self._canvas.zoom * self._canvas.devicePixelRatioF(), FINEST_PREVIEW),
        )
        self._measure = Measure(self)
        self._measure.changed.connect(self._on_progress)
        job = partial(fill_stencil, self._order, self._measure.report)
        self._session.picture_files.ask(FILLING, job)
        self._show()

    def _current_seed(self) -> int:
        return self._editor.current.stroke_count if self._seed is None else self._seed

    def _call_off(self) -> None:
        if self._measure is not None:
            self._measure.changed.disconnect(self._on_progress)
            self._measure.call_off()
            self._called_off.append(self._measure)
            self._measure = None
        self._session.picture_files.forget(FILLING)
        self.progressed.emit(-1.0)

    @Slot(int, int)
    def _on_progress(self, done: int, total: int) -> None:
        self.progressed.emit(done / max(total, 1))

    @Slot(str, object)
    def _on_answered(self, name: str, answer: object) -> None:
        if name == READING:
            self._take_pixels(*cast("tuple[str, NDArray[np.uint8]]", answer))
        self._forget_measures(name)
        if name == FILLING and cast("StencilFilled | StencilRefused", answer).order is self._order:
            self._call_off()
            if isinstance(answer, StencilRefused):
                self._refuse(answer.failure)
            else:
                self._filled = cast(StencilFilled, answer)
                self._show()

    @Slot(str, object)
    def _on_failed(self, name: str, failure: Failure) -> None:
        if name == READING:
            self._session.failed.emit(failure)
        self._forget_measures(name)
        if name == FILLING and self._order is not None:
            self._call_off()
            self._refuse(failure)

    def _refuse(self, failure: Failure) -> None:
        self._order = self._filled = None
        self._show()
        self._panel.show_state(self._words.sentence(failure), fillable=False, busy=True)

    def _forget_measures(self, name: str) -> None:
        """One job at a time: where one is over, all but the newest are."""
        if name == FILLING:
            for measure in self._called_off:
                measure.deleteLater()
            self._called_off = []

    @Slot()
    def fill(self) -> None:
        """Paint what is shown, as one stroke and one undo step."""
        layer = self._editor.current.layers[self._editor.chosen_layer]
        if not self.is_ready or self._filled is None:
            return
        if layer.locked or not layer.visible:
            words = self.tr("“{name}” is locked or hidden: nothing is filled there.")
            self.said.emit(words.format(name=layer.name))
            return
        stroke, chosen = self._filled.stroke, self._editor.chosen_layer
        made_with = self._generator.read(self._session.generator_file)
        painted = with_added(self._editor.current, chosen, [stroke])
        self.leave()
        self._editor.change(painted, self.tr("stencil"), extent([stroke]), generator=made_with)
        words = self.tr("Painted {n} stamps as one stroke")
        self.said.emit(words.format(n=number(len(stroke.dabs))))

    @Slot()
    def leave(self) -> None:
        """Take the preview away."""
        self._rest.stop()
        self._call_off()
        self._palette.forget()
        self._shape.clear()
        self._order = self._filled = self._seed = None
        self._show()

    @Slot(object)
    def _on_artwork_changed(self, changed: QRectF | None) -> None:
        if changed is None:  # another artwork altogether
            self._sized_for = (0, 0)
            self.leave()
            if self._canvas.tool == "stencil":
                self.take_tool(self._actions.tools.checkedAction())

    @Slot(object)
    def _on_generator_changed(self, _info: object = None) -> None:
        opened = self._session.inference.info
        if opened is None:
            return
        has_pen = opened.directions is not None and PEN in opened.directions.names
        file = self._session.generator_file
        if (opened.model, has_pen, file) != self._model:  # fresh weights of the same one change no stencil
            self._hand_is_old |= self._model is not None and file != self._model[-1]
            self._model = (opened.model, has_pen, file)
            self._panel.set_model(has_classes=opened.model.classes > 1, has_pen=has_pen)
            self._refresh()

    # The screen

    def _show_brush_rows(self) -> None:
        if self._canvas.tool == "stencil":
            self._brush_panel.set_filling(as_brush=self._panel.values.stamps == "brush")

    @Slot()
    def _show(self) -> None:
        preview = None if self._filled is None else self._filled.preview
        self._canvas.set_stencil([] if self.is_ready else self._shape.outline, preview)
        busy = self._shape.is_drawn and not self.is_ready
        self._actions.fill.setEnabled(self.is_ready)
        self._actions.leave_stencil.setEnabled(self.is_ready or busy)
        self._panel.show_state(self._words_of_state(busy=busy), fillable=self.is_ready, busy=busy)

    def _words_of_state(self, *, busy: bool) -> str:
        if self.is_ready and self._filled is not None:
            return self.tr("{n} stamps").format(n=number(len(self._filled.stroke.dabs)))
        if busy and self._panel.values.stamps == "brush" and not self._brush.stamps:
            return self._brush.trouble or self.tr("The brush is not ready yet.")
        if busy:
            return self.tr("Placing stamps…")
        if self._shape.kind != "picture":
            return self.tr("Drag the shape on the sheet; a click takes the whole sheet.")
        if self._shape.pixels is None:
            return self.tr("Drop a photograph or a silhouette on the window, or choose one.")
        return self.tr("Drag a frame for the picture; a click takes the whole sheet.")
