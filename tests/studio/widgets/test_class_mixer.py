"""Bars that always add up to one."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from studio.widgets.blend.class_mixer import ClassMixer, with_share

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def mixer(qtbot):
    mixer = ClassMixer()
    qtbot.addWidget(mixer)
    mixer.resize(472, mixer.sizeHint().height())
    mixer.set_classes(tuple("0123456789"))
    mixer.show()
    return mixer


def point(mixer, label, share):
    bar = mixer.bar_rect(label)
    return QPoint(round(bar.center().x()), round((1 - share) * bar.height()))


@given(st.lists(st.floats(0, 1), min_size=2, max_size=12), st.data())
def test_a_mix_adds_up_to_one_whatever_is_dragged(shares, data):
    if sum(shares) < 1e-3:
        return
    mix = np.array(shares) / sum(shares)
    index = data.draw(st.integers(0, len(mix) - 1))
    mixed = with_share(mix, index, data.draw(st.floats(-1, 2)))
    assert mixed.sum() == pytest.approx(1, abs=1e-5) and (mixed >= 0).all()


def test_the_others_keep_their_proportions():
    mixed = with_share([0.2, 0.5, 0.3, 0.0], 3, 0.5)
    assert mixed == pytest.approx([0.1, 0.25, 0.15, 0.5])


def test_the_only_class_stays_whole():
    assert with_share([0.0, 1.0], 1, 0.2).tolist() == [0.0, 1.0]


def test_a_bar_is_mixed_in_by_dragging(qtbot, mixer):
    mixes = []
    mixer.mix_changed.connect(mixes.append)
    qtbot.mousePress(mixer, LEFT, pos=point(mixer, 4, 0.1))
    qtbot.mouseMove(mixer, pos=point(mixer, 4, 0.5))
    with qtbot.waitSignal(mixer.edit_ended):
        qtbot.mouseRelease(mixer, LEFT, pos=point(mixer, 4, 0.5))
    assert len(mixes) == 2
    assert mixer.mix[[0, 4]] == pytest.approx([0.5, 0.5], abs=0.02)


def test_a_double_click_leaves_one_class_alone(qtbot, mixer):
    mixer.set_mix(np.full(10, 0.1))
    qtbot.mouseDClick(mixer, LEFT, pos=point(mixer, 7, 0.5))
    assert mixer.mix.tolist() == np.eye(10)[7].tolist()


def test_keys_do_what_the_mouse_does(qtbot, mixer):
    mixer.setFocus()
    qtbot.keyClick(mixer, Qt.Key.Key_Right)
    qtbot.keyClick(mixer, Qt.Key.Key_Up)
    qtbot.keyClick(mixer, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert mixer.mix[:2] == pytest.approx([0.94, 0.06], abs=1e-5)
    qtbot.keyClick(mixer, Qt.Key.Key_Return)
    assert mixer.mix[1] == 1


def test_a_mix_set_from_outside_is_not_reported(mixer):
    mixes = []
    mixer.mix_changed.connect(mixes.append)
    mixer.set_mix(np.full(10, 0.1))
    assert mixes == [] and "9 10%" in mixer.accessibleDescription()


def test_many_classes_still_have_a_bar_each(mixer):
    mixer.set_classes(tuple(f"class {index}" for index in range(47)))
    bars = [mixer.bar_rect(index) for index in range(47)]
    assert bars[-1].right() == pytest.approx(mixer.width())
    assert all(left.right() < right.left() for left, right in pairwise(bars))


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Return])
def test_an_edit_by_key_ends_at_once(qtbot, mixer, key):
    qtbot.keyClick(mixer, Qt.Key.Key_Right)
    with qtbot.waitSignal(mixer.edit_ended):
        qtbot.keyClick(mixer, key)
    with qtbot.assertNotEmitted(mixer.edit_ended):
        qtbot.keyClick(mixer, Qt.Key.Key_Left)


def test_a_share_beyond_the_whole_fills_its_bar_and_one_below_nothing_none(qtbot):
    mixer = ClassMixer()
    qtbot.addWidget(mixer)
    mixer.set_classes(("3", "8"))
    mixer.resize(mixer.sizeHint())
    mixer.set_mix([-0.5, 1.5])
    picture = mixer.grab().toImage()
    full, empty = mixer.bar_rect(1), mixer.bar_rect(0)
    assert picture.pixelColor(round(full.left()) + 4, round(full.bottom()) - 6) != picture.pixelColor(
        round(empty.left()) + 4, round(empty.bottom()) - 6
    )
    assert mixer.accessibleDescription() == "8 150%"


def test_a_share_by_hand_forgets_what_lay_below_nothing():
    assert with_share([-0.5, 1.5, 0.0], 2, 0.5) == pytest.approx([0.0, 0.5, 0.5])
