"""Somebody reads Chinese: the whole window changes while it is open, says everything, and loses nothing."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from studio.app import Studio
from studio.language import NAMES, SETTING
from studio.settings import Settings
from studio.widgets.canvas.layer_list import LayerList
from studio.widgets.frame.command_palette import CommandPalette
from tests.studio.test_translations import ENTRIES, MAY_BE_THE_SAME

LEFT = Qt.MouseButton.LeftButton
WAIT_MS = 20_000
TEXTS = (
    "text",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
    "placeholderText",
    "title",
    "windowTitle",
)
NAMES_OF_THINGS = {"CPU", "CUDA", "MPS", NAMES["en"]}
SOURCES = {entry.source for entry in ENTRIES} - set(MAY_BE_THE_SAME)
CHINESE, WORD = re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]{3}")
OF_PLOTS = "pyqtgraph."  # whose own menus are never shown


def shown(studio: Studio) -> dict[tuple[QObject, str], str]:
    """Every text of the window and of what lies in it, except what a person types."""
    found = {}
    window = studio.window
    for thing in (window, *window.findChildren(QWidget), *window.findChildren(QAction)):
        for name in TEXTS:
            reader = getattr(thing, name, None)
            typed = isinstance(thing, QLineEdit) and name == "text"
            if callable(reader) and not typed and not is_of_plots(thing):
                found[thing, name] = reader()
    return found


def is_of_plots(thing: QObject | None) -> bool:
    while thing is not None:
        if type(thing).__module__.startswith(OF_PLOTS):
            return True
        thing = thing.parent()
    return False


def choose(studio: Studio, name: str) -> None:
    """By the menu: View, Language, and the one named in its own tongue."""
    (action,) = (
        action
        for menu in studio.window.findChildren(QMenu)
        for action in menu.actions()
        if action.text() == NAMES[name]
    )
    action.trigger()
    assert action.isChecked()


def test_every_room_speaks_chinese_at_once_and_english_again_as_before(
    qtbot: QtBot, studio: Studio, studio_home: Path
) -> None:
    before = shown(studio)
    choose(studio, "zh_CN")
    chinese = shown(studio)
    assert {text for text in chinese.values() if text in SOURCES} == set()
    latin = {text for text in chinese.values() if WORD.search(text) and not CHINESE.search(text)}
    assert latin <= NAMES_OF_THINGS | set(MAY_BE_THE_SAME)
    assert Settings(studio_home / "settings.ini").value(SETTING, "") == "zh_CN"
    qtbot.keyClick(studio.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = studio.window.findChild(CommandPalette)
    qtbot.keyClicks(palette.field, "english")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    after = shown(studio)
    assert {place: text for place, text in after.items() if before.get(place, text) != text} == {}


def test_a_change_of_language_leaves_alone_what_a_person_made(qtbot: QtBot, studio: Studio) -> None:
    studio.window.show_room("paint")
    page, editor = studio.paint_page, studio.session.artwork
    qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=WAIT_MS)
    canvas = page.canvas
    qtbot.mousePress(canvas, LEFT, pos=canvas.to_widget(QPointF(120, 150)).toPoint())
    qtbot.mouseMove(canvas, canvas.to_widget(QPointF(520, 150)).toPoint())
    qtbot.mouseRelease(canvas, LEFT, pos=canvas.to_widget(QPointF(520, 150)).toPoint())
    page.layer_panel.list.renamed.emit(0, "Paint")  # as a room is called
    rows = page.findChild(LayerList).model()
    painted = editor.current
    choose(studio, "zh_CN")
    assert editor.current is painted
    assert "Paint" in {rows.index(row, 0).data() for row in range(rows.rowCount())}
    undo = page.undo_action
    assert undo.text() == "撤销“重命名图层”"
    undo.trigger()
    undo.trigger()
    assert editor.current.stroke_count == 0
    assert page.redo_action.text().startswith("重做")


def test_the_language_that_was_chosen_is_there_from_the_next_start_on(
    qtbot: QtBot, qapp: object, studio_home: Path
) -> None:
    settings = Settings(studio_home / "settings.ini")
    settings.set_value(SETTING, "zh_CN")
    settings.save()
    studio = Studio()
    titles = {menu.title() for menu in studio.window.findChildren(QMenu)}
    assert "语言 (Language)" in titles
    assert "File" not in {title.replace("&", "") for title in titles}
    with qtbot.waitSignal(studio.left, timeout=WAIT_MS):
        studio.closing.leave()
    studio.window.deleteLater()
    studio.deleteLater()
