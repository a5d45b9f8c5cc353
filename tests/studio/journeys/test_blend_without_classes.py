"""Someone blends sprites that carry no labels: what speaks of classes is not there, everything else is."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from gan.config import ModelConfig
from studio.widgets.controls.slider_track import SliderTrack
from tests.studio.journeys.hand import LEFT
from tests.studio.journeys.untrained import save_untrained

PATIENCE_MS = 20_000
SPRITES = ModelConfig(class_names=("all",), channels=4, image_size=16, z_size=8, width=4)


@pytest.fixture
def page(qtbot, studio_window, session, tmp_path):
    session.open_file(save_untrained(SPRITES, tmp_path / "sprites.safetensors", "sprites"))
    qtbot.waitUntil(lambda: session.inference.info.name == "sprites", timeout=PATIENCE_MS)
    studio_window.show_room("blend")
    page = studio_window.pages["blend"]
    qtbot.waitUntil(lambda: page.desk.result.pixels is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(page.film.frames.pictures) == 16, timeout=PATIENCE_MS)
    return page


def test_shape_classes_and_grid_are_not_there(page):
    shape, style = page.desk.sliders.findChildren(SliderTrack)
    assert style.isVisible() and not shape.isVisible()
    assert not page.desk.mixer.isVisible() and not page.desk.classes.isVisible()
    assert not page.side.grid.isVisible() and page.side.sources.isVisible()
    assert not page.actions_of_room.export_grid.isVisible()


def test_fresh_sprites_fill_wells_and_the_film_follows(qtbot, page):
    sources, before = page.side.sources, page.edits.blend.wells
    qtbot.waitUntil(lambda: len(sources.fresh.pictures) == 100, timeout=PATIENCE_MS)
    assert page.desk.result.pixels.shape == (16, 16, 4)
    qtbot.mouseClick(sources.fresh, LEFT, pos=sources.fresh.tile_rect(5).center().toPoint())
    assert page.edits.blend.wells[0] != before[0] and page.edits.blend.wells[1] == before[1]
    style = page.desk.sliders.findChildren(SliderTrack)[1]
    style.setFocus()
    qtbot.keyClick(style, Qt.Key.Key_End)
    assert page.desk.sliders.style_value == 1.5
    assert np.isfinite(page.edits.blend.z).all()


def test_three_sprites_are_mixed_by_one_pad(qtbot, page):
    qtbot.mouseClick(page.room_bar_left.add, LEFT)
    weights = page.desk.weights
    assert weights.style_shares.isVisible() and not weights.shape.isVisible()
    pad = weights.style_shares.pad
    qtbot.mouseClick(pad, LEFT, pos=pad.point_of_corner(2).toPoint())
    assert page.edits.blend.latent == page.edits.blend.wells[2]
