"""The table of speeds, on networks so small that it takes no time."""

import json

import pytest
import torch

from gan.benches import speed
from gan.config import PRESET_NAMES, SIZES
from gan.reference_loop import BareLoop
from tests.gan.tiny_training import tiny_config, tiny_pictures

CPU = torch.device("cpu")


def test_every_preset_is_measured_at_every_size_with_its_last_minibatch() -> None:
    recipes = speed.every_recipe(threads=1)
    assert {(recipe.preset, recipe.size) for recipe in recipes} == {
        (p, s) for p in PRESET_NAMES for s in SIZES
    }
    assert all(len(recipe.minibatches) == 1 for recipe in recipes)
    assert recipes[0].minibatch_at(0) == 64


def test_the_table_holds_speeds_ratios_latencies_memory_and_file_size(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in (("ROUND_S", 0.0), ("LATENCY_S", 0.0), ("LEAST_REPEATS", 1), ("PICTURES", 50)):
        monkeypatch.setattr(speed, name, value)
    recipes = [tiny_config(), tiny_config(preset="textbook", loss="bce", penalty_gamma=0.0)]
    result = json.loads(json.dumps(speed.bench_speed(recipes, "cpu"), allow_nan=False))
    quick, textbook = result["rows"]
    assert quick["images_per_second"] > 0 and quick["ratio_to_bare_loop"] > 0
    assert textbook["ratio_to_textbook"] == 1
    ratio = quick["images_per_second"] / textbook["images_per_second"]
    assert quick["ratio_to_textbook"] == pytest.approx(ratio, rel=0.01)
    assert list(quick["latency_ms"]) == ["1", "16", "121", "1024"]
    assert quick["latency_ms"]["1"]["p50"] <= quick["latency_ms"]["1"]["p95"]
    assert quick["peak_memory_mb"] is None or 100 < quick["peak_memory_mb"] < 2_000
    assert quick["file_bytes"] > 4 * quick["parameters"]
    assert result["machine"]["threads"] == 1
    said = capsys.readouterr().err.splitlines()
    assert said[-3].split()[:3] == ["preset", "size", "images/s"]
    assert said[-2].startswith("quick") and said[-1].startswith("textbook")


@pytest.mark.parametrize(("loss", "unmoved"), [("relativistic", {"score.bias"}), ("bce", set())])
def test_the_bare_loop_moves_every_weight_that_its_loss_depends_on(loss: str, unmoved: set[str]) -> None:
    torch.manual_seed(0)
    loop = BareLoop(tiny_config(loss=loss), *tiny_pictures(), CPU)
    weights = dict([*loop.generator.named_parameters(), *loop.discriminator.named_parameters()])
    before = {name: weight.clone() for name, weight in weights.items()}
    loop.step()
    assert {name for name, weight in weights.items() if torch.equal(before[name], weight)} == unmoved
