"""Someone opens the studio for the first time and drags the dot."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel

from studio.pages.explore_page import ExplorePage
from studio.pages.explore_state import LATTICE
from studio.widgets.hint_card import HintCard
from studio.widgets.picture_row import PictureRow

LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 20_000


@pytest.fixture
def page(qtbot, studio_window, session) -> ExplorePage:
    studio_window.show_room("explore")
    page = studio_window.pages["explore"]
    qtbot.waitUntil(lambda: session.inference.info.directions is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.pad.tile_at(QPointF(0, 0)) is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.panel.preview.pixels is not None, timeout=PATIENCE_MS)
    return page


def drag(qtbot, pad, *places):
    """Press at the first place, move to the others, let go at the last."""
    points = [pad.point_of(QPointF(*place)).toPoint() for place in places]
    qtbot.mousePress(pad, LEFT, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(pad, pos=point)
    qtbot.mouseRelease(pad, LEFT, pos=points[-1])


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
    page.room_bar_left.plane_chosen.emit(LATTICE)  # what the menu's entry does
    page.pad.setFocus()
    first = page.panel.preview.pixels
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
    def said() -> bool:
        labels = page.findChildren(QLabel)
        return any(label.isVisible() and "are on the pad" in label.text() for label in labels)

    assert said()
    page.room_bar_left.plane_chosen.emit(LATTICE)
    assert not said()
