"""Sets text in generated glyphs: every character has its place, whatever the glyphs look like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import cos, radians, sin

import numpy as np

from studio.document.artwork import Brush, Lettering, Stamp, Stroke
from studio.document.type_line import TypeLine

ADVANCE = 0.62  # from one character to the next, as a share of the size: digits fill the middle of it
SHIFTED, TURNED = 0.12, 12.0  # by full jitter, one standard deviation: share of the size, and degrees
ALIGNED = {"left": 0.0, "centre": 0.5, "right": 1.0}  # which share of a line lies before its place
CHORD = 0.3  # of the size, before and after a glyph: so much of a line decides how it is turned
Placed = tuple[str, float, float, float]  # a character, the middle of its square, and its angle in degrees


def placed(lettering: Lettering, size_px: float) -> list[Placed]:
    """Where each character that is no white space stands, in document pixels."""
    advance = (ADVANCE + lettering.tracking) * size_px
    chance = np.random.Generator(np.random.Philox(lettering.seed))
    jitter = lettering.jitter * chance.standard_normal((len(lettering.text), 3))
    ground = _Ground(lettering, size_px)
    found: list[Placed] = []
    number = 0
    for row, line in enumerate(lettering.text.split("\n")):
        start = ground.start_px - ALIGNED[lettering.alignment] * len(line) * advance
        for column, character in enumerate(line):
            shift_x, shift_y, turn = jitter[number + column].tolist()
            across = start + (column + 0.5) * advance + SHIFTED * size_px * shift_x
            down = row * lettering.leading * size_px + SHIFTED * size_px * shift_y
            if not character.isspace():
                x, y, angle = ground.at(across, down)
                found.append((character, x, y, angle + TURNED * turn))
        number += len(line) + 1
    return found


class _Ground:
    """What a text stands on: a straight line through its place, or the line that it runs along."""

    def __init__(self, lettering: Lettering, size_px: float) -> None:
        self._lettering, self._reach_px = lettering, CHORD * size_px
        self._line = TypeLine(lettering.line) if lettering.line else None
        share = ALIGNED[lettering.alignment]
        self.start_px = 0.0 if self._line is None else share * self._line.length_px

    def at(self, across: float, down: float) -> tuple[float, float, float]:
        """x, y and angle of what lies so far along the first line and so far below it."""
        x, y, angle = self._lettering.x, self._lettering.y, self._lettering.turn
        if self._line is not None:
            x, y, angle = self._line.at(across, self._reach_px)
            across = 0.0
        c, s = cos(radians(angle)), sin(radians(angle))
        return x + c * across - s * down, y + s * across + c * down, angle


def straightened(lettering: Lettering) -> Lettering:
    """The same text on a straight line through where it was aligned to."""
    if not lettering.line:
        return lettering
    line = TypeLine(lettering.line)
    x, y, _ = line.at(ALIGNED[lettering.alignment] * line.length_px, 1.0)
    return replace(lettering, x=x, y=y, turn=0.0, line=())


def set_type(lettering: Lettering, brush: Brush, glyphs: Mapping[str, Stamp]) -> Stroke:
    """A stroke of these glyphs; a character that has none is missing in ``lettering``, and one at least has one."""
    shown = [each for each in placed(lettering, brush.size_px) if each[0] in glyphs]
    numbers = {character: index for index, character in enumerate(dict.fromkeys(each[0] for each in shown))}
    dabs = [(x, y, brush.size_px, angle, numbers[each]) for each, x, y, angle in shown]
    return Stroke(
        kind="ink",
        brush=brush,
        stamps=tuple(glyphs[character] for character in numbers),
        dabs=np.array(dabs, np.float32),
        path=np.array(lettering.line or [(x, y) for _, x, y, _ in shown], np.float32),
        seed=lettering.seed,
        lettering=lettering,
    )


def missing_marks(stroke: Stroke) -> list[tuple[float, float, float, float]]:
    """Where characters of its text are missing: left, top, width and height, in document pixels."""
    lettering, size = stroke.lettering, stroke.brush.size_px
    if lettering is None or not lettering.missing:
        return []
    width, height = 0.5 * size, 0.7 * size
    places = [each for each in placed(lettering, size) if each[0] in lettering.missing]
    return [(x - width / 2, y - height / 2, width, height) for _, x, y, _ in places]
