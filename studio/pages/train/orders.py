"""What is asked of a run that goes on: single steps, a sample, a save, a good end; and its generator as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gan.events import CheckpointSaved, SamplesDrawn, TrainingEvent
from gan.orders import Finish, Part, SampleNow, SaveNow, StepOnce
from studio.actions import make_action
from studio.number_style import number
from studio.pages.generator_export import ExportGenerator
from studio.session import Session
from studio.widgets.training.training_bar import TrainingBar


class TrainOrders(QObject):
    """Connects the bar to the run; each order is also an action of the Model menu."""

    def __init__(
        self,
        bar: TrainingBar,
        session: Session,
        page: QWidget,
        *,
        resume_held: Callable[[], bool],
        source: Callable[[], tuple[Path, str] | None],
    ) -> None:
        """``resume_held`` takes up the run in the room and holds it; False where there is none.

        ``source`` is the generator to export and the name proposed for it.
        """
        super().__init__(page)
        self._bar, self._page = bar, page
        self._session, self._training = session, session.training
        self._resume_held, self._source = resume_held, source
        self._awaited: type[TrainingEvent] | None = None
        self.exporting: ExportGenerator | None = None
        self._sample = self._action(self.tr("Sample now"), "Ctrl+T", "camera", self._on_sample)
        self._save = self._action(self.tr("Save now"), "Ctrl+S", "save", self._on_save)
        self._finish = self._action(self.tr("Finish"), "Ctrl+Shift+.", "check", self._on_finish)
        self._export = self._action(self.tr("Export generator…"), "Ctrl+E", "export", self._on_export)
        for key, shortcut in (
            ("both", "Ctrl+Shift+Return"),
            ("discriminator", "Ctrl+Shift+D"),
            ("generator", "Ctrl+Shift+G"),
        ):
            bar.steps[key].setShortcut(shortcut)
        bar.step_asked.connect(self._on_step)
        bar.sample_asked.connect(self._on_sample)
        bar.save_asked.connect(self._on_save)
        bar.finish_asked.connect(self._on_finish)
        bar.export_asked.connect(self._on_export)
        self._training.reported.connect(self._on_reported)

    def _action(self, text: str, shortcut: str, icon_name: str, slot: Callable[[], None]) -> QAction:
        action = make_action(self, text, shortcut=shortcut, icon_name=icon_name)
        action.triggered.connect(slot)
        return action

    def actions(self) -> list[QAction]:
        """For the Model menu of the room."""
        return [*self._bar.steps.values(), self._finish, self._sample, self._save, self._export]

    def show_enabled(self) -> None:
        """As the bar's buttons."""
        for action, button in (
            (self._sample, self._bar.sample),
            (self._save, self._bar.save),
            (self._finish, self._bar.finish),
            (self._export, self._bar.export),
        ):
            action.setEnabled(button.isEnabled() and not button.isHidden())

    @Slot(str)
    def _on_step(self, part: str) -> None:
        if self._training.state == "idle" and not self._resume_held():
            return
        self._training.order(StepOnce(cast(Part, part)))

    @Slot()
    def _on_sample(self) -> None:
        self._awaited = SamplesDrawn
        self._training.order(SampleNow())

    @Slot()
    def _on_save(self) -> None:
        self._awaited = CheckpointSaved
        self._bar.say(self.tr("Saving…"))
        self._training.order(SaveNow())

    @Slot()
    def _on_finish(self) -> None:
        self._bar.set_finishing()
        self._training.order(Finish())
        self._training.go_on()

    @Slot()
    def _on_export(self) -> None:
        if (source := self._source()) is None:
            return
        self.exporting = ExportGenerator(self._page.window(), self._session, *source)
        self.exporting.written.connect(self._on_written)
        self.exporting.ask()

    @Slot(str)
    def _on_written(self, name: str) -> None:
        self._bar.say(self.tr("Exported as {name}.").format(name=name))

    @Slot(object)
    def _on_reported(self, event: TrainingEvent) -> None:
        if self._awaited is None or not isinstance(event, self._awaited):
            return
        self._awaited = None
        if isinstance(event, CheckpointSaved):
            step = number(event.step)
            self._bar.say(self.tr("Saved at step {step}.").format(step=step))
