"""Variants of a recipe on few pictures, side by side."""

import json
from dataclasses import replace

import numpy as np
import pytest

from gan.benches.few_pictures import VARIANTS, compare, some_of_each
from gan.cli import main
from gan.config import TrainingConfig, TrainingRequest
from gan.data import open_dataset
from gan.errors import UserError
from gan.presets import training_config


def test_the_few_are_as_many_of_each_class_and_always_the_same() -> None:
    practice = open_dataset("practice")
    rows = some_of_each(practice, 50)
    assert np.bincount(practice.labels[rows]).tolist() == [5] * 10
    assert np.array_equal(rows, some_of_each(practice, 50))
    assert len(np.unique(rows)) == 50


@pytest.mark.parametrize("pictures", [0, 19, 10**6])
def test_more_pictures_than_there_are_or_hardly_any_are_refused(pictures: int) -> None:
    with pytest.raises(UserError, match="20 to 12000 can"):
        some_of_each(open_dataset("practice"), pictures)


def test_every_variant_is_another_recipe_and_one_is_what_the_preset_chooses() -> None:
    def recipe(overrides: object, pictures: int | None) -> TrainingConfig:
        return training_config(
            TrainingRequest.from_json({"dataset": "", "overrides": overrides}),
            dataset_name="",
            dataset_fingerprint="",
            class_names=tuple("0123456789"),
            image_size=28,
            channels=1,
            picture_count=pictures,
        )

    recipes = [recipe(dict(variant.overrides), 500) for variant in VARIANTS]
    assert recipes[0] == recipe({}, None)
    assert recipe({}, 500) in recipes
    assert len(recipes) == len({json.dumps(one.to_json()) for one in recipes})


def test_the_table_holds_the_pictures_themselves_and_each_variant(capsys: pytest.CaptureFixture[str]) -> None:
    practice = open_dataset("practice")
    test = replace(practice, images=practice.images[:200], labels=practice.labels[:200])
    request = TrainingRequest(dataset="practice", steps=2, overrides={"model.width": 4})
    themselves, augmented = compare(request, practice, test, 50, [VARIANTS[1]])
    assert themselves["variant"] == "the pictures themselves, repeated"
    assert themselves["class_accuracy"] > 0.9 and "overrides" not in themselves  # type: ignore[operator]
    assert augmented["overrides"] == {**VARIANTS[1].overrides, "model.width": 4}
    assert augmented["digit_fid"] > themselves["digit_fid"]  # type: ignore[operator]
    assert augmented["is_preset"] is False
    said = capsys.readouterr().err.splitlines()
    assert said[-1].startswith("* as the preset")
    assert said[-2].split()[:4] == ["-", "shifted,", "turned,", "scaled"]


def test_a_set_without_a_judge_says_so() -> None:
    letters = replace(open_dataset("practice"), class_names=tuple("abcdefghij"))
    with pytest.raises(UserError, match="no judge"):
        compare(TrainingRequest(dataset="practice", steps=2), letters, letters, 50, VARIANTS)


def test_too_many_pictures_are_one_sentence_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "few-pictures", "--data", "practice", "--pictures", "5"]) == 2
    assert capsys.readouterr().err.startswith("gan: ")
