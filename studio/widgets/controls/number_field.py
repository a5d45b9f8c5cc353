"""A number with its name inside the field: typed, stepped with the arrow keys, or turned with the wheel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QFrame, QHBoxLayout, QSizePolicy, QWidget

from studio.theme import colour, tokens_for
from studio.widgets.controls.labels import secondary_label

RADIUS_PX = 6


class NumberField(QFrame):
    """Reports each accepted value; ``quiet`` shows its outline only when pointed at or in use."""

    value_changed = Signal(float)
    edited = Signal()  # typing or stepping has ended

    def __init__(
        self,
        label: str = "",
        minimum: float = 0.0,
        maximum: float = 99.0,
        value: float = 0.0,
        *,
        decimals: int = 0,
        suffix: str = "",
        signed: bool = False,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self._hovered = False
        self._spin = _Spin(signed)
        self._spin.setDecimals(decimals)
        self._spin.setRange(minimum, maximum)
        self._spin.setSingleStep(10.0**-decimals if decimals == 0 else 10.0 ** (1 - decimals))
        self._spin.setSuffix(suffix)
        self._spin.setValue(value)
        self._spin.setAccessibleName(label)
        self._spin.installEventFilter(self)
        self._spin.valueChanged.connect(self.value_changed)
        self._spin.editingFinished.connect(self.edited)
        self._label = secondary_label(label)
        if not label:
            self._label.hide()  # never shown before it has a parent: it would open as a window of its own
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(self._spin, 1)
        self.setFocusProxy(self._spin)
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> float:
        return self._spin.value()

    def set_value(self, value: float) -> None:
        """Reports only a change."""
        self._spin.setValue(value)

    def set_step(self, step: float) -> None:
        self._spin.setSingleStep(step)

    def setToolTip(self, text: str) -> None:
        super().setToolTip(text)
        self._spin.setToolTip(text)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._spin.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        editing = self._spin.hasFocus()
        if self._quiet and not editing and not self._hovered:
            return
        border = (
            tokens.accent if editing else tokens.edge if self._hovered and self.isEnabled() else tokens.line
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(border), 1))
        painter.setBrush(colour(tokens.field))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)


class _Spin(QDoubleSpinBox):
    """Without buttons; the wheel acts only while it has focus, so that panels can be scrolled over it."""

    def __init__(self, signed: bool) -> None:
        super().__init__()
        self._signed = signed
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setKeyboardTracking(False)
        self.setLocale(QLocale.c())  # a point in every language, as in the command line and the files
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def textFromValue(self, value: float) -> str:
        text = super().textFromValue(value)
        plus = "+" if self._signed and value > 0 else ""
        return plus + text.replace("-", "\N{MINUS SIGN}")

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(text.replace("\N{MINUS SIGN}", "-").replace("+", ""))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        plain = text.replace("\N{MINUS SIGN}", "-").replace("+", "")
        state, _, _ = super().validate(plain, min(position, len(plain)))
        return state, text, position

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), 28)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(self.textFromValue(v) + self.suffix()) for v in self._ends())
        return QSize(widest + 4, 28)

    def _ends(self) -> tuple[float, float]:
        return self.minimum(), self.maximum()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
