"""A stencil is filled with stamps that follow its tone, alike each time, as one stroke like any other."""

import hashlib

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from gan.errors import UserError
from studio.document.artwork import Artwork, Brush
from studio.document.file import Document, read_document, write_document
from studio.document.painter import render
from studio.document.stencil import darkness_of, fitted, is_cut_out, picture_tone, shape_tone
from studio.document.stencil_places import MOST_PLACES, Filling, stencil_places
from studio.document.stencil_stroke import filled, ink_of, palette_latents

FILLING = Filling(smallest_px=8.0, largest_px=32.0, density=0.6, jitter=0.2, seed=7)
CORNERS = ((20.0, 10.0), (180.0, 110.0))
OUTLINE = np.array([*CORNERS], np.float32)


def ramp(width: int = 200, height: int = 120) -> np.ndarray:
    """White on the left, black on the right."""
    row = np.linspace(255, 0, width).astype(np.uint8)
    return np.repeat(row[None], height, axis=0)[..., None]


def tone_of(pixels: np.ndarray, part: str = "dark", leave_out: float = 0.0):
    height, width = pixels.shape[:2]
    return picture_tone(pixels, part, leave_out, QRectF(0, 0, width, height), FILLING.smallest_px)


def coverage(stroke, width: int, height: int) -> np.ndarray:
    image = render(Artwork(width, height, None).with_stroke(stroke), 1.0, on_paper=False)
    return np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4)[..., 3] / 255


@pytest.fixture
def stamps(make_stamp):
    return tuple(make_stamp(digit, 4.0 + digit / 2) for digit in range(10))


def test_stamps_stay_inside_the_shape_and_are_small_along_its_edge():
    tone = shape_tone("ellipse", CORNERS, FILLING.smallest_px)
    places = stencil_places(tone, FILLING, (0.1, 0.2))
    x, y, size = places[:, 0], places[:, 1], places[:, 2]
    away = np.hypot((x - 100) / 80, (y - 60) / 50)
    assert away.max() <= 1.03 and len(places) > 30
    assert size.min() == pytest.approx(8.0) and size.max() == pytest.approx(32.0)
    assert size[away > 0.9].mean() < 0.6 * size[away < 0.5].mean()


def test_no_large_stamp_sticks_out_of_a_straight_edge():
    x, y, size, _ = stencil_places(shape_tone("rectangle", CORNERS, 8.0), FILLING, (0.1, 0.2)).T
    beyond = size / 3 - np.min([x - 20, 180 - x, y - 10, 110 - y], axis=0)
    assert size.max() == pytest.approx(32.0) and beyond.max() < 4


def test_an_outline_is_filled_where_the_hand_went_around():
    triangle = ((0.0, 0.0), (200.0, 0.0), (0.0, 200.0))
    places = stencil_places(shape_tone("outline", triangle, 8.0), FILLING, (0.1, 0.2))
    assert (places[:, 0] + places[:, 1]).max() < 206


def test_the_darker_a_place_the_more_of_it_is_inked_and_in_proportion(stamps):
    stroke = filled(tone_of(ramp(400, 200)), FILLING, stamps, Brush(ink="#000000"), OUTLINE)
    columns = coverage(stroke, 400, 200)[20:-20].mean(axis=0).reshape(8, 50).mean(axis=1)[2:-1]
    wanted = np.arange(2, 7) + 0.5
    slope = columns / wanted
    assert (np.diff(columns) > 0).all()
    assert slope.max() / slope.min() < 1.35


def test_the_darker_a_place_the_darker_the_stamp_there(stamps):
    stroke = filled(tone_of(ramp()), FILLING, stamps, Brush(), OUTLINE)
    inks = np.array([ink_of(stamp) for stamp in stroke.stamps])[stroke.dabs[:, 4].astype(int)]
    left, right = stroke.dabs[:, 0] < 80, stroke.dabs[:, 0] > 120
    assert inks[left].mean() < 0.8 * inks[right].mean()


def test_what_is_left_out_stays_empty_and_light_parts_are_the_others():
    dark = stencil_places(tone_of(ramp(), leave_out=0.5), FILLING, (0.1, 0.2))
    light = stencil_places(tone_of(ramp(), "light", 0.5), FILLING, (0.1, 0.2))
    assert dark[:, 0].min() > 85 and light[:, 0].max() < 115


def test_a_silhouette_is_what_is_not_transparent():
    pixels = np.zeros((100, 100, 4), np.uint8)
    pixels[:, :, :3] = 255
    pixels[30:70, 30:70, 3] = 255
    assert is_cut_out(pixels) and not is_cut_out(ramp())
    places = stencil_places(tone_of(pixels, "shape"), FILLING, (0.1, 0.2))
    assert places[:, :2].min() > 28 and places[:, :2].max() < 72
    assert not darkness_of(pixels, "dark").any()


def test_a_picture_keeps_its_proportions_in_its_frame():
    frame = fitted(ramp(200, 100), QRectF(0, 0, 300, 300))
    assert (frame.x(), frame.y(), frame.width(), frame.height()) == (0, 75, 300, 150)


def test_the_same_seed_gives_the_same_pixels_also_after_saving_and_opening(stamps, tmp_path):
    def stroke(seed: int):
        filling = Filling(8.0, 32.0, 0.6, 0.2, seed)
        return filled(tone_of(ramp()), filling, stamps, Brush(), OUTLINE)

    def pixels(artwork: Artwork) -> str:
        image = render(artwork, 2.0, on_paper=True)
        return hashlib.sha256(bytes(image.constBits())).hexdigest()

    assert stroke(3) == stroke(3) != stroke(4)
    artwork = Artwork(200, 120).with_stroke(stroke(3))
    write_document(tmp_path / "one.latent", Document(artwork))
    opened = read_document(tmp_path / "one.latent").artwork
    assert opened == artwork and pixels(opened) == pixels(artwork)


def test_stamps_go_as_the_brush_does_row_by_row(stamps):
    tone = shape_tone("rectangle", CORNERS, FILLING.smallest_px)
    travels = filled(tone, FILLING, stamps, Brush(), OUTLINE, along="travel")
    assert (np.diff(travels.dabs[:, 4]) >= 0).all() and travels.dabs[-1, 4] == 9
    fixed = filled(tone, FILLING, stamps, Brush(), OUTLINE, along="fixed")
    assert fixed.stamps == stamps[:1]


def test_coloured_stamps_fill_too_and_are_no_larger_than_glyphs(make_stamp):
    stroke = filled(
        tone_of(ramp()), FILLING, (make_stamp(1, channels=3), make_stamp(2, 4.0, 3)), Brush(), OUTLINE
    )
    assert stroke.stamps[0].pixels.shape == (28, 28, 3) and len(stroke.dabs) > 10
    assert stroke.dabs[:, 2].max() <= 0.75 * FILLING.largest_px


def test_the_pens_of_a_palette_are_every_class_in_thin_and_thick(make_stamp):
    brush, thicker = make_stamp().latent, np.ones(6, np.float32)
    z, mix = palette_latents(brush, "pen", thicker, 0)
    assert len(z) == 50 and (mix.argmax(axis=1)[:10] == np.arange(10)).all()
    assert np.allclose(z[40] - z[0], 4.0)
    assert (
        len(palette_latents(brush, "one", thicker, 0)[0])
        == len(palette_latents(brush, "pen", None, 0)[0])
        == 10
    )


@pytest.mark.parametrize(
    ("corners", "filling", "code"),
    [
        (((5.0, 5.0), (5.2, 90.0)), FILLING, "stencil-too-small"),
        (((0.0, 0.0), (4000.0, 4000.0)), FILLING, "stencil-too-many"),
    ],
)
def test_what_cannot_be_filled_is_said_in_one_sentence(corners, filling, code):
    with pytest.raises(UserError) as refusal:
        stencil_places(shape_tone("rectangle", corners, filling.smallest_px), filling, (0.1, 0.2))
    assert refusal.value.failure.code == code and "{" not in refusal.value.failure.sentence


def test_a_blank_picture_has_nothing_to_fill():
    with pytest.raises(UserError, match="dark enough"):
        stencil_places(tone_of(np.full((50, 50, 1), 255, np.uint8)), FILLING, (0.1, 0.2))


def test_it_says_how_far_it_is_and_can_be_called_off():
    reports = []
    stencil_places(
        tone_of(ramp(400, 400)), FILLING, (0.1, 0.2), lambda done, total: reports.append(done / total)
    )
    assert len(reports) > 3 and reports == sorted(reports) and reports[-1] <= 1.0

    def call_off(_done: int, _total: int) -> None:
        raise UserError("called-off", "Called off.")

    with pytest.raises(UserError, match="Called off"):
        stencil_places(tone_of(ramp(400, 400)), FILLING, (0.1, 0.2), call_off)


def test_no_stencil_has_more_stamps_than_a_window_can_move():
    assert MOST_PLACES <= 20_000
