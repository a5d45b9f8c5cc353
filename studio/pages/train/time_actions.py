"""What can be done with the moments of a run, as actions with their keys."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from studio.actions import make_action
from studio.widgets.training.time_scale import LOG, SCALES, TIME


class TimeActions(QObject):
    """Their owner connects them and says which of them make sense now."""

    def __init__(self, scale: str, parent: QObject) -> None:
        super().__init__(parent)
        self.play = make_action(
            self, self.tr("Play the run as a film"), shortcut="Ctrl+Space", icon_name="play"
        )
        self.back = make_action(self, self.tr("Previous moment"), shortcut="Alt+Left", icon_name="left")
        self.on = make_action(self, self.tr("Next moment"), shortcut="Alt+Right", icon_name="right")
        self.first = make_action(self, self.tr("First moment"), shortcut="Alt+Home")
        self.live = make_action(self, self.tr("Live"), shortcut="Alt+End", checkable=True)
        self.pin = make_action(
            self,
            self.tr("Pin this moment"),
            shortcut="Ctrl+M",
            icon_name="pin",
            tip=self.tr("A pinned moment is never thinned out; its picture stays over the track."),
            checkable=True,
        )
        self.render_here = make_action(
            self,
            self.tr("Draw at this moment in all rooms"),
            shortcut="Ctrl+R",
            icon_name="models",
            tip=self.tr("Explore, Blend and Paint draw with the generator as it was then."),
            checkable=True,
        )
        self.continue_here = make_action(
            self,
            self.tr("Continue from here as a new run"),
            shortcut="Ctrl+Shift+B",
            icon_name="redo",
            tip=self.tr(
                "A branch: this run stays as it is, a new one goes on from the last save before here."
            ),
        )
        self.scales = QActionGroup(self)
        texts = {TIME: self.tr("Even in time"), LOG: self.tr("Early steps wide")}
        for key in SCALES:
            action = self.scales.addAction(make_action(self, texts[key], checkable=True))
            action.setData(key)
            action.setChecked(key == scale)

    def all(self) -> list[QAction]:
        """For the View menu of the room."""
        return [self.play, self.back, self.on, self.first, self.live, *self.of_moment()]

    def of_moment(self) -> list[QAction]:
        """What is done with the moment that is shown."""
        return [self.pin, self.render_here, self.continue_here]
