"""The window's face of the inference thread: one job in flight, the most urgent one next."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gan.config import GeneratorInfo
from gan.errors import Failure
from gan.found import Found
from gan.latents import MeasuredDirections
from studio.controllers.latest_wins import LatestWins, Request
from studio.controllers.live_weights import LiveWeights
from studio.controllers.picture_channel import PictureChannel, PicturesMade
from studio.controllers.picture_search import PictureSearch
from studio.workers.inference_worker import DrawnPictures, InferenceWorker, PictureJob
from studio.workers.standing_thread import StandingThread

DRAG, MAP = 0, 5  # the priorities that matter here; the smaller goes first
HAND_RESTS_MS = 60  # after the last question of a drag; until then maps and measurements stand still
REFIT_S = 10.0  # live weights: directions drift slowly, measuring them costs half a second of a core


class InferenceController(QObject):
    """Opens generators and draws with them, in this order: open, draw by priority, find, measure directions."""

    engine_ready = Signal(str)  # torch is loaded; the device training takes, with the reason
    opened = Signal(object)  # GeneratorInfo: another generator, fresh weights, or directions just measured
    failed = Signal(object)  # gan.errors.Failure
    left = Signal()

    _load_asked = Signal()
    _open_asked = Signal(object)
    _draw_asked = Signal(object)
    _find_asked = Signal(object)
    _fit_asked = Signal(bool)

    def __init__(self, worker: InferenceWorker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.info: GeneratorInfo | None = None
        self.is_ready = False
        self.device = ""  # "cpu", "cuda" or "mps": what training takes by itself
        self._busy = False
        self._queue = LatestWins()
        self._to_open: str | Path | None = None
        self._opening: str | Path | None = None
        self.source: str | Path | None = None  # of the generator that is open
        self._fit_wanted = self._fit_begun = False
        self._fitted_at = -REFIT_S
        self.search = PictureSearch(self)
        self.search.asked.connect(self._send_next)
        self._is_finding = False  # the job in flight is a piece of the search
        self._hand = QTimer(self)  # active while something is dragged
        self._hand.setSingleShot(True)
        self._hand.setInterval(HAND_RESTS_MS)
        self._hand.timeout.connect(self._send_next)
        self._live = LiveWeights(self._hand.isActive, self)
        self._live.due.connect(self._on_live_due)
        self._worker = worker or InferenceWorker()
        self._thread = StandingThread("inference", self._worker, self)
        self._connect()

    def _connect(self) -> None:
        worker = self._worker
        self._thread.over.connect(self.left)
        self._load_asked.connect(worker.load)
        self._open_asked.connect(worker.open)
        self._draw_asked.connect(worker.draw)
        self._find_asked.connect(worker.find)
        self._fit_asked.connect(worker.fit)
        self._thread.leave_asked.connect(worker.leave)
        worker.loaded.connect(self._on_loaded)
        worker.opened.connect(self._on_opened)
        worker.drawn.connect(self._on_drawn)
        worker.was_read.connect(self._on_read)
        worker.found.connect(self._on_found)
        worker.fitted.connect(self._on_fitted)
        worker.failed.connect(self._on_failed)

    def load_engine(self) -> None:
        """Import torch behind the window; called once it is painted."""
        self._busy = True
        self._thread.begin()
        self._load_asked.emit()

    def open_generator(self, source: str | Path) -> None:
        """A file, a run folder, or the name of a generator that ships. ``opened`` or ``failed`` follows."""
        self._live.forget()
        self._to_open = source
        self._send_next()

    def follow(self, path: Path) -> None:
        """Fresh weights of the run that is being watched: reopened at most twice a second."""
        self._live.saved(path)

    def channel(self, priority: int) -> PictureChannel:
        """A new line for one viewer: 0 drags, 1 rows, 2 stamps, 5 maps; the smaller goes first."""
        channel = PictureChannel(self._ask_for_drag if priority == DRAG else self._ask, self)
        self._queue.add_channel(channel, priority)
        return channel

    def shut_down(self) -> None:
        """End the thread after the job in flight; ``left`` follows."""
        self._queue.forget()
        self.search.forget()
        self._to_open, self._fit_wanted, self.is_ready = None, False, False
        self._thread.leave()

    @property
    def is_opening(self) -> bool:
        """Whether a generator is on its way."""
        return self._to_open is not None

    @property
    def has_left(self) -> bool:
        return self._thread.is_over

    def _ask(self, channel: PictureChannel, request: Request) -> None:
        self._queue.ask(channel, request)
        self._send_next()

    def _ask_for_drag(self, channel: PictureChannel, request: Request) -> None:
        self._hand.start()
        self._ask(channel, request)

    @Slot(object)
    def _on_live_due(self, path: Path) -> None:
        self._to_open = path
        self._send_next()

    @Slot()
    def _send_next(self) -> None:
        if self._busy or not self.is_ready:
            return
        self._busy = True
        dragging = self._hand.isActive()
        if self._to_open is not None:
            self._opening, self._to_open = self._to_open, None
            self._open_asked.emit(self._opening)
        elif self.info is not None and (chunk := self._queue.take(MAP - 1 if dragging else None)) is not None:
            asked = chunk.request
            self._draw_asked.emit(
                PictureJob(*chunk.arrays, read=asked.read, read_after=asked.read_after, exact=asked.exact)
            )
        elif self.info is not None and self.search.is_wanted and not dragging:
            self._is_finding = True
            self._find_asked.emit(self.search.take())
        elif self._fit_wanted and not dragging:
            afresh, self._fit_begun = not self._fit_begun, True
            self._fit_asked.emit(afresh)
        else:
            self._busy = False

    def _answered(self) -> None:
        self._busy = False
        self._send_next()

    @Slot(object)
    def _on_loaded(self, device: tuple[str, str]) -> None:
        self.is_ready = True
        self.device, reason = device
        self.engine_ready.emit(reason)
        self._answered()

    @Slot(object)
    def _on_opened(self, info: GeneratorInfo) -> None:
        known = self.info
        same_shape = known is not None and known.model == info.model
        if known is not None and not same_shape:
            self._queue.forget()
            self.search.forget()
        if info.directions is not None:
            self._fit_wanted = self._fit_begun = False
        elif known is None or self._opening != self.source or not same_shape:
            self._fit_wanted, self._fit_begun = True, False
        else:  # fresh weights of the same run
            info = replace(info, directions=known.directions)
            self._fit_wanted |= time.monotonic() - self._fitted_at >= REFIT_S
        self.source = self._opening
        self.info = info
        self.opened.emit(info)
        self._answered()

    @Slot(object)
    def _on_drawn(self, drawn: DrawnPictures) -> None:
        chunk = self._queue.in_flight
        if not chunk.request.read_after:  # else the worker is at it still
            self._settle()
        request = chunk.request
        assert isinstance(chunk.key, PictureChannel)
        chunk.key.made.emit(
            PicturesMade(
                request.tag, chunk.start, len(request), drawn.pixels, drawn.probabilities, drawn.fingerprint
            )
        )

    @Slot(object)
    def _on_read(self, probabilities: np.ndarray | None) -> None:
        channel = self._queue.in_flight.key
        self._settle()
        assert isinstance(channel, PictureChannel)
        channel.was_read.emit(probabilities)

    def _settle(self) -> None:
        """Send the next job before a viewer paints, so that both threads work at once."""
        self._queue.settle()
        self._busy = False
        self._send_next()

    @Slot(object)
    def _on_found(self, found: Found | None) -> None:
        self._is_finding = False
        self.search.settle(found)
        self._answered()

    @Slot(object)
    def _on_fitted(self, directions: MeasuredDirections | None) -> None:
        if directions is not None and self.info is not None:
            self._fit_wanted = self._fit_begun = False
            self._fitted_at = time.monotonic()
            self.info = replace(self.info, directions=directions)
            self.opened.emit(self.info)
        self._answered()

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        if self._is_finding:
            self._is_finding = False
            self.search.drop(failure)
            self._answered()
            return
        if self._queue.is_busy:
            self._queue.drop(self._queue.settle().key)
        else:
            self._fit_wanted = self._fit_begun = False
        self.failed.emit(failure)
        self._answered()
