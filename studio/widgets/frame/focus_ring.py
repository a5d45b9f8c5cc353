"""The ring around what has the keyboard's attention: 2 px, outside the control, for keyboard focus only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from studio.theme import colour, tokens_for

REACH_PX = 3  # outer edge of the ring beyond the control
WIDTH_PX = 2
RADIUS_PX = 6
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
)


class FocusRings(QObject):
    """Gives each window a ring of its own as soon as the keyboard reaches into it."""

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: FocusRing | None = None
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The widget left behind is not looked at: its window may be losing its children just now."""
        if self._shown is not None and isValid(self._shown):
            self._shown.leave()
        self._shown = None
        if new is None or isinstance(new, (QMenu, QMenuBar)):
            return
        # Qt sets this for Tab and shortcuts and clears it for clicks.
        if new.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            self._shown = _ring_of(new.window())
            self._shown.surround(new)


def _ring_of(window: QWidget) -> FocusRing:
    return window.findChild(FocusRing) or FocusRing(window)


class FocusRing(QWidget):
    """A widget with ``focus_rect()`` says what of it the ring is for, with ``focus_moved`` when that moves."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()

    def surround(self, widget: QWidget) -> None:
        self.leave()
        self._target = _outermost(widget)
        ancestor: QWidget | None = self._target
        while ancestor is not None and not ancestor.isWindow():
            ancestor.installEventFilter(self)
            self._watched.append(ancestor)
            ancestor = ancestor.parentWidget()
        self._target.destroyed.connect(self._forget)
        if (moved := getattr(self._target, "focus_moved", None)) is not None:
            moved.connect(self._place)
        self._place()

    def leave(self) -> None:
        if self._target is not None:
            self._target.destroyed.disconnect(self._forget)
            if (moved := getattr(self._target, "focus_moved", None)) is not None:
                moved.disconnect(self._place)
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._forget()

    def _forget(self) -> None:
        self._target = None
        self._watched = []
        self.hide()

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        inner = _focus_rect(target)
        place = QRect(target.mapTo(self.window(), inner.topLeft()), inner.size())
        place.adjust(-REACH_PX, -REACH_PX, REACH_PX, REACH_PX)
        visible = place & _view_of(target)
        if visible.isEmpty():
            self.hide()
            return
        self.setGeometry(place)
        self.setMask(visible.translated(-place.topLeft()))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_for(self)
        inverse = {"true": tokens.panel, "paper": tokens.paper}
        on_what = "" if self._target is None else str(self._target.property("inverse"))
        painter.setPen(QPen(colour(inverse.get(on_what, tokens.text)), WIDTH_PX))
        half = WIDTH_PX / 2
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = min(getattr(self._target, "focus_radius", RADIUS_PX) + half, rect.height() / 2)
        painter.drawRoundedRect(rect, radius, radius)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)


def _outermost(widget: QWidget) -> QWidget:
    """A field that only stands in for a compound control gives the ring to it."""
    parent = widget.parentWidget()
    if parent is not None and parent.focusProxy() is widget and not hasattr(widget, "focus_rect"):
        return parent
    return widget


def _focus_rect(widget: QWidget) -> QRect:
    if hasattr(widget, "focus_rect"):
        own: QRectF | QRect = widget.focus_rect()
        return own.toRect() if isinstance(own, QRectF) else own
    return widget.rect()


def _view_of(widget: QWidget) -> QRect:
    """What of the window the widget can be seen in: the inside of the scroll areas around it."""
    window = widget.window()
    view = window.rect()
    ancestor = widget.parentWidget()
    while ancestor is not None and ancestor is not window:
        if isinstance(ancestor.parentWidget(), QAbstractScrollArea):
            view &= QRect(ancestor.mapTo(window, QPoint(0, 0)), ancestor.size())
        ancestor = ancestor.parentWidget()
    return view
