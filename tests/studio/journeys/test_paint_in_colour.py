"""A person paints with coloured pictures of a generator without classes, and changes the strokes later."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from gan.config import ModelConfig
from tests.studio.journeys.hand import LEFT, NONE
from tests.studio.journeys.untrained import save_untrained

PATIENCE_MS = 60_000
MODEL = ModelConfig(z_size=16, width=8, channels=3, image_size=32, class_names=("all",))


@pytest.fixture
def page(qtbot, studio, session, tmp_path):
    path = save_untrained(MODEL, tmp_path / "mine.safetensors")
    studio.window.show_room("paint")
    session.open_file(path)
    page = studio.paint_page
    qtbot.waitUntil(
        lambda: bool(page.brush.stamps) and page.brush.stamps[0].pixels.shape == (32, 32, 3),
        timeout=PATIENCE_MS,
    )
    return page


def test_coloured_strokes_are_selected_moved_and_restyled_and_keep_their_own_colours(qtbot, page, session):
    points = [page.canvas.to_widget(QPointF(x, 200.0)).toPoint() for x in (150.0, 300.0, 450.0)]
    qtbot.mousePress(page.canvas, LEFT, NONE, points[0])
    for point in points[1:]:
        qtbot.mouseMove(page.canvas, point)
    qtbot.mouseRelease(page.canvas, LEFT, NONE, points[-1])
    (painted,) = session.artwork.current.layers[0].strokes
    qtbot.keyClick(page.canvas, Qt.Key.Key_V)
    qtbot.mouseClick(page.canvas, LEFT, NONE, points[1])
    assert page.objects.selection.indexes == (0,)
    panel = page.objects.panel
    assert panel.style_knob.isVisible() and not panel.swatches.isVisible()
    panel.style_knob.set_value(2.0)
    qtbot.waitUntil(lambda: session.artwork.current.layers[0].strokes != (painted,), timeout=PATIENCE_MS)
    (restyled,) = session.artwork.current.layers[0].strokes
    assert np.array_equal(restyled.dabs, painted.dabs) and restyled.stamps[0].pixels.shape == (32, 32, 3)
    page.undo_action.trigger()
    assert session.artwork.current.layers[0].strokes == (painted,)


def test_presets_paint_with_coloured_pictures_too_and_ink_is_not_offered(qtbot, page, session):
    panel, row = page.brush_panel, page.brush_panel.presets.row
    qtbot.waitUntil(lambda: all(picture.any() for picture in row._pictures), timeout=PATIENCE_MS)
    points = [page.canvas.to_widget(QPointF(x, 200.0)).toPoint() for x in (150.0, 300.0, 450.0)]
    for index in range(len(row)):
        qtbot.mouseClick(row, LEFT, pos=row.tile_rect(index).center().toPoint())
        qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=PATIENCE_MS)
        assert page.brush.mode != "sequence"  # of one class there is none
        qtbot.mousePress(page.canvas, LEFT, pos=points[0])
        for point in points[1:]:
            qtbot.mouseMove(page.canvas, point)
        qtbot.mouseRelease(page.canvas, LEFT, pos=points[-1])
    painted = session.artwork.current.layers[0].strokes
    assert len(painted) == len(row) and painted[-1].brush.edges == "pixels"
    panel.more.head.click()
    assert not panel.swatches.isVisible() and not panel.more.gradient.isVisible()
    assert panel.more.edges.isVisible() and not panel.more.parts.isVisible()
