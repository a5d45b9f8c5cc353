"""How a worker notes what went wrong: known failures in a line, unknown ones with their trace."""

from __future__ import annotations

import logging

from gan.errors import Failure, GanError, describe

log = logging.getLogger(__name__)


def noted(error: Exception, what: str) -> Failure:
    """Log ``error``, which happened to ``what``, and say it as a value."""
    failure = describe(error)
    if isinstance(error, GanError):
        log.info("%s: %s", what, failure.sentence)
    else:
        log.error("%s failed", what, exc_info=error)
    return failure
