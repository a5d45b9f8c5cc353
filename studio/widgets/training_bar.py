"""What can be done with the run: train, pause, go on, stop, continue an earlier one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.widgets.buttons import main_button, plain_button, quiet_button
from studio.widgets.labels import secondary_label


class TrainingBar(QWidget):
    """One main button whose word follows the state: Train, Pause, Go on."""

    train_asked = Signal()
    pause_asked = Signal()
    go_on_asked = Signal()
    stop_asked = Signal()
    continue_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = "idle"
        self._ready = False
        self._why_not = ""
        self._last_run, self._can_continue = "", False
        self._icon_name = "play"
        self.main = main_button(self.tr("Train"), "play")
        self.main.setMinimumWidth(104)
        self.stop = plain_button(self.tr("Stop"), "stop")
        self.stop.setToolTip(
            self.tr("End the run after this batch. Everything is saved, and it can go on later.")
        )
        self.continue_last = quiet_button(self.tr("Continue last run"), "redo")
        self._words = secondary_label("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.main, self.stop, self.continue_last, self._words):
            layout.addWidget(widget)
        self.main.clicked.connect(self._on_main_clicked)
        self.stop.clicked.connect(self.stop_asked)
        self.continue_last.clicked.connect(self.continue_asked)
        self._show()

    def set_state(self, state: str) -> None:
        """ "idle", "starting", "running", "paused" or "stopping"."""
        self._state = state
        self._show()

    def set_ready(self, ready: bool, why_not: str = "") -> None:
        """Whether a run could begin, and what it waits for."""
        self._ready, self._why_not = ready, why_not
        self._show()

    def set_last_run(self, name: str, ready: bool = True) -> None:
        """The run that can go on; "" when there is none. It needs no pictures but its own."""
        self._last_run, self._can_continue = name, ready
        self._show()

    def press(self) -> None:
        """What the main button does."""
        self.main.click()

    @Slot()
    def _on_main_clicked(self) -> None:
        {
            "idle": self.train_asked,
            "running": self.pause_asked,
            "paused": self.go_on_asked,
        }[self._state].emit()

    def _show(self) -> None:
        idle = self._state == "idle"
        text, icon_name, tooltip = self._main_face()
        self.main.setText(text)
        if icon_name != self._icon_name:  # drawing one takes milliseconds
            self._icon_name = icon_name
            self.main.set_icon_name(icon_name)
        self.main.setToolTip(tooltip)
        self.main.setEnabled(self._state in ("running", "paused") or (idle and self._ready))
        self.stop.setEnabled(self._state in ("starting", "running", "paused"))
        self.continue_last.setVisible(idle and bool(self._last_run))
        self.continue_last.setEnabled(self._can_continue)
        hint = self.tr("Go on with {name}, exactly where it was saved, for the budget on the left.")
        self.continue_last.setToolTip(hint.format(name=self._last_run))
        self._words.setText(self._state_words())

    def _main_face(self) -> tuple[str, str, str]:
        if self._state == "running":
            return (
                self.tr("Pause"),
                "pause",
                self.tr("Hold the run. Nothing is lost, and it goes on where it stood."),
            )
        if self._state == "paused":
            return self.tr("Go on"), "play", self.tr("Go on with the run where it stood.")
        ready = self.tr("Begin a new run with the recipe on the left.")
        return self.tr("Train"), "play", ready if self._ready else self._why_not

    def _state_words(self) -> str:
        return {
            "starting": self.tr("Getting the pictures ready…"),
            "stopping": self.tr("Finishing this batch, then saving…"),
        }.get(self._state, "")
