"""Export from the Paint room: the dialog and its preview, the writing, the clipboard, and the picture one drags out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QWidget

from gan import places
from gan.files import atomic_write
from studio.controllers.exports import Report
from studio.document.artwork import Artwork
from studio.document.export import (
    LARGEST_EXPORT_PIXELS,
    Area,
    ExportOrder,
    export_png,
    export_size,
    part_of,
    pixels_of,
    traveller,
)
from studio.document.file import Document
from studio.document.ora_export import export_ora
from studio.document.painter import render
from studio.document.pdf_export import export_pdf
from studio.document.stamp_sheet import (
    MOST_FRAMES,
    JsonKind,
    StampSheetOrder,
    export_stamp_sheet,
    sheet_layout,
    sprites_of,
)
from studio.document.svg_export import export_svg, is_traceable
from studio.document.timelapse import TimelapseOrder, export_timelapse
from studio.pages.export_run import ExportRun
from studio.pages.paint.export_answers import last_answers, remember_answers
from studio.pages.paint.stroke_selection import StrokeSelection
from studio.session import Session
from studio.widgets.exports.export_dialog import FPS, ExportAnswers, ExportDialog, PaintingFacts

PREVIEW_PX = 448
COPY_PIXELS = 16 * 10**6
PREVIEW_AFTER_MS = 60
PNG_MIME = "image/png"


@dataclass(frozen=True, slots=True)
class _Looked:
    """What the dialog shows of the part that is to leave. ``traveller_bytes``: None where it is too large."""

    image: QImage
    traveller_bytes: int | None
    sprite_size: tuple[int, int] | None


class PaintExport(QObject):
    """One dialog at a time; what is written is the painting as it was when the button was pressed."""

    said = Signal(str)  # for the status line
    exported = Signal(object)  # Path

    def __init__(self, session: Session, selection: StrokeSelection, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._selection, self._owner = session, selection, owner
        self._editor = session.artwork
        self.dialog: ExportDialog | None = None
        self._run: ExportRun | None = None
        self._name = ""
        self._looking = False
        self._drawn: tuple[str, bool, int] | None = (
            None  # part, ground and scale of the sprites in the preview
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PREVIEW_AFTER_MS)
        self._pause.timeout.connect(self._look)

    def ask(self, name: str) -> None:
        """Open the dialog with the last answers, and ``name`` for the file."""
        self._name, self._drawn = Path(name).name, None
        self.dialog = ExportDialog(
            self._facts(), last_answers(self._session.settings, self._name), self._owner.window()
        )
        self._run = ExportRun(self.dialog, self._session)
        self._run.written.connect(self._on_written)
        self.dialog.changed.connect(self._pause.start)
        self.dialog.export_asked.connect(self._export)
        self.dialog.preview.drag_asked.connect(self._drag_out)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()
        self._look()

    def _facts(self) -> PaintingFacts:
        from gan.media.loop import MOST_PIXELS, has_video  # Pillow waits for the first export

        artwork = self._editor.current
        areas: list[Area] = ["all", "layer", "selection"]
        parts = {area: self._part(area) for area in areas if area != "selection" or self._selection.indexes}
        return PaintingFacts(
            {area: export_size(part, 1) for area, part in parts.items()},
            LARGEST_EXPORT_PIXELS,
            MOST_PIXELS,
            artwork.paper is not None,
            self._why_not(artwork, has_video()),
        )

    def _why_not(self, artwork: Artwork, can_film: bool) -> dict[str, str]:
        reasons = {}
        if not is_traceable(artwork):
            reasons["svg"] = self.tr("Only ink can be traced; this painting holds pictures in colour.")
        if not artwork.stroke_count:
            reasons["film"] = reasons["sprites"] = self.tr("Nothing is painted yet.")
        if not can_film:
            reasons[".mp4"] = self.tr('Films need one more package: pip install "latent-studio[video]"')
        return reasons

    def _part(self, area: Area) -> Artwork:
        return part_of(self._editor.current, area, self._editor.chosen_layer, self._selection.indexes)

    # The preview

    @Slot()
    def _look(self) -> None:
        """Draw the part on its ground, if that is not what is shown; the newest answers wait for the drawing before."""
        if self.dialog is None or self._looking:
            return
        answers = self.dialog.answers
        wanted = (answers.area, answers.on_paper, answers.scale if answers.form == "sprites" else 0)
        if wanted == self._drawn:
            return
        self._drawn, self._looking = wanted, True
        part, document = self._part(cast(Area, answers.area)), self._editor.document
        job = self._session.exports.run(
            partial(_looked_at, part, document, answers.on_paper, answers.scale, answers.gap_px)
        )
        job.finished.connect(self._on_looked)
        job.failed.connect(self._on_not_looked)

    @Slot(object)
    def _on_looked(self, looked: _Looked) -> None:
        self._looking = False
        if self.dialog is not None:
            self.dialog.show_preview(looked.image)
            self.dialog.show_traveller(looked.traveller_bytes)
            self.dialog.show_sprites(looked.sprite_size)
            self._look()

    @Slot()
    def _on_not_looked(self, _failure: object = None) -> None:
        self._looking = False  # the export itself will say what is wrong

    @Slot()
    def _on_closed(self) -> None:
        self._pause.stop()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = self._run = None

    # Writing

    @Slot()
    def _export(self) -> None:
        if self.dialog is None or self._run is None:
            return
        answers = self.dialog.answers
        remember_answers(self._session.settings, answers)
        self._run.start(self._writing(answers))

    def _writing(self, answers: ExportAnswers) -> Callable[[Report], Path]:
        """What is to be done in the export's thread."""
        part = self._part(cast(Area, answers.area))
        carried = self._editor.document if answers.carries and answers.form == "png" else None
        order = ExportOrder(part, answers.path, answers.scale, answers.on_paper, carried)
        match answers.form:
            case "ora":
                return partial(export_ora, order)
            case "svg":
                return partial(export_svg, order)
            case "pdf":
                return partial(export_pdf, order, answers.dpi)
            case "sprites":
                info = self._session.inference.info
                names = info.model.class_names if info is not None else ()
                kind = cast(JsonKind, answers.json_kind)
                sheet = StampSheetOrder(part, answers.path, answers.scale, answers.gap_px, kind, names)
                return partial(export_stamp_sheet, sheet)
            case "film":
                film = TimelapseOrder(
                    part, answers.path, answers.on_paper, answers.side_px, answers.seconds, FPS
                )
                return partial(export_timelapse, film)
        return partial(export_png, order)

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self.said.emit(self.tr("Exported {name}").format(name=path.name))
        self.exported.emit(path)

    # Without a dialog

    @Slot()
    def copy(self) -> None:
        """The selected strokes, or else everything, as a picture for other programs."""
        area: Area = "selection" if self._selection.indexes else "all"
        on_paper = last_answers(self._session.settings, "").on_paper
        job = self._session.exports.run(partial(_picture_of, self._part(area), on_paper))
        job.finished.connect(self._on_copied)
        job.failed.connect(self._session.failed)

    @Slot(object)
    def _on_copied(self, picture: tuple[QImage, bytes]) -> None:
        QGuiApplication.clipboard().setMimeData(_mime(*picture))
        image = picture[0]
        self.said.emit(
            self.tr("Copied, {width} × {height}").format(width=image.width(), height=image.height())
        )

    @Slot()
    def _drag_out(self) -> None:
        """What the preview shows leaves as a file of the painting's name, which the program it lands in reads."""
        if self.dialog is None:
            return
        image, png = _picture_of(self._part(cast(Area, self.dialog.chosen_area)), self.dialog.on_paper)
        file = places.cache_folder() / "dragged" / f"{self._name}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(file, png, durable=False)
        mime = _mime(image, png)
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        drag = QDrag(self.dialog.preview)
        drag.setMimeData(mime)
        drag.setPixmap(QPixmap.fromImage(image.scaledToHeight(96)))
        drag.exec()


def _looked_at(part: Artwork, document: Document, on_paper: bool, scale: int, gap_px: int) -> _Looked:
    shrink = min(1.0, PREVIEW_PX / max(part.width, part.height))
    content = traveller(document)
    sprites = sprites_of(part)
    size = sheet_layout(sprites, scale, gap_px).size if 0 < len(sprites) <= MOST_FRAMES else None
    image = render(part, shrink, on_paper=on_paper)
    if on_paper and part.paper is not None:
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    return _Looked(image, None if content is None else len(content), size)


def _picture_of(part: Artwork, on_paper: bool) -> tuple[QImage, bytes]:
    """At the size of the sheet, or smaller where that is very large; and as PNG with its mark."""
    from gan.media.png import encode_png

    shrink = min(1.0, (COPY_PIXELS / (part.width * part.height)) ** 0.5)
    image = render(part, shrink, on_paper=on_paper)
    opaque = on_paper and part.paper is not None
    return image, encode_png(pixels_of(image, opaque=opaque), kind="composite")


def _mime(image: QImage, png: bytes) -> QMimeData:
    """For programs that take pictures, and for those that look at the mark."""
    mime = QMimeData()
    mime.setImageData(image)
    mime.setData(PNG_MIME, png)
    return mime
