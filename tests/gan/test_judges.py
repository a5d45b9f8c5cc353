"""Judges for any labelled set: trained on request, kept by data set, found again, and refused when damaged."""

import json
from collections.abc import Generator, Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

import gan
from gan import judge_training
from gan.cli import main
from gan.config import ModelConfig, TrainingRequest
from gan.data import open_dataset, split_of
from gan.data.kept_aside import Pictures, split_by_lot
from gan.errors import FileError, UserError
from gan.events import DataPrepared, JudgeProgress, JudgeSaved
from gan.judge import JudgeNetwork, open_judge, shipped_judge_for
from gan.judge_training import learn_to_judge, steps_for, train_judge_for
from gan.judges import fingerprint_in, judge_for, own_judge_file


@pytest.fixture(autouse=True)
def _few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge_training, "LEAST_STEPS", 25)
    monkeypatch.setattr(judge_training, "MOST_STEPS", 25)


def _saved(events: Iterator[object]) -> JudgeSaved:
    *_, last = events
    assert isinstance(last, JudgeSaved)
    return last


def test_a_judge_of_a_folder_reads_pictures_it_never_saw_and_is_found_by_its_fingerprint(
    picture_folder: Path,
) -> None:
    dataset = open_dataset(str(picture_folder))
    model = ModelConfig(class_names=("lying", "standing"))
    assert judge_for(model, dataset.fingerprint) is None
    saved = _saved(train_judge_for(str(picture_folder), None))
    assert saved.path == own_judge_file(dataset.fingerprint)
    assert (saved.pictures, saved.test_pictures) == (36, 12)
    assert saved.test_accuracy > 0.9
    found = judge_for(model, dataset.fingerprint)
    assert found is not None and found.card["test_accuracy"] == saved.test_accuracy
    assert judge_for(model, "0" * 64) is None
    assert saved.path.with_suffix(".md").read_text("utf-8").startswith("# The judge for pictures")


def test_a_generator_trained_on_those_pictures_then_has_a_judge(picture_folder: Path, tmp_path: Path) -> None:
    request = TrainingRequest(dataset=str(picture_folder), steps=2, device="cpu")
    for _ in gan.train(request, tmp_path / "run"):
        pass
    assert not gan.open_image_maker(tmp_path / "run").info.has_judge
    saved = _saved(train_judge_for(str(picture_folder), None))
    maker = gan.open_image_maker(tmp_path / "run")
    assert maker.info.has_judge
    read = maker.read(open_dataset(str(picture_folder)).images[:3])
    assert read is not None and read.shape == (3, 2)
    saved.path.write_bytes(saved.path.read_bytes()[:-1] + b"\x55")
    assert not gan.open_image_maker(tmp_path / "run").info.has_judge


def test_a_judge_of_ones_own_comes_before_the_one_that_ships_but_only_for_its_data_set(
    tmp_path: Path,
) -> None:
    rng = np.random.default_rng(0)
    for digit in range(10):
        (tmp_path / str(digit)).mkdir()
        for index in range(8):
            pixels = rng.integers(0, 256, (28, 28), dtype=np.uint8)
            Image.fromarray(pixels).save(tmp_path / str(digit) / f"{index}.png")
    model = ModelConfig()
    fingerprint = open_dataset(str(tmp_path)).fingerprint
    assert judge_for(model, fingerprint) is shipped_judge_for(model)
    _saved(train_judge_for(str(tmp_path), None))
    own = judge_for(model, fingerprint)
    assert own is not None and own is not shipped_judge_for(model)
    assert judge_for(model, "f" * 64) is shipped_judge_for(model)


def test_the_time_is_said_after_a_few_steps_and_leaving_it_at_that_writes_nothing(
    picture_folder: Path,
) -> None:
    events = gan.train_judge(str(picture_folder), None)
    first = next(event for event in events if not isinstance(event, DataPrepared))
    assert isinstance(first, JudgeProgress)
    assert 0 < first.done < first.total == 25
    assert first.seconds_left > 0
    assert isinstance(events, Generator)
    events.close()
    assert not own_judge_file(open_dataset(str(picture_folder)).fingerprint).exists()


def test_pictures_without_classes_and_too_few_pictures_are_refused_with_a_sentence(
    picture_folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="sort them into subfolders"):
        list(train_judge_for(str(picture_folder / "lying"), None))
    few = tmp_path / "few"
    for name in ("one", "two"):
        (few / name).mkdir(parents=True)
        for index in range(3):
            Image.new("L", (28, 28), 40 * index).save(few / name / f"{index}.png")
    with pytest.raises(UserError, match="some more pictures than the 6 of few"):
        list(train_judge_for(str(few), None))


def test_a_quarter_of_each_class_is_kept_aside_and_never_learnt(picture_folder: Path) -> None:
    dataset = open_dataset(str(picture_folder))
    split = split_by_lot(dataset)
    assert not split.is_published
    assert np.bincount(dataset.labels[split.kept.rows]).tolist() == [6, 6]
    assert set(split.learnt.rows) | set(split.kept.rows) == set(range(48))
    assert len(split.learnt) + len(split.kept) == 48
    again = split_of(dataset, str(picture_folder)).kept
    np.testing.assert_array_equal(again.rows, split.kept.rows)


def test_a_judge_has_a_randomness_of_its_own_and_leaves_that_of_the_program_alone() -> None:
    rng = np.random.default_rng(1)
    images = rng.integers(0, 256, (40, 28, 28, 3), dtype=np.uint8)
    pictures = Pictures(images, np.arange(40) % 2, np.arange(40))

    def learnt(seed_around: int) -> dict[str, torch.Tensor]:
        training = learn_to_judge(pictures, ("a", "b"))
        while True:
            torch.manual_seed(seed_around)
            before = torch.get_rng_state()
            try:
                next(training)
            except StopIteration as end:
                return dict(end.value.network.state_dict())
            assert torch.equal(before, torch.get_rng_state())

    one, other = learnt(1), learnt(2)
    assert all(torch.equal(one[name], other[name]) for name in one)


@pytest.mark.parametrize(("image_size", "channels"), [(28, 1), (32, 3), (64, 4), (128, 3)])
def test_judges_read_every_size_and_colour(image_size: int, channels: int) -> None:
    network = JudgeNetwork(5, channels, image_size).eval()
    images = torch.zeros(2, channels, image_size, image_size)
    assert network.features(images).shape == (2, 64)
    assert network(images).shape == (2, 5)


def test_larger_sets_get_more_steps_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert steps_for(60_000) == 3_276  # as the judge that ships
    assert steps_for(50) == judge_training.LEAST_STEPS
    assert steps_for(500_000) == judge_training.MOST_STEPS


def test_a_file_that_was_changed_or_is_no_judge_is_refused(picture_folder: Path, tmp_path: Path) -> None:
    file = _saved(train_judge_for(str(picture_folder), None, out=tmp_path / "judge.safetensors")).path
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(bytes(content))
    with pytest.raises(FileError, match="checksum"):
        open_judge(file)
    generator = Path(gan.__file__).parents[1] / "resources" / "generators" / "ink-digits.safetensors"
    with pytest.raises(FileError, match="not a judge"):
        open_judge(generator)


@pytest.mark.parametrize("told", ["../../etc/passwd", 7, None, "F" * 64, "0" * 63])
def test_a_strangers_card_names_no_file(told: object) -> None:
    assert fingerprint_in({"recipe": {"dataset_fingerprint": told}}) == ""
    assert fingerprint_in({"recipe": told}) == ""


def test_train_judge_says_how_long_it_takes_and_how_often_it_is_right(
    picture_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train-judge", "--data", str(picture_folder), "--json"]) == 0
    shown = capsys.readouterr()
    assert "This takes about" in shown.err and "pictures kept aside" in shown.err
    assert {"expected_seconds", "seconds", "test_accuracy", "file"} <= json.loads(shown.out).keys()
