"""A set of pictures drawn by hand: a folder with a subfolder for each class and a PNG for each cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from gan.errors import FileError, UserError
from gan.files import atomic_write, sweep_temporaries
from studio.shelf import set_aside

SIDE_PX = 112  # four times the smallest picture that is learnt
LONGEST_NAME = 60
_FILE_NAME = re.compile(r"drawn-(\d{4})\.png")
_MOST_BYTES = 2**20
_FORBIDDEN = set('<>:"/\\|?*')


@dataclass(frozen=True, slots=True)
class DrawnClass:
    """``pictures``: (SIDE_PX, SIDE_PX) uint8 by the number of the cell, ink 255."""

    name: str
    pictures: dict[int, NDArray[np.uint8]] = field(default_factory=dict)


def read_drawn_set(folder: Path) -> tuple[DrawnClass, ...]:
    """Its classes in order; files that are not of ours, or cannot be read, stay where they are. OSError."""
    classes = []
    for entry in sorted(folder.iterdir()):
        if entry.is_dir() and not entry.is_symlink() and not entry.name.startswith("."):
            sweep_temporaries(entry)
            classes.append(DrawnClass(entry.name, _read_pictures(entry)))
    return tuple(classes)


def is_drawn_set(folder: Path) -> bool:
    """Whether something in it was drawn here."""
    return any(_FILE_NAME.fullmatch(file.name) for file in folder.glob("*/drawn-*.png"))


def write_cell(folder: Path, class_name: str, number: int, pixels: NDArray[np.uint8] | None) -> None:
    """One cell's picture, or its absence, on the disk; what lay there and no cell can show is kept. Raises OSError."""
    file = folder / class_name / f"drawn-{number:04}.png"
    if file.exists() and _read_picture(file) is None:
        set_aside(file)
    if pixels is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(file, _png(pixels))


def move_folder(old: Path, new: Path) -> None:
    """Give a set or a class another name; what was never written has nothing to move. Raises OSError."""
    if not old.exists():
        return
    if new.exists() and not new.samefile(old):
        raise FileError("name-taken", "There is a folder named {name} already.", name=new.name)
    new.parent.mkdir(parents=True, exist_ok=True)
    old.rename(new)


def checked_name(text: str) -> str:
    """A name that can be a folder on every system. UserError otherwise."""
    name = " ".join(text.split())
    if not name:
        raise UserError("name-empty", "A name is missing.")
    if len(name) > LONGEST_NAME or name[0] == "." or name[-1] == "." or not name.isprintable():
        raise UserError("name-unusable", "“{name}” cannot be the name of a folder.", name=name[:LONGEST_NAME])
    if forbidden := sorted(_FORBIDDEN & set(name)):
        raise UserError("name-sign", "A name cannot contain {sign}.", sign=forbidden[0])
    return name


def _read_pictures(folder: Path) -> dict[int, NDArray[np.uint8]]:
    pictures = {}
    for file in sorted(folder.iterdir()):
        match = _FILE_NAME.fullmatch(file.name)
        if match and (picture := _read_picture(file)) is not None:
            pictures[int(match[1])] = picture
    return pictures


def _read_picture(file: Path) -> NDArray[np.uint8] | None:
    """None for what is not a picture as :func:`write_cell` leaves it."""
    if not file.is_file() or file.stat().st_size > _MOST_BYTES:
        return None
    image = QImage(str(file))
    return grey_pixels(image) if image.size().width() == image.size().height() == SIDE_PX else None


def grey_pixels(image: QImage) -> NDArray[np.uint8]:
    """(H, W) uint8 of a picture, its own copy."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


def grey_image(pixels: NDArray[np.uint8]) -> QImage:
    """The picture of (H, W) uint8, its own copy."""
    data = np.ascontiguousarray(pixels)
    height, width = data.shape
    return QImage(data.data, width, height, width, QImage.Format.Format_Grayscale8).copy()


def _png(pixels: NDArray[np.uint8]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(grey_image(pixels))
    return bytes(buffer.data().data())
