"""Marks of origin: every picture that leaves says, readably for machines, that a model took part in it.

The mark is IPTC's DigitalSourceType in an XMP packet (IPTC Photo Metadata Standard 2023.1). Finding no mark
does not mean that a picture is real.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape, unescape

from PIL import Image
from PIL.PngImagePlugin import PngImageFile

from gan import __version__
from gan.errors import FileError, UserError

Kind = Literal["generated", "composite"]

TOOL = f"Latent Studio {__version__}"
_NEWSCODES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
SOURCE_TYPES: dict[Kind, str] = {
    "generated": _NEWSCODES + "trainedAlgorithmicMedia",
    "composite": _NEWSCODES + "compositeWithTrainedAlgorithmicMedia",
}
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "TIFF")
_PACKET_LIMIT = 1024 * 1024
_VALUE_LIMIT = 300

_GIF_EXTENSION = b"\x21\xff\x0bXMP DataXMP"

_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
    "<xmp:CreatorTool>{tool}</xmp:CreatorTool>"
    "<Iptc4xmpExt:DigitalSourceType>{source}</Iptc4xmpExt:DigitalSourceType>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="w"?>'
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a picture says about its origin; empty texts where it says nothing."""

    source_type: str = ""
    creator_tool: str = ""

    @property
    def says_generated(self) -> bool:
        """A model made it, wholly or in part."""
        return self.source_type in SOURCE_TYPES.values()


def xmp_packet(kind: Kind, tool: str = TOOL) -> str:
    """ "generated": a generator's output; "composite": a canvas with a person's strokes or pictures."""
    return _PACKET.format(tool=escape(tool), source=SOURCE_TYPES[kind])


def gif_with_packet(gif: bytes, packet: str) -> bytes:
    """The same GIF with the packet as an application extension, which Pillow does not write.

    Source: XMP Specification part 3 (2020), section 1.1.2: the packet lies there whole, and a trailer of falling
    numbers leads readers that take it for blocks back to its end.
    """
    flags = gif[10]
    start = 13 + (3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0)  # behind the header and the colour table
    trailer = b"\x01" + bytes(range(255, -1, -1)) + b"\x00"
    return gif[:start] + _GIF_EXTENSION + packet.encode("utf-8") + trailer + gif[start:]


def read_marks(path: Path) -> Marks:
    """Every mark found in a picture. No pixel is decoded, and the packet is searched, not interpreted as XML:
    a stranger's XML can be made to swell without end."""
    try:
        packet = _plain_packet(path) if _holds_it_plainly(path) else _packet_of_picture(path)
    except Exception as error:  # a decoder may raise anything on a file made to break it
        if isinstance(error, OSError) and error.errno is not None:
            raise FileError("picture-unreadable", "{name} cannot be read.", name=path.name) from error
        raise UserError(
            "picture-unknown", "{name} is not a picture that can be read.", name=path.name
        ) from None
    text = packet[:_PACKET_LIMIT]
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    return Marks(_property(text, "DigitalSourceType"), _property(text, "CreatorTool"))


def _packet_of_picture(path: Path) -> str | bytes:
    with _open_without_decoding(path) as image:
        if image.format == "GIF":
            return _gif_packet(path)
        return image.info.get("XML:com.adobe.xmp") or image.info.get("xmp") or ""


def _holds_it_plainly(path: Path) -> bool:
    """Whether it is a PDF, an SVG, an OpenRaster or a film, in which the packet lies unpacked."""
    with path.open("rb") as file:
        start = file.read(256).lstrip()
    is_drawing = start.startswith((b"<svg", b"<?xml")) or start[4:8] == b"ftyp"
    return (
        is_drawing or start.startswith(b"%PDF-") or (start.startswith(b"PK") and b"image/openraster" in start)
    )


def _plain_packet(path: Path) -> bytes:
    """Programs write it near the beginning or the end."""
    with path.open("rb") as file:
        start = file.read(_PACKET_LIMIT)
        file.seek(max(0, path.stat().st_size - _PACKET_LIMIT))
        end = file.read(_PACKET_LIMIT)
    for part in (start, end):
        if (place := part.find(b"<?xpacket begin=")) >= 0:
            return part[place:]
    return b""


def _open_without_decoding(path: Path) -> Image.Image:
    with path.open("rb") as file:
        if file.read(8) == b"\x89PNG\r\n\x1a\n":
            return PngImageFile(
                path
            )  # directly: Image.open refuses pictures as large as our own exports can be
    return Image.open(path, formats=_FORMATS)


def _gif_packet(path: Path) -> bytes:
    """What stands in its application extension, or nothing; Pillow does not read it."""
    with path.open("rb") as file:
        _, _, rest = file.read(_PACKET_LIMIT).partition(_GIF_EXTENSION)
    return rest


def _property(packet: str, name: str) -> str:
    """An XMP property in either form: as an element or as an attribute. Bounded, so that any packet is fast."""
    found = re.search(rf':{name}>([^<]{{0,{_VALUE_LIMIT}}})<|:{name}="([^"]{{0,{_VALUE_LIMIT}}})"', packet)
    return unescape(found[1] or found[2] or "").strip() if found else ""
