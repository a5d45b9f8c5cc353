"""A picture goes from room to room, and the person goes with it."""

import pytest
from PySide6.QtCore import Qt


@pytest.mark.parametrize(
    ("key", "room"),
    [(Qt.Key.Key_1, "blend"), (Qt.Key.Key_2, "blend"), (Qt.Key.Key_B, "paint")],
    ids=["to Blend A", "to Blend B", "to the brush"],
)
def test_sending_a_picture_from_explore_shows_the_room_it_went_to(qtbot, studio_window, key, room):
    studio_window.show_room("explore")
    page = studio_window.pages["explore"]
    qtbot.waitUntil(lambda: page.panel.preview.pixels is not None, timeout=20_000)
    page.pad.setFocus()
    qtbot.keyClick(page.pad, key)
    qtbot.waitUntil(lambda: studio_window.current_room == room)


def test_opening_a_picture_of_blend_in_explore_goes_there(qtbot, studio_window):
    studio_window.show_room("blend")
    page = studio_window.pages["blend"]
    qtbot.waitUntil(lambda: page.desk.result.pixels is not None, timeout=20_000)
    page.desk.result.setFocus()
    qtbot.keyClick(page.desk.result, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: studio_window.current_room == "explore")
