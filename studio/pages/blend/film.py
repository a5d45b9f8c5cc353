"""The way from one picture to another along the lower edge of Blend: as many frames as wished, played as wished."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from studio.pages.blend.film_player import FASTEST, MANNERS, SLOWEST, USUAL_SPEED, FilmPlayer
from studio.pages.blend.road import FEWEST_FRAMES, MOST_FRAMES
from studio.pages.blend.state import FIRST_FRAMES
from studio.settings import Settings
from studio.tokens import colour, tokens_for
from studio.widgets.controls.buttons import icon_button
from studio.widgets.controls.labels import secondary_label, section_label
from studio.widgets.controls.number_field import NumberField
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.slider_track import SliderTrack
from studio.widgets.controls.surface import Surface, horizontal_line
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.tile_grid import TileGrid

TILE_PX, LEAST_PITCH_PX = 56, 40
SIDE_PX = 16
COUNT_PX, SPEED_PX, SPEED_WORDS_PX = 108, 112, 84
HINT_FROM_PX, SPEED_FROM_PX = 1120, 800
HEAD_PX = 32
STRIP_PX = TILE_PX + 2 * RING_PX + 9


class BlendFilm(Surface):
    """Asks for frames by number; the page says which pictures they are."""

    count_changed = Signal(int)
    frame_played = Signal(int)  # -1: playing is over, and the middle is itself again
    frame_stopped_at = Signal(int)  # by hand

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("chrome", parent)
        self._settings = settings
        self._fixed: tuple[int, ...] = ()
        self._chosen = self._played = -1
        self.player = FilmPlayer(self)
        self.frames = TileGrid(FIRST_FRAMES, TILE_PX, flush=True)
        self.frames.setAcceptDrops(True)
        self.frames.setToolTip(
            self.tr(
                "Click a picture to make it a fixed point, again to let it go; drag it out to use it elsewhere"
            )
        )
        self.play = icon_button("play", self.tr("Play the film (Ctrl+Space)"), "plain")
        self.play.setCheckable(True)
        self.play.setFixedSize(HEAD_PX, HEAD_PX)
        self._title = section_label("")
        self.count = NumberField(
            "", FEWEST_FRAMES, MOST_FRAMES, FIRST_FRAMES, suffix=self.tr(" pictures"), quiet=True
        )
        self.count.setFixedWidth(COUNT_PX)
        self.count.setAccessibleName(self.tr("Pictures in the film"))
        self.count.setToolTip(
            self.tr("How many pictures the film has, from {least} to {most}").format(
                least=FEWEST_FRAMES, most=MOST_FRAMES
            )
        )
        self.manner = Segmented(
            list(zip(MANNERS, (self.tr("Once"), self.tr("Loop"), self.tr("There and back")), strict=True))
        )
        self.speed = SliderTrack(SLOWEST, FASTEST, USUAL_SPEED, 0)
        self.speed.set_stops([(0.0, SLOWEST), (0.5, USUAL_SPEED), (1.0, FASTEST)])
        self.speed.setFixedWidth(SPEED_PX)
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("Pictures a second"))
        self._speed_words = secondary_label("")
        self._speed_words.setFixedWidth(SPEED_WORDS_PX)
        self._speed_name = secondary_label(self.tr("Speed"))
        self._hint = secondary_label(self.tr("Click one to make it a fixed point; drag one out to keep it"))
        self._arrange()
        self._connect()
        self._recall()

    def show_ends(self, first: str, last: str) -> None:
        """The letters of the two pictures that the film lies between."""
        self._title.setText(self.tr("{first} to {last}").format(first=first, last=last))
        self.frames.setAccessibleName(self.tr("From {first} to {last}").format(first=first, last=last))

    def set_count(self, count: int) -> None:
        """So many frames, without reporting it."""
        with QSignalBlocker(self.count):
            self.count.set_value(count)
        if count != self.frames.columns:
            self.stop()
            self.frames.set_columns(count, TILE_PX)
            self._fit()

    def show_fixed(self, frames: Iterable[int]) -> None:
        """The frames that stand fast have an outline."""
        self._fixed = tuple(frames)
        self._outline()

    def show_chosen(self, frame: int) -> None:
        """Where the middle is, -1 for nowhere."""
        self._chosen = frame
        if not self.player.is_playing:
            self.frames.set_chosen(frame)

    def stop(self) -> None:
        """As if it had never played."""
        if self.player.is_playing:
            self.player.stop()
            self._end()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        head.setSpacing(8)
        left: tuple[QWidget, ...] = (self.play, self._title, self.count, self.manner)
        right: tuple[QWidget, ...] = (self._speed_name, self.speed, self._speed_words)
        for widget in left:
            head.addWidget(widget)
        head.addStretch(1)
        for widget in right:
            head.addWidget(widget)
        head.addStretch(3)
        head.addWidget(self._hint)
        self._strip = QScrollArea()
        self._strip.setFrameShape(QFrame.Shape.NoFrame)
        self._strip.setWidgetResizable(True)
        self._strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._strip.setFixedHeight(STRIP_PX)
        self._inside = QWidget()
        self._inside.setProperty("scrolled", True)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(SIDE_PX - RING_PX, 0, SIDE_PX - RING_PX, 0)
        inside.addWidget(self.frames, 0, Qt.AlignmentFlag.AlignTop)
        self._strip.setWidget(self._inside)
        self._strip.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(horizontal_line())
        layout.addSpacing(7)
        layout.addLayout(head)
        layout.addSpacing(9)
        layout.addWidget(self._strip)

    def _connect(self) -> None:
        self.count.value_changed.connect(self._on_count)
        self.play.clicked.connect(self._on_play)
        self.manner.value_changed.connect(self._on_manner)
        self.speed.changed.connect(self._on_speed)
        self.player.frame_reached.connect(self._on_frame)
        self.player.ended.connect(self._end)
        self.frames.focus_moved.connect(self._show_current)

    def _recall(self) -> None:
        manner = self._settings.value("blend/manner", self.player.manner)
        self.manner.set_value(manner if manner in MANNERS else self.player.manner)
        self.speed.set_number(min(max(self._settings.value("blend/speed", USUAL_SPEED), SLOWEST), FASTEST))
        self._on_manner(self.manner.value)
        self._on_speed(self.speed.number)

    def _outline(self) -> None:
        text = colour(tokens_for(self).text)
        self.frames.set_outlines(dict.fromkeys(self._fixed, text))

    def _fit(self) -> None:
        self._inside.setMinimumWidth(2 * SIDE_PX + self.frames.columns * LEAST_PITCH_PX)

    @Slot(float)
    def _on_count(self, count: float) -> None:
        self.count_changed.emit(round(count))

    @Slot(str)
    def _on_manner(self, manner: str) -> None:
        self.player.manner = next(known for known in MANNERS if known == manner)
        self._settings.set_value("blend/manner", manner)

    @Slot(float)
    def _on_speed(self, speed: float) -> None:
        self.player.set_speed(speed)
        self._speed_words.setText(self.tr("{n} a second").format(n=round(speed)))
        self._settings.set_value("blend/speed", round(speed))

    @Slot(bool)
    def _on_play(self, wanted: bool) -> None:
        if wanted and self.frames.pictures:
            self.player.play(self.frames.columns, self._chosen)
        elif self.player.is_playing:
            self.player.stop()
            self.frame_stopped_at.emit(self._played)
            self._end()
        self._show_playing()

    @Slot(int)
    def _on_frame(self, frame: int) -> None:
        self._played = frame
        self.frames.set_chosen(frame)
        self._show_frame(frame)
        self.frame_played.emit(frame)

    @Slot()
    def _end(self) -> None:
        self._played = -1
        self._show_playing()
        self.frames.set_chosen(self._chosen)
        self.frame_played.emit(-1)

    def _show_playing(self) -> None:
        playing = self.player.is_playing
        self.play.setChecked(playing)
        self.play.set_icon_name("pause" if playing else "play")

    @Slot()
    def _show_current(self) -> None:
        self._show_frame(self.frames.current)

    def _show_frame(self, frame: int) -> None:
        """Scroll to it where the film is longer than the window."""
        place = self.frames.tile_rect(frame).center().toPoint() + self.frames.pos()
        self._strip.ensureVisible(place.x(), place.y(), TILE_PX, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.setVisible(self.width() >= HINT_FROM_PX)
        for widget in (self._speed_name, self.speed, self._speed_words):
            widget.setVisible(self.width() >= SPEED_FROM_PX)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._outline()
