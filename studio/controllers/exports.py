"""The window's face of exports: a page hands over a callable, and hears how it went."""

from __future__ import annotations

from studio.controllers.job_queue import JobQueue


class ExportController(JobQueue):
    """Writes files outside the GUI thread, one after another."""
