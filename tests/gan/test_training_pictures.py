"""Folders of any pictures, from files to a trained generator and back to a file."""

import json
from collections.abc import Generator
from pathlib import Path
from typing import cast

import numpy as np
import pytest
import torch
from PIL import Image

import gan
from gan.cli import main
from gan.commands.training import KNOWN_SETS
from gan.config import TrainingRequest
from gan.data.catalogue import CATALOGUE
from gan.errors import UserError
from gan.events import DataPrepared, RunStarted, StepsDone, TrainingEvent, Warned
from gan.run_folder import RunFolder
from gan.tensor_file import read_tensors


@pytest.fixture(params=["L", "RGB", "RGBA"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def draw_folder(folder: Path, mode: str, count: int = 20) -> Path:
    """Discs of many sizes and colours, on nothing where there is transparency."""
    folder.mkdir()
    chooser = np.random.default_rng(2)
    rows, columns = np.mgrid[:48, :60]
    for index in range(count):
        disc = (rows - 24) ** 2 + (columns - 30) ** 2 < int(chooser.integers(8, 20)) ** 2
        pixels = np.zeros((48, 60, 4), np.uint8)
        pixels[disc] = (*chooser.integers(60, 256, 3), 255)
        pixels[..., 3] = 255 * disc
        Image.fromarray(pixels).convert(mode).save(folder / f"{index:02}.png")
    return folder


def _request(folder: Path, **changes: object) -> TrainingRequest:
    return TrainingRequest.from_json({"dataset": str(folder), "steps": 4, "device": "cpu", **changes})


@pytest.mark.parametrize("preset", ["quick", "textbook"])
@pytest.mark.parametrize("image_size", [32, 64])
def test_a_folder_is_trained_on_and_drawn_from_in_its_own_colours(
    tmp_path: Path, mode: str, image_size: int, preset: str
) -> None:
    folder = draw_folder(tmp_path / "discs", mode)
    steps = 2 if preset == "textbook" else 4
    run = gan.train(
        _request(folder, image_size=image_size, fit="pad", preset=preset, steps=steps), tmp_path / "run"
    )
    started = next(event for event in run if isinstance(event, RunStarted))
    cast(Generator[TrainingEvent], run).close()
    assert (started.dataset.image_size, started.dataset.fit) == (image_size, "pad")
    channels = len(mode)
    maker = gan.open_image_maker(tmp_path / "run")
    assert (maker.info.model.image_size, maker.info.model.channels) == (image_size, channels)
    z = np.zeros((3, maker.info.model.z_size), np.float32)
    assert maker.make(z, np.ones((3, 1), np.float32)).shape == (3, image_size, image_size, channels)


def test_sprites_come_out_transparent(tmp_path: Path) -> None:
    folder = draw_folder(tmp_path / "sprites", "RGBA")
    for _ in gan.train(_request(folder, image_size=32, steps=100, seed=1), tmp_path / "run"):
        pass
    out = tmp_path / "sheet.png"
    assert main(["sample", str(tmp_path / "run"), "--per-class", "12", "--out", str(out)]) == 0
    with Image.open(out) as sheet:
        assert (sheet.mode, sheet.size) == ("RGBA", (12 * 32, 32))
        alpha = np.asarray(sheet)[..., 3].reshape(32, 12, 32)
    corners, middles = alpha[:4, :, :4].mean(), alpha[14:18, :, 14:18].mean()
    assert corners < 60 and middles > 190  # after 100 steps it knows where there is nothing


def test_from_the_disk_a_run_computes_the_same_bits_as_from_memory_also_when_it_is_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = draw_folder(tmp_path / "discs", "RGBA")
    for _ in gan.train(_request(folder, image_size=32, steps=30), tmp_path / "whole"):
        pass
    monkeypatch.setattr("gan.minibatches.RESIDENT_BYTES", 0)
    run = gan.train(_request(folder, image_size=32, steps=30), tmp_path / "parts")
    next(event for event in run if isinstance(event, StepsDone))
    cast(Generator[TrainingEvent], run).close()
    for _ in gan.resume(tmp_path / "parts"):
        pass
    whole, parts = (
        read_tensors(RunFolder(tmp_path / name).checkpoint_files()[-1], "checkpoint")[0]
        for name in ("whole", "parts")
    )
    assert whole.keys() == parts.keys()
    assert [name for name in whole if not torch.equal(whole[name], parts[name])] == []


def test_decoding_is_reported_before_the_run_starts_and_can_be_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gan.data.image_folder.REPORTS_FROM_S", 0.0)
    folder = draw_folder(tmp_path / "discs", "RGB")
    run = gan.train(_request(folder), tmp_path / "run")
    assert isinstance(next(run), DataPrepared)
    cast(Generator[TrainingEvent], run).close()
    assert not (tmp_path / "run").exists()
    events = list(gan.train(_request(folder), tmp_path / "run"))
    places = [place for place, event in enumerate(events) if isinstance(event, DataPrepared)]
    assert places and isinstance(events[len(places)], RunStarted)


def test_what_was_skipped_is_said_when_the_run_starts(tmp_path: Path) -> None:
    folder = draw_folder(tmp_path / "discs", "RGB")
    (folder / "notes.png").write_text("not a picture")
    warned = [event for event in gan.train(_request(folder), tmp_path / "run") if isinstance(event, Warned)]
    (skipped,) = (event for event in warned if event.code == "pictures-skipped")
    assert skipped.sentence == "1 of 21 pictures could not be used."
    assert skipped.values["files"] == (("notes.png", "it could not be decoded"),)


def test_the_command_line_takes_size_and_fit_and_names_every_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = draw_folder(tmp_path / "discs", "RGB")
    options = ["--image-size", "64", "--fit", "stretch", "--steps", "2", "--json"]
    assert main(["train", "--data", str(folder), *options, "--out", str(tmp_path / "run")]) == 0
    said = capsys.readouterr()
    assert "20 pictures of 64 px, colour (stretch)" in said.err
    assert json.loads(said.out.splitlines()[-1])["step"] == 2
    assert KNOWN_SETS.replace(" or ", ", ").split(", ") == list(CATALOGUE)


def test_the_terminal_lists_what_was_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = draw_folder(tmp_path / "discs", "L", count=3)
    for index in range(101):
        (folder / f"odd {index:03}.png").write_text("not a picture")
    assert main(["train", "--data", str(folder), "--steps", "1", "--out", str(tmp_path / "run")]) == 0
    said = capsys.readouterr().err
    assert "101 of 104 pictures could not be used.\n  odd 000.png: it could not be decoded\n" in said
    assert "  and 1 more\n" in said


def test_a_recipe_from_before_sizes_could_be_chosen_still_reads() -> None:
    request = TrainingRequest.from_json({"dataset": "mnist", "preset": "quick"})
    assert (request.image_size, request.fit) == (28, "crop")


@pytest.mark.parametrize("change", [{"image_size": 48}, {"image_size": "28"}, {"fit": "squeeze"}])
def test_sizes_and_fits_that_do_not_exist_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(UserError, match="it can be"):
        TrainingRequest.from_json({"dataset": "x", **change})
