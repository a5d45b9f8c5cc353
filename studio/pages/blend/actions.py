"""What can be done in Blend, as the menus, the buttons and the keys share it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from studio.actions import export_action, make_action
from studio.pages.blend.state import FEWEST_WELLS, WELLS, Blend


class BlendActions(QObject):
    """Actions only; the page says what each does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.swap = make_action(
            self,
            self.tr("Swap A and B"),
            shortcut="Shift+X",
            icon_name="swap",
            tip=self.tr("The two change places; the picture in between stays"),
        )
        self.add = make_action(
            self,
            self.tr("Third picture"),
            shortcut="Shift+N",
            icon_name="plus",
            tip=self.tr("Mix one more picture in"),
        )
        self.turn = make_action(
            self,
            self.tr("Turn toward B"),
            shortcut="T",
            tip=self.tr("Turn the style of the middle so many degrees; press again to walk on"),
        )
        self.sum = make_action(
            self,
            self.tr("A − B + C"),
            shortcut="Shift+A",
            tip=self.tr("What A has and B has not, with C added"),
        )
        self.into_a = make_action(
            self,
            self.tr("Put the middle into A"),
            tip=self.tr("The middle becomes picture A, to go on with it"),
        )
        self.fix = make_action(
            self,
            self.tr("Fix the middle in the film"),
            shortcut="K",
            tip=self.tr("The film passes through the middle picture, at the frame nearest to it"),
        )
        self.play = make_action(self, self.tr("Play the film"), shortcut="Ctrl+Space", icon_name="play")
        self.fresh = make_action(
            self,
            self.tr("A fresh picture"),
            shortcut="F",
            icon_name="dice",
            tip=self.tr("At random, for the well in hand"),
        )
        self.paste = make_action(
            self,
            self.tr("Paste into the well"),
            shortcut=QKeySequence.StandardKey.Paste,
            tip=self.tr("A picture copied as text, into the well in hand"),
        )

        self.into_further = [
            make_action(self, self.tr("Put into {name}").format(name=name), icon_name="blend")
            for name in WELLS[FEWEST_WELLS:]
        ]
        self.export_film = export_action(self, self.tr("Film as loop or frames…"))
        self.export_strip = make_action(
            self,
            self.tr("Film as sheet…"),
            tip=self.tr("All pictures of the film as one, with a list of their latents"),
        )
        self.export_grid = make_action(
            self,
            self.tr("Grid as sheet…"),
            tip=self.tr("Every blend of the two as one picture, with a list of their latents"),
        )

    def show_blend(self, blend: Blend) -> None:
        """Words and state as the room's value has them."""
        first, second = (WELLS[index] for index in blend.pair)
        self.swap.setText(self.tr("Swap {first} and {second}").format(first=first, second=second))
        self.turn.setText(self.tr("Turn toward {name}").format(name=second))
        two = len(blend.wells) == FEWEST_WELLS
        self.add.setText(self.tr("Third picture") if two else self.tr("Fourth picture"))
        self.add.setVisible(len(blend.wells) < len(WELLS))
        self.sum.setEnabled(not two)
        for well, action in enumerate(self.into_further, start=FEWEST_WELLS):
            action.setVisible(well < len(blend.wells))
        self.export_grid.setVisible(blend.wells[0].mix.size > 1)

    def of_pictures(self) -> list[QAction]:
        """For the Picture menu."""
        return [self.swap, self.add, self.turn, self.sum, self.into_a, self.fix, self.play, self.fresh]

    def of_export(self) -> list[QAction]:
        """For the File menu and the Export button."""
        return [self.export_film, self.export_strip, self.export_grid]
