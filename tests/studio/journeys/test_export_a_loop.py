"""Pictures on a way leave as a loop that other programs open; what is called off leaves nothing."""

import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence
from PySide6.QtWidgets import QLabel

from gan.latents import Latent, gaussian, one_hot
from gan.media.loop import has_video
from gan.media.provenance import read_marks
from studio.document.travel import latents_between
from studio.pages.loop_export import LoopExport
from studio.session import Session
from tests.studio.journeys.hand import export

COUNT = 12
PATIENCE_MS = 20_000


@pytest.fixture
def exporter(studio) -> LoopExport:
    return LoopExport(studio.session, studio.window)


@pytest.fixture
def latents(session: Session) -> list[Latent]:
    model = session.inference.info.model
    a, b = (
        Latent(z, one_hot(label, model.classes))
        for z, label in zip(gaussian(4, 2, model.z_size), (3, 8), strict=False)
    )
    return [Latent(*pair) for pair in zip(*latents_between(a, b, np.linspace(0, 1, COUNT)), strict=False)]


@pytest.fixture
def dialog(qtbot, exporter, latents, tmp_path):
    dialog = exporter.show(latents, name="path")
    dialog.set_folder(tmp_path)
    qtbot.waitUntil(dialog.export_button.isEnabled, timeout=PATIENCE_MS)
    yield dialog
    dialog.reject()


def frames_of(path: Path) -> list[np.ndarray]:
    with Image.open(path) as image:
        return [np.asarray(frame.convert("L"), dtype=int) for frame in ImageSequence.Iterator(image)]


@pytest.mark.parametrize("form", [".gif", ".png", ".webp"])
def test_a_seamless_loop_goes_round_without_a_jump(qtbot, session, dialog, tmp_path, form):
    dialog.form.set_value(form)
    dialog.playing.set_value("seamless")
    dialog.scale.set_value(2)
    path = export(qtbot, session, dialog)
    frames = frames_of(path)
    assert len(frames) > 1.5 * COUNT and frames[0].shape == (56, 56)
    changes = [np.abs(a - b).mean() for a, b in zip(frames, frames[1:] + frames[:1], strict=True)]
    assert changes[-1] <= 1.5 * max(changes[:-1])  # from the last to the first it is a step like any other
    assert changes[-1] < 0.5 * np.abs(frames[0] - frames[COUNT - 1]).mean()
    assert read_marks(path).says_generated
    assert str(tmp_path).encode() not in path.read_bytes()


def test_the_time_of_each_picture_is_what_was_asked_for(qtbot, session, dialog):
    dialog.form.set_value(".gif")
    dialog.playing.set_value("ping-pong")
    dialog.fps.set_value(25)
    with Image.open(export(qtbot, session, dialog)) as loop:
        times = [frame.info["duration"] for frame in ImageSequence.Iterator(loop)]
        assert times == [40] * (2 * COUNT - 2) and loop.info["loop"] == 0


@pytest.mark.skipif(not has_video(), reason='needs the extra "video"')
def test_a_film_opens_elsewhere(qtbot, session, dialog):
    import av

    dialog.form.set_value(".mp4")
    dialog.playing.set_value("forward")
    dialog.fps.set_value(10)
    with av.open(export(qtbot, session, dialog)) as film:
        stream = film.streams.video[0]
        assert float(stream.average_rate) == 10 and len(list(film.decode(stream))) == COUNT


def test_numbered_frames_are_exactly_what_the_generator_drew(qtbot, session, dialog, exporter):
    dialog.form.set_value("frames")
    dialog.playing.set_value("reverse")
    dialog.edges.set_value("pixels")
    dialog.ground.set_value("plain")
    dialog.scale.set_value(1)
    folder = export(qtbot, session, dialog)
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == [f"{number:05d}.png" for number in range(1, COUNT + 1)]
    drawn = [np.asarray(Image.open(file)) for file in files]
    assert (np.stack(drawn)[::-1] == exporter.frames[:COUNT, ..., 0]).all()


@pytest.mark.parametrize("form", [".gif", ".png", ".webp", "frames"])
def test_what_is_called_off_leaves_nothing(qtbot, session, dialog, tmp_path, form):
    dialog.form.set_value(form)
    before = threading.Event()
    session.exports.run(
        before.wait
    )  # so that it is called off before it can be done, however fast the machine
    dialog.export_button.click()
    dialog.close_button.click()  # it says Cancel
    before.set()
    qtbot.waitUntil(lambda: dialog.export_button.isEnabled(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not session.exports.is_busy, timeout=PATIENCE_MS)
    assert list(tmp_path.iterdir()) == [] and dialog.isVisible()


def test_a_place_that_cannot_be_written_is_said_in_the_dialog(qtbot, session, dialog, tmp_path):
    (tmp_path / "stick").mkdir()
    dialog.set_folder(tmp_path / "stick")
    (tmp_path / "stick").rmdir()  # pulled out at the last moment
    dialog.export_button.click()
    qtbot.waitUntil(lambda: not session.exports.is_busy, timeout=PATIENCE_MS)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "No such file or directory" in said and not dialog.reveal_button.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_the_dialog_remembers_its_answers(qtbot, session, exporter, latents, dialog, tmp_path):
    dialog.form.set_value(".webp")
    dialog.fps.set_value(30)
    dialog.ground.set_value("transparent")
    dialog.playing.set_value("reverse")
    dialog.scale.set_value(3)
    export(qtbot, session, dialog)
    answers = dialog.answers
    dialog.reject()
    again = exporter.show(latents, name="path")
    assert again.path == tmp_path / "path 2.webp"
    assert (again.answers.fps, again.answers.playing, again.answers.look) == (30, "reverse", answers.look)
    again.reject()
