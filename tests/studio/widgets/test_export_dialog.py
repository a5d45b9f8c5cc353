"""The export dialog asks only what the chosen form needs, and says what will come out and what stands against it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.theme import apply_theme
from studio.widgets.exports.export_dialog import ExportAnswers, ExportDialog, PaintingFacts

FACTS = PaintingFacts({"all": (816, 568), "layer": (816, 568), "selection": (100, 50)}, 10_000_000)


def made(qtbot: QtBot, facts: PaintingFacts, answers: ExportAnswers) -> ExportDialog:
    dialog = ExportDialog(facts, answers)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> ExportDialog:
    apply_theme(qapp, "dark")
    return made(qtbot, FACTS, ExportAnswers(tmp_path / "one", scale=2))


def words(dialog: ExportDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def type_name(qtbot: QtBot, dialog: ExportDialog, name: str) -> None:
    dialog.name.selectAll()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Delete)
    qtbot.keyClicks(dialog.name, name)


def asked(dialog: ExportDialog) -> set[str]:
    names = ("film", "area", "seconds", "side", "dpi", "json_kind", "gap", "scale", "ground", "carries")
    rows: dict[str, QWidget] = {name: getattr(dialog, name) for name in names}
    return {name for name, row in rows.items() if row.isVisibleTo(dialog)}


def test_it_shows_the_resulting_size(dialog):
    assert "1,632 × 1,136 pixels" in words(dialog) and "1.9 megapixels" in words(dialog)
    dialog.scale.set_value(1)
    assert "816 × 568" in words(dialog)
    dialog.area.set_value("selection")
    assert "100 × 50" in words(dialog)


@pytest.mark.parametrize(
    ("form", "rows"),
    [
        ("png", {"area", "scale", "ground", "carries"}),
        ("ora", {"scale", "ground"}),
        ("svg", {"area", "ground"}),
        ("pdf", {"area", "dpi", "scale", "ground"}),
        ("sprites", {"area", "json_kind", "gap", "scale"}),
        ("film", {"film", "seconds", "side", "ground"}),
    ],
)
def test_only_what_the_form_needs_is_asked_and_no_button_moves(dialog, form, rows):
    dialog.layout().activate()
    place = dialog.export_button.geometry()
    dialog.form.set_value(form)
    dialog.layout().activate()
    assert asked(dialog) == rows
    assert dialog.export_button.geometry() == place


def test_the_suffix_follows_the_form(dialog):
    names = []
    for form in ("png", "ora", "svg", "pdf", "sprites", "film"):
        dialog.form.set_value(form)
        names.append(dialog.answers.path.name)
    assert names == ["one.png", "one.ora", "one.svg", "one.pdf", "one.png", "one.gif"]


def test_what_is_too_large_is_disabled_with_the_reason(dialog):
    dialog.scale.set_value(8)
    assert not dialog.export_button.isEnabled()
    assert "Larger than 10 megapixels" in words(dialog)
    dialog.form.set_value("svg")  # outlines have no pixels
    assert dialog.export_button.isEnabled()


def test_a_film_too_long_and_large_is_disabled_with_the_reason(dialog):
    dialog.form.set_value("film")
    assert dialog.export_button.isEnabled()
    dialog.side.set_value("1080")
    dialog.seconds.set_value(30)
    assert not dialog.export_button.isEnabled() and "Too large for one film" in words(dialog)


def test_a_print_says_how_large_it_is(dialog):
    dialog.form.set_value("pdf")
    dialog.dpi.set_value(300)
    assert "69 × 48 mm" in words(dialog)


def test_layers_and_time_lapses_are_of_all_of_it(dialog):
    dialog.area.set_value("selection")
    assert dialog.answers.area == "selection"
    dialog.form.set_value("ora")
    assert dialog.answers.area == "all"


def test_what_cannot_be_had_is_disabled_with_the_reason(qtbot, qapp, tmp_path):
    facts = PaintingFacts(
        {"all": (10, 10), "layer": (10, 10)}, 100_000, has_paper=False, why_not={"svg": "Only ink."}
    )
    dialog = made(qtbot, facts, ExportAnswers(tmp_path / "one", form="svg", area="selection"))
    assert (dialog.answers.form, dialog.answers.area, dialog.answers.on_paper) == ("png", "all", False)


def test_a_painting_too_large_to_travel_is_not_carried(dialog):
    assert dialog.answers.carries
    dialog.show_traveller(1_900_000)
    assert "1.9 MB" in dialog.carries.text()
    dialog.show_traveller(None)
    assert not dialog.answers.carries and not dialog.carries.isEnabled()


def test_sprites_wait_for_their_sheet(dialog):
    dialog.form.set_value("sprites")
    assert not dialog.export_button.isEnabled()
    dialog.show_sprites((227, 227))
    assert dialog.export_button.isEnabled() and "227 × 227" in words(dialog)


@pytest.mark.parametrize("name", ["", "   "])
def test_a_name_that_is_none_is_disabled_with_the_reason(qtbot, dialog, name):
    type_name(qtbot, dialog, name)
    assert not dialog.export_button.isEnabled()
    assert "Give the file a name" in words(dialog)


@pytest.mark.parametrize("name", ["../up", "a/b", "/tmp/a.png"])
def test_a_folder_in_the_name_is_sent_to_its_button(qtbot, dialog, name):
    type_name(qtbot, dialog, name)
    assert not dialog.export_button.isEnabled()
    assert "Choose… sets the folder" in words(dialog)


def test_a_name_that_no_disk_takes_is_disabled_with_the_reason(qtbot, dialog):
    type_name(qtbot, dialog, "n" * 300)
    assert not dialog.export_button.isEnabled()
    assert "cannot lie here" in words(dialog)


def test_a_missing_suffix_is_added(qtbot, dialog, tmp_path):
    type_name(qtbot, dialog, "drawing")
    assert dialog.answers.path == tmp_path / "drawing.png"


def test_a_name_that_exists_is_numbered_or_when_typed_asked_about(qtbot, dialog, tmp_path):
    (tmp_path / "one.png").write_bytes(b"")
    dialog.set_folder(tmp_path)
    assert dialog.answers.path.name == "one 2.png" and dialog.export_button.text() == "Export"
    type_name(qtbot, dialog, "one")
    assert dialog.export_button.text() == "Replace" and "exists already" in words(dialog)


def test_the_preview_can_be_dragged_once_it_is_there(qtbot, dialog):
    preview, heard = dialog.preview, []
    preview.drag_asked.connect(lambda: heard.append(True))
    for image in (None, QImage(40, 30, QImage.Format.Format_RGB32)):
        if image is not None:
            image.fill(0)
            dialog.show_preview(image)
        qtbot.mousePress(preview, Qt.MouseButton.LeftButton, pos=preview.rect().center())
        for place in (QPoint(90, 90), QPoint(5, 5)):
            qtbot.mouseMove(preview, place)
        qtbot.mouseRelease(preview, Qt.MouseButton.LeftButton)
        assert heard == ([True] if image is not None else [])


def test_the_answers_are_all_that_was_chosen(qtbot, qapp, tmp_path):
    answers = ExportAnswers(
        tmp_path / "a.webp", "film", ".webp", "all", 3, False, False, 150, "array", 4, 12, 720
    )
    assert made(qtbot, FACTS, answers).answers == answers
