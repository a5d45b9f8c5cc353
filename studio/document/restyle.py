"""Strokes in another style: where the latents of their stamps go, and the stamps that come back put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from gan.latents import gaussian
from studio.document.artwork import Stamp, Stroke

NEW_HAND_PSI = 0.8  # how far a new hand lies from the mean one: usual variety


def stamps_of(strokes: Iterable[Stroke]) -> list[Stamp]:
    """Every stamp once, in the order in which they occur."""
    return list(dict.fromkeys(stamp for stroke in strokes for stamp in stroke.stamps))


def styles_of(stamps: Iterable[Stamp]) -> NDArray[np.float32]:
    """Their z, (N, Z)."""
    return np.stack([stamp.latent.z for stamp in stamps])


def along(z: NDArray[np.float32], vector: NDArray[np.float32], steps: float) -> NDArray[np.float32]:
    """``z (N, Z)`` moved by so many steps of a direction (Z,)."""
    return (z + np.float32(steps) * vector).astype(np.float32)


def towards(z: NDArray[np.float32], style: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    """``z (N, Z)`` on the way to a style (Z,): share 1 arrives, -1 arrives at its opposite."""
    goal = style if share >= 0 else -style
    return (z + np.float32(abs(share)) * (goal - z)).astype(np.float32)


def in_new_hand(z: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """``z (N, Z)`` around another centre: what they have of their own stays."""
    centre = np.float32(NEW_HAND_PSI) * gaussian(seed, 1, z.shape[1])[0]
    return (z - z.mean(axis=0) + centre).astype(np.float32)


def with_other_stamps(stroke: Stroke, others: Mapping[Stamp, Stamp]) -> tuple[Stamp, ...]:
    """What the stroke is made of then."""
    return tuple(others[stamp] for stamp in stroke.stamps)
