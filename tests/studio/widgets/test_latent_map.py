"""The atlas behind the pad: tint, hatch, border, thumbnails, numerals."""

import numpy as np
import pytest

from studio.tokens import DARK, LIGHT, class_tint, colour
from studio.widgets.pad.latent_map import LatentMap, MapColours, coarse_count, map_order
from studio.widgets.pad.map_regions import regions
from studio.widgets.pad.pad_view import PadView
from studio.widgets.pictures.resampling import cubic_matrix, resized

CELLS, SIDE = 8, 160
BLACK = np.zeros((CELLS * CELLS, 28, 28, 1), np.uint8)


def halves(sure: float = 1.0) -> np.ndarray:
    """Probabilities of a map whose left half is class 3 and whose right half is class 8."""
    probabilities = np.full((CELLS, CELLS, 10), (1 - sure) / 9, np.float32)
    probabilities[:, : CELLS // 2, 3] = sure
    probabilities[:, CELLS // 2 :, 8] = sure
    return probabilities.reshape(-1, 10)


def painted(pixels: np.ndarray, probabilities: np.ndarray | None, tokens=DARK) -> LatentMap:
    shown = LatentMap(PadView(), CELLS, SIDE, MapColours.from_tokens(tokens, 10))
    order = map_order(CELLS)
    shown.add(pixels[order], None if probabilities is None else probabilities[order])
    return shown


def rgb(shown: LatentMap, x: int, y: int) -> tuple[int, int, int]:
    pixel = shown.image.pixelColor(x, y)
    return pixel.red(), pixel.green(), pixel.blue()


@pytest.mark.parametrize("tokens", [DARK, LIGHT])
def test_a_sure_class_is_washed_with_its_tint_at_full_strength(tokens):
    shown = painted(BLACK, halves(), tokens)
    strength = 0.30 if tokens.dark else 0.38
    for x, label in ((20, 3), (140, 8)):
        sheet, tint = colour(tokens.slate), class_tint(tokens, label)
        mixed = [
            round(s + strength * (t - s)) for s, t in zip(sheet.getRgb()[:3], tint.getRgb()[:3], strict=True)
        ]
        assert rgb(shown, x, 80) == pytest.approx(mixed, abs=1)


def test_one_line_runs_between_two_classes():
    shown = painted(BLACK, halves())
    row = [sum(rgb(shown, x, 83)) for x in range(60, 100)]
    assert row.index(max(row)) + 60 in (80, 81)


def test_a_doubtful_class_is_hatched():
    sure, doubtful = painted(BLACK, halves(0.9)), painted(BLACK, halves(0.5))
    assert len({rgb(sure, x, 12) for x in range(20, 36)}) == 1
    marks = [x for x in range(16, 32) if rgb(doubtful, x, 12) != rgb(doubtful, 17, 12)]
    assert len(marks) == 2 and marks[1] - marks[0] == 8


def test_thumbnails_fade_with_doubt():
    white = np.full_like(BLACK, 255)
    assert rgb(painted(white, halves(1.0)), 10, 10) == colour(DARK.chalk).getRgb()[:3]
    doubtful = rgb(painted(white, halves(0.3)), 10, 10)
    assert sum(doubtful) < 0.7 * sum(colour(DARK.chalk).getRgb()[:3])


def test_without_a_judge_there_is_neither_tint_nor_numeral():
    shown = painted(BLACK, None)
    assert rgb(shown, 20, 80) == colour(DARK.slate).getRgb()[:3]
    assert shown.regions == []


def test_pictures_that_come_in_parts_make_the_same_map():
    pixels = np.random.default_rng(0).integers(0, 255, BLACK.shape, dtype=np.uint8)
    whole, order = painted(pixels, halves()), map_order(CELLS)
    for size in (1, 5, 16, 64):
        parts = LatentMap(PadView(), CELLS, SIDE, MapColours.from_tokens(DARK, 10))
        for start in range(0, CELLS * CELLS, size):
            assert not parts.is_complete
            parts.add(pixels[order[start : start + size]], halves()[order[start : start + size]])
        assert parts.is_complete
        assert parts.image == whole.image
        assert np.array_equal(parts.tile(3, 5), pixels[5 * CELLS + 3])


def test_a_quarter_of_the_pictures_covers_the_whole_sheet_coarsely():
    pixels = np.random.default_rng(0).integers(0, 255, BLACK.shape, dtype=np.uint8)
    coarse, order = LatentMap(PadView(), CELLS, SIDE, MapColours.from_tokens(DARK, 10)), map_order(CELLS)
    first = order[: coarse_count(CELLS)]
    assert len(first) == CELLS * CELLS / 4
    coarse.add(pixels[first], halves()[first])
    assert coarse.is_whole and not coarse.is_complete
    assert [region.label for region in coarse.regions] == [3, 8]


def test_every_second_picture_stands_at_once_where_it_stays():
    pixels = np.random.default_rng(0).integers(0, 255, BLACK.shape, dtype=np.uint8)
    whole, side = painted(pixels, None), SIDE // CELLS
    coarse = LatentMap(PadView(), CELLS, SIDE, MapColours.from_tokens(DARK, 10))
    coarse.add(pixels[map_order(CELLS)[: coarse_count(CELLS)]], None)
    for row, column in ((0, 0), (2, 4), (6, 6)):
        x, y = column * side + 7, row * side + 7
        assert rgb(coarse, x, y) == rgb(whole, x, y)
        assert rgb(coarse, x + side, y + side) == rgb(coarse, x, y), "until its neighbours come"


def test_a_map_can_be_painted_anew_in_another_theme_and_size():
    light = painted(BLACK, halves()).repainted(2 * SIDE, MapColours.from_tokens(LIGHT, 10))
    assert light.is_complete and light.image.width() == 2 * SIDE
    assert sum(rgb(light, 5, 5)) > 3 * 150


def test_coloured_pictures_keep_their_colours():
    red = np.zeros((CELLS * CELLS, 28, 28, 3), np.uint8)
    red[..., 0] = 255
    assert rgb(painted(red, None), 30, 30) == (255, 0, 0)


def test_every_region_of_four_cells_has_one_numeral_deep_inside():
    labels = np.zeros((CELLS, CELLS), np.int64)
    labels[:, 4:] = 8
    labels[0, 0] = 3  # too small for a numeral
    found = regions(labels)
    assert [(region.label, region.cells) for region in found] == [(0, 31), (8, 32)]
    for region in found:
        around = labels[region.row - 1 : region.row + 2, region.column - 1 : region.column + 2]
        assert (around == region.label).all()


def test_regions_that_touch_only_at_a_corner_are_two():
    labels = np.kron(np.eye(2, dtype=np.int64), np.ones((4, 4), np.int64))
    assert sorted(region.label for region in regions(labels)) == [0, 0, 1, 1]


def test_bicubic_weights_add_up_to_one_and_keep_a_ramp_straight():
    matrix = cubic_matrix(16, 640)
    assert matrix.sum(axis=1) == pytest.approx(np.ones(640), abs=1e-5)
    ramp = matrix @ np.arange(16, dtype=np.float32)
    assert np.diff(ramp)[80:-80] == pytest.approx(16 / 640, abs=1e-4)


def test_whole_multiples_are_doubled_pixel_by_pixel():
    picture = np.random.default_rng(0).random((1, 28, 28), np.float32)
    assert (resized(picture, 56)[0] == picture[0].repeat(2, 0).repeat(2, 1)).all()
    assert resized(picture, 40).shape == (1, 40, 40)


def test_what_is_transparent_lets_the_tint_through():
    sprites = np.zeros((CELLS * CELLS, 28, 28, 4), np.uint8)
    sprites[..., 0] = 255
    sprites[:, :14, :, 3] = 255
    shown, bare = painted(sprites, halves()), painted(BLACK, halves())
    assert rgb(shown, 10, 4) == (255, 0, 0)
    assert rgb(shown, 10, 17) == rgb(bare, 10, 17)


@pytest.mark.parametrize("cells", [5, 12])
@pytest.mark.parametrize("chunk", [1, 4, 7])
def test_a_map_with_any_number_of_cells_shows_each_picture_in_its_place(cells, chunk):
    pixels = np.random.default_rng(0).integers(0, 255, (cells * cells, 28, 28, 1), dtype=np.uint8)
    order, grey = map_order(cells), MapColours.from_tokens(DARK, 10)
    in_parts, at_once = (LatentMap(PadView(), cells, 28 * cells, grey) for _ in range(2))
    for start in range(0, cells * cells, chunk):
        in_parts.add(pixels[order[start : start + chunk]], None)
        assert in_parts.is_whole == (start + chunk >= coarse_count(cells))
    at_once.add(pixels[order], None)
    assert in_parts.is_complete and in_parts.image == at_once.image
    for cell in range(cells * cells):
        assert (in_parts.tile(cell % cells, cell // cells) == pixels[cell]).all()
