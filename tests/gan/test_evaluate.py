"""What evaluate picks for which pictures, and that every figure stands beside its floor."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import gan
from gan import judge_training
from gan.cli import main
from gan.config import TrainingRequest
from gan.evaluate import evaluate_generator
from gan.events import StepsDone
from gan.quality import PixelFeatures


def _trained(pictures: Path, folder: Path, image_size: int = 28) -> Path:
    request = TrainingRequest(dataset=str(pictures), image_size=image_size, steps=2, device="cpu")
    run = gan.train(request, folder)
    next(event for event in run if isinstance(event, StepsDone))
    run.close()  # type: ignore[attr-defined]  # a generator; it saves, and leaves out what takes long
    return folder


@pytest.fixture
def run(picture_folder: Path, tmp_path: Path) -> Path:
    return _trained(picture_folder, tmp_path / "run")


@pytest.fixture
def coloured_folder(tmp_path: Path) -> Path:
    """48 transparent pictures without classes."""
    chooser = np.random.default_rng(8)
    (tmp_path / "sprites").mkdir()
    for index in range(48):
        pixels = chooser.integers(0, 256, (40, 40, 4), dtype=np.uint8)
        Image.fromarray(pixels).save(tmp_path / "sprites" / f"{index:02}.png")
    return tmp_path / "sprites"


def test_labelled_pictures_without_a_judge_are_measured_on_pixels_and_it_says_how_to_get_one(
    picture_folder: Path, run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(run), "--data", str(picture_folder), "--json"]) == 0
    shown = capsys.readouterr()
    report = json.loads(shown.out)
    assert report["features"] == "pixels"
    assert report["digit_fid"] is None and report["class_accuracy"] is None
    assert report["swd"] > report["floor"]["swd"] > 0
    assert report["pixel_fid"] > report["floor"]["pixel_fid"]
    assert 0 <= report["recall"] < report["floor"]["recall"]
    assert (report["pictures"], report["kept"]) == (36, 12)
    assert "train-judge --data" in shown.err
    assert shown.err.count(" floor ") == len(["pixel FID", "KID", "precision", "recall", "SWD"])
    assert "KID" in shown.err


def test_with_a_judge_of_its_own_every_figure_is_there(
    picture_folder: Path, run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge_training, "LEAST_STEPS", 25)
    monkeypatch.setattr(judge_training, "MOST_STEPS", 25)
    for _ in gan.train_judge(str(picture_folder), None):
        pass
    report = evaluate_generator(run, str(picture_folder), None)
    assert report.features == "judge"
    assert set(report.figures_by_name()) == {
        "digit_fid",
        "pixel_fid",
        "kid",
        "precision",
        "recall",
        "class_accuracy",
        "swd",
    }
    assert report.floor.class_accuracy is not None and report.floor.class_accuracy > 0.9
    assert report.figures.digit_fid is not None and report.floor.digit_fid is not None
    assert report.figures.digit_fid > report.floor.digit_fid


@pytest.mark.parametrize("image_size", [28, 64])
def test_coloured_pictures_without_classes_are_measured_and_it_says_why_on_pixels(
    image_size: int, coloured_folder: Path, tmp_path: Path
) -> None:
    run = _trained(coloured_folder, tmp_path / "run", image_size)
    report = evaluate_generator(run, str(coloured_folder), None)
    assert "have no classes" in report.note
    assert report.figures.digit_fid is None
    assert report.figures.swd > report.floor.swd


def test_pictures_of_another_kind_are_refused_with_a_sentence(
    picture_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "ink-digits", "--data", str(picture_folder)]) == 2
    assert "other classes, size or colours" in capsys.readouterr().err


def test_the_same_seed_measures_the_same(picture_folder: Path, run: Path) -> None:
    one, other = (evaluate_generator(run, str(picture_folder), None, seed=3) for _ in range(2))
    assert one.to_json() == other.to_json()


def test_a_card_carries_the_figures_that_there_are(picture_folder: Path, run: Path, tmp_path: Path) -> None:
    out = tmp_path / "bars.safetensors"
    command = ["card", str(run), "--name", "Bars", "--data", str(picture_folder), "--out", str(out)]
    assert main(command) == 0
    text = out.with_suffix(".md").read_text("utf-8")
    assert "| SWD |" in text and "None" not in text
    assert "kept aside for measuring" in text
    quality = gan.open_image_maker(out).info.card["quality"]
    assert isinstance(quality, dict) and quality["digit_fid"] is None


def test_components_of_large_pictures_are_those_of_their_halves() -> None:
    small = np.random.default_rng(6).integers(0, 256, (40, 16, 16, 3), dtype=np.uint8)
    large = small.repeat(4, axis=1).repeat(4, axis=2)
    np.testing.assert_allclose(PixelFeatures.of(large)(large), PixelFeatures.of(small)(small), atol=1e-6)
