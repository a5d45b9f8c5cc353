"""Style lock and blends: the shares against closed forms, the shipped generator, and one that has no classes."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gan import style
from gan.cli import main
from gan.config import ModelConfig
from gan.generator_file import GeneratorFile, save_generator
from gan.networks import build_generator
from gan.style import (
    EPSILON,
    PairBlend,
    StyleReport,
    blend_shares,
    measure_style,
    path_length,
    style_shares,
)


def _generator_of(model: ModelConfig, path: Path) -> Path:
    module = build_generator(model).eval()
    save_generator(path, GeneratorFile(name="fresh", model=model, step=0, dataset_name="", module=module))
    return path


def test_a_style_that_every_class_follows_alike_carries_all_of_the_variance() -> None:
    styles = np.random.default_rng(0).normal(size=(400, 2))
    per_class = np.stack([scale * styles + offset for scale, offset in ((1, 0), (3, 7), (0.2, -4))])
    np.testing.assert_allclose(style_shares(per_class), 1.0)


def test_classes_that_know_nothing_of_each_other_leave_one_over_their_number() -> None:
    measures = np.random.default_rng(1).normal(size=(10, 4000, 3))
    np.testing.assert_allclose(style_shares(measures), 1 / 10, atol=0.01)


def test_a_style_that_decides_half_of_each_measure_carries_half_and_a_share_of_the_rest() -> None:
    chooser = np.random.default_rng(2)
    measures = chooser.normal(size=(1, 20_000, 1)) + chooser.normal(size=(8, 20_000, 1))
    np.testing.assert_allclose(style_shares(measures), 0.5 + 0.5 / 8, atol=0.01)


def test_a_measure_that_never_changes_carries_nothing() -> None:
    np.testing.assert_array_equal(style_shares(np.ones((3, 50, 2))), 0.0)


def test_blends_count_sure_steps_and_middles_of_a_third_class() -> None:
    """Two styles of three steps between the classes 0 and 2; the second one shows class 1 on its way."""
    probabilities = np.array(
        [
            [[0.9, 0.0, 0.1], [0.5, 0.0, 0.5], [0.1, 0.0, 0.9]],
            [[0.9, 0.1, 0.0], [0.1, 0.9, 0.0], [0.3, 0.0, 0.7]],
        ],
        dtype=np.float32,
    )
    assert blend_shares(probabilities, 0, 2) == (4 / 6, 1 / 2)


def test_the_pairs_that_are_least_sure_and_those_that_show_most_of_a_third_class_are_named() -> None:
    pairs = (
        PairBlend(first="3", second="4", sure=0.6, third=0.1),
        PairBlend(first="6", second="7", sure=0.8, third=0.3),
    )
    report = StyleReport(shares={}, pairs=pairs, style_path_length=1.0, class_path_length=1.0)
    sure, third = (line for line in report.lines() if "least" in line or "most" in line)
    assert sure.endswith("0.700   of the steps (least: 3–4 0.60, 6–7 0.80)")
    assert third.endswith("0.200   of the middles (most: 6–7 0.30, 3–4 0.10)")


def test_the_length_of_a_straight_path_is_the_squared_distance_of_its_ends() -> None:
    here = np.zeros((300, 3))
    assert path_length(here, here + EPSILON * np.array([3.0, 4.0, 0.0])) == pytest.approx(25.0)


def test_a_few_jumps_do_not_decide_the_length_of_a_path() -> None:
    there = np.full((300, 1), EPSILON)
    there[:3] = 1.0
    assert path_length(np.zeros((300, 1)), there) == pytest.approx(1.0)


def test_the_shipped_generator_keeps_its_style_and_seldom_shows_a_third_class(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, fewer in (("STYLES", 100), ("BLEND_STYLES", 4), ("PATHS", 100)):
        monkeypatch.setattr(style, name, fewer)
    assert main(["evaluate", "ink-digits", "--style", "--json"]) == 0
    shown = capsys.readouterr()
    report = json.loads(shown.out)
    assert min(report["style"][name] for name in ("slant", "thickness", "ink")) > 0.9
    assert 0.8 < report["sure"] <= 1.0
    assert report["third_class"] <= 0.08
    assert len(report["pairs"]) == 45
    assert report["pairs"] == sorted(report["pairs"], key=lambda pair: (pair[2], -pair[3]))
    assert report["class_path_length"] > 0 and report["path_features"] == "judge"
    assert "perfect lock" in shown.err


def test_without_a_judge_the_style_is_measured_and_the_path_on_pixels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, fewer in (("STYLES", 20), ("PATHS", 100)):
        monkeypatch.setattr(style, name, fewer)
    model = ModelConfig(class_names=("cat", "dog"), image_size=8, channels=3, width=4, z_size=4)
    report = measure_style(_generator_of(model, tmp_path / "fresh.safetensors"))
    assert report.to_json()["path_features"] == "pixels"
    assert report.pairs is None and report.sure is None
    assert 0 < report.style_path_length < 100
    assert all(0 <= share <= 1.001 for share in report.shares.values())
    assert any("No judge" in line for line in report.lines())


def test_one_class_alone_has_nothing_to_blend_and_evaluate_says_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = replace(ModelConfig(image_size=8, width=4, z_size=4), class_names=("pictures",))
    file = _generator_of(model, tmp_path / "one.safetensors")
    assert main(["evaluate", str(file), "--style"]) == 2
    assert "only one class" in capsys.readouterr().err
    assert main(["evaluate", "ink-digits"]) == 2
    assert "--data" in capsys.readouterr().err
