"""Which picture is made next."""

import numpy as np

from studio.controllers.latest_wins import DRAWN_CHUNK as CHUNK
from studio.controllers.latest_wins import Chunk, LatestWins, Request


def request(count: int, tag: object = None) -> Request:
    return Request(np.zeros((count, 4), np.float32), np.full((count, 2), 0.5, np.float32), tag=tag)


def queue(**priorities: int) -> LatestWins:
    chooser = LatestWins()
    for key, priority in priorities.items():
        chooser.add_channel(key, priority)
    return chooser


def make_all(chooser: LatestWins) -> list[Chunk]:
    made = []
    while (chunk := chooser.take()) is not None:
        made.append(chunk)
        chooser.settle()
    return made


def test_a_long_request_is_made_in_chunks_that_cover_it_once():
    chooser = queue(map=5)
    chooser.ask("map", request(3 * CHUNK + 5))
    chunks = make_all(chooser)
    assert [(chunk.start, chunk.stop) for chunk in chunks] == [(0, 16), (16, 32), (32, 48), (48, 53)]
    assert [len(chunk.arrays[0]) for chunk in chunks] == [16, 16, 16, 5]
    assert [chunk.is_last for chunk in chunks] == [False, False, False, True]


def test_a_newer_request_replaces_the_one_that_waits():
    chooser = queue(drag=0)
    for tag in "abcde":
        chooser.ask("drag", request(1, tag))
    assert [chunk.request.tag for chunk in make_all(chooser)] == ["e"]


def test_nothing_is_sent_while_one_is_in_flight():
    chooser = queue(drag=0)
    chooser.ask("drag", request(1, "a"))
    first = chooser.take()
    chooser.ask("drag", request(1, "b"))
    chooser.ask("drag", request(1, "c"))
    assert chooser.take() is None
    assert chooser.settle() is first
    assert [chunk.request.tag for chunk in make_all(chooser)] == ["c"]


def test_a_drag_comes_between_the_chunks_of_a_map():
    chooser = queue(map=5, drag=0)
    chooser.ask("map", request(2 * CHUNK, "map"))
    assert chooser.take().request.tag == "map"
    chooser.ask("drag", request(1, "drag"))
    chooser.settle()
    assert [chunk.request.tag for chunk in make_all(chooser)] == ["drag", "map"]


def test_what_is_not_urgent_enough_waits_until_it_is_let_through():
    chooser = queue(map=5, drag=0)
    chooser.ask("map", request(1, "map"))
    assert chooser.take(least_urgent=4) is None
    chooser.ask("drag", request(1, "drag"))
    assert chooser.take(least_urgent=4).request.tag == "drag"
    chooser.settle()
    assert chooser.take().request.tag == "map"


def test_a_request_that_has_begun_is_finished_before_its_successor():
    chooser = queue(map=5)
    chooser.ask("map", request(2 * CHUNK, "old"))
    chooser.take()
    chooser.ask("map", request(CHUNK, "new"))
    chooser.settle()
    assert [(chunk.request.tag, chunk.start) for chunk in make_all(chooser)] == [("old", 16), ("new", 0)]


def test_channels_of_one_priority_take_turns_by_age():
    chooser = queue(first=1, second=1)
    chooser.ask("second", request(1, "second"))
    chooser.ask("first", request(1, "first"))
    assert [chunk.request.tag for chunk in make_all(chooser)] == ["second", "first"]


def test_generation_numbers_rise_with_every_request():
    chooser = queue(drag=0, map=5)
    chooser.ask("map", request(1))
    chooser.ask("drag", request(1))
    drag, map_ = make_all(chooser)
    assert drag.generation > map_.generation


def test_a_request_that_failed_is_not_tried_again():
    chooser = queue(map=5)
    chooser.ask("map", request(3 * CHUNK))
    chooser.take()
    chooser.drop(chooser.settle().key)
    assert make_all(chooser) == []


def test_forgetting_leaves_nothing_wanted():
    chooser = queue(map=5, drag=0)
    chooser.ask("map", request(CHUNK))
    chooser.ask("drag", request(1))
    chooser.forget()
    assert make_all(chooser) == []
