"""Someone draws a 7 of their own hand and finds one like it."""

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel

from gan.latents import Latent, gaussian, one_hot
from studio.pages.explore.page import ExplorePage
from studio.pages.explore.tools import FIND, MOVE
from tests.studio.journeys.explore_room import enter_explore
from tests.studio.journeys.hand import LEFT, click_segment, drag_over, drop_file

PATIENCE_MS = 60_000
SEVEN = ((0.2, 0.25), (0.5, 0.22), (0.75, 0.25), (0.6, 0.5), (0.45, 0.85))


@pytest.fixture
def page(qtbot, studio) -> ExplorePage:
    page = enter_explore(qtbot, studio)
    click_segment(qtbot, page.room_bar_left.switch, "Find")
    assert page.tools.tool == FIND and page.finder.sheet.isVisible()
    return page


def draw(qtbot, cell, line):
    drag_over(qtbot, cell, [QPoint(int(x * cell.width()), int(y * cell.height())) for x, y in line])


def wait_for_all(qtbot, page):
    qtbot.waitUntil(lambda: page.finder.found is not None and page.finder.found.is_last, timeout=PATIENCE_MS)
    return page.finder.found


def press(qtbot, page, index):
    grid = page.finder.sheet.grid
    qtbot.mouseClick(grid, LEFT, pos=grid.tile_rect(index).center().toPoint())


def seven_in_a_file(path):
    sheet = Image.new("RGB", (300, 400), (240, 236, 220))
    points = [(300 * x, 300 * y) for x, y in SEVEN]
    ImageDraw.Draw(sheet).line(points, fill=(20, 30, 90), width=22, joint="curve")
    sheet.save(path)
    return path


def test_a_drawn_seven_finds_one_that_reads_as_seven(qtbot, page):
    draw(qtbot, page.finder.sheet.sheet, SEVEN)
    found = wait_for_all(qtbot, page)
    best = int(found.nearness.argmax())
    press(qtbot, page, best)
    qtbot.waitUntil(
        lambda: np.abs(page.panel.preview.pixels.astype(int) - found.pixels[best]).max() <= 4,
        timeout=PATIENCE_MS,
    )

    def reading() -> list[str]:
        return [label.text() for label in page.panel.readout.findChildren(QLabel)]

    qtbot.waitUntil(lambda: "7" in reading(), timeout=PATIENCE_MS)
    assert page.latent.mix.argmax() == 7
    page.undo_action.trigger()
    assert page.latent != found.latents[best]


def test_again_near_this_stays_about_the_one_that_was_chosen(qtbot, page):
    draw(qtbot, page.finder.sheet.sheet, SEVEN)
    first = wait_for_all(qtbot, page)
    assert not page.finder.sheet.again.isEnabled()
    press(qtbot, page, 2)
    qtbot.mouseClick(page.finder.sheet.again, LEFT)
    qtbot.waitUntil(lambda: page.finder.found is not first and page.finder.found.is_last, timeout=PATIENCE_MS)
    near = np.mean([np.linalg.norm(latent.z - first.latents[2].z) for latent in page.finder.found.latents])
    far = np.mean([np.linalg.norm(latent.z - first.latents[2].z) for latent in first.latents])
    assert near < far


def test_a_fixed_class_is_the_only_one_looked_in(qtbot, page):
    draw(qtbot, page.finder.sheet.sheet, SEVEN)
    wait_for_all(qtbot, page)
    only_one = page.finder.sheet.chooser.menu().actions()[2]
    assert only_one.text() == "Only 1"
    only_one.trigger()
    qtbot.waitUntil(
        lambda: all(latent.mix.argmax() == 1 for latent in page.finder.found.latents), timeout=PATIENCE_MS
    )


def test_what_is_let_go_leaves_its_place_and_an_empty_sheet_finds_nothing(qtbot, page):
    sheet = page.finder.sheet
    draw(qtbot, sheet.sheet, SEVEN)
    wait_for_all(qtbot, page)
    place = sheet.grid.tile_rect(0).center()
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Delete)
    assert sheet.grid.index_at(place) == -1
    qtbot.mouseClick(sheet.clear, LEFT)
    assert page.finder.found is None and len(sheet.grid) == 0
    qtbot.keyClick(sheet.sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for_all(qtbot, page)


def test_a_dropped_picture_is_looked_for_whatever_its_size_and_ink(qtbot, page, tmp_path):
    drop_file(page.finder.sheet, seven_in_a_file(tmp_path / "my seven.png"))
    found = wait_for_all(qtbot, page)
    assert found.latents[int(found.nearness.argmax())].mix.argmax() == 7


def test_what_is_no_picture_is_said_and_changes_nothing(qtbot, page, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear friend")
    drop_file(page.finder.sheet, tmp_path / "letter.txt")

    def said() -> bool:
        return any(
            "letter.txt cannot be used" in label.text() for label in page.finder.sheet.findChildren(QLabel)
        )

    qtbot.waitUntil(said, timeout=PATIENCE_MS)
    assert page.finder.sheet.sheet.is_empty


def test_paste_looks_for_a_picture_and_goes_to_a_latent(qtbot, page, tmp_path):
    QGuiApplication.clipboard().setImage(QImage(str(seven_in_a_file(tmp_path / "seven.png"))))
    page.tools.take(MOVE)
    page.finder.paste_action.trigger()
    assert page.tools.tool == FIND
    wait_for_all(qtbot, page)
    latent = Latent(gaussian(4, 1, 64)[0], one_hot(5, 10))
    QGuiApplication.clipboard().setText(latent.to_text())
    page.finder.paste_action.trigger()
    assert np.allclose(page.latent.z, latent.z, atol=1e-3) and page.latent.mix.argmax() == 5


def test_escape_goes_back_to_the_pad(qtbot, page):
    qtbot.keyClick(page.finder.sheet.sheet, Qt.Key.Key_Escape)
    assert page.tools.tool == MOVE and page.pad.isVisible()


def test_find_is_as_wide_as_the_pad_when_the_window_becomes_another_size(qtbot, studio_window, page):
    for width, height in ((960, 540), (1920, 1080)):
        studio_window.resize(width, height)
        qtbot.waitUntil(lambda: page.finder.ground.width() == page.pad.parentWidget().minimumWidth())
        assert page.panel.mapTo(page, QPoint(page.panel.width(), 0)).x() <= page.width()
