"""Someone opens the studio for the first time and drags the dot."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel

from studio.pages.explore.page import ExplorePage
from studio.pages.explore.state import LATTICE
from studio.pages.explore.tools import ANCHOR, FIND, MOVE, PATH
from studio.widgets.controls.hint_card import HintCard
from studio.widgets.pictures.picture_row import PictureRow
from tests.studio.journeys.explore_room import PATIENCE_MS, drag, enter_explore, picture_here, sheet_entry
from tests.studio.journeys.hand import LEFT, menu_entry


@pytest.fixture
def page(qtbot, studio) -> ExplorePage:
    page = enter_explore(qtbot, studio)
    qtbot.waitUntil(lambda: page.pad.tile_at(QPointF(0, 0)) is not None, timeout=PATIENCE_MS)
    return page


def wait_for_another_picture(qtbot, page, before):
    qtbot.waitUntil(lambda: not np.array_equal(page.panel.preview.pixels, before), timeout=PATIENCE_MS)
    return page.panel.preview.pixels


def words_of(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def ink(pixels) -> float:
    return float(pixels.astype(np.float32).mean())


def slant(pixels) -> float:
    """How far ink leans to the right as it goes up, from the second moments."""
    weight = pixels[..., 0].astype(np.float64)
    y, x = np.mgrid[: weight.shape[0], : weight.shape[1]]
    y, x = y - np.average(y, weights=weight), x - np.average(x, weights=weight)
    return -float((weight * x * y).sum() / (weight * y * y).sum())


def test_a_newcomer_drags_the_dot_and_the_hint_is_gone_for_good(qtbot, page, session):
    assert page.findChild(HintCard).isVisible()
    first = page.panel.preview.pixels
    drag(qtbot, page.pad, (0, 0), (0.5, 0.2), (1.5, 0.4))
    wait_for_another_picture(qtbot, page, first)
    qtbot.waitUntil(lambda: page.findChild(HintCard) is None)
    assert session.settings.value("explore/hint_done", False)


def test_the_hint_is_only_there_while_the_dot_is_what_the_hand_moves(qtbot, page):
    card = page.findChild(HintCard)
    for tool in (PATH, ANCHOR):
        page.tools.action(tool).trigger()
        assert not card.isVisible()
    page.tools.action(MOVE).trigger()
    assert card.isVisible()


def test_the_hint_follows_a_dot_that_something_else_moved(qtbot, page):
    page.panel.place_typed.emit(1.5, 1.0)
    card, dot = page.findChild(HintCard), page.pad.point_of(page.pad.place)
    qtbot.waitUntil(lambda: abs(card.geometry().center().x() - dot.x()) <= 2)
    assert card.isVisible() and card.y() > dot.y()


def test_the_status_line_speaks_of_the_tool_in_hand(qtbot, page):
    said = []
    page.status_text_changed.connect(said.append)
    for tool, word in ((ANCHOR, "anchor"), (FIND, "Esc"), (PATH, "path"), (MOVE, "Map 16 × 16")):
        page.tools.action(tool).trigger()
        assert word in said[-1]


def test_right_leans_right_and_up_is_thicker(qtbot, page):
    pictures = {}
    for name, place in {"left": (-2, 0), "right": (2, 0), "thin": (0, -2), "thick": (0, 2)}.items():
        before = page.panel.preview.pixels
        qtbot.mouseClick(page.pad, LEFT, pos=page.pad.point_of(QPointF(*place)).toPoint())
        pictures[name] = wait_for_another_picture(qtbot, page, before)
    assert slant(pictures["right"]) > slant(pictures["left"]) + 0.2
    assert ink(pictures["thick"]) > 1.2 * ink(pictures["thin"])


def test_the_picture_answers_in_words_and_follows_what_is_typed(qtbot, page):
    bar = page.panel.mixer.bar_rect(7).center().toPoint()
    before = page.panel.preview.pixels
    qtbot.mouseDClick(page.panel.mixer, LEFT, pos=bar)
    wait_for_another_picture(qtbot, page, before)
    assert page.panel.mixer.mix[7] == 1
    qtbot.waitUntil(lambda: "7" in words_of(page.panel.readout), timeout=PATIENCE_MS)
    before = page.panel.preview.pixels
    field = page.panel.u_field.focusProxy()
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "-1.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    wait_for_another_picture(qtbot, page, before)
    assert page.pad.place.x() == -1.5


def test_another_style_is_a_number_that_brings_it_back(qtbot, page):
    first = page.panel.preview.pixels
    seed = page.panel.seed_field.value
    qtbot.mouseClick(page.panel.another, LEFT)
    wait_for_another_picture(qtbot, page, first)
    field = page.panel.seed_field.focusProxy()
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, f"{seed:.0f}")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: np.array_equal(page.panel.preview.pixels, first), timeout=PATIENCE_MS)


def test_the_sheet_of_seeds_has_no_end_and_reset_leads_back(qtbot, page):
    assert not page.room_bar_left.reset.isEnabled()
    before = page.panel.preview.pixels
    sheet_entry(page, LATTICE).trigger()
    page.pad.setFocus()
    first = wait_for_another_picture(qtbot, page, before)
    for _ in range(20):
        qtbot.keyClick(page.pad, Qt.Key.Key_Right)
    far = wait_for_another_picture(qtbot, page, first)
    assert page.pad.place.x() == 5.0 and page.room_bar_left.reset.isEnabled()
    qtbot.mouseClick(page.room_bar_left.reset, LEFT)
    wait_for_another_picture(qtbot, page, far)
    assert page.pad.is_at_home and not page.room_bar_left.reset.isEnabled()


def test_p_keeps_a_picture_and_a_click_on_it_leads_back(qtbot, page, session):
    qtbot.mouseClick(page.pad, LEFT, pos=page.pad.point_of(QPointF(1, 1)).toPoint())
    wait_for_another_picture(qtbot, page, page.panel.preview.pixels)
    qtbot.keyClick(page.pad, Qt.Key.Key_P)
    kept = session.shelf[0]
    assert np.array_equal(kept.pixels, page.panel.preview.pixels)
    drag(qtbot, page.pad, (1, 1), (-2, -1))
    wait_for_another_picture(qtbot, page, kept.pixels)
    row = page.panel.kept.findChild(PictureRow)
    qtbot.mouseClick(row, LEFT, pos=row.tile_rect(0).center().toPoint())
    qtbot.waitUntil(
        lambda: np.abs(page.panel.preview.pixels.astype(int) - kept.pixels).max() <= 2, timeout=PATIENCE_MS
    )
    assert abs(page.pad.place.x() - 1) < 0.01 and abs(page.pad.place.y() - 1) < 0.01


def test_the_next_start_is_where_this_one_ended(qtbot, page, session):
    drag(qtbot, page.pad, (0, 0), (-1, 2))
    again = ExplorePage(session)
    qtbot.addWidget(again)
    assert again.pad.place == page.pad.place
    assert again.findChild(HintCard) is None


def test_slant_and_thickness_are_said_to_be_on_the_pad_only_while_they_are(page):
    head = page.panel.directions.head
    assert head.accessibleDescription() == "Slant and thickness are on the pad"
    sheet_entry(page, LATTICE).trigger()
    assert head.accessibleDescription() == ""


def test_another_pair_of_directions_is_chosen_at_the_axis_or_in_the_menu(qtbot, page):
    frame, sheet = page.pad.parentWidget(), page.pad.sheet_rect()
    below = page.pad.pos() + sheet.bottomLeft().toPoint()
    qtbot.mouseClick(frame, LEFT, pos=below + QPointF(sheet.width() / 2, 14).toPoint())
    menu = QApplication.activePopupWidget()
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(menu_entry(menu, "Ink")).center())
    assert page.room_bar_left.chooser.text() == "Ink × thickness"
    assert page.panel.directions.head.accessibleDescription() == "Ink and thickness are on the pad"
    pictures = {}
    for name, place in {"little": (-2, 0), "much": (2, 0)}.items():
        qtbot.mouseClick(page.pad, LEFT, pos=page.pad.point_of(QPointF(*place)).toPoint())
        pictures[name] = picture_here(qtbot, page)
    assert ink(pictures["much"]) > 1.2 * ink(pictures["little"])
    sliders = [title for title in ("Slant", "Width", "Height") if title in words_of(page.panel)]
    assert sliders == ["Slant", "Width", "Height"]
