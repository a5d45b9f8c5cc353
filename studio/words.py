"""Texts of the window that know where they come from, so that they can be said again in another language.

``tr`` of every QObject gives :class:`Words` from :func:`remember_words` on: a text that remembers its class and its
source. What is made of it (``format``, ``join``, ``+``…) is Words as well and remembers the pieces. Qt keeps copies
of texts in its labels and actions; :func:`known` finds the Words behind such a copy. A text that a person typed is
never Words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

_ENDS = (".", "!", "?", "…", ":", ")", "。", "！", "？", "：", "）")
TYPED = "typed"
MOST_OF_A_KIND = 256  # of texts made from one source, such as "{n} pictures", the newest are known


class Words(str):
    """A text of the program. ``again`` says it in the language of the moment.

    ``origin``: class and source, and a third part for what was made of others.
    """

    __slots__ = ("_again", "origin")

    _again: Callable[[], str]
    origin: tuple[str, ...]

    def __new__(cls, text: str, origin: tuple[str, ...], again: Callable[[], str]) -> Words:
        words = super().__new__(cls, text)
        words._again, words.origin = again, origin
        _said.add(words)
        return words

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Copies and what goes to other processes are plain texts."""
        return str, (str(self),)

    def now(self) -> str:
        """The same in the language of the moment."""
        return self._again()

    def format(self, *args: object, **values: object) -> str:
        return derived(str.format, self, *args, **values)

    def join(self, parts: Iterable[str], /) -> str:
        return derived(str.join, self, list(parts))

    def replace(self, *args: Any) -> str:
        return derived(str.replace, self, *args)

    def rstrip(self, signs: str | None = None, /) -> str:
        return derived(str.rstrip, self, signs)

    def lower(self) -> str:
        return derived(str.lower, self)

    def __add__(self, other: str, /) -> str:
        return derived(_together, self, other)

    def __radd__(self, other: str) -> str:
        return derived(_together, other, self)


class _Said:
    """The texts that were said, by what they look like, each with its newest Words of each origin."""

    def __init__(self) -> None:
        self._by_text: dict[str, dict[tuple[str, ...], Words]] = {}
        self._by_origin: dict[tuple[str, ...], dict[str, None]] = {}  # the newest last

    def add(self, words: Words) -> None:
        text = str(words)
        if not text:
            return
        of_origin = self._by_origin.setdefault(words.origin, {})
        of_origin.pop(text, None)
        of_origin[text] = None
        self._by_text.setdefault(text, {})[words.origin] = words
        if len(of_origin) > MOST_OF_A_KIND:
            self._forget(next(iter(of_origin)), words.origin)

    def of(self, text: str) -> list[Words]:
        """What was made of others comes first, and the newest last."""
        return sorted(self._by_text.get(text, {}).values(), key=lambda words: len(words.origin), reverse=True)

    def clear(self) -> None:
        self._by_text.clear()
        self._by_origin.clear()

    def _forget(self, text: str, origin: tuple[str, ...]) -> None:
        del self._by_origin[origin][text]
        entry = self._by_text[text]
        del entry[origin]
        if not entry:
            del self._by_text[text]


_said = _Said()
_translated: dict[tuple[type, str], Words] = {}


def remember_words() -> None:
    """Let every ``tr`` give Words from now on.

    The one place where something of Qt's is replaced: the alternative, a base class of our own under every widget
    and every helper, would have to be thought of each time.
    """
    QObject.tr = _tr  # type: ignore[method-assign]


def forget_words() -> None:
    """Nothing is known any more, and each text is looked up anew: the language has changed."""
    _said.clear()
    _translated.clear()


def known(text: str, kin: Iterable[str] = ()) -> str:
    """The Words that look so, or the text itself where the program said no such thing.

    Two classes may have said the same and mean different things: ``kin`` are names of classes, the nearest first.
    Without it, what was said last and is no part of a longer text is meant.
    """
    found = _said.of(text)
    if len(found) > 1:
        for name in kin:
            for words in reversed(found):
                if words.origin[0] == name:
                    return words
    return found[-1] if found else text


def note_typed(thing: QObject, text: str) -> None:
    """To be said of an object that shows a name: one that a person gave stays, even if it reads like ours."""
    thing.setProperty(TYPED, not isinstance(text, Words))


def derived(deed: Callable[..., str], *args: Any, **values: Any) -> str:
    """What ``deed`` makes of texts: Words, if one of them (also in a list) is Words; done again in another language."""
    text = deed(*args, **values)
    origin = _origin_of((*args, *values.values()))
    return (
        text
        if origin is None
        else Words(
            text, (*origin[:2], getattr(deed, "__name__", "")), partial(_derived_now, deed, args, values)
        )
    )


def remade(kind: str, make: Callable[[], str]) -> str:
    """What depends on the language in another way, such as a number; ``kind`` names what is made."""
    return Words(make(), ("", kind), partial(remade, kind, make))


def phrase(template: str, *args: object, **values: object) -> str:
    """``template.format(…)`` for a template that is the same in every language, such as "{name} ({keys})"."""
    return derived(str.format, template, *args, **values)


def joined(separator: str, parts: Iterable[str]) -> str:
    """``separator.join(…)`` without parts that are empty; Words, if one of them is."""
    return derived(str.join, separator, [part for part in parts if part])


def listed(parts: Iterable[str]) -> str:
    """One after another, as the language writes it: with commas in English, with enumeration commas in Chinese."""
    return joined(translate("words", ", "), parts)


def facts(parts: Iterable[str]) -> str:
    """What there is to say of one thing, in short: with commas in both languages."""
    return joined(translate("facts", ", "), parts)


def sentences(*parts: str) -> str:
    """One after another, each with its stop, with a blank between them where the language sets one."""
    return derived(_sentences, translate("words", ". "), [part for part in parts if part])


def translate(context: str, source: str) -> str:
    """``tr`` for functions that belong to no object."""
    text = QCoreApplication.translate(context, source)
    return Words(text, (context, source), partial(translate, context, source))


def now(value: Any) -> Any:
    """Words in the language of the moment, also inside a list or tuple; anything else as it is."""
    if isinstance(value, Words):
        return value.now()
    if type(value) in (list, tuple):
        return type(value)(map(now, value))
    return value


def _tr(self: QObject, source: str, disambiguation: str | None = None, n: int = -1) -> str:
    return _tr_of(type(self), source)


def _tr_of(kind: type, source: str) -> str:
    words = _translated.get((kind, source))
    if words is None:
        words = Words(_looked_up(kind, source), (kind.__name__, source), partial(_tr_of, kind, source))
        _translated[kind, source] = words
    return words


def _looked_up(kind: type, source: str) -> str:
    """As Qt for Python does: the class is asked first, then those it inherits from."""
    for base in kind.__mro__:
        if base is QObject:
            break
        if (text := QCoreApplication.translate(base.__name__, source)) != source:
            return text
    return source


def _derived_now(deed: Callable[..., str], args: tuple[Any, ...], values: dict[str, Any]) -> str:
    return derived(deed, *map(now, args), **{name: now(value) for name, value in values.items()})


def _origin_of(parts: Iterable[object]) -> tuple[str, ...] | None:
    for part in parts:
        if isinstance(part, Words):
            return part.origin
        if isinstance(part, list | tuple) and (origin := _origin_of(part)) is not None:
            return origin
    return None


def _sentences(stop: str, parts: list[str]) -> str:
    ended = [part if part.endswith(_ENDS) else part + stop.rstrip() for part in parts]
    return stop[len(stop.rstrip()) :].join(ended)


def _together(first: str, second: str) -> str:
    return str(first) + str(second)
