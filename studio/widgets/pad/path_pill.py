"""What can be done with the path on a pad: play it, say how many pictures it is, export it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from studio.theme import colour, tokens_for
from studio.widgets.controls.buttons import action_button, icon_button
from studio.widgets.controls.labels import secondary_label
from studio.widgets.controls.number_field import NumberField

LEAST_PICTURES, MOST_PICTURES = 2, 500
RADIUS_PX, COUNT_PX = 8, 104
ONCE, LOOP, THERE_AND_BACK = "once", "loop", "there and back"
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)


class PathPill(QWidget):
    """Floats over the pad. ``actions`` are the room's own: play, add a key place, clear, export."""

    count_changed = Signal(int)
    mode_changed = Signal(str)
    speed_changed = Signal(float)

    def __init__(self, play: QAction, others: Sequence[tuple[QAction, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "raised")
        self.setAccessibleName(self.tr("Path"))
        self._play = action_button(play, "play")
        self._hint = secondary_label(self.tr("Draw a path, or click from place to place"))
        self._hint.setContentsMargins(8, 0, 8, 0)
        self.count = NumberField("", LEAST_PICTURES, MOST_PICTURES, 25, suffix=self._suffix(), quiet=True)
        self.count.setAccessibleName(self.tr("Pictures"))
        self.count.setToolTip(
            self.tr("How many pictures the path is exported as, in steps of equal length: one a dot.")
        )
        self.count.setFixedWidth(COUNT_PX)
        self.count.value_changed.connect(self._on_count)
        self.way = icon_button("loop", self.tr("How the path is played: once, over and over, how fast"))
        self.way.setMenu(self._make_menu())
        self._others = [action_button(action, icon_name) for action, icon_name in others]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(0)
        for widget in (self._play, self._hint, self.count, self.way, *self._others):
            layout.addWidget(widget)
        self.show_path(exists=False)

    def show_path(self, *, exists: bool) -> None:
        """Without one it says how to make one."""
        self._hint.setVisible(not exists)
        for widget in (self._play, self.count, self.way, *self._others[1:]):
            widget.setVisible(exists)
        self.adjustSize()

    def show_playing(self, playing: bool) -> None:
        """The button stops what plays."""
        self._play.defaultAction().setProperty("icon_name", "pause" if playing else "play")
        self._play.set_icon_name("pause" if playing else "play")

    def set_way(self, mode: str, speed: float) -> None:
        """Tick how it is played, without a report."""
        for action in (*self._modes.actions(), *self._speeds.actions()):
            action.setChecked(action.data() in (mode, speed))

    def ways(self) -> list[QAction]:
        """The entries of the menu, for the menu bar."""
        return [*self._modes.actions(), *self._speeds.actions()]

    def _suffix(self) -> str:
        return self.tr(" pictures")

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self._modes, self._speeds = QActionGroup(self), QActionGroup(self)
        for mode, text in (
            (ONCE, self.tr("Once")),
            (LOOP, self.tr("Loop")),
            (THERE_AND_BACK, self.tr("There and back")),
        ):
            self._modes.addAction(_choice(text, mode, self))
        menu.addActions(self._modes.actions())
        menu.addSeparator()
        for speed in SPEEDS:
            self._speeds.addAction(_choice(self.tr("Speed {speed}×").format(speed=f"{speed:g}"), speed, self))
        menu.addActions(self._speeds.actions())
        self._modes.triggered.connect(self._on_mode)
        self._speeds.triggered.connect(self._on_speed)
        return menu

    @Slot(float)
    def _on_count(self, count: float) -> None:
        self.count_changed.emit(round(count))

    @Slot(QAction)
    def _on_mode(self, action: QAction) -> None:
        self.mode_changed.emit(str(action.data()))

    @Slot(QAction)
    def _on_speed(self, action: QAction) -> None:
        self.speed_changed.emit(float(action.data()))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = tokens_for(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour(tokens.raised))
        painter.setPen(QPen(colour(tokens.pressed), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)


def _choice(text: str, data: str | float, parent: QWidget) -> QAction:
    action = QAction(text, parent)
    action.setCheckable(True)
    action.setData(data)
    return action
