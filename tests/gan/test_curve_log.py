"""The curves of a run outlive it: what was reported is what is read, whatever a crash or a way back left behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gan
from gan.config import ModelConfig, TrainingConfig, TrainingRequest
from gan.curve_log import FILE_NAME, CurveLog, StoredCurves, read_curves
from gan.errors import FileError
from gan.events import DatasetSummary, GalleryLatents, RunStarted, StepsDone

RECORD_BYTES = 8 + 8 + 8 + 4 + 2 * 4


def run_started(folder: Path, step: int = 0) -> RunStarted:
    return RunStarted(
        step=step,
        folder=folder,
        config=TrainingConfig(
            preset="quick", dataset_name="bars", dataset_fingerprint="", model=ModelConfig()
        ),
        device="cpu",
        device_reason="",
        dataset=DatasetSummary(
            name="bars",
            title="Bars",
            picture_count=48,
            class_names=("0",),
            class_counts=np.array([48]),
            thumbnails=np.zeros((1, 28, 28, 1), np.uint8),
            licence="",
        ),
        gallery=GalleryLatents(
            row_names=("0",), z=np.zeros((1, 1, 64), np.float32), mix=np.ones((1, 1, 1), np.float32)
        ),
        steps_total=None,
    )


def steps_done(first: int, count: int, level: float = 1.0) -> StepsDone:
    steps = np.arange(first, first + count)
    return StepsDone(
        step=int(steps[-1]),
        steps=steps,
        pictures_seen=16 * steps,
        elapsed_s=steps / 20.0,
        curves={
            "generator_loss": np.full(count, level, np.float32),
            "discriminator_loss": (steps / 8).astype(np.float32),
        },
        images_per_second=800.0 + first,
        steps_total=None,
        eta_s=None,
    )


def written(folder: Path, *events: StepsDone) -> CurveLog:
    log = CurveLog(folder)
    log.take(run_started(folder, step=int(events[0].steps[0]) - 1))
    for event in events:
        log.take(event)
    return log


def stored(folder: Path) -> StoredCurves:
    curves = read_curves(folder)
    assert curves is not None
    return curves


def test_what_was_reported_is_what_is_read(tmp_path: Path) -> None:
    written(tmp_path, steps_done(1, 3), steps_done(4, 2, level=2.0))
    curves = stored(tmp_path)
    assert curves.picture_count == 48
    np.testing.assert_array_equal(curves.steps, [1, 2, 3, 4, 5])
    np.testing.assert_array_equal(curves.pictures_seen, [16, 32, 48, 64, 80])
    np.testing.assert_array_equal(curves.elapsed_s, np.arange(1, 6) / 20.0)
    np.testing.assert_array_equal(curves.images_per_second, [801, 801, 801, 804, 804])
    np.testing.assert_array_equal(curves.curves["generator_loss"], [1, 1, 1, 2, 2])
    np.testing.assert_array_equal(curves.curves["discriminator_loss"], np.arange(1, 6) / 8)


def test_a_run_of_an_earlier_version_has_none(tmp_path: Path) -> None:
    assert read_curves(tmp_path) is None


@given(torn_bytes=st.integers(1, RECORD_BYTES - 1))
def test_a_torn_record_is_dropped_and_the_next_one_stands_whole(
    tmp_path_factory: pytest.TempPathFactory, torn_bytes: int
) -> None:
    folder = tmp_path_factory.mktemp("run")
    written(folder, steps_done(1, 3))
    with (folder / FILE_NAME).open("r+b") as file:
        file.truncate(file.seek(0, 2) - torn_bytes)
    np.testing.assert_array_equal(stored(folder).steps, [1, 2])
    written(folder, steps_done(3, 2, level=5.0))
    np.testing.assert_array_equal(stored(folder).steps, [1, 2, 3, 4])
    np.testing.assert_array_equal(stored(folder).curves["generator_loss"], [1, 1, 5, 5])


def test_a_header_torn_by_a_crash_begins_anew(tmp_path: Path) -> None:
    written(tmp_path, steps_done(1, 3))
    with (tmp_path / FILE_NAME).open("r+b") as file:
        file.truncate(10)
    with pytest.raises(FileError, match="damaged"):
        read_curves(tmp_path)
    written(tmp_path, steps_done(4, 1))
    np.testing.assert_array_equal(stored(tmp_path).steps, [4])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\n",
        b"[1, 2]\n",
        b'{"format": "another", "curves": ["a"], "picture_count": 3}\n',
        b'{"format": "latent-studio-curves-1", "curves": [], "picture_count": 3}\n',
        b'{"format": "latent-studio-curves-1", "curves": ["a"], "picture_count": 0}\n',
    ],
)
def test_a_strangers_file_is_named_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(FileError, match="cannot be read"):
        read_curves(tmp_path)


def test_steps_that_a_run_left_behind_by_going_back_are_left_out(tmp_path: Path) -> None:
    log = written(tmp_path, steps_done(1, 10))
    log.take(steps_done(6, 2, level=3.0))
    curves = stored(tmp_path)
    np.testing.assert_array_equal(curves.steps, [1, 2, 3, 4, 5, 6, 7])
    np.testing.assert_array_equal(curves.curves["generator_loss"], [1, 1, 1, 1, 1, 3, 3])


def test_a_real_run_leaves_all_its_curves_and_adds_to_them_when_it_goes_on(
    picture_folder: Path, tmp_path: Path
) -> None:
    request = TrainingRequest.from_json({"dataset": str(picture_folder), "steps": 6, "device": "cpu"})
    first = steps_of(gan.train(request, tmp_path / "run"))
    second = steps_of(gan.resume(tmp_path / "run", steps=9))
    curves = stored(tmp_path / "run")
    np.testing.assert_array_equal(curves.steps, np.arange(1, 10))
    np.testing.assert_array_equal(curves.steps, np.concatenate([event.steps for event in first + second]))
    for name, values in curves.curves.items():
        np.testing.assert_array_equal(
            values, np.concatenate([event.curves[name] for event in first + second])
        )
    assert curves.picture_count == 48


def steps_of(run: Iterator[object]) -> list[StepsDone]:
    return cast(list[StepsDone], [event for event in run if isinstance(event, StepsDone)])
