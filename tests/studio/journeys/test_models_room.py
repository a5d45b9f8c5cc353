"""A person looks through the generators of this computer: imports, compares, uses, renames, copies, exports."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

import gan
from gan import places
from gan.image_maker import ImageMaker
from gan.run_folder import RunFolder
from studio.app import Studio
from studio.pages.models.page import ModelsPage
from studio.pages.train.page import TrainPage
from studio.session import shipped_file
from tests.studio.journeys.hand import drop_file
from tests.studio.journeys.training_room import BUTTON, WAIT_MS, draw_shapes, leave_run


def enter_room(qtbot: QtBot, studio: Studio, count: int) -> ModelsPage:
    """The Models room, once every generator has drawn its samples."""
    studio.window.show_room("models")
    page = studio.window.pages["models"]
    assert isinstance(page, ModelsPage)
    wait_for(qtbot, page, count)
    return page


def wait_for(qtbot: QtBot, page: ModelsPage, count: int) -> None:
    qtbot.waitUntil(lambda: len(page.shelf.cards) == count, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: page.inspector.sheet.pixels is not None, timeout=WAIT_MS)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    (tmp_path / "shapes").mkdir()
    return leave_run("Run 1", draw_shapes(tmp_path / "shapes"), steps=40)


@pytest.fixture
def page(qtbot: QtBot, run: Path, studio: Studio) -> ModelsPage:
    """The generator that ships, and one of a run."""
    return enter_room(qtbot, studio, 2)


def press(page: ModelsPage, text: str) -> None:
    action = next(one for one in page.actions_by_menu()["model"] if one.text() == text)
    assert action.isEnabled(), text
    action.trigger()


def action(page: ModelsPage, text: str) -> QAction:
    return next(one for one in page.actions_by_menu()["model"] if one.text() == text)


def type_name(page: ModelsPage, name: str) -> None:
    dialog = page.window().findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue(name)
    dialog.accept()


def names(page: ModelsPage) -> list[str]:
    return [card.words.name for card in page.shelf.cards]


def test_all_rooms_draw_with_the_one_that_is_used(
    qtbot: QtBot, studio: Studio, page: ModelsPage, run: Path
) -> None:
    assert [card.words.badge for card in page.shelf.cards] == ["In use", ""]
    qtbot.mouseClick(page.shelf.cards[1], BUTTON)
    with qtbot.waitSignal(studio.session.generator_changed, timeout=WAIT_MS):
        press(page, "Use in every room")
    assert studio.session.generator_file == RunFolder(run).generator_file
    qtbot.waitUntil(lambda: page.shelf.cards[1].words.badge == "In use", timeout=WAIT_MS)


def test_the_keyboard_walks_along_the_shelf_and_enter_uses(
    qtbot: QtBot, studio: Studio, page: ModelsPage
) -> None:
    first, second = page.shelf.cards
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page.shelf.chosen == 1 and page.shelf.focusWidget() is second
    with qtbot.waitSignal(studio.session.generator_changed, timeout=WAIT_MS):
        qtbot.keyClick(second, Qt.Key.Key_Return)


def test_a_run_is_used_as_it_was_at_an_earlier_moment(
    qtbot: QtBot, studio: Studio, page: ModelsPage, run: Path
) -> None:
    qtbot.mouseClick(page.shelf.cards[1], BUTTON)
    slider = page.inspector.moment
    qtbot.waitUntil(slider.isVisible, timeout=WAIT_MS)
    now = page.inspector.sheet.pixels
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: not np.array_equal(page.inspector.sheet.pixels, now), timeout=WAIT_MS)
    press(page, "Use in every room")
    first = gan.list_moments(run)[0]
    assert studio.session.moment == ("Run 1", first.step)


def test_the_run_of_a_generator_is_trained_on(
    qtbot: QtBot, studio: Studio, page: ModelsPage, run: Path
) -> None:
    qtbot.mouseClick(page.shelf.cards[1], BUTTON)
    press(page, "Train on")
    assert studio.window.current_room == "train"
    train = studio.window.pages["train"]
    assert isinstance(train, TrainPage)
    qtbot.waitUntil(lambda: train.past.time.folder == run, timeout=WAIT_MS)


def test_a_file_that_is_dropped_is_copied_onto_the_shelf(
    qtbot: QtBot, page: ModelsPage, run: Path, tmp_path: Path
) -> None:
    source = tmp_path / "of a friend.safetensors"
    shutil.copyfile(RunFolder(run).generator_file, source)
    drop_file(page, source)
    wait_for(qtbot, page, 3)
    assert page.chosen is not None and page.chosen.file.parent == places.generators_folder()


def test_what_is_no_generator_is_refused_in_one_sentence(
    qtbot: QtBot, studio: Studio, page: ModelsPage, tmp_path: Path
) -> None:
    other = tmp_path / "words.safetensors"
    other.write_text("no weights at all")
    press(page, "Import…")
    dialog = studio.window.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(studio.session.failed, timeout=WAIT_MS) as told:
        dialog.fileSelected.emit(str(other))
        dialog.reject()
    assert "words.safetensors is not a generator" in told.args[0].sentence
    assert len(page.shelf.cards) == 2


def test_a_copy_is_made_renamed_and_thrown_away(
    qtbot: QtBot, studio: Studio, page: ModelsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "share").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    qtbot.mouseClick(page.shelf.cards[0], BUTTON)
    assert not action(page, "Move to the trash").isEnabled(), "what ships stays"
    press(page, "Duplicate")
    wait_for(qtbot, page, 3)
    press(page, "Rename…")
    type_name(page, "Mine & yours")
    qtbot.waitUntil(lambda: "Mine & yours" in names(page), timeout=WAIT_MS)
    file = page.chosen.file if page.chosen is not None else None
    assert file is not None and ImageMaker.open(file).info.name == "Mine & yours"
    press(page, "Use in every room")
    qtbot.waitUntil(lambda: studio.session.generator_file == file, timeout=WAIT_MS)
    press(page, "Move to the trash")
    wait_for(qtbot, page, 2)
    assert not file.exists() and list((tmp_path / "share" / "Trash" / "files").iterdir())
    qtbot.waitUntil(lambda: studio.session.generator_file == shipped_file(), timeout=WAIT_MS)


def test_two_are_compared_with_the_same_latents(qtbot: QtBot, page: ModelsPage) -> None:
    qtbot.mouseClick(page.shelf.cards[1], BUTTON)
    qtbot.mouseClick(page.compare, BUTTON)
    qtbot.mouseClick(page.shelf.cards[0], BUTTON)
    inspector = page.inspector
    assert inspector.other_sheet.isVisible()
    qtbot.waitUntil(lambda: inspector.other_sheet.pixels is not None, timeout=WAIT_MS)
    assert inspector.sheet.pixels is not None and inspector.other_sheet.pixels is not None
    assert inspector.sheet.pixels.shape[1] == 10 and inspector.other_sheet.pixels.shape[1] == 2
    qtbot.mouseClick(page.compare, BUTTON)
    assert inspector.other_sheet.isHidden()


def test_a_generator_leaves_as_onnx(qtbot: QtBot, studio: Studio, page: ModelsPage, tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    qtbot.mouseClick(page.shelf.cards[1], BUTTON)
    press(page, "ONNX")
    dialog = studio.window.findChild(QFileDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit)
    assert field is not None and field.text() == "Run 1.onnx"
    field.setText(str(tmp_path / "bars.onnx"))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "bars.onnx").is_file, timeout=WAIT_MS)
