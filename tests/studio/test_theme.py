"""The tokens keep their contrast, and a change of theme reaches what is already open."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studio.theme import (
    DARK,
    LIGHT,
    ThemeName,
    Tokens,
    apply_theme,
    class_colour,
    on_class_colour,
    palette_of,
    style_sheet,
    text_font,
    tokens_for,
    tokens_of,
)

BOTH = pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
WORDS, MARKS = 4.5, 3.0  # WCAG 2.1, 1.4.3 and 1.4.11
GROUNDS = ("canvas", "well", "field", "chrome", "panel", "raised")


def _luminance(hex_code: str) -> float:
    channels = QColor(hex_code).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


@BOTH
@pytest.mark.parametrize("ground", [*GROUNDS, "hover", "pressed"])
def test_words_can_be_read_on_every_ground(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.text, getattr(tokens, ground)) >= 7


@BOTH
@pytest.mark.parametrize("ground", [*GROUNDS, "hover"])
def test_secondary_words_can_be_read_on_every_ground(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.text2, getattr(tokens, ground)) >= WORDS


@BOTH
def test_the_main_button_can_be_read_at_rest_and_pressed(tokens: Tokens) -> None:
    accent = QColor(tokens.accent)
    for ground in (accent, accent.lighter(110), accent.darker(114)):
        assert contrast(tokens.on_accent, ground.name()) >= WORDS


@BOTH
@pytest.mark.parametrize("words", ["ok", "warn", "err", "accent", "chart_generator", "chart_discriminator"])
def test_coloured_words_can_be_read_on_a_panel(tokens: Tokens, words: str) -> None:
    assert contrast(getattr(tokens, words), tokens.panel) >= WORDS


@BOTH
@pytest.mark.parametrize("mark", ["edge", "slide", "accent", "text", "chart_quality", "chart_speed"])
def test_marks_that_carry_meaning_stand_out_from_a_panel(tokens: Tokens, mark: str) -> None:
    assert contrast(getattr(tokens, mark), tokens.panel) >= MARKS


@BOTH
def test_ink_stands_out_on_its_sheet(tokens: Tokens) -> None:
    assert contrast(tokens.chalk, tokens.slate) >= 14
    assert contrast(tokens.ink, tokens.paper) >= 14


@BOTH
def test_a_hint_card_can_be_read_though_it_is_inverse(tokens: Tokens) -> None:
    assert contrast(tokens.panel, tokens.text) >= 7


@BOTH
def test_a_numeral_can_be_read_on_its_class(tokens: Tokens) -> None:
    for index in range(10):
        ground, numeral = class_colour(tokens, index).name(), on_class_colour(index).name()
        assert contrast(ground, numeral) >= MARKS, f"class {index}"  # 14 px semibold counts as a large mark


@BOTH
def test_the_style_sheet_leaves_no_place_unfilled(tokens: Tokens) -> None:
    assert "$" not in style_sheet(tokens)


@BOTH
def test_disabled_words_are_those_of_hints(tokens: Tokens) -> None:
    palette = palette_of(tokens)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        assert palette.color(QPalette.ColorGroup.Disabled, role).name().upper() == tokens.text3


def test_class_colours_repeat_beyond_ten() -> None:
    assert class_colour(DARK, 13) == class_colour(DARK, 3)


def test_a_palette_knows_its_tokens() -> None:
    assert tokens_of(palette_of(DARK)) is DARK
    assert tokens_of(palette_of(LIGHT)) is LIGHT


def test_a_change_of_theme_reaches_widgets_that_are_open(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    button, label = QPushButton("Save"), QLabel("words")
    button.setProperty("kind", "quiet")  # its style sheet clears the ground it stands on
    for widget in (button, label):
        qtbot.addWidget(widget)
        widget.show()
        widget.grab()
        assert tokens_for(widget) is DARK
    apply_theme(qapp, "light")
    for widget in (button, label):
        widget.grab()
        assert tokens_for(widget) is LIGHT


def test_where_the_system_says_nothing_the_studio_is_dark(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    apply_theme(qapp, "system")  # the offscreen platform knows no scheme
    assert tokens_of(qapp.palette()) is DARK


def test_figures_are_equally_wide_also_through_the_style_sheet(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    label = QLabel("1111")
    label.setProperty("role", "section")
    qtbot.addWidget(label)
    label.ensurePolished()
    for metrics in (QFontMetrics(text_font(13)), label.fontMetrics()):
        assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_ticked_box_shows_a_tick(qtbot: QtBot, qapp: QApplication, theme: ThemeName) -> None:
    """Colour alone would say nothing to who cannot tell it apart."""
    apply_theme(qapp, theme)
    box = QCheckBox("Hide outliers")
    qtbot.addWidget(box)
    box.setChecked(True)
    box.resize(box.sizeHint())
    picture = box.grab(QRect(4, box.height() // 2 - 4, 8, 8)).toImage()  # inside the box
    accent, tick = (QColor(getattr(tokens_of(qapp.palette()), name)) for name in ("accent", "on_accent"))
    seen = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]

    def near(colour: QColor) -> int:
        return sum(
            abs(c.red() - colour.red()) + abs(c.green() - colour.green()) + abs(c.blue() - colour.blue()) < 90
            for c in seen
        )

    assert near(accent) > 20
    assert near(tick) > 5
