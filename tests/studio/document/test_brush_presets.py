"""Brush presets on disk: they come back as they were, and a file that cannot be trusted is not."""

import json
from dataclasses import replace

import numpy as np
import pytest

from gan.errors import FileError
from gan.files import dump_json, sha256_of
from gan.latents import Latent, gaussian, one_hot
from studio.document.artwork import Brush
from studio.document.brush_presets import (
    LONGEST_NAME,
    MOST_PRESETS,
    BrushPreset,
    read_presets,
    tidy,
    write_presets,
)

LATENT = Latent(gaussian(3, 1, 6)[0], one_hot(2, 10))
PLAIN = BrushPreset("Plain", Brush())
RICH = BrushPreset(
    "Rain & 雨",
    Brush(
        12.5,
        0.3,
        0.7,
        "stroke",
        "#24376b",
        "stamp",
        "#c9451c",
        "pixels",
        1.25,
        90.0,
        0.4,
        "style",
        inverted=True,
    ),
    "travel",
    start=LATENT,
    target=Latent(np.ones(6), one_hot(7, 10)),
)


def test_presets_come_back_as_they_were(tmp_path):
    path = tmp_path / "folder" / "presets.json"
    assert read_presets(path) == ()
    presets = (PLAIN, RICH, BrushPreset("Year", Brush(), "sequence", "2026", chance=4))
    write_presets(path, presets)
    assert read_presets(path) == presets


def test_names_are_one_short_line():
    assert tidy("  how \n it  runs ") == "how it runs"
    assert len(tidy("x" * 200)) == LONGEST_NAME
    for name in ("", " a", "a\nb", "x" * (LONGEST_NAME + 1), "a\u202eb", 7):
        with pytest.raises((ValueError, AttributeError)):
            replace(PLAIN, name=name)


def sealed(presets: object, **head: object) -> bytes:
    """A file whose hash is right, whatever it says."""
    return dump_json(
        {"format_version": 1, "sha256": sha256_of(dump_json(presets)), "presets": presets} | head
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda preset: preset.update(name=""),
        lambda preset: preset.update(name=7),
        lambda preset: preset.update(along="sideways"),
        lambda preset: preset.update(text="x" * 65),
        lambda preset: preset.update(any_class=1),
        lambda preset: preset.update(chance=-1),
        lambda preset: preset.update(chance=True),
        lambda preset: preset.update(start="not a latent"),
        lambda preset: preset.update(start=7),
        lambda preset: preset.update(glitter=1),
        lambda preset: preset.pop("target"),
        lambda preset: preset.update(brush=[]),
        lambda preset: preset["brush"].update(size_px=0),
        lambda preset: preset["brush"].update(glitter=1),
        lambda preset: preset["brush"].pop("pressure"),
    ],
)
def test_impossible_presets_are_refused_and_the_file_stays(tmp_path, change):
    path = tmp_path / "presets.json"
    write_presets(path, [RICH])
    presets = json.loads(path.read_bytes())["presets"]
    path.write_bytes(sealed(presets))
    assert read_presets(path) == (RICH,)
    change(presets[0])
    content = sealed(presets)
    path.write_bytes(content)
    with pytest.raises(FileError, match="could not be read"):
        read_presets(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        sealed([], format_version=2),
        sealed([], sha256="0" * 64),
        sealed({}),
        sealed([7]),
        sealed([], more=1),
        sealed([json.loads('{"name": "a"}')] * (MOST_PRESETS + 1)),
    ],
)
def test_damaged_files_are_refused(tmp_path, content):
    path = tmp_path / "presets.json"
    path.write_bytes(content)
    with pytest.raises(FileError):
        read_presets(path)


def test_a_folder_is_no_file_of_presets(tmp_path):
    with pytest.raises(FileError):
        read_presets(tmp_path)
