"""A person writes along a line, changes both afterwards, and finds both again in the saved painting."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from studio.pages.paint.page import PaintPage
from tests.studio.journeys.hand import LEFT, NONE
from tests.studio.journeys.paint_room import MADE_MS, drag, enter_paint, pixel_hash, strokes

ARCH = ((100.0, 400.0), (150.0, 250.0), (300.0, 150.0), (450.0, 250.0), (500.0, 400.0))
SLOPE = ((100.0, 100.0), (300.0, 200.0), (500.0, 300.0))


@pytest.fixture
def page(qtbot, studio) -> PaintPage:
    page = enter_paint(qtbot, studio)
    page.canvas.setFocus()
    return page


def write(qtbot, page: PaintPage, session, text: str) -> None:
    qtbot.keyClicks(page.type_panel.text, text)
    whole = page.type_panel.values.text
    qtbot.waitUntil(lambda: whole in written(session), timeout=MADE_MS)


def written(session) -> list[str]:
    return [stroke.lettering.text for stroke in strokes(session) if stroke.lettering is not None]


def follows(stroke, points) -> bool:
    """Whether the middle of each glyph lies near the way through these points."""
    steps = np.concatenate([np.linspace(a, b, 50) for a, b in pairwise(points)])
    away = np.linalg.norm(stroke.dabs[:, None, :2] - steps[None], axis=2).min(axis=1)
    return bool(away.max() < 20)


def test_text_along_a_drawn_line_whose_line_and_words_are_changed_afterwards(qtbot, page, session, tmp_path):
    qtbot.keyClick(page.canvas, Qt.Key.Key_W)
    drag(qtbot, page, *ARCH)
    panel = page.type_panel
    assert panel.around_button.isVisible() and panel.text.hasFocus()
    write(qtbot, page, session, "31415926")
    (arched,) = strokes(session)
    assert follows(arched, ARCH) and arched.dabs[0, 3] < -40 and arched.dabs[-1, 3] > arched.dabs[0, 3] + 30
    qtbot.keyClick(panel.text, Qt.Key.Key_Escape)
    assert page.files.save_to(tmp_path / "arch.latent")
    before = pixel_hash(session)
    page.files.new()
    assert page.open_document(tmp_path / "arch.latent")
    assert strokes(session) == (arched,) and pixel_hash(session) == before
    middle = QPointF(*(float(value) for value in arched.dabs[3, :2]))
    qtbot.mouseClick(page.canvas, LEFT, NONE, page.canvas.to_widget(middle).toPoint())
    assert panel.values.text == "31415926" and panel.around_button.isVisible()
    drag(qtbot, page, *SLOPE)
    (sloped,) = strokes(session)
    assert (
        follows(sloped, SLOPE)
        and sloped.dabs[:, 3] == pytest.approx(26.6, abs=1)
        and sloped.stamps == arched.stamps
    )
    qtbot.keyClick(panel.text, Qt.Key.Key_End)
    write(qtbot, page, session, "5")
    panel.alignment.set_value("right")
    (longer,) = strokes(session)
    assert len(longer.dabs) == 9 and follows(longer, SLOPE)
    assert np.hypot(*(longer.dabs[-1, :2] - SLOPE[-1])) < 30
    panel.around_button.click()
    assert np.hypot(*(strokes(session)[0].dabs[-1, :2] - SLOPE[0])) < 30
    panel.straight_button.click()
    assert strokes(session)[0].lettering.line == () and not panel.around_button.isVisible()
    assert np.ptp(strokes(session)[0].dabs[:, 1]) == 0
    for _ in range(3):  # straight, around, longer and aligned
        page.undo_action.trigger()
    assert strokes(session) == (sloped,)
    page.undo_action.trigger()
    assert strokes(session) == (arched,) and pixel_hash(session) == before


def test_text_follows_a_stroke_that_was_painted(qtbot, page, session):
    drag(qtbot, page, *SLOPE)
    (painted,) = strokes(session)
    page.objects.selection.select([0])
    page.actions_of_room.strokes.write_along.trigger()
    assert page.canvas.tool == "type" and page.type_panel.text.hasFocus()
    write(qtbot, page, session, "2026")
    first, text = strokes(session)
    assert first is painted and follows(text, SLOPE)


def test_one_dab_leads_nowhere_and_says_so(qtbot, page, session):
    point = page.canvas.to_widget(QPointF(200.0, 200.0)).toPoint()
    qtbot.mouseClick(page.canvas, LEFT, NONE, point)
    page.objects.selection.select([0])
    said = []
    page.status_text_changed.connect(said.append)
    page.actions_of_room.strokes.write_along.trigger()
    assert "leads nowhere" in said[-1] and not page.type_panel.text.isEnabled()


def test_a_line_is_given_up_with_escape(qtbot, page, session):
    qtbot.keyClick(page.canvas, Qt.Key.Key_W)
    points = [page.canvas.to_widget(QPointF(*point)).toPoint() for point in SLOPE]
    qtbot.mousePress(page.canvas, LEFT, NONE, points[0])
    qtbot.mouseMove(page.canvas, points[1])
    qtbot.keyClick(page.canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(page.canvas, LEFT, NONE, points[1])
    assert not page.type_panel.text.isEnabled() and strokes(session) == ()
