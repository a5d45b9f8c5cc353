"""The card of nearest training pictures fits the column it lies over."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.widgets.gallery.nearest_card import NearestCard
from studio.widgets.pictures.picture_view import PictureView

PICTURE = np.full((28, 28, 1), 200, np.uint8)


@pytest.mark.parametrize(("width", "count"), [(264, 2), (488, 5)])
def test_a_narrow_card_shows_the_nearest_and_cuts_none(qtbot: QtBot, width: int, count: int) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(500, 200)
    card = NearestCard(room)
    card.show_found(PICTURE, [PICTURE] * 5, ["0.2"] * 5, "This is no copy.")
    room.show()
    card.setGeometry(0, 0, width, 170)
    QApplication.processEvents()
    views = [one for one in card.findChildren(PictureView) if one.isVisible()]
    assert len(views) == 1 + count
    assert all(card.rect().contains(view.geometry()) for view in views)
    edges = sorted((view.geometry().left(), view.geometry().right()) for view in views)
    assert all(left[1] < right[0] for left, right in pairwise(edges)), "none over another"
