"""Which keys move a puck over its pad, and which look closer or further."""

from __future__ import annotations

from PySide6.QtCore import Qt

ZOOM_A_NOTCH = 1.2
KEY_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
ZOOM_KEYS = {
    Qt.Key.Key_Plus: 1 / ZOOM_A_NOTCH,
    Qt.Key.Key_Equal: 1 / ZOOM_A_NOTCH,
    Qt.Key.Key_Minus: ZOOM_A_NOTCH,
}
