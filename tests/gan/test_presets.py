"""What a preset, a size and single settings make of a recipe."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import gan
from gan.cli import main
from gan.config import FEW_PICTURES, TrainingConfig, TrainingRequest
from gan.errors import UserError
from gan.networks import build_discriminator, build_generator
from gan.overrides import SETTABLE, parse_override, with_overrides
from gan.presets import training_config
from gan.run_card import training_command
from gan.run_folder import RunFolder


def _recipe(pictures: int | None = None, **asked: object) -> TrainingConfig:
    return training_config(
        TrainingRequest.from_json({"dataset": "mnist", **asked}),
        dataset_name="mnist",
        dataset_fingerprint="0" * 64,
        class_names=tuple("0123456789"),
        image_size=28,
        channels=1,
        picture_count=pictures,
    )


@pytest.mark.parametrize(
    ("preset", "widths", "latents"),
    [
        ("quick", [16, 32, 64], [32, 64, 128]),
        ("best", [24, 48, 96], [32, 64, 128]),
        ("textbook", [32, 64, 128], [50, 100, 200]),
    ],
)
def test_the_size_scales_what_the_preset_chose(preset: str, widths: list[int], latents: list[int]) -> None:
    models = [_recipe(preset=preset, size=size).model for size in ("small", "medium", "large")]
    assert [model.width for model in models] == widths
    assert [model.z_size for model in models] == latents


def test_nothing_but_the_networks_depends_on_the_size() -> None:
    medium, large = _recipe(), _recipe(size="large")
    assert replace(large, size="medium", model=medium.model) == medium


@pytest.mark.parametrize("preset", ["quick", "best", "textbook"])
@pytest.mark.parametrize("size", ["small", "large"])
def test_networks_of_every_size_can_be_built(preset: str, size: str) -> None:
    model = _recipe(preset=preset, size=size).model
    weights = sum(p.numel() for p in build_generator(model).parameters())
    medium = sum(p.numel() for p in build_generator(_recipe(preset=preset).model).parameters())
    assert (weights < medium) is (size == "small")
    build_discriminator(model)


def test_settings_are_kept_in_the_run_and_hold(picture_folder: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    arguments = ["train", "--data", str(picture_folder), "--steps", "1", "--size", "small", "--out", str(run)]
    settings = ["--set", "model.width=6", "--set", "loss=bce", "--set", "minibatches=[[0, 8]]"]
    assert main([*arguments, *settings]) == 0
    request, config = RunFolder(run).read_config()
    assert dict(request.overrides) == {"model.width": 6, "loss": "bce", "minibatches": [[0, 8]]}
    assert (request.size, config.size, config.model.z_size) == ("small", "small", 32)
    assert (config.model.width, config.loss, config.minibatches) == (6, "bce", ((0, 8),))
    assert gan.open_image_maker(run).info.model.width == 6


def test_every_entry_that_can_be_set_takes_its_own_value_back() -> None:
    config = _recipe()
    entries = config.to_json() | {f"model.{name}": value for name, value in config.model.to_json().items()}
    assert with_overrides(config, {name: entries[name] for name in SETTABLE}) == config


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ("penalty_gamma", "is not NAME=VALUE"),
        ("=3", "is not NAME=VALUE"),
        ("gamma=3", "gamma is no entry of a recipe that can be set; these are: loss,"),
        ("model.channels=3", "model.channels is no entry"),
        ("seed=3", "seed is no entry"),
        ("model.width=wide", "width is 'wide'; it has to be a whole number"),
        ("model.width=0", "width is 0; it can be from 1"),
        ("penalty_gamma=NaN", "penalty_gamma is nan; it can be from 0.0"),
        ("loss=hinge", "loss is 'hinge'; it can be relativistic, bce"),
        ("minibatches=32", "The minibatch plan lists"),
        ("minibatches=[[0]]", "The minibatch plan lists"),
        ("minibatches=[[0, 1.5]]", "minibatch is 1.5; it has to be a whole number"),
        ('minibatches=[["x", 8]]', "it has to be a whole number"),
        ("minibatches=[[9, 8]]", "begins at 0 pictures"),
    ],
)
def test_a_setting_that_does_not_fit_ends_with_one_sentence_before_pictures_are_read(
    setting: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    assert main(["train", "--data", "no-such-set", "--set", setting, "--out", str(out)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert sentence in line
    assert not out.exists()


def test_settings_that_are_no_object_are_refused() -> None:
    with pytest.raises(UserError, match="JSON object"):
        TrainingRequest.from_json({"dataset": "x", "overrides": ["loss"]})


def test_a_run_from_before_sizes_and_settings_still_opens(tmp_path: Path) -> None:
    request, config = TrainingRequest(dataset="mnist").to_json(), _recipe().to_json()
    del request["size"], request["overrides"], config["size"]
    (tmp_path / "config.json").write_text(json.dumps({"request": request, "config": config}))
    assert RunFolder(tmp_path).read_config() == (TrainingRequest(dataset="mnist"), _recipe())


def test_the_command_on_a_card_names_all_that_the_preset_would_do_otherwise() -> None:
    config = _recipe(preset="best", size="large", overrides={"loss": "bce", "minibatches": [[0, 8]]})
    command = training_command({"recipe": config.to_json(), "steps": 5})
    words = "--preset best --size large --set loss=bce --set 'minibatches=[[0, 8]]' --steps 5"
    assert words in command
    typed = dict(map(parse_override, ["loss=bce", "minibatches=[[0, 8]]"]))
    assert _recipe(preset="best", size="large", overrides=typed) == config
    assert "--set" not in training_command({"recipe": _recipe().to_json(), "steps": 5})


def test_a_card_from_before_sizes_still_gives_its_command() -> None:
    recipe = replace(_recipe(), model=replace(_recipe().model, width=24)).to_json()
    del recipe["size"]
    command = training_command({"recipe": recipe, "steps": 5})
    assert "--size medium --set model.width=24 --steps 5" in command


@pytest.mark.parametrize("preset", ["quick", "best"])
def test_few_pictures_are_augmented_and_nothing_else_is_other(preset: str) -> None:
    many, few = (
        _recipe(preset=preset, pictures=FEW_PICTURES + 1),
        _recipe(preset=preset, pictures=FEW_PICTURES),
    )
    assert many == _recipe(preset=preset)
    assert few.augment_strength > many.augment_strength == 0
    assert replace(few, augment_strength=0.0) == many


def test_textbook_is_what_the_tutorial_teaches_however_few_pictures_there_are() -> None:
    assert _recipe(preset="textbook", pictures=50) == _recipe(preset="textbook")


def test_settings_come_after_what_few_pictures_change() -> None:
    assert _recipe(pictures=50, overrides={"augment_strength": 0.0}).augment_strength == 0


def test_the_command_on_a_card_need_not_name_what_few_pictures_change() -> None:
    card = {"recipe": _recipe(pictures=50).to_json(), "steps": 5, "pictures": 50}
    assert "--set" not in training_command(card)
    assert "--set augment_strength=0.0" in training_command({**card, "recipe": _recipe().to_json()})


def test_a_run_on_few_pictures_says_what_it_does_about_them(
    picture_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    assert main(["train", "--data", str(picture_folder), "--steps", "1", "--out", str(run)]) == 0
    assert "These are few" in capsys.readouterr().err
    assert RunFolder(run).read_config()[1].augment_strength > 0
    assert "--set" not in training_command(gan.open_image_maker(run).info.card)
    assert main(["resume", str(run), "--steps", "2"]) == 0


def test_many_pictures_are_learnt_from_as_they_are(
    picture_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["train", "--data", str(picture_folder), "--steps", "1", "--out", str(tmp_path / "run")]
    assert main([*arguments, "--set", "augment_strength=0"]) == 0
    assert "These are few" not in capsys.readouterr().err


@pytest.mark.parametrize("size", ["small", "medium", "large"])
def test_quick_and_best_ask_for_style_and_blends_and_textbook_stays_the_tutorials(size: str) -> None:
    for preset, asks in (("quick", True), ("best", True), ("textbook", False)):
        config = _recipe(preset=preset, size=size)
        assert (config.style_lock > 0, config.class_blends > 0) == (asks, asks)
        assert config.model.class_mixing == ("round" if asks else "straight")
