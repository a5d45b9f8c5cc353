"""``latent-studio`` and ``python -m studio``: the arguments, then the window."""

from __future__ import annotations

import os

# Before numpy or torch: their waiting threads would otherwise spin and hold up the window.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import multiprocessing
import sys
import time
from pathlib import Path

STARTED_AT = time.perf_counter()

TOUR_FOLDER = "latent-studio-tour"


def main(arguments: list[str] | None = None) -> int:
    multiprocessing.freeze_support()
    chosen = _parser().parse_args(arguments)
    if chosen.version:
        return _print_version()
    if chosen.self_test:
        return _test_itself()
    if chosen.tour is None and not has_display():
        chosen.tour = Path.cwd() / TOUR_FOLDER
        print(f"There is no display here: taking the tour without one, into {chosen.tour}", file=sys.stderr)
    if chosen.tour is not None:
        if not has_display():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from studio.tour.run import run_tour

        return run_tour(chosen.tour, STARTED_AT)
    from studio.app import run_studio

    return run_studio(chosen.file, STARTED_AT)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="latent-studio", description="A desktop art studio around a small GAN."
    )
    parser.add_argument("file", nargs="?", type=Path, help="a painting (.latent) or a generator to open")
    parser.add_argument(
        "--tour",
        type=Path,
        metavar="DIR",
        help="walk through every room by itself, leave screenshots and tour.json in DIR; 0 if all went well",
    )
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="take that tour without a display and keep nothing of it unless something failed; 0 if all went well",
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    return parser


def _print_version() -> int:
    import gan

    print(f"Latent Studio {gan.__version__}")
    return 0


def _test_itself() -> int:
    """What a build has to pass before it is handed out."""
    import shutil
    import tempfile

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from studio.tour.run import run_tour

    folder = Path(tempfile.mkdtemp(prefix="latent-studio-self-test-"))
    code = run_tour(folder, STARTED_AT)
    if code == 0:
        shutil.rmtree(folder, ignore_errors=True)
    elif sys.stderr is not None:
        print(f"The self-test failed; what it saw lies in {folder}", file=sys.stderr)
    return code


def has_display() -> bool:
    """Windows and macOS always have one."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
