"""The three lines of pictures that Explore shows: under the puck, at the ends of directions, and the map."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gan.latents import Latent
from studio.controllers.inference import InferenceController
from studio.controllers.picture_channel import PicturesMade
from studio.pages.explore_state import BESIDE, ExploreState
from studio.pages.picture_menu import Picture
from studio.widgets.latent_pad import CELLS
from studio.widgets.pad_view import PadView

LEARNING_MAP_MS = 500  # a map behind a generator in training rests so long before it is drawn anew
ENDS_MS = 120  # during a drag the ends of the directions follow at most this often


class ExplorePictures(QObject):
    """Asks for what a state stands for; a drag goes before everything, the map after."""

    puck_made = Signal(object, object)  # Picture; probabilities (K,) or None
    ends_made = Signal(object)  # pixels (directions, 2, H, W, C)
    map_begun = Signal(object)  # PadView
    tiles_made = Signal(object, object)  # pixels (n, H, W, C); probabilities (n, K) or None

    def __init__(self, inference: InferenceController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._puck = inference.channel(0)
        self._ends = inference.channel(1)
        self._map = inference.channel(5)
        self._puck.made.connect(self._on_puck)
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
        latent = state.latent_at(state.place)
        self._puck.ask(latent.z[None], latent.mix[None], read=state.info.has_judge, tag=latent)

    def ask_ends(self, state: ExploreState) -> None:
        """What lies at both ends of each direction beside the pad: soon, not with every step of a drag."""
        self._ends_state = state
        if not self._ends_pause.isActive():
            self._ends_pause.start()

    @Slot()
    def _on_ends_pause_over(self) -> None:
        state = self._ends_state
        if state is not None and state.directions is not None:
            z = np.concatenate([state.ends_of(index) for index in range(len(BESIDE))])
            self._ends.ask(z, state.mix_for(len(z)))

    def ask_map(self, state: ExploreState, view: PadView) -> None:
        """The map of a view, at once."""
        self._waiting = None
        self._pause.start()
        z = state.z_at(view.places(CELLS))
        self._map.ask(z, state.mix_for(len(z)), read=state.info.has_judge, tag=view)

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
    def _on_puck(self, made: PicturesMade) -> None:
        assert isinstance(made.tag, Latent)
        probabilities = None if made.probabilities is None else made.probabilities[0]
        self.puck_made.emit(Picture(made.tag, made.pixels[0]), probabilities)

    @Slot(object)
    def _on_ends(self, made: PicturesMade) -> None:
        self.ends_made.emit(made.pixels.reshape(-1, 2, *made.pixels.shape[1:]))

    @Slot(object)
    def _on_tiles(self, made: PicturesMade) -> None:
        if made.start == 0:
            self.map_begun.emit(made.tag)
        self.tiles_made.emit(made.pixels, made.probabilities)
        if made.start + len(made.pixels) == made.total:
            self._pause.start()
