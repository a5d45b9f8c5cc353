"""What the program is made of: versions and licences, read from what is installed; and a diagnosis as plain text."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata

from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

import gan

PARTS = (
    ("PySide6-Essentials", "Qt and PySide6"),
    ("torch", "PyTorch"),
    ("torchvision", "torchvision"),
    ("numpy", "NumPy"),
    ("pillow", "Pillow"),
    ("pyqtgraph", "pyqtgraph"),
    ("safetensors", "safetensors"),
    ("platformdirs", "platformdirs"),
)
LONGEST_LICENCE = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A package that comes along; "" for what its metadata does not tell."""

    name: str
    version: str
    licence: str


def parts() -> list[Part]:
    """Every package that the program needs and that is here. Nothing is imported for it."""
    found = []
    for package, name in PARTS:
        try:
            told = metadata(package)
        except PackageNotFoundError:
            continue
        found.append(Part(name, told["Version"] or "", _licence(told)))
    return found


def diagnosis(device: str) -> str:
    """Versions, system, screens and device as lines of text; it names no person and no place."""
    screens = [
        f"{screen.size().width()}×{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    lines = [
        f"Latent Studio {gan.__version__}{' (built)' if getattr(sys, 'frozen', False) else ''}",
        f"System: {QSysInfo.prettyProductName()}, {platform.machine()}, {QLocale.system().name()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, display {QGuiApplication.platformName()}",
        f"Screens: {', '.join(screens)}",
        f"Device: {device or 'not known yet'}",
        *(f"{part.name} {part.version}" for part in parts()),
    ]
    return "\n".join(lines)


def _licence(told: object) -> str:
    """The expression if there is one, else a short free text, else what the classifiers say."""
    assert hasattr(told, "get") and hasattr(told, "get_all")
    expression, free = told.get("License-Expression") or "", (told.get("License") or "").strip()
    if expression or (free and "\n" not in free and len(free) <= LONGEST_LICENCE):
        return expression or free
    named = [
        line.split(" :: ")[-1] for line in told.get_all("Classifier") or [] if line.startswith("License")
    ]
    return ", ".join(named)
