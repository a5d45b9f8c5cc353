"""The stamps of a painting as a sprite sheet, with JSON beside it as Aseprite writes it: a tag for each class.

Format: https://www.aseprite.org/docs/cli/#data (json-hash and json-array).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt
from pathlib import Path
from typing import Any, Literal

import numpy as np
from PySide6.QtGui import QColor

from gan.files import atomic_file, atomic_write, dump_json
from gan.media.provenance import SOURCE_TYPES, TOOL
from studio.document.artwork import DAB_STAMP, Artwork, Stamp, Stroke
from studio.document.export import Progress, pixels_of
from studio.document.finish import Finish, finish_at, finishes_of, inked_parts
from studio.document.stroke_edits import takes_ink
from studio.document.tips import sharp_alpha
from studio.images import ink_image
from studio.sheet_layout import SheetLayout

DURATION_MS = 100
MOST_FRAMES = 4096
JsonKind = Literal["hash", "array"]
Sprite = tuple[Stamp, Finish]


@dataclass(frozen=True, slots=True)
class StampSheetOrder:
    """``class_names`` of the model that drew the stamps, or none."""

    artwork: Artwork
    path: Path
    scale: int
    gap_px: int
    json_kind: JsonKind
    class_names: tuple[str, ...] = ()

    @property
    def json_path(self) -> Path:
        return self.path.with_suffix(".json")


def sprites_of(artwork: Artwork) -> list[Sprite]:
    """Each different stamp in each finish once, class by class, in the order in which they were painted."""
    found: dict[Sprite, None] = {}
    for layer in artwork.layers:
        for stroke in layer.strokes if layer.visible else ():
            found |= dict.fromkeys(_sprites_in(stroke))
    return sorted(found, key=lambda sprite: int(sprite[0].latent.mix.argmax()))


def _sprites_in(stroke: Stroke) -> list[Sprite]:
    """What dabs show where each has an ink of its own; else all stamps of the stroke. Colour has no ink."""
    if not stroke.stamps:
        return []
    if stroke.brush.gradient != "stroke" or not takes_ink(stroke):
        finish = finish_at(stroke.brush, 0.0)
        return [(stamp, finish) for stamp in stroke.stamps]
    shown = (stroke.stamps[int(index)] for index in stroke.dabs[:, DAB_STAMP])
    return list(zip(shown, finishes_of(stroke), strict=True))


def sheet_layout(sprites: list[Sprite], scale: int, gap_px: int) -> SheetLayout:
    """About as wide as high; each sprite has the room of the largest."""
    shapes = [stamp.pixels.shape[:2] for stamp, _ in sprites]
    cell = (max(shape[0] for shape in shapes) * scale, max(shape[1] for shape in shapes) * scale)
    return SheetLayout(len(sprites), ceil(sqrt(len(sprites))), cell, gap_px)


def export_stamp_sheet(order: StampSheetOrder, progress: Progress | None = None) -> Path:
    """Write picture and JSON, in any thread: both or none. OSError says why not."""
    from gan.media.png import encode_png

    sprites = sprites_of(order.artwork)
    layout = sheet_layout(sprites, order.scale, order.gap_px)
    width, height = layout.size
    sheet = np.zeros((height, width, 4), np.uint8)
    for done, ((stamp, finish), (_, _, x, y)) in enumerate(zip(sprites, layout.places(), strict=True)):
        if progress is not None:
            progress(done, len(sprites))
        picture = _dressed(stamp, finish, order.scale)
        sheet[y : y + picture.shape[0], x : x + picture.shape[1]] = picture
    png = encode_png(sheet, kind="generated")
    with atomic_file(order.path) as file:
        file.write(png)
        if progress is not None:
            progress(len(sprites), len(sprites))
        atomic_write(order.json_path, dump_json(_described(order, sprites, layout)))
    return order.path


def _dressed(stamp: Stamp, finish: Finish, scale: int) -> np.ndarray:
    """(H·scale, W·scale, 4): ink with the brush's edge, pictures in colour pixel by pixel."""
    ink, lower = (QColor(end) for end in finish.ends)
    parts = inked_parts(stamp, inverted=finish.inverted)
    if parts.shape[2] == 1 and finish.edges == "crisp":
        alpha = parts[..., 0] if scale == 1 else sharp_alpha(parts[..., 0], scale)
        return pixels_of(ink_image(alpha[..., None], ink, lower), opaque=False)
    picture = pixels_of(ink_image(parts, ink, lower), opaque=False)
    return picture.repeat(scale, axis=0).repeat(scale, axis=1)


def _described(order: StampSheetOrder, sprites: list[Sprite], layout: SheetLayout) -> dict[str, Any]:
    tags, frames = _tags(order, sprites), []
    names = [tag["name"] for tag in tags for _ in range(tag["from"], tag["to"] + 1)]
    for number, ((stamp, _), (_, _, x, y)) in enumerate(zip(sprites, layout.places(), strict=True)):
        height, width = (side * order.scale for side in stamp.pixels.shape[:2])
        frames.append(
            {
                "filename": f"{order.path.stem} {names[number]} {number}.png",
                "frame": {"x": x, "y": y, "w": width, "h": height},
                "rotated": False,
                "trimmed": False,
                "spriteSourceSize": {"x": 0, "y": 0, "w": width, "h": height},
                "sourceSize": {"w": width, "h": height},
                "duration": DURATION_MS,
            }
        )
    by_name = {frame.pop("filename"): frame for frame in frames} if order.json_kind == "hash" else frames
    return {"frames": by_name, "meta": _meta(order, layout, tags)}


def _meta(order: StampSheetOrder, layout: SheetLayout, tags: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "app": TOOL,
        "version": "1",
        "image": order.path.name,
        "format": "RGBA8888",
        "size": {"w": layout.size[0], "h": layout.size[1]},
        "scale": "1",
        "frameTags": tags,
        "layers": [],
        "slices": [],
        "digitalSourceType": SOURCE_TYPES["generated"],
    }


def _tags(order: StampSheetOrder, sprites: list[Sprite]) -> list[dict[str, Any]]:
    classes = [int(stamp.latent.mix.argmax()) for stamp, _ in sprites]
    return [
        {
            "name": _class_name(order, sprites[classes.index(label)][0], label),
            "from": classes.index(label),
            "to": len(classes) - 1 - classes[::-1].index(label),
            "direction": "forward",
        }
        for label in sorted(set(classes))
    ]


def _class_name(order: StampSheetOrder, stamp: Stamp, label: int) -> str:
    known = stamp.latent.mix.size == len(order.class_names)
    return order.class_names[label] if known else f"class {label}"
