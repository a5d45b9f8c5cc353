"""Generators for other programs, and what a picture says of its origin."""

import json
from pathlib import Path

import numpy as np
import pytest
import safetensors.torch
import torch
from PIL import Image

from gan.cli import main
from gan.config import ModelConfig
from gan.generator_file import parse_generator
from gan.image_maker import find_generator
from gan.networks import build_generator


def _result(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    value = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert isinstance(value, dict)
    return value


def test_plain_weights_load_into_torch_by_their_names(tmp_path: Path) -> None:
    out = tmp_path / "weights.safetensors"
    assert main(["export", "ink-digits", "--safetensors", str(out)]) == 0
    path = find_generator("ink-digits")
    generator = parse_generator(path.read_bytes(), path.name)
    network = build_generator(ModelConfig.from_json(generator.model.to_json())).eval()
    network.load_state_dict(safetensors.torch.load_file(out))
    latents, mix = torch.randn(2, generator.model.z_size), torch.eye(10)[:2]
    torch.testing.assert_close(network(latents, mix), generator.module(latents, mix))


def test_an_onnx_file_draws_what_torch_draws(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    onnx = pytest.importorskip("onnx")
    pytest.importorskip("onnxscript")
    from onnx.reference import ReferenceEvaluator

    out = tmp_path / "digits.onnx"
    assert main(["export", "ink-digits", "--onnx", str(out), "--json"]) == 0
    difference = _result(capsys)["largest_difference"]
    assert isinstance(difference, float) and difference < 1e-4
    path = find_generator("ink-digits")
    generator = parse_generator(path.read_bytes(), path.name)
    latents, mix = torch.randn(5, generator.model.z_size), torch.eye(10)[:5]
    evaluator = ReferenceEvaluator(onnx.load(str(out)))
    images = evaluator.run(None, {"latents": latents.numpy(), "mix": mix.numpy()})[0]
    np.testing.assert_allclose(images, generator.module(latents, mix).detach().numpy(), atol=1e-4)


def test_without_the_extra_an_export_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("gan.onnx_file.find_spec", lambda name: None)
    assert main(["export", "ink-digits", "--onnx", str(tmp_path / "x.onnx")]) == 2
    assert "pip install 'latent-studio[onnx]'" in capsys.readouterr().err


def test_verify_prints_the_marks_of_a_drawn_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "sheet.png"
    main(["sample", "ink-digits", "--per-class", "1", "--out", str(out)])
    assert main(["verify", str(out)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("/trainedAlgorithmicMedia")
    assert lines[1].startswith("creator tool: Latent Studio")
    assert main(["verify", str(out), "--json"]) == 0
    assert _result(capsys)["says_generated"] is True


def test_verify_does_not_call_a_picture_without_marks_real(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("L", (4, 4)).save(tmp_path / "plain.png")
    assert main(["verify", str(tmp_path / "plain.png")]) == 0
    assert "does not mean that the picture is real" in capsys.readouterr().out


def test_verify_refuses_what_is_no_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text.png").write_text("no picture")
    assert main(["verify", str(tmp_path / "text.png")]) == 2
    assert "not a picture" in capsys.readouterr().err
