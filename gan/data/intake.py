"""What became of each file of a folder: the pictures go into the cache, the rest onto a list."""

from __future__ import annotations

import hashlib

import numpy as np

from gan.data.parallel_decoding import PictureOrReason
from gan.data.picture_cache import PictureFacts, PictureWriter
from gan.data.picture_files import PictureFile, plain_text

NAMES_LISTED = 100
BESIDE = "it lies beside the class folders"


class Intake:
    """Takes the files of a folder in their order.

    The fingerprint goes over what is learnt from and nothing else, so that a copy of the folder has the same.
    """

    def __init__(self, writer: PictureWriter, image_size: int) -> None:
        self._writer = writer
        self._digest = hashlib.sha256(f"pictures 1: {image_size}".encode())
        self._class_folders: list[str] = []
        self._skipped: list[tuple[str, str]] = []
        self._skipped_count = 0

    def __len__(self) -> int:
        """How many pictures can be used."""
        return len(self._class_folders)

    def add(self, file: PictureFile, picture: PictureOrReason) -> None:
        """A picture as it was decoded, or why it is not used."""
        if isinstance(picture, str):
            self.skip(file, picture)
            return
        self._writer.add(picture)
        self._digest.update(b"%d" % picture.shape[2] + picture.tobytes())
        self._class_folders.append(file.class_folder)

    def skip(self, file: PictureFile, reason: str) -> None:
        self._skipped_count += 1
        if len(self._skipped) < NAMES_LISTED:
            self._skipped.append((plain_text(file.name), reason))

    def finish(self) -> PictureFacts:
        """Write the labels; classes are the folders that hold a picture that can be used."""
        folders = sorted(set(self._class_folders))
        place = {folder: index for index, folder in enumerate(folders)}
        labels = np.array([place[folder] for folder in self._class_folders], dtype="<i4")
        self._writer.finish(labels)
        names = class_names_of(folders)
        self._digest.update(labels.tobytes() + repr(names).encode())
        return PictureFacts(
            class_names=names,
            fingerprint=self._digest.hexdigest(),
            total=len(self) + self._skipped_count,
            skipped_count=self._skipped_count,
            skipped=tuple(self._skipped),
        )


def class_names_of(class_folders: list[str]) -> tuple[str, ...]:
    """Fit for showing; names that became equal when they were cleaned get a number."""
    result: list[str] = []
    for folder in class_folders:
        name = plain_text(folder)[:190] or "pictures"
        twins = sum(other == name or other.startswith(f"{name} (") for other in result)
        result.append(f"{name} ({twins + 1})" if name in result else name)
    return tuple(result)
