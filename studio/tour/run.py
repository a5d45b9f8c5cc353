"""Builds a studio in a home of its own, takes the tour, and leaves tour.json; the bundle's self-test, too."""

from __future__ import annotations

import faulthandler
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gan import places
from gan.files import atomic_write, dump_json
from studio.app import Studio, make_application
from studio.diagnostics import UnexpectedErrors, start_logging
from studio.settings import Settings
from studio.tour.guide import Guide
from studio.tour.learning import LEARNING
from studio.tour.making import MAKING

WINDOW_SIZE = (1280, 800)
LONGEST_S = 900.0  # by then the window itself hangs: a trace says where

STEPS = LEARNING | MAKING


def run_tour(folder: Path, started_at: float) -> int:
    """Exit code 0 only if every step really happened."""
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "hang.log").open("a") as hang,  # a windowed bundle has no stderr to write to
        tempfile.TemporaryDirectory(prefix="latent-studio-tour-") as home,
    ):
        faulthandler.dump_traceback_later(LONGEST_S, exit=True, file=hang)
        os.environ[places.HOME_VARIABLE] = home
        guide = _lead(folder, started_at)
        faulthandler.cancel_dump_traceback_later()
    (folder / "hang.log").unlink()
    report = guide.report(len(STEPS))
    atomic_write(folder / "tour.json", dump_json(report))
    return 0 if report["ok"] else 1


def _lead(folder: Path, started_at: float) -> Guide:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)  # the hand types into Qt's own
    application = make_application(sys.argv[:1])
    start_logging(folder)
    Settings(places.settings_file()).set_value("window/theme", "dark")
    studio = Studio()
    studio.window.resize(*WINDOW_SIZE)
    guide = Guide(studio, folder, started_at)
    errors = UnexpectedErrors(studio)
    errors.caught.connect(guide.note_failure)
    errors.install()
    studio.left.connect(application.exit)
    studio.show()
    guide.lead(STEPS)
    application.exec()
    errors.uninstall()
    return guide
