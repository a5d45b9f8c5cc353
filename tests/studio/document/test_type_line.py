"""Text runs along a line: by arc length, turned with it, and still text afterwards."""

from dataclasses import replace
from math import cos, hypot, pi, sin

import numpy as np
import pytest

from gan.errors import UserError
from studio.document.artwork import Artwork, Brush, Layer, Lettering
from studio.document.artwork_json import artwork_from_parts, artwork_to_parts
from studio.document.stroke_edits import Similarity, mirrored, transformed
from studio.document.type_line import TypeLine, drawn_line
from studio.document.typesetting import ADVANCE, placed, set_type, straightened

SIZE = 50.0
RIGHT_THEN_DOWN = ((100.0, 100.0), (400.0, 100.0), (400.0, 400.0))
ALONG = Lettering("2026", 0.0, 0.0, line=RIGHT_THEN_DOWN)


@pytest.fixture
def typed(make_stamp):
    glyphs = {str(digit): make_stamp(digit, 4.0 + digit / 2) for digit in range(10)}
    return lambda lettering: set_type(lettering, Brush(SIZE), glyphs)


def test_glyphs_stand_an_advance_apart_along_the_line_and_turn_with_it():
    text = "2" * 18
    places = placed(replace(ALONG, text=text), SIZE)
    advance = ADVANCE * SIZE
    assert places[0][1:] == pytest.approx((100 + advance / 2, 100, 0))
    assert places[17][1:] == pytest.approx((400, 100 + 17.5 * advance - 300, 90))
    corner = min(places, key=lambda each: hypot(each[1] - 400, each[2] - 100))
    assert 10 < corner[3] < 80


def test_a_text_longer_than_its_line_goes_straight_on():
    places = placed(replace(ALONG, text="2" * 40), SIZE)
    assert places[-1][1:] == pytest.approx((400, 100 + 39.5 * ADVANCE * SIZE - 300, 90))
    before = placed(replace(ALONG, text="2" * 40, alignment="right"), SIZE)[0]
    assert before[1] < 100 and before[2:] == pytest.approx((100, 0))


@pytest.mark.parametrize(("alignment", "along"), [("left", 0.0), ("centre", 300.0), ("right", 600.0)])
def test_a_text_is_aligned_to_the_ends_or_the_middle_of_its_line(alignment, along):
    places = placed(replace(ALONG, text="22", alignment=alignment), SIZE)
    share = {"left": 0.0, "centre": -0.5, "right": -1.0}[alignment]
    expected = TypeLine(RIGHT_THEN_DOWN).at(along + (share * 2 + 0.5) * ADVANCE * SIZE, 15.0)
    assert places[0][1:] == pytest.approx(expected)


def test_further_lines_run_below_the_first():
    first, second = placed(replace(ALONG, text="2\n3", leading=1.2), SIZE)
    assert second[1:] == pytest.approx((first[1], first[2] + 60, 0))


def test_a_text_along_a_line_is_moved_turned_and_set_where_it_lies(typed):
    moved = transformed(typed(ALONG), Similarity(300.0, 100.0, scale=1.5, turn=40.0, dx=20.0))
    again = placed(moved.lettering, moved.brush.size_px)
    assert moved.dabs[:, :2] == pytest.approx(np.array([each[1:3] for each in again]), abs=1e-2)
    assert moved.dabs[:, 3] == pytest.approx([each[3] for each in again], abs=1e-2)
    assert moved.path == pytest.approx(np.array(moved.lettering.line), abs=1e-2)
    assert mirrored(moved, 100.0).lettering is None


def test_straightened_it_stands_where_it_was_aligned_to():
    assert straightened(ALONG) == Lettering("2026", 100.0, 100.0)
    assert straightened(replace(ALONG, alignment="right")) == Lettering(
        "2026", 400.0, 400.0, alignment="right"
    )
    assert straightened(Lettering("2", 7.0, 8.0)) == Lettering("2", 7.0, 8.0)


def test_a_line_is_read_again_and_version_four_had_none(typed):
    artwork = Artwork(layers=(Layer("Ink", (typed(ALONG),)),))
    json, pixels, latents = artwork_to_parts(artwork)
    assert artwork_from_parts(json, pixels, latents) == artwork
    json["format_version"] = 4
    with pytest.raises(UserError, match="other fields"):
        artwork_from_parts(json, pixels, latents)
    (written,) = json["layers"][0]["strokes"]
    del written["lettering"]["line"], written["brush"]["inverted"]
    (read,) = artwork_from_parts(json, pixels, latents).layers[0].strokes
    assert read.lettering == replace(ALONG, line=()) and np.array_equal(read.dabs, typed(ALONG).dabs)


@pytest.mark.parametrize(
    "line",
    [
        None,
        "along",
        [[1.0, 2.0], [1.0, 2.0]],
        [[1.0, 2.0]],
        [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]],
        [[1.0, float("nan")], [1.0, 2.0]],
        [[1.0, True], [1.0, 2.0]],
        [[float(x), 0.0] for x in range(1025)],
    ],
)
def test_an_impossible_line_is_refused(line):
    with pytest.raises(UserError, match="impossible"):
        replace(ALONG, line=line)


def test_a_drawn_line_loses_its_shaking_but_not_its_ends_nor_its_way():
    circle = [(300 + 100 * cos(t / 50 * pi), 300 + 100 * sin(t / 50 * pi)) for t in range(76)]
    shaken = [(x + (-1) ** i, y) for i, (x, y) in enumerate(circle)]
    line = drawn_line(shaken)
    away = [abs(hypot(x - 300, y - 300) - 100) for x, y in line]
    assert line[0] == pytest.approx(shaken[0], abs=0.01) and line[-1] == pytest.approx(shaken[-1], abs=0.01)
    assert np.mean(away) < 0.5 and len(line) > 80
    assert drawn_line([(5.0, 5.0)] * 3) == ()
    assert len(drawn_line([(0.0, 0.0), (90_000.0, 0.0)])) == 512
