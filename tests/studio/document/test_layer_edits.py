"""Layers are added, moved and merged, and their strokes stay objects."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from studio.document.artwork import MOST_LAYERS, Artwork, Layer
from studio.document.layer_edits import (
    is_full,
    merge_loss,
    merged_down,
    with_layer_moved,
    with_new_layer,
    without_layer,
)
from studio.document.painter import render


def shades(artwork: Artwork) -> np.ndarray:
    image = render(artwork, 1.0, on_paper=True).convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


@pytest.fixture
def artwork(make_stroke) -> Artwork:
    """Three layers whose inks cross."""
    low = Layer("Low", (make_stroke((20, 20), (100, 80), ink="#24407A"),))
    middle = Layer("Middle", (make_stroke((20, 80), (100, 20), ink="#C06020"),))
    high = Layer("High", (make_stroke((60, 10), (60, 90), ink="#2F5F4C", seed=3),))
    return Artwork(120, 100, layers=(low, middle, high))


def names(artwork: Artwork) -> list[str]:
    return [layer.name for layer in artwork.layers]


def test_layers_are_added_moved_and_deleted(artwork):
    assert names(with_new_layer(artwork, 1, Layer("New"))) == ["Low", "New", "Middle", "High"]
    assert names(with_layer_moved(artwork, 0, 2)) == ["Middle", "High", "Low"]
    assert names(with_layer_moved(artwork, 2, 0)) == ["High", "Low", "Middle"]
    assert names(without_layer(artwork, 1)) == ["Low", "High"]


def test_there_is_room_for_so_many_layers():
    assert not is_full(Artwork(layers=(Layer("One"),) * (MOST_LAYERS - 1)))
    assert is_full(Artwork(layers=(Layer("One"),) * MOST_LAYERS))


def test_plain_layers_merge_without_a_visible_change(artwork):
    merged = merged_down(artwork, 2)
    assert names(merged) == ["Low", "Middle"]
    assert merged.layers[1].strokes == artwork.layers[1].strokes + artwork.layers[2].strokes
    assert merge_loss(artwork, 2) == ""
    assert np.abs(shades(merged) - shades(artwork)).max() <= 2


def test_merging_keeps_how_strong_each_layer_was(artwork):
    low, middle, high = artwork.layers
    faint = replace(artwork, layers=(low, replace(middle, opacity=0.5), high))
    merged = merged_down(faint, 1)
    assert merged.layers[0].opacity == 1.0
    assert [stroke.brush.opacity for stroke in merged.layers[0].strokes] == [0.96, 0.48]
    assert merge_loss(faint, 1) == "opacity"
    same = replace(artwork, layers=(replace(low, opacity=0.5), replace(middle, opacity=0.5), high))
    assert merged_down(same, 1).layers[0].opacity == 0.5


def test_merging_says_what_it_cannot_keep(artwork, make_stroke):
    low, middle, _ = artwork.layers
    assert merge_loss(replace(artwork, layers=(low, replace(middle, blend="multiply"))), 1) == "blend"
    eraser = make_stroke((20, 50), (100, 50), erases=True, size_px=20.0)
    wiped = replace(middle, strokes=(*middle.strokes, eraser))
    assert merge_loss(replace(artwork, layers=(low, wiped)), 1) == "eraser"
    aside = replace(low, strokes=(make_stroke((60, 95), size_px=8.0),))
    assert merge_loss(replace(artwork, layers=(aside, wiped)), 1) == ""
    empty = replace(low, strokes=())
    assert merge_loss(replace(artwork, layers=(empty, replace(wiped, opacity=0.3))), 1) == ""


@pytest.mark.parametrize("blend", ["normal", "multiply", "overlay"])
def test_layers_that_are_laid_alike_and_lie_apart_merge_without_a_visible_change(artwork, make_stroke, blend):
    low, middle, _ = artwork.layers
    left, right = (make_stroke((x, 50), (x, 80), size_px=24.0) for x in (30, 90))
    alike = [replace(middle, strokes=(each,), blend=blend, opacity=0.6) for each in (left, right)]
    apart = replace(artwork, paper="#8090A0", layers=(low, *alike))
    assert merge_loss(apart, 2) == ""
    assert np.abs(shades(merged_down(apart, 2)) - shades(apart)).max() <= 2
    assert merge_loss(replace(apart, layers=(low, alike[0], alike[0])), 2) != ""
    assert merge_loss(replace(apart, layers=(low, alike[0], replace(alike[1], opacity=0.5))), 2) != ""
