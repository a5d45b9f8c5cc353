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


def read_marks(path: Path) -> Marks:
    """Every mark found in a picture. No pixel is decoded, and the packet is searched, not interpreted as XML:
    a stranger's XML can be made to swell without end."""
    try:
        with _open_without_decoding(path) as image:
            packet = image.info.get("XML:com.adobe.xmp") or image.info.get("xmp") or ""
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


def _open_without_decoding(path: Path) -> Image.Image:
    with path.open("rb") as file:
        if file.read(8) == b"\x89PNG\r\n\x1a\n":
            return PngImageFile(
                path
            )  # directly: Image.open refuses pictures as large as our own exports can be
    return Image.open(path, formats=_FORMATS)


def _property(packet: str, name: str) -> str:
    """An XMP property in either form: as an element or as an attribute. Bounded, so that any packet is fast."""
    found = re.search(rf':{name}>([^<]{{0,{_VALUE_LIMIT}}})<|:{name}="([^"]{{0,{_VALUE_LIMIT}}})"', packet)
    return unescape(found[1] or found[2] or "").strip() if found else ""
