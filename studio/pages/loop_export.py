"""Latents as a loop: drawn with the open generator, looked at while they are asked about, and written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from gan.config import ModelConfig
from gan.latents import Latent
from gan.media.loop import MOST_PIXELS, Order, has_video
from studio.document.loop_export import (
    FORMS,
    PLAYINGS,
    Form,
    LoopOrder,
    Playing,
    closing_latents,
    estimated_bytes,
    export_loop,
)
from studio.pages.export_run import ExportRun, last_folder, last_look, remember_look
from studio.pages.whole_answers import WholeAnswers
from studio.session import Session
from studio.widgets.exports.loop_dialog import LEAST_FPS, MOST_FPS, LoopAnswers, LoopDialog

PRIORITY = 2
ESTIMATE_AFTER_MS = 250


class LoopExport(QObject):
    """One for each room that exports loops: it keeps a line to the generator of its own."""

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._owner = session, owner
        self._drawing = WholeAnswers(session.inference.channel(PRIORITY), self)
        self._drawing.made.connect(self._on_drawn)
        self._count = 0  # of the latents; those that lead back to the first come behind them
        self.frames: np.ndarray | None = None  # as they were drawn, (N, H, W, C) uint8
        self._estimated: LoopOrder | None = None  # is being estimated just now
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(ESTIMATE_AFTER_MS)
        self._pause.timeout.connect(self._estimate)
        self.dialog: LoopDialog | None = None
        self._run: ExportRun | None = None

    def show(
        self,
        latents: Sequence[Latent],
        *,
        name: str,
        playing: Playing | None = None,
        drawn_as: Callable[[Latent], tuple[np.ndarray, np.ndarray]] | None = None,
    ) -> LoopDialog:
        """Ask how these are to leave, and write them. ``playing`` proposes an order, else it is the last answer's.

        The latents fit the open generator, and are not none. ``drawn_as`` gives what is really drawn for one of
        them: z (1, Z) and the mix of each layer (1, L, K).
        """
        assert self._session.inference.info is not None, "there is a generator"
        model = self._session.inference.info.model
        dialog = LoopDialog(
            self._last_answers(name, playing, model),
            (model.image_size, model.image_size, model.channels),
            most_pixels=MOST_PIXELS,
            why_no_film="" if has_video() else self._how_to_film(),
            parent=self._owner.window(),
        )
        self.dialog, self._run, self.frames = dialog, ExportRun(dialog, self._session), None
        dialog.changed.connect(self._on_changed)
        dialog.export_asked.connect(self._export)
        dialog.finished.connect(self._on_closed)
        self._count = len(latents)
        round_trip = [*latents, *closing_latents(latents)]
        drawn = [_alone(latent) if drawn_as is None else drawn_as(latent) for latent in round_trip]
        self._drawing.ask(
            np.concatenate([z for z, _ in drawn]), np.concatenate([mix for _, mix in drawn]), drawn
        )
        dialog.open()
        return dialog

    def _how_to_film(self) -> str:
        return self.tr('Films need one more package: pip install "latent-studio[video]"')

    def _last_answers(self, name: str, playing: Playing | None, model: ModelConfig) -> LoopAnswers:
        read = self._session.settings.value
        form, asked = read("loop_export/form", FORMS[0]), playing or read("loop_export/playing", "seamless")
        return LoopAnswers(
            last_folder(self._session) / name,
            form if form in FORMS else FORMS[0],
            asked if asked in PLAYINGS else "seamless",
            min(max(read("loop_export/fps", 12), LEAST_FPS), MOST_FPS),
            last_look(self._session.settings, model),
        )

    def _remember(self, answers: LoopAnswers) -> None:
        write = self._session.settings.set_value
        write("loop_export/form", answers.form)
        write("loop_export/playing", answers.playing)
        write("loop_export/fps", answers.fps)
        if (info := self._session.inference.info) is not None:
            remember_look(self._session.settings, answers.look, info.model)

    def _order(self) -> LoopOrder | None:
        """What would be written now."""
        if self.dialog is None or self.frames is None:
            return None
        answers = self.dialog.answers
        seamless = answers.playing == "seamless"
        return LoopOrder(
            frames=self.frames if seamless else self.frames[: self._count],
            path=answers.path,
            form=cast(Form, answers.form),
            order="forward" if seamless else cast(Order, answers.playing),
            fps=float(answers.fps),
            look=answers.look,
        )

    @Slot(object, object)
    def _on_drawn(self, _latents: object, frames: np.ndarray) -> None:
        if self.dialog is not None:
            self.frames = frames
            self.dialog.show_frames(frames)
            self._on_changed()
            self.dialog.set_ready()

    @Slot()
    def _on_changed(self) -> None:
        if self.dialog is not None and (order := self._order()) is not None:
            self.dialog.show_order(order.shown, len(order.frames))
            self._pause.start()

    @Slot()
    def _estimate(self) -> None:
        """The newest answers wait until the estimate that is being made is there."""
        order = self._order()
        if self._estimated is not None or order is None or order.is_too_large:
            return
        self._estimated = order
        job = self._session.exports.run(partial(estimated_bytes, order))
        job.finished.connect(self._on_estimated)
        job.failed.connect(self._on_not_estimated)

    @Slot(object)
    def _on_estimated(self, size_bytes: int) -> None:
        self._estimated = None
        if self.dialog is not None and not self._pause.isActive():
            self.dialog.show_estimate(size_bytes)

    @Slot(object)
    def _on_not_estimated(self, _failure: object) -> None:
        self._estimated = None  # the export itself will say what is wrong

    @Slot()
    def _export(self) -> None:
        order = self._order()
        if self.dialog is None or self._run is None or order is None:
            return
        self._remember(self.dialog.answers)
        self._run.start(lambda report: export_loop(order, report))

    @Slot()
    def _on_closed(self) -> None:
        self._drawing.forget()
        self._pause.stop()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = self._run = self.frames = None


def _alone(latent: Latent) -> tuple[np.ndarray, np.ndarray]:
    """z (1, Z) and mix (1, K)."""
    return latent.z[None], latent.mix[None]
