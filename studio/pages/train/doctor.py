"""The training doctor in the room: shows what it saw, mends the run, takes that back, or goes on from before."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from gan.errors import Failure
from gan.events import (
    DoctorNote,
    Mend,
    RecipeChanged,
    RunStarted,
    SamplesDrawn,
    StepsDone,
    TrainingEvent,
)
from gan.orders import ChangeRecipe
from gan.recipe_changes import CHANGEABLE
from gan.run_folder import RunFolder, step_of
from studio.pages.train.doctor_words import DoctorTexts
from studio.session import Session
from studio.widgets.training.doctor_card import DoctorCard

DIVERGED, COLLAPSE = "training-diverged", "mode-collapse"
DRAWINGS_LOOKED_AT = 8  # a collapse is named by the middle one of the last five
LEAST_RATE, CALMER = 1e-7, 0.1  # after a run has ended by itself only much smaller steps are worth a try


@dataclass(slots=True)
class _Case:
    """One note, what its mend replaced (None while it was not applied), and the last step before the trouble.

    ``is_changing``: the person pressed mend or undo, and the run has not said yet that it took it over.
    """

    note: DoctorNote
    former: dict[str, Any] | None = None
    began_after: int = 0
    is_changing: bool = False


class TrainDoctor(QObject):
    """Fills a :class:`DoctorCard`. A trouble is told once; seen again, its evidence is renewed."""

    resume_asked = Signal(object)  # dict: entries of the recipe that the run is to go on with
    back_asked = Signal(object, int, object)  # folder of the run, step to go on from, entries of the recipe

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._training = session.training
        self._texts = DoctorTexts(self)
        self._cases: dict[str, _Case] = {}
        self._shown = ""
        self._put_away: set[str] = set()
        self._recipe: dict[str, Any] = {}
        self._folder: Path | None = None
        self._step = 0
        self._drawings: deque[int] = deque(maxlen=DRAWINGS_LOOKED_AT)  # steps
        self.card = DoctorCard()
        self.card.mend_asked.connect(self._on_mend_asked)
        self.card.undo_asked.connect(self._on_undo_asked)
        self.card.back_asked.connect(self._on_back_asked)
        self.card.next_asked.connect(self._on_next_asked)
        self.card.hide_asked.connect(self._on_hide_asked)
        self._training.reported.connect(self._on_reported)
        self._training.failed.connect(self._on_failed)
        self._training.state_changed.connect(self._on_state_changed)

    @Slot(object)
    def _on_reported(self, event: TrainingEvent) -> None:
        match event:
            case RunStarted():
                self._begin(event)
            case StepsDone():
                self._step = event.step
            case SamplesDrawn():
                self._drawings.append(event.step)
            case RecipeChanged():
                self._recipe |= event.changes
                self._settle()
            case DoctorNote():
                self._take(event)

    def _begin(self, event: RunStarted) -> None:
        """A new run has no history; one that goes on keeps its notes."""
        if event.step == 0 or event.folder != self._folder:
            self._cases.clear()
            self._put_away.clear()
            self._drawings.clear()
            self._shown = ""
        self._folder, self._step = event.folder, event.step
        self._recipe = {name: getattr(event.config, name) for name in CHANGEABLE}
        self._show()

    def _take(self, note: DoctorNote) -> None:
        """After a mend the same trouble is news again; seen while the mend is on its way, it takes no card away."""
        case, shown = self._cases.get(note.code), self._cases.get(self._shown)
        if case is None or (case.former is not None and not case.is_changing):
            self._cases[note.code] = _Case(note, began_after=min(self._drawings, default=0))
            self._put_away.discard(note.code)
            if shown is None or not shown.is_changing:
                self._shown = note.code
        else:
            case.note = note
        self._show()

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        """A run that ended because its numbers broke can go on with much smaller steps."""
        if failure.code == DIVERGED and self._recipe:
            rates = {
                name: max(LEAST_RATE, CALMER * float(self._recipe[name]))
                for name in ("generator_learning_rate", "discriminator_learning_rate")
            }
            self._cases.pop(DIVERGED, None)
            self._take(
                DoctorNote(
                    step=self._step,
                    code=DIVERGED,
                    values={},
                    sentence=failure.sentence,
                    evidence=failure.sentence,
                    mend=Mend(sentence="", changes=rates),
                )
            )

    @Slot(str)
    def _on_state_changed(self, state: str) -> None:
        if state == "idle":
            self._settle()
        else:
            self._show()

    def _settle(self) -> None:
        """No change is on its way any more: the run took it over, or has ended."""
        for case in self._cases.values():
            case.is_changing = False
        self._show()

    # What the person does

    @Slot()
    def _on_mend_asked(self) -> None:
        case = self._cases[self._shown]
        assert case.note.mend is not None, "its button is hidden without"
        case.former = {name: self._recipe[name] for name in case.note.mend.changes}
        self._change(case, case.note.mend.changes)

    @Slot()
    def _on_undo_asked(self) -> None:
        case = self._cases[self._shown]
        assert case.former is not None, "its button is hidden before a mend"
        former, case.former = case.former, None
        self._change(case, former)

    @Slot()
    def _on_back_asked(self) -> None:
        case = self._cases[self._shown]
        assert self._folder is not None, "a note comes from a run"
        changes = {} if case.note.mend is None else dict(case.note.mend.changes)
        self.back_asked.emit(self._folder, case.began_after, changes)

    def _back_to(self, case: _Case) -> int | None:
        """The step of the newest checkpoint from before the trouble; it is of use where something is lost."""
        if case.note.code != COLLAPSE or self._folder is None:
            return None
        steps = [step_of(file) for file in RunFolder(self._folder).checkpoint_files()]
        return max((step for step in steps if 0 < step <= case.began_after), default=None)

    def _change(self, case: _Case, changes: Mapping[str, Any]) -> None:
        """At the next batch of the run that goes; one that has ended goes on with it."""
        case.is_changing = True
        if self._training.state == "idle":
            self.resume_asked.emit(dict(changes))
        else:
            self._training.order(ChangeRecipe(dict(changes)))
        self._show()

    @Slot()
    def _on_next_asked(self) -> None:
        codes = self._codes()
        self._shown = codes[(codes.index(self._shown) + 1) % len(codes)]
        self._show()

    @Slot()
    def _on_hide_asked(self) -> None:
        self._put_away.add(self._shown)
        self._shown = next(iter(self._codes()), "")
        self._show()

    def _codes(self) -> list[str]:
        return [code for code in self._cases if code not in self._put_away]

    def _show(self) -> None:
        codes = self._codes()
        if self._shown not in codes:
            self.card.clear()
            return
        case = self._cases[self._shown]
        self.card.show_note(
            self._texts.words(case.note, self._recipe, self._back_to(case)),
            place=codes.index(self._shown) + 1,
            of=len(codes),
            is_mended=case.former is not None,
        )
        moving = self._training.state in ("starting", "stopping")
        self.card.set_pressable(not moving, self.tr("The run is busy for a moment.") if moving else "")
