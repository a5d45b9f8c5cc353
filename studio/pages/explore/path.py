"""Explore's path: drawn over the pad or put together from key places, played, and exported as a loop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gan.latents import Latent
from studio.actions import make_action
from studio.pages.explore.path_player import PathPlayer
from studio.pages.explore.state import ExploreState
from studio.pages.explore.tools import PATH, ExploreTools
from studio.session import Session
from studio.widgets.pad.latent_pad import LatentPad
from studio.widgets.pad.pad_path import MOST_KEYS, NEAR, PadPath
from studio.widgets.pad.path_layer import PathLayer
from studio.widgets.pad.path_pill import (
    LEAST_PICTURES,
    LOOP,
    MOST_PICTURES,
    ONCE,
    SPEEDS,
    THERE_AND_BACK,
    PathPill,
)

if TYPE_CHECKING:
    from studio.document.loop_export import Playing
    from studio.pages.loop_export import LoopExport

USUAL_PICTURES = 25
EXPORTED_AS: Mapping[str, Playing] = {LOOP: "seamless", THERE_AND_BACK: "ping-pong"}  # else as the last time
INSET_PX = 16


class ExplorePath(QObject):
    """A path is places: with another sheet, seed or class it lies where it lay, and its pictures are others."""

    walked = Signal(QPointF)  # where playing has taken the dot
    settled = Signal()  # a change is complete
    said = Signal(str)

    def __init__(self, pad: LatentPad, tools: ExploreTools, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._pad, self._tools, self._session, self._owner = pad, tools, session, owner
        self._state: ExploreState | None = None
        self.exporter: LoopExport | None = None
        self._make_actions(owner)
        self.layer = PathLayer(pad)
        self.player = PathPlayer(self)
        others = [(self.add_key, "plus"), (self.clear, "trash"), (self.export, "export")]
        self.pill = PathPill(self.play, others, pad)
        self._recall()
        self._connect()
        pad.installEventFilter(self)
        self.delete_key.setEnabled(False)
        self._show_pill()

    def actions(self) -> list[QAction]:
        """For the Edit menu."""
        return [self.play, self.add_key, self.delete_key, self.close_up, self.clear]

    def follow(self, state: ExploreState) -> None:
        """The path of this state, from here on."""
        self._state = state
        self.show()

    def show(self) -> None:
        """As the state has it now."""
        if self._state is not None:
            self.layer.set_path(self._state.path)
            self._show_pill()

    def say_that_it_stays(self) -> None:
        """After another sheet was chosen."""
        if self._state is not None and self._state.path:
            self.said.emit(self.tr("The path stays where it lies; its pictures are of this sheet now"))

    def _make_actions(self, owner: QWidget) -> None:
        self.play = make_action(
            owner,
            self.tr("Play the path"),
            shortcut="Shift+Space",
            icon_name="play",
            tip=self.tr("Take the dot along the path, at an even pace; any drag stops it."),
            checkable=True,
        )
        self.add_key = make_action(
            owner,
            self.tr("Put the dot\u2019s place on the path"),
            shortcut="K",
            icon_name="plus",
            tip=self.tr("The path goes on to where the dot is: a key place, which can be dragged."),
        )
        self.delete_key = make_action(
            owner,
            self.tr("Delete the key place"),
            tip=self.tr("Take the chosen key place out of the path (Delete)."),
        )
        self.close_up = make_action(
            owner,
            self.tr("Close the path"),
            tip=self.tr("Let the path lead back from its end to its beginning."),
            checkable=True,
        )
        self.clear = make_action(
            owner, self.tr("Clear the path"), icon_name="trash", tip=self.tr("Take the path away.")
        )
        self.export = make_action(
            owner,
            self.tr("Export the path\u2026"),
            shortcut="Ctrl+E",
            icon_name="export",
            tip=self.tr("The pictures along the path as GIF, APNG, WebP, film or numbered frames."),
        )

    def _connect(self) -> None:
        self.play.toggled.connect(self._on_play)
        self.add_key.triggered.connect(self._on_add_key)
        self.clear.triggered.connect(self._on_clear)
        self.delete_key.triggered.connect(self.layer.delete_chosen)
        self.close_up.triggered.connect(self._on_close_up)
        self.layer.menu_requested.connect(self._show_menu)
        self.layer.chosen_changed.connect(self.delete_key.setEnabled)
        self.export.triggered.connect(self._on_export)
        self.layer.changed.connect(self._on_changed)
        self.layer.settled.connect(self.settled)
        self.player.walked.connect(self.walked)
        self.player.playing_changed.connect(self._on_playing)
        self.pill.count_changed.connect(self._on_count)
        self.pill.mode_changed.connect(self._on_mode)
        self.pill.speed_changed.connect(self._on_speed)
        self._tools.tool_changed.connect(self._on_tool)
        self._pad.place_changed.connect(self._on_hand)

    def _recall(self) -> None:
        read = self._session.settings.value
        count = min(max(read("explore/path_pictures", USUAL_PICTURES), LEAST_PICTURES), MOST_PICTURES)
        mode, speed = read("explore/path_mode", ONCE), read("explore/path_speed", 1.0)
        self.player.set_mode(mode if mode in (ONCE, LOOP, THERE_AND_BACK) else ONCE)
        self.player.speed = speed if speed in SPEEDS else 1.0
        self.pill.count.set_value(count)
        self.pill.set_way(self.player.mode, self.player.speed)
        self.layer.set_count(count)

    # The path

    def _take(self, path: PadPath) -> None:
        """A change that is no gesture on the pad."""
        self._on_changed(path)
        self.layer.set_path(path)
        self.settled.emit()

    @Slot(object)
    def _on_changed(self, path: PadPath) -> None:
        if self._state is not None:
            self.player.stop()
            self._state.path = path
            self._show_pill()

    @Slot()
    def _on_add_key(self) -> None:
        state = self._state
        if state is None:
            return
        span, keys = self._pad.view.span, state.path.keys
        if len(keys) >= MOST_KEYS:
            self.said.emit(self.tr("A path has at most {n} key places").format(n=MOST_KEYS))
        elif keys and (QPointF(*keys[-1]) - QPointF(*state.place)).manhattanLength() < NEAR * span:
            self.said.emit(self.tr("The path ends here already: move the dot first"))
        else:
            self._take(state.path.with_key(state.place).meeting(span))

    @Slot(bool)
    def _on_close_up(self, closed: bool) -> None:
        if self._state is not None:
            self._take(self._state.path.closed_up(closed))

    @Slot(QPoint)
    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.delete_key, self.close_up])
        menu.popup(position)

    @Slot()
    def _on_clear(self) -> None:
        self._take(PadPath())

    @Slot(str)
    def _on_tool(self, tool: str) -> None:
        self.layer.set_active(tool == PATH)
        self._show_pill()
        if tool == PATH:
            self.said.emit(
                self.tr("K puts the dot on the path  ·  Page Up and Down choose a key place, arrows move it")
            )

    @Slot(int)
    def _on_count(self, count: int) -> None:
        self.layer.set_count(count)
        self._session.settings.set_value("explore/path_pictures", count)

    # Playing

    @Slot(bool)
    def _on_play(self, wanted: bool) -> None:
        if not wanted:
            self.player.stop()
        elif self._state is not None and self._state.path:
            path, span = self._state.path, self._pad.view.span
            start = path.distance_of(self._state.place, NEAR * span)
            self.player.play(path, span, 0.0 if start >= path.length - NEAR * span else start)

    @Slot(bool)
    def _on_playing(self, playing: bool) -> None:
        self.play.setChecked(playing)
        self.pill.show_playing(playing)
        if not playing:
            self.settled.emit()

    @Slot(QPointF)
    def _on_hand(self, _place: QPointF) -> None:
        self.player.stop()

    @Slot(str)
    def _on_mode(self, mode: str) -> None:
        self.player.set_mode(mode)
        self._session.settings.set_value("explore/path_mode", mode)

    @Slot(float)
    def _on_speed(self, speed: float) -> None:
        self.player.speed = speed
        self._session.settings.set_value("explore/path_speed", speed)

    # Leaving

    @Slot()
    def _on_export(self) -> None:
        state = self._state
        if state is None or not state.path:
            return
        from studio.pages.loop_export import LoopExport  # Pillow waits for the first export

        self.player.stop()
        if self.exporter is None:
            self.exporter = LoopExport(self._session, self._owner)
        z, mix = state.latents_at(state.path.places(round(self.pill.count.value)))
        self.exporter.show(
            [Latent(*pair) for pair in zip(z, mix, strict=True)],
            name=self.tr("path"),
            playing=EXPORTED_AS.get(self.player.mode),
            drawn_as=state.layer_mix.apply if state.layer_mix.is_on else None,
        )

    # The pill

    def _show_pill(self) -> None:
        exists = self._state is not None and bool(self._state.path)
        for action in (self.play, self.export):
            action.setEnabled(exists)
        self.close_up.setEnabled(exists and len(self.layer.path.keys) > 2)
        self.close_up.setChecked(self.layer.path.closed)
        self.clear.setEnabled(self._state is not None and bool(self._state.path.keys))
        self.pill.show_path(exists=exists)
        self.pill.setVisible(exists or self._tools.tool == PATH)
        self._place_pill()

    def _place_pill(self) -> None:
        sheet = self._pad.sheet_rect().toRect()
        inset = min(INSET_PX, max(sheet.width() - self.pill.width(), 0))  # a small window has a small sheet
        self.pill.move(sheet.left() + inset, sheet.bottom() - INSET_PX - self.pill.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_pill()
        elif event.type() == QEvent.Type.Hide:
            self.player.stop()
        return False
