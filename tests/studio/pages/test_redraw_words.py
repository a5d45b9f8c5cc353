"""What a model cannot draw is said in the words of the window, which can be another language."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from gan.config import ModelConfig
from gan.errors import GanError
from gan.latents import Latent, gaussian, one_hot
from studio.document.artwork import Artwork, Brush, Stamp, Stroke
from studio.document.file import Document
from studio.document.redraw import plan_redrawing
from studio.pages.engine_words import EngineWords
from studio.pages.paint.redraw_work import RedrawWork

DIGITS = tuple("0123456789")
STAMP = Stamp(Latent(gaussian(1, 1, 8)[0], one_hot(3, 10)), np.zeros((4, 4, 1), np.uint8))
INK = Artwork().with_stroke(
    Stroke(kind="ink", brush=Brush(), stamps=(STAMP,), dabs=[[50, 50, 20, 0, 0]], path=[[50, 50]])
)
DIGIT_MODEL = ModelConfig(z_size=8, class_names=DIGITS)
TWO = replace(DIGIT_MODEL, class_names=("8", "9"))


@pytest.mark.parametrize(
    "draw",
    [
        partial(plan_redrawing, Artwork(), DIGIT_MODEL, DIGITS),
        partial(plan_redrawing, INK, replace(DIGIT_MODEL, z_size=2048), DIGITS),
        partial(plan_redrawing, INK, TWO, DIGITS),
        partial(plan_redrawing, INK, TWO, ()),
        partial(RedrawWork().glance, Document(INK), Path("gone"), lambda _done, _total: None),
    ],
    ids=["nothing", "style", "missing", "classes", "gone"],
)
def test_each_refusal_of_a_redraw_has_the_words_of_the_window(draw: Callable[[], object]) -> None:
    with pytest.raises(GanError) as refused:
        draw()
    failure = refused.value.failure
    shown = EngineWords().sentence(replace(failure, sentence="the engine's own"))
    assert shown.replace("2,048", "2048") == failure.sentence
