"""The recipe of one run while it goes: each change is logged and reported, and a resume makes it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gan.deeds import RECIPE_CHANGED, STEPPED_ALONE, Deeds
from gan.events import RecipeChanged
from gan.orders import Part
from gan.recipe_changes import changeable_part
from gan.run_budget import Log
from gan.run_folder import RunFolder
from gan.trainer import Trainer


class RunRecipe:
    """Changes what the trainer goes by, and who learns in a step."""

    def __init__(self, trainer: Trainer, folder: RunFolder, log: Log) -> None:
        self._trainer = trainer
        self._folder = folder
        self._log = log
        self._deeds = Deeds()
        self._unreported: list[RecipeChanged] = []

    def go_on(self) -> None:
        """A resume: line up what was done by hand after its checkpoint."""
        self._deeds = Deeds(self._folder.read_events(), self._trainer.step_count)

    def replay(self) -> Part:
        """To be called before each step: do again what was done here; returns who learns in it."""
        for changes in self._deeds.changes_until(self._trainer.step_count):
            self._unreported.append(self._changed(changes))
        return self._deeds.part(self._trainer.step_count)

    def change(self, changes: Mapping[str, Any]) -> None:
        """From the next step on. UserError, and nothing changed, for what cannot be."""
        changed = self._changed(changes)
        self._log(RECIPE_CHANGED, step=changed.step, changes=dict(changes), before=dict(changed.before))
        self._unreported.append(changed)

    def note_single_step(self, part: Part) -> None:
        """The next step is made by hand, and only ``part`` learns in it."""
        self._log(STEPPED_ALONE, step=self._trainer.step_count, part=part)

    def take_changes(self) -> list[RecipeChanged]:
        """What changed since the last time."""
        changes, self._unreported = self._unreported, []
        return changes

    def _changed(self, changes: Mapping[str, Any]) -> RecipeChanged:
        before = changeable_part(self._trainer.config)
        self._trainer.change_recipe(changes)
        now = changeable_part(self._trainer.config)
        return RecipeChanged(
            step=self._trainer.step_count,
            changes={name: now[name] for name in changes},
            before={name: before[name] for name in changes},
        )
