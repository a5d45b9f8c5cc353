"""A name that is changed where it stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from studio.widgets.controls.editable_name import EditableName

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def name(qtbot) -> EditableName:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(name := EditableName("Direction 3"))
    layout.addWidget(EditableName("Direction 4"))
    window.show()
    window.activateWindow()
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    name.window_of_test = window  # keeps it alive
    return name


def field_of(name: EditableName) -> QLineEdit:
    return name.findChild(QLineEdit)


def test_f2_and_enter_give_a_name_and_the_focus_is_where_it_was(qtbot, name):
    given = []
    name.named.connect(given.append)
    qtbot.keyClick(name, Qt.Key.Key_F2)
    qtbot.keyClicks(field_of(name), "  How  it leans ")
    qtbot.keyClick(field_of(name), Qt.Key.Key_Return)
    assert given == ["How it leans"]
    assert field_of(name).isHidden() and name.hasFocus()


def test_escape_leaves_the_name_as_it_was(qtbot, name):
    given = []
    name.named.connect(given.append)
    name.set_name("Slant")
    qtbot.mouseDClick(name, LEFT)
    assert field_of(name).text() == "Slant"
    qtbot.keyClicks(field_of(name), "Nonsense")
    qtbot.keyClick(field_of(name), Qt.Key.Key_Escape)
    assert given == [] and name.shown == "Slant" and name.hasFocus()


def test_going_elsewhere_takes_what_was_typed(qtbot, name):
    given = []
    name.named.connect(given.append)
    other = next(one for one in name.parentWidget().findChildren(EditableName) if one is not name)
    qtbot.keyClick(name, Qt.Key.Key_F2)
    qtbot.keyClicks(field_of(name), "Slant")
    other.edit()
    assert given == ["Slant"]
    assert field_of(other).hasFocus(), "the field that was left does not take the focus back"


def test_an_empty_field_asks_for_the_usual_name_again(qtbot, name):
    given = []
    name.named.connect(given.append)
    name.set_name("Slant")
    qtbot.keyClick(name, Qt.Key.Key_F2)
    qtbot.keyClick(field_of(name), Qt.Key.Key_Delete)
    assert field_of(name).placeholderText() == "Direction 3"
    qtbot.keyClick(field_of(name), Qt.Key.Key_Return)
    assert given == [""]
    name.set_name("")
    assert name.shown == name.accessibleName() == "Direction 3"


def test_keys_that_mean_something_to_the_room_are_only_letters_while_a_name_is_typed(qtbot, name):
    heard = []
    name.parentWidget().keyPressEvent = heard.append
    qtbot.keyClick(name, Qt.Key.Key_F2)
    qtbot.keyClicks(field_of(name), "pxb")
    qtbot.keyClick(field_of(name), Qt.Key.Key_Up)
    qtbot.keyClick(field_of(name), Qt.Key.Key_Return)
    assert heard == []
