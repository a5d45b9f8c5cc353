"""The eyedropper picks up latents."""

from studio.document.artwork import Artwork, Layer
from studio.document.picking import stamp_at


def test_the_topmost_stamp_is_picked(make_stroke):
    low, high = make_stroke((50, 50), seed=1), make_stroke((60, 50), seed=2)
    artwork = Artwork().with_stroke(low).with_stroke(high)
    assert stamp_at(artwork, 55, 50) == high.stamps[0]
    assert stamp_at(artwork, 22, 50) == low.stamps[0]


def test_a_travelling_stroke_gives_the_stamp_of_the_nearest_dab(make_stroke):
    stroke = make_stroke((0, 0), (200, 0), stamps=5, size_px=20.0)
    assert stamp_at(Artwork().with_stroke(stroke), 199, 3) == stroke.stamps[-1]


def test_bare_paper_gives_nothing(make_stroke):
    assert stamp_at(Artwork().with_stroke(make_stroke((50, 50))), 300, 300) is None


def test_what_was_erased_cannot_be_picked_but_a_layer_below_can(make_stroke):
    stroke, eraser = make_stroke((50, 50), seed=1), make_stroke((50, 50), erases=True)
    assert stamp_at(Artwork().with_stroke(stroke).with_stroke(eraser), 50, 50) is None
    both = Artwork(layers=(Layer("Low", (make_stroke((50, 50), seed=3),)), Layer("High", (stroke, eraser))))
    assert stamp_at(both, 50, 50) == both.layers[0].strokes[0].stamps[0]
