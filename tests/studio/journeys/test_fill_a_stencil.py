"""A person fills a silhouette with digits, draws a photograph in them, and treats what came of it like any stroke."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter
from PySide6.QtCore import Qt

import gan
from gan.config import ModelConfig
from studio.document.artwork import Artwork
from studio.pages.paint.page import PaintPage
from tests.studio.journeys.hand import drop_file
from tests.studio.journeys.paint_room import MADE_MS, drag, enter_paint, pixel_hash, strokes
from tests.studio.journeys.untrained import save_untrained


@pytest.fixture
def page(qtbot, studio) -> PaintPage:
    page = enter_paint(qtbot, studio)
    page.canvas.setFocus()
    return page


def ready(qtbot, page: PaintPage) -> None:
    qtbot.waitUntil(lambda: page.stencil.is_ready, timeout=MADE_MS)


def silhouette(path: Path) -> Path:
    """A black ring on nothing."""
    picture = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((60, 10, 240, 190), fill=(10, 10, 10, 255))
    picture.save(path)
    return path


def photograph(path: Path) -> Path:
    """A dark head before a light wall."""
    picture = Image.new("L", (240, 300), 225)
    ImageDraw.Draw(picture).ellipse((60, 50, 180, 250), fill=40)
    picture.filter(ImageFilter.GaussianBlur(6)).save(path, quality=90)
    return path


def test_a_dropped_silhouette_is_filled_and_is_a_stroke_like_any_other(
    qtbot, page, studio, session, tmp_path
):
    studio.window.show_room("explore")
    drop_file(studio.window, silhouette(tmp_path / "ring.png"))
    ready(qtbot, page)
    assert studio.window.current_room == "paint" and page.canvas.tool == "stencil"
    assert page.stencil_panel.values.part == "shape" and strokes(session) == ()
    blank = pixel_hash(session)
    page.stencil_panel.fill_button.click()
    (stroke,) = strokes(session)
    middle, reach = (408, 284), 0.94 * 568 * 0.9 / 2
    away = np.hypot(stroke.dabs[:, 0] - middle[0], stroke.dabs[:, 1] - middle[1])
    assert len(stroke.dabs) > 300 and away.max() < 1.05 * reach
    assert {stamp.latent.mix.argmax() for stamp in stroke.stamps} == set(range(10))
    assert not page.stencil.is_ready and session.artwork.undo_stack.count() == 1
    painted = pixel_hash(session)
    assert painted != blank
    page.objects.selection.select([0])
    page.objects.panel.scale.set_value(50)
    page.objects.panel.scale.edited.emit()
    assert strokes(session)[0].dabs[:, 2].max() == pytest.approx(stroke.dabs[:, 2].max() / 2)
    page.undo_action.trigger()
    page.objects.restyle.reseed()
    qtbot.waitUntil(lambda: strokes(session) != (stroke,), timeout=MADE_MS)
    assert np.array_equal(strokes(session)[0].dabs, stroke.dabs)
    page.undo_action.trigger()
    assert page.files.save_to(tmp_path / "ring.latent")
    page.undo_action.trigger()
    assert pixel_hash(session) == blank
    page.redo_action.trigger()
    page.files.new()
    assert page.open_document(tmp_path / "ring.latent")
    assert strokes(session) == (stroke,) and pixel_hash(session) == painted


def test_a_photograph_is_shown_in_digits_before_it_is_painted(qtbot, page, studio, session, tmp_path):
    drop_file(studio.window, photograph(tmp_path / "head.jpg"))
    ready(qtbot, page)
    panel = page.stencil_panel
    assert panel.values.part == "dark" and panel.words.text().endswith("stamps")
    few = panel.words.text()
    panel.density.set_value(90)
    assert not page.stencil.is_ready and not panel.fill_button.isEnabled()
    ready(qtbot, page)
    assert panel.words.text() != few
    drag(qtbot, page, (100.0, 100.0), (300.0, 350.0))
    ready(qtbot, page)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (stroke,) = strokes(session)
    assert stroke.path.min(axis=0) == pytest.approx((100, 100)) and stroke.path.max(axis=0) == pytest.approx(
        (300, 350)
    )
    assert np.hypot(stroke.dabs[:, 0] - 200, stroke.dabs[:, 1] - 225).mean() < 80


def test_light_ink_on_dark_paper_draws_what_is_light(qtbot, page, studio, session, tmp_path):
    page.files.new_sheet(Artwork(816, 568, "#101820"))
    page.brush_panel.swatches.set_ink("#F3EEE2")
    drop_file(studio.window, photograph(tmp_path / "head.jpg"))
    ready(qtbot, page)
    page.stencil_panel.fill_button.click()
    (stroke,) = strokes(session)
    assert page.stencil_panel.values.part == "light"
    assert np.hypot(stroke.dabs[:, 0] - 408, stroke.dabs[:, 1] - 284).min() > 60


def test_a_shape_is_drawn_shown_and_let_go_with_escape(qtbot, page, session):
    qtbot.keyClick(page.canvas, Qt.Key.Key_S)
    panel = page.stencil_panel
    assert panel.isVisible() and not panel.fill_button.isEnabled()
    drag(qtbot, page, (100.0, 100.0), (400.0, 120.0), (250.0, 400.0))
    ready(qtbot, page)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Escape)
    assert not page.stencil.is_ready and not panel.cancel_button.isEnabled() and strokes(session) == ()
    panel.shape.set_value("ellipse")
    qtbot.keyClick(page.canvas, Qt.Key.Key_Return)  # at one place: the whole sheet
    ready(qtbot, page)
    panel.fill_button.click()
    (stroke,) = strokes(session)
    assert stroke.path[:, 0].min() < 30 and stroke.path[:, 0].max() > 780


def test_the_brush_decides_what_appears_and_another_throw_moves_it(qtbot, page, session):
    qtbot.keyClick(page.canvas, Qt.Key.Key_S)
    page.stencil_panel.stamps.set_value("brush")
    assert page.brush_panel.mode.isVisible()
    drag(qtbot, page, (100.0, 100.0), (400.0, 120.0), (250.0, 400.0))
    ready(qtbot, page)
    page.stencil_panel.dice.click()
    ready(qtbot, page)
    page.stencil_panel.fill_button.click()
    (stroke,) = strokes(session)
    assert stroke.stamps == (page.brush.start,) and stroke.seed != 0


def test_weights_that_are_still_learning_leave_what_is_shown(qtbot, page, session):
    qtbot.keyClick(page.canvas, Qt.Key.Key_S)
    drag(qtbot, page, (100.0, 100.0), (400.0, 120.0), (250.0, 400.0))
    ready(qtbot, page)
    session.generator_changed.emit(session.inference.info)
    page.brush.changed.emit()
    assert page.stencil.is_ready
    page.brush.choose_from_hand(7, as_target=False)
    assert not page.stencil.is_ready


@pytest.mark.parametrize("stamps", ["brush", "all"])
def test_another_model_of_the_same_shape_draws_what_is_shown_anew(qtbot, page, session, tmp_path, stamps):
    model = ModelConfig(z_size=16, width=8, class_names=("A", "N", "a"))

    def open_model(name: str, seed: int) -> None:
        before = page.brush.start
        session.open_file(save_untrained(model, tmp_path / f"{name}.safetensors", name, seed=seed))
        qtbot.waitUntil(lambda: session.inference.info.name == name, timeout=MADE_MS)
        qtbot.waitUntil(lambda: page.brush.start is not before, timeout=MADE_MS)

    open_model("one", 1)
    qtbot.keyClick(page.canvas, Qt.Key.Key_S)
    page.stencil_panel.stamps.set_value(stamps)
    drag(qtbot, page, (100.0, 100.0), (400.0, 120.0), (250.0, 400.0))
    ready(qtbot, page)
    open_model("two", 2)
    ready(qtbot, page)
    page.stencil_panel.fill_button.click()
    (stroke,) = strokes(session)
    drawn = gan.open_image_maker(session.generator_file.read_bytes())
    for stamp in stroke.stamps:
        assert np.array_equal(
            drawn.make_stamps(stamp.latent.z[None], stamp.latent.mix[None])[0], stamp.pixels
        )


def test_a_picture_that_cannot_be_read_is_refused_in_one_sentence_and_nothing_changes(
    qtbot, page, studio, session, tmp_path
):
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0 no picture at all")
    drop_file(studio.window, broken)
    qtbot.waitUntil(studio.window.banner.isVisible, timeout=MADE_MS)
    assert (
        "broken.jpg" in studio.window.banner.text and page.canvas.tool == "brush" and strokes(session) == ()
    )


def test_what_is_still_being_placed_can_be_called_off(qtbot, page, session):
    page.files.new_sheet(Artwork(4000, 4000))
    qtbot.keyClick(page.canvas, Qt.Key.Key_S)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Return)
    assert page.stencil_panel.cancel_button.isEnabled()
    page.stencil_panel.cancel_button.click()
    qtbot.waitUntil(lambda: page.stencil_panel.words.text().startswith("Drag"), timeout=MADE_MS)
    drag(qtbot, page, (1000.0, 1000.0), (2000.0, 1000.0), (1500.0, 2000.0))
    ready(qtbot, page)
    page.stencil_panel.fill_button.click()
    (stroke,) = strokes(session)
    assert stroke.dabs[:, :2].min() > 950 and stroke.dabs[:, :2].max() < 2050


def test_a_locked_layer_takes_no_filling_and_keeps_the_preview(qtbot, page, session):
    qtbot.keyClick(page.canvas, Qt.Key.Key_S)
    drag(qtbot, page, (100.0, 100.0), (400.0, 120.0), (250.0, 400.0))
    ready(qtbot, page)
    page.actions_of_room.layers.lock.trigger()
    said = []
    page.status_text_changed.connect(said.append)
    page.stencil_panel.fill_button.click()
    assert "locked" in said[-1] and page.stencil.is_ready and strokes(session) == ()


def test_what_is_too_much_is_said_beside_the_controls(qtbot, page, session):
    page.files.new_sheet(Artwork(4000, 4000))
    qtbot.keyClick(page.canvas, Qt.Key.Key_S)
    page.stencil_panel.largest.set_value(8)
    assert page.stencil_panel.values.smallest_px == 8
    qtbot.keyClick(page.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "choose larger ones" in page.stencil_panel.words.text(), timeout=MADE_MS)
    assert not page.stencil_panel.fill_button.isEnabled()


def test_a_filling_that_fails_late_says_nothing_about_the_one_that_was_ordered_after_it(qtbot, page, session):
    page.files.new_sheet(Artwork(4000, 4000))
    qtbot.keyClick(page.canvas, Qt.Key.Key_S)
    page.stencil_panel.largest.set_value(8)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "choose larger ones" in page.stencil_panel.words.text(), timeout=MADE_MS)
    page.stencil._place()  # at once, so that no event comes between the two
    page.stencil_panel.largest.set_value(120)
    page.stencil_panel.smallest.set_value(60)
    page.stencil._place()
    ready(qtbot, page)
