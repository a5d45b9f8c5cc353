"""A drawn or foreign picture is found again among what a generator can draw."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw

from gan.config import ModelConfig
from gan.errors import UserError
from gan.find import SHOWN, STEPS
from gan.find_target import Frame, foreign_ink, placed, target_for
from gan.found import Found, Wanted
from gan.generator_file import GeneratorFile, save_generator
from gan.image_maker import ImageMaker
from gan.latents import Latent, gaussian, one_hot
from gan.networks import build_generator


@pytest.fixture(scope="module")
def maker() -> ImageMaker:
    return ImageMaker.open("ink-digits")


def fresh_maker(path: Path, **model: object) -> ImageMaker:
    torch.manual_seed(3)
    config = ModelConfig(z_size=8, width=4, **model)
    save_generator(
        path,
        GeneratorFile(
            name="fresh", model=config, step=0, dataset_name="", module=build_generator(config).eval()
        ),
    )
    return ImageMaker.open(path)


def all_found(maker: ImageMaker, wanted: Wanted) -> list[Found]:
    return [found for found in maker.find(wanted) if found is not None]


def drawing_of_seven(side: int, ink: int, ground: int, mode: str = "L") -> np.ndarray:
    """Strokes of a 7 in the upper left of a large sheet."""
    sheet = Image.new(mode, (side, side), ground)
    lines = [(side * 0.1, side * 0.15), (side * 0.45, side * 0.12), (side * 0.25, side * 0.6)]
    ImageDraw.Draw(sheet).line(lines, fill=ink, width=max(1, side // 18), joint="curve")
    return np.atleast_3d(np.asarray(sheet))


def distance(pixels: np.ndarray, wanted: np.ndarray) -> float:
    """Root mean square of the nearest of (N, H, W, C) to (H, W, C), in 0…1."""
    apart = (pixels.astype(float) - wanted.astype(float)) / 255
    return float(np.sqrt((apart**2).mean(axis=(1, 2, 3))).min())


def test_a_picture_it_made_is_found_much_nearer_than_by_chance(maker):
    labels = [3, 7]
    z, mix = gaussian(777, 2, maker.info.model.z_size), np.stack([one_hot(label, 10) for label in labels])
    pool_mix = np.stack([one_hot(number % 10, 10) for number in range(512)])
    chance = maker.make(gaussian(5, 512, maker.info.model.z_size), pool_mix)
    for label, wanted in zip(labels, maker.make(z, mix), strict=True):
        *_, last = all_found(maker, Wanted(wanted))
        assert distance(last.pixels, wanted) < 0.5 * distance(chance, wanted)
        assert last.latents[int(last.nearness.argmax())].mix.argmax() == label


@pytest.mark.parametrize(("ink", "ground"), [(0, 255), (255, 0), (90, 210)])
def test_a_seven_is_found_dark_on_light_and_light_on_dark_wherever_it_stands(maker, ink, ground):
    *_, last = all_found(maker, Wanted(drawing_of_seven(200, ink, ground)))
    best = last.pixels[[int(last.nearness.argmax())]]
    reading = maker.read(best)
    assert reading is not None and reading.argmax() == 7


def test_candidates_are_sixteen_that_get_nearer_and_keep_their_places(maker):
    found = all_found(maker, Wanted(drawing_of_seven(64, 255, 0)))
    assert [len(one.latents) for one in found] == [SHOWN] * len(found)
    assert (
        found[0].step == 0
        and found[-1].step == STEPS
        and [one.is_last for one in found].index(True) == len(found) - 1
    )
    assert found[-1].nearness.max() > found[0].nearness.max() + 0.1
    labels = [[latent.mix.argmax() for latent in one.latents] for one in found[-2:]]
    assert np.mean(np.equal(*labels)) > 0.7


def test_a_fixed_class_stays_what_it_is(maker):
    *_, last = all_found(maker, Wanted(drawing_of_seven(64, 255, 0), label=1))
    assert all(np.array_equal(latent.mix, one_hot(1, 10)) for latent in last.latents)


def test_near_one_latent_the_search_stays_about_it(maker):
    near = Latent(gaussian(9, 1, maker.info.model.z_size)[0], one_hot(7, 10))
    *_, last = all_found(maker, Wanted(drawing_of_seven(64, 255, 0), near=near))
    everywhere = all_found(maker, Wanted(drawing_of_seven(64, 255, 0)))[-1]

    def mean_distance(found: Found) -> float:
        return float(np.mean([np.linalg.norm(latent.z - near.z) for latent in found.latents]))

    assert mean_distance(last) < 0.8 * mean_distance(everywhere)


def test_what_is_found_is_drawn_as_it_was_shown(maker):
    *_, last = all_found(maker, Wanted(drawing_of_seven(64, 255, 0)))
    pure = [index for index, latent in enumerate(last.latents) if latent.mix.max() == 1.0]
    z, mix = (np.stack([getattr(last.latents[index], name) for index in pure]) for name in ("z", "mix"))
    assert np.abs(maker.make(z, mix).astype(int) - last.pixels[pure]).mean() < 3


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("given", [1, 3, 4])
@pytest.mark.parametrize("size", [28, 32])
def test_every_kind_of_picture_can_be_looked_for_with_every_kind_of_generator(
    tmp_path, channels, given, size
):
    maker = fresh_maker(tmp_path / "g.safetensors", channels=channels, image_size=size, class_names=("all",))
    pixels = np.repeat(drawing_of_seven(50, 200, 20), 3, axis=2)
    alpha = np.where(pixels[..., :1] > 100, 255, 0).astype(np.uint8)
    picture = {1: pixels[..., :1], 3: pixels, 4: np.concatenate([pixels, alpha], axis=2)}[given]
    target = target_for(picture, size, channels, Frame(0.7, (0.5, 0.5)))
    assert target.images.shape == target.weights.shape == (channels, size, size)
    assert abs(float(target.weights.mean()) - 1) < 1e-4
    pieces: Iterator[Found | None] = maker.find(Wanted(picture))
    first = next(found for found in pieces if found is not None)
    assert first.pixels.shape == (SHOWN, size, size, channels)


def test_a_sketch_counts_only_where_it_is_drawn_for_pictures_in_colour():
    sketch = np.zeros((40, 40, 4), np.uint8)
    sketch[10:20, 10:20] = (255, 0, 0, 255)
    weights = target_for(sketch, 20, 3, Frame(0.7, (0.5, 0.5))).weights
    assert (weights[:, 12:] == 0).all() and (weights[:, 6:9, 6:9] > 1).all()


def test_a_drawing_is_brought_to_the_size_and_place_of_the_generator_s_own():
    frame = Frame(0.6, (0.5, 0.55))
    sheet = placed(foreign_ink(drawing_of_seven(300, 10, 240)), 40, frame)
    rows, columns = np.flatnonzero(sheet.max(axis=1) > 0.3), np.flatnonzero(sheet.max(axis=0) > 0.3)
    assert abs(max(np.ptp(rows), np.ptp(columns)) + 1 - 24) <= 1
    y, x = (np.average(np.arange(40) + 0.5, weights=sheet.sum(axis=axis)) for axis in (1, 0))
    assert abs(x - 20) < 1 and abs(y - 22) < 1


@pytest.mark.parametrize("channels", [1, 4])
@pytest.mark.parametrize("level", [0, 128, 255])
def test_an_empty_sheet_is_refused_in_one_sentence(channels, level):
    with pytest.raises(UserError, match="nothing on this picture"):
        target_for(np.full((50, 60, 1), level, np.uint8), 28, channels, Frame(0.7, (0.5, 0.5)))


def test_the_search_comes_in_short_pieces_so_that_a_drag_can_go_between(maker):
    pieces = list(maker.find(Wanted(drawing_of_seven(64, 255, 0))))
    assert pieces.count(None) > 2 * STEPS
