"""How a pad looks: map, hairlines, numerals, trail and puck."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintDevice, QPainter, QPen, QTransform

from studio.tokens import Tokens, class_colour, colour, on_class_colour, text_font
from studio.widgets.pad.latent_map import LatentMap
from studio.widgets.pad.pad_anchors import PadAnchors, letter_of
from studio.widgets.pad.pad_view import PadView
from studio.widgets.pictures.picture_tile import draw_tile

PUCK_RADIUS_PX = 16.0
PUCK_PEN_PX = 3.5
DOT_RADIUS_PX = 5.0
CASING_PX = 2.0
TRAIL_PEN_PX = 3.0
TRAIL_SHADES = 10  # from its oldest step to the puck
NUMERAL_PX = 20.0
CHEVRON_AT_PX = 30.0
BADGE_PX = 18.0
TILE_GAP_PX = 6.0
COLUMN_PX = 40.0  # translucent ones of over 95 device pixels Qt shares out among threads, and waits for them
SEEN_WEIGHT = 0.05  # nearer to the usual weight it is not written


class PadPainter(QPainter):
    """Paints one pad; places are turned into points of ``sheet`` by ``view``."""

    def __init__(self, device: QPaintDevice, sheet: QRectF, view: PadView, tokens: Tokens) -> None:
        super().__init__(device)
        self._sheet = sheet
        self._left, self._top = sheet.left(), sheet.top()
        self._width, self._height = sheet.width(), sheet.height()
        self._view = view
        self._tokens = tokens
        self.fillRect(QRectF(0, 0, device.width(), device.height()), colour(tokens.canvas))
        self.fillRect(sheet, colour(tokens.slate))

    def draw_maps(self, maps: Sequence[LatentMap]) -> None:
        """Each map where its view lies now, so that a zoom shows the old one until the new one comes."""
        self.save()
        self.setClipRect(self._sheet)
        for shown in maps:
            target = self._rect_of(shown.view)
            self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shown.view != self._view)
            self.drawImage(target, shown.image)
        self.restore()
        self.setPen(QPen(colour(self._tokens.line), 1))
        self.setBrush(Qt.BrushStyle.NoBrush)
        self.drawRect(self._sheet.adjusted(-0.5, -0.5, 0.5, 0.5))

    def draw_hairlines(self, place: tuple[float, float]) -> None:
        """Where the puck stands on both axes."""
        at = self._point(*place)
        ink, sheet = colour(self._tokens.chalk, 0.4), self._sheet
        if sheet.left() <= at.x() <= sheet.right():
            top = sheet.top()
            while top < sheet.bottom():
                self.fillRect(QRectF(int(at.x()), top, 1, min(COLUMN_PX, sheet.bottom() - top)), ink)
                top += COLUMN_PX
        if sheet.top() <= at.y() <= sheet.bottom():
            self.fillRect(QRectF(sheet.left(), int(at.y()), sheet.width(), 1), ink)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw_numerals(
        self,
        maps: Sequence[LatentMap],
        class_names: Sequence[str],
        *,
        without: Container[int] = (),
        tiles: Sequence[QRectF] = (),
    ) -> None:
        """One small plate with the class in each region of the newest map that is whole, below a tile there."""
        whole = next((shown for shown in reversed(maps) if shown.is_whole), None)
        if whole is None:
            return
        font = text_font(13, 600)
        self.setFont(font)
        area = self._rect_of(whole.view)
        for region in whole.regions:
            if region.label in without:
                continue
            name = class_names[region.label]
            width = max(NUMERAL_PX, QFontMetricsF(font).horizontalAdvance(name) + 8)
            plate = QRectF(0, 0, width, NUMERAL_PX)
            plate.moveCenter(
                QPointF(
                    area.left() + (region.column + 0.5) / whole.cells * area.width(),
                    area.top() + (region.row + 0.5) / whole.cells * area.height(),
                )
            )
            for tile in tiles:
                if plate.intersects(tile):
                    plate.moveTop(tile.bottom() + TILE_GAP_PX)
            if not self._sheet.contains(plate):
                continue
            self.setPen(Qt.PenStyle.NoPen)
            self.setBrush(colour(self._tokens.slate))
            self.drawRoundedRect(plate.adjusted(-2, -2, 2, 2), 5, 5)
            self.setBrush(class_colour(self._tokens, region.label))
            self.drawRoundedRect(plate, 3, 3)
            self.setPen(on_class_colour(region.label))
            self.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)

    def draw_trail(self, steps: Sequence[QLineF]) -> None:
        """The way here in steps of the plane, fading with age."""
        if not steps:
            return
        self.save()
        self.setClipRect(self._sheet)
        origin, unit = self._point(0.0, 0.0), self._width / self._view.span
        self.setTransform(QTransform(unit, 0.0, 0.0, -unit, origin.x(), origin.y()))
        length = -(-len(steps) // TRAIL_SHADES)
        youngest = -(-len(steps) // length)
        for first in range(0, len(steps), length):
            part = steps[first : first + length]
            self.setPen(_trail_pen(self._tokens.accent, (first // length + 1) / youngest))
            self.drawLines(part)  # half the price of a polyline, and a drag has no time to lose
        self.restore()

    def draw_anchors(self, anchors: PadAnchors, place: tuple[float, float]) -> None:
        """The pictures that the sheet is made of, on paper, each with its letter and how far it reaches.

        The one that the dot stands on exactly has a ring around it.
        """
        if not anchors.marks:
            return
        self.save()
        self.setClipRect(self._sheet)
        images = anchors.images()
        for index, (mark, tile) in enumerate(zip(anchors.marks, anchors.tiles(), strict=True)):
            self._case(tile)
            image = images[index] if index < len(images) else None
            draw_tile(self, tile, image, "paper", self._tokens, chosen=mark.place == place)
            self._draw_badge(tile.topRight(), letter_of(index))
            if abs(mark.weight - 1.0) >= SEEN_WEIGHT:
                self._draw_badge(tile.bottomRight(), f"×{mark.weight:.2g}")
        self.restore()

    def _case(self, tile: QRectF) -> None:
        self.setPen(Qt.PenStyle.NoPen)
        self.setBrush(colour(self._tokens.slate))
        self.drawRoundedRect(tile.adjusted(-2, -2, 2, 2), 6, 6)

    def _draw_badge(self, centre: QPointF, text: str) -> None:
        """A word in a small round plate."""
        font = text_font(11, 600)
        self.setFont(font)
        width = max(BADGE_PX, QFontMetricsF(font).horizontalAdvance(text) + 10)
        plate = QRectF(0, 0, width, BADGE_PX)
        plate.moveCenter(centre)
        self.setPen(QPen(colour(self._tokens.slate), CASING_PX))
        self.setBrush(colour(self._tokens.chalk))
        self.drawRoundedRect(plate, BADGE_PX / 2, BADGE_PX / 2)
        self.setPen(colour(self._tokens.slate))
        self.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def draw_puck(self, place: tuple[float, float], held: bool) -> None:
        """A ring with a dot, cased in slate so that it reads on any tint."""
        at = self._point(*place)
        self.setBrush(Qt.BrushStyle.NoBrush)
        self.setPen(QPen(colour(self._tokens.slate), PUCK_PEN_PX + 2 * CASING_PX))
        self.drawEllipse(at, PUCK_RADIUS_PX, PUCK_RADIUS_PX)
        self.setPen(QPen(colour(self._tokens.accent), PUCK_PEN_PX + (1.0 if held else 0.0)))
        self.drawEllipse(at, PUCK_RADIUS_PX, PUCK_RADIUS_PX)
        self.setPen(QPen(colour(self._tokens.slate), CASING_PX))
        self.setBrush(colour(self._tokens.accent))
        self.drawEllipse(at, DOT_RADIUS_PX, DOT_RADIUS_PX)

    def chevrons_rect(self, place: tuple[float, float]) -> QRectF:
        """What four arrows around a puck there cover; while a map comes in row by row they mostly need no painting."""
        reach = CHEVRON_AT_PX + 12
        at = self._point(*place)
        return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)

    def draw_chevrons(self, place: tuple[float, float]) -> None:
        """Four arrows around the puck: it can be dragged."""
        at = self._point(*place)
        self.setBrush(Qt.BrushStyle.NoBrush)
        for pen_px, name in ((7.0, self._tokens.slate), (3.0, self._tokens.accent)):
            pen = QPen(colour(name), pen_px)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            self.setPen(pen)
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                tip = at + QPointF(x, y) * (CHEVRON_AT_PX + 6)
                back = QPointF(x, y) * -6
                side = QPointF(y, x) * 6
                self.drawPolyline([tip + back + side, tip, tip + back - side])

    def _point(self, u: float, v: float) -> QPointF:
        x, y = self._view.unit_from_place(u, v)
        return QPointF(self._left + x * self._width, self._top + y * self._height)

    def _rect_of(self, view: PadView) -> QRectF:
        top_left = self._point(*view.place_from_unit(0.0, 0.0))
        return QRectF(top_left, self._point(*view.place_from_unit(1.0, 1.0)))


@cache
def _trail_pen(accent: str, youth: float) -> QPen:
    pen = QPen(colour(accent, 0.1 + 0.75 * youth), TRAIL_PEN_PX)
    pen.setCosmetic(True)  # as wide on screen however close one looks
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
