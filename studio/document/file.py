"""`.latent` documents: the artwork, the generator it was painted with, a thumbnail, in one checked file."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice

from gan.errors import FileError, GanError
from gan.files import atomic_write, dump_json, parse_json_strictly
from studio.document.archive import pack, unpack
from studio.document.artwork import Artwork
from studio.document.artwork_json import artwork_from_parts, artwork_to_parts
from studio.document.painter import render

SUFFIX = ".latent"
KIND = "latent-studio-artwork"
FORMAT_VERSION = 1
THUMBNAIL_SIDE_PX = 256
LARGEST_FILE = 2**30
GENERATOR = "generator.safetensors"
CAPS = {
    "artwork.json": 128 * 2**20,
    "stamps.bin": 256 * 2**20,
    "latents.bin": 256 * 2**20,
    GENERATOR: 512 * 2**20,
    "thumbnail.png": 4 * 2**20,
}


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds. ``generator``: the bytes of the file that made its stamps, if any were made."""

    artwork: Artwork
    generator: bytes | None = None


def write_document(path: Path, document: Document) -> None:
    """Save, all or nothing. OSError if the file cannot be written."""
    artwork_json, pixels, latents = artwork_to_parts(document.artwork)
    members = {"artwork.json": dump_json(artwork_json), "stamps.bin": pixels, "latents.bin": latents}
    if document.generator is not None:
        members[GENERATOR] = document.generator
    members["thumbnail.png"] = _thumbnail(document.artwork)
    for name, content in members.items():
        if len(content) > CAPS[name]:
            raise FileError("document-too-large", "This artwork has grown too large for one file.")
    atomic_write(path, pack(members, kind=KIND, format_version=FORMAT_VERSION))


def read_document(path: Path) -> Document:
    """Open a document. FileError whose sentence names the file and what is wrong with it."""
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode) or info.st_size > LARGEST_FILE:
            raise FileError("document-foreign", "This file is not an artwork of Latent Studio.")
        with path.open("rb") as file:
            members = unpack(file, CAPS, kind=KIND, format_version=FORMAT_VERSION)
        return _document_from(members)
    except GanError as error:
        failure = error.failure
        raise FileError(
            failure.code, "{name} was not opened. {reason}", name=path.name, reason=failure.sentence
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        reason = getattr(error, "strerror", None) or str(error)
        raise FileError(
            "document-unreadable", "{name} could not be read: {reason}.", name=path.name, reason=reason
        ) from error


def _document_from(members: dict[str, bytes]) -> Document:
    parts = [members.get(name, b"") for name in ("artwork.json", "stamps.bin", "latents.bin")]
    artwork = artwork_from_parts(parse_json_strictly(parts[0]), parts[1], parts[2])
    return Document(artwork, members.get(GENERATOR))


def _thumbnail(artwork: Artwork) -> bytes:
    scale = THUMBNAIL_SIDE_PX / max(artwork.width, artwork.height)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    render(artwork, min(1.0, scale), on_paper=True).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
