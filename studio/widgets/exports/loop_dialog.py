"""How a loop leaves: as what, in which order, how fast; it plays beside the questions as it will play in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from studio.frame_look import FrameLook
from studio.number_style import number
from studio.widgets.controls.labels import label, secondary_label
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.value_slider import ValueSlider
from studio.widgets.exports.loop_preview import LoopPreview
from studio.widgets.exports.picture_export_dialog import PictureExportDialog

LEAST_FPS, MOST_FPS = 1, 60
MOST_GIF_FPS = 50  # most programs play what is faster at ten pictures a second
FRAMES = "frames"


@dataclass(frozen=True, slots=True)
class LoopAnswers:
    """What the dialog remembers and gives; ``form`` is a suffix or "frames"."""

    path: Path
    form: str = ".gif"
    playing: str = "seamless"
    fps: int = 12
    look: FrameLook = field(default_factory=FrameLook)


class LoopDialog(PictureExportDialog):
    """``picture_px`` is height, width and channels of what was drawn."""

    def __init__(
        self,
        answers: LoopAnswers,
        picture_px: tuple[int, int, int],
        *,
        most_pixels: int,
        why_no_film: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(answers.path, answers.look, picture_px[2], parent)
        self.setWindowTitle(self.tr("Export a loop"))
        self._picture_px, self._most_pixels = picture_px, most_pixels
        self._shown: Sequence[int] = ()
        self._frame_count = 0
        self._make_rows(answers, why_no_film)
        self.preview = LoopPreview(self.tr("Drawing…"))
        self._counts, self._pixels, self._bytes = label(""), secondary_label(""), secondary_label("")
        beside = self._stack_beside(self.preview, self._counts, self._pixels, self._bytes)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("Format"), self.form),
            (self.tr("Order"), self.playing),
            (self.tr("Speed"), self.fps),
        ]
        self.changed.connect(self._show_result)
        self._arrange(beside, rows)

    @property
    def answers(self) -> LoopAnswers:
        return LoopAnswers(self.path, self.form.value, self.playing.value, round(self.fps.value), self.look)

    def show_frames(self, frames: np.ndarray) -> None:
        """All that may be shown, (N, H, W, C) uint8; :meth:`show_order` says which of them are."""
        self.preview.show_frames(frames)

    def show_order(self, shown: Sequence[int], frame_count: int) -> None:
        """The frames of one round by number, which consist of so many different ones."""
        self._shown, self._frame_count = shown, frame_count
        self._show_result()

    def show_estimate(self, size_bytes: int | None) -> None:
        """About how large the file will be; None while that is not known."""
        known = self.tr("about {size}").format(size=self.data_size(size_bytes)) if size_bytes else "…"
        self._bytes.setText(known if self._shown else "")

    def _make_rows(self, answers: LoopAnswers, why_no_film: str) -> None:
        self.form = Segmented(
            [
                (".gif", "GIF"),
                (".png", "APNG"),
                (".webp", "WebP"),
                (".mp4", "MP4"),
                (FRAMES, self.tr("Frames")),
            ],
            tooltips={
                ".gif": self.tr(
                    "Plays everywhere; 255 colours a picture, hard edges where it is transparent."
                ),
                ".png": self.tr("Exact, with soft transparency; browsers play it."),
                ".webp": self.tr("Exact and smaller, with soft transparency; browsers play it."),
                ".mp4": self.tr("A film, for programs that cut films; without transparency."),
                FRAMES: self.tr("A folder of numbered PNG pictures, for programs that animate."),
            },
        )
        if why_no_film:
            self.form.set_option_enabled(".mp4", False, why_no_film)
        if answers.form in self.form.keys and not (why_no_film and answers.form == ".mp4"):
            self.form.set_value(answers.form)
        self.playing = Segmented(
            [
                ("forward", self.tr("Forward")),
                ("reverse", self.tr("Backward")),
                ("ping-pong", self.tr("There and back")),
                ("seamless", self.tr("Seamless")),
            ],
            tooltips={
                "forward": self.tr("From the first picture to the last, then from the first again."),
                "reverse": self.tr("From the last picture to the first."),
                "ping-pong": self.tr("To the end and back, without stopping at either."),
                "seamless": self.tr("New pictures lead from the last one back to the first."),
            },
        )
        if answers.playing in self.playing.keys:
            self.playing.set_value(answers.playing)
        self.fps = ValueSlider(LEAST_FPS, MOST_FPS, answers.fps, decimals=0, suffix=" fps")
        self.fps.setAccessibleName(self.tr("Pictures a second"))
        self.fps.setToolTip(self.tr("How many pictures are shown in a second."))
        self.form.value_changed.connect(self._on_form)
        self.playing.value_changed.connect(self._show_change)
        self.fps.value_changed.connect(self._show_change)

    @Slot()
    def _on_form(self) -> None:
        self._suggest_name()
        self._show_change()

    def _suffix(self) -> str:
        return "" if self.form.value == FRAMES else self.form.value

    def _trouble_with_size(self) -> str:
        if self.form.value == ".gif" and self.fps.value > MOST_GIF_FPS:
            return self.tr("A GIF shows at most {most} pictures a second.").format(most=MOST_GIF_FPS)
        height, width = self.look.size_of(*self._picture_px[:2])
        if self._frame_count * height * width > self._most_pixels:
            return self.tr("Too large for one loop: choose a smaller size, or fewer pictures.")
        return ""

    def _remark(self) -> str:
        if self.form.value == ".mp4" and self.look.ground == "transparent":
            return self.tr("A film has no transparency: white lies behind it.")
        return ""

    @Slot()
    def _show_result(self) -> None:
        height, width = self.look.size_of(*self._picture_px[:2])
        count = len(self._shown)
        seconds = number(count / self.fps.value, 1)
        words = self.tr("{n} pictures, {seconds} s").format(n=number(count), seconds=seconds)
        self._counts.setText(words if count else "")
        self._pixels.setText(self.tr("{width} × {height} pixels").format(width=width, height=height))
        self.show_estimate(None)
        if self._shown:
            self.preview.play(self._shown, self.fps.value, self.look)
