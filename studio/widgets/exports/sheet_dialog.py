"""How a sheet of pictures leaves: how many across, how far apart, with or without their latents."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from studio.frame_look import FrameLook
from studio.number_style import number
from studio.sheet_layout import LEAST_GAP_PX, MOST_GAP_PX, SheetLayout
from studio.widgets.controls.labels import label, secondary_label
from studio.widgets.controls.value_slider import ValueSlider
from studio.widgets.exports.picture_export_dialog import PictureExportDialog
from studio.widgets.exports.sheet_preview import SheetPreview


@dataclass(frozen=True, slots=True)
class SheetAnswers:
    """What the dialog remembers and gives."""

    path: Path
    columns: int
    gap_px: int = 0
    with_latents: bool = True
    look: FrameLook = field(default_factory=FrameLook)


class SheetDialog(PictureExportDialog):
    """``rows`` of pictures of ``picture_px`` (height, width, channels); one row alone may be broken into several."""

    def __init__(
        self,
        answers: SheetAnswers,
        picture_px: tuple[int, int, int],
        *,
        count: int,
        rows: int,
        most_pixels: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(answers.path, answers.look, picture_px[2], parent)
        self.setWindowTitle(self.tr("Export a sheet"))
        self._picture_px, self._count, self._most_pixels = picture_px, count, most_pixels
        self._make_rows(answers)
        self.preview = SheetPreview(self.tr("Drawing…"))
        self._counts, self._pixels = label(""), secondary_label("")
        beside = self._stack_beside(self.preview, self._counts, self._pixels)
        own: list[tuple[str, QWidget]] = [(self.tr("Gap"), self.gap), (self.tr("Latents"), self.latents)]
        if rows == 1 and count > 1:
            own.insert(0, (self.tr("Across"), self.columns))
        self.changed.connect(self._show_result)
        self._arrange(beside, own)

    @property
    def answers(self) -> SheetAnswers:
        return SheetAnswers(
            self.path, round(self.columns.value), round(self.gap.value), self.latents.isChecked(), self.look
        )

    @property
    def layout_of_sheet(self) -> SheetLayout:
        """Where each picture will lie."""
        cell = self.look.size_of(*self._picture_px[:2])
        return SheetLayout(self._count, round(self.columns.value), cell, round(self.gap.value))

    def show_frames(self, frames: np.ndarray) -> None:
        """The pictures row by row, (N, H, W, C) uint8: it can be exported now."""
        self.preview.show_frames(frames)
        self.set_ready()

    def _make_rows(self, answers: SheetAnswers) -> None:
        self.columns = ValueSlider(1, max(self._count, 2), answers.columns, decimals=0)
        self.columns.setAccessibleName(self.tr("Across"))
        self.columns.setToolTip(self.tr("How many pictures lie side by side before the next row begins."))
        self.gap = ValueSlider(LEAST_GAP_PX, MOST_GAP_PX, answers.gap_px, decimals=0, suffix=" px")
        self.gap.setAccessibleName(self.tr("Gap"))
        self.gap.setToolTip(self.tr("The room around each picture, in pixels of the file."))
        self.latents = QCheckBox(self.tr("Write them beside it as JSON"))
        self.latents.setToolTip(
            self.tr(
                "Where each picture lies and from which latent it was made: any of them can be made again."
            )
        )
        self.latents.setChecked(answers.with_latents)
        self.columns.value_changed.connect(self._show_change)
        self.gap.value_changed.connect(self._show_change)
        self.latents.toggled.connect(self._show_change)

    def _others(self) -> tuple[Path, ...]:
        return (
            (self.path.with_suffix(".json"),) if self.latents.isChecked() and self.name.text().strip() else ()
        )

    def _trouble_with_size(self) -> str:
        width, height = self.layout_of_sheet.size
        if width * height > self._most_pixels:
            most = self._most_pixels // 10**6
            return self.tr("Larger than {most} megapixels: choose a smaller size.").format(most=most)
        return ""

    @Slot()
    def _show_result(self) -> None:
        layout = self.layout_of_sheet
        words = self.tr("{n} pictures, {columns} across")
        self._counts.setText(words.format(n=number(layout.count), columns=number(layout.columns)))
        width, height = layout.size
        self._pixels.setText(self.tr("{width} × {height} pixels").format(width=width, height=height))
        self.preview.show_layout(layout, self.look)
