"""A grid of pictures leaves as one sheet, with the latents of all of them beside it."""

import json
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gan.files import sha256_of
from gan.latents import Latent, gaussian, one_hot
from gan.media.provenance import read_marks
from studio.pages.sheet_export import SheetExport
from studio.session import Session
from tests.studio.journeys.hand import export

ROWS, COLUMNS = 3, 5
PATIENCE_MS = 20_000


@pytest.fixture
def exporter(studio) -> SheetExport:
    return SheetExport(studio.session, studio.window)


@pytest.fixture
def grid(session: Session) -> list[list[Latent]]:
    model = session.inference.info.model
    styles = gaussian(5, COLUMNS, model.z_size)
    return [[Latent(z, one_hot(label, model.classes)) for z in styles] for label in range(ROWS)]


def opened(qtbot, exporter, rows, folder: Path):
    dialog = exporter.show(rows, name="grid")
    dialog.set_folder(folder)
    qtbot.waitUntil(dialog.export_button.isEnabled, timeout=PATIENCE_MS)
    return dialog


def test_every_picture_of_the_sheet_can_be_made_again_from_what_stands_beside_it(
    qtbot, session, exporter, grid, tmp_path
):
    dialog = opened(qtbot, exporter, grid, tmp_path)
    dialog.scale.set_value(1)
    dialog.ground.set_value("plain")
    dialog.edges.set_value("pixels")
    dialog.gap.set_value(4)
    path = export(qtbot, session, dialog)
    told = json.loads(path.with_suffix(".json").read_text())
    assert (told["rows"], told["columns"], told["picture"]) == (ROWS, COLUMNS, "grid.png")
    assert told["generator"]["fingerprint"] == sha256_of(session.generator_file)
    with Image.open(path) as picture:
        sheet = np.asarray(picture)
    assert sheet.shape == (told["height"], told["width"]) == (ROWS * 32 + 4, COLUMNS * 32 + 4)
    for number, frame in enumerate(told["frames"]):
        row, column = divmod(number, COLUMNS)
        assert (frame["row"], frame["column"]) == (row, column)
        assert Latent.from_text(frame["latent"]) == grid[row][column]
        x, y = frame["x"], frame["y"]
        part = sheet[y : y + frame["height"], x : x + frame["width"]]
        assert (part == exporter.frames[number, ..., 0]).all()
    assert read_marks(path).says_generated and "trainedAlgorithmicMedia" in told["digital_source_type"]
    assert str(tmp_path) not in path.with_suffix(".json").read_text()
    dialog.reject()


def test_a_film_can_be_broken_into_rows_and_a_grid_keeps_its_own(qtbot, session, exporter, grid, tmp_path):
    dialog = opened(qtbot, exporter, grid, tmp_path)
    assert not dialog.columns.isVisible()
    dialog.reject()
    dialog = opened(qtbot, exporter, [grid[0]], tmp_path)
    dialog.columns.set_value(2)
    dialog.latents.setChecked(False)
    dialog.scale.set_value(2)
    with Image.open(export(qtbot, session, dialog)) as sheet:
        assert sheet.size == (2 * 56, 3 * 56)
    assert [file.name for file in tmp_path.iterdir()] == ["grid.png"]
    dialog.reject()


def test_latents_that_exist_are_not_replaced_unasked(qtbot, session, exporter, grid, tmp_path):
    (tmp_path / "grid.json").write_text("mine")
    dialog = opened(qtbot, exporter, grid, tmp_path)
    assert dialog.path.name == "grid 2.png" and dialog.export_button.text() == "Export"
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "grid.png")
    assert dialog.export_button.text() == "Replace"
    dialog.reject()


def test_a_sheet_that_is_called_off_leaves_neither_file(qtbot, session, exporter, grid, tmp_path):
    dialog = opened(qtbot, exporter, grid, tmp_path)
    before = threading.Event()
    session.exports.run(
        before.wait
    )  # so that it is called off before it can be done, however fast the machine
    dialog.export_button.click()
    dialog.close_button.click()
    before.set()
    qtbot.waitUntil(dialog.export_button.isEnabled, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not session.exports.is_busy, timeout=PATIENCE_MS)
    assert list(tmp_path.iterdir()) == []
    dialog.reject()
