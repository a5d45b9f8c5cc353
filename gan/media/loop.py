"""Moving pictures: GIF, APNG, WebP, video and numbered frames, each with its mark of origin."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from gan.errors import UserError
from gan.files import atomic_file, whole_folder
from gan.media.png import save_png
from gan.media.provenance import Kind, gif_with_packet, xmp_packet

Frame = NDArray[np.uint8]
Order = Literal["forward", "reverse", "ping-pong"]
Progress = Callable[[int, int], None]
"""Hears of each frame, so many of so many; what it raises ends the export, and nothing is written."""

SUFFIXES = (".gif", ".png", ".webp", ".mp4")
MOST_FRAMES, MOST_PIXELS = 10_000, 128 * 2**20
LEAST_FPS, MOST_FPS = 1.0, 60.0
GIF_TICKS_PER_S = 100  # a GIF counts its times in hundredths


def play_order(count: int, order: Order) -> list[int]:
    """The frames of one round, by number. There and back shows neither end twice, so that it loops without a stop."""
    forward = list(range(count))
    match order:
        case "forward":
            return forward
        case "reverse":
            return forward[::-1]
        case "ping-pong":
            return forward + forward[-2:0:-1]


def save_loop(
    path: Path,
    frames: Sequence[Frame],
    *,
    fps: float,
    order: Order = "forward",
    kind: Kind = "generated",
    progress: Progress | None = None,
) -> None:
    """``frames (H, W, C)`` of one size, grey, RGB or with alpha, as a loop without an end; the suffix says as what.

    .gif, .png (APNG), .webp (lossless) or .mp4 (VP9, needs the extra "video"; alpha is laid on white). UserError on
    what cannot be done, OSError from the disk; ``path`` is written whole or not at all.
    """
    _check(frames, fps)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(
            "loop-suffix",
            "Name a file that ends in {suffixes}, not {name}.",
            suffixes=", ".join(SUFFIXES),
            name=path.name,
        )
    shown = play_order(len(frames), order)
    with atomic_file(path) as file:
        _write(file, suffix, _reported(frames, shown, progress), len(shown), fps, kind)
        if progress is not None:
            progress(
                len(shown), len(shown)
            )  # encoding may have taken long since the last frame was asked for


def loop_size(suffix: str, frames: Sequence[Frame], *, fps: float) -> int:
    """How many bytes :func:`save_loop` would write for these frames."""
    file = io.BytesIO()
    _write(file, suffix, iter(frames), len(frames), fps, "generated")
    return len(file.getvalue())


def save_frames(
    folder: Path,
    frames: Sequence[Frame],
    *,
    order: Order = "forward",
    kind: Kind = "generated",
    progress: Progress | None = None,
) -> list[Path]:
    """One PNG a frame, 00001.png and on, into a new or empty folder: all of them or none.

    UserError where something lies there, OSError from the disk.
    """
    _check(frames, LEAST_FPS)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError("folder-in-use", "{name} is not an empty folder; name a new one.", name=folder.name)
    names = []
    with whole_folder(folder) as unfinished:
        for number, frame in enumerate(_reported(frames, play_order(len(frames), order), progress), start=1):
            names.append(f"{number:05d}.png")
            save_png(unfinished / names[-1], frame, kind=kind)
    return [folder / name for name in names]


def has_video() -> bool:
    """Whether films can be written here: the extra "video" is installed."""
    from importlib.util import find_spec

    return find_spec("av") is not None


def _check(frames: Sequence[Frame], fps: float) -> None:
    if not 1 <= len(frames) <= MOST_FRAMES:
        raise UserError("loop-frames", "A loop has between 1 and {most} frames.", most=MOST_FRAMES)
    if not LEAST_FPS <= fps <= MOST_FPS:
        raise UserError(
            "loop-fps",
            "A loop shows between {least} and {most} frames a second.",
            least=LEAST_FPS,
            most=MOST_FPS,
        )
    if len({frame.shape for frame in frames}) != 1:
        raise UserError("loop-sizes", "All frames of a loop have to be of one size.")
    if len(frames) * frames[0].shape[0] * frames[0].shape[1] > MOST_PIXELS:
        raise UserError("loop-too-large", "That is too large for one loop; choose fewer or smaller frames.")


def _write(file: BinaryIO, suffix: str, frames: Iterator[Frame], count: int, fps: float, kind: Kind) -> None:
    match suffix:
        case ".gif":
            _write_gif(file, frames, count, fps, kind)
        case ".png":
            _write_apng(file, frames, fps, kind)
        case ".webp":
            _write_webp(file, frames, count, fps, kind)
        case ".mp4":
            _write_video(file, frames, fps, kind)


def _reported(frames: Sequence[Frame], shown: Sequence[int], progress: Progress | None) -> Iterator[Frame]:
    for done, number in enumerate(shown, start=1):
        yield frames[number]
        if progress is not None:
            progress(done, len(shown))


def _picture(frame: Frame) -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(frame[..., 0] if frame.shape[2] == 1 else frame))


def durations(count: int, fps: float, ticks_per_s: int) -> list[int]:
    """Whole ticks for each frame whose sum stays within half a tick of the true time: (count,)."""
    ends = [round((number + 1) * ticks_per_s / fps) for number in range(count)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _write_gif(file: BinaryIO, frames: Iterator[Frame], count: int, fps: float, kind: Kind) -> None:
    """Grey exactly; colours as the 255 best of each frame; what is more than half transparent becomes a hole."""
    pictures = (_gif_picture(frame) for frame in frames)
    first, plain = next(pictures), io.BytesIO()
    first.save(
        plain,
        "GIF",
        save_all=True,
        append_images=pictures,
        duration=[10 * ticks for ticks in durations(count, fps, GIF_TICKS_PER_S)],
        loop=0,
        disposal=2,
        optimize=False,
    )
    file.write(gif_with_packet(plain.getvalue(), xmp_packet(kind)))


def _gif_picture(frame: Frame) -> Image.Image:
    if frame.shape[2] == 1:
        return _picture(frame)
    opaque = np.ones(frame.shape[:2], bool) if frame.shape[2] == 3 else frame[..., -1] >= 128
    colours = frame[..., :3] if frame.shape[2] >= 3 else np.repeat(frame[..., :1], 3, axis=2)
    picture = Image.fromarray(np.ascontiguousarray(colours)).quantize(255)
    if not opaque.all():
        hole = Image.fromarray(np.where(opaque, 0, 255).astype(np.uint8))
        picture.paste(255, mask=hole)
        picture.info["transparency"] = 255
    return picture


def _write_apng(file: BinaryIO, frames: Iterator[Frame], fps: float, kind: Kind) -> None:
    information = PngInfo()
    information.add_itxt("XML:com.adobe.xmp", xmp_packet(kind))
    first, *others = map(_picture, frames)  # Pillow goes through them twice
    first.save(
        file, "PNG", save_all=True, append_images=others, duration=1000 / fps, loop=0, pnginfo=information
    )


def _write_webp(file: BinaryIO, frames: Iterator[Frame], count: int, fps: float, kind: Kind) -> None:
    pictures = (_picture(frame).convert("RGBA" if frame.shape[2] in (2, 4) else "RGB") for frame in frames)
    next(pictures).save(
        file,
        "WEBP",
        save_all=True,
        append_images=pictures,
        duration=durations(count, fps, 1000),
        loop=0,
        lossless=True,
        xmp=xmp_packet(kind).encode("utf-8"),
    )


def _write_video(file: BinaryIO, frames: Iterator[Frame], fps: float, kind: Kind) -> None:
    """VP9, which is free of licences, in 4:4:4 so that lone coloured pixels stay; even sides, as players like them."""
    if not has_video():
        raise UserError("video-missing", 'Films need the extra "video": pip install "latent-studio[video]".')
    from av import VideoFrame
    from av import open as open_film

    with open_film(file, "w", format="mp4") as container:
        container.metadata["comment"] = xmp_packet(kind)
        stream = container.add_stream("libvpx-vp9", rate=Fraction(fps).limit_denominator(1000))
        stream.pix_fmt = "yuv444p"
        stream.options = {"crf": "18", "b": "0"}
        for number, frame in enumerate(frames):
            flat = _on_white_with_even_sides(frame)
            if number == 0:
                stream.height, stream.width = flat.shape[:2]
            container.mux(stream.encode(VideoFrame.from_ndarray(flat, format="rgb24")))
        container.mux(stream.encode())


def _on_white_with_even_sides(frame: Frame) -> Frame:
    """(H, W, C) -> (H', W', 3), the last row or column repeated where a side was odd."""
    colours = frame[..., :3] if frame.shape[2] >= 3 else np.repeat(frame[..., :1], 3, axis=2)
    if frame.shape[2] in (2, 4):
        alpha = frame[..., -1:].astype(np.float32) / 255
        colours = np.rint(colours * alpha + 255 * (1 - alpha)).astype(np.uint8)
    height, width = colours.shape[:2]
    return np.ascontiguousarray(np.pad(colours, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge"))
