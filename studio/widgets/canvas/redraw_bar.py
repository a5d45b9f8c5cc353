"""The bar under the sheet that lets another model draw the whole painting: which one, and as it was when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from studio.number_style import number
from studio.widgets.controls.buttons import MenuButton, icon_button, plain_button
from studio.widgets.controls.durations import clock_text
from studio.widgets.controls.labels import elided, secondary_label
from studio.widgets.controls.surface import Surface, horizontal_line
from studio.widgets.training.moment_words import MomentWords
from studio.widgets.training.time_scale import LOG, TimeMark, TimeScale
from studio.widgets.training.time_track import HEIGHT_PX, TimeTrack

SIDE_PX, WORDS_PX, LONGEST_NAME_PX = 16, 104, 168
NOTHING = -1


class RedrawBar(Surface):
    """Takes and gives values; what is drawn is its owner's business."""

    model_chosen = Signal(int)  # its place in the list
    moment_scrubbed = Signal(int)  # the step under the hand
    moment_chosen = Signal(int)  # the step where the hand let go
    put_back_asked = Signal()  # what was begun is not wanted
    escaped = Signal()  # by the key
    paint_on_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", parent)
        self.setFixedHeight(HEIGHT_PX)
        self._menu = QMenu()
        self._menu.setToolTipsVisible(True)
        self.model = MenuButton("", self._menu, icon_name="models")
        self._menu.setParent(self, self._menu.windowFlags())
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_model)
        self.model.setToolTip(
            self.tr("Which model draws the whole painting anew. Locked layers stay as they are.")
        )
        self.track = TimeTrack()
        self._where, self._instead = MomentWords(WORDS_PX), secondary_label("")
        self._instead.setWordWrap(True)
        self.cancel = plain_button(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Leave the painting as it was (Esc)"))
        self.paint_on = plain_button(self.tr("Paint on with it"), "paint")
        self.paint_on.setToolTip(
            self.tr("Let the brush, and all rooms, draw with the model that the painting is drawn by now.")
        )
        policy = self.cancel.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the track does not move under the hand
        self.cancel.setSizePolicy(policy)
        self.close_button = icon_button("x", self.tr("Close this bar; the painting stays as it is"))
        self._arrange()
        self._connect()
        self.set_models([], NOTHING)
        self.set_busy(False)
        self.set_can_paint_on(False)

    def _arrange(self) -> None:
        layout, outer = QHBoxLayout(), QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(layout, 1)
        outer.addWidget(horizontal_line())
        layout.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        layout.setSpacing(8)
        layout.addWidget(self.model)
        layout.addSpacing(8)
        layout.addWidget(self._where)
        layout.addWidget(self.track, 1)
        layout.addWidget(self._instead, 1)
        for widget in (self.cancel, self.paint_on, self.close_button):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.track.step_chosen.connect(self._on_step)
        self.track.sliderReleased.connect(self._on_released)
        self.cancel.clicked.connect(self.put_back_asked)
        self.paint_on.clicked.connect(self.paint_on_asked)
        self.close_button.clicked.connect(self.closed)

    def set_models(self, models: Sequence[tuple[str, str]], chosen: int) -> None:
        """Name and tooltip of each, and the place of the one that is shown, -1 for none."""
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        for place, (name, tooltip) in enumerate(models):
            action = self._group.addAction(self._menu.addAction(name.replace("&", "&&")))
            action.setCheckable(True)
            action.setChecked(place == chosen)
            action.setData(place)
            action.setToolTip(tooltip)
        name = models[chosen][0] if chosen != NOTHING else self.tr("Choose a model")
        self._show_name(name)
        self.model.setEnabled(bool(models))

    @property
    def choices(self) -> list[QAction]:
        """What the menu shows."""
        return self._group.actions()

    def set_moments(self, marks: Sequence[TimeMark], step: int) -> None:
        """Those that are kept of the model's run, and where the painting stands among them; none hides the track."""
        self.track.setVisible(bool(marks))
        self._where.setVisible(bool(marks))
        self._instead.setVisible(not marks)
        if marks:
            self.track.set_marks(marks, TimeScale(LOG, marks[-1]))
            self.track.set_step(step)
            self._show_step()
        else:
            self.track.setSliderDown(False)  # a hidden one is never let go

    def set_words(self, words: str) -> None:
        """In the place of the track, while there is none."""
        self._instead.setText(words)

    def set_busy(self, busy: bool) -> None:
        """Whether something is being drawn that can be called off."""
        self.cancel.setVisible(busy)

    def set_can_paint_on(self, can: bool) -> None:
        """Whether the brush paints with another model than the painting is drawn by."""
        self.paint_on.setVisible(can)

    def _show_name(self, name: str) -> None:
        shown = elided(self.font(), name, Qt.TextElideMode.ElideMiddle, LONGEST_NAME_PX)
        self.model.setText(shown.replace("&", "&&"))
        self.model.setAccessibleName(self.tr("Redraw with: {name}").format(name=name))
        self.model.updateGeometry()

    def _show_step(self) -> None:
        step = number(self.track.step)
        elapsed = clock_text(self.track.marks[self.track.value()].elapsed_s)
        self._where.set_words(self.tr("step {step}").format(step=step), elapsed)

    @Slot(QAction)
    def _on_model(self, action: QAction) -> None:
        self.model_chosen.emit(int(action.data()))

    @Slot(int)
    def _on_step(self, step: int) -> None:
        self._show_step()
        self.moment_scrubbed.emit(step)

    @Slot()
    def _on_released(self) -> None:
        self.moment_chosen.emit(self.track.step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        with QSignalBlocker(self.track):
            self.track.setSliderDown(False)  # the hand that is still down chooses nothing any more
        self.escaped.emit()
