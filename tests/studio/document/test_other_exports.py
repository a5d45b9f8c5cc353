"""Layers, outlines, prints, sprites and time-lapses are read back by other readers than the ones that wrote them."""

import io
import json
import re
import xml.etree.ElementTree as ElementTree
import zipfile
import zlib
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from gan.media.provenance import SOURCE_TYPES, read_marks
from studio.document.artwork import Artwork, Layer
from studio.document.export import ExportOrder, pixels_of
from studio.document.ora_export import export_ora
from studio.document.painter import render
from studio.document.pdf_export import export_pdf, print_size_mm
from studio.document.stamp_sheet import StampSheetOrder, export_stamp_sheet
from studio.document.svg_export import export_svg, is_traceable
from studio.document.timelapse import TimelapseOrder, export_timelapse
from studio.document.trace import outlines

SOURCE = SOURCE_TYPES["composite"].encode()


@pytest.fixture
def layered(make_stroke) -> Artwork:
    below = Layer("Below & <under>", (make_stroke((10, 20), (110, 60), size_px=40.0, ink="#C9451C"),))
    erased = (
        make_stroke((20, 10), (100, 80), stamps=5),
        make_stroke((60, 0), (60, 90), erases=True, size_px=9),
    )
    above = Layer("Above", erased, opacity=0.5, blend="multiply")
    hidden = Layer("Hidden", (make_stroke((5, 5), (80, 5)),), visible=False)
    return Artwork(120, 90, layers=(below, above, hidden))


def test_openraster_holds_every_layer_and_how_it_is_laid(qapp, layered, tmp_path):
    export_ora(ExportOrder(layered, tmp_path / "a.ora", 2, on_paper=True))
    with zipfile.ZipFile(tmp_path / "a.ora") as archive:
        assert archive.testzip() is None
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"image/openraster"
        image = ElementTree.fromstring(archive.read("stack.xml"))
        assert (image.get("w"), image.get("h")) == ("240", "180")
        found = [
            (e.get("name"), e.get("composite-op"), e.get("opacity"), e.get("visibility"))
            for e in image.iter("layer")
        ]
        assert found == [
            ("Hidden", "svg:src-over", "1.0000", "hidden"),
            ("Above", "svg:multiply", "0.5000", "visible"),
            ("Below & <under>", "svg:src-over", "1.0000", "visible"),
            ("Paper", "svg:src-over", "1.0000", "visible"),
        ]
        sheets = [picture(archive, e.get("src")) for e in image.iter("layer")]
        merged, thumbnail = picture(archive, "mergedimage.png"), picture(archive, "Thumbnails/thumbnail.png")
        assert SOURCE in archive.read("mergedimage.png")
    assert read_marks(tmp_path / "a.ora").source_type == SOURCE_TYPES["composite"]
    assert {sheet.shape[:2] for sheet in sheets} == {(180, 240)}
    assert np.array_equal(merged, pixels_of(render(layered, 2, on_paper=True), opaque=True))
    assert max(thumbnail.shape[:2]) <= 256
    composed = composed_by_hand(sheets[::-1], layered)
    assert np.abs(composed - merged).max() <= 3


def picture(archive: zipfile.ZipFile, name: str) -> np.ndarray:
    with Image.open(io.BytesIO(archive.read(name))) as image:
        assert image.format == "PNG"
        return np.asarray(image)


def composed_by_hand(sheets: list[np.ndarray], artwork: Artwork) -> np.ndarray:
    """As the compositing specification says it, in numpy: what another program would show."""
    ground = sheets[0].astype(float)
    for sheet, layer in zip(sheets[1:], artwork.layers, strict=True):
        if layer.visible:
            colour, alpha = sheet[..., :3].astype(float), sheet[..., 3:] / 255 * layer.opacity
            mixed = ground * colour / 255 if layer.blend == "multiply" else colour
            ground = (1 - alpha) * ground + alpha * mixed
    return ground


def drawn(svg: bytes, artwork: Artwork, scale: int) -> np.ndarray:
    """Coverage (H, W) 0…1 as Qt's own reader of SVG shows it."""
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    image = QImage(artwork.width * scale, artwork.height * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        renderer.render(painter, QRectF(image.rect()))
    return pixels_of(image, opaque=False)[..., 3] / 255


def test_traced_strokes_cover_what_was_painted(qapp, make_stroke, tmp_path):
    stroke = make_stroke((40, 40), (200, 90), stamps=4, size_px=50.0, turn="stroke", opacity=1.0)
    mirrored = make_stroke((60, 140), (220, 150), size_px=36.0, opacity=1.0)
    artwork = Artwork(260, 180).with_stroke(stroke).with_stroke(mirrored)
    export_svg(ExportOrder(artwork, tmp_path / "a.svg", 1, on_paper=False))
    svg = (tmp_path / "a.svg").read_bytes()
    found = drawn(svg, artwork, 4) > 0.5
    expected = pixels_of(render(artwork, 4, on_paper=False), opaque=False)[..., 3] > 127
    assert (found & expected).sum() / (found | expected).sum() > 0.97
    root = ElementTree.fromstring(svg)
    names = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert names.count("path") == len({*stroke.stamps, *mirrored.stamps})  # each stamp once
    assert names.count("use") == len(stroke.dabs) + len(mirrored.dabs)
    assert "image" not in names
    assert read_marks(tmp_path / "a.svg").source_type == SOURCE_TYPES["composite"]


def test_an_eraser_masks_what_was_painted_before_it_and_nothing_after(qapp, make_stroke, tmp_path):
    line = [(20, 50), (180, 50)]
    artwork = Artwork(200, 100)
    for stroke in (
        make_stroke(*line, size_px=40.0, opacity=1.0),
        make_stroke((100, 0), (100, 100), erases=True, size_px=60.0),
        make_stroke((100, 50), size_px=40.0, opacity=1.0),
    ):
        artwork = artwork.with_stroke(stroke)
    export_svg(ExportOrder(artwork, tmp_path / "a.svg", 1, on_paper=True))
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    parents = {child: parent for parent in root.iter() for child in parent}
    uses = [element for element in root.iter() if element.tag.endswith("use")]
    masked = [any(above.get("mask") for above in _above(use, parents)) for use in uses]
    count = len(artwork.layers[0].strokes[0].dabs)
    assert masked == [True] * count + [False]
    export_svg(ExportOrder(artwork, tmp_path / "b.svg", 1, on_paper=False))
    found = drawn((tmp_path / "b.svg").read_bytes(), artwork, 4) > 0.5
    expected = pixels_of(render(artwork, 4, on_paper=False), opaque=False)[..., 3] > 127
    assert (found & expected).sum() / (found | expected).sum() > 0.97
    assert drawn((tmp_path / "a.svg").read_bytes(), artwork, 1).min() == 1.0  # paper everywhere


def _above(element, parents):
    while element in parents:
        element = parents[element]
        yield element


def test_outlines_of_a_ring_are_its_two_rims(make_stamp):
    loops = outlines(make_stamp(radius=8.0).pixels)
    assert len(loops) == 2
    areas = sorted(abs(_area(loop)) for loop in loops)
    y, x = np.mgrid[:280, :280] / 10 - 13.5
    grey = np.clip(
        255 * (1.8 - np.abs(np.hypot(x * 1.3, y) - 8.0)), 0, 255
    )  # the ring that the stamp samples
    assert areas[1] - areas[0] == pytest.approx((grey > 127.5).sum() / 100, rel=0.05)
    assert all(loop.min() >= 0 and loop.max() <= 28 for loop in loops)


def _area(loop: np.ndarray) -> float:
    x, y = loop.T
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum() / 2)


def test_pictures_in_colour_cannot_be_traced(make_stamp, make_stroke):
    stroke = make_stroke((10, 10))
    coloured = replace(stroke, stamps=(make_stamp(channels=3),))
    assert is_traceable(Artwork().with_stroke(stroke))
    assert not is_traceable(Artwork().with_stroke(stroke).with_stroke(coloured))


def test_a_pdf_has_the_size_of_its_print_and_the_pixels_of_the_sheet(qapp, layered, tmp_path):
    export_pdf(ExportOrder(layered, tmp_path / "a.pdf", 2, on_paper=True), 150)
    content = (tmp_path / "a.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert read_marks(tmp_path / "a.pdf").source_type == SOURCE_TYPES["composite"]
    box = [float(side) for side in re.search(rb"/MediaBox \[([^\]]+)\]", content)[1].split()]
    assert box == pytest.approx([0, 0, 120 / 150 * 72, 90 / 150 * 72], abs=0.6)
    assert print_size_mm(120, 90, 150) == pytest.approx((20.32, 15.24))
    assert np.array_equal(
        _pdf_picture(content, (180, 240, 3)), pixels_of(render(layered, 2, on_paper=True), opaque=True)
    )


def _pdf_picture(content: bytes, shape: tuple[int, int, int]) -> np.ndarray:
    """The one packed stream that unpacks to so many bytes."""
    for match in re.finditer(rb"stream\r?\n", content):
        try:
            data = zlib.decompressobj().decompress(content[match.end() :])
        except zlib.error:
            continue
        if len(data) == np.prod(shape):
            return np.frombuffer(data, np.uint8).reshape(shape)
    raise AssertionError("no such picture")


@pytest.mark.parametrize("kind", ["hash", "array"])
def test_stamps_leave_as_sprites_with_a_tag_for_each_class(qapp, make_stroke, tmp_path, kind):
    artwork = (
        Artwork()
        .with_stroke(make_stroke((10, 10), (300, 10), stamps=3, seed=5))
        .with_stroke(make_stroke((10, 50), (300, 50), stamps=2, seed=2, ink="#C9451C"))
    )
    names = tuple("abcdefghij")
    export_stamp_sheet(StampSheetOrder(artwork, tmp_path / "s.png", 2, 1, kind, names))
    data = json.loads((tmp_path / "s.json").read_text())
    frames = list(data["frames"].values() if kind == "hash" else data["frames"])
    assert (list(data["frames"]) if kind == "hash" else [f["filename"] for f in frames])[0] == "s c 0.png"
    tags = [(tag["name"], tag["from"], tag["to"]) for tag in data["meta"]["frameTags"]]
    assert tags == [("c", 0, 0), ("d", 1, 1), ("f", 2, 2), ("g", 3, 3), ("h", 4, 4)]
    with Image.open(tmp_path / "s.png") as sheet:
        assert data["meta"]["size"] == {"w": sheet.width, "h": sheet.height}
        pixels = np.asarray(sheet)
    for frame in frames:
        place = frame["frame"]
        cut = pixels[place["y"] : place["y"] + place["h"], place["x"] : place["x"] + place["w"]]
        assert cut.shape == (56, 56, 4) and cut[..., 3].max() == 255 and cut[0, 0, 3] == 0
    assert read_marks(tmp_path / "s.png").says_generated


def test_a_film_carries_the_mark_too(qapp, layered, tmp_path):
    pytest.importorskip("av")
    order = TimelapseOrder(layered, tmp_path / "a.mp4", True, 120, 2, 5)
    export_timelapse(order)
    assert read_marks(order.path).source_type == SOURCE_TYPES["composite"]


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_a_time_lapse_grows_dab_by_dab_to_the_whole_painting(qapp, layered, tmp_path, suffix):
    order = TimelapseOrder(layered, tmp_path / f"a{suffix}", True, 120, 2, 10)
    heard = []
    export_timelapse(order, lambda done, total: heard.append((done, total)))
    with Image.open(order.path) as film:
        assert film.size == order.size == (120, 90)
        ink = []
        last = None
        for number in range(film.n_frames):
            film.seek(number)
            last = np.asarray(film.convert("RGB")).astype(int)
            ink.append(int((np.abs(last - (0xF3, 0xEE, 0xE2)).max(axis=2) > 12).sum()))
    assert len(ink) > 10 and ink[0] < ink[len(ink) // 3] < max(ink)
    whole = pixels_of(render(layered, 1, on_paper=True), opaque=True)
    assert np.abs(last - whole).mean() < 3
    assert heard[-1][0] == heard[-1][1] and [done for done, _ in heard] == sorted(done for done, _ in heard)
    assert read_marks(order.path).source_type == SOURCE_TYPES["composite"]
