"""What the training doctor sees, in the words of the window: it speaks in codes and values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from gan.events import DoctorNote
from studio.number_style import number, percent
from studio.widgets.controls.rate_slider import rate_text
from studio.widgets.training.doctor_card import DoctorWords
from studio.words import listed


class DoctorTexts(QObject):
    """A code that has no words here keeps the engine's English sentences."""

    def words(self, note: DoctorNote, recipe: Mapping[str, Any], back_to: int | None = None) -> DoctorWords:
        """``recipe``: the entries that can change, as the run has them now. ``back_to``: a step to go on from."""
        title, explanation = self._known().get(note.code, (note.sentence, ""))
        changes = {} if note.mend is None else note.mend.changes
        return DoctorWords(
            title=title,
            evidence=self._evidence(note),
            explanation=explanation or note.sentence,
            mend=self._mend(changes, recipe) if changes else "",
            mend_tip=self._tip(changes, recipe),
            back="" if back_to is None else self.tr("Go back"),
            back_tip="" if back_to is None else self._back_tip(back_to),
        )

    def _known(self) -> dict[str, tuple[str, str]]:
        """Title and explanation of each code."""
        return {
            "mode-collapse": (
                self.tr("The pictures become all alike"),
                self.tr(
                    "The generator has found a picture that passes, and repeats it: this is called mode collapse. A "
                    "stronger gradient penalty makes the discriminator's opinion less steep, so that other pictures "
                    "pay off again."
                ),
            ),
            "classes-missing": (
                self.tr("Some classes are no longer drawn"),
                self.tr(
                    "The generator draws something else where it is asked for these. A stronger gradient penalty lets "
                    "it find them again; often more training does, too."
                ),
            ),
            "learnt-by-heart": (
                self.tr("D knows the pictures by heart"),
                self.tr(
                    "There are few pictures, and each was seen so often that the discriminator knows it; the generator "
                    "then learns to repeat them. Turned and scaled pictures are harder to learn by heart."
                ),
            ),
            "discriminator-too-strong": (
                self.tr("D is pulling ahead"),
                self.tr(
                    "The discriminator tells made from training pictures almost always, so the generator gets no hint "
                    "how to improve. With smaller steps D learns more slowly, and G can catch up."
                ),
            ),
            "no-learning": (
                self.tr("The pictures stand still"),
                self.tr(
                    "The generator is not learning any more. Larger steps get it going, if they are too small."
                ),
            ),
            "unstable": (
                self.tr("The run breaks down again and again"),
                self.tr(
                    "The numbers grew until they were no longer numbers, and the run returned to its last good state. "
                    "Its steps are too large: smaller learning rates keep it on its feet."
                ),
            ),
            "training-diverged": (
                self.tr("The run went off the rails"),
                self.tr(
                    "The numbers grew until they were no longer numbers, too often to go on. The last good state is "
                    "kept: from there the run can go on with smaller steps."
                ),
            ),
        }

    def _evidence(self, note: DoctorNote) -> str:
        values = note.values
        templates = {
            "mode-collapse": self.tr(
                "Pictures of one class differ by {distance} on average, and did by {best}."
            ),
            "classes-missing": self.tr("Since step {step} the digit reader does not find {classes}."),
            "learnt-by-heart": self.tr(
                "Each was seen {epochs} times; over the last {steps} steps training pictures won {wins} of all pairs."
            ),
            "discriminator-too-strong": self.tr(
                "Over the last {steps} steps it was {certainty} sure on average."
            ),
            "no-learning": self.tr("In {steps} steps they changed by {levels} of 255 grey levels."),
            "unstable": self.tr(
                "It went off the rails {rollbacks} times and returned to an earlier state each time."
            ),
            "training-diverged": self.tr("At step {step} the losses were no longer numbers."),
        }
        try:
            return templates[note.code].format(**self._shown(note, values))
        except (KeyError, TypeError, ValueError):
            return note.evidence

    def _shown(self, note: DoctorNote, values: Mapping[str, Any]) -> dict[str, str]:
        shown = {"step": number(note.step)}
        for name, value in values.items():
            if name in ("distance", "best"):
                shown[name] = number(value, 3)
            elif name in ("certainty", "wins"):
                shown[name] = percent(value)
            elif name == "change":
                shown["levels"] = number(255 * value, 2)
            elif name == "classes":
                shown[name] = listed(value)
            elif isinstance(value, int):
                shown[name] = number(value)
        return shown

    def _back_tip(self, step: int) -> str:
        tip = self.tr(
            "Stops this run, which is kept, and goes on in a new one from step {step}, before it began, with the mend."
        )
        return tip.format(step=number(step))

    def _mend(self, changes: Mapping[str, Any], recipe: Mapping[str, Any]) -> str:
        """The button in a word or three."""
        slower = any(changes[name] < recipe.get(name, changes[name]) for name in changes if "rate" in name)
        names = set(changes)
        if names == {"discriminator_learning_rate"}:
            return self.tr("Slow D down") if slower else self.tr("Speed D up")
        if names == {"generator_learning_rate", "discriminator_learning_rate"}:
            return self.tr("Lower both rates") if slower else self.tr("Raise both rates")
        if names == {"penalty_gamma"}:
            return self.tr("Raise penalty")
        if "augment_strength" in names:
            return self.tr("Add augmentation")
        return self.tr("Mend it")

    def _tip(self, changes: Mapping[str, Any], recipe: Mapping[str, Any]) -> str:
        names = {
            "generator_learning_rate": self.tr("learning rate of G"),
            "discriminator_learning_rate": self.tr("learning rate of D"),
            "penalty_gamma": self.tr("penalty γ"),
            "augment_strength": self.tr("augmentation"),
            "discriminator_steps": self.tr("D steps per G"),
            "ema_decay": self.tr("averaging"),
        }
        line = self.tr("{name} from {before} to {after}")
        parts = [
            line.format(
                name=names.get(name, name), before=_value_text(recipe.get(name)), after=_value_text(value)
            )
            for name, value in changes.items()
            if value != recipe.get(name)
        ]
        return self.tr("Changes {what}. Undo takes it back.").format(what=listed(parts)) if parts else ""


def _value_text(value: object) -> str:
    return rate_text(value) if isinstance(value, float) else str(value)
