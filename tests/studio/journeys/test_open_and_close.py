"""A person opens the studio, closes it while it trains, and finds everything again."""

import signal
import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from gan import places
from gan.config import TrainingRequest
from gan.errors import Failure
from gan.latents import Latent, gaussian, one_hot
from gan.run_folder import RunFolder
from studio.app import Studio
from studio.diagnostics import UnexpectedErrors
from studio.document.artwork import Brush, Stamp, Stroke
from studio.quit_signals import QuitSignals
from studio.settings import Settings

TRAINING_MS = READY_MS = 60_000


def start_training(qtbot, studio) -> None:
    request = TrainingRequest(dataset="practice", device="cpu")
    with qtbot.waitSignal(studio.session.run_changed, timeout=TRAINING_MS):
        studio.session.start_training(request)


def test_nothing_heavy_is_imported_before_the_window_is_painted():
    """In a process of its own, since another test may have imported it already."""
    code = (
        "import sys, studio.app\n"
        "application = studio.app.make_application(['test'])\n"
        "def look():\n"
        "    heavy = {'torch', 'torchvision', 'pyqtgraph', 'PIL', 'numpy', 'studio.session'} & set(sys.modules)\n"
        "    print('painted before', *sorted(heavy))\n"
        "    window.closing.leave()\n"
        "window = studio.app.Studio()\n"
        "window.window.painted.disconnect()\n"
        "window.window.painted.connect(look)\n"
        "window.left.connect(application.exit)\n"
        "window.show()\n"
        "application.exec()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, timeout=60, capture_output=True, text=True
    )
    assert done.stdout == "painted before\n"


def test_a_window_that_is_closed_before_it_is_painted_leaves_at_once():
    code = (
        "import sys, studio.app\n"
        "from PySide6.QtCore import QTimer\n"
        "application = studio.app.make_application(['test'])\n"
        "studio = studio.app.Studio()\n"
        "studio.left.connect(application.exit)\n"
        "studio.show()\n"
        "QTimer.singleShot(0, studio.close)\n"
        "application.exec()\n"
        "assert 'torch' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_the_generator_that_ships_is_open_soon_after_the_start(studio):
    assert studio.session.generator_source == "shipped"
    assert studio.session.inference.info.model.classes == 10
    assert "CPU" in studio.window.status_line.text


def test_explore_follows_the_run_while_it_trains_and_after_it_stopped(qtbot, studio):
    start_training(qtbot, studio)
    qtbot.waitUntil(lambda: studio.session.generator_source == "run", timeout=TRAINING_MS)
    with qtbot.waitSignal(studio.session.training.ended, timeout=TRAINING_MS):
        studio.session.training.stop()
    assert RunFolder(places.runs_folder() / "Run 1").checkpoint_files()
    studio.session.open_shipped()
    qtbot.waitUntil(lambda: studio.session.generator_source == "shipped")


def test_closing_while_training_hides_the_window_at_once_and_saves(qtbot, studio):
    start_training(qtbot, studio)
    with qtbot.waitSignal(studio.left, timeout=TRAINING_MS):
        studio.window.close()
        assert not studio.window.isVisible()
    assert RunFolder(places.runs_folder() / "Run 1").checkpoint_files()


def answer_question(qtbot, studio, button) -> None:
    """Press a button of the question that is open, and wait until it is gone."""

    def press() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        question.button(button).click()

    QTimer.singleShot(0, studio, press)
    studio.close()


def paint_something(studio) -> None:
    stamp = Stamp(Latent(gaussian(1, 1, 64)[0], one_hot(3, 10)), np.full((28, 28, 1), 200, np.uint8))
    dabs, path = np.array([[100, 100, 60, 0, 0]]), np.array([[100, 100]])
    studio.session.artwork.add_stroke(
        Stroke(kind="ink", brush=Brush(), stamps=(stamp,), dabs=dabs, path=path)
    )


def test_unsaved_work_is_asked_about_before_anything_closes(qtbot, studio):
    paint_something(studio)
    answer_question(qtbot, studio, QMessageBox.StandardButton.Cancel)
    assert studio.window.isVisible()
    assert studio.session.artwork.is_modified
    with qtbot.waitSignal(studio.left, timeout=TRAINING_MS):
        answer_question(qtbot, studio, QMessageBox.StandardButton.Discard)


def test_a_second_signal_does_not_wait_for_the_answer(qtbot, studio):
    paint_something(studio)
    QTimer.singleShot(0, studio, studio.close)
    with qtbot.waitSignal(studio.left, timeout=TRAINING_MS):
        studio.close()
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_takes_the_way_of_the_window_s_cross(qtbot, studio, number):
    signals = QuitSignals()
    signals.asked.connect(studio.close)
    signals.install()
    with qtbot.waitSignal(studio.left, timeout=TRAINING_MS):
        signal.raise_signal(number)
    signals.uninstall()


def test_an_exception_in_a_slot_is_shown_and_the_studio_goes_on(qtbot, studio, capfd):
    class Clumsy(QObject):
        def stumble(self) -> None:
            raise RuntimeError("a slot fell over")

    errors = UnexpectedErrors()
    errors.caught.connect(studio.report)
    clumsy = Clumsy()
    errors.install()
    with qtbot.captureExceptions(), qtbot.waitSignal(studio.session.failed) as failed:
        errors.install()
        QTimer.singleShot(0, clumsy, clumsy.stumble)
    errors.uninstall()
    assert "a slot fell over" in failed.args[0].details
    assert studio.window.banner.isVisible()


def test_a_generator_that_cannot_be_opened_is_a_sentence_in_the_banner(qtbot, studio, tmp_path):
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"no generator at all")
    with qtbot.waitSignal(studio.session.failed) as failed:
        studio.open_file(broken)
    assert isinstance(failed.args[0], Failure)
    assert "broken.safetensors" in studio.window.banner.text
    assert studio.session.inference.info.model.classes == 10


def test_a_painting_named_on_the_command_line_opens_in_paint(studio, tmp_path):
    paint_something(studio)
    painted = studio.session.artwork.current
    studio.session.artwork.save(tmp_path / "three.latent")
    studio.session.artwork.new()
    studio.open_file(tmp_path / "three.latent")
    assert studio.window.current_room == "paint"
    assert studio.session.artwork.current == painted


def test_theme_and_room_are_remembered(qtbot, studio):
    studio.window.show_room("train")
    studio.window.theme_chosen.emit("light")
    with qtbot.waitSignal(studio.left, timeout=TRAINING_MS):
        studio.close()
    settings = studio.session.settings
    assert (settings.value("window/room", ""), settings.value("window/theme", "")) == ("train", "light")


def test_no_part_of_a_room_is_a_window_of_its_own_while_it_is_made(qtbot, qapp, studio_home):
    class Windows(QObject):
        shown: list[str] = []

        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
                self.shown.append(type(watched).__name__)
            return False

    windows = Windows()
    qapp.installEventFilter(windows)
    studio = Studio()
    try:
        studio.show()
        qtbot.waitUntil(lambda: bool(studio.window.current_room))
        while studio.window.build_room():
            pass
        assert windows.shown == ["MainWindow"]
        assert studio.window.isActiveWindow()
    finally:
        qapp.removeEventFilter(windows)
        with qtbot.waitSignal(studio.left):
            QTimer.singleShot(0, studio.closing.leave)
        studio.window.deleteLater()
        studio.deleteLater()


def test_a_room_that_is_made_late_knows_what_happened_before(qtbot, qapp, studio_home):
    settings = Settings(places.settings_file())
    settings.set_value("window/room", "models")
    settings.save()
    studio = Studio()
    try:
        studio.show()
        qtbot.waitUntil(lambda: bool(studio.window.current_room))
        studio.window.build_room = lambda: False  # none but those that are shown
        qtbot.waitUntil(lambda: studio.session.inference.info is not None, timeout=READY_MS)
        assert set(studio.window.pages) == {"models"}
        studio.window.show_room("train")
        said = [one.text() for one in studio.window.findChildren(QLabel) if one.isVisible()]
        assert "The engine is loading…" not in said and any("CPU" in text for text in said)
        studio.window.show_room("paint")
        paint_something(studio)
        model = studio.paint_page.side.list.model()
        rows = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        assert any(row.startswith("3") for row in rows), rows
    finally:
        with qtbot.waitSignal(studio.left):
            QTimer.singleShot(0, studio.closing.leave)
        studio.window.deleteLater()
        studio.deleteLater()
