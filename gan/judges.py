"""Which judge reads the pictures of a model: one that was trained for their data set, or one that ships."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from gan.config import ModelConfig
from gan.errors import FileError
from gan.judge import Judge, open_judge, shipped_judge_for
from gan.places import judges_folder

log = logging.getLogger(__name__)

_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


def judge_for(model: ModelConfig, dataset_fingerprint: str) -> Judge | None:
    """A judge of one's own for exactly that data set comes before one that ships; None where none can read it."""
    own = _own_judge(dataset_fingerprint)
    return own if own is not None and own.can_read(model) else shipped_judge_for(model)


def own_judge_file(dataset_fingerprint: str) -> Path:
    """Where a judge trained for that data set lies, whether or not it does."""
    return judges_folder() / f"{dataset_fingerprint}.safetensors"


def fingerprint_in(card: Mapping[str, object]) -> str:
    """Of the data set that a generator learnt, as its card tells; "" where it does not. A card may be a stranger's."""
    recipe = card.get("recipe")
    told = recipe.get("dataset_fingerprint") if isinstance(recipe, Mapping) else None
    return told if isinstance(told, str) and _FINGERPRINT.fullmatch(told) else ""


def _own_judge(dataset_fingerprint: str) -> Judge | None:
    if not _FINGERPRINT.fullmatch(dataset_fingerprint):
        return None
    file = own_judge_file(dataset_fingerprint)
    try:
        return _read_once(file, file.stat().st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=4)
def _read_once(file: Path, modified_ns: int) -> Judge | None:
    """While a window follows a run, its generator is reopened twice a second; ``modified_ns`` tells a new file."""
    try:
        return open_judge(file)
    except FileError:
        log.exception("the judge %s cannot be used", file.name)
        return None
