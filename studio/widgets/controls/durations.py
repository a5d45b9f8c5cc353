"""Spans of time in the few characters that a chart, a bar or a status line has."""

from __future__ import annotations


def clock_text(seconds: float) -> str:
    """2:05, or 1:02:05 from an hour on."""
    whole = max(0, round(seconds))
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"
