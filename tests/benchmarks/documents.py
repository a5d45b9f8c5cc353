"""python tests/benchmarks/documents.py [--largest]: what it costs to keep 10,000 stamps safe, and to save them.

``--largest`` also writes them as a picture of 256 megapixels, and prints the memory that takes.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np

from gan.latents import Latent, gaussian, one_hot
from studio.document.artwork import Artwork, Brush, Layer, Stamp, Stroke
from studio.document.export import ExportOrder, export_png
from studio.document.file import Document, save_document
from studio.document.journal import Journal, Work, open_journal

STROKES, DABS, SIDE_PX = 100, 100, 4000
TICK_S = 0.002


def stroke(number: int) -> Stroke:
    """A hundred dabs, each with a stamp of its own: the dearest kind."""
    random = np.random.default_rng(number)
    y, x = np.mgrid[:28, :28] - 13.5
    z = gaussian(number, DABS, 64)
    stamps = tuple(
        Stamp(
            Latent(each, one_hot(number % 10, 10)),
            np.clip(255 * (1.8 - np.abs(np.hypot(x, y) - radius)), 0, 255)[..., None].astype(np.uint8),
        )
        for each, radius in zip(z, random.uniform(4, 11, DABS), strict=True)
    )
    dabs = np.zeros((DABS, 5), np.float32)
    dabs[:, :2], dabs[:, 2] = random.uniform(0, SIDE_PX, (DABS, 2)), 62
    dabs[:, 4] = np.arange(DABS)
    path = random.uniform(0, SIDE_PX, (3 * DABS, 2))
    return Stroke(kind="ink", brush=Brush(), stamps=stamps, dabs=dabs, path=path, seed=number)


def waits_during(work: threading.Thread) -> list[float]:
    """How late a loop that wakes every 2 ms was, in ms, while ``work`` ran beside it."""
    late, pause = [], threading.Event()
    work.start()
    while work.is_alive():
        before = time.perf_counter()
        pause.wait(TICK_S)
        late.append(1000 * (time.perf_counter() - before - TICK_S))
    work.join()
    return sorted(late)


def timed(what: str, action) -> None:
    before = time.perf_counter()
    late = waits_during(threading.Thread(target=action))
    took = 1000 * (time.perf_counter() - before)
    p99 = late[int(0.99 * len(late))] if late else 0.0
    print(
        f"{what}: {took:.0f} ms in its thread; beside it a turn of 2 ms was late by {p99:.1f} ms (p99), "
        f"{late[-1] if late else 0.0:.1f} ms at most"
    )


def main() -> None:
    artwork = Artwork(SIDE_PX, SIDE_PX, layers=(Layer("Ink", tuple(stroke(n) for n in range(STROKES))),))
    generator = bytes(np.random.default_rng(0).integers(0, 256, 2_000_000, dtype=np.uint8))
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder) / "000001.unsaved")
        timed(f"the first {STROKES * DABS:,} stamps", lambda: journal.save(Work(artwork, generator)))
        print(f"  {journal.path.stat().st_size / 1e6:.1f} MB")
        grown = artwork.with_stroke(stroke(STROKES))
        timed(f"{DABS} stamps more", lambda: journal.save(Work(grown, generator)))
        print(f"  {journal.path.stat().st_size / 1e6:.1f} MB")
        before = time.perf_counter()
        assert open_journal(journal.path)[1].artwork == grown
        print(f"read back and compared: {1000 * (time.perf_counter() - before):.0f} ms")
        file = Path(folder) / "whole.latent"
        timed("the whole document", lambda: save_document(file, Document(grown, generator)))
        print(f"  {file.stat().st_size / 1e6:.1f} MB")
    if "--largest" in sys.argv:
        write_the_largest(artwork)


def write_the_largest(artwork: Artwork) -> None:
    before = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        order = ExportOrder(artwork, Path(folder) / "largest.png", 4, on_paper=True)
        size_bytes = export_png(order).stat().st_size
    took = time.perf_counter() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"256 megapixels: {took:.0f} s, {size_bytes / 1e6:.0f} MB; the process reached {peak:.0f} MB")


if __name__ == "__main__":
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(sys.argv)
    main()
