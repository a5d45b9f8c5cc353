"""Explore's mixing by layer: a second latent, the layers that take over from it, and what each would do."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gan.errors import GanError
from gan.latents import Latent
from studio.controllers.picture_channel import PicturesMade
from studio.pages.explore.layer_mix import parts_of
from studio.pages.explore.state import ExploreState
from studio.pages.picture_menu import fits
from studio.session import Session
from studio.widgets.explore.layer_mixer import LayerMixer

PICTURES_MS = 120  # during a drag the tiles follow at most this often
UNFOLDED_KEY = "explore/layers_unfolded"


class ExploreLayers(QObject):
    """Connects the mixer to the state; the page draws the mixed picture and remembers each step."""

    changed = Signal()  # the state's layer mix, by hand
    refused = Signal(str)  # why a picture was not taken, in words

    def __init__(self, mixer: LayerMixer, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._mixer = mixer
        self._settings = session.settings
        self._state: ExploreState | None = None
        self._channel = session.inference.channel(1)
        self._channel.made.connect(self._on_made)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PICTURES_MS)
        self._pause.timeout.connect(self._ask_now)
        mixer.second_given.connect(self._take_text)
        mixer.current_asked.connect(self._take_current)
        mixer.emptied.connect(self._empty)
        mixer.pressed.connect(self._toggle)
        mixer.unfolded.connect(self._on_unfolded)
        mixer.head.setChecked(session.settings.value(UNFOLDED_KEY, False))

    def show_generator(self, state: ExploreState) -> None:
        """Another generator: it may have other layers, or none to choose."""
        self._state = state
        parts = parts_of(state.info)
        self._mixer.setVisible(parts > 0)
        self._mixer.set_layers(max(parts - 1, 0))
        self.show_state(state)

    def show_state(self, state: ExploreState) -> None:
        """Show values without reporting them back."""
        mix = state.layer_mix
        self._mixer.show_mix(mix.second.to_text() if mix.second is not None else None, mix.taken)

    def ask(self) -> None:
        """The pictures of the tiles: soon, not with every step of a drag, and only while they can be seen."""
        if self._mixer.is_unfolded and not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _ask_now(self) -> None:
        state = self._state
        if state is None or (second := state.layer_mix.second) is None:
            return
        z, mixes = state.layer_mix.each(state.latent_at(state.place))
        whole = np.repeat(second.mix[None, None], state.info.class_layers, axis=1)
        self._channel.ask(np.concatenate([second.z[None], z]), np.concatenate([whole, mixes]))

    @Slot(object)
    def _on_made(self, made: PicturesMade) -> None:
        state = self._state
        is_asked_for = state is not None and state.layer_mix.second is not None
        if is_asked_for and made.total == len(made.pixels):
            self._mixer.show_pictures(made.pixels[0], list(made.pixels[1:]))

    def _set_second(self, second: Latent | None) -> None:
        state = self._state
        if state is None:
            return
        state.layer_mix = replace(state.layer_mix, second=second)
        self.show_state(state)
        self.changed.emit()

    @Slot(str)
    def _take_text(self, text: str) -> None:
        try:
            latent = Latent.from_text(text)
        except GanError as error:
            self.refused.emit(error.failure.sentence)
            return
        if self._state is not None and fits(latent, self._state.info):
            self._set_second(latent)
        else:
            self.refused.emit(self.tr("This picture comes from another generator"))

    @Slot()
    def _take_current(self) -> None:
        if (state := self._state) is not None:
            self._set_second(state.latent_at(state.place))

    @Slot()
    def _empty(self) -> None:
        self._set_second(None)

    @Slot(int)
    def _toggle(self, part: int) -> None:
        if (state := self._state) is not None:
            state.layer_mix = state.layer_mix.toggled(part)
            self.show_state(state)
            self.changed.emit()

    @Slot(bool)
    def _on_unfolded(self, unfolded: bool) -> None:
        self._settings.set_value(UNFOLDED_KEY, unfolded)
        self.ask()
