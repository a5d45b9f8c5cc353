"""The grid of every blend, and the pads that weigh three and four pictures."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from studio.widgets.blend.blend_grid import BELOW_PX, EDGE_PX, LEFT_PX, BlendGrid
from studio.widgets.blend.blend_weights import BlendWeights
from studio.widgets.pad.latent_map import map_order
from studio.widgets.pad.weight_pad import WeightPad, weights_at

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def grid(qtbot) -> BlendGrid:
    grid = BlendGrid(5)
    qtbot.addWidget(grid)
    grid.resize(LEFT_PX + EDGE_PX + 200, BELOW_PX + EDGE_PX + 200)
    grid.set_classes(("3", "8", "9"))
    grid.show()
    return grid


@pytest.fixture
def places(grid) -> list[tuple[float, float]]:
    places: list[tuple[float, float]] = []
    grid.place_changed.connect(lambda *place: places.append(place))
    return places


def centre(grid, cell) -> QPoint:
    return grid.cell_rect(cell).center().toPoint()


def filled(grid, probabilities=None):
    grid.begin()
    order = map_order(grid.cells)
    pixels = np.repeat((10 * order.astype(np.uint8))[:, None, None, None], 28, axis=1)
    grid.add(np.repeat(pixels, 28, axis=2), None if probabilities is None else probabilities[order])


def test_a_click_goes_to_the_very_blend_of_its_cell(qtbot, grid, places):
    qtbot.mouseClick(grid, LEFT, pos=centre(grid, 0) + QPoint(9, 7))
    qtbot.mouseClick(grid, LEFT, pos=centre(grid, 13) + QPoint(-9, 7))
    qtbot.mouseClick(grid, LEFT, pos=centre(grid, 24))
    assert places == [(0.0, 0.0), (0.75, 0.5), (1.0, 1.0)]


def test_a_drag_goes_anywhere_between_and_ends_at_the_rim(qtbot, grid, places):
    ended = []
    grid.drag_ended.connect(lambda: ended.append(True))
    start = centre(grid, 6)
    qtbot.mousePress(grid, LEFT, pos=start)
    qtbot.mouseMove(grid, start + QPoint(15, 20))
    shape, style = places[-1]
    assert shape == pytest.approx(0.25 + 15 / 160) and style == pytest.approx(0.25 + 20 / 160)
    qtbot.mouseMove(grid, QPoint(500, 500))
    assert places[-1] == (1.0, 1.0) and grid.is_held
    qtbot.mouseRelease(grid, LEFT, pos=QPoint(500, 500))
    assert ended == [True] and not grid.is_held


def test_taking_hold_of_the_puck_moves_nothing(qtbot, grid, places):
    grid.set_place((0.4, 0.35))
    qtbot.mouseClick(grid, LEFT, pos=grid.point_of((0.4, 0.35)).toPoint())
    assert places == []


def test_arrow_keys_go_from_picture_to_picture(qtbot, grid, places):
    grid.set_place((0.4, 0.35))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(grid, key)
    assert places == [(0.5, 0.25), (0.5, 0.5), (0.25, 0.5), (0.25, 0.25)]
    qtbot.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    assert places[-1] == pytest.approx((0.275, 0.25))


def test_beyond_its_sheet_the_puck_waits_at_the_rim(qtbot, grid, places):
    grid.set_place((1.5, -0.5))
    beyond = grid.grab().toImage()
    grid.set_place((1.0, 0.0))
    assert grid.grab().toImage() != beyond, "it is paler there"
    grid.set_place((1.5, 0.5))
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert places == [(0.75, 0.5)]


def test_a_cell_offers_its_picture_in_a_menu(qtbot, grid):
    filled(grid)
    asked = []
    grid.menu_requested.connect(lambda _place, cell: asked.append(cell))
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        grid.set_place((0.0, 0.25))
        point = centre(grid, 17)
        QApplication.sendEvent(grid, QContextMenuEvent(reason, point, grid.mapToGlobal(point)))
    assert asked == [17, 5]
    assert (grid.tile(17) == 170).all()


def test_the_class_tints_the_sheet(grid):
    filled(grid)
    plain = grid.grab().toImage()
    grid.set_classes(("3", "8", "9"))
    filled(grid, np.repeat(np.eye(3, dtype=np.float32)[[1]], 25, axis=0))
    tinted = grid.grab().toImage()
    point = centre(grid, 0)
    assert tinted.pixelColor(point) != plain.pixelColor(point)


def test_a_class_that_neither_end_has_carries_its_name(grid):
    probabilities = np.repeat(np.eye(3, dtype=np.float32)[[0]], 25, axis=0)
    probabilities[[6, 7, 11, 12]] = [0, 0, 1]
    filled(grid, probabilities)
    with_names = grid.grab().toImage()
    from studio.widgets.pad.pad_frame import AxisWords

    grid.set_words(AxisWords(), AxisWords(), (0, 2))
    assert grid.grab().toImage() != with_names


def test_as_many_cells_as_can_still_be_hit(grid):
    assert grid.most_cells((5, 8, 12)) == 5
    grid.resize(400, 400)
    assert grid.most_cells((5, 8, 12)) == 12


# Weights of three and four


@pytest.mark.parametrize("corners", [3, 4])
def test_weights_add_up_to_one_and_are_whole_at_the_corners(corners):
    for x, y in ((-1, -1), (0.3, 0.2), (0.9, 0.9), (2, 0.5)):
        weights = weights_at(x, y, corners)
        assert sum(weights) == pytest.approx(1) and min(weights) >= 0
    assert weights_at(1.0, 0.0, corners)[1] == 1


@pytest.fixture
def pad(qtbot) -> WeightPad:
    pad = WeightPad("Shape")
    qtbot.addWidget(pad)
    pad.resize(pad.sizeHint())
    pad.set_weights((0.2, 0.3, 0.5))
    pad.show()
    return pad


def test_the_dot_is_dragged_and_snaps_to_a_picture_alone(qtbot, pad):
    reported, ended = [], []
    pad.weights_changed.connect(reported.append)
    pad.released.connect(lambda: ended.append(True))
    qtbot.mousePress(pad, LEFT, pos=pad.sheet_rect().center().toPoint())
    qtbot.mouseMove(pad, (pad.point_of_corner(2) + QPointF(2, -3)).toPoint())
    qtbot.mouseRelease(pad, LEFT)
    assert reported[0] == pytest.approx((0.25, 0.25, 0.5), abs=0.05)
    assert reported[-1] == (0, 0, 1) and ended == [True]


def test_keys_move_the_dot_and_home_mixes_all_alike(qtbot, pad):
    reported = []
    pad.weights_changed.connect(reported.append)
    qtbot.keyClick(pad, Qt.Key.Key_Down)
    assert reported[-1][2] == pytest.approx(0.55)
    qtbot.keyClick(pad, Qt.Key.Key_Home)
    assert reported[-1] == pytest.approx((1 / 3, 1 / 3, 1 / 3))


@pytest.fixture
def weights(qtbot) -> BlendWeights:
    weights = BlendWeights()
    qtbot.addWidget(weights)
    weights.set_weights((0.2, 0.3, 0.5), (1.0, 0.0, 0.0))
    weights.show()
    return weights


def test_a_typed_share_leaves_the_others_in_proportion_and_the_style_alone(qtbot, weights):
    reported = []
    weights.weights_changed.connect(lambda *both: reported.append(both))
    field = weights.shape.fields[2]
    field.set_value(75)
    shape, style = reported[-1]
    assert shape == pytest.approx((0.1, 0.15, 0.75)) and style == (1, 0, 0)
    assert not weights.shape.fields[3].isVisible()


def test_linked_the_style_goes_where_the_shape_is(weights):
    weights.set_linked(True)
    weights.style_shares.pad.setFocus()
    weights.style_shares.fields[1].set_value(100)
    assert weights.shape.weights == weights.style_shares.weights == (0, 1, 0)
