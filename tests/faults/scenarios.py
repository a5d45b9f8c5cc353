"""What is written while faults happen, and how to tell afterwards what is there."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

VERSIONS = ("old", "new")


@dataclass(frozen=True, slots=True)
class Scenario:
    """``write(folder, version)`` saves one of two contents; ``read(folder)`` names the one that is there.

    ``read`` raises for anything that is neither. ``sweep(folder)`` is what the program does at its next start.
    """

    name: str
    write: Callable[[Path, str], None]
    read: Callable[[Path], str]
    sweep: Callable[[Path], object]


def _named(content: object, known: dict[str, object]) -> str:
    for version, expected in known.items():
        if content == expected:
            return version
    raise AssertionError(f"neither old nor new: {content!r:.200}")


def atomic_bytes() -> Scenario:
    from gan.files import atomic_write, sweep_temporaries

    contents: dict[str, object] = {version: version.encode() * 50_000 for version in VERSIONS}

    def write(folder: Path, version: str) -> None:
        content = contents[version]
        assert isinstance(content, bytes)
        atomic_write(folder / "thing", content)

    def read(folder: Path) -> str:
        return _named((folder / "thing").read_bytes(), contents)

    return Scenario("bytes", write, read, sweep_temporaries)


def atomic_archive() -> Scenario:
    """A writer that writes in many pieces and seeks back."""
    from gan.files import atomic_write, sweep_temporaries

    def write(folder: Path, version: str) -> None:
        def fill(file: object) -> None:
            with zipfile.ZipFile(file, "w") as archive:  # type: ignore[call-overload]
                for part in range(3):
                    archive.writestr(f"part{part}", version * 10_000)

        atomic_write(folder / "thing.zip", fill)

    def read(folder: Path) -> str:
        with zipfile.ZipFile(folder / "thing.zip") as archive:
            parts = [archive.read(f"part{part}").decode() for part in range(3)]
        return _named(parts, {version: [version * 10_000] * 3 for version in VERSIONS})

    return Scenario("archive", write, read, sweep_temporaries)


def recovery() -> Scenario:
    """A start after a crash: what was left is swept, then the work goes on. The fault meets the recovery."""
    from gan.files import TEMPORARY_SUFFIX, atomic_write, sweep_temporaries

    def write(folder: Path, version: str) -> None:
        if version == "new":
            for number in range(3):
                (folder / f".{number:016x}{TEMPORARY_SUFFIX}").write_bytes(b"torn")
        sweep_temporaries(folder)
        atomic_write(folder / "thing", version.encode())

    def read(folder: Path) -> str:
        return _named((folder / "thing").read_bytes(), {version: version.encode() for version in VERSIONS})

    return Scenario("recovery", write, read, sweep_temporaries)


def png() -> Scenario:
    import numpy as np
    from PIL import Image

    from gan.files import sweep_temporaries
    from gan.media.png import save_png

    levels = {"old": 10, "new": 200}

    def write(folder: Path, version: str) -> None:
        save_png(folder / "picture.png", np.full((64, 64, 4), levels[version], np.uint8), kind="composite")

    def read(folder: Path) -> str:
        with Image.open(folder / "picture.png") as image:
            image.load()
            return _named(image.getpixel((3, 3)), {name: (level,) * 4 for name, level in levels.items()})

    return Scenario("png", write, read, sweep_temporaries)


def tensors() -> Scenario:
    """The one form in which generators, judges and checkpoints are stored."""
    import torch

    from gan.files import sweep_temporaries
    from gan.tensor_file import read_tensors, write_tensors

    def write(folder: Path, version: str) -> None:
        values = torch.full((300, 300), float(VERSIONS.index(version)))
        write_tensors(folder / "weights.safetensors", {"weights": values}, {"kind": "generator"})

    def read(folder: Path) -> str:
        found, _ = read_tensors(folder / "weights.safetensors", "generator")
        return VERSIONS[int(found["weights"][7, 7])]

    return Scenario("tensors", write, read, sweep_temporaries)


def document() -> Scenario:
    from gan.files import sweep_temporaries
    from studio.document.artwork import Artwork
    from studio.document.file import Document, read_document, write_document

    widths = {"old": 320, "new": 640}

    def write(folder: Path, version: str) -> None:
        write_document(folder / "art.latent", Document(Artwork(width=widths[version], height=200)))

    def read(folder: Path) -> str:
        return _named(read_document(folder / "art.latent").artwork.width, dict(widths))

    return Scenario("document", write, read, sweep_temporaries)


SCENARIOS = {
    "bytes": atomic_bytes,
    "archive": atomic_archive,
    "recovery": recovery,
    "png": png,
    "tensors": tensors,
    "document": document,
}
