"""A painting with its layers for Krita, GIMP and others.

Format: OpenRaster 0.0.5, https://www.openraster.org/baseline/file-layout-spec.html.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import quoteattr

from gan.files import atomic_file
from studio.document.artwork import Artwork, BlendMode, Layer
from studio.document.export import ExportOrder, Progress, bands_of, export_size, pixels_of
from studio.document.painter import render

MIME = "image/openraster"
THUMBNAIL_PX = 256
COMPOSITE_OPS: dict[BlendMode, str] = {
    "normal": "svg:src-over",
    "multiply": "svg:multiply",
    "screen": "svg:screen",
    "darken": "svg:darken",
    "lighten": "svg:lighten",
    "overlay": "svg:overlay",
}


@dataclass(frozen=True, slots=True)
class _Part:
    """One picture of the archive."""

    name: str
    artwork: Artwork
    on_paper: bool


def export_ora(order: ExportOrder, progress: Progress | None = None) -> Path:
    """Write it, in any thread: whole or not at all. OSError says why not."""
    parts = _parts(order)
    height = export_size(order.artwork, order.scale)[1]
    with atomic_file(order.path) as file, zipfile.ZipFile(file, "w") as archive:
        archive.writestr(_entry("mimetype"), MIME)
        for number, part in enumerate(parts):
            report = _share(progress, number * height, len(parts) * height)
            _write_picture(archive, part, order.scale, report)
        archive.writestr(_entry("Thumbnails/thumbnail.png"), _thumbnail(order))
        archive.writestr(_entry("stack.xml"), _stack(order))
        if progress is not None:
            progress(len(parts) * height, len(parts) * height)
    return order.path


def _entry(name: str) -> zipfile.ZipInfo:
    """Stored, since pictures are packed already; no clock in the file."""
    return zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))


def _parts(order: ExportOrder) -> list[_Part]:
    """The paper, if there is one, the layers from the lowest, and all of them together."""
    artwork = order.artwork
    paper = _Part("data/paper.png", replace(artwork, layers=(Layer("Paper"),)), on_paper=True)
    layers = [
        _Part(f"data/layer{number}.png", _alone(artwork, layer), on_paper=False)
        for number, layer in enumerate(artwork.layers)
    ]
    merged = _Part("mergedimage.png", artwork, order.on_paper)
    return [paper, *layers, merged] if order.is_opaque else [*layers, merged]


def _alone(artwork: Artwork, layer: Layer) -> Artwork:
    """What the layer's picture holds: the file itself says how it is laid."""
    return replace(artwork, layers=(replace(layer, opacity=1.0, blend="normal", visible=True),))


def _write_picture(archive: zipfile.ZipFile, part: _Part, scale: int, progress: Progress | None) -> None:
    from gan.media.png_stream import write_png

    bands = bands_of(part.artwork, scale, on_paper=part.on_paper, progress=progress)
    with archive.open(_entry(part.name), "w") as file:
        write_png(file, export_size(part.artwork, scale), bands, kind="composite")


def _thumbnail(order: ExportOrder) -> bytes:
    from gan.media.png import encode_png

    side = max(order.artwork.width, order.artwork.height)
    image = render(order.artwork, min(1.0, (THUMBNAIL_PX - 0.5) / side), on_paper=order.on_paper)
    return encode_png(pixels_of(image, opaque=order.is_opaque), kind="composite")


def _stack(order: ExportOrder) -> str:
    """The topmost layer first."""
    width, height = export_size(order.artwork, order.scale)
    layers = [
        _layer_element(layer.name, f"data/layer{number}.png", layer)
        for number, layer in enumerate(order.artwork.layers)
    ]
    if order.is_opaque:
        layers.insert(0, _layer_element("Paper", "data/paper.png", Layer("Paper")))
    lines = "\n".join(f"    {element}" for element in reversed(layers))
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        f'<image version="0.0.5" w="{width}" h="{height}" xres="72" yres="72">\n'
        f'  <stack name="root">\n{lines}\n  </stack>\n</image>\n'
    )


def _layer_element(name: str, source: str, layer: Layer) -> str:
    shown = "".join(sign if sign.isprintable() else " " for sign in name)  # XML knows no control characters
    return (
        f'<layer name={quoteattr(shown)} src="{source}" x="0" y="0" opacity="{layer.opacity:.4f}" '
        f'visibility="{"visible" if layer.visible else "hidden"}" '
        f'composite-op="{COMPOSITE_OPS[layer.blend]}"/>'
    )


def _share(progress: Progress | None, before: int, total: int) -> Progress | None:
    """One picture's progress as a part of the whole's."""
    if progress is None:
        return None
    return lambda done, _: progress(before + done, total)
