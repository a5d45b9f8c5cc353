"""A painting as a drawing of outlines: each stamp traced once and laid wherever it was stamped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import quoteattr

import numpy as np
from numpy.typing import NDArray

from gan.files import atomic_write
from gan.media.provenance import xmp_packet
from studio.document.artwork import Artwork, Edges, Layer, Stamp, Stroke
from studio.document.export import ExportOrder, Progress
from studio.document.finish import Finish, finishes_of, inked_parts
from studio.document.painter import opacities_of
from studio.document.trace import outlines

Outlined = tuple[Stamp, Edges, bool]  # as its brush enlarges it, and whether it is inverted


def is_traceable(artwork: Artwork) -> bool:
    """Whether all of it is ink: pictures in colour have no outline that says it all."""
    return all(
        stamp.pixels.shape[2] == 1
        for layer in artwork.layers
        for stroke in layer.strokes
        for stamp in stroke.stamps
    )


def export_svg(order: ExportOrder, progress: Progress | None = None) -> Path:
    """Write it, in any thread: whole or not at all. OSError says why not."""
    atomic_write(order.path, "".join(_lines(order, progress)).encode())
    return order.path


def _lines(order: ExportOrder, progress: Progress | None) -> Iterator[str]:
    artwork = order.artwork
    layers = [layer for layer in artwork.layers if layer.visible]
    stamps = _stamps_of(layers)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{artwork.width}" height="{artwork.height}" viewBox="0 0 {artwork.width} {artwork.height}">\n'
        f"<metadata>{xmp_packet('composite')}</metadata>\n<defs>\n"
    )
    for done, ((stamp, edges, inverted), number) in enumerate(stamps.items()):
        if progress is not None:
            progress(done, len(stamps))
        parts = inked_parts(stamp, inverted=inverted)
        if edges == "pixels":
            yield f'<g id="s{number}" shape-rendering="crispEdges">{_squares(parts)}</g>\n'
        else:
            yield f'<path id="s{number}" fill-rule="evenodd" d="{_path(parts)}"/>\n'
    yield from _gradients_of(layers)
    yield "</defs>\n"
    if order.is_opaque:
        yield f'<rect {_everywhere(artwork)} fill="{artwork.paper}"/>\n'
    for number, layer in enumerate(layers):
        yield from _layer_lines(layer, number, stamps, _everywhere(artwork))
    yield "</svg>\n"
    if progress is not None:
        progress(len(stamps), len(stamps))


def _stamps_of(layers: Sequence[Layer]) -> dict[Outlined, int]:
    numbers: dict[Outlined, int] = {}
    for layer in layers:
        for stroke in layer.strokes:
            for stamp in stroke.stamps:
                numbers.setdefault((stamp, stroke.brush.edges, stroke.brush.inverted), len(numbers))
    return numbers


def _gradients_of(layers: Sequence[Layer]) -> Iterator[str]:
    """One for each pair of inks and each height, in the pixels of a stamp."""
    strokes = [stroke for layer in layers for stroke in layer.strokes if stroke.brush.gradient == "stamp"]
    found = {
        (stroke.brush.ink, stroke.brush.second_ink, _height(stamp))
        for stroke in strokes
        for stamp in stroke.stamps
    }
    for upper, lower, height in sorted(found):
        yield (
            f'<linearGradient id="{_gradient_name(upper, lower, height)}" gradientUnits="userSpaceOnUse" '
            f'x1="0" y1="0" x2="0" y2="{height}"><stop offset="0" stop-color="{upper}"/>'
            f'<stop offset="1" stop-color="{lower}"/></linearGradient>\n'
        )


def _height(stamp: Stamp) -> int:
    return int(stamp.pixels.shape[0])


def _gradient_name(upper: str, lower: str, height: int) -> str:
    return f"g{upper[1:]}-{lower[1:]}-{height}"


def _fill(finish: Finish, stamp: Stamp) -> str:
    upper, lower = finish.ends
    return upper if upper == lower else f"url(#{_gradient_name(upper, lower, _height(stamp))})"


def _squares(parts: NDArray[np.uint8]) -> str:
    """Each pixel a square as strong as it is light; squares of one strength are one path."""
    grey = parts[..., 0]
    paths = []
    for value in np.unique(grey[grey > 0]).tolist():
        corners = np.argwhere(grey == value).tolist()
        d = "".join(f"M{x} {y}h1v1h-1z" for y, x in corners)
        paths.append(f'<path fill-opacity="{value / 255:.4f}" d="{d}"/>')
    return "".join(paths)


def _path(parts: NDArray[np.uint8]) -> str:
    return "".join(
        "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in loop.tolist()) + "Z" for loop in outlines(parts)
    )


def _everywhere(artwork: Artwork) -> str:
    """The sheet in numbers: not every program knows percents."""
    return f'x="0" y="0" width="{artwork.width}" height="{artwork.height}"'


def _layer_lines(layer: Layer, number: int, stamps: dict[Outlined, int], everywhere: str) -> Iterator[str]:
    """What an eraser went over is a group behind a mask, with the strokes before it inside."""
    name = "".join(sign if sign.isprintable() else " " for sign in layer.name)
    style = "" if layer.blend == "normal" else f' style="mix-blend-mode:{layer.blend}"'
    runs = [(kind, list(strokes)) for kind, strokes in groupby(layer.strokes, lambda stroke: stroke.kind)]
    masks = [strokes for kind, strokes in runs if kind == "erase"]
    names = [f"m{number}-{place}" for place in range(len(masks))]
    for mask_name, strokes in zip(names, masks, strict=True):
        yield from _mask_lines(mask_name, strokes, everywhere)
    yield f'<g data-name={quoteattr(name)} opacity="{layer.opacity:g}"{style}>\n'
    for mask_name in reversed(names):  # the last eraser reaches all that was painted before it
        yield f'<g mask="url(#{mask_name})">\n'
    for kind, strokes in runs:
        if kind == "erase":
            yield "</g>\n"
        else:
            for stroke in strokes:
                yield from _stroke_lines(stroke, stamps)
    yield "</g>\n"


def _mask_lines(name: str, strokes: Sequence[Stroke], everywhere: str) -> Iterator[str]:
    yield f'<mask id="{name}" maskUnits="userSpaceOnUse" {everywhere}><rect {everywhere} fill="#fff"/>\n'
    for stroke in strokes:
        places = stroke.dabs[:, :2].tolist()
        points = " ".join(f"{x:.2f} {y:.2f}" for x, y in [*places, places[-1]])
        yield (
            f'<polyline points="{points}" fill="none" stroke="#000" stroke-width="{stroke.dabs[0, 2]:.2f}" '
            'stroke-linecap="round" stroke-linejoin="round"/>\n'
        )
    yield "</mask>\n"


def _stroke_lines(stroke: Stroke, stamps: dict[Outlined, int]) -> Iterator[str]:
    brush = stroke.brush
    yield f'<g fill="{brush.ink}">\n'
    finishes, opacities = finishes_of(stroke), opacities_of(stroke)
    for dab, finish, opacity in zip(stroke.dabs.tolist(), finishes, opacities, strict=True):
        x, y, size, angle, index = dab
        stamp = stroke.stamps[int(index)]
        name = f"#s{stamps[stamp, brush.edges, brush.inverted]}"
        fill = "" if brush.gradient == "none" else f'fill="{_fill(finish, stamp)}" '
        height, width = stamp.pixels.shape[:2]
        scale = size / max(height, width)
        mirror = "-" if stroke.mirrored else ""
        turn = f" rotate({angle:.2f})" if angle else ""
        yield (
            f'<use href="{name}" xlink:href="{name}" {fill}opacity="{opacity:.4g}" '
            f'transform="translate({x:.2f} {y:.2f}){turn} scale({mirror}{scale:.5f} {scale:.5f}) '
            f'translate({-width / 2:g} {-height / 2:g})"/>\n'
        )
    yield "</g>\n"
