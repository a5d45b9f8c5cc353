"""Explore's Find: what is drawn or dropped is looked for, and a click on a candidate goes there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QColorDialog, QSizePolicy, QStackedWidget, QWidget

from gan.config import GeneratorInfo
from gan.errors import Failure, UserError
from gan.found import Found, Wanted
from gan.latents import Latent
from studio.actions import make_action
from studio.pages.engine_words import EngineWords
from studio.pages.explore.tools import FIND, MOVE, ExploreTools
from studio.pages.picture_menu import show_picture_menu
from studio.session import Session
from studio.widgets.controls.surface import scrolling
from studio.widgets.explore.find_sheet import ANY, FindSheet
from studio.widgets.pictures.drawing_cell import SHEET_PX
from studio.widgets.pictures.picture_mime import foreign_picture
from studio.widgets.pictures.pressable_tiles import NOTHING
from studio.words import phrase

DROPPED = "a picture to find"  # the name of the question
NEAR = (0.86, 0.76, 0.62, 0.45)  # the least nearness of each word but the last


class ExploreFind(QObject):
    """Connects the sheet to the inference thread. Nothing is looked for while the sheet is not in view."""

    taken = Signal(object)  # Latent
    said = Signal(str)  # for the status line

    def __init__(self, tools: ExploreTools, pad: QWidget, session: Session, parent: QWidget) -> None:
        """While the tool is taken up ``ground`` shows the sheet instead of the pad."""
        super().__init__(parent)
        self._tools = tools
        self.ground = QStackedWidget()
        self.ground.addWidget(pad)
        self._session, self._search = session, session.inference.search
        self._words = EngineWords(self)
        self.sheet = FindSheet(self._inks())
        self._info: GeneratorInfo | None = None
        self._label = ANY
        self._found: Found | None = None
        self._gone: set[int] = set()
        self._near: Latent | None = None
        self.again_action = make_action(self.sheet, self.tr("Again near this"), icon_name="loop")
        self.let_go_action = make_action(self.sheet, self.tr("Let this one go"), icon_name="x")
        self.paste_action = make_action(parent, self.tr("Paste"), shortcut=QKeySequence.StandardKey.Paste)
        self.paste_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.paste_action.triggered.connect(self._paste)
        self._pointed_at = NOTHING  # where the menu is open
        self._page = scrolling(self.sheet)
        self._page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # as wide as the pad
        self.ground.addWidget(self._page)
        self._connect()

    def _inks(self) -> list[tuple[str, str]]:
        return [
            ("#1A1A1A", self.tr("Black")),
            ("#F5F3EE", self.tr("White")),
            ("#D13B2A", self.tr("Red")),
            ("#E8B93A", self.tr("Yellow")),
            ("#3F8F4F", self.tr("Green")),
            ("#2F62B8", self.tr("Blue")),
            ("#8A5A3C", self.tr("Brown")),
        ]

    def _connect(self) -> None:
        sheet, grid = self.sheet, self.sheet.grid
        sheet.drawn.connect(self._on_drawn)
        sheet.picture_dropped.connect(self.take_picture)
        sheet.class_chosen.connect(self._on_class)
        sheet.again_asked.connect(self._look_again)
        grid.clicked.connect(self._take)
        grid.discarded.connect(self._let_go)
        grid.menu_requested.connect(self._show_menu)
        self.again_action.triggered.connect(self._look_near_pointed)
        self.let_go_action.triggered.connect(self._let_pointed_go)
        sheet.left.connect(self._leave)
        sheet.inks.custom_requested.connect(self._choose_ink)
        self._tools.tool_changed.connect(self._on_tool)
        self._search.found.connect(self._on_found)
        self._search.failed.connect(self._on_failed)
        self._session.picture_files.answered.connect(self._on_read)
        self._session.picture_files.failed.connect(self._on_unreadable)

    def set_generator(self, info: GeneratorInfo) -> None:
        """Another generator, or fresh weights: one of another kind finds nothing of what was found before."""
        before, self._info = self._info, info
        if before is not None and before.model == info.model:
            return
        self._label, self._near = ANY, None
        self.sheet.set_generator(info.model.class_names, coloured=info.model.channels > 1)
        self._show_nothing()
        self._look()

    @Slot(str)
    def _on_tool(self, tool: str) -> None:
        if tool == FIND:
            self.ground.setCurrentWidget(self._page)
            self.sheet.sheet.setFocus()
            self.said.emit(self.tr("Click a candidate to go there  ·  Esc brings the sheet back"))
            if self._found is None:
                self._look()
        elif self.ground.currentWidget() is self._page:
            self._search.forget()
            self.ground.setCurrentIndex(0)

    @Slot()
    def _leave(self) -> None:
        self._tools.take(MOVE)

    @Slot()
    def _choose_ink(self) -> None:
        chosen = QColorDialog.getColor(
            QColor(self.sheet.inks.ink), self.sheet.window(), self.tr("Colour to draw in")
        )
        if chosen.isValid():
            self.sheet.inks.set_ink(chosen.name())

    @Slot()
    def _paste(self) -> None:
        """A picture on the clipboard is looked for; a latent is gone to."""
        clipboard = QGuiApplication.clipboard()
        if (picture := foreign_picture(clipboard.mimeData())) is not None:
            self._tools.take(FIND)
            self.take_picture(picture)
            return
        try:
            self.taken.emit(Latent.from_text(clipboard.text()))
        except UserError:
            self.said.emit(self.tr("There is neither a picture nor a latent to paste"))

    @Slot(object)
    def take_picture(self, picture: Path | QImage) -> None:
        """Put a picture from elsewhere on the sheet, and look for it."""
        if self._info is not None:
            self.sheet.say("")
            source = picture if isinstance(picture, Path) else _pixels_of(picture)
            job = partial(_prepared, source, self._info.model.channels)
            self._session.picture_files.ask(DROPPED, job)

    @Slot(str, object)
    def _on_read(self, name: str, pixels: NDArray[np.uint8]) -> None:
        expected = 2 if self._info is not None and self._info.model.channels == 1 else 3
        if name == DROPPED and pixels.ndim == expected:  # another generator may have come in between
            self.sheet.sheet.put(pixels)

    @Slot(str, object)
    def _on_unreadable(self, name: str, failure: Failure) -> None:
        if name == DROPPED:
            self.sheet.say(self._words.sentence(failure))

    # Looking

    @Slot()
    def _on_drawn(self) -> None:
        self._near = None
        self.sheet.say("")
        self._look()

    @Slot(int)
    def _on_class(self, label: int) -> None:
        self._label, self._near = label, None
        self._look()

    @Slot()
    def _look_again(self) -> None:
        self._look_near(self.sheet.grid.chosen)

    @Slot()
    def _look_near_pointed(self) -> None:
        self._look_near(self._pointed_at)

    def _look_near(self, index: int) -> None:
        if self._found is not None and 0 <= index < len(self._found.latents):
            self._near = self._found.latents[index]
            self._look()

    def _look(self) -> None:
        self._gone = set()
        self.sheet.grid.set_chosen(NOTHING)
        pixels = self.sheet.sheet.pixels
        if pixels is None or self._info is None:
            self._search.forget()
            self._show_nothing()
            return
        self.sheet.show_ready(has_chosen=False)
        self.sheet.show_progress(self.tr("looking…"))
        self._search.look_for(
            Wanted(np.atleast_3d(pixels), None if self._label == ANY else self._label, self._near)
        )

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._found = found
        self._show_found()

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._show_nothing()
        self.sheet.say(self._words.sentence(failure))

    def _show_nothing(self) -> None:
        self._found, self._gone = None, set()
        self.sheet.grid.set_found([], [], [], set())
        self.sheet.grid.set_empty_text(self.tr("What comes nearest appears here while you draw."))
        self.sheet.show_progress("")
        self.sheet.show_ready(has_chosen=False)

    def _show_found(self) -> None:
        found = self._found
        if found is None:
            return
        words = [
            self._word(latent, float(near))
            for latent, near in zip(found.latents, found.nearness, strict=True)
        ]
        texts = [latent.to_text() for latent in found.latents]
        self.sheet.grid.set_found(list(found.pixels), texts, words, self._gone)
        self.sheet.show_progress(
            self.tr("click one to go there") if found.is_last else self.tr("getting nearer…")
        )
        self.sheet.show_ready(has_chosen=self.sheet.grid.chosen != NOTHING)

    def _word(self, latent: Latent, nearness: float) -> str:
        words = (
            self.tr("spot on"),
            self.tr("very near"),
            self.tr("near"),
            self.tr("alike"),
            self.tr("far off"),
        )
        word = words[sum(nearness < least for least in NEAR)]
        names = self._info.model.class_names if self._info is not None else ()
        return phrase("{} · {}", names[int(latent.mix.argmax())], word) if len(names) > 1 else word

    # Candidates

    @property
    def found(self) -> Found | None:
        """What is shown."""
        return self._found

    @Slot(int)
    def _take(self, index: int) -> None:
        if self._found is not None and index not in self._gone:
            self.sheet.grid.set_chosen(index)
            self.sheet.show_ready(has_chosen=True)
            self.taken.emit(self._found.latents[index])

    @Slot(int)
    def _let_go(self, index: int) -> None:
        self._gone.add(index)
        if self.sheet.grid.chosen == index:
            self.sheet.grid.set_chosen(NOTHING)
        self._show_found()

    @Slot()
    def _let_pointed_go(self) -> None:
        self._let_go(self._pointed_at)

    @Slot(int, QPoint)
    def _show_menu(self, index: int, position: QPoint) -> None:
        if self._found is not None:
            self._pointed_at = index
            latent, pixels = self._found.latents[index], self._found.pixels[index]
            more: list[QAction] = [self.again_action, self.let_go_action]
            show_picture_menu(
                self.sheet, self._session, latent, pixels, position, without=("explore",), more=more
            )


def _pixels_of(image: QImage) -> NDArray[np.uint8]:
    """(H, W, 4) uint8 of a picture from the clipboard."""
    largest = 2048
    if max(image.width(), image.height()) > largest:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(largest, largest, keep, smooth)
    rgba = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(rgba.constBits(), np.uint8).reshape(rgba.height(), rgba.bytesPerLine())
    return rows[:, : 4 * rgba.width()].reshape(rgba.height(), rgba.width(), 4).copy()


def _prepared(source: Path | NDArray[np.uint8], channels: int) -> NDArray[np.uint8]:
    """In a thread of its own: the picture as it stands on the sheet. UserError."""
    from gan.find_target import read_picture, sheet_for  # Pillow waits for the first picture

    pixels = read_picture(source) if isinstance(source, Path) else source
    sheet = sheet_for(pixels, SHEET_PX, channels)
    return sheet[..., 0] if sheet.ndim == 3 and channels == 1 else sheet
