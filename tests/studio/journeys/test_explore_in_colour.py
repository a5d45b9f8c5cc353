"""Someone explores a generator of coloured pictures, one without classes and one of sprites."""

import pytest
from PySide6.QtCore import QPointF, Qt

from gan.config import ModelConfig
from studio.pages.explore.state import PRINCIPAL
from tests.studio.journeys.hand import LEFT
from tests.studio.journeys.untrained import save_untrained

PATIENCE_MS = 60_000

MODELS = {
    "rgb": ModelConfig(z_size=16, width=8, channels=3, image_size=32, class_names=("all",)),
    "rgba": ModelConfig(z_size=16, width=8, channels=4, image_size=64, class_names=("cat", "dog", "fox")),
}
AXES = {"rgb": ["Brightness × hue", "Detail"], "rgba": ["Brightness × hue", "Detail", "Coverage"]}


@pytest.fixture(params=list(MODELS))
def kind(request) -> str:
    return request.param


@pytest.fixture
def page(qtbot, studio_window, session, tmp_path, kind):
    studio_window.show_room("explore")
    session.open_file(save_untrained(MODELS[kind], tmp_path / "mine.safetensors", contrast=6))
    info = session.inference
    qtbot.waitUntil(
        lambda: info.info.name == "Mine" and info.info.directions is not None, timeout=PATIENCE_MS
    )
    page = studio_window.pages["explore"]
    qtbot.waitUntil(lambda: page.pad.tile_at(QPointF(0, 0)) is not None, timeout=PATIENCE_MS)
    return page


def test_pad_and_sliders_speak_of_colour_and_only_of_what_the_pictures_have(qtbot, page, kind):
    sliders = page.panel.directions.sliders
    shown = [name for name, slider in sliders.items() if slider.isVisible()]
    assert [page.room_bar_left.chooser.text(), *map(str.capitalize, shown)] == AXES[kind]
    channels = MODELS[kind].channels
    qtbot.waitUntil(lambda: page.panel.preview.pixels.shape[2] == channels, timeout=PATIENCE_MS)
    has_classes = MODELS[kind].classes > 1
    assert page.panel.mixer.isVisible() == has_classes
    assert page.panel.layers.isVisible() == has_classes


def test_the_dot_goes_along_principal_directions_and_a_picture_can_be_kept(qtbot, page, session, kind):
    entries = page.room_bar_left.chooser.menu().actions()
    next(entry for entry in entries if entry.data() == PRINCIPAL).trigger()
    qtbot.waitUntil(lambda: page.panel.preview.pixels.shape[2] == MODELS[kind].channels, timeout=PATIENCE_MS)
    before = page.panel.preview.pixels
    qtbot.mouseClick(page.pad, LEFT, pos=page.pad.point_of(QPointF(2, 1)).toPoint())
    qtbot.waitUntil(lambda: (page.panel.preview.pixels != before).any(), timeout=PATIENCE_MS)
    qtbot.keyClick(page.pad, Qt.Key.Key_P)
    assert session.shelf[0].pixels.shape == before.shape


def test_anchors_are_set_in_colour_and_belong_to_their_generator(qtbot, page, session, tmp_path):
    page.tools.action("anchor").trigger()
    anchors = page.pad.anchors
    qtbot.waitUntil(lambda: len(anchors.images()) == 4 and page.pad.is_map_complete, timeout=PATIENCE_MS)
    qtbot.mouseDClick(page.pad, LEFT, pos=page.pad.point_of(QPointF(1, 0.5)).toPoint())
    mine = anchors.marks
    assert len(mine) == 5
    session.open_shipped()
    qtbot.waitUntil(lambda: session.inference.info.name != "Mine", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(anchors.marks) == 4, timeout=PATIENCE_MS)
    page.tools.action("move").trigger()
    session.open_file(tmp_path / "mine.safetensors")
    qtbot.waitUntil(lambda: anchors.marks == mine, timeout=PATIENCE_MS)
