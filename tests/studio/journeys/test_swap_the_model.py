"""A person lets another model draw a whole painting, or scrubs its run back under it; each is one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gan import places
from gan.config import ModelConfig
from gan.events import MomentKept
from gan.moments import Moment, list_moments
from studio.app import Studio
from studio.document.artwork import Artwork
from studio.document.file import Document, read_document
from studio.document.painter import render
from studio.pages.paint.page import PaintPage
from studio.session import Session
from tests.studio.journeys.hand import LEFT, NONE
from tests.studio.journeys.paint_room import drag, enter_paint
from tests.studio.journeys.training_room import draw_shapes, leave_run
from tests.studio.journeys.untrained import save_untrained

MADE_MS = 60_000
DIGITS = tuple("0123456789")


def put_on_shelf(name: str, model: ModelConfig) -> Path:
    """An untrained generator among one's own."""
    file = places.generators_folder() / f"{name}.safetensors"
    file.parent.mkdir(parents=True, exist_ok=True)
    return save_untrained(model, file, name, seed=5)


def pixels(session: Session) -> bytes:
    image = render(session.artwork.current, 1.0, on_paper=True).convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits())


@pytest.fixture
def page(qtbot: QtBot, studio: Studio) -> PaintPage:
    return enter_paint(qtbot, studio)


def paint_line(qtbot: QtBot, page: PaintPage, y: float) -> None:
    drag(qtbot, page, (120.0, y), (600.0, y))


def open_bar(qtbot: QtBot, page: PaintPage, choice: str) -> None:
    page.actions_of_room.redraw.trigger()
    qtbot.waitUntil(lambda: choice in [each.text() for each in page.redraw.bar.choices], timeout=MADE_MS)


def choose(qtbot: QtBot, page: PaintPage, name: str) -> None:
    open_bar(qtbot, page, name)
    choose_again(page, name)
    qtbot.waitUntil(lambda: not page.redraw.is_drawing, timeout=MADE_MS)


def choose_again(page: PaintPage, name: str) -> None:
    """In the open bar; what is drawn then comes later."""
    next(each for each in page.redraw.bar.choices if each.text() == name).trigger()


def test_a_painting_of_three_strokes_is_redrawn_undone_redone_and_reopened(
    qtbot: QtBot, page: PaintPage, session: Session, tmp_path: Path
) -> None:
    other = put_on_shelf("Other digits", ModelConfig(class_names=tuple(reversed(DIGITS)), width=8))
    for y in (100.0, 250.0, 400.0):
        paint_line(qtbot, page, y)
    was, made_with = pixels(session), session.artwork.generator
    choose(qtbot, page, "Other digits")
    redrawn, seen = pixels(session), page.canvas.grab().toImage()
    assert redrawn != was and session.artwork.generator == other.read_bytes()
    (stamp,) = session.artwork.current.layers[-1].strokes[0].stamps
    assert stamp.latent.mix.argmax() == 6  # the class "3" of a model that counts backwards
    assert "redrawing with Other digits" in page.undo_action.text()
    page.undo_action.trigger()
    assert pixels(session) == was and session.artwork.generator == made_with
    page.redo_action.trigger()
    assert pixels(session) == redrawn and page.canvas.grab().toImage() == seen
    file = tmp_path / "swapped.latent"
    session.artwork.save(file)
    document = read_document(file)
    assert document.generator == other.read_bytes()
    session.artwork.open(file)
    assert pixels(session) == redrawn
    choose(qtbot, page, "Ink digits")
    assert pixels(session) == was, "the same generator draws the same pixels"


def test_a_model_that_cannot_draw_a_painting_says_why_and_changes_nothing(
    qtbot: QtBot, page: PaintPage, session: Session
) -> None:
    put_on_shelf("Letters", ModelConfig(class_names=("A", "B"), width=8))
    put_on_shelf("Larger styles", ModelConfig(z_size=96, width=8))
    said: list[str] = []
    page.status_text_changed.connect(said.append)
    paint_line(qtbot, page, 100.0)
    was, steps = pixels(session), session.artwork.undo_stack.count()
    choose(qtbot, page, "Letters")
    assert said[-1] == "This model has no class “3”, so it cannot redraw the painting."
    choose(qtbot, page, "Larger styles")
    assert said[-1].startswith("This model takes styles of 96 numbers; those of the painting have 64")
    assert pixels(session) == was and session.artwork.undo_stack.count() == steps


def test_the_brush_goes_on_with_the_model_that_a_painting_was_redrawn_with(
    qtbot: QtBot, page: PaintPage, session: Session
) -> None:
    other = put_on_shelf("Colours", ModelConfig(class_names=("all",), channels=3, width=8))
    paint_line(qtbot, page, 100.0)
    choose(qtbot, page, "Colours")
    assert session.artwork.current.layers[-1].strokes[0].stamps[0].pixels.shape[2] == 3
    qtbot.mouseClick(page.redraw.bar.paint_on, LEFT)
    qtbot.waitUntil(lambda: session.generator_file == other and len(page.brush.hand) == 1, timeout=MADE_MS)
    assert not page.redraw.bar.paint_on.isVisible()


def test_time_is_scrubbed_under_a_painting_and_kept_where_the_hand_lets_go(
    qtbot: QtBot, studio: Studio, session: Session, tmp_path: Path
) -> None:
    run = leave_run("Run 1", draw_shapes(tmp_path), steps=12)
    studio.window.show_room("paint")
    page = studio.paint_page
    session.open_run(run)
    qtbot.waitUntil(lambda: len(page.brush.hand) == 2 and bool(page.brush.stamps), timeout=MADE_MS)
    paint_line(qtbot, page, 100.0)
    was, steps = pixels(session), session.artwork.undo_stack.count()
    open_bar(qtbot, page, "Run 1")
    moments, track = list_moments(run), page.redraw.bar.track
    qtbot.waitUntil(lambda: len(track.marks) == len(moments), timeout=MADE_MS)
    assert track.step == moments[-1].step
    qtbot.mousePress(track, LEFT, NONE, track.place_of(moments[0].step))
    qtbot.waitUntil(lambda: page.redraw.shows_glance, timeout=MADE_MS)
    assert pixels(session) == was, "only a glance"
    qtbot.keyClick(track, Qt.Key.Key_Escape)
    qtbot.mouseRelease(track, LEFT, NONE, track.place_of(moments[0].step))
    assert not page.redraw.shows_glance and track.step == moments[-1].step
    assert session.artwork.undo_stack.count() == steps
    qtbot.mousePress(track, LEFT, NONE, track.place_of(moments[-2].step))
    qtbot.mouseMove(track, track.place_of(moments[0].step))
    qtbot.mouseRelease(track, LEFT, NONE, track.place_of(moments[0].step))
    qtbot.waitUntil(lambda: session.artwork.undo_stack.count() == steps + 1, timeout=MADE_MS)
    assert pixels(session) != was
    assert session.artwork.generator == moments[0].generator.read_bytes()
    page.undo_action.trigger()
    assert pixels(session) == was and track.step == moments[-1].step


def test_a_glance_at_a_moment_that_goes_meanwhile_does_not_stay_on_the_sheet(
    qtbot: QtBot, studio: Studio, session: Session, tmp_path: Path
) -> None:
    run = leave_run("Run 1", draw_shapes(tmp_path), steps=12)
    studio.window.show_room("paint")
    page = studio.paint_page
    session.open_run(run)
    qtbot.waitUntil(lambda: len(page.brush.hand) == 2 and bool(page.brush.stamps), timeout=MADE_MS)
    paint_line(qtbot, page, 100.0)
    open_bar(qtbot, page, "Run 1")
    moments, track = list_moments(run), page.redraw.bar.track
    qtbot.waitUntil(lambda: len(track.marks) == len(moments), timeout=MADE_MS)
    painted = page.canvas.grab().toImage()
    qtbot.mousePress(track, LEFT, NONE, track.place_of(moments[0].step))
    qtbot.waitUntil(lambda: page.redraw.shows_glance, timeout=MADE_MS)
    glance = page.canvas.grab().toImage()

    def forget(gone: Sequence[Moment]) -> None:
        """As training does, which then goes on."""
        for moment in gone:
            moment.generator.unlink()
        kept = moments[-1]
        session.training.reported.emit(
            MomentKept(step=kept.step, elapsed_s=1.0, frame=kept.frame, generator=kept.generator)
        )

    forget(moments[:1])
    qtbot.waitUntil(lambda: track.step == moments[1].step, timeout=MADE_MS)
    qtbot.waitUntil(lambda: page.canvas.grab().toImage() not in (glance, painted), timeout=MADE_MS)
    forget(moments[1:])
    qtbot.waitUntil(lambda: not page.redraw.shows_glance, timeout=MADE_MS)
    assert page.canvas.grab().toImage() == painted and not track.isSliderDown()


def test_a_redraw_that_is_called_off_says_what_became_of_the_painting(
    qtbot: QtBot, page: PaintPage, session: Session
) -> None:
    put_on_shelf("Other digits", ModelConfig(class_names=tuple(reversed(DIGITS)), width=8))
    said: list[str] = []
    page.redraw.said.connect(said.append)
    paint_line(qtbot, page, 100.0)
    open_bar(qtbot, page, "Other digits")
    choose_again(page, "Other digits")
    page.redraw.bar.put_back_asked.emit()
    assert said[-1] == "Called off: the painting is as it was."
    choose_again(page, "Other digits")
    page.undo_action.trigger()
    assert said[-1] == "Called off: the painting was changed meanwhile."
    page.redo_action.trigger()
    choose_again(page, "Other digits")
    session.artwork.begin(Document(Artwork()), None)
    assert said[-1] == "Called off: that was for another painting."


def test_after_memory_ran_out_what_is_painted_still_calls_a_redraw_off(
    qtbot: QtBot, page: PaintPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_shelf("Other digits", ModelConfig(class_names=tuple(reversed(DIGITS)), width=8))
    paint_line(qtbot, page, 100.0)

    def refuse(_step: object) -> None:
        raise MemoryError

    with monkeypatch.context() as full, qtbot.captureExceptions() as caught:
        full.setattr(session.artwork.undo_stack, "push", refuse)
        choose(qtbot, page, "Other digits")
        qtbot.waitUntil(lambda: bool(caught), timeout=MADE_MS)
    choose_again(page, "Other digits")
    assert page.redraw.is_drawing
    paint_line(qtbot, page, 250.0)
    assert not page.redraw.is_drawing and session.artwork.current.stroke_count == 2


def test_a_model_that_is_gone_does_not_call_off_the_one_that_was_chosen_after_it(
    qtbot: QtBot, page: PaintPage, session: Session
) -> None:
    gone = put_on_shelf("Gone", ModelConfig(width=8))
    other = put_on_shelf("Other digits", ModelConfig(class_names=tuple(reversed(DIGITS)), width=8))
    paint_line(qtbot, page, 100.0)
    open_bar(qtbot, page, "Gone")
    gone.unlink()
    for name in ("Gone", "Other digits"):
        choose_again(page, name)
    qtbot.waitUntil(lambda: not page.redraw.is_drawing, timeout=MADE_MS)
    assert session.artwork.generator == other.read_bytes()
