"""The pointer over the canvas: what the tool does, or what a press would take hold of."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

from studio.widgets.canvas.selection_frame import FramePart

_Shape = Qt.CursorShape
_OF_TOOLS: Mapping[str, Qt.CursorShape] = {  # brush and eraser show a ring instead
    "pick": _Shape.CrossCursor,
    "stencil": _Shape.CrossCursor,
    "type": _Shape.IBeamCursor,
}
_OF_FRAME: Mapping[FramePart, Qt.CursorShape] = {
    "scale": _Shape.SizeFDiagCursor,
    "turn": _Shape.PointingHandCursor,
    "move": _Shape.SizeAllCursor,
    "": _Shape.ArrowCursor,
}


def cursor_for(tool: str, part: FramePart, *, pans: bool, panning: bool) -> Qt.CursorShape:
    """``part``: of the frame around the selection, that lies under the pointer."""
    if panning:
        return _Shape.ClosedHandCursor
    if pans:
        return _Shape.OpenHandCursor
    return _OF_FRAME[part] if tool == "select" else _OF_TOOLS.get(tool, _Shape.BlankCursor)
