"""Generators for other programs, and what a picture says of its origin."""

import json
from pathlib import Path

import numpy as np
import pytest
import safetensors
import safetensors.torch
import torch
from PIL import Image

import gan
from gan.cli import main
from gan.config import ModelConfig
from gan.generator_file import GeneratorFile, parse_generator, save_generator
from gan.networks import build_generator
from gan.trainer import to_pixels


def _result(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    value = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert isinstance(value, dict)
    return value


@pytest.fixture(scope="module", params=["quick", "textbook", "large pictures", "unlabelled colour"])
def generator_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generator of each build, with statistics and contrast that an untrained one would not have."""
    models = {
        "quick": ModelConfig(width=8),
        "textbook": ModelConfig(architecture="dcgan", z_size=10, width=8),
        "large pictures": ModelConfig(image_size=64, width=4, channels=4, class_names=("a", "b")),
        "unlabelled colour": ModelConfig(channels=3, width=8, class_names=("pictures",)),
    }
    model = models[request.param]
    torch.manual_seed(1)
    module = build_generator(model)
    module(torch.randn(64, model.z_size), torch.eye(model.classes)[torch.arange(64) % model.classes])
    with torch.no_grad():
        module.to_image.weight.mul_(100)
    file = tmp_path_factory.mktemp("generators") / "generator.safetensors"
    save_generator(file, GeneratorFile(name="x", model=model, step=1, dataset_name="x", module=module.eval()))
    return file


def _opened(file: Path) -> GeneratorFile:
    return parse_generator(file.read_bytes(), file.name)


def test_plain_weights_load_with_three_lines_of_torch(
    picture_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the page for engineers gives them."""
    monkeypatch.chdir(tmp_path)
    assert (
        main(["train", "--data", str(picture_folder), "--size", "small", "--steps", "2", "--out", "my-run"])
        == 0
    )
    assert main(["export", "my-run", "--safetensors", "my-weights.safetensors"]) == 0

    recipe = json.loads(Path("my-run/config.json").read_text())["config"]["model"]
    generator = build_generator(ModelConfig.from_json(recipe)).eval()
    generator.load_state_dict(safetensors.torch.load_file("my-weights.safetensors"))
    images = generator(torch.zeros(2, recipe["z_size"]), torch.eye(2))

    expected = gan.open_image_maker("my-run").make(np.zeros((2, 32), np.float32), np.eye(2, dtype=np.float32))
    np.testing.assert_array_equal(to_pixels(images.detach()), expected)


def test_plain_weights_hold_every_tensor_of_a_generator_and_nothing_else(
    generator_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "weights.safetensors"
    assert main(["export", str(generator_file), "--safetensors", str(out)]) == 0
    weights, own = safetensors.torch.load_file(out), _opened(generator_file).module.state_dict()
    assert weights.keys() == own.keys()
    assert all(torch.equal(weights[name], own[name]) for name in own)
    with safetensors.safe_open(out, "pt") as file:
        assert not file.metadata()


def test_an_onnx_file_draws_what_torch_draws(
    generator_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    onnx = pytest.importorskip("onnx")
    pytest.importorskip("onnxscript")
    from onnx.reference import ReferenceEvaluator

    out = tmp_path / "generator.onnx"
    assert main(["export", str(generator_file), "--onnx", str(out), "--json"]) == 0
    difference = _result(capsys)["largest_difference"]
    assert isinstance(difference, float) and difference < 1e-4
    onnx.checker.check_model(str(out), full_check=True)
    generator = _opened(generator_file)
    classes = generator.model.classes
    latents, mix = torch.randn(5, generator.model.z_size), torch.eye(classes)[torch.arange(5) % classes]
    evaluator = ReferenceEvaluator(onnx.load(str(out)))
    images = evaluator.run(None, {"latents": latents.numpy(), "mix": mix.numpy()})[0]
    np.testing.assert_allclose(images, generator.module(latents, mix).numpy(), atol=1e-4)
    assert images.std() > 0.05


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
