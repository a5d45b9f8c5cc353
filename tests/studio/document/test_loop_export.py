"""Loops on their way to a file: what they will come to, and how they close."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from gan.latents import Latent, gaussian, one_hot
from gan.media.loop import has_video
from studio.document.loop_export import FORMS, LoopOrder, closing_latents, estimated_bytes, export_loop
from studio.document.travel import latents_between
from studio.frame_look import FrameLook

LOOKS = [
    FrameLook(4, "crisp", "paper"),
    FrameLook(3, "pixels", "plain"),
    FrameLook(2, "crisp", "transparent"),
]


def moving_blot(count: int) -> np.ndarray:
    """A blot that goes over the picture: frames (N, 28, 28, 1) of which each differs from the one before."""
    y, x = np.mgrid[:28, :28]
    frames = [255 * np.exp(-((x - 4 - 20 * t) ** 2 + (y - 14) ** 2) / 20) for t in np.linspace(0, 1, count)]
    return np.stack(frames).astype(np.uint8)[..., None]


def path_of(count: int, end: Latent | None = None) -> list[Latent]:
    z = gaussian(3, 2, 16)
    a, b = Latent(z[0], one_hot(3, 10)), Latent(z[1], one_hot(8, 10))
    pairs = zip(*latents_between(a, end or b, np.linspace(0, 1, count)), strict=True)
    return [Latent(*pair) for pair in pairs]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_estimate_is_near_what_is_written(tmp_path, form, look):
    if form == ".mp4" and not has_video():
        pytest.skip('needs the extra "video"')
    path = tmp_path / f"loop{form if form != 'frames' else ''}"
    order = LoopOrder(moving_blot(30), path, form, "ping-pong", 12, look)
    export_loop(order)
    files = list(path.iterdir()) if path.is_dir() else [path]
    assert len(files) == (58 if form == "frames" else 1)
    assert 0.6 < estimated_bytes(order) / sum(file.stat().st_size for file in files) < 1.7


def test_one_picture_is_a_loop_too(tmp_path):
    order = LoopOrder(moving_blot(1), tmp_path / "one.gif", ".gif", "forward", 12, LOOKS[0])
    assert estimated_bytes(order) == export_loop(order).stat().st_size


def test_too_many_large_pictures_are_known_before_they_are_made(tmp_path):
    order = LoopOrder(moving_blot(500), tmp_path / "a.gif", ".gif", "forward", 12, FrameLook(8))
    assert not order.is_too_large and replace(order, look=FrameLook(16)).size == (448, 448)
    assert replace(order, frames=np.zeros((700, 28, 28, 1), np.uint8), look=FrameLook(16)).is_too_large


def test_the_way_back_to_the_first_goes_in_steps_like_the_others():
    latents = path_of(20)
    way = [*latents, *closing_latents(latents), latents[0]]
    steps = [np.linalg.norm(a.z - b.z) for a, b in pairwise(way)]
    assert len(way) == 39 and max(steps) < 1.3 * min(steps)
    assert way[20].mix[8] < 1 and way[20].mix[3] > 0  # the class leads back as well


def test_a_path_that_is_closed_already_gets_no_picture_more():
    there = path_of(20)
    circle = [*there, *reversed(there[1:-1])]
    assert closing_latents(circle) == []
    assert closing_latents(path_of(2)) == [] and closing_latents([there[0]] * 5) == []
