"""What holds for every test of the window: numbers are written as in the program."""

import pytest

from studio.number_style import set_thousands_apart


@pytest.fixture(autouse=True)
def _numbers_as_in_the_program() -> None:
    """Otherwise a test would read other numbers after one that built the studio than before it."""
    set_thousands_apart()
