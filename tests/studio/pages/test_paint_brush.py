"""The brush follows the open generator where it should, and keeps what a person chose."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gan.config import GeneratorInfo, ModelConfig
from gan.latents import Latent, gaussian, one_hot
from studio.controllers.inference import InferenceController
from studio.document.artwork import Brush
from studio.document.brush_presets import BrushPreset
from studio.document.travel import RAMP_COUNT
from studio.pages.paint.brush import FIRST_CLASS, PaintBrush
from studio.settings import Settings
from studio.workers.inference_worker import InferenceWorker


class Pen:
    """A generator whose pictures are filled by class, in a tone that its name gives."""

    def __init__(self, name: str) -> None:
        classes = ("a", "b") if name.startswith("small") else tuple("0123456789")
        model = ModelConfig(z_size=4, class_names=classes, image_size=8)
        self.info = GeneratorInfo(name=name, fingerprint=name, model=model, step=0, dataset_name="pen")
        self._tone = len(name)

    def make(self, z: np.ndarray, mix: np.ndarray) -> np.ndarray:
        level = mix @ np.arange(mix.shape[1]) * 10 + self._tone
        return np.repeat(level[:, None], 64, axis=1).reshape(-1, 8, 8, 1).astype(np.uint8)

    make_stamps = make

    def fit_directions(self) -> Iterator[None]:
        yield from ()


@pytest.fixture
def inference(qtbot: QtBot) -> Iterator[InferenceController]:
    controller = InferenceController(
        InferenceWorker(lambda: ("cpu", ""), lambda source: Pen(Path(source).name))
    )
    controller.load_engine()
    yield controller
    with qtbot.waitSignal(controller.left):
        controller.shut_down()


@pytest.fixture
def brush(inference: InferenceController, tmp_path: Path) -> Iterator[PaintBrush]:
    owner = QObject()
    brush = PaintBrush(inference, Settings(tmp_path / "settings.ini"), owner)
    brush.set_awake(True)
    yield brush
    owner.deleteLater()


def open_pen(qtbot: QtBot, inference: InferenceController, brush: PaintBrush, name: str) -> None:
    with qtbot.waitSignal(brush.hand_changed):
        inference.open_generator(name)


def test_a_brush_is_there_as_soon_as_a_generator_is(qtbot, inference, brush):
    assert brush.stamps == ()
    open_pen(qtbot, inference, brush, "pen")
    assert len(brush.hand) == 10
    assert brush.stamps == (brush.hand[FIRST_CLASS],)
    assert len({stamp.latent.z.tobytes() for stamp in brush.hand}) == 1


def test_a_stamp_of_the_hand_follows_the_generator_and_a_kept_one_stays(qtbot, inference, brush):
    open_pen(qtbot, inference, brush, "pen")
    brush.choose_from_hand(5, as_target=False)
    open_pen(qtbot, inference, brush, "pen that learnt")
    assert brush.start == brush.hand[5] and brush.start.pixels[0, 0, 0] == 50 + len("pen that learnt")
    kept = Latent(gaussian(3, 1, 4)[0], one_hot(2, 10)), np.full((8, 8, 1), 77, np.uint8)
    with qtbot.waitSignal(brush.hand_changed):
        brush.take(*kept)
    open_pen(qtbot, inference, brush, "pen")
    assert brush.start.pixels[0, 0, 0] == 77


def test_a_picture_lends_its_style_to_the_hand(qtbot, inference, brush):
    open_pen(qtbot, inference, brush, "pen")
    latent = Latent(gaussian(3, 1, 4)[0], one_hot(2, 10))
    with qtbot.waitSignal(brush.hand_changed):
        brush.take(latent, np.zeros((8, 8, 1), np.uint8))
    assert all(np.array_equal(stamp.latent.z, latent.z) for stamp in brush.hand)


def test_a_latent_without_pixels_is_drawn_by_the_open_generator(qtbot, inference, brush):
    open_pen(qtbot, inference, brush, "pen")
    latent = Latent(gaussian(3, 1, 4)[0], one_hot(7, 10))
    with qtbot.waitSignal(brush.changed):
        brush.take(latent, None)
    assert brush.start.latent == latent and brush.start.pixels[0, 0, 0] == 73


def test_the_way_is_made_of_even_steps_between_the_two_stamps(qtbot, inference, brush):
    open_pen(qtbot, inference, brush, "pen")
    brush.choose_from_hand(1, as_target=False)
    brush.choose_from_hand(9, as_target=True)
    assert brush.mode == "travel" and brush.stamps == ()
    qtbot.waitUntil(lambda: len(brush.stamps) == RAMP_COUNT)
    levels = [int(stamp.pixels[0, 0, 0]) for stamp in brush.stamps]
    assert (levels[0], levels[-1]) == (13, 93)
    assert max(np.diff(levels)) <= 3 and min(np.diff(levels)) >= 0
    way = brush.stamps
    brush.choose_from_hand(2, as_target=True)
    brush.choose_from_hand(9, as_target=True)
    assert brush.stamps is way  # not made twice


def test_stamps_of_another_model_cannot_travel_and_say_so(qtbot, inference, brush):
    open_pen(qtbot, inference, brush, "pen")
    foreign = Latent(np.ones(7), one_hot(0, 2))
    brush.take(foreign, np.zeros((8, 8, 1), np.uint8))
    brush.set_mode("travel")
    assert brush.stamps == () and "another model" in brush.trouble
    brush.set_mode("fixed")
    assert len(brush.stamps) == 1 and not brush.trouble
    brush.take(foreign, None)
    assert "another model" in brush.trouble


def test_a_model_with_fewer_classes_still_has_a_brush_and_a_target(qtbot, inference, brush):
    open_pen(qtbot, inference, brush, "small")
    assert brush.start == brush.hand[1] and brush.target == brush.hand[1]


def test_a_hidden_room_asks_for_nothing_until_it_is_shown(qtbot, inference, brush):
    brush.set_awake(False)
    with qtbot.waitSignal(inference.opened):
        inference.open_generator("pen")
    assert brush.hand == ()
    with qtbot.waitSignal(brush.hand_changed):
        brush.set_awake(True)


def test_a_preset_brings_its_pictures_as_the_open_generator_draws_them(qtbot, inference, brush):
    open_pen(qtbot, inference, brush, "pen")
    one, other = (Latent(gaussian(3, 1, 4)[0], one_hot(label, 10)) for label in (2, 7))
    assert brush.recall(BrushPreset("A", Brush(), "travel", start=one, target=other))
    assert brush.stamps == ()  # not yet: nothing is painted with the pictures of before
    qtbot.waitUntil(lambda: len(brush.stamps) == RAMP_COUNT)
    assert (brush.start.latent, brush.target.latent) == (one, other)
    assert [int(stamp.pixels[0, 0, 0]) for stamp in (brush.start, brush.target)] == [23, 73]
    assert brush.recall(BrushPreset("B", Brush(), "fixed"))
    assert brush.stamps == (brush.start,) and brush.start.latent == one


def test_a_preset_of_another_model_leaves_the_picture_in_the_hand(qtbot, inference, brush):
    open_pen(qtbot, inference, brush, "pen")
    before = brush.start
    assert not brush.recall(
        BrushPreset("A", Brush(), "random", chance=3, start=Latent(np.ones(7), one_hot(0, 2)))
    )
    assert (brush.mode, brush.chance, brush.start) == ("random", 3, before)


def test_what_is_chosen_after_a_preset_counts(qtbot, inference, brush):
    open_pen(qtbot, inference, brush, "pen")
    latent = Latent(gaussian(3, 1, 4)[0], one_hot(2, 10))
    brush.recall(BrushPreset("A", Brush(), start=latent))
    brush.choose_from_hand(5, as_target=False)
    assert brush.stamps == (brush.hand[5],)
    brush.take(latent, None)  # its answer comes after the one that was for the preset
    qtbot.waitUntil(lambda: brush.start.latent == latent)
