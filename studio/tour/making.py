"""The second half of the tour: drag the pad, blend, paint, export, save, reopen, use another generator."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication, QWidget

from gan.media.provenance import read_marks
from studio.document.file import read_document
from studio.pages.blend.page import BlendPage
from studio.pages.explore.page import ExplorePage
from studio.pages.models.page import ModelsPage
from studio.session import shelf_file
from studio.shelf_file import read_shelf
from studio.tour.guide import Guide, Step
from studio.tour.hand import Wait, answer_file_dialog, choose, drag, press
from studio.widgets.canvas.new_sheet_dialog import NewSheetDialog
from studio.widgets.controls.slider_track import SliderTrack
from studio.widgets.exports.export_dialog import ExportDialog

MOVES = 40
STROKES = 3


def drag_the_pad(guide: Guide) -> Iterator[Wait]:
    """A drag over the generator just trained changes the picture."""
    yield from guide.go_to("explore")
    page = _explore_page(guide)
    preview = page.panel.preview
    yield from guide.until(lambda: preview.pixels is not None, 20, "a picture under the dot")
    seen: list[bytes] = []
    for wait in drag(page.pad, _circle(page.pad)):
        yield wait
        pixels = preview.pixels
        if pixels is not None and pixels.tobytes() not in seen:
            seen.append(pixels.tobytes())
    guide.saw(moves=MOVES, different_pictures=len(seen))
    assert len(seen) > 5, "the picture does not follow the drag"


def return_to_ink_digits(guide: Guide) -> Iterator[Wait]:
    """By the model chip's menu, back to the generator that ships; what Keep keeps lies on the disk."""
    chip = guide.window.model_chip
    press(chip)
    menu = chip.menu()
    yield from guide.until(menu.isVisible, 5, "the chip's menu")
    ink_digits = next(action for action in menu.actions() if action.isVisible())
    press(menu, QPointF(menu.actionGeometry(ink_digits).center()))
    yield from guide.until(lambda: guide.session.generator_source == "shipped", 10, "opening Ink digits")
    page = _explore_page(guide)
    yield from drag(page.pad, _circle(page.pad))
    press(page.panel.buttons.keep)
    yield from guide.until(lambda: len(read_shelf(shelf_file())) == 1, 10, "keeping the picture")
    yield 2.0  # the map comes in behind the puck
    yield from guide.take_screenshot("explore")


def blend(guide: Guide) -> Iterator[Wait]:
    """The picture in between changes along a slider."""
    yield from guide.go_to("blend")
    page = guide.window.pages["blend"]
    assert isinstance(page, BlendPage)
    result = page.desk.result
    yield from guide.until(lambda: result.pixels is not None, 20, "a picture in between")
    assert result.pixels is not None
    before = result.pixels
    track = page.desk.sliders.findChildren(SliderTrack)[0]
    middle, width = track.rect().center().y(), track.width()
    yield from drag(track, [QPointF(width * (0.5 + 0.02 * move), middle) for move in range(12)])
    yield from guide.until(lambda: result.pixels is not before, 10, "another picture")
    assert result.pixels is not None
    changed = float(np.abs(result.pixels.astype(float) - before).mean())
    guide.saw(changed=round(changed, 1))
    assert changed > 0, "the picture in between stayed as it was"
    yield from guide.take_screenshot("blend")


def paint_three_strokes(guide: Guide) -> Iterator[Wait]:
    """Three strokes in three inks, the second one travelling, are three strokes of the artwork."""
    yield from guide.go_to("paint")
    page, panel = guide.studio.paint_page, guide.studio.paint_page.brush_panel
    blank = page.canvas.grab().toImage()
    for number, mode in enumerate(("fixed", "travel", "fixed")):
        yield from choose_along(guide, mode)
        press(panel.swatches, panel.swatches.swatch_rect(number).center())
        yield from guide.until(lambda: bool(page.brush.stamps), 20, "a brush to paint with")
        yield 0.5  # the way of a travelling stroke is drawn
        yield from drag(page.canvas, _wave(page.canvas, number))
        yield from guide.until(_counts_strokes(guide, number + 1), 10, f"stroke {number + 1}")
    strokes = guide.session.artwork.current.layers[-1].strokes
    guide.saw(
        dabs=[len(stroke.dabs) for stroke in strokes], stamps=[len(stroke.stamps) for stroke in strokes]
    )
    assert len(strokes[1].stamps) > 1, "the second stroke did not travel"
    assert len({stroke.brush.ink for stroke in strokes}) == STROKES, "the inks are the same"
    assert page.canvas.grab().toImage() != blank, "the sheet stayed blank"
    yield from guide.take_screenshot("paint")


def export(guide: Guide) -> Iterator[Wait]:
    """The exported file decodes, holds ink, and says that a model took part."""
    from PIL import Image

    file = guide.folder / "painting.png"
    file.unlink(missing_ok=True)
    press(guide.studio.paint_page.room_bar_right)
    yield from guide.until(
        lambda: isinstance(QApplication.activeModalWidget(), ExportDialog), 5, "the dialog"
    )
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    press(dialog.choose_button)
    yield from answer_file_dialog(str(file))
    yield from guide.until(dialog.export_button.isEnabled, 5, "a place to export to")
    press(dialog.export_button)
    yield from guide.until(dialog.reveal_button.isVisible, 60, "the export")
    press(dialog.close_button)
    with Image.open(file) as picture:
        pixels = np.asarray(picture.convert("RGB"))
    guide.saw(width=pixels.shape[1], height=pixels.shape[0], marks=read_marks(file).source_type)
    assert pixels.std() > 1, "the exported picture is empty"
    assert read_marks(file).says_generated


def save(guide: Guide) -> Iterator[Wait]:
    """The saved document reads back as the artwork on the screen."""
    file = guide.folder / "painting.latent"
    file.unlink(missing_ok=True)
    yield from choose(guide.window.menuBar(), guide.studio.paint_page.actions_of_room.save_as)
    yield from answer_file_dialog(str(file))
    yield from guide.until(lambda: not guide.session.artwork.is_modified, 10, "saving")
    assert read_document(file).artwork == guide.session.artwork.current
    guide.saw(bytes=file.stat().st_size)


def reopen(guide: Guide) -> Iterator[Wait]:
    """After a new sheet, the document opens with its three strokes."""
    actions, artwork = guide.studio.paint_page.actions_of_room, guide.session.artwork
    painted = artwork.current
    yield from choose(guide.window.menuBar(), actions.new)
    yield from guide.until(
        lambda: isinstance(QApplication.activeModalWidget(), NewSheetDialog), 5, "the sizes of sheets"
    )
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewSheetDialog)
    press(dialog.create_button)
    yield from guide.until(_counts_strokes(guide, 0), 5, "a new sheet")
    yield from choose(guide.window.menuBar(), actions.open)
    yield from answer_file_dialog(str(guide.folder / "painting.latent"))
    yield from guide.until(_counts_strokes(guide, STROKES), 10, "opening the document")
    assert artwork.current == painted


def use_the_run(guide: Guide) -> Iterator[Wait]:
    """From the shelf of generators, the run of the tour draws in every room."""
    yield from guide.go_to("models")
    page = guide.window.pages["models"]
    assert isinstance(page, ModelsPage)
    yield from guide.until(lambda: len(page.shelf.cards) == 2, 20, "two generators on the shelf")
    yield from guide.until(lambda: page.shelf.cards[1].isVisible(), 5, "showing their cards")
    press(page.shelf.cards[1])
    yield from guide.until(lambda: page.inspector.moment.isVisible(), 20, "the moments of the run")
    use = page.actions_of_room.use
    yield from choose(guide.window.menuBar(), use)
    yield from guide.until(lambda: guide.session.generator_source == "run", 20, "opening the run")
    yield from guide.until(lambda: page.shelf.cards[1].words.badge, 10, "saying that it is in use")
    yield 2.0  # samples are drawn
    yield from guide.take_screenshot("models")


MAKING: dict[str, Step] = {
    "drag the pad": drag_the_pad,
    "return to ink digits": return_to_ink_digits,
    "blend": blend,
    "paint three strokes": paint_three_strokes,
    "export": export,
    "save": save,
    "reopen": reopen,
    "use the run": use_the_run,
}


def _explore_page(guide: Guide) -> ExplorePage:
    page = guide.window.pages["explore"]
    assert isinstance(page, ExplorePage)
    return page


def choose_along(guide: Guide, mode: str) -> Iterator[Wait]:
    """By the menu of what happens along a stroke."""
    page = guide.studio.paint_page
    choice = page.brush_panel.mode
    menu = choice.menu()
    press(choice)
    yield from guide.until(menu.isVisible, 5, "the menu of what happens along a stroke")
    press(menu, QPointF(menu.actionGeometry(choice.options[mode]).center()))
    yield from guide.until(
        lambda: not menu.isVisible() and page.brush.mode == mode, 5, f"a brush that is {mode}"
    )


def _counts_strokes(guide: Guide, count: int) -> Callable[[], bool]:
    return lambda: guide.session.artwork.current.stroke_count == count


def _circle(pad: QWidget) -> list[QPointF]:
    middle, radius = QPointF(pad.rect().center()), 0.25 * pad.width()
    angles = [2 * math.pi * move / MOVES for move in range(MOVES + 1)]
    return [middle + QPointF(radius * math.cos(angle), radius * math.sin(2 * angle)) for angle in angles]


def _wave(canvas: QWidget, number: int) -> list[QPointF]:
    """The way of one stroke across the sheet."""
    area = QRectF(canvas.rect())
    height = area.height() * (0.3 + 0.2 * number)
    xs = [area.width() * (0.2 + 0.6 * move / MOVES) for move in range(MOVES + 1)]
    return [QPointF(x, height + 0.05 * area.height() * math.sin(x / 60)) for x in xs]
