"""The colours and the type of the studio, in dark and in light; no widget holds a colour of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QWidget

FONT_FAMILIES = (
    "Inter",
    "Segoe UI",
    "SF Pro Text",
    "Noto Sans",
    "DejaVu Sans",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
)
TABULAR_FIGURES = QFont.Tag("tnum")
ON_CLASS_DARK, ON_CLASS_LIGHT = "#141416", "#FFFFFF"
CLASSES_WITH_LIGHT_NUMERAL = (1, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Hex colours by role; what each is for stands beside the dark ones."""

    dark: bool
    canvas: str
    well: str
    field: str
    chrome: str
    panel: str
    raised: str
    hover: str
    pressed: str
    line: str
    edge: str
    text: str
    text2: str
    text3: str
    accent: str
    on_accent: str
    slide: str
    slate: str
    chalk: str
    paper: str
    ink: str
    ok: str
    warn: str
    err: str
    chart_generator: str
    chart_discriminator: str
    chart_quality: str
    chart_speed: str
    classes: tuple[str, ...]
    class_tints: tuple[str, ...]


_CLASSES = (
    "#5CC3E8",
    "#1F8073",
    "#EE93B3",
    "#6C8EF5",
    "#C9996B",
    "#BFE6CF",
    "#B5543C",
    "#8CC152",
    "#E2C044",
    "#A569BD",
)
_LIGHT_TINT_OF_FIVE = "#8FD0AE"  # its own colour would vanish on a light sheet

DARK = Tokens(
    dark=True,
    canvas="#121214",  # behind pictures
    well="#0F0F11",  # inside segments and empty bars
    field="#0F0F11",  # inside fields
    chrome="#19191C",  # rail, bars, docks
    panel="#1E1E22",  # side panels
    raised="#2A2A2F",  # buttons, cards, menus
    hover="#35353B",
    pressed="#404047",
    line="#2C2C31",  # hairlines, decoration only
    edge="#777781",  # outlines that carry meaning
    text="#ECEAE4",
    text2="#AAA8A2",  # secondary words, icons, ticks
    text3="#87857F",  # what is disabled, and hints inside empty fields
    accent="#F0714A",  # what to press, where you are
    on_accent="#1C0F0A",
    slide="#8B8983",  # filled part of a neutral slider
    slate="#161619",  # live sheet
    chalk="#F0ECE2",
    paper="#F3EEE2",  # kept sheet
    ink="#201D1A",
    ok="#5CBF93",
    warn="#E8B04A",
    err="#F27C9C",
    chart_generator="#5BB1F0",
    chart_discriminator="#E6B84C",
    chart_quality="#B8B3F0",
    chart_speed="#9AA0A8",
    classes=_CLASSES,
    class_tints=_CLASSES,
)

LIGHT = Tokens(
    dark=False,
    canvas="#E4E1DA",
    well="#E4E0D8",
    field="#FFFFFF",
    chrome="#F1EEE8",
    panel="#F8F6F1",
    raised="#FFFFFF",
    hover="#EAE6DE",
    pressed="#DDD8CD",
    line="#DDD9D0",
    edge="#857F75",
    text="#24211E",
    text2="#5C5750",
    text3="#736D64",
    accent="#B83C17",
    on_accent="#FFFFFF",
    slide="#7C766C",
    slate="#F4F0E6",
    chalk="#24211E",
    paper="#FFFDF6",
    ink="#201D1A",
    ok="#1E7A50",
    warn="#8A5A00",
    err="#B3264F",
    chart_generator="#1C6BB0",
    chart_discriminator="#8F6400",
    chart_quality="#5A50B5",
    chart_speed="#6A7078",
    classes=_CLASSES,
    class_tints=(*_CLASSES[:5], _LIGHT_TINT_OF_FIVE, *_CLASSES[6:]),
)


def tokens_for(widget: QWidget) -> Tokens:
    """The tokens that go with the palette the widget stands in."""
    return tokens_of(widget.palette())


def tokens_of(palette: QPalette) -> Tokens:
    # Style sheets write a control's own ground and words into its palette; this role they leave alone.
    return DARK if palette.color(QPalette.ColorRole.ToolTipBase).lightness() < 128 else LIGHT


@cache
def colour(hex_code: str, alpha: float = 1.0) -> QColor:
    """The same object at every call: nobody changes it."""
    mixed = QColor(hex_code)
    mixed.setAlphaF(alpha)
    return mixed


def class_colour(tokens: Tokens, index: int) -> QColor:
    """Beyond ten classes the colours repeat, so a numeral or a name always stands beside them."""
    return QColor(tokens.classes[index % len(tokens.classes)])


def class_tint(tokens: Tokens, index: int) -> QColor:
    """The colour that washes a map, which on a light sheet differs from the class's own."""
    return QColor(tokens.class_tints[index % len(tokens.class_tints)])


def on_class_colour(index: int) -> QColor:
    """The colour of a numeral that stands on ``class_colour``."""
    light = index % len(_CLASSES) in CLASSES_WITH_LIGHT_NUMERAL
    return QColor(ON_CLASS_LIGHT if light else ON_CLASS_DARK)


@cache
def text_font(px: int, weight: int = 400) -> QFont:
    """The interface font with figures of equal width, so that running numbers do not jitter.

    The same object at every call: nobody changes it.
    """
    font = QFont()
    font.setFamilies(list(FONT_FAMILIES))
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setFeature(TABULAR_FIGURES, 1)
    return font
