"""An artwork as JSON beside two packs of numbers: the stamps' pixels and their latents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gan.errors import UserError
from gan.latents import Latent
from studio.document.artwork import Artwork, Brush, Layer, Stamp, Stroke

MOST_STAMPS = 200_000


def artwork_to_parts(artwork: Artwork) -> tuple[dict[str, Any], bytes, bytes]:
    """The JSON, the pixels (uint8, stamp after stamp) and the latents (float32 LE, each z then mix)."""
    numbers: dict[Stamp, int] = {}
    for layer in artwork.layers:
        for stroke in layer.strokes:
            for stamp in stroke.stamps:
                numbers.setdefault(stamp, len(numbers))
    json = {
        "width": artwork.width,
        "height": artwork.height,
        "paper": artwork.paper,
        "stamps": _stamp_groups(list(numbers)),
        "layers": [
            {"name": layer.name, "strokes": [_stroke_to_json(stroke, numbers) for stroke in layer.strokes]}
            for layer in artwork.layers
        ],
    }
    pixels = b"".join(stamp.pixels.tobytes() for stamp in numbers)
    latents = b"".join(
        stamp.latent.z.astype("<f4").tobytes() + stamp.latent.mix.astype("<f4").tobytes() for stamp in numbers
    )
    return json, pixels, latents


def artwork_from_parts(json: object, pixels: bytes, latents: bytes) -> Artwork:
    """The inverse of :func:`artwork_to_parts`. UserError if anything is missing, unknown or out of range."""
    width, height, paper, groups, layers = _fields(json, "width", "height", "paper", "stamps", "layers")
    stamps = _stamps_from(_list(groups), pixels, latents)
    return Artwork(width, height, paper, tuple(_layer_from_json(layer, stamps) for layer in _list(layers)))


def _stamp_groups(stamps: Sequence[Stamp]) -> list[dict[str, Any]]:
    """Stamps of one shape in a row are described once."""
    groups = groupby((*stamp.pixels.shape, stamp.latent.z.size, stamp.latent.mix.size) for stamp in stamps)
    return [
        {"count": len(list(group)), "pixels": list(shape[:3]), "z_size": shape[3], "classes": shape[4]}
        for shape, group in groups
    ]


def _stamps_from(groups: Sequence[object], pixels: bytes, latents: bytes) -> list[Stamp]:
    stamps: list[Stamp] = []
    pixels_left, latents_left = memoryview(pixels), memoryview(latents)
    for group in groups:
        count, shape, z_size, classes = _fields(group, "count", "pixels", "z_size", "classes")
        sizes = [_whole(value, 1, 4096) for value in (*_list(shape), z_size, classes)]
        if len(sizes) != 5 or len(stamps) + _whole(count, 1, MOST_STAMPS) > MOST_STAMPS:
            raise _refuse("a group of stamps has no shape")
        picture_bytes, latent_bytes = sizes[0] * sizes[1] * sizes[2], 4 * (sizes[3] + sizes[4])
        if count * picture_bytes > len(pixels_left) or count * latent_bytes > len(latents_left):
            raise _refuse("stamps are missing")
        for _ in range(count):
            values = np.frombuffer(latents_left[:latent_bytes], dtype="<f4")
            picture = np.frombuffer(pixels_left[:picture_bytes], dtype=np.uint8).reshape(sizes[:3])
            stamps.append(Stamp(Latent(values[: sizes[3]], values[sizes[3] :]), picture))
            pixels_left, latents_left = pixels_left[picture_bytes:], latents_left[latent_bytes:]
    if len(pixels_left) or len(latents_left):
        raise _refuse("there are more stamps than are named")
    return stamps


def _stroke_to_json(stroke: Stroke, numbers: Mapping[Stamp, int]) -> dict[str, Any]:
    return {
        "kind": stroke.kind,
        "brush": asdict(stroke.brush),
        "stamps": [numbers[stamp] for stamp in stroke.stamps],
        "seed": stroke.seed,
        "dabs": _numbers_of(stroke.dabs),
        "path": _numbers_of(stroke.path),
    }


def _layer_from_json(json: object, stamps: Sequence[Stamp]) -> Layer:
    name, strokes = _fields(json, "name", "strokes")
    return Layer(name, tuple(_stroke_from_json(stroke, stamps) for stroke in _list(strokes)))


def _stroke_from_json(json: object, stamps: Sequence[Stamp]) -> Stroke:
    kind, brush, indexes, seed, dabs, path = _fields(json, "kind", "brush", "stamps", "seed", "dabs", "path")
    return Stroke(
        kind=kind,
        brush=Brush(*_fields(brush, "size_px", "spacing", "opacity", "turn", "ink")),
        stamps=tuple(stamps[_whole(index, 0, len(stamps) - 1)] for index in _list(indexes)),
        dabs=_rows(dabs, 5),
        path=_rows(path, 2),
        seed=seed,
    )


def _numbers_of(array: NDArray[np.float32]) -> list[float]:
    """All numbers in a row, each the shortest that reads back as the same float32."""
    return [float(str(value)) for value in array.ravel()]


def _rows(values: object, columns: int) -> NDArray[np.float32]:
    numbers = _list(values)
    if len(numbers) % columns or any(type(value) not in (int, float) for value in numbers):
        raise _refuse("a row of numbers is cut short")
    if any(abs(value) > 1e9 for value in numbers):
        raise _refuse("a number is too large")
    return np.array(numbers, dtype=np.float32).reshape(-1, columns)


def _fields(json: object, *names: str) -> tuple[Any, ...]:
    """The values of an object that has exactly these fields."""
    if not isinstance(json, dict) or set(json) != set(names):
        raise _refuse("an entry has other fields than it should")
    return tuple(json[name] for name in names)


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise _refuse("a list is missing")
    return value


def _whole(value: object, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise _refuse("a whole number is out of range")
    return value


def _refuse(what: str) -> UserError:
    return UserError("artwork-value", "The artwork holds something impossible: {what}.", what=what)
