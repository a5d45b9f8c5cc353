"""What stands around the pad."""

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from studio.widgets.controls.slider_track import SliderTrack
from studio.widgets.controls.variety_slider import VarietySlider
from studio.widgets.explore.class_readout import ClassReadout
from studio.widgets.explore.direction_slider import DirectionSlider
from studio.widgets.pad.latent_pad import LatentPad
from studio.widgets.pad.pad_frame import AxisWords, PadFrame, cell_px
from studio.widgets.pictures.picture_view import PictureView

LEFT = Qt.MouseButton.LeftButton
NAMES = tuple("0123456789")


@pytest.mark.parametrize(
    ("room", "cell"), [((1208, 704), 40), ((1848, 984), 56), ((888, 444), 20), ((300, 200), 16)]
)
def test_a_cell_is_as_large_as_the_room_allows_in_steps_of_four(room, cell):
    assert cell_px(QSize(*room)) == cell


def test_the_sheet_is_a_whole_number_of_cells(qtbot):
    frame = PadFrame(LatentPad())
    qtbot.addWidget(frame)
    frame.set_axes(AxisWords("leans left", "Slant", "leans right"), AxisWords("thin", "Thickness", "thick"))
    frame.fit(QSize(1208, 704))
    assert frame.pad.sheet_rect().width() == 640
    frame.show()
    assert not frame.grab().isNull()


def test_the_judge_is_quoted_with_its_doubts(qtbot):
    readout = ClassReadout()
    qtbot.addWidget(readout)
    probabilities = np.zeros(10, np.float32)
    probabilities[[7, 9, 0, 1]] = 0.84, 0.11, 0.02, 0.01
    readout.show_probabilities(probabilities, NAMES)
    words = [label.text() for label in readout.findChildren(QLabel)]
    assert {"7", "84%", "also 9 at 11%, 0 at 2%"} <= set(words)
    readout.show_probabilities(np.eye(10, dtype=np.float32)[4], NAMES)
    assert "" in [label.text() for label in readout.findChildren(QLabel)]


def test_variety_goes_back_to_the_usual_on_a_double_click(qtbot):
    slider = VarietySlider()
    qtbot.addWidget(slider)
    slider.show()
    track = slider.findChild(SliderTrack)
    values = []
    slider.value_changed.connect(values.append)
    qtbot.keyClick(track, Qt.Key.Key_End)
    qtbot.mouseDClick(track, LEFT)
    assert values[0] == 2.0 and values[-1] == pytest.approx(0.8)


def test_a_click_on_the_picture_at_an_end_goes_there(qtbot):
    slider = DirectionSlider("Width")
    qtbot.addWidget(slider)
    slider.set_ends(np.zeros((28, 28, 1), np.uint8), np.zeros((28, 28, 1), np.uint8))
    slider.show()
    values = []
    slider.value_changed.connect(values.append)
    low, high = slider.findChildren(PictureView)
    qtbot.mouseClick(high, LEFT)
    qtbot.mouseClick(low, LEFT)
    assert values == [3.0, -3.0]


def test_the_tab_key_reaches_the_picture_at_either_end(qtbot):
    window, before, slider = QWidget(), QPushButton("before"), DirectionSlider("Width")
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for widget in (before, slider):
        layout.addWidget(widget)
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    low, high = slider.findChildren(PictureView)
    for expected in (low, slider.findChild(SliderTrack), high):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected
