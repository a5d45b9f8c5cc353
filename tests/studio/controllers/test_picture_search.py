"""Looking for a picture in the inference thread, with a generator without weights."""

from collections.abc import Iterator

import numpy as np
import pytest

from gan.found import Found, Wanted
from studio.controllers.inference import InferenceController
from studio.workers.inference_worker import InferenceWorker


@pytest.fixture
def inference(qtbot, open_maker) -> Iterator[InferenceController]:
    controller = InferenceController(InferenceWorker(load=lambda: ("cpu", "one core"), open_maker=open_maker))
    controller.load_engine()
    with qtbot.waitSignal(controller.opened):
        controller.open_generator("measured")
    yield controller
    with qtbot.waitSignal(controller.left):
        controller.shut_down()


@pytest.fixture
def found(inference) -> list[Found]:
    heard: list[Found] = []
    inference.search.found.connect(heard.append)
    return heard


def wanted(steps: int) -> Wanted:
    return Wanted(np.full((4, 4, 1), steps, np.uint8))


def test_what_is_found_comes_step_by_step_and_the_last_says_so(qtbot, inference, found):
    inference.search.look_for(wanted(3))
    qtbot.waitUntil(lambda: bool(found) and found[-1].is_last)
    assert [one.step for one in found] == [1, 2, 3] and not inference.search.is_wanted


def test_a_newer_wish_replaces_the_one_that_is_worked_on(qtbot, inference, found):
    inference.search.look_for(wanted(200))
    qtbot.waitUntil(lambda: len(found) > 0)
    inference.search.look_for(wanted(5))
    before = len(found)
    qtbot.waitUntil(lambda: found[-1].is_last)
    assert {one.steps for one in found[before:]} == {5}


def test_what_is_forgotten_is_heard_of_no_more(qtbot, inference, found):
    inference.search.look_for(wanted(200))
    qtbot.waitUntil(lambda: len(found) > 0)
    inference.search.forget()
    before = len(found)
    channel = inference.channel(5)
    with qtbot.waitSignal(channel.made):  # whatever was under way is over by then
        channel.ask(np.zeros((1, 4), np.float32), np.full((1, 2), 0.5, np.float32))
    assert len(found) == before


def test_pictures_come_between_the_pieces_of_a_search(qtbot, inference, found):
    inference.search.look_for(wanted(255))
    qtbot.waitUntil(lambda: len(found) > 0)
    channel = inference.channel(0)
    with qtbot.waitSignal(channel.made):
        channel.ask(np.zeros((1, 4), np.float32), np.full((1, 2), 0.5, np.float32))
    assert not found[-1].is_last
    qtbot.waitUntil(lambda: found[-1].is_last)


def test_an_empty_picture_is_said_to_the_one_who_asked_and_the_next_is_looked_for(qtbot, inference, found):
    with qtbot.waitSignal(inference.search.failed) as failed:
        inference.search.look_for(wanted(0))
    assert failed.args[0].code == "nothing-drawn"
    inference.search.look_for(wanted(2))
    qtbot.waitUntil(lambda: bool(found) and found[-1].is_last)


def test_another_kind_of_generator_ends_the_search(qtbot, inference, found):
    inference.search.look_for(wanted(100))
    inference.search.forget()
    with qtbot.waitSignal(inference.opened):
        inference.open_generator("measured again")
    assert not inference.search.is_wanted
