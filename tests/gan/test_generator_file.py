"""Generators in files: what comes back, and what is refused."""

import json
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
import safetensors.torch
import torch

import gan
from gan.config import ModelConfig
from gan.errors import GanError
from gan.generator_file import GeneratorFile, parse_generator, save_generator
from gan.latents import gaussian, one_hot
from gan.networks import build_generator

MODEL = ModelConfig(class_names=("a", "b"), width=4, z_size=8)


@pytest.fixture
def blob(tmp_path: Path) -> bytes:
    torch.manual_seed(0)
    file = GeneratorFile(
        name="Test",
        model=MODEL,
        step=7,
        dataset_name="test",
        module=build_generator(MODEL),
        card={"licence": "none"},
    )
    save_generator(tmp_path / "generator.safetensors", file)
    return (tmp_path / "generator.safetensors").read_bytes()


def test_a_generator_comes_back_as_it_was_saved(blob: bytes) -> None:
    generator = parse_generator(blob, "generator")
    assert (generator.name, generator.step, generator.model) == ("Test", 7, MODEL)
    assert generator.card == {"licence": "none"}
    torch.manual_seed(0)
    for name, tensor in build_generator(MODEL).state_dict().items():
        assert torch.equal(generator.module.state_dict()[name], tensor), name


def test_one_flipped_bit_anywhere_in_the_weights_is_noticed(blob: bytes) -> None:
    for place in (len(blob) - 1, len(blob) // 2):
        damaged = bytearray(blob)
        damaged[place] ^= 4
        with pytest.raises(GanError, match=r"damaged|not finite"):
            parse_generator(bytes(damaged), "generator")


def _rewritten(blob: bytes, change: Callable[[dict[str, str], dict[str, torch.Tensor]], None]) -> bytes:
    """The file with another description or other tensors, its checksum left as it was."""
    (length,) = struct.unpack("<Q", blob[:8])
    metadata = json.loads(blob[8 : 8 + length])["__metadata__"]
    tensors = safetensors.torch.load(blob)
    change(metadata, tensors)
    return safetensors.torch.save(tensors, metadata=metadata)


def test_a_changed_description_or_a_changed_tensor_is_noticed(blob: bytes) -> None:
    def other_step(metadata: dict[str, str], _tensors: dict[str, torch.Tensor]) -> None:
        metadata["latent_studio"] = metadata["latent_studio"].replace("7", "8", 1)

    def other_tensor(_metadata: dict[str, str], tensors: dict[str, torch.Tensor]) -> None:
        tensors["to_image.bias"] = tensors["to_image.bias"] + 1

    for change in (other_step, other_tensor):
        with pytest.raises(GanError, match="checksum"):
            parse_generator(_rewritten(blob, change), "generator")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 a zip",
        b"\x89PNG\r\n",
        b"\x80\x04pickle",
        struct.pack("<Q", 2**60),
        b"\x02" + b"\0" * 7 + b"{}",
    ],
    ids=["empty", "zip", "png", "pickle", "huge header", "empty header"],
)
def test_other_files_are_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(GanError, match="is not a generator"):
        parse_generator(content, "thing")


def test_weights_that_do_not_fit_their_description_are_refused(tmp_path: Path) -> None:
    wrong = GeneratorFile(
        name="Test",
        model=ModelConfig(class_names=("a", "b"), width=8, z_size=8),
        step=0,
        dataset_name="",
        module=build_generator(MODEL),
    )
    save_generator(tmp_path / "wrong.safetensors", wrong)
    with pytest.raises(GanError, match="do not fit"):
        gan.open_image_maker(tmp_path / "wrong.safetensors")


def test_weights_that_are_not_numbers_are_refused(tmp_path: Path) -> None:
    module = build_generator(MODEL)
    module.state_dict()["to_image.bias"].fill_(float("nan"))
    save_generator(
        tmp_path / "nan.safetensors",
        GeneratorFile(name="", model=MODEL, step=0, dataset_name="", module=module),
    )
    with pytest.raises(GanError, match="not finite"):
        gan.open_image_maker(tmp_path / "nan.safetensors")


def test_a_generator_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GanError, match="no-such-thing"):
        gan.open_image_maker("no-such-thing")
    with pytest.raises(GanError, match="is no generator"):
        gan.open_image_maker(tmp_path)


def test_stamps_do_not_depend_on_how_many_are_asked_for_at_once(blob: bytes) -> None:
    maker = gan.open_image_maker(blob)
    z, mix = gaussian(1, 21, 8), torch.eye(2)[[0, 1] * 10 + [0]].numpy()
    together = maker.make_stamps(z, mix)
    for index in (0, 15, 16, 20):
        assert (maker.make_stamps(z[index : index + 1], mix[index : index + 1])[0] == together[index]).all()


def test_latents_of_another_generator_are_refused(blob: bytes) -> None:
    maker = gan.open_image_maker(blob)
    with pytest.raises(GanError, match="takes 8"):
        maker.make(gaussian(1, 1, 9), one_hot(0, 2)[None])
    assert maker.read(maker.make(gaussian(1, 1, 8), one_hot(0, 2)[None])) is None
