"""The list of runs: what it says of each, also of those that are damaged."""

from collections.abc import Generator
from pathlib import Path
from typing import cast

import pytest

import gan
from gan.config import TrainingRequest
from gan.errors import UserError
from gan.run_folder import RunFolder


@pytest.fixture
def runs(picture_folder: Path, tmp_path: Path) -> Path:
    """One that was finished and one that was stopped at once."""
    for name in ("First", "Second"):
        request = TrainingRequest(dataset=str(picture_folder), steps=2, device="cpu", seed=5)
        run = gan.train(request, tmp_path / "runs" / name)
        if name == "Second":
            next(run)
            cast(Generator[object], run).close()
        for _ in run:
            pass
    return tmp_path / "runs"


def test_runs_are_listed_with_what_they_are_and_how_far_they_came(runs: Path, picture_folder: Path) -> None:
    second, first = gan.list_runs(runs)
    assert (first.name, first.state, first.step, first.steps_total) == ("First", "finished", 2, 2)
    assert (first.dataset_name, first.preset) == (picture_folder.name, "quick")
    assert first.elapsed_s > 0 and first.quality == {}
    assert first.thumbnail is not None and first.thumbnail.name == "step-0000000002.png"
    assert (second.name, second.state, second.step) == ("Second", "empty", 0)
    assert second.thumbnail is None


def test_a_damaged_run_is_listed_with_a_sentence_and_hides_no_other(runs: Path) -> None:
    RunFolder(runs / "First").config_file.write_text("{", encoding="utf-8")
    (runs / "no run").mkdir()
    (runs / "a file").touch()
    by_name = {run.name: run for run in gan.list_runs(runs)}
    assert by_name.keys() == {"First", "Second"}
    assert by_name["First"].state == "damaged" and by_name["First"].sentence.startswith("This is not JSON")
    assert gan.list_runs(runs / "nowhere") == ()


def test_the_last_measured_quality_is_listed(runs: Path) -> None:
    for value in (0.9, 0.3):
        line = {"event": "quality-measured", "step": 1, "elapsed_s": 2.5, "digit_fid": value, "recall": None}
        RunFolder(runs / "First").append_event(line)
    by_name = {run.name: run for run in gan.list_runs(runs)}
    assert by_name["First"].quality == {"digit_fid": 0.3}


def test_a_run_is_shown_by_the_name_it_is_given_and_its_generator_too(runs: Path) -> None:
    gan.rename_run(runs / "First", "  Näher am Strich ")
    assert {run.name for run in gan.list_runs(runs)} == {"Näher am Strich", "Second"}
    for _ in gan.resume(runs / "First", steps=3):
        pass
    assert gan.open_image_maker(runs / "First").info.name == "Näher am Strich"
    RunFolder(runs / "First").name_file.write_bytes(b"[]")
    assert {run.name for run in gan.list_runs(runs)} == {"First", "Second"}


@pytest.mark.parametrize("name", ["", "   ", "a\nb", "x" * 81])
def test_a_name_is_a_short_line(name: str, runs: Path) -> None:
    with pytest.raises(UserError, match="1 to 80 signs"):
        gan.rename_run(runs / "First", name)


def test_the_settings_of_a_run_can_be_asked_for_again(runs: Path, picture_folder: Path) -> None:
    request = gan.request_of(runs / "First")
    assert (request.dataset, request.steps, request.seed) == (str(picture_folder), 2, 5)


def test_the_size_of_a_run_is_that_of_all_its_files(runs: Path) -> None:
    before = gan.run_size(runs / "First")
    assert before > 1_000_000
    (runs / "First" / "samples" / "more").write_bytes(bytes(777))
    assert gan.run_size(runs / "First") == before + 777
