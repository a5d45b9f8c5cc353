"""What is marked on the charts, in the words of the window: changes of the recipe, and what the doctor saw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from gan.events import DoctorNote, Warned
from studio.number_style import number, short_number
from studio.widgets.charts.chart_marks import ChartMark
from studio.words import joined, listed, phrase


class MarkTexts(QObject):
    """Makes marks of what a run reports, and of what it wrote into its log in an earlier sitting."""

    def of_warning(self, event: Warned) -> ChartMark | None:
        """A doctor's note, or a mishap that changed the run; None for words about the pictures and the like."""
        if isinstance(event, DoctorNote):
            return self._note(event.step, event.code, event.evidence)
        return self._mishap(event.step, event.code, event.values)

    def of_change(
        self, step: int, changes: Mapping[str, Any], before: Mapping[str, Any] | None = None
    ) -> ChartMark:
        """A change of the recipe, from the step after this one on."""
        label = listed(self._change(name, value) for name, value in changes.items())
        was = listed(self._change(name, value) for name, value in (before or {}).items())
        sentence = self.tr("From step {step} on: {changes}").format(step=_number(step + 1), changes=label)
        if was:
            sentence = joined("\n", (sentence, self.tr("Before: {changes}").format(changes=was)))
        return ChartMark(step=step, kind="change", label=label, sentence=sentence)

    def of_log(self, entry: Mapping[str, Any]) -> ChartMark | None:
        """A line of a run's log; None where there is nothing to mark, or where the line is not what we write."""
        step, values = entry.get("step"), entry.get("values", {})
        if not isinstance(step, int) or not isinstance(values, dict):
            return None
        match entry:
            case {"event": "recipe-changed", "changes": dict(changes)}:
                before = entry.get("before")
                return self.of_change(step, changes, before if isinstance(before, dict) else None)
            case {"event": "noted", "code": str(code), "evidence": str(evidence)}:
                return self._note(step, code, evidence)
            case {"event": "warned", "code": str(code)}:
                return self._mishap(step, code, values)
        return None

    def _note(self, step: int, code: str, evidence: str) -> ChartMark:
        titles = {
            "mode-collapse": self.tr("The pictures become all alike"),
            "classes-missing": self.tr("Some classes are no longer drawn"),
            "discriminator-too-strong": self.tr("D is pulling ahead"),
            "no-learning": self.tr("The pictures stand still"),
            "unstable": self.tr("The run breaks down again and again"),
        }
        title = titles.get(code, evidence)
        sentence = self.tr("Step {step}: {words}").format(step=_number(step), words=title)
        return ChartMark(step=step, kind="note", label=title, sentence=sentence)

    def _mishap(self, step: int, code: str, values: Mapping[str, Any]) -> ChartMark | None:
        if code == "rolled-back" and isinstance(good := values.get("good_step"), int):
            words = self.tr("The numbers broke down at step {step}; from here on at half the learning rate.")
            return ChartMark(
                step=good,
                kind="change",
                label=self.tr("rates halved"),
                sentence=words.format(step=_number(step)),
            )
        if code == "minibatch-halved" and isinstance(now := values.get("now"), int):
            return self.of_change(step, {"minibatches": [[0, now]]})
        return None

    def _change(self, name: str, value: object) -> str:
        text = self._value(name, value)
        templates = {
            "generator_learning_rate": self.tr("G to {value}"),
            "discriminator_learning_rate": self.tr("D to {value}"),
            "discriminator_steps": self.tr("D steps {value}"),
            "minibatches": self.tr("minibatch {value}"),
            "penalty_gamma": self.tr("penalty {value}"),
            "penalty_interval": self.tr("penalty every {value}"),
            "ema_decay": self.tr("EMA {value}"),
            "sample_interval_s": self.tr("samples every {value} s"),
            "augmentation": self.tr("augmentation {value}"),
        }
        return phrase(templates.get(name, name.replace("_", " ") + " {value}"), value=text)

    def _value(self, name: str, value: object) -> str:
        if name == "minibatches" and isinstance(value, list | tuple) and value:
            last = value[-1]
            return self._value("", last[-1] if isinstance(last, list | tuple) and last else last)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return str(value)
        return short_number(value, 3)


def _number(step: int) -> str:
    return number(step)
