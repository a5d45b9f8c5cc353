"""What is left behind when something goes wrong, also where nothing can be left."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from gan.errors import Failure
from studio.diagnostics import start_logging
from studio.pages.engine_words import EngineWords


@pytest.fixture(autouse=True)
def _the_log_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    root.setLevel(level)
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence_and_stops_nothing(
    qapp: object, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "logs"  # below a file: not even root can make it
    trouble = start_logging(folder)
    assert isinstance(trouble, Failure)
    assert trouble.sentence.startswith(f"Nothing can be written into {folder}. The studio works")
    assert EngineWords().sentence(trouble) == trouble.sentence
