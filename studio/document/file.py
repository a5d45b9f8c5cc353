"""`.latent` documents: the artwork, the generator it was painted with, a thumbnail, in one checked file."""

from __future__ import annotations

import io
import logging
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from PySide6.QtCore import QBuffer, QIODevice

from gan.errors import FileError, GanError, UserError
from gan.files import atomic_write, dump_json, parse_json_strictly, sweep_temporaries
from gan.latents import Latent
from studio.document.archive import Unpacked, pack, unpack
from studio.document.artwork import Artwork, Brush, Stamp, Stroke
from studio.document.artwork_json import FORMAT_VERSION, artwork_from_parts, artwork_to_parts
from studio.document.backups import keep_backup
from studio.document.painter import render

log = logging.getLogger(__name__)

SUFFIX = ".latent"
PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif")
KIND = "latent-studio-artwork"
THUMBNAIL_SIDE_PX = 256
LARGEST_FILE = 2**30
ARTWORK, STAMPS, LATENTS = "artwork.json", "stamps.bin", "latents.bin"
GENERATOR, THUMBNAIL = "generator.safetensors", "thumbnail.png"
CAPS = {
    ARTWORK: 128 * 2**20,
    STAMPS: 256 * 2**20,
    LATENTS: 256 * 2**20,
    GENERATOR: 512 * 2**20,
    THUMBNAIL: 4 * 2**20,
}


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds. ``generator``: the bytes of the file that made its stamps, if any were made."""

    artwork: Artwork
    generator: bytes | None = None
    is_newer: bool = False  # made by a newer version: what this one does not know is left out
    generator_is_lost: bool = False  # the file holds one that is damaged


def save_document(path: Path, document: Document) -> None:
    """Write it, and keep the version before as a backup. OSError if the file cannot be written."""
    content = encode_document(document)
    _keep_backup(path, content)
    atomic_write(path, content)
    sweep_temporaries(path.parent)  # what a save that was killed has left there


def _keep_backup(path: Path, content: bytes) -> None:
    """Unless nothing changed, since saving once more would push older versions out."""
    try:
        if path.is_file() and path.read_bytes() != content:
            keep_backup(path)
    except OSError as error:  # the document itself is worth more than its backup
        log.warning("no backup of %s could be kept: %s", path.name, error)


def write_document(path: Path, document: Document) -> None:
    """Write it, all or nothing. OSError if the file cannot be written."""
    atomic_write(path, encode_document(document))


def encode_document(document: Document) -> bytes:
    """What the file holds. FileError if that is too much for one."""
    artwork_json, pixels, latents = artwork_to_parts(document.artwork)
    members = {ARTWORK: dump_json(artwork_json), STAMPS: pixels, LATENTS: latents}
    if document.generator is not None:
        members[GENERATOR] = document.generator
    members[THUMBNAIL] = _thumbnail(document.artwork)
    for name, content in members.items():
        if len(content) > CAPS[name]:
            raise FileError("document-too-large", "This artwork has grown too large for one file.")
    return pack(members, kind=KIND, format_version=FORMAT_VERSION)


def is_write_protected(path: Path) -> bool:
    """Replacing a file asks only its folder; what a person locked is meant to stay."""
    try:
        return not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK)
    except OSError:
        return False


def is_for_paint(path: Path) -> bool:
    """Whether it is a document, or a picture, which may carry one or be drawn in stamps."""
    return path.suffix.lower() in (SUFFIX, *PICTURE_SUFFIXES) or is_picture(path)


def is_picture(path: Path) -> bool:
    """Whether it is a PNG, which may carry a document; its first bytes say so, whatever it is called."""
    try:
        with path.open("rb") as file:
            return file.read(8) == b"\x89PNG\r\n\x1a\n"
    except OSError:
        return False


def read_document(path: Path) -> Document:
    """Open a document, or the one that a PNG carries. FileError says which file it is and what is wrong with it."""
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode) or info.st_size > LARGEST_FILE:
            raise FileError("document-foreign", "This file is not an artwork of Latent Studio.")
        if is_picture(path):
            return _carried_by(path)
        with path.open("rb") as file:
            return _decode(file)
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


def _carried_by(path: Path) -> Document:
    from gan.media.png_stream import read_content  # Pillow waits for the first picture

    content = read_content(path)
    if content is None:
        raise UserError("picture-carries-nothing", "This picture carries no painting.")
    return decode_document(content)


def decode_document(content: bytes) -> Document:
    """The inverse of :func:`encode_document`. UserError if it is not one."""
    return _decode(io.BytesIO(content))


def _decode(file: BinaryIO) -> Document:
    unpacked = unpack(file, CAPS, kind=KIND, format_version=FORMAT_VERSION, spare=(GENERATOR, THUMBNAIL))
    if unpacked.format_version <= FORMAT_VERSION:
        return _document_from(unpacked, parse_json_strictly(unpacked.members.get(ARTWORK, b"")))
    try:
        return _newer_document_from(unpacked)
    except (GanError, ValueError, KeyError, TypeError) as error:
        raise UserError(
            "document-newer",
            "This artwork was made with a newer version of Latent Studio; update to open it.",
        ) from error


def _document_from(unpacked: Unpacked, artwork_json: object) -> Document:
    members = unpacked.members
    artwork = artwork_from_parts(artwork_json, members.get(STAMPS, b""), members.get(LATENTS, b""))
    return Document(
        artwork,
        members.get(GENERATOR),
        is_newer=unpacked.format_version > FORMAT_VERSION,
        generator_is_lost=GENERATOR in unpacked.lost,
    )


def _newer_document_from(unpacked: Unpacked) -> Document:
    """As far as it says what this version says, too: what has another name is left out."""
    content = parse_json_strictly(unpacked.members[ARTWORK])
    stamp = Stamp(Latent([0.0], [1.0]), [[[0]]])  # type: ignore[arg-type]  # arrays of one number each
    stroke = Stroke(kind="ink", brush=Brush(), stamps=(stamp,), dabs=[[0, 0, 1, 0, 0]], path=[[0, 0]])  # type: ignore[arg-type]
    known = artwork_to_parts(Artwork().with_stroke(stroke))[0]
    same = _only_known(content, known) | {"format_version": known["format_version"]}
    return _document_from(unpacked, same)


def _only_known(value: Any, known: Any) -> Any:
    """Of each object the entries that the example has, too."""
    if isinstance(value, dict) and isinstance(known, dict):
        return {name: _only_known(value[name], known[name]) for name in known if name in value}
    if isinstance(value, list) and isinstance(known, list) and known:
        return [_only_known(item, known[0]) for item in value]
    return value


def _thumbnail(artwork: Artwork) -> bytes:
    scale = THUMBNAIL_SIDE_PX / max(artwork.width, artwork.height)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    render(artwork, min(1.0, scale), on_paper=True).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
