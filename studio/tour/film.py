"""The README's film, taken in the real window: ``python -m studio.tour.film FILE.gif``. Explore, blend, paint."""

from __future__ import annotations

import os

# Before numpy or torch, as in studio/__main__.py.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse
import io
import math
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gan import places
from gan.files import atomic_write
from gan.media.provenance import gif_with_packet, xmp_packet
from studio.app import Studio, make_application
from studio.pages.blend.page import BlendPage
from studio.pages.explore.page import ExplorePage
from studio.settings import Settings
from studio.tour.guide import Guide, Step
from studio.tour.hand import Wait, drag, press
from studio.tour.making import choose_along
from studio.widgets.controls.slider_track import SliderTrack

STARTED_AT = time.perf_counter()
SIZE = (960, 600)
FRAMES_PER_S = 12.5
SETTLE_S = 0.05  # after each move the pictures that it asked for arrive
COLOURS, LOOKED_AT = 255, 12  # of the film, chosen from so many of its frames
ARROW = QPolygonF(
    [QPointF(*place) for place in ((0, 0), (0, 17), (4, 13), (7, 20), (10, 19), (7, 12), (12, 12))]
)


class Film(QObject):
    """Grabs the window, pointer and all. Time stands still meanwhile: no frame shows what is only half there."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pointer = QPoint(-99, -99)
        self._is_blank = False
        self.frames: list[Image.Image] = []

    def shoot(self, count: int = 1) -> Iterator[Wait]:
        """The window as it is, for so many frames."""
        yield SETTLE_S
        image = self._window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        if not self._is_blank:
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(QPointF(self._pointer))
            painter.setPen(QPen(QColor("#201D1A"), 1.25))
            painter.setBrush(QColor("#FFFFFF"))
            painter.drawPolygon(ARROW)
            painter.end()
        size = (image.width(), image.height())
        frame = Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())
        self.frames += [frame] * count

    def follow(self, moves: Iterable[Wait]) -> Iterator[Wait]:
        """A frame for each move of a drag."""
        for wait in moves:
            yield wait
            yield from self.shoot()

    def gif(self) -> bytes:
        """All frames in the same colours, so that only what moves takes space."""
        some = self.frames[:: max(1, len(self.frames) // LOOKED_AT)]
        sheet = Image.new("RGB", (some[0].width, some[0].height * len(some)))
        for number, frame in enumerate(some):
            sheet.paste(frame, (0, number * frame.height))
        palette = sheet.quantize(COLOURS)
        first, *others = (frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in self.frames)
        plain = io.BytesIO()
        first.save(
            plain,
            "GIF",
            save_all=True,
            append_images=others,
            duration=1000 / FRAMES_PER_S,
            loop=0,
            disposal=1,
        )
        return gif_with_packet(plain.getvalue(), xmp_packet("generated"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            self._pointer = self._window.mapFromGlobal(event.globalPosition().toPoint())
            self._is_blank = watched.cursor().shape() == Qt.CursorShape.BlankCursor
        return super().eventFilter(watched, event)


def film_steps(film: Film) -> dict[str, Step]:
    def explore(guide: Guide) -> Iterator[Wait]:
        yield from guide.until(lambda: guide.studio.session.inference.info is not None, 60, "a generator")
        yield from guide.go_to("explore")
        page = guide.window.pages["explore"]
        assert isinstance(page, ExplorePage)
        yield from guide.until(lambda: page.panel.preview.pixels is not None, 60, "a picture under the dot")
        yield 2.0  # the map comes in behind the puck
        yield from film.shoot(10)
        middle, reach = page.pad.point_of(page.pad.place), 0.3 * page.pad.width()
        turns = [2 * math.pi * move / 30 for move in range(31)]
        way = [middle + QPointF(math.sin(turn), -math.sin(2 * turn) / 1.6) * reach for turn in turns]
        yield from film.follow(drag(page.pad, way))
        yield from film.shoot(6)

    def blend(guide: Guide) -> Iterator[Wait]:
        yield from guide.go_to("blend")
        page = guide.window.pages["blend"]
        assert isinstance(page, BlendPage)
        yield from guide.until(lambda: page.side.grid.is_complete, 30, "every blend of the two")
        yield from film.shoot(10)
        shape, style = page.desk.sliders.findChildren(SliderTrack)
        yield from film.follow(drag(shape, _along(shape, (0.48, 0.28, 0.72, 0.5))))
        yield from film.follow(drag(style, _along(style, (0.44, 0.74))))
        yield from film.shoot(6)

    def paint(guide: Guide) -> Iterator[Wait]:
        yield from guide.go_to("paint")
        page, panel = guide.studio.paint_page, guide.studio.paint_page.brush_panel
        yield from guide.until(lambda: bool(page.brush.stamps), 20, "a brush to paint with")
        yield from film.shoot(8)
        for number, mode in enumerate(("fixed", "travel", "fixed")):
            yield from choose_along(guide, mode)
            press(panel.swatches, panel.swatches.swatch_rect((0, 3, 1)[number]).center())
            yield 0.5  # the way of a travelling stroke is drawn
            yield from film.follow(drag(page.canvas, _wave(page.canvas, number)))
        yield from film.shoot(20)

    return {"explore": explore, "blend": blend, "paint": paint}


def take_film(file: Path) -> int:
    """Exit code 0 once the film lies in ``file``."""
    with tempfile.TemporaryDirectory(prefix="latent-studio-film-") as home:
        os.environ[places.HOME_VARIABLE] = home
        application = make_application(sys.argv[:1])
        Settings(places.settings_file()).set_value("window/theme", "dark")
        studio = Studio()
        studio.window.resize(*SIZE)
        film = Film(studio.window)
        application.installEventFilter(film)
        guide = Guide(studio, file.parent, STARTED_AT)
        studio.left.connect(application.exit)
        studio.show()
        steps = film_steps(film)
        guide.lead(steps)
        application.exec()
        application.removeEventFilter(film)
        if not guide.report(len(steps))["ok"]:
            return 1
        atomic_write(file, film.gif())
    print(f"{len(film.frames)} frames, {file.stat().st_size / 1e6:.1f} MB")
    return 0


def _along(track: QWidget, places: tuple[float, ...]) -> list[QPointF]:
    """From place to place of a slider, in shares of its width, slow enough to look at."""
    middle, points = track.rect().center().y(), []
    for start, end in pairwise(places):
        steps = max(2, round(abs(end - start) * 36))
        points += [start + (end - start) * step / steps for step in range(steps + 1)]
    return [QPointF(track.width() * place, middle) for place in points]


def _wave(canvas: QWidget, number: int) -> list[QPointF]:
    """The way of one stroke across the sheet."""
    width, height, moves = canvas.width(), canvas.height(), 14
    shares = [move / moves for move in range(moves + 1)]
    return [
        QPointF(
            width * (0.16 + 0.68 * share),
            height * (0.28 + 0.22 * number + 0.07 * math.sin(2 * math.pi * share + number)),
        )
        for share in shares
    ]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m studio.tour.film", description="Take the README's film.")
    parser.add_argument("file", type=Path, help="the GIF to write")
    return take_film(parser.parse_args().file.resolve())


if __name__ == "__main__":
    sys.exit(main())
