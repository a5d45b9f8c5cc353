"""Loops that other programs open: frames, timing and the mark of origin."""

import io
import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gan.errors import UserError
from gan.media.loop import durations, has_video, play_order, save_frames, save_loop
from gan.media.provenance import SOURCE_TYPES, gif_with_packet, read_marks, xmp_packet


def _frames(count: int, channels: int = 1, side: int = 12) -> list[np.ndarray]:
    """Frames that differ clearly, each of few colours."""
    random = np.random.default_rng(0)
    palette = random.integers(0, 256, (count, 8, channels), dtype=np.uint8)
    if channels in (2, 4):
        palette[..., -1] = np.where(palette[..., -1] < 128, 0, 255)
    return [palette[number][random.integers(0, 8, (side, side))] for number in range(count)]


def _read(path) -> tuple[list[Image.Image], list[float]]:
    with Image.open(path) as image:
        pictures, times = [], []
        for number in range(image.n_frames):
            image.seek(number)
            pictures.append(image.convert("RGBA"))
            times.append(image.info["duration"])
    return pictures, times


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("suffix", [".gif", ".png", ".webp"])
def test_every_frame_comes_back_in_order_and_in_time(tmp_path, suffix, channels):
    frames, path = _frames(7, channels), tmp_path / f"loop{suffix}"
    save_loop(path, frames, fps=12)
    pictures, times = _read(path)
    assert len(pictures) == 7
    assert sum(times) == pytest.approx(7 * 1000 / 12, abs=6)
    for picture, frame in zip(pictures, frames, strict=True):
        grey_or_colour = frame[..., 0] if channels == 1 else frame
        expected = np.asarray(Image.fromarray(grey_or_colour).convert("RGBA"))
        seen = np.asarray(picture)
        opaque = expected[..., 3] > 0
        np.testing.assert_array_equal(seen[..., 3] > 0, opaque)
        np.testing.assert_array_equal(seen[opaque], expected[opaque])


@pytest.mark.parametrize("suffix", [".gif", ".png", ".webp"])
@pytest.mark.parametrize("kind", ["generated", "composite"])
def test_a_loop_says_that_a_model_took_part(tmp_path, suffix, kind):
    save_loop(tmp_path / f"loop{suffix}", _frames(3), fps=10, kind=kind)
    assert read_marks(tmp_path / f"loop{suffix}").source_type == SOURCE_TYPES[kind]


@pytest.mark.parametrize("suffix", [".gif", ".png", ".webp"])
def test_a_loop_plays_without_an_end(tmp_path, suffix):
    save_loop(tmp_path / f"loop{suffix}", _frames(3), fps=10)
    with Image.open(tmp_path / f"loop{suffix}") as image:
        assert image.info["loop"] == 0


def test_there_and_back_shows_neither_end_twice():
    assert play_order(4, "ping-pong") == [0, 1, 2, 3, 2, 1]
    assert play_order(4, "reverse") == [3, 2, 1, 0]
    assert play_order(1, "ping-pong") == [0]
    assert play_order(2, "ping-pong") == [0, 1]


@given(st.integers(1, 400), st.floats(1, 60))
def test_times_add_up_whatever_the_speed(count, fps):
    ticks = durations(count, fps, 100)
    assert len(ticks) == count
    for shown, total in enumerate(itertools.accumulate(ticks), start=1):
        assert abs(total - shown * 100 / fps) <= 0.5 + 1e-9


def test_a_gif_with_a_packet_is_the_same_gif_to_a_reader_that_skips_it():
    plain = io.BytesIO()
    Image.fromarray(_frames(1)[0][..., 0]).save(plain, "GIF")
    marked = gif_with_packet(plain.getvalue(), xmp_packet("generated"))
    with Image.open(io.BytesIO(marked)) as image, Image.open(plain) as unmarked:
        assert image.tobytes() == unmarked.tobytes()


@pytest.mark.skipif(not has_video(), reason='needs the extra "video"')
@pytest.mark.parametrize(("channels", "side"), [(1, 28), (3, 32), (4, 31)])
def test_a_film_is_read_back_by_another_program(tmp_path, channels, side):
    import av

    path, frames = tmp_path / "loop.mp4", _frames(9, channels, side)
    save_loop(path, frames, fps=24, order="ping-pong")
    with av.open(path) as film:
        stream = film.streams.video[0]
        assert stream.codec_context.name in ("vp9", "libvpx-vp9")
        assert SOURCE_TYPES["generated"] in film.metadata["comment"]
        assert float(stream.average_rate) == pytest.approx(24)
        shown = [frame.to_ndarray(format="rgb24") for frame in film.decode(stream)]
    assert len(shown) == 16
    assert shown[0].shape[:2] == (side + side % 2, side + side % 2)
    if channels == 1:
        assert np.abs(shown[0][..., 0].astype(int) - frames[0][..., 0]).mean() < 8


def test_frames_are_numbered_pictures_in_a_folder_of_their_own(tmp_path):
    written = save_frames(tmp_path / "frames", _frames(3, 4), order="ping-pong")
    assert [file.name for file in written] == ["00001.png", "00002.png", "00003.png", "00004.png"]
    assert read_marks(written[0]).says_generated
    with pytest.raises(UserError, match="not an empty folder"):
        save_frames(tmp_path / "frames", _frames(2))


@pytest.mark.parametrize("suffix", [".gif", ".png", ".webp"])
def test_what_is_called_off_leaves_nothing_behind(tmp_path, suffix):
    class CalledOff(Exception):
        pass

    def stop_at_three(done: int, total: int) -> None:
        assert total == 6
        if done == 3:
            raise CalledOff

    with pytest.raises(CalledOff):
        save_loop(tmp_path / f"loop{suffix}", _frames(6), fps=10, progress=stop_at_three)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("exists", [False, True])
def test_frames_that_are_called_off_leave_nothing_behind(tmp_path, exists):
    class CalledOff(Exception):
        pass

    def stop_at_three(done: int, _total: int) -> None:
        if done == 3:
            raise CalledOff

    folder = tmp_path / "frames"
    if exists:
        folder.mkdir()
    with pytest.raises(CalledOff):
        save_frames(folder, _frames(6), progress=stop_at_three)
    assert list(tmp_path.rglob("*")) == ([folder] if exists else [])


def test_frames_go_into_a_folder_that_is_empty(tmp_path):
    save_frames(tmp_path, _frames(2))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["00001.png", "00002.png"]


@pytest.mark.parametrize(
    ("frames", "fps", "name", "sentence"),
    [
        ([], 10, "a.gif", "between 1 and 10000 frames"),
        (_frames(2), 0.5, "a.gif", "frames a second"),
        (_frames(2), float("nan"), "a.gif", "frames a second"),
        (_frames(1) + _frames(1, side=8), 10, "a.gif", "of one size"),
        (_frames(2), 10, "a.tiff", "ends in"),
    ],
)
def test_what_cannot_be_a_loop_is_refused_in_one_sentence(tmp_path, frames, fps, name, sentence):
    with pytest.raises(UserError, match=sentence):
        save_loop(tmp_path / name, frames, fps=fps)
    assert list(tmp_path.iterdir()) == []
