"""A painting takes the pictures of another generator, class by class, or says why it cannot."""

from dataclasses import replace

import numpy as np
import pytest

from gan.config import ModelConfig
from gan.errors import UserError
from gan.latents import Latent, gaussian
from studio.document.artwork import Artwork, Brush, Layer, Stamp, Stroke
from studio.document.redraw import plan_redrawing, preview_scale, redrawn, thinned

DIGITS = tuple("0123456789")


def latent(label: int, classes: int = 10, z_size: int = 8) -> Latent:
    return Latent(gaussian(label, 1, z_size)[0], np.eye(classes, dtype=np.float32)[label])


def painting(*latents: Latent, pixel: int = 9) -> Artwork:
    stamps = [Stamp(each, np.full((4, 4, 1), pixel, np.uint8)) for each in latents]
    strokes = [
        Stroke(kind="ink", brush=Brush(), stamps=(stamp,), dabs=[[50 * n, 50, 20, 0, 0]], path=[[50 * n, 50]])
        for n, stamp in enumerate(stamps)
    ]
    return Artwork(layers=(Layer("Ink", tuple(strokes)),))


def model(*names: str, z_size: int = 8) -> ModelConfig:
    return ModelConfig(z_size=z_size, class_names=names)


def drawn(count: int) -> np.ndarray:
    """Another picture for each, in colour."""
    return np.arange(count * 6 * 6 * 3, dtype=np.uint32).reshape(count, 6, 6, 3).astype(np.uint8)


def test_strokes_keep_their_places_and_take_the_new_pictures():
    artwork = painting(latent(3), latent(8), latent(3))
    plan = plan_redrawing(artwork, model(*DIGITS), DIGITS)
    assert (plan.way, plan.left_out, len(plan.latents)) == ("name", 0, 2)
    pixels = drawn(2)
    before, after = artwork.layers[0].strokes, redrawn(artwork, plan, pixels).layers[0].strokes
    assert [np.array_equal(a.dabs, b.dabs) for a, b in zip(before, after, strict=True)] == [True] * 3
    assert [stroke.stamps[0].latent for stroke in after] == [latent(3), latent(8), latent(3)]
    assert np.array_equal(after[1].stamps[0].pixels, pixels[1]) and after[0].stamps == after[2].stamps


def test_a_class_is_found_by_its_name_wherever_it_stands():
    plan = plan_redrawing(painting(latent(3), latent(8)), model("8", "x", "3"), DIGITS)
    assert plan.way == "name" and plan.mix.argmax(axis=1).tolist() == [2, 0]


def test_classes_of_quite_other_names_are_taken_in_order_and_a_model_of_one_draws_all():
    artwork = painting(latent(3), latent(8))
    others = plan_redrawing(artwork, model(*"ABCDEFGHIJ"), DIGITS)
    assert others.way == "place" and others.mix.argmax(axis=1).tolist() == [3, 8]
    one = plan_redrawing(artwork, model("all"), DIGITS)
    assert one.way == "one" and one.mix.tolist() == [[1.0], [1.0]]


@pytest.mark.parametrize(
    ("taken", "sentence"),
    [
        (model(*DIGITS, z_size=16), "This model takes styles of 16 numbers; those of the painting have 8"),
        (model("3", "4"), "This model has no class “8”, so it cannot redraw the painting."),
        (model(*"3ABCDEFGHI"), "This model has no class “8”"),
    ],
)
def test_what_a_model_cannot_draw_is_refused_in_one_sentence(taken, sentence):
    with pytest.raises(UserError, match=sentence):
        plan_redrawing(painting(latent(3), latent(8)), taken, DIGITS)


def test_a_painting_of_unknown_classes_is_refused_by_a_model_with_another_number_of_them():
    with pytest.raises(UserError, match="This model has 2 classes, the painting 10 others"):
        plan_redrawing(painting(latent(3)), model("3", "4"), ())


def test_locked_layers_keep_their_pixels_and_a_painting_of_nothing_else_is_refused():
    artwork = painting(latent(3))
    locked = replace(artwork.layers[0], name="Kept", locked=True)
    both = replace(artwork, layers=(locked, *artwork.layers))
    after = redrawn(both, plan_redrawing(both, model(*DIGITS), DIGITS), drawn(1))
    assert after.layers[0] is locked and after.layers[1].strokes[0].stamps[0].pixels.shape == (6, 6, 3)
    with pytest.raises(UserError, match="There is nothing to redraw"):
        plan_redrawing(replace(artwork, layers=(locked,)), model(*DIGITS), DIGITS)


def test_strokes_of_a_model_of_another_kind_among_them_stay_as_they_are():
    artwork = painting(latent(3), latent(1, classes=2, z_size=4))
    plan = plan_redrawing(artwork, model(*DIGITS), DIGITS)
    after = redrawn(artwork, plan, drawn(1)).layers[0].strokes
    assert plan.left_out == 1 and after[1] is artwork.layers[0].strokes[1]


def test_a_glance_draws_a_few_stamps_of_each_class_and_lends_them_to_the_others():
    many = [Latent(gaussian(n, 1, 8)[0], np.eye(10, dtype=np.float32)[n % 10]) for n in range(1000)]
    plan = plan_redrawing(painting(*many), model(*DIGITS), DIGITS)
    thin = thinned(plan, most=50)
    assert 50 <= len(thin.latents) <= 60
    lent = [thin.latents[thin.places[each]] for each in many]
    assert [int(each.mix.argmax()) for each in lent] == [n % 10 for n in range(1000)]
    assert all(thin.latents[thin.places[each]] == each for each in thin.latents)
    few = plan_redrawing(painting(*many[:20]), model(*DIGITS), DIGITS)
    own = thinned(few, most=50)
    assert [own.latents[own.places[each]] for each in many[:20]] == many[:20]


def test_a_glance_at_a_large_painting_is_taken_from_afar():
    assert preview_scale(painting(latent(3))) == 1.0
    assert preview_scale(replace(painting(latent(3)), width=4000, height=4000)) == pytest.approx(
        0.354, abs=0.01
    )
