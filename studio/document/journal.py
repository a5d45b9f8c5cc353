"""Unsaved work in a file that only grows: each stroke is written once, and each state says which of them it shows.

The file is one line that names the format, and then records of a head (kind, length, CRC-32) and content: a stroke,
a generator, a state, or the word that nothing is unsaved any more. It is read up to the first record that a crash
tore; the last state before that is the work.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from gan.errors import FileError, GanError
from gan.files import atomic_write, parse_json_strictly
from studio.document.artwork import Artwork, Layer, Stroke
from studio.document.artwork_json import artwork_from_parts, artwork_to_parts

HEADER = b"latent-studio-unsaved-work 1\n"
STROKE, GENERATOR, STATE, SETTLED = b"S", b"G", b"W", b"."
LARGEST_FILE = 2**30
SPARE_BYTES = 16 * 2**20  # of records that no state shows any more, before the file is written anew
SPARE_STROKES = 512  # that undo may bring back, whose records are remembered
_HEAD = struct.Struct("<cII")
_PARTS = struct.Struct("<II")


@dataclass(frozen=True, slots=True)
class Work:
    """What a person has before them: ``name`` and ``path`` (None: never saved) of the document it belongs to."""

    artwork: Artwork
    generator: bytes | None = None
    name: str = ""
    path: Path | None = None


@dataclass(slots=True)
class _Written:
    """What the file holds by now. Records are numbered in the order they lie there."""

    size: int = 0
    lengths: list[int] = field(default_factory=list)
    strokes: dict[int, tuple[Stroke, int]] = field(default_factory=dict)  # by identity: values are frozen
    generator: tuple[bytes, int] | None = None


class Journal:
    """Keeps the work of one sitting in one file. Saving it again costs what changed since."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._written = _Written()

    def save(self, work: Work) -> None:
        """Write the work down. OSError if it cannot be; what was written before is still there."""
        live = [stroke for layer in work.artwork.layers for stroke in layer.strokes]
        if not self._is_there() or self._is_mostly_spare(live):
            written = _Written()
            atomic_write(self.path, lambda file: self._fill(file, work, live, written))
        else:
            written = replace(
                self._written, lengths=list(self._written.lengths), strokes=dict(self._written.strokes)
            )
            content = b"".join(_records(work, live, written))
            self._append(content)
            written.size += len(content)
        _forget_spare(written, live)
        self._written = written

    def settle(self) -> None:
        """The work is saved elsewhere, or given up; the next save still knows what is written. OSError."""
        if self._is_there():
            content = _record(SETTLED, b"", self._written)
            self._append(content)
            self._written.size += len(content)

    def drop(self) -> None:
        """As :meth:`settle`, for good. OSError."""
        self._written = _Written()
        self.path.unlink(missing_ok=True)

    def _fill(self, file: BinaryIO, work: Work, live: Sequence[Stroke], written: _Written) -> None:
        written.size = file.write(HEADER)
        for content in _records(work, live, written):
            written.size += file.write(content)

    def _is_there(self) -> bool:
        """Somebody may have removed it, or cut it."""
        try:
            return 0 < self._written.size <= self.path.stat().st_size
        except FileNotFoundError:
            return False

    def _is_mostly_spare(self, live: Sequence[Stroke]) -> bool:
        written = self._written
        numbers = [written.strokes[id(stroke)][1] for stroke in live if id(stroke) in written.strokes]
        if written.generator is not None:
            numbers.append(written.generator[1])
        shown = sum(written.lengths[number] for number in numbers)
        return written.size > 2 * shown + SPARE_BYTES

    def _append(self, content: bytes) -> None:
        try:
            with self.path.open("ab") as file:
                if file.tell() != self._written.size:
                    file.truncate(self._written.size)  # what a failure left behind
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            with contextlib.suppress(OSError), self.path.open("r+b") as file:
                file.truncate(self._written.size)
            raise


def _records(work: Work, live: Sequence[Stroke], written: _Written) -> Iterator[bytes]:
    """What the file lacks of the work, and its state; ``written`` then knows of them."""
    for stroke in live:
        if id(stroke) not in written.strokes:
            written.strokes[id(stroke)] = (stroke, len(written.lengths))
            yield _record(STROKE, _stroke_to_bytes(stroke), written)
    if work.generator is not None and (written.generator is None or written.generator[0] != work.generator):
        written.generator = (work.generator, len(written.lengths))
        yield _record(GENERATOR, work.generator, written)
    yield _record(STATE, _state_to_bytes(work, written), written)


def _record(kind: bytes, content: bytes, written: _Written) -> bytes:
    written.lengths.append(_HEAD.size + len(content))
    return _HEAD.pack(kind, len(content), zlib.crc32(content)) + content


def _forget_spare(written: _Written, live: Sequence[Stroke]) -> None:
    if len(written.strokes) > len(live) + SPARE_STROKES:
        shown = {id(stroke) for stroke in live}
        written.strokes = {key: value for key, value in written.strokes.items() if key in shown}


def _stroke_to_bytes(stroke: Stroke) -> bytes:
    """As in a document of this one stroke, so that there is one way to write a stroke and one to read it."""
    parts, pixels, latents = artwork_to_parts(Artwork(layers=(Layer("", (stroke,)),)))
    text = json.dumps(parts).encode()
    return _PARTS.pack(len(text), len(pixels)) + text + pixels + latents


def _stroke_from_bytes(content: bytes) -> Stroke:
    text_bytes, pixel_bytes = _PARTS.unpack_from(content)
    text, rest = content[_PARTS.size :][:text_bytes], content[_PARTS.size + text_bytes :]
    artwork = artwork_from_parts(parse_json_strictly(text), rest[:pixel_bytes], rest[pixel_bytes:])
    return artwork.layers[0].strokes[0]


def _state_to_bytes(work: Work, written: _Written) -> bytes:
    bare = replace(work.artwork, layers=tuple(replace(layer, strokes=()) for layer in work.artwork.layers))
    uses_generator = work.generator is not None and written.generator is not None
    state = {
        "name": work.name,
        "path": None if work.path is None else str(work.path),
        "generator": written.generator[1] if uses_generator and written.generator else None,
        "strokes": [
            [written.strokes[id(stroke)][1] for stroke in layer.strokes] for layer in work.artwork.layers
        ],
        "artwork": artwork_to_parts(bare)[0],
    }
    return json.dumps(state).encode()


def name_in_journal(path: Path) -> str | None:
    """What the unsaved work in it is called; None: all of it is settled. FileError, OSError: it cannot be read."""
    with path.open("rb") as file:
        records = _scan(file)
        if records and records[-1][0] == SETTLED:
            return None
        return str(_last_state(file, records)[1]["name"])


def open_journal(path: Path) -> tuple[Journal, Work]:
    """The work that was left in a file, and the journal that goes on in it. FileError, OSError."""
    journal = Journal(path)
    try:
        with path.open("rb") as file:
            records = _scan(file)
            end, state = _last_state(file, records)
            work = _work_from(file, records, state, journal._written)
        journal._written.size = end
        journal._written.lengths = [_HEAD.size + length for _, _, length in records]
    except (GanError, ValueError, KeyError, TypeError, IndexError, struct.error) as error:
        raise FileError(
            "recovery-damaged", "The unsaved work in {name} cannot be read.", name=path.name
        ) from error
    return journal, work


_Place = tuple[bytes, int, int]  # kind, where its content begins, length


def _scan(file: BinaryIO) -> list[_Place]:
    """All records that are whole by their lengths."""
    info = os.fstat(file.fileno())
    if not stat.S_ISREG(info.st_mode) or info.st_size > LARGEST_FILE or file.read(len(HEADER)) != HEADER:
        raise FileError("recovery-foreign", "This is not unsaved work of Latent Studio.")
    records: list[_Place] = []
    place = len(HEADER)
    while len(head := file.read(_HEAD.size)) == _HEAD.size:
        kind, length, _ = _HEAD.unpack(head)
        place += _HEAD.size
        if kind not in (STROKE, GENERATOR, STATE, SETTLED) or place + length > info.st_size:
            break
        records.append((kind, place, length))
        place = file.seek(place + length)
    return records


def _content(file: BinaryIO, record: _Place) -> bytes | None:
    """None where the content is not what was written."""
    kind, place, length = record
    file.seek(place - _HEAD.size)
    head, content = file.read(_HEAD.size), file.read(length)
    return content if head == _HEAD.pack(kind, length, zlib.crc32(content)) else None


def _last_state(file: BinaryIO, records: list[_Place]) -> tuple[int, Mapping[str, Any]]:
    """Where the last whole state ends, and the state; ``records`` loses what comes after it."""
    while records:
        kind, place, length = records[-1]
        content = _content(file, records[-1]) if kind == STATE else None
        if content is not None:
            state = parse_json_strictly(content)
            if not isinstance(state, dict):
                break
            return place + length, state
        records.pop()
    raise FileError("recovery-damaged", "The file holds no unsaved work.")


def _work_from(
    file: BinaryIO, records: Sequence[_Place], state: Mapping[str, Any], written: _Written
) -> Work:
    def read(number: object, expected: bytes) -> bytes:
        if not isinstance(number, int) or not 0 <= number < len(records) or records[number][0] != expected:
            raise ValueError("a part is missing")
        content = _content(file, records[number])
        if content is None:
            raise ValueError("a part is torn")
        return content

    bare = artwork_from_parts(state["artwork"], b"", b"")
    layers = []
    for layer, numbers in zip(bare.layers, state["strokes"], strict=True):
        strokes = tuple(_stroke_from_bytes(read(number, STROKE)) for number in numbers)
        written.strokes.update(
            (id(stroke), (stroke, number)) for stroke, number in zip(strokes, numbers, strict=True)
        )
        layers.append(replace(layer, strokes=strokes))
    generator = None
    if (number := state["generator"]) is not None:
        generator = read(number, GENERATOR)
        written.generator = (generator, number)
    path = state["path"]
    return Work(
        replace(bare, layers=tuple(layers)),
        generator,
        str(state["name"]),
        None if path is None else Path(path),
    )
