"""Latents as one sheet: drawn with the open generator, looked at while they are asked about, and written."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from gan.config import GeneratorInfo, ModelConfig
from gan.latents import Latent
from studio.document.export import LARGEST_EXPORT_PIXELS
from studio.document.sheet_export import SheetOrder, export_sheet
from studio.pages.export_run import ExportRun, last_folder, last_look, remember_look
from studio.pages.whole_answers import WholeAnswers
from studio.session import Session
from studio.sheet_layout import LEAST_GAP_PX, MOST_GAP_PX
from studio.widgets.exports.sheet_dialog import SheetAnswers, SheetDialog

PRIORITY = 2


class SheetExport(QObject):
    """One for each room that exports sheets: it keeps a line to the generator of its own."""

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._owner = session, owner
        self._drawing = WholeAnswers(session.inference.channel(PRIORITY), self)
        self._drawing.made.connect(self._on_drawn)
        self._latents: list[Latent] = []
        self.frames: np.ndarray | None = None  # as they were drawn, (N, H, W, C) uint8
        self.dialog: SheetDialog | None = None
        self._run: ExportRun | None = None
        self._drawn_by: GeneratorInfo | None = None

    def show(self, rows: Sequence[Sequence[Latent]], *, name: str) -> SheetDialog:
        """Ask how these rows, all as long, are to leave, and write them. They fit the open generator."""
        assert self._session.inference.info is not None, "there is a generator"
        assert rows and rows[0] and len({len(row) for row in rows}) == 1, "a sheet has rows of one length"
        model = self._session.inference.info.model
        self._latents = [latent for row in rows for latent in row]
        dialog = SheetDialog(
            self._last_answers(name, len(rows[0]), model),
            (model.image_size, model.image_size, model.channels),
            count=len(self._latents),
            rows=len(rows),
            most_pixels=LARGEST_EXPORT_PIXELS,
            parent=self._owner.window(),
        )
        self.dialog, self._run, self.frames = dialog, ExportRun(dialog, self._session), None
        dialog.export_asked.connect(self._export)
        dialog.finished.connect(self._on_closed)
        z = np.stack([latent.z for latent in self._latents])
        self._drawing.ask(z, np.stack([latent.mix for latent in self._latents]), self._latents)
        dialog.open()
        return dialog

    def _last_answers(self, name: str, columns: int, model: ModelConfig) -> SheetAnswers:
        settings = self._session.settings
        return SheetAnswers(
            last_folder(self._session) / name,
            columns,
            min(max(settings.value("sheet_export/gap", LEAST_GAP_PX), LEAST_GAP_PX), MOST_GAP_PX),
            settings.value("sheet_export/with_latents", True),
            last_look(settings, model),
        )

    @Slot(object, object)
    def _on_drawn(self, _latents: object, frames: np.ndarray) -> None:
        if self.dialog is not None:
            self.frames, self._drawn_by = frames, self._session.inference.info
            self.dialog.show_frames(frames)

    @Slot()
    def _export(self) -> None:
        dialog, run, info = self.dialog, self._run, self._drawn_by
        if dialog is None or run is None or self.frames is None or info is None:
            return
        answers = dialog.answers
        self._session.settings.set_value("sheet_export/gap", answers.gap_px)
        self._session.settings.set_value("sheet_export/with_latents", answers.with_latents)
        remember_look(self._session.settings, answers.look, info.model)
        order = SheetOrder(
            frames=self.frames,
            latents=self._latents,
            columns=answers.columns,
            gap_px=answers.gap_px,
            look=answers.look,
            path=answers.path,
            with_latents=answers.with_latents,
            generator_name=info.name,
            fingerprint=info.fingerprint,
        )
        run.start(lambda report: export_sheet(order, report))

    @Slot()
    def _on_closed(self) -> None:
        self._drawing.forget()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = self._run = self.frames = None
