"""The training pictures closest to a made one, and whether that one was learnt by heart. No torch.

Pictures are compared pixel by pixel, so a copy that is shifted is not recognised as one. Whether a distance is small is
judged on the spot: it is divided by the distance from the closest training picture to its own closest fellow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gan.data import Dataset, open_dataset
from gan.errors import UserError
from gan.run_folder import RunFolder

COPY_BELOW = (
    0.5  # no one of 1,000 test pictures of MNIST lies below; of training ones with noise of sd 8, 99%
)
CLOSE_BELOW = 0.7  # of the test pictures, 0.5% lie below
COARSE_SIDE = 14
CHUNK = 512

Verdict = Literal["copy", "close", "new"]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class NearestFound:
    """The closest first: ``places (N,)`` in the set, ``distances (N,)``, ``pictures (N, H, W, C)``, ``labels (N,)``.

    A distance is the root mean square over pixels, 1 from black to white. ``values``: what ``sentence`` tells, by name:
    ``distance`` to the closest, ``fellow_distance`` from that to its own closest fellow, and their ``ratio``.
    """

    places: NDArray[np.int64]
    distances: NDArray[np.float64]
    pictures: NDArray[np.uint8]
    labels: NDArray[np.int64]
    verdict: Verdict
    values: Mapping[str, float]
    sentence: str


class NearestPictures:
    """Searches one training set, exactly: coarse pictures tell how close a picture can be at best."""

    def __init__(self, images: NDArray[np.uint8], labels: NDArray[np.int64]) -> None:
        """``images (N, H, W, C)`` stay where they are, such as on the disk; the coarse ones in memory take as many
        bytes where pictures have 28 pixels."""
        if len(images) < 2:
            raise UserError("too-few-pictures", "Training needs at least 2 pictures.")
        self._images, self._labels = images, labels
        self._block = _block(images.shape[1])
        self._coarse = np.concatenate(
            [_coarse(images[start : start + CHUNK], self._block) for start in range(0, len(images), CHUNK)]
        )
        self._coarse_squares = np.einsum("ij,ij->i", self._coarse, self._coarse)

    def find(self, pixels: NDArray[np.uint8], count: int = 5) -> NearestFound:
        """The ``count`` closest to a picture ``pixels (H, W, C)``. UserError for one of another shape."""
        if pixels.shape != self._images.shape[1:]:
            raise UserError(
                "picture-of-other-shape",
                "This picture has {shape}, the training pictures {own}.",
                shape=_in_words(pixels.shape),
                own=_in_words(self._images.shape[1:]),
            )
        places, distances = self._search(pixels, count)
        _, (fellow,) = self._search(self._images[places[0]], 1, without=int(places[0]))
        verdict, values, sentence = _judged(float(distances[0]), float(fellow))
        return NearestFound(
            places=places,
            distances=distances,
            pictures=np.stack([self._images[place] for place in places]),
            labels=self._labels[places],
            verdict=verdict,
            values=values,
            sentence=sentence,
        )

    def _search(
        self, pixels: NDArray[np.uint8], count: int, without: int | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Places and distances of the closest; ``without`` the picture itself."""
        bounds = self._least_squares(pixels)
        if without is not None:
            bounds[without] = np.inf
        order = np.argsort(bounds)
        order = order[np.isfinite(bounds[order])]
        wanted = pixels.astype(np.float32)
        places, squares = np.empty(0, np.int64), np.empty(0)
        for start in range(0, len(order), CHUNK):
            if len(squares) >= count and bounds[order[start]] > squares[count - 1]:
                break
            candidates = order[start : start + CHUNK]
            differences = self._images[candidates] - wanted
            places = np.append(places, candidates)
            squares = np.append(squares, np.square(differences).mean(axis=(1, 2, 3), dtype=np.float64))
            best = np.argsort(squares, kind="stable")[:count]
            places, squares = places[best], squares[best]
        return places, np.sqrt(squares) / 255

    def _least_squares(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        """For each picture the least mean square difference that its coarse one allows: means differ less, (N,)."""
        coarse = _coarse(pixels[None], self._block)[0]
        squares = self._coarse_squares - 2 * (self._coarse @ coarse) + coarse @ coarse
        rounding = 1e-5 * (self._coarse_squares + coarse @ coarse)
        return (squares - rounding) / coarse.size


def open_nearest(path: Path) -> NearestPictures:
    """Over the pictures that the run in ``path`` learns from. FileError or UserError where they are not there."""
    request, _ = RunFolder.open(path).read_config()
    root = Path(request.data_root) if request.data_root else None
    return open_nearest_in(request.dataset, root, image_size=request.image_size, fit=request.fit)


def open_nearest_in(
    dataset: str, data_root: Path | None, *, image_size: int = 28, fit: str = "crop"
) -> NearestPictures:
    """Over a data set, named as for training."""
    opened: Dataset = open_dataset(dataset, data_root, image_size=image_size, fit=fit)
    return NearestPictures(opened.images, opened.labels)


def _block(side: int) -> int:
    """How many pixels, a power of two, become one of a coarse picture."""
    block = 1
    while side % (2 * block) == 0 and side // (2 * block) >= COARSE_SIDE:
        block *= 2
    return block


def _coarse(images: NDArray[np.uint8], block: int) -> NDArray[np.float32]:
    """(N, H, W, C) -> means over blocks, (N, H/b · W/b · C)."""
    count, height, width, channels = images.shape
    blocks = images.reshape(count, height // block, block, width // block, block, channels)
    return blocks.mean(axis=(2, 4), dtype=np.float32).reshape(count, -1)


def _judged(distance: float, fellow: float) -> tuple[Verdict, dict[str, float], str]:
    ratio = distance / fellow if fellow > 0 else float(distance > 0) * 1e6
    values = {"distance": distance, "fellow_distance": fellow, "ratio": min(ratio, 1e6)}
    if ratio <= COPY_BELOW:
        sentence = "This is nearly a training picture: it was learnt by heart."
        return "copy", values, sentence
    if ratio <= CLOSE_BELOW:
        sentence = "This is closer to a training picture than these mostly are to each other; look at both."
        return "close", values, sentence
    sentence = "This is no copy: it differs from all training pictures as these differ from each other."
    return "new", values, sentence


def _in_words(shape: tuple[int, ...]) -> str:
    height, width, channels = shape
    return f"{width} × {height} pixels and {channels} channel{'s' if channels > 1 else ''}"
