"""Dresses the application: palette, Fusion, and one style sheet filled in from the tokens."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from gan.places import resources_folder
from studio.icons import retint_icons
from studio.tokens import (
    DARK,
    FONT_FAMILIES,
    LIGHT,
    Tokens,
    class_colour,
    class_tint,
    colour,
    on_class_colour,
    text_font,
    tokens_for,
    tokens_of,
)

__all__ = [
    "DARK",
    "LIGHT",
    "ThemeName",
    "Tokens",
    "apply_theme",
    "class_colour",
    "class_tint",
    "colour",
    "has_text_font",
    "on_class_colour",
    "palette_of",
    "style_sheet",
    "text_font",
    "tokens_for",
    "tokens_of",
]

ThemeName = Literal["dark", "light", "system"]
_SCHEMES = {
    "dark": Qt.ColorScheme.Dark,
    "light": Qt.ColorScheme.Light,
    "system": Qt.ColorScheme.Unknown,  # lets the system decide, also about title bars
}
_MAIN_HOVER, _MAIN_PRESSED = 110, 114  # per cent lighter, darker


def apply_theme(application: QApplication, name: ThemeName) -> None:
    """Everything that is open changes at once: palette, style sheet and the tint of the icons."""
    application.styleHints().setColorScheme(_SCHEMES[name])
    tokens = _system_tokens(application) if name == "system" else {"dark": DARK, "light": LIGHT}[name]
    application.setStyle("Fusion")
    application.setFont(text_font(13))
    application.setPalette(palette_of(tokens))
    application.setStyleSheet(style_sheet(tokens))
    retint_icons(application)


def _system_tokens(application: QApplication) -> Tokens:
    """Where the system says nothing, as offscreen and on bare window managers, the studio is dark."""
    return LIGHT if application.styleHints().colorScheme() == Qt.ColorScheme.Light else DARK


def has_text_font() -> bool:
    """False on a bare Linux, where every letter would be a box."""
    families = set(QFontDatabase.families())
    return any(family in families for family in FONT_FAMILIES)


def style_sheet(tokens: Tokens) -> str:
    source = (resources_folder() / "style" / "studio.qss").read_text(encoding="utf-8")
    accent = QColor(tokens.accent)
    return Template(source).substitute(
        asdict(tokens),
        accent_hover=accent.lighter(_MAIN_HOVER).name(),
        accent_pressed=accent.darker(_MAIN_PRESSED).name(),
        # In the light theme raised things are as bright as the panel: a hairline holds them together.
        outline="transparent" if tokens.dark else tokens.line,
        segment=tokens.hover if tokens.dark else tokens.raised,
        check_mark=(
            resources_folder() / "style" / f"check-{'dark' if tokens.dark else 'light'}.svg"
        ).as_posix(),
        rail_cell=tokens.hover if tokens.dark else tokens.pressed,
    )


def palette_of(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for name, value in {
        role.Window: tokens.panel,
        role.WindowText: tokens.text,
        role.Base: tokens.field,
        role.AlternateBase: tokens.raised,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.text3,
        role.Text: tokens.text,
        role.Button: tokens.raised,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.err,
        role.Light: tokens.pressed,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.line,
        role.Shadow: tokens.canvas,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
    }.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.HighlightedText):
        palette.setColor(group.Disabled, name, QColor(tokens.text3))
    palette.setColor(group.Disabled, role.Highlight, QColor(tokens.hover))
    return palette
