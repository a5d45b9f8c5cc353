"""What Blend shows: two pictures, how far from one to the other in shape and in style, and the mix in between."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gan.config import GeneratorInfo
from gan.errors import GanError
from gan.latents import Latent, angle_between, blend_mix, gaussian, one_hot, seed_origin, slerp
from studio.pages.explore_state import USUAL_VARIETY
from studio.pages.picture_menu import fits
from studio.settings import Settings

LEAST, MOST = -0.5, 1.5
FIRST_CLASSES, FIRST_SEEDS = ("3", "8"), (22, 21)  # a pair that morphs well
FIRST_SHAPE, FIRST_STYLE = 0.42, 0.35
WELLS = ("a", "b")
SAMPLES_ACROSS = 10


class BlendState:
    """Style lock by construction: shape never touches z, style never touches the class mix."""

    def __init__(self, info: GeneratorInfo, settings: Settings) -> None:
        self._info = info
        self._settings = settings
        self.wells = self._first_pair()
        self.shape = _within(settings.value("blend/shape", FIRST_SHAPE))
        self.style = _within(settings.value("blend/style", FIRST_STYLE))
        self.linked = settings.value("blend/linked", False)
        self.locked = {name: settings.value(f"blend/locked_{name}", False) for name in WELLS}
        self._hand_mix: NDArray[np.float32] | None = None  # dragged bars leave the line from A to B
        self._restore_wells()

    @property
    def info(self) -> GeneratorInfo:
        return self._info

    @property
    def z(self) -> NDArray[np.float32]:
        """The style in between, (Z,)."""
        return slerp(self.wells["a"].z, self.wells["b"].z, self.style)

    @property
    def mix(self) -> NDArray[np.float32]:
        """The class mix in between, (K,), or the one that was dragged."""
        if self._hand_mix is not None:
            return self._hand_mix
        return blend_mix(self.wells["a"].mix, self.wells["b"].mix, self.shape)

    @property
    def latent(self) -> Latent:
        """The picture in the middle."""
        return Latent(self.z, self.mix)

    @property
    def angle(self) -> float:
        """Between the styles of A and B, in degrees."""
        return angle_between(self.wells["a"].z, self.wells["b"].z)

    def adapt(self, info: GeneratorInfo) -> None:
        """Go on with another generator; a pair it cannot draw gives way to its first pair."""
        self._info = info
        if not all(fits(latent, info) for latent in self.wells.values()):
            self.wells = self._first_pair()
            self._hand_mix = None

    def fill(self, well: str, latent: Latent) -> None:
        """Put another picture into "a" or "b"."""
        self.wells[well] = latent
        self._hand_mix = None

    def swap(self) -> None:
        """A becomes B; the picture in the middle stays what it is."""
        self.wells = {"a": self.wells["b"], "b": self.wells["a"]}
        self.locked = {"a": self.locked["b"], "b": self.locked["a"]}
        self.shape, self.style = 1.0 - self.shape, 1.0 - self.style

    def go(self, shape: float, style: float) -> None:
        """Back onto the line from A to B; a mix made by hand ends when the shape moves."""
        if shape != self.shape:
            self._hand_mix = None
        self.shape, self.style = shape, style

    def go_along(self, t: float) -> None:
        """To a frame of the film."""
        self.shape = self.style = t
        self._hand_mix = None

    def take_mix(self, mix: NDArray[np.float32]) -> None:
        """A mix of classes made by hand."""
        self._hand_mix = mix

    def film(self, count: int) -> list[Latent]:
        """``count`` pictures from A to B, shape and style together."""
        a, b, steps = self.wells["a"], self.wells["b"], np.linspace(0.0, 1.0, count)
        styles = slerp(a.z, b.z, steps)
        return [Latent(z, blend_mix(a.mix, b.mix, float(t))) for z, t in zip(styles, steps, strict=True)]

    def place_in_film(self, count: int) -> int:
        """The frame that the middle picture is, or -1."""
        frame = self.shape * (count - 1)
        if self._hand_mix is not None or self.shape != self.style or not 0.0 <= self.shape <= 1.0:
            return -1
        return round(frame) if abs(frame - round(frame)) < 0.1 else -1

    def every_class(self) -> list[Latent]:
        """This style in each class."""
        classes = self._info.model.classes
        return [Latent(self.z, one_hot(label, classes)) for label in range(classes)]

    def fresh_samples(self, seed: int, count: int) -> list[Latent]:
        """New pictures: a style for each row, the classes side by side."""
        model = self._info.model
        rows = -(-count // SAMPLES_ACROSS)
        styles = gaussian(seed, rows, model.z_size) * np.float32(USUAL_VARIETY)
        return [
            Latent(styles[index // SAMPLES_ACROSS], one_hot(index % model.classes, model.classes))
            for index in range(count)
        ]

    def class_name(self, latent: Latent) -> str:
        """The name of a latent's strongest class."""
        return self._info.model.class_names[int(latent.mix.argmax())]

    def save(self) -> None:
        """Remember everything for the next start."""
        write = self._settings.set_value
        for name, latent in self.wells.items():
            write(f"blend/{name}", latent.to_text())
            write(f"blend/locked_{name}", self.locked[name])
        write("blend/shape", float(self.shape))
        write("blend/style", float(self.style))
        write("blend/linked", self.linked)

    def _restore_wells(self) -> None:
        try:
            saved = {name: Latent.from_text(self._settings.value(f"blend/{name}", "")) for name in WELLS}
        except GanError:
            return
        if all(fits(latent, self._info) for latent in saved.values()):
            self.wells = saved

    def _first_pair(self) -> dict[str, Latent]:
        model = self._info.model
        labels = [
            model.class_names.index(name) if name in model.class_names else -1 for name in FIRST_CLASSES
        ]
        if -1 in labels:
            labels = [0, model.classes - 1]
        return {
            name: Latent(
                seed_origin(seed, model.z_size) * np.float32(USUAL_VARIETY), one_hot(label, model.classes)
            )
            for name, label, seed in zip(WELLS, labels, FIRST_SEEDS, strict=True)
        }


def _within(value: float) -> float:
    return min(max(value, LEAST), MOST) if np.isfinite(value) else FIRST_SHAPE
