"""Keys that do on the canvas what the mouse does: which way they go, and how far."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

KEY_STEP_PX, FINE_KEY_STEP_PX = 8.0, 1.0
ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
PRESS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
