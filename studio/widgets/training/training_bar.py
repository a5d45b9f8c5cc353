"""What can be done with the run: train, pause, one step, stop, finish, and take something out of it now."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from studio.widgets.controls.buttons import Button, MenuButton, main_button, plain_button, quiet_button
from studio.widgets.controls.labels import secondary_label
from studio.widgets.controls.surface import vertical_line
from studio.words import sentences

DIVIDER_PX = 24
SAID_MS = 6000  # how long a word about what was done stays
BOTH, DISCRIMINATOR, GENERATOR = "both", "discriminator", "generator"


class TrainingBar(QWidget):
    """One main button whose word follows the state: Train, Pause, Go on."""

    train_asked = Signal()
    pause_asked = Signal()
    go_on_asked = Signal()
    stop_asked = Signal()
    continue_asked = Signal()
    step_asked = Signal(str)  # "both", "discriminator" or "generator"
    finish_asked = Signal()
    sample_asked = Signal()
    save_asked = Signal()
    export_asked = Signal()
    runs_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = "idle"
        self._ready = False
        self._why_not = ""
        self._last_run, self._can_continue = "", False
        self._has_generator = self._is_finishing = self._is_saving = False
        self._icon_name = "play"
        self.main = main_button(self.tr("Train"), "play")
        self.main.setMinimumWidth(104)
        self.steps = self._step_actions()
        self.step = MenuButton(self.tr("Step"), self._step_menu(), icon_name="step")
        self.stop = plain_button(self.tr("Stop"), "stop")
        self.finish = plain_button(self.tr("Finish"))
        self.sample = quiet_button(self.tr("Sample"), "camera")
        self.save = quiet_button(self.tr("Save"), "save")
        self.export = quiet_button(self.tr("Export"), "export")
        self.runs = quiet_button(self.tr("Runs"), "folder")
        self.runs.setCheckable(True)
        self.continue_last = quiet_button(self.tr("Continue"), "redo")
        self._words = secondary_label("")
        self._said = ""
        self._saying = QTimer(self)
        self._saying.setSingleShot(True)
        self._saying.setInterval(SAID_MS)
        self._saying.timeout.connect(self._forget_said)
        self._tell()
        self._arrange()
        self._connect()
        self._show()

    def _step_actions(self) -> dict[str, QAction]:
        texts = {
            BOTH: (self.tr("One batch"), self.tr("Both learn from one minibatch, then the run holds again.")),
            DISCRIMINATOR: (
                self.tr("Discriminator only"),
                self.tr("It learns from one minibatch; the generator stays as it is."),
            ),
            GENERATOR: (
                self.tr("Generator only"),
                self.tr("It learns from one minibatch; the discriminator stays as it is."),
            ),
        }
        made = {}
        for key, (text, tip) in texts.items():
            made[key] = QAction(text, self)
            made[key].setToolTip(tip)
            made[key].setData(key)
            made[key].triggered.connect(self._on_step_triggered)
        return made

    def _step_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions(list(self.steps.values()))
        return menu

    def _tell(self) -> None:
        """The tooltips that never change."""
        self.finish.setToolTip(
            self.tr(
                "Come to a good end: the learning rates fall over a fifth more steps, which cleans the pictures, "
                "then the run stops and is saved."
            )
        )
        self.runs.setToolTip(self.tr("Every run on this computer: open, go on, branch off, rename, delete."))

    def _arrange(self) -> None:
        divider = vertical_line()
        divider.setFixedHeight(DIVIDER_PX)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.main, self.step, self.stop, self.finish, divider):
            layout.addWidget(widget)
        for button in (self.sample, self.save, self.export, self.runs, self.continue_last):
            layout.addWidget(button)
        layout.addWidget(self._words)

    def _connect(self) -> None:
        self.main.clicked.connect(self._on_main_clicked)
        for button, signal in (
            (self.stop, self.stop_asked),
            (self.finish, self.finish_asked),
            (self.sample, self.sample_asked),
            (self.save, self.save_asked),
            (self.export, self.export_asked),
            (self.continue_last, self.continue_asked),
        ):
            button.clicked.connect(signal)
        self.runs.clicked.connect(self.runs_asked)

    def set_state(self, state: str) -> None:
        """ "idle", "starting", "running", "paused" or "stopping"."""
        self._state = state
        self._is_saving = False
        if state == "idle":
            self._is_finishing = False
        self._show()

    def set_ready(self, ready: bool, why_not: str = "") -> None:
        """Whether a run could begin, and what it waits for."""
        self._ready, self._why_not = ready, why_not
        self._show()

    def set_last_run(self, name: str, ready: bool = True) -> None:
        """The run that can go on; "" when there is none. It needs no pictures but its own."""
        self._last_run, self._can_continue = name, ready
        self._show()

    def set_has_generator(self, has_generator: bool) -> None:
        """Whether the run in the room has left one that can be exported."""
        self._has_generator = has_generator
        self._show()

    def set_finishing(self) -> None:
        """Finish was pressed: the rates fall until the run ends by itself."""
        self._is_finishing = True
        self._show()

    def set_saving(self) -> None:
        """The batch is done, and what was learnt is being written."""
        self._is_saving = True
        self._show()

    def say(self, words: str) -> None:
        """For a few seconds, what was just done."""
        self._said = words
        self._saying.start()
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        """On a narrow screen the tools that take something out stand as icons; their tooltips say what they are."""
        for button, text in self._quiet_texts():
            button.setText("" if narrow else text)
            button.setAccessibleName(text)

    def press(self) -> None:
        """What the main button does."""
        self.main.click()

    @Slot()
    def _forget_said(self) -> None:
        self._said = ""
        self._show()

    def _quiet_texts(self) -> tuple[tuple[Button, str], ...]:
        return (
            (self.sample, self.tr("Sample")),
            (self.save, self.tr("Save")),
            (self.export, self.tr("Export")),
            (self.runs, self.tr("Runs")),
            (self.continue_last, self.tr("Continue")),
        )

    @Slot()
    def _on_main_clicked(self) -> None:
        {
            "idle": self.train_asked,
            "running": self.pause_asked,
            "paused": self.go_on_asked,
        }[self._state].emit()

    @Slot()
    def _on_step_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.step_asked.emit(str(action.data()))

    def _tell_enabled(self) -> None:
        """What the tools of a run do, and why they cannot do it now."""
        only = self.tr("Only while a run goes on.")
        for button, tip, why_not in (
            (
                self.stop,
                self.tr("End the run after this batch. Everything is saved, and it can go on later."),
                only,
            ),
            (self.sample, self.tr("Draw the gallery now, and keep this moment."), only),
            (self.save, self.tr("Save a checkpoint now. The run can go on from here, exactly."), only),
            (
                self.export,
                self.tr("Write the generator as it is now to a file that can be shared."),
                self.tr("Only once a run has saved one."),
            ),
        ):
            button.setToolTip(tip if button.isEnabled() else sentences(tip, why_not))

    def _show(self) -> None:
        idle, goes_on = self._state == "idle", self._state in ("running", "paused")
        text, icon_name, tooltip = self._main_face()
        self.main.setText(text)
        if icon_name != self._icon_name:  # drawing one takes milliseconds
            self._icon_name = icon_name
            self.main.set_icon_name(icon_name)
        self.main.setToolTip(tooltip)
        self.main.setEnabled(goes_on or (idle and self._ready))
        self._show_step()
        self.stop.setEnabled(goes_on or self._state == "starting")
        self.finish.setVisible(goes_on)
        self.finish.setEnabled(not self._is_finishing)
        self.sample.setEnabled(goes_on)
        self.save.setEnabled(goes_on)
        self.export.setEnabled(self._has_generator)
        self._tell_enabled()
        self.continue_last.setVisible(idle and bool(self._last_run))
        self.continue_last.setEnabled(self._can_continue)
        hint = self.tr("Go on with {name}, exactly where it was saved, for the budget on the left.")
        self.continue_last.setToolTip(hint.format(name=self._last_run))
        self._words.setText(self._state_words())
        self._words.setVisible(bool(self._words.text()))

    def _show_step(self) -> None:
        can_step = self._state == "paused" or (self._state == "idle" and bool(self._last_run))
        self.step.setEnabled(can_step)
        for action in self.steps.values():
            action.setEnabled(can_step)
        hint = self.tr("One step of one minibatch, to watch what it does: of both, of D only or of G only.")
        self.step.setToolTip(hint if can_step else self.tr("Pause the run to take single steps."))

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
        if self._state == "starting":
            return self.tr("Getting the pictures ready…")
        if self._state == "stopping":
            return self.tr("Saving…") if self._is_saving else self.tr("Finishing this batch…")
        if self._said:
            return self._said
        return self.tr("Coming to a good end…") if self._is_finishing else ""
