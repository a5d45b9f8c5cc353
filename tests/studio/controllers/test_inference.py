"""The inference controller with a generator without weights."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from studio.controllers.inference import InferenceController
from studio.controllers.latest_wins import READ_CHUNK
from studio.workers.inference_worker import InferenceWorker


@pytest.fixture
def inference(qtbot, open_maker) -> Iterator[InferenceController]:
    controller = InferenceController(InferenceWorker(load=lambda: ("cpu", "one core"), open_maker=open_maker))
    yield controller
    with qtbot.waitSignal(controller.left):
        controller.shut_down()


def filled(*values: int) -> tuple[np.ndarray, np.ndarray]:
    z = np.zeros((len(values), 4), np.float32)
    z[:, 0] = values
    return z, np.full((len(values), 2), 0.5, np.float32)


def open_generator(qtbot, inference, name: str) -> None:
    inference.load_engine()
    with qtbot.waitSignal(inference.opened):
        inference.open_generator(name)


def test_the_engine_is_loaded_when_asked_and_says_what_it_runs_on(qtbot, inference):
    with qtbot.waitSignal(inference.engine_ready) as ready:
        inference.load_engine()
    assert ready.args == ["one core"]


def test_what_is_asked_before_the_engine_is_there_waits_for_it(qtbot, inference):
    channel = inference.channel(0)
    inference.open_generator("measured")
    channel.ask(*filled(7), tag="early")
    qtbot.wait(20)
    assert inference.info is None
    with qtbot.waitSignal(channel.made) as made:
        inference.load_engine()
    assert made.args[0].tag == "early"
    assert made.args[0].fingerprint == "measured"


def test_a_picture_of_a_drag_does_not_wait_for_what_the_judge_takes_it_for(qtbot, inference):
    open_generator(qtbot, inference, "measured")
    channel, said = inference.channel(0), []
    channel.made.connect(lambda made: said.append((int(made.pixels[0, 0, 0, 0]), made.probabilities)))
    channel.was_read.connect(lambda probabilities: said.append(probabilities.shape))
    channel.ask(*filled(3), read_after=True)
    channel.ask(*filled(4), read_after=True)
    qtbot.waitUntil(lambda: len(said) == 4)
    assert said == [(3, None), (1, 2), (4, None), (1, 2)]


def test_a_long_request_arrives_in_parts_that_say_where_they_belong(qtbot, inference):
    open_generator(qtbot, inference, "measured")
    channel, parts = inference.channel(5), []
    channel.made.connect(parts.append)
    channel.ask(*filled(*range(40)), read=True, tag="map")
    qtbot.waitUntil(lambda: sum(len(part.pixels) for part in parts) == 40)
    assert [(part.start, part.total) for part in parts] == [(start, 40) for start in range(0, 40, READ_CHUNK)]
    assert [int(pixels[0, 0, 0]) for part in parts for pixels in part.pixels] == list(range(40))
    assert all(part.probabilities.shape == (len(part.pixels), 2) for part in parts)


def test_of_a_burst_of_requests_the_last_is_always_answered_and_most_are_skipped(qtbot, inference):
    open_generator(qtbot, inference, "measured")
    channel, tags = inference.channel(0), []
    channel.made.connect(lambda made: tags.append(made.tag))
    for value in range(200):
        channel.ask(*filled(value), tag=value)
    qtbot.waitUntil(lambda: 199 in tags)
    assert tags == sorted(tags)
    assert len(tags) <= 3


def test_a_drag_is_answered_before_the_rest_of_a_map(qtbot, inference):
    open_generator(qtbot, inference, "measured")
    map_channel, drag_channel, order = inference.channel(5), inference.channel(0), []
    map_channel.made.connect(lambda made: order.append(("map", made.start)))
    drag_channel.made.connect(lambda made: order.append(("drag", made.start)))
    map_channel.ask(*filled(*range(64)))
    drag_channel.ask(*filled(1))
    qtbot.waitUntil(lambda: len(order) == 5)
    assert order.index(("drag", 0)) <= 1


def test_a_map_stands_still_while_something_is_dragged_and_goes_on_afterwards(qtbot, inference):
    open_generator(qtbot, inference, "measured")
    map_channel, drag_channel, order = inference.channel(5), inference.channel(0), []
    map_channel.made.connect(lambda made: order.append("map"))
    drag_channel.made.connect(lambda made: order.append("drag"))
    drag_channel.ask(*filled(1))
    map_channel.ask(*filled(*range(64)))
    qtbot.waitUntil(lambda: "drag" in order)
    drag_channel.ask(*filled(2))
    qtbot.waitUntil(lambda: order.count("map") == 4)
    assert order[:2] == ["drag", "drag"]


def test_a_generator_that_cannot_be_opened_leaves_the_old_one_working(qtbot, inference):
    open_generator(qtbot, inference, "measured")
    with qtbot.waitSignal(inference.failed) as failed:
        inference.open_generator("torn")
    assert failed.args[0].sentence == "torn is not whole."
    channel = inference.channel(0)
    with qtbot.waitSignal(channel.made) as made:
        channel.ask(*filled(3))
    assert made.args[0].fingerprint == "measured"


def test_a_request_that_fails_is_reported_and_the_next_one_is_served(qtbot, inference):
    open_generator(qtbot, inference, "measured")
    channel = inference.channel(0)
    with qtbot.waitSignal(inference.failed):
        channel.ask(np.zeros((1, 99), np.float32), np.ones((1, 2), np.float32))
    with qtbot.waitSignal(channel.made):
        channel.ask(*filled(3))


def test_directions_are_measured_when_the_file_brings_none(qtbot, inference):
    open_generator(qtbot, inference, "bare")
    assert inference.info.directions is None
    with qtbot.waitSignal(inference.opened) as opened:
        pass
    assert opened.args[0].directions.names == ("slant", "thickness")
    assert inference.info is opened.args[0]


def test_fresh_weights_of_the_same_run_keep_the_directions_measured_before(qtbot, inference, tmp_path):
    run = tmp_path / "generator"
    open_generator(qtbot, inference, run)
    qtbot.waitUntil(lambda: inference.info.directions is not None)
    with qtbot.waitSignal(inference.opened) as opened:
        inference.follow(run)
    assert opened.args[0].directions is not None


def test_live_weights_are_reopened_at_most_twice_a_second_and_the_newest_is_never_missed(qtbot, inference):
    open_generator(qtbot, inference, "measured")
    opened = []
    inference.opened.connect(lambda info: opened.append(info.name))
    for number in range(5):
        inference.follow(Path(f"measured-{number}"))
    qtbot.waitUntil(lambda: "measured-4" in opened)
    assert opened == ["measured-0", "measured-4"]


def test_opening_another_generator_ends_the_following(qtbot, inference):
    open_generator(qtbot, inference, "measured")
    inference.follow(Path("measured-1"))
    inference.follow(Path("measured-2"))
    inference.open_generator("measured-mine")
    qtbot.wait(600)
    assert inference.info.name == "measured-mine"


def test_shutting_down_ends_the_thread_with_work_still_waiting(qtbot, open_maker):
    inference = InferenceController(InferenceWorker(load=lambda: ("cpu", "one core"), open_maker=open_maker))
    open_generator(qtbot, inference, "measured")
    inference.channel(5).ask(*filled(*range(100)))
    with qtbot.waitSignal(inference.left):
        inference.shut_down()
    assert inference.has_left
