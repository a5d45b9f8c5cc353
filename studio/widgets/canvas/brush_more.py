"""What a brush seldom needs, folded away: a second ink, hard pixels, more chance, the pressure of a pen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.widgets.canvas.gradient_rows import GradientRows
from studio.widgets.canvas.panel_row import panel_row
from studio.widgets.controls.fold_head import FoldHead
from studio.widgets.controls.menu_choice import MenuChoice
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.value_slider import ValueSlider
from studio.words import listed


class BrushMore(QWidget):
    """The head says in a few words what is not as usual, also while it is folded."""

    changed = Signal()

    def __init__(self, inks: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = FoldHead(self.tr("More"), flush=True)
        self.head.setToolTip(self.tr("A second ink, hard pixels, chance, and the pressure of a pen"))
        self.gradient = GradientRows(inks)
        self.parts = Segmented(
            [("light", self.tr("Light")), ("dark", self.tr("Dark"))],
            tooltips={
                "light": self.tr(
                    "What is light in a picture becomes ink, as with the digits that come along."
                ),
                "dark": self.tr("What is dark becomes ink: for models of dark drawings on white."),
            },
        )
        self.parts.setAccessibleName(self.tr("Parts that become ink"))
        self.edges = Segmented(
            [("crisp", self.tr("Smooth")), ("pixels", self.tr("Pixels"))],
            tooltips={
                "crisp": self.tr("Large stamps have clean edges: ink stays crisp at any size."),
                "pixels": self.tr("Large stamps show their pixels as hard squares."),
            },
        )
        self.edges.setAccessibleName(self.tr("Edges"))
        self.turn_jitter = ValueSlider(0, 180, 0, decimals=0, suffix="°")
        self.turn_jitter.setAccessibleName(self.tr("Vary turn"))
        self.turn_jitter.setToolTip(self.tr("How far each dab is turned by chance, one way or the other."))
        self.size_jitter = ValueSlider(0, 100, 0, decimals=0, suffix="%")
        self.size_jitter.setAccessibleName(self.tr("Vary size"))
        self.size_jitter.setToolTip(self.tr("How much smaller a dab may be by chance."))
        self._make_pressure()
        self._arrange()
        self._connect()

    def set_values(
        self,
        gradient: str,
        second_ink: str,
        edges: str,
        turn_jitter: float,
        size_jitter: float,
        pressure: str,
        *,
        inverted: bool,
    ) -> None:
        """``turn_jitter`` in degrees, ``size_jitter`` 0 to 1."""
        self.gradient.set_values(gradient, second_ink)
        self.edges.set_value(edges)
        self.turn_jitter.set_value(turn_jitter)
        self.size_jitter.set_value(100 * size_jitter)
        self.pressure.set_value(pressure)
        self.parts.set_value("dark" if inverted else "light")

    def set_typing(self, typing: bool) -> None:
        """Glyphs have inks and edges, but no stroke."""
        for row in self._stroke_rows:
            row.setVisible(not typing)

    def set_takes_ink(self, takes_ink: bool) -> None:
        """Pictures in colour keep their own."""
        self.gradient.setVisible(takes_ink)
        self._parts_row.setVisible(takes_ink)
        self._show_words()

    def _make_pressure(self) -> None:
        self.pressure = MenuChoice(
            [
                ("none", self.tr("Nothing")),
                ("size", self.tr("Size")),
                ("opacity", self.tr("Opacity")),
                ("style", self.tr("Style")),
            ],
            {
                "none": self.tr("A pen paints as a mouse does."),
                "size": self.tr("The harder a pen presses, the larger the dab."),
                "opacity": self.tr("The harder a pen presses, the stronger the ink."),
                "style": self.tr(
                    "Light shows the first picture of Travel or Drift, hard the last. A mouse changes nothing."
                ),
            },
        )
        self.pressure.setAccessibleName(self.tr("Pressure changes"))

    def _arrange(self) -> None:
        self.body = QWidget()
        turn, size = (
            panel_row(self.tr("Vary turn"), self.turn_jitter),
            panel_row(self.tr("Vary size"), self.size_jitter),
        )
        pressure = panel_row(self.tr("Pressure"), self.pressure, fills=False)
        self._stroke_rows = [turn, size, pressure]
        inner, layout = QVBoxLayout(self.body), QVBoxLayout(self)
        self._parts_row = panel_row(self.tr("Inks what is"), self.parts)
        for row in (
            self.gradient,
            self._parts_row,
            panel_row(self.tr("Edges"), self.edges),
            turn,
            size,
            pressure,
        ):
            inner.addWidget(row)
        layout.addWidget(self.head)
        layout.addWidget(self.body)
        for each in (inner, layout):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)
        layout.setContentsMargins(0, 6, 0, 0)
        self.body.hide()

    def _connect(self) -> None:
        self.head.toggled.connect(self.body.setVisible)
        self.gradient.changed.connect(self._report)
        self.edges.value_changed.connect(self._report)
        self.parts.value_changed.connect(self._report)
        self.turn_jitter.value_changed.connect(self._report)
        self.size_jitter.value_changed.connect(self._report)
        self.pressure.value_changed.connect(self._report)

    @Slot()
    def _report(self, _value: object = None) -> None:
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        words = []
        if self.gradient.kind.value != "none" and not self.gradient.isHidden():
            words.append(self.tr("gradient"))
        if self.parts.value == "dark" and not self._parts_row.isHidden():
            words.append(self.tr("inverted"))
        if self.edges.value == "pixels":
            words.append(self.tr("pixels"))
        if self.turn_jitter.value or self.size_jitter.value:
            words.append(self.tr("chance"))
        if self.pressure.value != "none":
            words.append(self.tr("pressure"))
        self.head.set_words(listed(words))
