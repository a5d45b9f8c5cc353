"""The brushes one keeps by name: shown with pictures, taken with a click, and on the disk as soon as they change."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gan.config import GeneratorInfo
from gan.errors import Failure, FileError, describe
from gan.places import data_folder
from studio.document.artwork import Brush
from studio.document.brush_presets import MOST_PRESETS, BrushPreset, read_presets, tidy, write_presets
from studio.pages.paint.brush import PaintBrush
from studio.pages.paint.brush_values import brush_from, values_from
from studio.pages.paint.preset_actions import PresetActions
from studio.pages.paint.preset_pictures import SIDE_PX, PresetPictures
from studio.session import Session
from studio.shelf import set_aside
from studio.widgets.canvas.brush_panel import BrushPanel
from studio.widgets.canvas.preset_panel import PresetPanel

log = logging.getLogger(__name__)
NOBODY = -1


class PaintPresets(QObject):
    """Those that come with the program stand first and stay; the others are the person's own.

    Taking one is no step to undo. The file is read when the room is first shown.
    """

    said = Signal(str)

    def __init__(
        self, panel: BrushPanel, brush: PaintBrush, actions: PresetActions, session: Session, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panel, self._brush, self._session = panel, brush, session
        self._presets: PresetPanel = panel.presets
        self._actions = actions
        self._shipped = self._that_come_along()
        self.own: tuple[BrushPreset, ...] = ()
        self.pictures: list[np.ndarray] = []  # of all, in their order
        self._gone: BrushPreset | None = None
        self._is_loaded = self._is_awake = False
        self._pictures = PresetPictures(session.inference, session.settings, self)
        self._connect()
        self._show()

    @property
    def all(self) -> tuple[BrushPreset, ...]:
        return (*self._shipped, *self.own)

    def set_awake(self, awake: bool) -> None:
        """Whether the room is in front."""
        self._is_awake = awake
        if awake:
            self._is_read()
            self._pictures.want(self.all)

    def take(self, index: int) -> None:
        """Paint with it; its own pictures come as soon as the open model has drawn them."""
        preset = self.all[index]
        self._panel.set_values(values_from(preset.brush))
        if preset.along == "sequence":
            self._panel.options.text.setText(preset.text)
        if preset.along == "random":
            self._panel.options.classes.set_value("any" if preset.any_class else "own")
        if not self._brush.recall(preset):
            words = self.tr("“{name}” was kept with another model: it takes the picture in your hand.")
            self.said.emit(words.format(name=preset.name))

    def _connect(self) -> None:
        presets, actions = self._presets, self._actions
        presets.taken.connect(self.take)
        presets.save_requested.connect(self._save)
        presets.renamed.connect(self._rename)
        presets.discarded.connect(self._discard)
        presets.menu_requested.connect(self._on_menu)
        actions.save.triggered.connect(self._save)
        actions.rename.triggered.connect(self._rename_chosen)
        actions.discard.triggered.connect(self._discard_chosen)
        actions.restore.triggered.connect(self._restore)
        actions.taken.connect(self.take)
        self._pictures.made.connect(self._on_pictures_made)
        self._panel.brush_changed.connect(self._show_chosen)
        self._brush.changed.connect(self._show_chosen)
        self._session.generator_changed.connect(self._on_generator_changed)

    # What is kept

    def _current(self, name: str) -> BrushPreset:
        brush, start, target = self._brush, self._brush.start, self._brush.target
        along = brush.mode
        return BrushPreset(
            name,
            brush_from(self._panel.values),
            along,
            text=brush.text if along == "sequence" else "",
            any_class=along == "random" and brush.any_class,
            chance=brush.chance if along in ("random", "drift") else 0,
            start=None if start is None else start.latent,
            target=target.latent if along == "travel" and target is not None else None,
        )

    @Slot()
    def _save(self) -> None:
        """Under a name of its own at once; the field for a better one opens."""
        if self._is_read() and self._has_room() and self._put((*self.own, self._current(self._free_name()))):
            self._presets.rename(len(self.all) - 1)

    def _has_room(self) -> bool:
        """Whether the file takes one more; if not, a sentence says so."""
        if len(self.own) < MOST_PRESETS:
            return True
        self.said.emit(
            self.tr("There are {n} presets of yours, and no room for more.").format(n=MOST_PRESETS)
        )
        return False

    def _free_name(self) -> str:
        taken, number = {preset.name for preset in self.all}, 1
        while (name := self.tr("My brush {n}").format(n=number)) in taken:
            number += 1
        return name

    @Slot(int, str)
    def _rename(self, index: int, name: str) -> None:
        if not tidy(name) or not self._is_own(index):
            return
        own = list(self.own)
        place = index - len(self._shipped)
        own[place] = replace(own[place], name=tidy(name))
        self._put(tuple(own))

    @Slot(int)
    def _discard(self, index: int) -> None:
        if not self._is_own(index):
            return
        place = index - len(self._shipped)
        gone = self.own[place]
        if self._put((*self.own[:place], *self.own[place + 1 :])):
            self._gone = gone
            self._actions.set_gone(gone.name)
            words = self.tr("“{name}” is deleted; Edit > Brush presets brings it back.")
            self.said.emit(words.format(name=gone.name))

    @Slot()
    def _restore(self) -> None:
        if self._gone is not None and self._has_room() and self._put((*self.own, self._gone)):
            self._gone = None
            self._actions.set_gone("")

    def _is_own(self, index: int) -> bool:
        if 0 <= index < len(self._shipped):
            words = self.tr("“{name}” comes with the program and stays as it is.")
            self.said.emit(words.format(name=self._shipped[index].name))
        return len(self._shipped) <= index < len(self.all)

    def _put(self, own: tuple[BrushPreset, ...]) -> bool:
        """On the disk first: what could not be written is not shown as kept."""
        assert self._is_loaded, "the file may hold others"
        try:
            write_presets(presets_file(), own)
        except OSError as error:
            log.exception("the brush presets could not be written")
            self._session.failed.emit(describe(error))
            return False
        self.own = own
        self._show()
        self._pictures.want(self.all)
        return True

    def _is_read(self) -> bool:
        """Whether what the file holds is known, so that it can be written; it is read now if it was not yet."""
        if not self._is_loaded:
            self._load()
        return self._is_loaded

    def _load(self) -> None:
        """A file that cannot be read is set aside, never overwritten: where that fails, too, it is tried again."""
        try:
            self.own = read_presets(presets_file())
            self._is_loaded = True
        except (FileError, OSError) as error:
            log.exception("the brush presets could not be read")
            self._is_loaded = self._set_aside(describe(error))
        self._show()

    def _set_aside(self, failure: Failure) -> bool:
        try:
            aside = set_aside(presets_file())
        except OSError as error:
            log.exception("the damaged brush presets could not be set aside")
            sentence = self.tr(
                "The damaged brush presets could not be set aside, so nothing is kept: {reason}"
            )
            reason = describe(error).sentence
            self._session.failed.emit(
                Failure(
                    code="presets-stuck", sentence=sentence.format(reason=reason), details=failure.details
                )
            )
            return False
        sentence = self.tr("The brush presets could not be read. The file was set aside as “{name}”.")
        values = {"name": aside.name}
        self._session.failed.emit(
            Failure(code=failure.code, sentence=sentence.format(**values), values=values)
        )
        return True

    # Shown

    def _show(self) -> None:
        blank = np.zeros((SIDE_PX, SIDE_PX, 4), np.uint8)
        names = [preset.name for preset in self.all]
        self.pictures = [blank] * len(names)
        self._presets.set_presets(names, self.pictures)
        self._actions.set_names(names)
        self._show_chosen()

    @Slot(list)
    def _on_pictures_made(self, pictures: list[np.ndarray]) -> None:
        if len(pictures) == len(self.all):
            self.pictures = pictures
            self._presets.set_presets([preset.name for preset in self.all], pictures)
            self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        index = self._chosen()
        self._presets.set_chosen(index)
        self._actions.set_own_chosen(index >= len(self._shipped))

    def _chosen(self) -> int:
        """The one that the brush is now; the last where several are."""
        now = self._current(self.tr("My brush {n}").format(n=1))
        for index in reversed(range(len(self.all))):
            preset = self.all[index]
            own = {} if preset.latents else {"start": None, "target": None}
            if preset.brush == now.brush and replace(now, name=preset.name, **own) == preset:  # type: ignore[arg-type]
                return index
        return NOBODY

    @Slot(object)
    def _on_generator_changed(self, _info: GeneratorInfo) -> None:
        if self._is_awake:
            self._pictures.want(self.all)

    @Slot()
    def _rename_chosen(self) -> None:
        if (index := self._chosen()) >= len(self._shipped):
            self._presets.rename(index)

    @Slot()
    def _discard_chosen(self) -> None:
        if (index := self._chosen()) >= len(self._shipped):
            self._discard(index)

    @Slot(int, QPoint)
    def _on_menu(self, index: int, place: QPoint) -> None:
        menu = QMenu(self._presets)
        for text, kind in (
            (self.tr("Paint with it"), "take"),
            (self.tr("Rename"), "rename"),
            (self.tr("Delete"), "discard"),
        ):
            action = menu.addAction(text)
            action.setData((kind, index))
            action.setEnabled(kind == "take" or index >= len(self._shipped))
        menu.triggered.connect(self._on_menu_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    @Slot(QAction)
    def _on_menu_chosen(self, action: QAction) -> None:
        kind, index = action.data()
        {"take": self.take, "rename": self._presets.rename, "discard": self._discard}[kind](index)

    def _that_come_along(self) -> tuple[BrushPreset, ...]:
        """They work with any model: each sets the pictures that are in the hand."""
        pen = Brush(62.0, 0.6, 0.96, "stroke", "#201d1a", second_ink="#c9451c")
        return (
            BrushPreset(self.tr("Fountain pen"), replace(pen, size_px=48.0, spacing=0.5, pressure="size")),
            BrushPreset(
                self.tr("Sunset road"),
                replace(pen, ink="#24376b", gradient="stroke", pressure="opacity"),
                "travel",
            ),
            BrushPreset(
                self.tr("Confetti"),
                replace(
                    pen,
                    size_px=56.0,
                    spacing=0.5,
                    ink="#6b3a66",
                    gradient="stroke",
                    scatter=1.2,
                    turn_jitter=180.0,
                    size_jitter=0.6,
                ),
                "random",
                any_class=True,
            ),
            BrushPreset(
                self.tr("Pixel print"),
                replace(
                    pen,
                    size_px=84.0,
                    spacing=1.0,
                    opacity=1.0,
                    turn="fixed",
                    ink="#2f5f4c",
                    gradient="stamp",
                    second_ink="#24376b",
                    edges="pixels",
                ),
                "sequence",
            ),
        )


def presets_file() -> Path:
    return data_folder() / "brush-presets.json"
