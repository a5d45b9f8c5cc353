"""The menu of sheets: what the two directions of Explore's pad stand for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from studio.pages.explore.direction_words import DirectionWords
from studio.pages.explore.sheet_directions import direction_names, pad_axes
from studio.pages.explore.state import ANCHORS, DIRECTIONS, LATTICE, POINTS, PRINCIPAL, ExploreState


class PlaneMenu(QMenu):
    """Reports the key of a sheet, or the two directions that are to be its axes."""

    plane_chosen = Signal(str)
    axes_chosen = Signal(str, str)  # from left to right; from bottom to top
    name_asked = Signal(bool)  # for the direction of one axis: whether the vertical one

    def __init__(self, words: DirectionWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Sheet"))
        self.setToolTipsVisible(True)
        self._words = words
        self._axes = ("", "")
        self._group = QActionGroup(self)
        self._planes = {key: self._entry(key, text, tip) for key, text, tip in self._offered()}
        self._group.triggered.connect(self._on_plane)
        self._across = _AxisMenu(self.tr("From left to right"), self._words, self)
        self._up = _AxisMenu(self.tr("From bottom to top"), self._words, self)
        self._across.chosen.connect(self._on_across)
        self._up.chosen.connect(self._on_up)
        self._across.name_asked.connect(self._on_name_across)
        self._up.name_asked.connect(self._on_name_up)
        below = self._planes[LATTICE]
        self.through_anchors = QAction(self.tr("Through the anchors A, B and C"), self)
        self.through_anchors.setToolTip(self.tr("The first three anchors become the corners of a plane"))
        self.insertAction(self._planes[ANCHORS], self.through_anchors)
        self.insertMenu(below, self._across)
        self.insertMenu(below, self._up)
        self.insertSeparator(below)

    def show_state(self, state: ExploreState) -> None:
        """Tick what holds; before anything is measured the first sheet runs along two directions at random."""
        self._axes = state.axes
        is_measured = bool(direction_names(state.info, principal=False))
        measured = pad_axes(state.info, state.wanted_axes, principal=False)
        text = self._words.pair(*measured) if is_measured else self.tr("Two random directions")
        self._planes[DIRECTIONS].setText(text)
        self._planes[PRINCIPAL].setEnabled(bool(direction_names(state.info, principal=True)))
        self._planes[state.plane].setChecked(True)
        self.through_anchors.setVisible(len(state.anchors) >= 3)
        for menu, name in zip((self._across, self._up), state.axes, strict=True):
            menu.show_names(state.directions, name, can_be_named=state.plane == PRINCIPAL)

    @property
    def text(self) -> str:
        """What the sheet that holds is called."""
        chosen = self._group.checkedAction()
        return chosen.text() if chosen is not None else ""

    def choose_axis(self, upwards: bool, at: QPoint) -> None:
        """Offer the directions for one axis alone, beside it on the screen."""
        (self._up if upwards else self._across).popup(at)

    def _entry(self, key: str, text: str, tip: str) -> QAction:
        action = QAction(text, self._group)
        action.setCheckable(True)
        action.setData(key)
        action.setToolTip(tip)
        self.addAction(action)
        return action

    def _offered(self) -> tuple[tuple[str, str, str], ...]:
        """Key, words and tip of each kind of sheet."""
        return (
            (DIRECTIONS, "", self.tr("One style along two directions that were measured")),
            (
                PRINCIPAL,
                self.tr("Principal directions"),
                self.tr("One style along the directions in which this generator changes most"),
            ),
            (LATTICE, self.tr("Seeds without end"), self.tr("Another style at every whole number, for ever")),
            (
                POINTS,
                self.tr("Through three kept pictures"),
                self.tr("The newest three of the shelf at the corners A, B and C; drop others there"),
            ),
            (
                ANCHORS,
                self.tr("Free anchors"),
                self.tr("Mixed from pictures that you set down, drag and let go"),
            ),
        )

    @Slot(QAction)
    def _on_plane(self, action: QAction) -> None:
        self.plane_chosen.emit(str(action.data()))

    @Slot()
    def _on_name_across(self) -> None:
        self.name_asked.emit(False)

    @Slot()
    def _on_name_up(self) -> None:
        self.name_asked.emit(True)

    @Slot(str)
    def _on_across(self, name: str) -> None:
        across, up = self._axes
        self.axes_chosen.emit(name, across if name == up else up)

    @Slot(str)
    def _on_up(self, name: str) -> None:
        across, up = self._axes
        self.axes_chosen.emit(up if name == across else across, name)


class _AxisMenu(QMenu):
    """The directions, one of which is an axis; a principal one can be given a name here."""

    chosen = Signal(str)
    name_asked = Signal()

    def __init__(self, title: str, words: DirectionWords, parent: QMenu) -> None:
        super().__init__(title, parent)
        self._words = words
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_triggered)
        self._divider = QAction(self)
        self._divider.setSeparator(True)
        self._naming = QAction(self)
        self._naming.triggered.connect(self.name_asked)
        self.addActions([self._divider, self._naming])  # once: a menu lets go of what is taken out of it

    def show_names(self, names: Sequence[str], chosen: str, *, can_be_named: bool) -> None:
        """Offer these; without any the menu is not there."""
        if [action.data() for action in self._group.actions()] != list(names):
            for action in self._group.actions():
                self._group.removeAction(action)
                self.removeAction(action)  # not only once it is deleted: the menu may open before
                action.deleteLater()
            for name in names:
                action = QAction(self)
                action.setCheckable(True)
                action.setData(name)
                self.insertAction(self._divider, self._group.addAction(action))
        for action in self._group.actions():
            action.setText(self._words.of(str(action.data())).name)
            action.setChecked(action.data() == chosen)
        self._divider.setVisible(can_be_named)
        self._naming.setVisible(can_be_named)
        self._naming.setText(self.tr("Name “{direction}”…").format(direction=self._words.of(chosen).name))
        self.menuAction().setVisible(bool(names))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
