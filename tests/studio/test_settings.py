"""Settings across starts."""

import pytest
from PySide6.QtCore import QByteArray

from studio.settings import Settings


@pytest.mark.parametrize(
    "value", [True, False, 3, -0.25, "中文 “quoted”", QByteArray(b"\x00\xff"), ["a", "b, c"], ["one"]]
)
def test_a_value_is_read_back_by_the_next_start_as_it_was(tmp_path, value):
    path = tmp_path / "settings.ini"
    first = Settings(path)
    first.set_value("room/key", value)
    first.save()
    read = Settings(path).value("room/key", type(value)())
    assert read == value
    assert type(read) is type(value)


def test_a_missing_value_reads_as_the_default(tmp_path):
    assert Settings(tmp_path / "settings.ini").value("explore/variety", 0.8) == 0.8


@pytest.mark.parametrize("default", [True, 7, 0.5, QByteArray(b"x")])
def test_a_value_of_another_kind_reads_as_the_default(tmp_path, default):
    path = tmp_path / "settings.ini"
    path.write_text("[explore]\nvariety=not a number, not a truth\n")
    assert Settings(path).value("explore/variety", default) == default


def test_a_file_of_noise_reads_as_defaults(tmp_path):
    path = tmp_path / "settings.ini"
    path.write_bytes(bytes(range(256)) * 10)
    assert Settings(path).value("explore/variety", 0.8) == 0.8
