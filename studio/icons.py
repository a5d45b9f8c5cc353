"""Line icons from resources/icons, drawn in the colours of the theme when they are seen, and anew when it changes."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from gan.places import resources_folder
from studio.tokens import Tokens, tokens_for, tokens_of

NAME_PROPERTY = "icon_name"


class LineIcon(QIconEngine):
    """One icon in three colours. Few of a window's icons are seen at its start: each is drawn when it is."""

    def __init__(self, name: str, rest: str, chosen: str, disabled: str) -> None:
        super().__init__()
        self._name, self._rest, self._chosen, self._disabled = name, rest, chosen, disabled

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return self._disabled
        return self._chosen if state == QIcon.State.On else self._rest

    def clone(self) -> QIconEngine:
        return LineIcon(self._name, self._rest, self._chosen, self._disabled)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return icon_pixmap(self._name, self._colour(mode, state), min(size.width(), size.height()))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        side_px = min(rect.width(), rect.height())
        place = QRect(0, 0, side_px, side_px)
        place.moveCenter(rect.center())
        painter.drawPixmap(place, icon_pixmap(self._name, self._colour(mode, state), side_px, ratio))


def icon(name: str, widget: QWidget) -> QIcon:
    """The icon in the widget's colours; a button remembers it, so that a change of theme retints it."""
    if isinstance(widget, QAbstractButton):
        widget.setProperty(NAME_PROPERTY, name)
    # Beside words an icon is as strong as they are; alone it is quieter, whatever it stands on.
    kind = str(widget.property("kind") or "") if isinstance(widget, QPushButton) else ""
    kind = f"inverse {inverse}" if (inverse := widget.property("inverse")) else kind
    return _tinted(name, tokens_for(widget), kind)


def set_icon(target: QAbstractButton | QAction, name: str) -> None:
    """Give a button or an action an icon that follows the theme."""
    if isinstance(target, QAbstractButton):
        target.setIcon(icon(name, target))
        return
    target.setProperty(NAME_PROPERTY, name)
    target.setIcon(_tinted(name, tokens_of(QApplication.palette()), ""))


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
    """One icon in one colour, for widgets that paint themselves; drawn once."""
    key = f"{name} {colour_name} {size_px} {ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    pixmap = _draw(name, colour_name, QSize(size_px, size_px) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _draw(name: str, colour_name: str, size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    source = _source(name).replace("currentColor", colour_name)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    return pixmap


def application_icon() -> QIcon:
    return QIcon(str(resources_folder() / "icons" / "latent-studio.svg"))


@cache
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _tinted(name: str, tokens: Tokens, kind: str) -> QIcon:
    of_kinds = {
        "main": tokens.on_accent,
        "plain": tokens.text,
        "quiet": tokens.text,
        "inverse true": tokens.panel,
        "inverse paper": tokens.paper,
    }
    rest = of_kinds.get(kind, tokens.text2)
    chosen = tokens.on_accent if kind == "main" else tokens.accent
    return QIcon(LineIcon(name, rest, chosen, tokens.text3))
