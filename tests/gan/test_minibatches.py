"""Minibatches from memory and from a mapped file."""

from pathlib import Path

import numpy as np
import pytest
import torch

from gan.minibatches import Minibatches

CPU = torch.device("cpu")


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_mapped_set_gives_the_same_minibatches_as_one_in_memory(tmp_path: Path, channels: int) -> None:
    images = np.random.default_rng(0).integers(0, 256, (50, 8, 8, channels), dtype=np.uint8)
    images.tofile(tmp_path / "pixels")
    mapped = np.memmap(tmp_path / "pixels", mode="r", shape=images.shape)
    labels = np.arange(50)
    resident, on_disk = (
        Minibatches(pictures, labels, CPU, 3, resident_bytes=limit)
        for pictures, limit in ((images, images.nbytes), (mapped, 0))
    )
    for _ in range(10):  # past the end of the set twice
        (pictures, names), (pictures_again, names_again) = resident.take(16), on_disk.take(16)
        assert pictures.shape == (16, channels, 8, 8)
        assert torch.equal(pictures, pictures_again) and pictures.stride() == pictures_again.stride()
        assert torch.equal(names, names_again)
        expected = images[names.numpy()].transpose(0, 3, 1, 2) / np.float32(127.5) - np.float32(1)
        np.testing.assert_allclose(pictures.numpy(), expected, atol=1e-6)


def test_every_picture_comes_once_an_epoch() -> None:
    images = np.zeros((10, 4, 4, 1), np.uint8)
    minibatches = Minibatches(images, np.arange(10), CPU, 0)
    labels = torch.cat([minibatches.take(4)[1] for _ in range(5)])
    assert sorted(labels[:10].tolist()) == sorted(labels[10:].tolist()) == list(range(10))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux how much memory is taken")
def test_a_set_larger_than_its_share_of_memory_is_not_loaded(tmp_path: Path) -> None:
    shape = (400_000, 32, 32, 3)  # 1.2 GB that were never written and take no room on the disk
    with (tmp_path / "pixels").open("wb") as file:
        file.truncate(int(np.prod(shape)))
    mapped = np.memmap(tmp_path / "pixels", mode="r", shape=shape, dtype=np.uint8)
    before = _own_memory_bytes()
    minibatches = Minibatches(mapped, np.zeros(len(mapped), np.int64), CPU, 0)
    for _ in range(20):
        minibatches.take(64)
    assert _own_memory_bytes() - before < 100e6


def _own_memory_bytes() -> int:
    """What this process cannot give back, unlike mapped pages."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("Linux counts otherwise now")
