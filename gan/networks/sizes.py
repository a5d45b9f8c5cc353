"""How large pictures begin: a few pixels wide, then doubled."""

from __future__ import annotations

LARGEST_START = 8  # pixels


def extra_doublings(image_size: int) -> int:
    """How often a quarter of the size is halved until it is small enough to begin with: 28, 32 -> 0, 128 -> 2."""
    side, doublings = image_size // 4, 0
    while side > LARGEST_START and side % 2 == 0:
        side, doublings = side // 2, doublings + 1
    return doublings
