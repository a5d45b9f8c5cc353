"""The curves of a run in its folder: a record a step, appended as reports come, read back as arrays. No torch.

The file is one line of JSON (format, curve names, size of the training set) and then records of fixed size, little
endian. It only grows: a record that a crash tore is dropped, and steps that a run left behind by going back to an
earlier one are left out on reading.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gan.errors import FileError, UserError
from gan.events import FloatArray, RunStarted, StepsDone, TrainingEvent
from gan.files import atomic_write, parse_json_strictly

FILE_NAME = "curves.log"
FORMAT = "latent-studio-curves-1"
LONGEST_HEADER = 4096


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class StoredCurves:
    """All arrays (N,), in the order of their steps; ``images_per_second`` is the same over one report."""

    picture_count: int
    steps: NDArray[np.int64]
    pictures_seen: NDArray[np.int64]
    elapsed_s: NDArray[np.float64]
    images_per_second: FloatArray
    curves: Mapping[str, FloatArray]


class CurveLog:
    """Writes for one run."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self._picture_count = 0
        self._layout: np.dtype | None = None

    def take(self, event: TrainingEvent) -> None:
        """Write down what there is of curves in an event. OSError, such as for a full disk."""
        if isinstance(event, RunStarted):
            self._picture_count = event.dataset.picture_count
        elif isinstance(event, StepsDone):
            if self._layout is None:
                self._layout = self._begin(tuple(event.curves))
            with self._file.open("ab") as file:
                file.write(_records(event, self._layout).tobytes())

    def _begin(self, names: Sequence[str]) -> np.dtype:
        """Go on in the file where its last whole record ends; one of another kind begins anew."""
        header, layout = _header(names, self._picture_count), _layout(names)
        if not _begins_with(self._file, header):
            atomic_write(self._file, header)
            return layout
        size = self._file.stat().st_size
        if torn := (size - len(header)) % layout.itemsize:
            with self._file.open("r+b") as file:
                file.truncate(size - torn)
        return layout


def read_curves(folder: Path) -> StoredCurves | None:
    """What was written down of the run in ``folder``; None for a run of an earlier version. FileError, OSError."""
    file = folder / FILE_NAME
    if not file.exists():
        return None
    line, _, body = file.read_bytes().partition(b"\n")
    header = _parsed_header(line, folder.name)
    layout = _layout(header["curves"])
    records = np.frombuffer(body[: len(body) - len(body) % layout.itemsize], dtype=layout)
    records = records[_stands(records["step"])]
    return StoredCurves(
        picture_count=header["picture_count"],
        steps=records["step"].astype(np.int64),
        pictures_seen=records["pictures_seen"].astype(np.int64),
        elapsed_s=records["elapsed_s"].astype(np.float64),
        images_per_second=records["images_per_second"].astype(np.float32),
        curves={name: records["curves"][:, index] for index, name in enumerate(header["curves"])},
    )


def _begins_with(file: Path, header: bytes) -> bool:
    if not file.exists():
        return False
    with file.open("rb") as opened:
        return opened.read(len(header)) == header


def _header(names: Sequence[str], picture_count: int) -> bytes:
    header = {"format": FORMAT, "curves": list(names), "picture_count": picture_count}
    return json.dumps(header).encode() + b"\n"


def _parsed_header(line: bytes, name: str) -> dict[str, Any]:
    try:
        header = parse_json_strictly(line[:LONGEST_HEADER])
    except UserError:
        header = None
    match header:
        case {"format": str(kind), "curves": [*names], "picture_count": int(count)} if (
            kind == FORMAT and count > 0 and names and all(isinstance(one, str) for one in names)
        ):
            return {"curves": names, "picture_count": count}
    raise FileError(
        "curves-damaged", "The curves of {name} cannot be read: their file is damaged.", name=name
    )


def _layout(names: Sequence[str]) -> np.dtype:
    return np.dtype(
        [
            ("step", "<i8"),
            ("pictures_seen", "<i8"),
            ("elapsed_s", "<f8"),
            ("images_per_second", "<f4"),
            ("curves", "<f4", (len(names),)),
        ]
    )


def _records(event: StepsDone, layout: np.dtype) -> NDArray[Any]:
    records = np.empty(len(event.steps), dtype=layout)
    records["step"] = event.steps
    records["pictures_seen"] = event.pictures_seen
    records["elapsed_s"] = event.elapsed_s
    records["images_per_second"] = event.images_per_second
    records["curves"] = np.stack(list(event.curves.values()), axis=1)
    return records


def _stands(steps: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which records no later one overtook: those whose step lies before all steps that follow."""
    if steps.size == 0:
        return np.zeros(0, dtype=bool)
    least_from_here = np.minimum.accumulate(steps[::-1])[::-1]
    return np.append(steps[:-1] < least_from_here[1:], True)
