"""Text is set by places, not by how glyphs look, and stays text in a document."""

from dataclasses import replace

import numpy as np
import pytest

from gan.errors import UserError
from studio.document.artwork import Artwork, Brush, Layer, Lettering
from studio.document.artwork_json import EARLY_BRUSH_FIELDS, artwork_from_parts, artwork_to_parts
from studio.document.stroke_edits import Similarity, mirrored, transformed
from studio.document.typesetting import ADVANCE, missing_marks, placed, set_type

SIZE = 50.0
YEAR = Lettering("20 26\n7", 100.0, 200.0, tracking=0.1, leading=1.2)


@pytest.fixture
def typed(make_stamp):
    glyphs = {str(digit): make_stamp(digit, 4.0 + digit / 2) for digit in range(10)}

    def make(lettering: Lettering = YEAR):
        return set_type(lettering, Brush(SIZE), glyphs)

    return make


def test_characters_stand_an_advance_apart_and_lines_a_leading():
    advance = (ADVANCE + 0.1) * SIZE
    x = [100 + (column + 0.5) * advance for column in (0, 1, 3, 4, 0)]
    places = placed(YEAR, SIZE)
    assert "".join(each[0] for each in places) == "20267"
    assert [each[1] for each in places] == pytest.approx(x)
    assert [each[2] for each in places] == pytest.approx([200.0] * 4 + [260.0])


@pytest.mark.parametrize(("alignment", "share"), [("left", 0.0), ("centre", -0.5), ("right", -1.0)])
def test_a_line_is_aligned_to_where_it_was_begun(alignment, share):
    first, last = placed(replace(YEAR, text="2026", alignment=alignment), SIZE)[::3]
    advance = (ADVANCE + 0.1) * SIZE
    assert (first[1] + last[1]) / 2 == pytest.approx(100 + (share + 0.5) * 4 * advance)


def test_jitter_moves_glyphs_by_its_seed_and_typing_on_moves_no_earlier_one():
    shaken = replace(YEAR, jitter=0.5, text="2026")
    places = placed(shaken, SIZE)
    assert places != placed(replace(shaken, jitter=0.0), SIZE)
    assert places != placed(replace(shaken, seed=1), SIZE)
    assert placed(replace(shaken, text="20267"), SIZE)[:4] == places


def test_a_missing_character_has_a_place_a_mark_and_no_dab(typed):
    stroke = typed(replace(YEAR, text="2a6", missing="a"))
    assert len(stroke.dabs) == 2 and len(stroke.stamps) == 2
    ((left, _, width, _),) = missing_marks(stroke)
    assert left + width / 2 == pytest.approx(placed(YEAR, SIZE)[1][1])


def test_text_that_was_moved_and_turned_is_set_where_it_lies(typed):
    moved = transformed(typed(), Similarity(300.0, 100.0, scale=1.5, turn=40.0, dx=20.0))
    again = [each[1:3] for each in placed(moved.lettering, moved.brush.size_px)]
    assert moved.dabs[:, :2] == pytest.approx(np.array(again), abs=1e-2)
    assert moved.dabs[:, 3] == pytest.approx(40.0)
    assert mirrored(moved, 100.0).lettering is None


def test_type_is_text_again_when_it_is_read(typed):
    artwork = Artwork(layers=(Layer("Ink", (typed(replace(YEAR, text="2x6", missing="x")),)),))
    assert artwork_from_parts(*artwork_to_parts(artwork)) == artwork


def test_version_two_is_read_without_type_and_may_not_hold_any(typed):
    stroke = replace(typed(), lettering=None)
    json, pixels, latents = artwork_to_parts(Artwork(layers=(Layer("Ink", (stroke,)),)))
    (painted,) = json["layers"][0]["strokes"]
    json["format_version"] = 2
    with pytest.raises(UserError, match="other fields"):
        artwork_from_parts(json, pixels, latents)
    del painted["lettering"], painted["pressures"]
    painted["brush"] = {name: painted["brush"][name] for name in EARLY_BRUSH_FIELDS}
    assert artwork_from_parts(json, pixels, latents).layers[0].strokes == (stroke,)


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "2" * 1001},
        {"text": 7},
        {"x": 1e9},
        {"turn": float("nan")},
        {"tracking": -1.0},
        {"leading": 0.0},
        {"alignment": "middle"},
        {"jitter": 2.0},
        {"seed": -1},
        {"missing": None},
    ],
)
def test_an_impossible_text_is_refused(wrong):
    with pytest.raises(UserError, match="impossible"):
        replace(YEAR, **wrong)
