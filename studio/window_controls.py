"""Connects the window's frame to the session: model chip, banner, status line, theme, and what is remembered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

from gan.config import GeneratorInfo
from gan.errors import Failure
from gan.latents import one_hot
from studio.appearance import chosen_theme, dress_application, wants_little_motion
from studio.controllers.picture_channel import PicturesMade
from studio.language import SETTING as LANGUAGE_KEY
from studio.language import chosen_language
from studio.main_window import MainWindow
from studio.motion import reduce_motion
from studio.number_style import number
from studio.pages.engine_words import EngineWords
from studio.session import SHIPPED_GENERATOR, Session
from studio.words import derived

if TYPE_CHECKING:
    from studio.pages.shelf_desk import ShelfDesk

LONGEST_TITLE = 80
_SENTENCE = re.compile(r"(.*?(?:\.(?= )|。(?=.)))(.*)", re.DOTALL)
CHIP_PRIORITY = 1
ROOM_OF_DESTINATION = {"explore": "explore", "blend_a": "blend", "blend_b": "blend", "brush": "paint"}


class WindowControls(QObject):
    """Everything of the frame that needs to know the session; the rooms look after themselves."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._settings = session.settings
        self._words = EngineWords(self)
        self._shelf_desk: ShelfDesk | None = None
        self._portrait = session.inference.channel(CHIP_PRIORITY)
        self._portrait.made.connect(self._on_portrait)
        self._connect_generator()
        self._connect_frame()
        window.set_theme(chosen_theme(self._settings))
        window.set_little_motion(wants_little_motion(self._settings))
        window.set_language(chosen_language(self._settings))

    def _connect_generator(self) -> None:
        chip = self._window.model_chip
        chip.set_shipped([(SHIPPED_GENERATOR, self.tr("Ink digits"))])
        chip.shipped_chosen.connect(self._open_shipped)
        chip.run_chosen.connect(self._session.follow_run)
        self._window.generator_asked_for.connect(self._choose_generator)
        chip.way_back_chosen.connect(self._session.leave_moment)
        self._session.moment_changed.connect(self._on_moment_changed)
        self._session.run_changed.connect(self._on_run_changed)
        self._session.generator_changed.connect(self._on_generator_changed)

    def _connect_frame(self) -> None:
        session, window = self._session, self._window
        session.failed.connect(self._on_failed)
        session.latent_sent.connect(self._go_after)
        session.room_asked.connect(window.show_room)
        session.run_sent.connect(self._go_to_run)
        session.inference.engine_ready.connect(self._on_engine_ready)
        session.training.state_changed.connect(self._on_training_state)
        window.theme_chosen.connect(self._choose_theme)
        window.little_motion_chosen.connect(self._choose_little_motion)
        window.language_chosen.connect(self._choose_language)
        window.room_shown.connect(self._on_room_shown)
        window.closed.connect(self._remember_window)
        session.shelf_asked.connect(self._open_shelf)
        window.shelf_asked.connect(self._open_shelf)
        window.status_line.set_state(self.tr("Getting ready…"))

    # The generator

    @Slot(str)
    def _open_shipped(self, _key: str) -> None:
        self._session.open_shipped()

    @Slot()
    def _choose_generator(self) -> None:
        folder = self._settings.value("window/generators", str(Path.home()))
        title, kinds = self.tr("Open a generator"), self.tr("Generators (*.safetensors)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        if chosen:
            self._settings.set_value("window/generators", str(Path(chosen).parent))
            self._session.open_file(Path(chosen))

    @Slot()
    def _on_run_changed(self) -> None:
        file = self._session.run_file
        self._window.model_chip.set_run(None if file is None else file.parent.name)

    @Slot()
    def _on_moment_changed(self) -> None:
        self._window.model_chip.set_way_back(self._session.moment is not None)

    @Slot(object)
    def _on_generator_changed(self, info: GeneratorInfo) -> None:
        """Its portrait is the mean style of one of its classes."""
        z = np.zeros((1, info.model.z_size), np.float32)
        self._portrait.ask(z, one_hot(min(3, info.model.classes - 1), info.model.classes)[None], tag=info)

    @Slot(object)
    def _on_portrait(self, made: PicturesMade) -> None:
        assert isinstance(made.tag, GeneratorInfo)
        shipped = self._session.generator_source == "shipped"
        title = self.tr("Ink digits") if shipped else made.tag.name
        if (moment := self._session.moment) is not None:
            step = number(moment[1])
            title = self.tr("{run} · step {step}").format(run=moment[0], step=step)
        self._window.model_chip.set_open(title, made.pixels[0])

    # The frame

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        """What happened as the title, the rest below it; Details keeps what only a developer reads."""
        sentence = self._words.sentence(failure)
        title, rest = derived(_first_of, sentence), derived(_rest_of, sentence)
        if len(title) > LONGEST_TITLE:
            title, rest = self.tr("This did not work"), sentence
        self._window.banner.show_failure(title, rest, details=failure.details)

    @Slot(str, object, object)
    def _go_after(self, destination: str, _latent: object, _pixels: object) -> None:
        """A picture that is sent somewhere takes the person along, who would otherwise see nothing happen."""
        self._window.show_room(ROOM_OF_DESTINATION[destination])

    @Slot(object)
    def _go_to_run(self, _folder: Path) -> None:
        self._window.show_room("train")

    @Slot(str)
    def _on_engine_ready(self, _reason: str) -> None:
        self._window.status_line.set_device(self._session.inference.device.upper())
        self._on_training_state(self._session.training.state)

    @Slot(str)
    def _on_training_state(self, state: str) -> None:
        words = {
            "idle": self.tr("Ready"),
            "starting": self.tr("Starting to train…"),
            "running": self.tr("Training"),
            "paused": self.tr("Training is paused"),
            "stopping": self.tr("Finishing this batch and saving…"),
        }
        self._window.status_line.set_state(words[state])

    @Slot(str)
    def _choose_theme(self, name: str) -> None:
        self._settings.set_value("window/theme", name)
        dress_application(self._settings)

    @Slot(bool)
    def _choose_little_motion(self, little: bool) -> None:
        self._settings.set_value("window/reduced_motion", little)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        reduce_motion(application, little)

    @Slot(str)
    def _choose_language(self, name: str) -> None:
        from studio.say_anew import change_language  # not before it is wanted

        self._settings.set_value(LANGUAGE_KEY, name)
        change_language(name)

    @Slot()
    def _open_shelf(self) -> None:
        if self._shelf_desk is None:
            from studio.pages.shelf_desk import ShelfDesk  # not before it is wanted

            self._shelf_desk = ShelfDesk(self._window, self._session)
        self._shelf_desk.show()

    @Slot(str)
    def _on_room_shown(self, name: str) -> None:
        self._session.kept.work_in(getattr(self._window.room(name), "room_history", None))
        self._settings.set_value("window/room", name)

    @Slot()
    def _remember_window(self) -> None:
        self._settings.set_value("window/geometry", self._window.saveGeometry())


def _first_of(sentences: str) -> str:
    """The first sentence of several, or the only one."""
    found = _SENTENCE.fullmatch(sentences)
    return sentences if found is None else found[1]


def _rest_of(sentences: str) -> str:
    """What follows the first; "" where nothing does."""
    found = _SENTENCE.fullmatch(sentences)
    return "" if found is None else found[2].strip()
