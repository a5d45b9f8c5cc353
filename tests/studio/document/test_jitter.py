"""What is left to chance and what a pen's pressure did are parts of the stroke: the same again, wherever it goes."""

from dataclasses import replace

import numpy as np
import pytest

from gan.errors import UserError
from gan.files import sha256_of
from studio.document.artwork import (
    DAB_ANGLE,
    DAB_SIZE,
    DAB_STAMP,
    DAB_X,
    DAB_Y,
    Artwork,
    Brush,
    Stroke,
)
from studio.document.export import pixels_of
from studio.document.file import Document, read_document, save_document
from studio.document.painter import render
from studio.document.stroke_builder import LIGHTEST, StrokeBuilder
from studio.document.stroke_edits import Similarity, transformed, with_stamps

LINE = [(30.0, 40.0), (90.0, 60.0), (170.0, 50.0)]
LOOSE = Brush(20.0, 0.5, scatter=0.8, turn_jitter=60.0, size_jitter=0.7)
PEN = [0.2, 0.6, 1.0]


def painted(
    brush: Brush, stamps, *, seed=3, pressures=(None, None, None), along="travel", erases=False
) -> Stroke:
    builder = StrokeBuilder(brush, stamps, seed=seed, along=along, erases=erases)
    for (x, y), pressure in zip(LINE, pressures, strict=True):
        builder.add(x, y, pressure)
    return builder.stroke()


def digest(stroke: Stroke) -> str:
    image = render(Artwork(200, 100).with_stroke(stroke), 1.0, on_paper=False)
    return sha256_of(pixels_of(image, opaque=False).tobytes())


@pytest.fixture
def tips(make_stamp):
    return tuple(make_stamp(index, 4.0 + index) for index in range(5))


def test_the_same_seed_gives_the_same_pixels_and_another_seed_others(tips):
    assert digest(painted(LOOSE, tips)) == digest(painted(LOOSE, tips))
    assert len({digest(painted(LOOSE, tips, seed=seed)) for seed in range(4)}) == 4


@pytest.mark.parametrize(
    ("brush", "pressures"),
    [
        (LOOSE, (None, None, None)),
        (replace(LOOSE, pressure="size"), PEN),
        (replace(LOOSE, pressure="opacity"), PEN),
        (replace(LOOSE, pressure="style"), PEN),
    ],
)
def test_a_stroke_has_the_same_pixels_after_save_and_reopen(tips, tmp_path, brush, pressures):
    stroke = painted(brush, tips, pressures=pressures)
    save_document(tmp_path / "a.latent", Document(Artwork(200, 100).with_stroke(stroke)))
    (reopened,) = read_document(tmp_path / "a.latent").artwork.layers[0].strokes
    assert reopened == stroke and digest(reopened) == digest(stroke)


def test_dabs_stay_within_what_the_brush_says(tips):
    steady = painted(Brush(20.0, 0.05), tips).dabs
    loose = painted(replace(LOOSE, spacing=0.05), tips).dabs
    away = np.hypot(*(loose - steady)[:, [DAB_X, DAB_Y]].T)
    assert away.max() <= 0.8 * 20 * 1.0001 and away.max() > 0.7 * 20
    turned = loose[:, DAB_ANGLE]
    assert np.abs(turned).max() <= 60 and turned.min() < -50 < 50 < turned.max()
    assert loose[:, DAB_SIZE].min() >= 0.3 * 20 * 0.9999 and loose[:, DAB_SIZE].max() <= 20


def test_a_longer_stroke_leaves_its_first_dabs_where_they_fell(tips):
    builder = StrokeBuilder(LOOSE, tips[:1], seed=5)
    builder.add(0.0, 0.0)
    builder.add(100.0, 0.0)
    first = builder.dabs()
    builder.add(200.0, 50.0)
    np.testing.assert_array_equal(builder.dabs()[: len(first)], first)


def test_an_eraser_keeps_a_steady_hand(tips):
    steady = painted(Brush(20.0, 0.5), tips, erases=True)
    pressed = painted(replace(LOOSE, pressure="size"), tips, erases=True, pressures=PEN)
    np.testing.assert_array_equal(pressed.dabs, steady.dabs)
    assert not len(pressed.pressures)


def test_pressure_to_size_makes_dabs_larger(tips):
    stroke = painted(Brush(20.0, 0.5, pressure="size"), tips, pressures=PEN)
    sizes = stroke.dabs[:, DAB_SIZE]
    assert sizes[0] == pytest.approx(4.0) and (np.diff(sizes) > 0).all() and sizes[-1] > 19
    np.testing.assert_allclose(sizes / 20, stroke.pressures, atol=1e-6)
    hardly = painted(Brush(100.0, 0.5, pressure="size"), tips, pressures=[0.0, 0.0, 0.0])
    assert hardly.dabs[:, DAB_SIZE].min() == pytest.approx(100 * LIGHTEST)


def test_pressure_to_opacity_makes_ink_stronger_and_goes_where_the_stroke_goes(tips, make_stamp):
    brush = Brush(30.0, 1.5, 1.0, pressure="opacity")
    stroke = painted(brush, tips[:1], pressures=[0.25, 0.5, 1.0])

    def strengths(which: Stroke) -> list[int]:
        alpha = pixels_of(render(Artwork(400, 200).with_stroke(which), 1.0, on_paper=False), opaque=False)[
            ..., 3
        ]
        boxes = [(int(x), int(y), int(size / 2) + 1) for x, y, size in which.dabs[:, :3].tolist()]
        return [int(alpha[y - r : y + r, x - r : x + r].max()) for x, y, r in boxes]

    found = strengths(stroke)
    assert found == sorted(found) and found[0] == pytest.approx(64, abs=2) and found[-1] > 230
    assert strengths(transformed(stroke, Similarity(dx=100, dy=60))) == found
    restyled = with_stamps(stroke, [make_stamp(9, 9.0)], 7)
    np.testing.assert_array_equal(restyled.pressures, stroke.pressures)
    assert strengths(restyled) == pytest.approx(found, abs=2)


def test_pressure_to_style_shows_the_first_stamp_where_it_is_light_and_the_last_where_it_is_hard(tips):
    brush = Brush(20.0, 0.5, pressure="style")
    for along in ("travel", "drift"):
        stroke = painted(brush, tips, pressures=[1.0, 0.5, 0.0], along=along)
        shown = [stroke.stamps[int(index)] for index in stroke.dabs[:, DAB_STAMP]]
        places = [tips.index(stamp) for stamp in shown]
        assert places == sorted(places, reverse=True) and {places[0], places[-1]} == {4, 0}


def test_a_mouse_is_not_affected(tips):
    plain = painted(Brush(20.0, 0.5), tips)
    for pressure in ("size", "opacity", "style"):
        stroke = painted(Brush(20.0, 0.5, pressure=pressure), tips)
        np.testing.assert_array_equal(stroke.dabs, plain.dabs)
        assert not len(stroke.pressures) and digest(stroke) == digest(plain)


def test_a_pen_that_presses_on_one_spot_leaves_its_hardest_dab(tips):
    builder = StrokeBuilder(Brush(20.0, pressure="size"), tips)
    for pressure in (0.1, 0.7, 0.4):
        builder.add(50.0, 50.0, pressure)
    np.testing.assert_allclose(builder.dabs()[:, DAB_SIZE], 14.0)


@pytest.mark.parametrize("pressures", [[0.5], [0.5] * 8, [float("nan")] * 7, [1.5] * 7, [[0.5]] * 7])
def test_impossible_pressures_are_refused(make_stroke, pressures):
    stroke = make_stroke((0, 0), (70, 0), size_px=20.0)
    assert len(stroke.dabs) == 6
    with pytest.raises(UserError, match="pressure"):
        replace(stroke, pressures=np.array(pressures[:6] if len(pressures) == 7 else pressures, np.float32))


@pytest.mark.parametrize(
    "values",
    [
        {"scatter": -0.1},
        {"scatter": float("nan")},
        {"turn_jitter": 181.0},
        {"size_jitter": 1.1},
        {"pressure": "tilt"},
        {"gradient": "sideways"},
        {"edges": "soft"},
        {"second_ink": "red"},
    ],
)
def test_impossible_brushes_are_refused(values):
    with pytest.raises(UserError, match="impossible"):
        Brush(**values)
