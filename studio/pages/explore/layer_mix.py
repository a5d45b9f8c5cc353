"""Which layers of a generator take over from a second latent, and what that draws."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gan.config import GeneratorInfo
from gan.errors import GanError
from gan.latents import Latent, mixed_by_layer
from studio.pages.picture_menu import fits


@dataclass(frozen=True, slots=True)
class LayerMix:
    """The second latent, and the parts taken from it: first the style, then the class of each layer that takes it."""

    second: Latent | None = None
    taken: tuple[bool, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether anything is drawn otherwise than by one latent."""
        return self.second is not None and any(self.taken)

    def fitting(self, info: GeneratorInfo) -> LayerMix:
        """The same for another generator, as far as that has these layers and can draw the second latent."""
        second = self.second if self.second is not None and fits(self.second, info) else None
        count = parts_of(info)
        return LayerMix(second, (*self.taken, *(False,) * count)[:count])

    def toggled(self, part: int) -> LayerMix:
        """With one part taken that was not, or the other way round."""
        taken = tuple(now != (place == part) for place, now in enumerate(self.taken))
        return replace(self, taken=taken)

    def apply(self, first: Latent) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """z (1, Z) and the mix of each layer (1, L, K) that draw the mixed picture."""
        return self._drawn(first, [self.taken])

    def each(self, first: Latent) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """z (P, Z) and mixes (P, L, K) of P pictures: what every part does alone."""
        parts = range(len(self.taken))
        return self._drawn(first, [tuple(place == part for place in parts) for part in parts])

    def _drawn(
        self, first: Latent, choices: list[tuple[bool, ...]]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        assert self.second is not None, "there is nothing to take over"
        drawn = [
            mixed_by_layer(first, self.second, style=style, classes=classes) for style, *classes in choices
        ]
        return np.stack([z for z, _ in drawn]), np.stack([mixes for _, mixes in drawn])

    def notes(self) -> dict[str, str]:
        """What a saved picture has to say beside its first latent, to be drawn again."""
        if self.second is None or not self.is_on:
            return {}
        names = ["style", *(f"class {layer}" for layer in range(1, len(self.taken)))]
        taken = [name for name, now in zip(names, self.taken, strict=True) if now]
        return {"Second latent": self.second.to_text(), "Taken from it": ", ".join(taken)}

    def to_text(self) -> str:
        """For the settings; :meth:`from_text` reads it back."""
        second = self.second.to_text() if self.second is not None else ""
        return f"{''.join('01'[now] for now in self.taken)} {second}"

    @classmethod
    def from_text(cls, text: str) -> LayerMix:
        """Nothing taken from nothing, where the text is none of ours."""
        taken, _, second = text.partition(" ")
        if not set(taken) <= {"0", "1"}:
            return cls()
        try:
            return cls(Latent.from_text(second) if second else None, tuple(digit == "1" for digit in taken))
        except GanError:
            return cls()


def parts_of(info: GeneratorInfo) -> int:
    """How many parts can be taken over: the style and each layer's class; none where there is nothing to choose."""
    return 1 + info.class_layers if info.class_layers > 1 and info.model.classes > 1 else 0
