"""Line icons from resources/icons, drawn in the colours of the theme and drawn anew when it changes."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from gan.places import resources_folder
from studio.tokens import Tokens, tokens_for, tokens_of

NAME_PROPERTY = "icon_name"
DRAWN_SIZES_PX = (20, 24)  # controls; rail and tools


def icon(name: str, widget: QWidget) -> QIcon:
    """The icon in the widget's colours; a button remembers it, so that a change of theme retints it."""
    if isinstance(widget, QAbstractButton):
        widget.setProperty(NAME_PROPERTY, name)
    # Beside words an icon is as strong as they are; alone it is quieter, whatever it stands on.
    kind = str(widget.property("kind") or "") if isinstance(widget, QPushButton) else ""
    return _tinted(name, tokens_for(widget), kind, widget.devicePixelRatioF())


def set_icon(target: QAbstractButton | QAction, name: str) -> None:
    """Give a button or an action an icon that follows the theme."""
    if isinstance(target, QAbstractButton):
        target.setIcon(icon(name, target))
        return
    target.setProperty(NAME_PROPERTY, name)
    target.setIcon(_tinted(name, tokens_of(QApplication.palette()), "", _screen_ratio()))


def retint_icons(application: QApplication) -> None:
    """Draw every named icon again in the colours of the palette that now holds."""
    actions: set[QAction] = set()
    for widget in application.allWidgets():
        actions.update(widget.actions())
        actions.update(widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly))
        name = widget.property(NAME_PROPERTY)
        if name and isinstance(widget, QAbstractButton):
            set_icon(widget, str(name))
    for action in actions:
        if name := action.property(NAME_PROPERTY):
            set_icon(action, str(name))


def icon_pixmap(name: str, colour_name: str, size_px: int, ratio: float = 1.0) -> QPixmap:
    """One icon in one colour, for widgets that paint themselves."""
    pixmap = QPixmap(QSize(size_px, size_px) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    source = _source(name).replace("currentColor", colour_name)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def application_icon() -> QIcon:
    return QIcon(str(resources_folder() / "icons" / "latent-studio.svg"))


@cache
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _screen_ratio() -> float:
    screen = QApplication.primaryScreen()
    return screen.devicePixelRatio() if screen is not None else 1.0


def _tinted(name: str, tokens: Tokens, kind: str, ratio: float) -> QIcon:
    rest = {"main": tokens.on_accent, "plain": tokens.text, "quiet": tokens.text}.get(kind, tokens.text2)
    chosen = tokens.on_accent if kind == "main" else tokens.accent
    result = QIcon()
    for size_px in DRAWN_SIZES_PX:
        result.addPixmap(icon_pixmap(name, rest, size_px, ratio), QIcon.Mode.Normal, QIcon.State.Off)
        result.addPixmap(icon_pixmap(name, chosen, size_px, ratio), QIcon.Mode.Normal, QIcon.State.On)
        disabled = icon_pixmap(name, tokens.text3, size_px, ratio)
        result.addPixmap(disabled, QIcon.Mode.Disabled, QIcon.State.Off)
        result.addPixmap(disabled, QIcon.Mode.Disabled, QIcon.State.On)
    return result
