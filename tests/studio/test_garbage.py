"""Widgets that only a reference cycle kept alive end in the GUI thread, whoever makes the garbage."""

import threading

from PySide6.QtCore import QObject, QThread

from studio.garbage import GuiThreadGarbage


class Knot(QObject):
    """Kept alive by itself alone; notes the thread in which it ends."""

    ended_in: list[QThread] = []

    def __init__(self) -> None:
        super().__init__()
        self.itself = self

    def __del__(self) -> None:
        self.ended_in.append(QThread.currentThread())


def make_much_garbage() -> None:
    """Far more cycles than Python's automatic search would let pass."""
    for _ in range(20_000):
        knot: list[object] = []
        knot.append(knot)


def test_cycles_of_qt_objects_end_in_the_gui_thread_though_another_thread_allocates(qtbot, qapp):
    garbage = GuiThreadGarbage()
    Knot.ended_in.clear()
    for _ in range(10):
        Knot()
    busy = threading.Thread(target=make_much_garbage)
    busy.start()
    busy.join()
    assert Knot.ended_in == []
    qtbot.waitUntil(lambda: len(Knot.ended_in) == 10, timeout=10_000)
    assert set(Knot.ended_in) == {qapp.thread()}
    garbage.deleteLater()
