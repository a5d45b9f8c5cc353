"""The dock under charts and gallery: play, where you are, every kept moment, Live and Compare."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from studio.widgets.controls.buttons import icon_button, plain_button
from studio.widgets.controls.labels import secondary_label
from studio.widgets.controls.surface import Surface
from studio.widgets.training.moment_words import MomentWords
from studio.widgets.training.time_track import HEIGHT_PX, TimeTrack

SIDE_PX, WORDS_PX, ROOMY_PX = 16, 96, 720


class TimeDock(Surface):
    """Takes and gives values; what a moment shows is its owner's business."""

    play_asked = Signal(bool)
    live_asked = Signal(bool)
    pin_asked = Signal()
    render_asked = Signal(bool)

    def __init__(self, compare: QMenu, more: QMenu, parent: QWidget | None = None) -> None:
        """``compare`` and ``more`` are filled by the owner."""
        super().__init__("chrome", parent)
        self.setFixedHeight(HEIGHT_PX)
        self.track = TimeTrack()
        self.play = icon_button("play", self.tr("Play the run as a film (Ctrl+Space)"), "plain")
        self.play.setCheckable(True)
        self.pin = icon_button(
            "pin", self.tr("Pin this moment: its picture stays over the track (Ctrl+M)"), "icon"
        )
        self.pin.setCheckable(True)
        self.render_here = icon_button(
            "models",
            self.tr("Draw with the generator as it was at this moment, in every room (Ctrl+R)"),
            "icon",
        )
        self.render_here.setCheckable(True)
        self.live = plain_button(self.tr("Live"), "check")
        self.live.setCheckable(True)
        self.live.setToolTip(
            self.tr("Show the run as it is now, and let the charts follow. Going back in time lets go.")
        )
        self.compare = plain_button(self.tr("Compare"), "compare")
        self.compare.setMenu(compare)
        self.compare.setToolTip(self.tr("Lay another moment, or another run, over this one and wipe."))
        self.more = icon_button("more", self.tr("More about this moment"), "icon")
        self.more.setMenu(more)
        self._where = MomentWords(WORDS_PX)
        self._empty = secondary_label("")
        self._arrange()
        self._connect()
        self.set_empty(self.tr("The whole run is kept. Afterwards you can scrub through every moment here."))

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        layout.setSpacing(8)
        layout.addWidget(self.play)
        layout.addSpacing(8)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._where)
        layout.addWidget(self.pin)
        layout.addWidget(self.track, 1)
        for widget in (self.render_here, self.live, self.compare, self.more):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.play.clicked.connect(self.play_asked)
        self.track.play_asked.connect(self.play.click)
        self.live.clicked.connect(self.live_asked)
        self.pin.clicked.connect(self.pin_asked)
        self.render_here.clicked.connect(self.render_asked)

    def set_empty(self, words: str) -> None:
        """Nothing is kept yet: one sentence instead of the track. "" brings the track back."""
        self._empty.setText(words)
        self._empty.setVisible(bool(words))
        self.play.setEnabled(not words)
        for widget in (
            self._where,
            self.pin,
            self.track,
            self.render_here,
            self.live,
            self.compare,
            self.more,
        ):
            widget.setVisible(not words)

    def show_moment(self, title: str, words: str) -> None:
        """Where the handle is, in time and in steps."""
        self._where.set_words(title, words)

    @Slot(bool)
    def set_playing(self, playing: bool) -> None:
        self.play.setChecked(playing)
        self.play.set_icon_name("pause" if playing else "play")

    def set_live(self, live: bool) -> None:
        self.live.setChecked(live)
        self.live.set_icon_name("check" if live else "pulse")

    def resizeEvent(self, event: QResizeEvent) -> None:
        roomy = event.size().width() >= ROOMY_PX
        self.live.setText(self.tr("Live") if roomy else "")
        self.compare.setText(self.tr("Compare") if roomy else "")
