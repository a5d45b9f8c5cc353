"""Trains a judge for the pictures that the open generator learnt from, where they lie on this computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

import gan
from gan.config import GeneratorInfo, TrainingRequest
from gan.errors import Failure, GanError
from gan.events import JudgeProgress, JudgeSaved
from gan.run_folder import RunFolder
from studio.pages.engine_words import EngineWords
from studio.session import Session
from studio.widgets.explore.judge_offer import JudgeOffer


class JudgeDesk(QObject):
    """Shows the offer only where it can be kept: labelled pictures of a run of this computer, and no judge for them."""

    def __init__(self, offer: JudgeOffer, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._offer, self._session = offer, session
        self._lessons = session.lessons
        self._words = EngineWords(self)
        self._request: TrainingRequest | None = None
        self._asked_of: Path | None = None  # the generator whose run was looked for
        self._trouble = ""
        offer.hide()
        session.generator_changed.connect(self.follow)
        offer.judge_asked.connect(self._on_judge_asked)
        offer.cancel_asked.connect(self._lessons.stop)
        self._lessons.reported.connect(self._on_reported)
        self._lessons.failed.connect(self._on_failed)
        self._lessons.ended.connect(self._on_ended)

    @Slot(object)
    def follow(self, info: GeneratorInfo) -> None:
        """Another one is open, or twice a second fresh weights of the same."""
        if (file := self._session.generator_file) != self._asked_of:
            self._asked_of, self._request = file, _request_behind(file)
        needs_one = not info.has_judge and len(info.model.class_names) > 1
        self._offer.setVisible(needs_one and self._request is not None)

    @Slot()
    def _on_judge_asked(self) -> None:
        request = self._request
        if request is None or self._lessons.state != "idle":
            return
        self._trouble = ""
        self._offer.show_beginning()
        self._lessons.start(
            gan.train_judge(
                request.dataset, request.data_root, image_size=request.image_size, fit=request.fit
            )
        )

    @Slot(object)
    def _on_reported(self, event: object) -> None:
        match event:
            case JudgeProgress(done=done, total=total, seconds_left=seconds_left):
                self._offer.show_progress(done, total, seconds_left)
            case JudgeSaved():
                self._session.reopen_generator()

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._trouble = self._words.sentence(failure)

    @Slot()
    def _on_ended(self) -> None:
        self._offer.offer(self._trouble)


def _request_behind(generator: Path) -> TrainingRequest | None:
    """What the run of a generator, or of one of its moments, learnt from; None where there is no such run."""
    for folder in (generator.parent, generator.parent.parent):
        run = RunFolder(folder)
        if run.config_file.is_file():
            try:
                return run.read_config()[0]
            except (GanError, OSError):
                return None
    return None
