"""How a painting leaves: as what, which part of it, how large, on what ground, with what inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from studio.frame_look import FrameLook, Ground
from studio.number_style import number
from studio.widgets.controls.labels import label
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.value_slider import ValueSlider
from studio.widgets.exports.painting_preview import PaintingPreview
from studio.widgets.exports.picture_export_dialog import PictureExportDialog
from studio.words import joined, phrase

LEAST_DPI, MOST_DPI, USUAL_DPI = 50, 1200, 300
LEAST_S, MOST_S, USUAL_S = 2, 30, 8
FILM_SIDES_PX = (360, 480, 720, 1080)
FPS = 20  # of time-lapses
MOST_GAP_PX = 64
MM_PER_INCH = 25.4
MOST_LINES = 3  # that say what will come out
_SUFFIXES = {"png": ".png", "ora": ".ora", "svg": ".svg", "pdf": ".pdf", "sprites": ".png"}


@dataclass(frozen=True, slots=True)
class ExportAnswers:
    """What the dialog remembers and gives."""

    path: Path
    form: str = "png"
    film: str = ".gif"
    area: str = "all"
    scale: int = 4
    on_paper: bool = True
    carries: bool = True
    dpi: int = USUAL_DPI
    json_kind: str = "hash"
    gap_px: int = 1
    seconds: int = USUAL_S
    side_px: int = 480


@dataclass(frozen=True, slots=True)
class PaintingFacts:
    """Of the painting that is to leave. ``sizes``: width and height of each part that there is.

    ``why_not``: the forms that cannot be had, and why.
    """

    sizes: Mapping[str, tuple[int, int]]
    most_pixels: int
    most_film_pixels: int = 128 * 2**20
    has_paper: bool = True
    why_not: Mapping[str, str] = field(default_factory=dict)


class ExportDialog(PictureExportDialog):
    """Shows only the questions that the chosen form asks."""

    def __init__(self, facts: PaintingFacts, answers: ExportAnswers, parent: QWidget | None = None) -> None:
        ground: Ground = "paper" if answers.on_paper else "transparent"
        super().__init__(answers.path, FrameLook(answers.scale, "pixels", ground), 4, parent)
        self.setWindowTitle(self.tr("Export the painting"))
        self._facts = facts
        self._sprite_size: tuple[int, int] | None = None
        self._make_form_rows(answers)
        self._make_area_row(answers)
        self._make_print_rows(answers)
        self._make_film_rows(answers)
        self.preview = PaintingPreview(self.tr("Drawing…"))
        self._result = label("")
        self._result.setWordWrap(True)
        beside = self._stack_beside(self.preview, self._result)
        beside.setFixedWidth(self.preview.sizeHint().width())
        self.changed.connect(self._show_result)
        self._arrange(beside, self._rows_above(), [("", self.carries)])
        self._explain_ground()
        self.set_ready()

    @property
    def answers(self) -> ExportAnswers:
        return ExportAnswers(
            self.path,
            self.form.value,
            self.film.value,
            self.chosen_area,
            round(self.scale.value),
            self.on_paper,
            self.carries.isChecked(),
            round(self.dpi.value),
            self.json_kind.value,
            round(self.gap.value),
            round(self.seconds.value),
            int(self.side.value),
        )

    @property
    def chosen_area(self) -> str:
        """Layers and time-lapses are always of all of it."""
        return self.area.value if self.form.value in ("png", "svg", "pdf", "sprites") else "all"

    @property
    def on_paper(self) -> bool:
        return self._facts.has_paper and self.ground.value == "paper"

    def show_preview(self, image: QImage) -> None:
        """The chosen part on the chosen ground."""
        self.preview.show_image(image)

    def show_traveller(self, size_bytes: int | None) -> None:
        """How much the painting adds to the picture that carries it; None: it is too large for that."""
        if size_bytes is None:
            self.carries.setChecked(False)
            self.carries.setEnabled(False)
            self.carries.setToolTip(self.tr("This painting is too large to travel inside a picture."))
        else:
            words = self.tr("The picture carries the painting ({size})")
            self.carries.setText(words.format(size=self.data_size(size_bytes)))

    def show_sprites(self, size: tuple[int, int] | None) -> None:
        """Width and height of the sheet of sprites; None: there are none, or too many."""
        self._sprite_size = size
        self._show_change()

    # Questions

    def _make_form_rows(self, answers: ExportAnswers) -> None:
        self.form = Segmented(
            [
                ("png", "PNG"),
                ("ora", "OpenRaster"),
                ("svg", "SVG"),
                ("pdf", "PDF"),
                ("sprites", self.tr("Sprites")),
                ("film", self.tr("Time-lapse")),
            ],
            tooltips={
                "png": self.tr("A picture, exactly as it looks here."),
                "ora": self.tr("With its layers, for Krita, GIMP and MyPaint."),
                "svg": self.tr("Outlines that stay sharp at any size, for drawing programs."),
                "pdf": self.tr("One page, as large as it is to be printed."),
                "sprites": self.tr("Every stamp once on a sheet, with JSON for game engines."),
                "film": self.tr("The strokes appear dab by dab."),
            },
        )
        self.film = Segmented([(".gif", "GIF"), (".webp", "WebP"), (".mp4", "MP4")])
        for key, reason in self._facts.why_not.items():
            (self.film if key.startswith(".") else self.form).set_option_enabled(key, False, reason)
        for choice, value in ((self.form, answers.form), (self.film, answers.film)):
            if value in choice.keys and value not in self._facts.why_not:
                choice.set_value(value)
            choice.value_changed.connect(self._on_form)

    def _make_area_row(self, answers: ExportAnswers) -> None:
        self.area = Segmented(
            [
                ("all", self.tr("All")),
                ("layer", self.tr("This layer")),
                ("selection", self.tr("Selection")),
            ],
            tooltips={
                "all": self.tr("Everything that is visible."),
                "layer": self.tr("The chosen layer alone."),
                "selection": self.tr("The selected strokes, on a sheet cut to them."),
            },
        )
        if "selection" not in self._facts.sizes:
            self.area.set_option_enabled("selection", False, self.tr("No stroke is selected."))
        if answers.area in self._facts.sizes:
            self.area.set_value(answers.area)
        self.carries = QCheckBox(self.tr("The picture carries the painting"))
        self.carries.setToolTip(
            self.tr("Drop the picture on this window, and the painting opens with all its strokes.")
        )
        self.carries.setChecked(answers.carries)
        self.area.value_changed.connect(self._show_change)
        self.carries.toggled.connect(self._show_change)

    def _make_print_rows(self, answers: ExportAnswers) -> None:
        self.dpi = ValueSlider(LEAST_DPI, MOST_DPI, answers.dpi, decimals=0)
        self.dpi.setAccessibleName(self.tr("Pixels to an inch"))
        self.dpi.setToolTip(self.tr("How many pixels of the sheet lie on one inch of paper."))
        self.json_kind = Segmented(
            [("hash", self.tr("By name")), ("array", self.tr("In a row"))],
            tooltips={
                "hash": self.tr("JSON with the frames by name, as Aseprite writes it (hash)."),
                "array": self.tr("JSON with the frames in their order, as Aseprite writes it (array)."),
            },
        )
        self.json_kind.set_value(answers.json_kind if answers.json_kind in self.json_kind.keys else "hash")
        self.gap = ValueSlider(0, MOST_GAP_PX, answers.gap_px, decimals=0, suffix=" px")
        self.gap.setAccessibleName(self.tr("Gap"))
        self.gap.setToolTip(self.tr("Empty pixels around each sprite."))
        self.dpi.value_changed.connect(self._show_change)
        self.gap.value_changed.connect(self._show_change)
        self.json_kind.value_changed.connect(self._show_change)

    def _make_film_rows(self, answers: ExportAnswers) -> None:
        self.seconds = ValueSlider(LEAST_S, MOST_S, answers.seconds, decimals=0, suffix=" s")
        self.seconds.setAccessibleName(self.tr("Length"))
        self.seconds.setToolTip(self.tr("From the first dab to the last, in seconds."))
        self.side = Segmented([(str(side), f"{side} px") for side in FILM_SIDES_PX])
        for side in FILM_SIDES_PX:
            self.side.set_tooltip(str(side), self.tr("So long is the longer side, at most."))
        self.side.set_value(str(answers.side_px) if answers.side_px in FILM_SIDES_PX else "480")
        self.seconds.value_changed.connect(self._show_change)
        self.side.value_changed.connect(self._show_change)

    def _rows_above(self) -> list[tuple[str, QWidget]]:
        return [
            (self.tr("As"), self.form),
            (self.tr("Film"), self.film),
            (self.tr("What"), self.area),
            (self.tr("Length"), self.seconds),
            (self.tr("Side"), self.side),
            (self.tr("Per inch"), self.dpi),
            (self.tr("Frames"), self.json_kind),
            (self.tr("Gap"), self.gap),
        ]

    def _explain_ground(self) -> None:
        self.ground.set_tooltip("paper", self.tr("The sheet's paper lies under the ink."))
        self.ground.set_tooltip("transparent", self.tr("Ink alone, for laying over something else."))
        if not self._facts.has_paper:
            self.ground.set_option_enabled("paper", False, self.tr("This sheet has no paper."))
            self.ground.set_value("transparent")

    @Slot()
    def _on_form(self) -> None:
        self._suggest_name()
        self._show_change()

    # What a form needs

    def _show_rows(self) -> None:
        form = self.form.value
        shown: dict[QWidget, bool] = {
            self.film: form == "film",
            self.area: form in ("png", "svg", "pdf", "sprites"),
            self.seconds: form == "film",
            self.side: form == "film",
            self.dpi: form == "pdf",
            self.json_kind: form == "sprites",
            self.gap: form == "sprites",
            self.scale: form in ("png", "ora", "pdf", "sprites"),
            self.ground: form != "sprites",
            self.carries: form == "png",
        }
        for row, visible in shown.items():
            self._set_row_visible(row, visible)

    def _keep_room_for_all_forms(self) -> None:
        """Another form moves no button. Heights are known once the dialog is dressed."""
        chosen, heights = self.form.value, []
        self.form.blockSignals(True)
        for key in self.form.keys:
            self.form.set_value(key)
            self._show_rows()
            self._rows.invalidate()
            heights.append(self._form.sizeHint().height())
        self.form.set_value(chosen)
        self.form.blockSignals(False)
        self._show_rows()
        self._form.setMinimumHeight(max(heights))
        self._result.setMinimumHeight(MOST_LINES * self._result.fontMetrics().lineSpacing())
        self._note.setMinimumHeight(2 * self._note.fontMetrics().lineSpacing())

    def _suffix(self) -> str:
        return self.film.value if self.form.value == "film" else _SUFFIXES[self.form.value]

    def _others(self) -> tuple[Path, ...]:
        return (self.path.with_suffix(".json"),) if self.form.value == "sprites" else ()

    def _trouble_with_size(self) -> str:
        size = self._size()
        if self.form.value == "film" and size is not None:
            if size[0] * size[1] * FPS * (round(self.seconds.value) + 2) > self._facts.most_film_pixels:
                return self.tr("Too large for one film: choose a shorter one, or a smaller side.")
            return ""
        if self.form.value == "sprites" and size is None:
            return self.tr("There are no stamps in it, or too many for one sheet.")
        if size is not None and size[0] * size[1] > self._facts.most_pixels:
            most = self._facts.most_pixels // 10**6
            return self.tr("Larger than {most} megapixels: choose a smaller size.").format(most=most)
        return ""

    def _size(self) -> tuple[int, int] | None:
        """Width and height of what will come out, in pixels."""
        width, height = self._facts.sizes[self.chosen_area]
        match self.form.value:
            case "svg":
                return None
            case "sprites":
                return self._sprite_size
            case "film":
                shrink = min(1.0, int(self.side.value) / max(width, height))
                return round(width * shrink), round(height * shrink)
        return width * round(self.scale.value), height * round(self.scale.value)

    @Slot()
    def _show_result(self) -> None:
        self._show_rows()
        width, height = self._facts.sizes[self.chosen_area]
        size = self._size()
        words = [] if size is None else [self.tr("{width} × {height} pixels")]
        if size is not None and size[0] * size[1] >= 10**6:
            words.append(self.tr("{megapixels} megapixels"))
        if self.form.value == "pdf":
            words.append(self.tr("{across} × {down} mm"))
        if self.form.value == "svg":
            words.append(self.tr("Outlines on {sheet_width} × {sheet_height}"))
        across, down = (side / self.dpi.value * MM_PER_INCH for side in (width, height))
        pixels = size or (0, 0)
        self._result.setText(
            phrase(
                joined("\n", words),
                width=number(pixels[0]),
                height=number(pixels[1]),
                megapixels=number(pixels[0] * pixels[1] / 1e6, 1),
                across=number(across, 0),
                down=number(down, 0),
                sheet_width=number(width),
                sheet_height=number(height),
            )
        )

    def _origin_words(self) -> str:
        return self.tr("Writes the file. It says that a model took part.")

    def show_writing(self, done: int, total: int) -> None:
        super().show_writing(done, total)
        if done < total:
            self._say(self.tr("Writing… {percent}%").format(percent=100 * done // max(total, 1)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_room_for_all_forms()
