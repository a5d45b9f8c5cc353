"""The three lines of pictures that Explore shows: under the puck, at the ends of directions, and the map."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from studio.controllers.inference import InferenceController
from studio.controllers.picture_channel import PictureChannel, PicturesMade
from studio.pages.explore.state import ExploreState
from studio.pages.picture_menu import Picture
from studio.widgets.pad.latent_map import coarse_count, map_order
from studio.widgets.pad.latent_pad import CELLS
from studio.widgets.pad.pad_view import PadView

LEARNING_MAP_MS = 500  # a map behind a generator in training rests so long before it is drawn anew
ENDS_MS = 120  # during a drag the ends of the directions follow at most this often


class ExplorePictures(QObject):
    """Asks for what a state stands for; a drag goes before everything, the map after."""

    puck_made = Signal(object)  # Picture
    puck_read = Signal(
        object, object
    )  # what the judge takes that picture for: probabilities (K,), names of classes
    ends_made = Signal(object, object)  # names of directions; pixels (directions, 2, H, W, C)
    map_begun = Signal(object)  # PadView
    tiles_made = Signal(object, object)  # pixels (n, H, W, C); probabilities (n, K) or None

    def __init__(self, inference: InferenceController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._puck = inference.channel(0)
        self._walked = inference.channel(1)
        self._is_walking = False
        self._class_names: tuple[str, ...] = ()
        self._ends = inference.channel(1)
        self._map = inference.channel(5)
        self._puck.made.connect(self._on_puck)
        self._puck.was_read.connect(self._on_read)
        self._walked.made.connect(self._on_walked)
        self._walked.was_read.connect(self._on_read)
        self._ends.made.connect(self._on_ends)
        self._map.made.connect(self._on_tiles)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LEARNING_MAP_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self._waiting: tuple[ExploreState, PadView] | None = None
        self._ends_pause = QTimer(self)
        self._ends_pause.setSingleShot(True)
        self._ends_pause.setInterval(ENDS_MS)
        self._ends_pause.timeout.connect(self._on_ends_pause_over)
        self._ends_state: ExploreState | None = None

    def ask_puck(self, state: ExploreState) -> None:
        """The picture at the state's place."""
        self._is_walking = False
        self._ask_place(self._puck, state)

    def ask_walked(self, state: ExploreState) -> None:
        """The same, while the place goes on by itself: maps are drawn meanwhile."""
        self._is_walking = True
        self._ask_place(self._walked, state)

    def _ask_place(self, channel: PictureChannel, state: ExploreState) -> None:
        self._class_names = state.info.model.class_names
        latent, layers = state.latent_at(state.place), state.layer_mix
        z, mix = layers.apply(latent) if layers.is_on else (latent.z[None], latent.mix[None])
        channel.ask(z, mix, read_after=state.info.has_judge, tag=(latent, layers.notes()))

    def ask_ends(self, state: ExploreState) -> None:
        """What lies at both ends of each direction beside the pad: soon, not with every step of a drag."""
        self._ends_state = state
        if not self._ends_pause.isActive():
            self._ends_pause.start()

    @Slot()
    def _on_ends_pause_over(self) -> None:
        state = self._ends_state
        if state is not None and state.beside:
            ends = [state.ends_of(name) for name in state.beside]
            z, mix = (np.concatenate(parts) for parts in zip(*ends, strict=True))
            self._ends.ask(z, mix, tag=state.beside)

    def ask_map(self, state: ExploreState, view: PadView, *, coarse: bool = False) -> None:
        """The map of a view, at once; a coarse one keeps up with a drag that reshapes the sheet."""
        self._waiting = None
        self._pause.start()
        cells = map_order(CELLS)[: coarse_count(CELLS) if coarse else None]
        z, mix = state.latents_at(view.places(CELLS)[cells])
        self._map.ask(z, mix, read=state.info.has_judge, tag=view)

    def ask_map_in_time(self, state: ExploreState, view: PadView) -> None:
        """The map of a view, but no sooner than half a second after the last was complete."""
        if self._pause.isActive():
            self._waiting = (state, view)
        else:
            self.ask_map(state, view)

    @Slot()
    def _on_pause_over(self) -> None:
        if self._waiting is not None:
            self.ask_map(*self._waiting)

    @Slot(object)
    def _on_walked(self, made: PicturesMade) -> None:
        if self._is_walking:  # a hand that has taken the dot since is answered first
            self._on_puck(made)

    @Slot(object)
    def _on_puck(self, made: PicturesMade) -> None:
        assert isinstance(made.tag, tuple)
        latent, notes = made.tag
        self.puck_made.emit(Picture(latent, made.pixels[0], notes))

    @Slot(object)
    def _on_read(self, probabilities: np.ndarray | None) -> None:
        if probabilities is not None:
            self.puck_read.emit(probabilities[0], self._class_names)

    @Slot(object)
    def _on_ends(self, made: PicturesMade) -> None:
        self.ends_made.emit(made.tag, made.pixels.reshape(-1, 2, *made.pixels.shape[1:]))

    @Slot(object)
    def _on_tiles(self, made: PicturesMade) -> None:
        if made.start == 0:
            self.map_begun.emit(made.tag)
        self.tiles_made.emit(made.pixels, made.probabilities)
        if made.start + len(made.pixels) == made.total:
            self._pause.start()
