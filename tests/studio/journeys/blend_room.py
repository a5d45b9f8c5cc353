"""The Blend room as the journeys use it: its tiles and sliders, and pictures that are waited for."""

import numpy as np
from PySide6.QtCore import QPoint, Qt

from gan.latents import Latent, one_hot, seed_origin
from studio.widgets.controls.slider_track import SliderTrack

LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 20_000


def wait_until_drawn(qtbot, page):
    qtbot.waitUntil(lambda: page.desk.result.pixels is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.desk.wells[1].pixels is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.side.grid.is_complete, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(page.side.sources.fresh.pictures) == 100, timeout=PATIENCE_MS)


def wait_for_another_picture(qtbot, page, before):
    qtbot.waitUntil(lambda: not np.array_equal(page.desk.result.pixels, before), timeout=PATIENCE_MS)
    return page.desk.result.pixels


def click_tile(qtbot, grid, index):
    qtbot.mouseClick(grid, LEFT, pos=grid.tile_rect(index).center().toPoint())


def click_well(qtbot, page, well):
    view = page.desk.wells[well].view
    qtbot.mouseClick(view, LEFT, pos=view.rect().center())


def sliders_of(page):
    return page.desk.sliders.findChildren(SliderTrack)


def drag_slider(qtbot, track, start, end):
    """Between numbers of its scale, from -0.5 to 1.5."""
    points = [
        QPoint(round(8 + (number + 0.5) / 2 * (track.width() - 16)), track.height() // 2)
        for number in (start, (start + end) / 2, end)
    ]
    qtbot.mousePress(track, LEFT, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(track, point)
    qtbot.mouseRelease(track, LEFT, pos=points[-1])


def alike(pixels, others) -> bool:
    """The same picture but for the last bits, which differ with the size of a batch."""
    return np.abs(pixels.astype(int) - others.astype(int)).max() <= 2


def wait_until_alike(qtbot, shown, others):
    qtbot.waitUntil(lambda: shown() is not None and alike(shown(), others), timeout=PATIENCE_MS)


def my_digit(page, label, seed=77) -> Latent:
    z_size = page.edits.blend.wells[0].z.size
    return Latent(0.8 * seed_origin(seed, z_size), one_hot(label, 10))
