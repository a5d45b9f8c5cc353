"""What can be done with a generated picture: the same entries, words and keys in every room."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gan.config import GeneratorInfo
from gan.latents import Latent
from studio.icons import set_icon
from studio.pages.file_writer import FileWriter
from studio.session import Session

SAVED_SCALE = 8  # a 28-pixel digit is saved at the size at which it is looked at


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A generated picture with the place it came from; ``pixels (H, W, C)`` uint8.

    ``notes``: what else it takes to draw it, where the latent alone does not: such a picture can only be saved.
    """

    latent: Latent
    pixels: np.ndarray
    notes: Mapping[str, str] = field(default_factory=dict)


class PictureActions(QObject):
    """The actions for whatever picture ``current`` names when one is triggered; they belong to ``owner``.

    With ``shortcuts`` the keys work while the focus is anywhere inside ``owner``; a menu only shows them.
    """

    def __init__(
        self,
        owner: QWidget,
        session: Session,
        current: Callable[[], Picture | None],
        *,
        shortcuts: bool = True,
        without: Sequence[str] = (),
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session
        self._current = current
        self._without = frozenset(without)
        self._context = (
            Qt.ShortcutContext.WidgetWithChildrenShortcut if shortcuts else Qt.ShortcutContext.WidgetShortcut
        )
        self.keep = self._action(self.tr("Keep"), "pin", "P", self._keep)
        self.explore = self._action(self.tr("Open in Explore"), "explore", "X", self._explore)
        self.blend_a = self._action(self.tr("Send to Blend A"), "blend", "1", self._blend_a)
        self.blend_b = self._action(self.tr("Send to Blend B"), "blend", "2", self._blend_b)
        self.brush = self._action(self.tr("Use as brush"), "paint", "B", self._brush)
        self.save = self._action(self.tr("Save PNG…"), "save", "S", self._save)
        self.copy = self._action(self.tr("Copy as text"), "layers", "C", self._copy)

    def all(self) -> list[QAction]:
        """Every entry, in the order that all rooms share."""
        return [*self.sending(), *self.saving()]

    def sending(self) -> list[QAction]:
        """Keep and the rooms a picture can go to."""
        named = {
            "keep": self.keep,
            "explore": self.explore,
            "blend_a": self.blend_a,
            "blend_b": self.blend_b,
            "brush": self.brush,
        }
        return [action for name, action in named.items() if name not in self._without]

    def saving(self) -> list[QAction]:
        """The ways out of the program."""
        return [self.save, self.copy]

    def fill(self, menu: QMenu) -> None:
        """Add every entry to a menu, in the order that all rooms share."""
        menu.addActions(self.sending())
        menu.addSeparator()
        menu.addActions(self.saving())

    def set_only_saved(self, only_saved: bool) -> None:
        """For a picture that no single latent draws: all but saving it sleeps, and says why."""
        why = (
            self.tr("No single latent draws this picture: it can only be saved as PNG") if only_saved else ""
        )
        for action in self.all():
            if action is not self.save:
                action.setEnabled(not only_saved)
                action.setToolTip(why or action.text())

    def _action(self, text: str, icon_name: str, key: str, triggered: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        set_icon(action, icon_name)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(self._context)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(triggered)
        return action

    @Slot()
    def _keep(self) -> None:
        if (picture := self._current()) is not None:
            self._session.keep(picture.latent, picture.pixels)

    @Slot()
    def _explore(self) -> None:
        self._send("explore")

    @Slot()
    def _blend_a(self) -> None:
        self._send("blend_a")

    @Slot()
    def _blend_b(self) -> None:
        self._send("blend_b")

    @Slot()
    def _brush(self) -> None:
        self._send("brush")

    def _send(self, destination: str) -> None:
        if (picture := self._current()) is not None:
            self._session.send(destination, picture.latent, picture.pixels)

    @Slot()
    def _copy(self) -> None:
        if (picture := self._current()) is not None:
            QGuiApplication.clipboard().setText(picture.latent.to_text())

    @Slot()
    def _save(self) -> None:
        if (picture := self._current()) is not None:
            SavePicture(self._owner.window(), self._session, picture).ask()


class SavePicture(FileWriter):
    """Asks for a name and writes one picture as PNG, with its latent inside; lives until that is done."""

    def __init__(self, window: QWidget, session: Session, picture: Picture) -> None:
        super().__init__(window, session, partial(write_png, picture=picture))
        self.dialog.setWindowTitle(self.tr("Save picture"))
        self.dialog.setNameFilter(self.tr("PNG picture (*.png)"))
        self.dialog.setDefaultSuffix("png")
        self.dialog.selectFile(self.tr("digit") + ".png")


def show_picture_menu(
    parent: QWidget,
    session: Session,
    latent: Latent,
    pixels: np.ndarray,
    global_pos: QPoint,
    *,
    without: Sequence[str] = (),
    more: Sequence[QAction] = (),
    made: str = "",
    notes: Mapping[str, str] | None = None,
) -> QMenu:
    """Open the shared menu for one picture; it deletes itself when it closes.

    ``without`` leaves out what makes no sense there: "keep", "explore", "blend_a", "blend_b", "brush"; ``more``
    are the room's own entries; ``made`` says how the picture was made; ``notes`` as in :class:`Picture`.
    """
    picture = Picture(latent, pixels, notes or {})
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    actions = PictureActions(menu, session, lambda: picture, shortcuts=False, without=without)
    actions.set_only_saved(bool(picture.notes))
    actions.fill(menu)
    menu.addActions(list(more))
    if made:
        menu.addSeparator()
        menu.addAction(made).setEnabled(False)
    menu.popup(global_pos)
    return menu


def fits(latent: Latent, info: GeneratorInfo) -> bool:
    """Whether a generator can draw this latent at all."""
    return latent.z.size == info.model.z_size and latent.mix.size == info.model.classes


def write_png(path: Path, picture: Picture) -> None:
    """One picture at the size at which it is looked at, with its latent inside. OSError."""
    from gan.media.png import save_png  # Pillow waits for the first save

    pixels = picture.pixels.repeat(SAVED_SCALE, axis=0).repeat(SAVED_SCALE, axis=1)
    save_png(path, pixels, kind="generated", text={"Latent": picture.latent.to_text(), **picture.notes})
