"""An artwork as JSON beside two packs of numbers: the stamps' pixels and their latents.

The JSON names its own version, so that it can be read wherever it travels; version 1 named none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gan.errors import UserError
from gan.latents import Latent
from studio.document.artwork import Artwork, Brush, Layer, Lettering, Stamp, Stroke

# 2: layers have opacity, blend mode, visibility and lock; strokes may be mirrored. 3: strokes may be type.
# 4: brushes have gradients, hard pixels, jitter and pressure. 5: type may run along a line.
# 6: brushes may be inverted.
FORMAT_VERSION = 6
MOST_STAMPS = 200_000
LETTERING_FIELDS = tuple(field.name for field in fields(Lettering))
EARLY_LETTERING_FIELDS = tuple(name for name in LETTERING_FIELDS if name != "line")
FIRST_STROKE_FIELDS = ("kind", "brush", "stamps", "seed", "dabs", "path")
STROKE_FIELDS = ("kind", "brush", "stamps", "seed", "mirrored", "lettering", "dabs", "path", "pressures")
BRUSH_FIELDS = tuple(field.name for field in fields(Brush))
EARLY_BRUSH_FIELDS = ("size_px", "spacing", "opacity", "turn", "ink")
LATER_BRUSH = {
    name: value
    for name, value in asdict(Brush()).items()
    if name not in EARLY_BRUSH_FIELDS and name != "inverted"
}


def artwork_to_parts(artwork: Artwork) -> tuple[dict[str, Any], bytes, bytes]:
    """The JSON, the pixels (uint8, stamp after stamp) and the latents (float32 LE, each z then mix)."""
    numbers: dict[Stamp, int] = {}
    for layer in artwork.layers:
        for stroke in layer.strokes:
            for stamp in stroke.stamps:
                numbers.setdefault(stamp, len(numbers))
    json = {
        "format_version": FORMAT_VERSION,
        "width": artwork.width,
        "height": artwork.height,
        "paper": artwork.paper,
        "stamps": _stamp_groups(list(numbers)),
        "layers": [_layer_to_json(layer, numbers) for layer in artwork.layers],
    }
    pixels = b"".join(stamp.pixels.tobytes() for stamp in numbers)
    latents = b"".join(
        stamp.latent.z.astype("<f4").tobytes() + stamp.latent.mix.astype("<f4").tobytes() for stamp in numbers
    )
    return json, pixels, latents


def artwork_from_parts(json: object, pixels: bytes, latents: bytes) -> Artwork:
    """The inverse of :func:`artwork_to_parts`. UserError if anything is missing, unknown or out of range."""
    version, width, height, paper, groups, layers = _fields(
        _upgraded(json), "format_version", "width", "height", "paper", "stamps", "layers"
    )
    if _whole(version, 1, FORMAT_VERSION) != FORMAT_VERSION:
        raise _refuse("its version is not known")
    stamps = _stamps_from(_list(groups), pixels, latents)
    return Artwork(width, height, paper, tuple(_layer_from_json(layer, stamps) for layer in _list(layers)))


def _upgraded(json: object) -> object:
    """What earlier versions wrote, as this one would have: what they could not say was as it is by default."""
    if isinstance(json, dict) and "format_version" not in json:
        json = _second_from_first(json)
    if _is_version(json, 2):
        new = {"lettering": None}
        json = _with_strokes(json, 3, lambda each: {**each, **new}, *FIRST_STROKE_FIELDS, "mirrored")
    if _is_version(json, 3):
        json = _with_strokes(json, 4, _fourth_from_third, *FIRST_STROKE_FIELDS, "mirrored", "lettering")
    if _is_version(json, 4):
        json = _with_strokes(json, 5, _fifth_from_fourth, *STROKE_FIELDS)
    if _is_version(json, 5):
        json = _with_strokes(json, 6, _sixth_from_fifth, *STROKE_FIELDS)
    return json


def _is_version(json: object, version: int) -> bool:
    return (
        isinstance(json, dict)
        and type(json.get("format_version")) is int
        and json["format_version"] == version
    )


def _second_from_first(json: dict[str, Any]) -> dict[str, Any]:
    if json.get("paper") is None:
        raise _refuse("paper is not a colour like #1A2B3C")
    layers = []
    for layer in _list(json.get("layers")):
        name, strokes = _fields(layer, "name", "strokes")
        laid = {"opacity": 1.0, "blend": "normal", "visible": True, "locked": False}
        layers.append({"name": name, "strokes": strokes, **laid})
    json = {**json, "layers": layers}
    return _with_strokes(json, 2, lambda each: {**each, "mirrored": False}, *FIRST_STROKE_FIELDS)


def _fourth_from_third(stroke: dict[str, Any]) -> dict[str, Any]:
    _fields(stroke["brush"], *EARLY_BRUSH_FIELDS)
    return {**stroke, "brush": {**stroke["brush"], **LATER_BRUSH}, "pressures": []}


def _fifth_from_fourth(stroke: dict[str, Any]) -> dict[str, Any]:
    if stroke["lettering"] is None:
        return stroke
    _fields(stroke["lettering"], *EARLY_LETTERING_FIELDS)
    return {**stroke, "lettering": {**stroke["lettering"], "line": []}}


def _sixth_from_fifth(stroke: dict[str, Any]) -> dict[str, Any]:
    _fields(stroke["brush"], *EARLY_BRUSH_FIELDS, *LATER_BRUSH)
    return {**stroke, "brush": {**stroke["brush"], "inverted": False}}


def _with_strokes(
    json: Any, version: int, upgrade: Callable[[dict[str, Any]], dict[str, Any]], *names: str
) -> dict[str, Any]:
    """The next version of an artwork whose strokes have exactly the fields ``names``."""
    layers = []
    for layer in _list(json.get("layers")):
        strokes = _list(_mapping(layer).get("strokes"))
        for stroke in strokes:
            _fields(stroke, *names)
        layers.append({**layer, "strokes": [upgrade(stroke) for stroke in strokes]})
    return {**json, "format_version": version, "layers": layers}


def _mapping(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _refuse("an entry has other fields than it should")
    return value


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


def _layer_to_json(layer: Layer, numbers: Mapping[Stamp, int]) -> dict[str, Any]:
    return {
        "name": layer.name,
        "opacity": layer.opacity,
        "blend": layer.blend,
        "visible": layer.visible,
        "locked": layer.locked,
        "strokes": [_stroke_to_json(stroke, numbers) for stroke in layer.strokes],
    }


def _stroke_to_json(stroke: Stroke, numbers: Mapping[Stamp, int]) -> dict[str, Any]:
    return {
        "kind": stroke.kind,
        "brush": asdict(stroke.brush),
        "stamps": [numbers[stamp] for stamp in stroke.stamps],
        "seed": stroke.seed,
        "mirrored": stroke.mirrored,
        "lettering": None if stroke.lettering is None else asdict(stroke.lettering),
        "dabs": _numbers_of(stroke.dabs),
        "path": _numbers_of(stroke.path),
        "pressures": _numbers_of(stroke.pressures),
    }


def _layer_from_json(json: object, stamps: Sequence[Stamp]) -> Layer:
    name, opacity, blend, visible, locked, strokes = _fields(
        json, "name", "opacity", "blend", "visible", "locked", "strokes"
    )
    painted = tuple(_stroke_from_json(stroke, stamps) for stroke in _list(strokes))
    return Layer(name, painted, opacity, blend, visible, locked)


def _stroke_from_json(json: object, stamps: Sequence[Stamp]) -> Stroke:
    kind, brush, indexes, seed, mirrored, lettering, dabs, path, pressures = _fields(json, *STROKE_FIELDS)
    return Stroke(
        kind=kind,
        brush=Brush(*_fields(brush, *BRUSH_FIELDS)),
        stamps=tuple(stamps[_whole(index, 0, len(stamps) - 1)] for index in _list(indexes)),
        dabs=_rows(dabs, 5),
        path=_rows(path, 2),
        seed=seed,
        mirrored=mirrored,
        lettering=None if lettering is None else Lettering(*_fields(lettering, *LETTERING_FIELDS)),
        pressures=_rows(pressures, 1).ravel(),
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
