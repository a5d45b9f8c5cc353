"""A zip of a few known members, read without trust: counted, capped, hashed, never extracted."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from gan.errors import GanError, UserError
from gan.files import dump_json, parse_json_strictly, sha256_of

MANIFEST = "manifest.json"
LARGEST_MANIFEST = 64 * 2**10
MOST_MEMBERS = 16
LARGEST_RATIO = 200  # unpacked to packed; ink and JSON reach about 60
UNCOUNTED_RATIO_BYTES = 1 << 20  # so little may shrink as it likes
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # no clock in the file: the same artwork gives the same bytes
_END_OF_DIRECTORY = struct.Struct("<4s4H2LH")
_READING_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    KeyError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)


def pack(members: Mapping[str, bytes], *, kind: str, format_version: int) -> bytes:
    """The members as one zip whose manifest names the hash of each."""
    manifest = {
        "format": kind,
        "format_version": format_version,
        "members": {
            name: {"bytes": len(content), "sha256": sha256_of(content)} for name, content in members.items()
        },
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in {MANIFEST: dump_json(manifest), **members}.items():
            _add(archive, name, content)
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Packed where that helps, but never so tightly that a reader would take it for a bomb."""
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.external_attr = 0o600 << 16
    squeezed = len(zlib.compress(content, 6))
    if squeezed * LARGEST_RATIO // 2 > len(content) > squeezed * 1.1:
        entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """``lost``: those of the spare members that are not what was saved; they are left out."""

    members: Mapping[str, bytes]
    format_version: int
    lost: frozenset[str] = frozenset()


def unpack(
    file: BinaryIO,
    caps: Mapping[str, int],
    *,
    kind: str,
    format_version: int,
    spare: Collection[str] = (),
) -> Unpacked:
    """The members, each checked against the manifest. ``caps``: the names there may be, and their most bytes.

    ``spare`` members may be damaged. A newer version may have members of other names, which are left out.
    UserError "document-foreign" or "document-damaged".
    """
    try:
        _check_directory(file)
        with zipfile.ZipFile(file) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            if len(entries) != len(archive.infolist()):
                raise damaged("a part occurs twice")
            version, manifest = _read_manifest(archive, entries, kind)
            is_known = set(manifest) <= set(caps) or version > format_version
            if set(entries) != {MANIFEST, *manifest} or not is_known:
                raise damaged("its parts are not the ones it names")
            members, lost = {}, set()
            for name in manifest.keys() & caps.keys():
                try:
                    members[name] = _read_checked(archive, entries[name], caps[name], manifest[name])
                except (GanError, *_READING_ERRORS):
                    if name not in spare:
                        raise
                    lost.add(name)
            return Unpacked(members, version, frozenset(lost))
    except GanError:
        raise
    except _READING_ERRORS as error:
        raise damaged("its parts cannot be read") from error


def damaged(reason: str) -> UserError:
    return UserError("document-damaged", "The file is damaged: {reason}.", reason=reason)


def _foreign() -> UserError:
    return UserError("document-foreign", "This file is not an artwork of Latent Studio.")


def _check_directory(file: BinaryIO) -> None:
    """Look at the zip's last record first: a directory of a million names is refused unread."""
    if file.read(4) != b"PK\x03\x04":
        raise _foreign()
    end = file.seek(0, io.SEEK_END)
    file.seek(max(0, end - 2**16 - _END_OF_DIRECTORY.size))
    tail = file.read()
    start = tail.rfind(b"PK\x05\x06")
    if start < 0 or len(tail) - start < _END_OF_DIRECTORY.size:
        raise damaged("its end is missing")
    members, directory_bytes = _END_OF_DIRECTORY.unpack_from(tail, start)[4:6]
    if members > MOST_MEMBERS or directory_bytes > LARGEST_MANIFEST:
        raise damaged("it has too many parts")


def _read_manifest(
    archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], kind: str
) -> tuple[int, dict[str, tuple[int, str]]]:
    """The version of its format, and of each member the bytes and the hash."""
    if MANIFEST not in entries:
        raise _foreign()
    manifest = parse_json_strictly(_read(archive, entries[MANIFEST], LARGEST_MANIFEST))
    if not isinstance(manifest, dict) or manifest.get("format") != kind:
        raise _foreign()
    version = manifest.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise damaged("it does not say how it was written")
    members = manifest.get("members")
    if not isinstance(members, dict):
        raise damaged("it does not name its parts")
    return version, {name: _described(entry) for name, entry in members.items()}


def _described(entry: object) -> tuple[int, str]:
    if (
        not isinstance(entry, dict)
        or not isinstance(entry.get("bytes"), int)
        or not isinstance(entry.get("sha256"), str)
    ):
        raise damaged("it describes a part wrongly")
    return entry["bytes"], entry["sha256"]


def _read_checked(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, cap: int, expected: tuple[int, str]
) -> bytes:
    content = _read(archive, entry, cap)
    if (len(content), sha256_of(content)) != expected:
        raise damaged(f"{entry.filename} is not what was saved")
    return content


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, cap: int) -> bytes:
    """One member, counted while it unpacks, whatever sizes the zip claims."""
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or entry.flag_bits & 1:
        raise damaged("a part is packed in an unknown way")
    most = min(cap, max(UNCOUNTED_RATIO_BYTES, LARGEST_RATIO * entry.compress_size))
    if entry.file_size > most:
        raise damaged("a part is too large")
    with archive.open(entry) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise damaged("a part is too large")
    return content
