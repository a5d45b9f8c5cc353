"""The Train room as the journeys use it: pictures of two classes, a budget typed in, and what is to be read there."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PIL import Image
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

import gan
from gan import places
from gan.config import TrainingRequest
from gan.events import StepsDone
from studio.app import Studio
from studio.pages.train.last_run import remember_run
from studio.pages.train.page import TrainPage
from studio.settings import Settings
from tests.studio.journeys.hand import LEFT, click_segment, type_into

BUTTON = LEFT
WAIT_MS = 90_000


def draw_shapes(folder: Path) -> Path:
    """Bars that lie and bars that stand, at random places."""
    random = np.random.default_rng(0)
    for name in ("lying", "standing"):
        (folder / name).mkdir()
        for number in range(24):
            pixels = np.zeros((28, 28), np.uint8)
            place = int(random.integers(4, 20))
            pixels[place : place + 4, 4:24] = 255
            Image.fromarray(pixels if name == "lying" else pixels.T).save(folder / name / f"{number}.png")
    return folder


@cache
def _trained(name: str, steps: int) -> tuple[TemporaryDirectory[str], Path, Path]:
    """The shapes and a run on them, made once for all tests of a process; gone with it."""
    home = TemporaryDirectory()
    shapes, folder = Path(home.name) / "shapes", Path(home.name) / name
    shapes.mkdir()
    for _ in gan.train(TrainingRequest(dataset=str(draw_shapes(shapes)), steps=steps), folder):
        pass
    return home, shapes, folder


def leave_run(name: str, shapes: Path, steps: int) -> Path:
    """A run of an earlier sitting on these shapes, as the window would have left it."""
    _, shapes_then, made = _trained(name, steps)
    folder = shutil.copytree(made, places.runs_folder() / name)
    config = folder / "config.json"
    config.write_text(config.read_text("utf-8").replace(str(shapes_then), str(shapes)), "utf-8")
    settings = Settings(places.settings_file())
    settings.set_value("train/dataset", str(shapes))
    settings.set_value("train/budget", "steps")
    settings.set_value("train/steps", 20)
    remember_run(settings, folder)
    settings.save()
    return folder


def open_train(studio: Studio) -> TrainPage:
    """The Train room, in front."""
    studio.window.show_room("train")
    page = studio.window.pages["train"]
    assert isinstance(page, TrainPage)
    return page


def find_room(qtbot: QtBot, studio: Studio, folder: Path) -> TrainPage:
    """The Train room, with the run of last time in it."""
    page = open_train(studio)
    qtbot.waitUntil(lambda: page.past.time.folder == folder and bool(page.past.time.moments), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: page.samples.gallery.pixels is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: page.choice.summary is not None, timeout=WAIT_MS)
    return page


def enter_room(qtbot: QtBot, studio: Studio, shapes: Path, steps: int) -> TrainPage:
    """The Train room with the shapes chosen and a budget in steps typed in."""
    page = open_train(studio)
    qtbot.waitUntil(lambda: page.choice.summary is not None, timeout=WAIT_MS)
    page.form.pictures.choose_folder(str(shapes))
    qtbot.waitUntil(lambda: "48 pictures in 2 classes" in words(page.form), timeout=WAIT_MS)
    type_steps(qtbot, page, steps)
    return page


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def type_steps(qtbot: QtBot, page: TrainPage, steps: int) -> None:
    type_budget(qtbot, page, "Steps", steps)


def type_budget(qtbot: QtBot, page: TrainPage, kind: str, number: int) -> None:
    """``kind``: a word of the choice of measures."""
    click_segment(qtbot, page.form.budget, kind)
    fields = page.form.budget.number.findChildren(QDoubleSpinBox)
    type_into(qtbot, next(one for one in fields if one.isVisible()), str(number))


def press_train(qtbot: QtBot, page: TrainPage) -> None:
    qtbot.waitUntil(page.bar.main.isEnabled, timeout=WAIT_MS)
    qtbot.mouseClick(page.bar.main, BUTTON)


def steps_of(events: list[object]) -> list[int]:
    return [int(step) for event in events if isinstance(event, StepsDone) for step in event.steps]


def train_to_the_end(qtbot: QtBot, studio: Studio, page: TrainPage) -> None:
    with qtbot.waitSignal(studio.session.training.ended, timeout=WAIT_MS):
        press_train(qtbot, page)


def press_stop(qtbot: QtBot, studio: Studio, page: TrainPage) -> None:
    with qtbot.waitSignal(studio.session.training.ended, timeout=WAIT_MS):
        qtbot.mouseClick(page.bar.stop, BUTTON)


def is_quiet(qtbot: QtBot, events: list[object]) -> bool:
    """Whether nothing arrives for half a second, in which a run that goes on reports about ten times."""
    before = len(events)
    qtbot.wait(500)
    return len(events) == before
