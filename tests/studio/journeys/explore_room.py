"""The Explore room as the journeys use it: drawn and ready, drags over its pad, and the picture under the dot."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gan.latents import Latent
from studio.app import Studio
from studio.pages.explore.page import ExplorePage
from studio.widgets.pad.latent_pad import LatentPad
from tests.studio.journeys.hand import LEFT, drag_over

PATIENCE_MS = 20_000


def enter_explore(qtbot: QtBot, studio: Studio) -> ExplorePage:
    """The room in front, with its picture and the directions of the open generator."""
    studio.window.show_room("explore")
    page = studio.window.pages["explore"]
    assert isinstance(page, ExplorePage)
    qtbot.waitUntil(lambda: studio.session.inference.info is not None, timeout=3 * PATIENCE_MS)
    qtbot.waitUntil(lambda: studio.session.inference.info.directions is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.panel.preview.pixels is not None, timeout=PATIENCE_MS)
    return page


def drag(qtbot: QtBot, pad: LatentPad, *places: tuple[float, float]) -> None:
    drag_over(qtbot, pad, [pad.point_of(QPointF(*place)).toPoint() for place in places])


def click(qtbot: QtBot, pad: LatentPad, place: tuple[float, float]) -> None:
    qtbot.mouseClick(pad, LEFT, pos=pad.point_of(QPointF(*place)).toPoint())


def picture_here(qtbot: QtBot, page: ExplorePage) -> np.ndarray:
    """The picture under the dot, once it is that of the place and the sheet that hold now."""

    def is_shown() -> bool:
        page.picture_actions.copy.trigger()
        return Latent.from_text(QApplication.clipboard().text()) == page.latent

    qtbot.waitUntil(is_shown, timeout=PATIENCE_MS)
    pixels = page.panel.preview.pixels
    assert pixels is not None
    return pixels


def sheet_entry(page: ExplorePage, key: str) -> QAction:
    """Of the menu of sheets."""
    return next(action for action in page.room_bar_left.chooser.menu().actions() if action.data() == key)
