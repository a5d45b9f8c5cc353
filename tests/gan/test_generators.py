"""The generators of this computer are listed without torch, checked when they come, and renamed and copied whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import gan
from gan import places
from gan.config import ModelConfig, TrainingRequest
from gan.errors import FileError, UserError
from gan.generator_file import GeneratorFile, save_generator
from gan.generators import (
    draw_samples,
    duplicate_generator,
    import_generator,
    list_generators,
    rename_generator,
)
from gan.image_maker import ImageMaker
from gan.networks import build_generator


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


def write_generator(path: Path, name: str, model: ModelConfig | None = None) -> Path:
    model = model or ModelConfig()
    path.parent.mkdir(parents=True, exist_ok=True)
    module = build_generator(model)
    save_generator(
        path, GeneratorFile(name=name, model=model, step=7, dataset_name="mnist", module=module.eval())
    )
    return path


def test_what_ships_comes_first_with_its_card_and_figures(home: Path) -> None:
    first = list_generators()[0]
    assert (first.origin, first.name, first.dataset_name) == ("shipped", "Ink digits", "mnist")
    assert first.weights == sum(
        parameter.numel() for parameter in build_generator(first.model or ModelConfig()).state_dict().values()
    )
    assert first.quality["digit_fid"] > first.floor["digit_fid"] > 0


def test_a_run_is_listed_under_its_own_name_with_the_quality_it_was_measured_at(home: Path) -> None:
    folder = places.runs_folder() / "Run 1"
    for _ in gan.train(TrainingRequest(dataset="practice", steps=2), folder):
        pass
    gan.rename_run(folder, "Thin ones")
    run = list_generators()[-1]
    assert (run.origin, run.name, run.run, run.step) == ("run", "Thin ones", folder, 2)


def test_the_list_is_read_without_torch(home: Path) -> None:
    code = "import sys, gan.generators as g; assert g.list_generators(); assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_imported_file_is_a_copy_that_draws_the_same(home: Path, tmp_path: Path) -> None:
    source = write_generator(tmp_path / "friend.safetensors", "Of a friend")
    copies = [import_generator(source), import_generator(source)]
    assert [copy.name for copy in copies] == ["friend.safetensors", "friend 2.safetensors"]
    source.unlink()
    assert {one.file for one in list_generators() if one.origin == "own"} == set(copies)
    assert draw_samples(copies[0])[0].shape == (4, 8, 28, 28, 1)


def test_what_is_no_generator_is_refused_and_leaves_nothing(home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.safetensors"
    other.write_bytes(b"no weights")
    damaged = write_generator(tmp_path / "damaged.safetensors", "Damaged")
    content = bytearray(damaged.read_bytes())
    content[-1] ^= 1
    damaged.write_bytes(bytes(content))
    for file in (other, damaged):
        with pytest.raises(FileError):
            import_generator(file)
    assert not list(places.generators_folder().glob("*"))


def test_a_file_that_tells_nothing_is_listed_with_a_sentence(home: Path) -> None:
    places.generators_folder().mkdir(parents=True)
    (places.generators_folder() / "torn.safetensors").write_bytes(b"torn")
    torn = list_generators()[-1]
    assert torn.name == "torn" and "torn.safetensors" in torn.sentence


def test_a_copy_has_its_own_name_and_the_same_pictures(home: Path) -> None:
    shipped = list_generators()[0].file
    copy = duplicate_generator(shipped, "Ink digits, copy")
    rename_generator(copy, "  Mine ")
    own = next(one for one in list_generators() if one.origin == "own")
    assert own.name == "Mine"
    np.testing.assert_array_equal(draw_samples(copy)[1], draw_samples(shipped)[1])
    directions = [ImageMaker.open(file).info.directions for file in (copy, shipped)]
    assert directions[0] is not None and directions[1] is not None
    np.testing.assert_array_equal(directions[0].vectors, directions[1].vectors)


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 81])
def test_a_name_is_one_short_line(home: Path, name: str) -> None:
    copy = duplicate_generator(list_generators()[0].file, "Mine")
    with pytest.raises(UserError, match="1 to 80 signs"):
        rename_generator(copy, name)


def test_pictures_without_classes_have_a_style_in_every_cell(home: Path, tmp_path: Path) -> None:
    model = ModelConfig(class_names=("",), channels=3)
    mixed, ordered = draw_samples(write_generator(tmp_path / "rgb.safetensors", "RGB", model))
    assert mixed.shape == (4, 8, 28, 28, 3) and ordered.shape == (5, 10, 28, 28, 3)
