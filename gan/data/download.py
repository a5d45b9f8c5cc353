"""Fetching a known data set, when a person asks for it: https only, every file checked before it exists."""

from __future__ import annotations

import hashlib
import http.client
import ssl
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO

from gan.data.catalogue import entry_named
from gan.data.catalogue_entry import IdxEntry, PublishedFile
from gan.errors import FileError, UserError
from gan.files import atomic_write, sha256_of, sweep_temporaries

_TIMEOUT_S = 15.0
_CHUNK_BYTES = 64 * 1024


class _Cancelled(Exception):
    """The person changed their mind; the temporary file goes with it."""


class _NoWayBackToHttp(urllib.request.HTTPRedirectHandler):
    """A redirect may not leave https."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        _require_https(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _require_https(address: str) -> None:
    if not address.lower().startswith("https://"):
        raise UserError("download-unsafe", "{address} is not an https address.", address=address)


def download(
    name: str, data_root: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> bool:
    """Fetch what is missing of a catalogue set into ``data_root``; False when cancelled.

    ``progress(done, total)`` counts bytes on the line. ``cancelled`` is asked between two chunks; a line
    that is silent for 15 s is an error. A file has its final name only once it is whole and checked.
    """
    entry = entry_named(name)
    if not isinstance(entry, IdxEntry) or entry.address is None:
        raise UserError(
            "download-unavailable",
            "{title} cannot be downloaded safely from here: bring its files along and say where they lie.",
            title=entry.title,
        )
    return fetch(entry, data_root, progress, cancelled)


def fetch(
    entry: IdxEntry,
    data_root: Path,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    trust: ssl.SSLContext | None = None,
) -> bool:
    """As :func:`download`, for any entry; ``trust`` says which certificates count, else the system does."""
    folder = data_root / entry.folder / "raw"
    folder.mkdir(parents=True, exist_ok=True)
    sweep_temporaries(folder)
    line = _Line(entry, progress, cancelled, trust)
    try:
        for file in entry.files:
            target = folder / file.name
            if target.is_file() and sha256_of(target) == file.sha256:
                line.skip(file)
            else:
                atomic_write(target, partial(line.receive, file))
    except _Cancelled:
        return False
    return True


class _Line:
    """One download: counts its bytes over all files and listens for cancel."""

    def __init__(
        self,
        entry: IdxEntry,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
        trust: ssl.SSLContext | None,
    ) -> None:
        self._entry = entry
        self._progress = progress
        self._cancelled = cancelled
        self._opener = urllib.request.build_opener(
            _NoWayBackToHttp(), urllib.request.HTTPSHandler(context=trust)
        )
        self._done = 0

    def skip(self, file: PublishedFile) -> None:
        """A file that is there already."""
        self._count(file.packed_size)

    def receive(self, file: PublishedFile, out: BinaryIO) -> None:
        """Unpack one file from the line into ``out``; raises unless it is exactly the published one."""
        assert file.size is not None and file.sha256 is not None  # else nothing could be checked
        digest = hashlib.sha256()
        unpacker = zlib.decompressobj(wbits=31)  # gzip
        size = 0
        try:
            for packed in self._chunks(file):
                # One byte more than there should be: enough to know, too little to fill a disk.
                content = unpacker.decompress(packed, file.size - size + 1)
                size += len(content)
                if size > file.size:
                    break
                digest.update(content)
                out.write(content)
                if unpacker.eof:
                    break
        except zlib.error:
            size = -1
        if size != file.size or not unpacker.eof or digest.hexdigest() != file.sha256:
            raise FileError(
                "download-damaged",
                "What {host} sent as {file} is not the published file; nothing of it was kept.",
                host=self._entry.host,
                file=file.name,
            )

    def _chunks(self, file: PublishedFile) -> Iterator[bytes]:
        address = f"{self._entry.address}{file.name}.gz"
        _require_https(address)
        self._stop_if_cancelled()
        try:
            with self._opener.open(address, timeout=_TIMEOUT_S) as response:
                while chunk := response.read1(_CHUNK_BYTES):
                    self._stop_if_cancelled()
                    self._count(len(chunk))
                    yield chunk
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            raise FileError(
                "download-failed",
                "{host} could not be reached ({reason}). Check the network and try again.",
                host=self._entry.host,
                reason=str(reason) or type(reason).__name__,
            ) from error

    def _count(self, more: int) -> None:
        self._done += more
        self._progress(min(self._done, self._entry.download_size), self._entry.download_size)

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise _Cancelled
