"""One picture in ever smaller copies, brought up only where it changed: for a screen that shows a large sheet whole."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter, QRegion

LEVELS = 4  # the smallest copy has a sixteenth of the side


class ReducedPictures:
    """``level`` 0 is the picture itself, each further one half as large. Copies are made when they are asked for."""

    def __init__(self, picture: QImage) -> None:
        self._picture = picture
        self._copies: dict[int, QImage] = {}
        self._stale: dict[int, QRegion] = {}

    @staticmethod
    def level_for(scale: float) -> int:
        """The smallest copy that still has a pixel for each pixel of a screen at this scale, 1 for the whole."""
        level = 0
        while level < LEVELS and scale * 2 ** (level + 1) <= 1.0:
            level += 1
        return level

    def touch(self, region: QRegion) -> None:
        """What looks different now, in pixels of the picture."""
        for level in self._copies:
            self._stale[level] = self._stale.get(level, QRegion()) | region

    def at(self, level: int) -> QImage:
        """That copy, brought up to date."""
        if level == 0:
            return self._picture
        below = self.at(level - 1)
        if level not in self._copies:
            self._copies[level] = QImage(_size_at(self._picture.size(), level), self._picture.format())
            self._stale[level] = QRegion(self._picture.rect())
        if stale := self._stale.pop(level, None):
            self._reduce(level, below, stale)
        return self._copies[level]

    def _reduce(self, level: int, below: QImage, region: QRegion) -> None:
        """Each pixel is the mean of four of the copy below: at one half that is just what "smooth" samples."""
        share, clip = 2**level, QRegion()
        for rect in region:  # type: ignore[attr-defined]  # the stubs forget that it can
            first = QPoint(rect.left() // share, rect.top() // share)
            clip |= QRect(first, QPoint(rect.right() // share, rect.bottom() // share))
        with QPainter(self._copies[level]) as painter:
            painter.setClipRegion(clip)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.scale(0.5, 0.5)
            painter.drawImage(0, 0, below)


def _size_at(size: QSize, level: int) -> QSize:
    """A last odd row or column has no pixel of its own."""
    share = 2**level
    return QSize(max(1, size.width() // share), max(1, size.height() // share))
