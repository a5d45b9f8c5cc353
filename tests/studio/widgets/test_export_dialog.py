"""The export dialog says what will come out, and what stands against it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from studio.theme import apply_theme
from studio.widgets.export_dialog import ExportAnswers, ExportDialog


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> ExportDialog:
    apply_theme(qapp, "dark")
    dialog = ExportDialog((816, 568), 10_000_000, ExportAnswers(tmp_path / "one.png", 2, on_paper=True))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def words(dialog: ExportDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_shows_the_resulting_size(dialog):
    assert "1632 × 1136 pixels, 1.9 megapixels" in words(dialog)
    dialog.scale.set_value(1)
    assert "816 × 568" in words(dialog)


def test_what_is_too_large_is_disabled_with_the_reason(dialog):
    dialog.scale.set_value(8)
    assert not dialog.export_button.isEnabled()
    assert "Larger than 10 megapixels" in words(dialog)


@pytest.mark.parametrize("name", ["", "   "])
def test_a_name_that_is_none_is_disabled_with_the_reason(dialog, name):
    dialog.name.setText(name)
    assert not dialog.export_button.isEnabled()
    assert "Give the file a name" in words(dialog)


@pytest.mark.parametrize("name", ["../up", "a/b", "/tmp/a.png"])
def test_a_folder_in_the_name_is_sent_to_its_button(dialog, name):
    dialog.name.setText(name)
    assert not dialog.export_button.isEnabled()
    assert "Choose… sets the folder" in words(dialog)


def test_a_missing_suffix_is_added(dialog, tmp_path):
    dialog.name.setText("drawing")
    assert dialog.answers.path == tmp_path / "drawing.png"


def test_a_name_that_exists_is_asked_about(dialog, tmp_path):
    assert dialog.export_button.text() == "Export"
    (tmp_path / "old.png").write_bytes(b"")
    dialog.name.setText("old")
    assert dialog.export_button.text() == "Replace" and "exists already" in words(dialog)


def test_accepting_gives_the_answers(dialog, tmp_path):
    dialog.ground.set_value("transparent")
    dialog.export_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.answers == ExportAnswers(tmp_path / "one.png", 2, on_paper=False)
