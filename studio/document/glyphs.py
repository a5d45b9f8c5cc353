"""Which class of a model a character is: the one with its name, and no other in its place."""

from __future__ import annotations

from collections.abc import Sequence


def class_of(character: str, class_names: Sequence[str]) -> int | None:
    """The class whose name is this one character; None if there is none."""
    return class_names.index(character) if character in class_names else None


def classes_of(text: str, class_names: Sequence[str]) -> tuple[int, ...]:
    """Those of all characters that have one, in order."""
    found = (class_of(character, class_names) for character in text)
    return tuple(label for label in found if label is not None)


def missing_in(text: str, class_names: Sequence[str]) -> str:
    """Each character without a class once, in order; white space needs none."""
    missing = (each for each in text if not each.isspace() and class_of(each, class_names) is None)
    return "".join(dict.fromkeys(missing))
