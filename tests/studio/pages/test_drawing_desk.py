"""A set of pictures can be drawn, is on the disk with every line, can be gone on with, and learnt from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import gan
from gan import places
from studio.document.drawn_set import SIDE_PX
from studio.pages.train.drawing_desk import DrawingDesk
from studio.session import Session
from studio.settings import Settings
from studio.theme import apply_theme
from studio.widgets.pictures.drawing_cell import DrawingCell
from studio.widgets.training.drawing_dialog import DrawingDialog

BUTTON = Qt.MouseButton.LeftButton
WAIT_MS = 30_000


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, studio_home: Path) -> Iterator[Session]:
    apply_theme(qapp, "dark")
    session = Session(Settings(places.settings_file()))
    yield session
    with qtbot.waitSignal(session.left, timeout=WAIT_MS):
        session.shut_down()


@pytest.fixture
def desk(qtbot: QtBot, session: Session) -> DrawingDesk:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return DrawingDesk(session, window)


def begun(desk: DrawingDesk, chosen: str = "") -> DrawingDialog:
    desk.begin(chosen)
    assert desk.dialog is not None
    return desk.dialog


def draw(qtbot: QtBot, cell: DrawingCell, *points: tuple[int, int]) -> None:
    qtbot.mousePress(cell, BUTTON, pos=QPoint(*points[0]))
    for point in points[1:]:
        qtbot.mouseMove(cell, QPoint(*point))
    qtbot.mouseRelease(cell, BUTTON, pos=QPoint(*points[-1]))


def wait_for_the_disk(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.drawings.is_busy, timeout=WAIT_MS)


def type_into(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_every_line_is_on_the_disk_as_a_picture_of_its_class(
    qtbot: QtBot, session: Session, desk: DrawingDesk, studio_home: Path
) -> None:
    dialog = begun(desk)
    assert not (studio_home / "drawings").exists(), "nothing is written before something is drawn"
    draw(qtbot, dialog.rows[1].cells[2], (10, 10), (45, 45))
    wait_for_the_disk(qtbot, session)
    file = studio_home / "drawings" / "Drawings 1" / "Cross" / "drawn-0002.png"
    pixels = np.asarray(Image.open(file))
    assert pixels.shape == (SIDE_PX, SIDE_PX) and pixels.dtype == np.uint8
    assert pixels[54:58, 54:58].min() > 200, "ink is light, as in MNIST"
    assert pixels[:8].max() == 0
    assert "1 drawn, 8 or more" in words(dialog)
    dialog.reject()


def test_a_line_is_taken_back_and_a_sheet_cleared_by_keys(
    qtbot: QtBot, session: Session, desk: DrawingDesk, studio_home: Path
) -> None:
    dialog = begun(desk)
    cell = dialog.rows[0].cells[0]
    draw(qtbot, cell, (5, 5), (50, 5))
    first = cell.pixels
    draw(qtbot, cell, (5, 50), (50, 50))
    qtbot.keyClick(cell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert first is not None and cell.pixels is not None
    np.testing.assert_array_equal(cell.pixels, first)
    qtbot.keyClick(cell, Qt.Key.Key_Delete)
    assert cell.is_empty
    wait_for_the_disk(qtbot, session)
    folder = studio_home / "drawings" / "Drawings 1" / "Circle"
    assert list(folder.iterdir()) == []
    qtbot.keyClick(cell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for_the_disk(qtbot, session)
    assert [file.name for file in folder.iterdir()] == ["drawn-0000.png"]
    dialog.reject()


def test_a_dot_is_drawn_by_a_click_and_arrows_lead_from_cell_to_cell(
    qtbot: QtBot, session: Session, desk: DrawingDesk
) -> None:
    dialog = begun(desk)
    cells = dialog.rows[0].cells
    qtbot.mouseClick(cells[0], BUTTON, pos=QPoint(28, 28))
    assert cells[0].pixels is not None and cells[0].pixels[56, 56] > 200
    cells[0].setFocus()
    qtbot.keyClick(cells[0], Qt.Key.Key_Right)
    assert cells[1].hasFocus() or dialog.focusWidget() is cells[1]
    wait_for_the_disk(qtbot, session)
    dialog.reject()


def test_full_lines_of_cells_are_followed_by_empty_ones(
    qtbot: QtBot, session: Session, desk: DrawingDesk
) -> None:
    dialog = begun(desk)
    row = dialog.rows[0]
    for cell in list(row.cells):
        qtbot.mouseClick(cell, BUTTON, pos=QPoint(28, 28))
    assert len(row.cells) == 18
    assert "9 drawn\n" in words(dialog)
    wait_for_the_disk(qtbot, session)
    dialog.reject()


def test_a_set_is_gone_on_with_where_it_was_left(
    qtbot: QtBot, session: Session, desk: DrawingDesk, studio_home: Path
) -> None:
    dialog = begun(desk)
    type_into(qtbot, dialog.name_field, "Runes")
    type_into(qtbot, dialog.rows[0].name_field, "Fehu")
    draw(qtbot, dialog.rows[0].cells[0], (10, 10), (10, 50))
    drawn = dialog.rows[0].cells[0].pixels
    wait_for_the_disk(qtbot, session)
    dialog.reject()
    again = begun(desk)
    assert again.name_field.text() == "Runes"
    assert again.class_names == ["Fehu"]
    assert drawn is not None and again.rows[0].cells[0].pixels is not None
    np.testing.assert_array_equal(again.rows[0].cells[0].pixels, drawn)
    type_into(qtbot, again.rows[0].name_field, "Uruz")
    type_into(qtbot, again.name_field, "Futhark")
    draw(qtbot, again.rows[0].cells[1], (10, 10), (50, 50))
    wait_for_the_disk(qtbot, session)
    folder = studio_home / "drawings" / "Futhark"
    assert sorted(file.name for file in (folder / "Uruz").iterdir()) == ["drawn-0000.png", "drawn-0001.png"]
    assert not (folder / "Fehu").exists() and not (studio_home / "drawings" / "Runes").exists()
    again.reject()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a/b", "cannot contain /"),
        ("  ", "A name is missing"),
        ("Star", "is there already"),
        (".x", "cannot be"),
    ],
)
def test_a_name_that_cannot_be_is_refused_in_one_sentence(
    qtbot: QtBot, desk: DrawingDesk, typed: str, said: str
) -> None:
    dialog = begun(desk)
    type_into(qtbot, dialog.rows[0].name_field, typed)
    assert said in words(dialog)
    assert dialog.class_names[0] == "Circle"
    assert dialog.rows[0].name_field.text() == "Circle"
    dialog.reject()


def test_what_is_drawn_can_be_learnt_from_at_once(
    qtbot: QtBot, session: Session, desk: DrawingDesk, studio_home: Path
) -> None:
    dialog = begun(desk)
    assert not dialog.learn.isEnabled()
    for row in dialog.rows[:2]:
        for cell in row.cells[:3]:
            draw(qtbot, cell, (10, 10), (40, 40))
    with qtbot.waitSignal(desk.learn_asked, timeout=WAIT_MS) as told:
        qtbot.mouseClick(dialog.learn, BUTTON)
    summary = gan.summarise_dataset(told.args[0], None)
    assert summary.class_names == ("Circle", "Cross")
    assert summary.picture_count == 6


def test_a_disk_that_fails_loses_no_drawing(
    qtbot: QtBot, session: Session, desk: DrawingDesk, studio_home: Path
) -> None:
    dialog = begun(desk)
    blocking = studio_home / "drawings"
    blocking.write_text("a file stands where the folder would be")
    draw(qtbot, dialog.rows[0].cells[0], (10, 10), (40, 40))
    qtbot.waitUntil(lambda: "still on its sheet" in words(dialog), timeout=WAIT_MS)
    blocking.unlink()
    draw(qtbot, dialog.rows[0].cells[1], (10, 10), (40, 40))
    wait_for_the_disk(qtbot, session)
    folder = blocking / "Drawings 1" / "Circle"
    qtbot.waitUntil(lambda: len(list(folder.glob("*.png"))) == 2, timeout=WAIT_MS)
    dialog.reject()


def test_foreign_files_in_a_folder_are_left_alone(
    qtbot: QtBot, session: Session, desk: DrawingDesk, tmp_path: Path
) -> None:
    (tmp_path / "Stone").mkdir()
    Image.new("L", (300, 200), 90).save(tmp_path / "Stone" / "photo.png")
    (tmp_path / "Stone" / "drawn-0001.png").write_bytes(b"torn")
    dialog = begun(desk)
    desk.open_folder(str(tmp_path))
    assert dialog.class_names == ["Stone"]
    draw(qtbot, dialog.rows[0].cells[0], (10, 10), (40, 40))
    wait_for_the_disk(qtbot, session)
    names = sorted(file.name for file in (tmp_path / "Stone").iterdir())
    assert names == ["drawn-0000.png", "drawn-0001.png", "photo.png"]
    dialog.reject()


def test_a_damaged_picture_is_kept_where_its_cell_is_drawn_again(
    qtbot: QtBot, session: Session, desk: DrawingDesk, tmp_path: Path
) -> None:
    folder = tmp_path / "Stone"
    folder.mkdir()
    (folder / "drawn-0000.png").write_bytes(b"torn")
    dialog = begun(desk)
    desk.open_folder(str(tmp_path))
    draw(qtbot, dialog.rows[0].cells[0], (10, 10), (40, 40))
    dialog.rows[0].cells[0].undo()
    draw(qtbot, dialog.rows[0].cells[0], (10, 10), (40, 40))
    wait_for_the_disk(qtbot, session)
    assert sorted(file.name for file in folder.iterdir()) == [
        "drawn-0000 (damaged 1).png",
        "drawn-0000.png",
    ]
    assert (folder / "drawn-0000 (damaged 1).png").read_bytes() == b"torn"
    dialog.reject()
