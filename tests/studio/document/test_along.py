"""What each way along a stroke does to its stamps, and that chance is the same for the same seed."""

import numpy as np
import pytest

from gan.latents import Latent, gaussian, one_hot
from studio.document.along import (
    DRIFT_COUNT,
    FIELD_SIDE,
    RANDOM_COUNT,
    drift_latents,
    random_latents,
    sequence_latents,
    stamp_order,
)
from studio.document.artwork import Brush
from studio.document.glyphs import classes_of, missing_in
from studio.document.stroke_builder import StrokeBuilder

BRUSH = Latent(gaussian(1, 1, 64)[0], one_hot(3, 10))
DIGITS = tuple("0123456789")
NOWHERE, SHEET = np.zeros((500, 2)), (800, 600)


def order(along, count=8, number=500, seed=0):
    return stamp_order(along, count, seed, NOWHERE[:number], SHEET).tolist()


def test_random_styles_keep_the_class_or_take_every_class():
    z, mix = random_latents(BRUSH, 5, any_class=False)
    assert len(np.unique(z, axis=0)) == RANDOM_COUNT and (mix == BRUSH.mix).all()
    _, any_mix = random_latents(BRUSH, 5, any_class=True)
    assert set(any_mix.argmax(axis=1).tolist()) == set(range(10))
    assert (random_latents(BRUSH, 5, any_class=False)[0] == z).all()
    assert (random_latents(BRUSH, 6, any_class=False)[0] != z).any()


def test_random_dabs_show_every_stamp_as_often_in_an_order_of_the_seed():
    shown = order("random")
    assert np.bincount(shown).min() >= 500 // 8
    assert order("random") == shown != order("random", seed=1)
    assert order("random", number=37) == shown[:37]  # what was painted does not change under the hand


def test_a_drift_begins_at_the_brush_and_goes_slowly():
    z, mix = drift_latents(BRUSH, 2)
    assert (z[0] == BRUSH.z).all() and (mix == BRUSH.mix).all() and len(z) == DRIFT_COUNT
    steps = np.linalg.norm(np.diff(z, axis=0), axis=1)
    assert steps.max() < 0.3 * np.linalg.norm(BRUSH.z) < np.linalg.norm(z[-1] - z[0])
    shown = order("drift", count=DRIFT_COUNT)
    assert shown[0] == 0 and set(np.abs(np.diff(shown)).tolist()) == {1}
    assert order("drift", count=DRIFT_COUNT, seed=1) != shown


def test_a_sequence_repeats_its_classes_in_one_style():
    z, mix = sequence_latents(BRUSH, classes_of("2026", DIGITS))
    assert mix.argmax(axis=1).tolist() == [2, 0, 2, 6] and (z == BRUSH.z).all()
    assert order("sequence", count=4, number=6) == [0, 1, 2, 3, 0, 1]


def test_a_character_without_a_class_is_missing_and_never_another():
    assert classes_of("20a6 O", DIGITS) == (2, 0, 6)
    assert missing_in("a20a6 O", DIGITS) == "aO"
    assert classes_of("a", ("A",)) == () and missing_in("a", ("A",)) == "a"


def test_a_field_goes_by_the_place_on_the_sheet():
    places = np.array([[0.0, 0.0], [799.0, 0.0], [0.0, 599.0], [-50.0, 9999.0]])
    shown = stamp_order("field", FIELD_SIDE**2, 7, places, SHEET).tolist()
    last_row = FIELD_SIDE * (FIELD_SIDE - 1)
    assert shown == [0, FIELD_SIDE - 1, last_row, last_row]


@pytest.mark.parametrize("along", ["random", "drift", "field", "sequence"])
def test_a_stroke_keeps_only_what_it_shows_and_settles_under_the_hand(make_stamp, along):
    stamps = tuple(make_stamp(seed) for seed in range(FIELD_SIDE**2 if along == "field" else 40))
    builder = StrokeBuilder(Brush(20.0, 0.5), stamps, seed=3, along=along, sheet=SHEET)
    for x in (100.0, 150.0):
        builder.add(x, 300.0)
    early = builder.stroke()
    settled = builder.settled_count()
    builder.add(400.0, 350.0)
    late = builder.stroke()
    assert 0 < settled <= len(early.dabs) < len(late.dabs)
    shown = [[each.stamps[int(dab[4])] for dab in each.dabs] for each in (early, late)]
    assert shown[0] == shown[1][: len(shown[0])]
    assert len(set(shown[1])) == len(late.stamps)
    assert late == builder.stroke()
