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


def loop() -> Scenario:
    """Pictures along a path, in the form that is written in most pieces."""
    import numpy as np
    from PIL import Image

    from gan.files import sweep_temporaries
    from studio.document.loop_export import LoopOrder, export_loop
    from studio.frame_look import FrameLook

    counts = {"old": 2, "new": 5}

    def write(folder: Path, version: str) -> None:
        frames = np.arange(counts[version], dtype=np.uint8)[:, None, None, None] * np.full((28, 28, 1), 40)
        look = FrameLook(2, "pixels", "plain")
        export_loop(
            LoopOrder(frames.astype(np.uint8), folder / "path.gif", ".gif", "forward", 12, look),
            lambda done, total: None,
        )

    def read(folder: Path) -> str:
        with Image.open(folder / "path.gif") as image:
            for number in range(image.n_frames):
                image.seek(number)
                image.load()
            return _named(image.n_frames, dict(counts))

    return Scenario("loop", write, read, sweep_temporaries)


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


def saved_document() -> Scenario:
    """As a person saves it: the version before becomes the newest of two backups."""
    from gan.files import sweep_temporaries
    from studio.document.artwork import Artwork
    from studio.document.backups import backup_files
    from studio.document.file import Document, read_document, save_document, write_document

    widths = {"old": 320, "new": 640}
    backup_widths = {200, 100} | set(widths.values())

    def write(folder: Path, version: str) -> None:
        file = folder / "art.latent"
        if version == "new":
            save_document(file, Document(Artwork(width=widths["new"], height=200)))
            return
        for path, width in zip([file, *backup_files(file)], (320, 200, 100), strict=True):
            write_document(path, Document(Artwork(width=width, height=200)))

    def read(folder: Path) -> str:
        for backup in backup_files(folder / "art.latent"):
            assert read_document(backup).artwork.width in backup_widths
        return _named(read_document(folder / "art.latent").artwork.width, dict(widths))

    def sweep(folder: Path) -> None:
        """A backup that was on its way may be missing; the next save makes it again."""
        sweep_temporaries(folder)
        for path in backup_files(folder / "art.latent"):
            if not path.exists():
                write_document(path, Document(Artwork(width=200, height=200)))

    return Scenario("saved document", write, read, sweep)


def shelf() -> Scenario:
    """What is kept, and in the same form a board as a file."""
    import numpy as np

    from gan.files import sweep_temporaries
    from gan.latents import Latent
    from studio.shelf import Board, Kept
    from studio.shelf_file import read_shelf, write_shelf

    counts = {"old": 1, "new": 3}

    def write(folder: Path, version: str) -> None:
        picture = Kept(Latent(np.zeros(4), np.ones(1)), np.full((28, 28, 1), 200, np.uint8), "any")
        write_shelf(folder / "shelf.json", [Board("", (picture,) * counts[version]), Board("Mine")])

    def read(folder: Path) -> str:
        found = read_shelf(folder / "shelf.json")
        assert len(found.boards) == 2
        return _named(len(found), dict(counts))

    return Scenario("shelf", write, read, sweep_temporaries)


def journal(*, anew: bool = False) -> Scenario:
    """Unsaved work grows by a stroke in its journal, or goes with all of it into a new one."""
    import numpy as np

    from gan.files import sweep_temporaries
    from gan.latents import Latent
    from studio.document import journal as module
    from studio.document.artwork import Artwork, Brush, Stamp, Stroke

    stamp = Stamp(Latent(np.zeros(4), np.ones(1)), np.full((28, 28, 1), 200))
    strokes = [
        Stroke(kind="ink", brush=Brush(), stamps=(stamp,), dabs=[[x, 9, 20, 0, 0]] * 40, path=[[x, 9]])
        for x in (1, 2)
    ]
    old = Artwork().with_stroke(strokes[0])
    artworks: dict[str, object] = {"old": old, "new": old.with_stroke(strokes[1])}

    def write(folder: Path, version: str) -> None:
        path = folder / "1.unsaved"
        artwork = artworks[version]
        assert isinstance(artwork, Artwork)
        if version == "old":
            path.unlink(missing_ok=True)
            module.Journal(path).save(module.Work(artwork))
            return
        if anew:
            module.SPARE_BYTES = -(10**9)
        module.open_journal(path)[0].save(module.Work(artwork))

    def read(folder: Path) -> str:
        return _named(module.open_journal(folder / "1.unsaved")[1].artwork, artworks)

    return Scenario("journal", write, read, sweep_temporaries)


def journal_anew() -> Scenario:
    return journal(anew=True)


def direction_names() -> Scenario:
    import numpy as np

    from gan.files import sweep_temporaries
    from gan.latents import PrincipalDirections
    from studio.direction_names import DirectionNames, read_names, write_names

    directions, fingerprint = PrincipalDirections(np.eye(2, 64), np.ones(2) / 2), "f" * 64

    def write(folder: Path, version: str) -> None:
        write_names(
            folder / "names.json", DirectionNames().with_names(fingerprint, directions, (version, ""))
        )

    def read(folder: Path) -> str:
        found = read_names(folder / "names.json").of(fingerprint, directions)
        return _named(found, {version: (version, "") for version in VERSIONS})

    return Scenario("direction names", write, read, sweep_temporaries)


def painting(*, as_openraster: bool = False) -> Scenario:
    """A painting leaves as a picture that carries it, or with its layers."""
    from gan.files import sweep_temporaries
    from gan.media.png_stream import read_content
    from studio.document.artwork import Artwork
    from studio.document.export import ExportOrder, export_png
    from studio.document.file import Document, decode_document
    from studio.document.ora_export import export_ora

    sides = {"old": 40, "new": 80}

    def write(folder: Path, version: str) -> None:
        artwork = Artwork(width=sides[version], height=30)
        path = folder / ("art.ora" if as_openraster else "art.png")
        order = ExportOrder(artwork, path, 2, on_paper=True, document=Document(artwork))
        (export_ora if as_openraster else export_png)(order)

    def read(folder: Path) -> str:
        if not as_openraster:
            content = read_content(folder / "art.png")
            assert content is not None
            return _named(decode_document(content).artwork.width, dict(sides))
        with zipfile.ZipFile(folder / "art.ora") as archive:
            assert archive.testzip() is None
            stack = archive.read("stack.xml").decode()
        return _named(int(stack.partition(' w="')[2].partition('"')[0]) // 2, dict(sides))

    return Scenario("painting", write, read, sweep_temporaries)


def openraster() -> Scenario:
    return painting(as_openraster=True)


SCENARIOS = {
    "bytes": atomic_bytes,
    "archive": atomic_archive,
    "recovery": recovery,
    "png": png,
    "loop": loop,
    "tensors": tensors,
    "document": document,
    "direction names": direction_names,
    "saved-document": saved_document,
    "shelf": shelf,
    "journal": journal,
    "journal-anew": journal_anew,
    "painting": painting,
    "openraster": openraster,
}
