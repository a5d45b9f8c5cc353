"""Another model under a painting, or the same one as it was earlier: a glance while the hand scrubs, one step then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QImage

import gan
from gan.errors import Failure
from gan.events import MomentKept, TrainingEvent
from gan.generators import GeneratorSummary, described_in, list_generators
from gan.moments import Moment
from studio.controllers.exports import CALLED_OFF, Measure
from studio.controllers.job_queue import Job
from studio.document.editor import ArtworkEditor, extent
from studio.number_style import number
from studio.pages.engine_words import EngineWords
from studio.pages.paint.redraw_work import Redrawn, RedrawWork
from studio.pages.paint.strokes import PaintStrokes
from studio.session import Session, shipped_file
from studio.widgets.canvas.paint_canvas import PaintCanvas
from studio.widgets.canvas.redraw_bar import NOTHING, RedrawBar
from studio.widgets.training.time_scale import TimeMark
from studio.words import sentences

MODELS, MOMENTS = "models for a painting", "moments for a painting"
KEYS_REST_MS = 500  # after the last arrow key: until then it is scrubbing
READ_AGAIN_MS = 500  # a run that begins keeps many moments a second
BUSY_AFTER_MS = 250  # a redraw that is over before then needs no Cancel


class PaintRedraw(QObject):
    """One drawing at a time, and the newest order wins. What is kept is one undo step, with the generator's bytes."""

    said = Signal(str)
    progressed = Signal(float)  # 0…1; below 0: nothing is being drawn

    def __init__(
        self, canvas: PaintCanvas, strokes: PaintStrokes, editor: ArtworkEditor, session: Session
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._strokes, self._editor, self._session = canvas, strokes, editor, session
        self._words = EngineWords(self)
        self.bar = RedrawBar()
        self.bar.hide()
        self._work = RedrawWork()
        self._models: tuple[GeneratorSummary, ...] = ()
        self._model: GeneratorSummary | None = None
        self._moments: tuple[Moment, ...] = ()
        self._measure: Measure | None = None
        self._file: Path | None = None  # that is being drawn with, as a step of its own
        self._drawn_with: Path | None = None  # the last that was kept
        self._name = ""  # of what is being drawn
        self._job: Job | None = None  # the newest, of a painting or a glance
        self.shows_glance = False  # in the place of the painting
        self._is_scrubbing = self._is_putting = False
        self._rest = self._timer(KEYS_REST_MS, self._keep_moment)
        self._read_again = self._timer(READ_AGAIN_MS, self._read_moments)
        self._patience = self._timer(BUSY_AFTER_MS, self._show_busy)
        self._connect()

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _connect(self) -> None:
        bar, session = self.bar, self._session
        bar.model_chosen.connect(self._on_model_chosen)
        bar.moment_scrubbed.connect(self._on_scrubbed)
        bar.moment_chosen.connect(self._keep_moment)
        bar.put_back_asked.connect(self._put_back)
        bar.escaped.connect(self._on_escaped)
        bar.paint_on_asked.connect(self._on_paint_on)
        bar.closed.connect(self._close)
        session.model_files.answered.connect(self._on_answered)
        session.model_files.failed.connect(self._on_not_answered)
        session.training.reported.connect(self._on_reported)
        session.generator_changed.connect(self._show_paint_on)
        session.leaving.connect(self._on_leaving)
        self._editor.changed.connect(self._on_changed)

    @property
    def is_drawing(self) -> bool:
        """Whether a whole painting is on its way."""
        return self._file is not None

    # The bar

    @Slot()
    def open(self) -> None:
        """Show which models there are; the one that the painting was made with stands first, if it is still here."""
        self.bar.show()
        self.bar.model.setFocus()
        self._show_words(self.tr("Choose the model that shall draw this painting."))
        self._session.model_files.ask(MODELS, list_generators)

    @Slot()
    def draw_with_open_model(self) -> None:
        """The one that all rooms draw with."""
        info = self._session.inference.info
        if info is not None:
            self.open()
            self._redraw(self._session.generator_file, info.name)

    @Slot()
    def _close(self) -> None:
        self._put_back()
        self.bar.hide()
        self._canvas.setFocus()

    @Slot()
    def _on_escaped(self) -> None:
        if self.is_drawing or self._is_scrubbing:
            self._put_back()
        else:
            self._close()

    @Slot(str, object)
    def _on_answered(self, name: str, answer: Any) -> None:
        if name == MODELS:
            self._models = tuple(model for model in answer if not model.sentence)
            if self._model is None or self._model.file not in [model.file for model in self._models]:
                self._model = self._own_model()
            self._show_models()
            self._read_moments()
        elif name == MOMENTS and self._model is not None and answer[0] == self._model.run:
            self._moments = answer[1]
            self._show_moments()

    @Slot(str, object)
    def _on_not_answered(self, name: str, failure: Failure) -> None:
        if name in (MODELS, MOMENTS):
            self._show_words(self._words.sentence(failure))

    def _own_model(self) -> GeneratorSummary | None:
        """The run that the painting says it was drawn by, or else the model that is open."""
        try:
            own = described_in(self._editor.generator)[0] if self._editor.generator is not None else ""
        except gan.errors.GanError:
            own = ""
        runs = [model for model in self._models if model.run is not None]
        open_file = self._session.generator_file
        by_name = next((model for model in runs if model.name == own), None)
        return by_name or next((model for model in self._models if model.file == open_file), None)

    def _show_models(self) -> None:
        chosen = self._models.index(self._model) if self._model in self._models else NOTHING
        entries = [(self._title(model), self._tooltip(model)) for model in self._models]
        self.bar.set_models(entries, chosen)

    def _title(self, model: GeneratorSummary) -> str:
        return self.tr("Ink digits") if model.file == shipped_file() else model.name

    def _tooltip(self, model: GeneratorSummary) -> str:
        if model.run is not None:
            return self.tr("A run of yours, at step {step}").format(step=number(model.step))
        count = len(model.model.class_names) if model.model is not None else 1
        if count == 1:
            return self.tr("Pictures without classes")
        return self.tr("{n} classes").format(n=number(count))

    # Moments

    @Slot(object)
    def _on_reported(self, event: TrainingEvent) -> None:
        if isinstance(event, MomentKept) and self.bar.isVisible() and not self._read_again.isActive():
            self._read_again.start()

    @Slot()
    def _read_moments(self) -> None:
        run = None if self._model is None else self._model.run
        if run is None:
            self._moments = ()
            self._show_moments()
        else:
            self._session.model_files.ask(MOMENTS, lambda: (run, gan.list_moments(run)))

    def _show_moments(self) -> None:
        """The handle stands where the painting does, but for a hand that moves it."""
        marks = [TimeMark(moment.step, moment.elapsed_s) for moment in self._moments]
        in_hand = self.bar.track.step
        self.bar.set_moments(marks, in_hand if self._is_scrubbing else self._step_of_painting())
        self._show_paint_on()
        moment = self._moment()
        if self._is_scrubbing and not self.is_drawing and (moment is None or moment.step != in_hand):
            self._on_moment_gone()

    def _on_moment_gone(self) -> None:
        """Training kept no room for what the hand is at: it is at the nearest one now, if there is any."""
        if self._moments:
            self._on_scrubbed(self.bar.track.step)
        else:
            self._put_back()

    def _step_of_painting(self) -> int:
        try:
            name, step, _ = described_in(self._editor.generator or b"")
        except gan.errors.GanError:
            return self._moments[-1].step if self._moments else NOTHING
        is_own = self._model is not None and name == self._model.name
        return step if is_own or not self._moments else self._moments[-1].step

    def _moment(self) -> Moment | None:
        return next((moment for moment in self._moments if moment.step == self.bar.track.step), None)

    @Slot(int)
    def _on_scrubbed(self, _step: int) -> None:
        if (moment := self._moment()) is None:
            return
        self._glance(moment.generator)
        if not self.bar.track.isSliderDown():
            self._rest.start()

    @Slot()
    def _keep_moment(self, _step: int = 0) -> None:
        self._rest.stop()
        moment, model = self._moment(), self._model
        if moment is not None and model is not None and not self.bar.track.isSliderDown():
            step = number(moment.step)
            name = self.tr("{run} · step {step}").format(run=model.name, step=step)
            self._redraw(moment.generator, name)

    # Drawing

    @Slot(int)
    def _on_model_chosen(self, place: int) -> None:
        self._model = self._models[place]
        self._moments = ()
        self._show_models()
        self._read_moments()
        self._redraw(self._model.file, self._title(self._model))

    def _glance(self, file: Path) -> None:
        """One is being drawn, one waits: a hand that never rests sees something all the same."""
        if self.is_drawing:
            self._call_off()
        self._is_scrubbing = True
        self._session.redraws.forget_waiting()
        self._job, _ = self._session.redraws.write(partial(self._work.glance, self._editor.document, file))
        self._job.finished.connect(self._on_glanced)
        self._job.failed.connect(self._on_failed)

    def _redraw(self, file: Path, name: str) -> None:
        self._call_off()
        self._file, self._name = file, name
        self._job, self._measure = self._session.redraws.write(
            partial(self._work.redraw, self._editor.document, file, self._strokes.scale)
        )
        self._job.finished.connect(self._on_redrawn)
        self._job.failed.connect(self._on_failed)
        self._measure.changed.connect(self._on_progress)
        self._patience.start()
        self._show_words(self.tr("Drawing the painting with {name}…").format(name=name))

    def _call_off(self) -> None:
        self._patience.stop()
        self.bar.set_busy(False)
        self.progressed.emit(-1.0)
        if self._measure is not None:
            self._measure.call_off()
        self._file = self._job = self._measure = None
        self._session.redraws.forget_waiting()

    @Slot(object)
    def _on_glanced(self, image: QImage) -> None:
        if self._is_scrubbing:
            self.shows_glance = True
            self._canvas.set_picture(image, None)

    @Slot(int, int)
    def _on_progress(self, done: int, total: int) -> None:
        if self.bar.cancel.isVisible():
            self.progressed.emit(done / max(total, 1))

    @Slot()
    def _show_busy(self) -> None:
        self.bar.set_busy(self.is_drawing)

    @Slot(object)
    def _on_redrawn(self, drawn: Redrawn) -> None:
        if self.sender() is not self._job:
            return  # called off when nothing was left to draw
        file = self._file
        self._call_off()
        self._is_scrubbing = False
        editor = self._editor
        if drawn.artwork == editor.current:
            self.shows_glance = False
            self._strokes.show_painting()
            words = self.tr("{name} draws this painting just as it is.").format(name=self._name)
        else:
            before, after = editor.current, drawn.artwork
            touched = extent(
                stroke for each in (before, after) for layer in each.layers for stroke in layer.strokes
            )
            text = self.tr("redrawing with {name}").format(name=self._name)
            self._is_putting = True
            self._strokes.expect(drawn.painted)
            try:
                editor.change(after, text, touched, generator=drawn.generator)
            finally:
                self._is_putting = False
            self.shows_glance = False
            words = self._words_of(drawn)
        self._drawn_with = file
        self._show_words(words)
        self._show_moments()

    def _words_of(self, drawn: Redrawn) -> str:
        """How it went, and what a person might not expect."""
        words = self.tr("Redrawn with {name}.").format(name=self._name)
        if drawn.plan.way == "one":
            words = self.tr("Redrawn with {name}, which has no classes: styles stayed, classes are gone.")
        elif drawn.plan.way == "place":
            words = self.tr("Redrawn with {name}: its classes have other names, and were taken in order.")
        words = words.format(name=self._name)
        if drawn.plan.left_out:
            more = self.tr("{n} stamps come from a model of another kind and stayed as they are.")
            words = sentences(words, more.format(n=number(drawn.plan.left_out)))
        return words

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        if failure.code == CALLED_OFF or self.sender() is not self._job:
            return  # of one that nobody waits for any more
        self._put_back()
        self._show_words(self._words.sentence(failure))

    @Slot()
    def _put_back(self) -> None:
        self._leave_off(self.tr("Called off: the painting is as it was."))

    def _leave_off(self, words: str) -> None:
        """The painting as it is, whatever was on its way; ``words`` where that was a whole one."""
        was_drawing = self.is_drawing
        self._rest.stop()
        self._call_off()
        self._is_scrubbing = False
        if self.shows_glance:
            self.shows_glance = False
            self._strokes.show_painting()
        self._show_moments()
        if was_drawing:
            self._show_words(words)

    @Slot(object)
    def _on_changed(self, changed: QRectF | None) -> None:
        """Painted on, undone, or another painting: what is on its way is for one that is gone."""
        if self._is_putting:
            return
        if self.is_drawing or self._is_scrubbing:
            words = self.tr("Called off: the painting was changed meanwhile.")
            other = self.tr("Called off: that was for another painting.")
            self._leave_off(other if changed is None else words)
        self._drawn_with = None
        self._show_moments()

    # Going on

    @Slot()
    def _show_paint_on(self, _info: object = None) -> None:
        drawn, model = self._drawn_with, self._model
        is_shown = model is not None and drawn in (model.file, *(each.generator for each in self._moments))
        self.bar.set_can_paint_on(is_shown and drawn != self._session.generator_file)

    @Slot()
    def _on_paint_on(self) -> None:
        model, drawn = self._model, self._drawn_with
        if model is None or drawn is None:
            return
        moment = next((each for each in self._moments if each.generator == drawn), None)
        if moment is not None:
            self._session.open_moment(model.name, moment.step, moment.generator)
        elif model.run is not None and self._session.learning_folder in (None, model.run):
            self._session.open_run(model.run)
        else:
            self._session.open_file(drawn)

    def _show_words(self, words: str) -> None:
        self.bar.set_words(words)
        self.said.emit(words)

    @Slot()
    def _on_leaving(self) -> None:
        self._call_off()
        self._work.forget()
