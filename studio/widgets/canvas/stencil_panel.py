"""What a stencil fills and with which stamps; opacity and ink are the brush's below it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.widgets.canvas.panel_row import MARGIN_PX, panel_row
from studio.widgets.controls.buttons import icon_button, main_button, plain_button
from studio.widgets.controls.labels import ElidedLabel, secondary_label, section_label
from studio.widgets.controls.menu_choice import MenuChoice
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.value_slider import ValueSlider

SMALLEST_PX, LARGEST_PX = 2, 400
SIZE_STOPS = ((0.0, float(SMALLEST_PX)), (0.6, 60.0), (1.0, float(LARGEST_PX)))


@dataclass(frozen=True, slots=True)
class StencilValues:
    """Sizes in sheet pixels, shares 0 to 1.

    ``shape`` "rectangle", "ellipse", "outline" or "picture"; ``part`` of a picture "dark", "light" or "shape";
    ``stamps`` "all" or as the "brush" goes; ``hand`` "one", "pen" or "many".
    """

    shape: str
    part: str
    leave_out: float
    smallest_px: float
    largest_px: float
    density: float
    jitter: float
    stamps: str
    hand: str


class StencilPanel(QWidget):
    """Takes and gives :class:`StencilValues`."""

    changed = Signal()
    picture_asked = Signal()
    other_throw = Signal()
    fill_asked = Signal()
    left = Signal()  # nothing is to be filled after all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_showing = False
        self.dice = icon_button("dice", self.tr("Other places by chance"), "plain")
        self._make_source()
        self._make_sliders()
        self._make_stamps()
        self.words = secondary_label("", wraps=True)
        self.fill_button = main_button(self.tr("Fill"))
        self.fill_button.setToolTip(self.tr("Paints what is shown as one stroke. (Ctrl+Return)"))
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Takes the preview away; nothing is painted. (Esc)"))
        self._arrange()
        self._connect()
        self.show_state("", fillable=False, busy=False)

    @property
    def values(self) -> StencilValues:
        return StencilValues(
            self.shape.value,
            self.part.value,
            self.leave_out.value / 100,
            self.smallest.value,
            self.largest.value,
            self.density.value / 100,
            self.jitter.value / 100,
            self.stamps.value,
            self.hand.value,
        )

    def set_sizes(self, smallest_px: float, largest_px: float) -> None:
        """Shown without a report, as all that is set from outside."""
        self._is_showing = True
        self.smallest.set_value(smallest_px)
        self.largest.set_value(largest_px)
        self._is_showing = False

    def set_picture(self, name: str, part: str) -> None:
        """A picture is there to be filled: that part of it at first."""
        self._is_showing = True
        self._name.setText(name)
        self.shape.set_value("picture")
        self.part.set_value(part)
        self._is_showing = False
        self._show_rows()

    def set_model(self, *, has_classes: bool, has_pen: bool) -> None:
        """What the open generator offers."""
        self._has_classes = has_classes
        self.hand.set_option_visible("pen", has_pen)
        if self.hand.value == "pen" and not has_pen:
            self.hand.set_value("one")
        self._show_rows()

    def show_state(self, words: str, *, fillable: bool, busy: bool) -> None:
        """A sentence; whether there is something to fill now, or it is being worked out."""
        self.words.setText(words)
        self.fill_button.setEnabled(fillable)
        self.cancel_button.setEnabled(fillable or busy)

    def _make_source(self) -> None:
        self.shape = MenuChoice(
            [
                ("outline", self.tr("Free outline")),
                ("ellipse", self.tr("Ellipse")),
                ("rectangle", self.tr("Rectangle")),
                ("picture", self.tr("Picture")),
            ],
            {
                "outline": self.tr("Draw around what is to be filled."),
                "ellipse": self.tr("Drag from one corner of its frame to the other."),
                "rectangle": self.tr("Drag from one corner to the other."),
                "picture": self.tr("A photograph or a silhouette: drop one on the window, or choose it."),
            },
        )
        self.shape.setAccessibleName(self.tr("What is filled"))
        self._name = ElidedLabel()
        self.choose_button = plain_button(self.tr("Choose…"), "folder")
        self.choose_button.setToolTip(self.tr("A picture file to be drawn in stamps."))
        self.part = Segmented(
            [("dark", self.tr("Dark")), ("light", self.tr("Light")), ("shape", self.tr("Shape"))],
            tooltips={
                "dark": self.tr("What is dark in the picture is filled."),
                "light": self.tr("What is light in the picture is filled: for light ink on dark paper."),
                "shape": self.tr("All that is not transparent is filled."),
            },
        )
        self.part.setAccessibleName(self.tr("Part of the picture"))

    def _make_sliders(self) -> None:
        self.smallest = ValueSlider(SMALLEST_PX, LARGEST_PX, 6, decimals=0, suffix=self.tr(" px"))
        self.largest = ValueSlider(SMALLEST_PX, LARGEST_PX, 24, decimals=0, suffix=self.tr(" px"))
        self.density = ValueSlider(10, 100, 60, decimals=0, suffix="%")
        self.leave_out = ValueSlider(0, 90, 25, decimals=0, suffix="%")
        self.jitter = ValueSlider(0, 100, 25, decimals=0, suffix="%")
        for slider, name, tip in (
            (self.smallest, self.tr("Smallest"), self.tr("Stamps along edges and in fine parts.")),
            (self.largest, self.tr("Largest"), self.tr("Stamps where it is dark and even.")),
            (self.density, self.tr("Density"), self.tr("How close stamps stand where it is darkest.")),
            (self.leave_out, self.tr("Leave out"), self.tr("Places lighter than this stay empty.")),
            (self.jitter, self.tr("Jitter"), self.tr("How much stamps are turned by chance.")),
        ):
            slider.setAccessibleName(name)
            slider.setToolTip(tip)
        for size in (self.smallest, self.largest):
            size.set_stops(SIZE_STOPS)

    def _make_stamps(self) -> None:
        self._has_classes = True
        self.stamps = Segmented(
            [("all", self.tr("All")), ("brush", self.tr("Brush"))],
            tooltips={
                "all": self.tr("Every class: the darker a place of a picture, the more ink its stamp has."),
                "brush": self.tr("What the brush does along a stroke, row by row."),
            },
        )
        self.stamps.setAccessibleName(self.tr("Stamps"))
        self.hand = MenuChoice(
            [
                ("pen", self.tr("Thin to thick")),
                ("one", self.tr("One hand")),
                ("many", self.tr("Many hands")),
            ],
            {
                "pen": self.tr(
                    "The brush's style in pens from thin to thick, thick where a picture is dark."
                ),
                "one": self.tr("Every stamp in the brush's style."),
                "many": self.tr("Styles by chance."),
            },
        )
        self.hand.setAccessibleName(self.tr("Style of the stamps"))

    def _arrange(self) -> None:
        head, picture, buttons, layout = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(section_label(self.tr("Stencil")))
        head.addStretch(1)
        head.setSpacing(8)
        head.addWidget(self.dice)
        head.addWidget(self.shape)
        picture.addWidget(self._name, 1)
        picture.addWidget(self.choose_button)
        picture.setContentsMargins(0, 0, 0, 0)
        self._picture_row = QWidget()
        self._picture_row.setLayout(picture)
        self._part_row = panel_row(self.tr("Fill"), self.part)
        self._leave_row = panel_row(self.tr("Leave out"), self.leave_out)
        self._hand_row = panel_row(self.tr("Style"), self.hand)
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel_button, 1)
        buttons.addWidget(self.fill_button, 1)
        layout.addLayout(head)
        layout.addSpacing(4)
        layout.addWidget(self.words)
        layout.addSpacing(4)
        for row in (
            self._picture_row,
            self._part_row,
            self._leave_row,
            panel_row(self.tr("Smallest"), self.smallest),
            panel_row(self.tr("Largest"), self.largest),
            panel_row(self.tr("Density"), self.density),
            panel_row(self.tr("Jitter"), self.jitter),
            panel_row(self.tr("Stamps"), self.stamps),
            self._hand_row,
        ):
            layout.addWidget(row)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        layout.setContentsMargins(MARGIN_PX, 12, MARGIN_PX, 0)
        layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.smallest.value_changed.connect(self._on_smallest)
        self.largest.value_changed.connect(self._on_largest)
        for control in (self.shape, self.part, self.stamps, self.hand):
            control.value_changed.connect(self._report)
        for slider in (self.density, self.leave_out, self.jitter):
            slider.value_changed.connect(self._report)
        self.dice.clicked.connect(self.other_throw)
        self.choose_button.clicked.connect(self.picture_asked)
        self.fill_button.clicked.connect(self.fill_asked)
        self.cancel_button.clicked.connect(self.left)

    @Slot(float)
    def _on_smallest(self, value: float) -> None:
        if value > self.largest.value:
            self.largest.set_value(value)
        self._report()

    @Slot(float)
    def _on_largest(self, value: float) -> None:
        if value < self.smallest.value:
            self.smallest.set_value(value)
        self._report()

    def _show_rows(self) -> None:
        is_picture = self.shape.value == "picture"
        self._picture_row.setVisible(is_picture)
        self._part_row.setVisible(is_picture)
        self._leave_row.setVisible(is_picture and self.part.value != "shape")
        self._hand_row.setVisible(self.stamps.value == "all" and self._has_classes)

    @Slot()
    def _report(self, _value: object = None) -> None:
        self._show_rows()
        if not self._is_showing:
            self.changed.emit()
