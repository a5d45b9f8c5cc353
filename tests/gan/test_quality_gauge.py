"""Measuring a run while it goes: it changes nothing, comes in pieces, and takes its share of time and no more."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

import gan
from gan import judge_training, quality_gauge
from gan.cadence import Cadence
from gan.config import TrainingRequest
from gan.data import open_dataset
from gan.data.kept_aside import split_by_lot
from gan.events import QualityMeasured, StepsDone, TrainingEvent, Warned
from gan.judges import judge_for
from gan.quality_gauge import SHARE_OF_TIME, QualityGauge
from gan.run_folder import RunFolder
from gan.tensor_file import read_tensors
from gan.trainer import Trainer
from tests.gan.tiny_training import differing, tiny_config

HURRIED = Cadence(report_s=0.0, quality_s=0.0)
STEPS = 12


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quality_gauge, "AT_ONCE", 8)
    monkeypatch.setattr(quality_gauge, "SHARE_OF_TIME", 1.0)
    monkeypatch.setattr(judge_training, "LEAST_STEPS", 25)
    monkeypatch.setattr(judge_training, "MOST_STEPS", 25)


def _run(pictures: Path, folder: Path, cadence: Cadence | None = None) -> list[TrainingEvent]:
    request = TrainingRequest(dataset=str(pictures), steps=STEPS, device="cpu")
    return list(gan.train(request, folder, cadence=cadence))


def _state(folder: Path) -> dict[str, torch.Tensor]:
    return read_tensors(RunFolder(folder).checkpoint_file(STEPS), "checkpoint")[0]


@pytest.mark.parametrize("has_judge", [False, True])
def test_a_run_that_is_measured_learns_bit_for_bit_what_it_would_have_learnt(
    has_judge: bool, picture_folder: Path, tmp_path: Path
) -> None:
    if has_judge:
        for _ in gan.train_judge(str(picture_folder), None):
            pass
    _run(picture_folder, tmp_path / "alone")
    events = _run(picture_folder, tmp_path / "measured", HURRIED)
    measured = [event for event in events if isinstance(event, QualityMeasured)]
    assert measured and (measured[-1].digit_fid is not None) == has_judge
    assert differing(_state(tmp_path / "alone"), _state(tmp_path / "measured")) == set()


def test_a_run_stopped_amid_a_measurement_goes_on_as_if_never_measured(
    picture_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quality_gauge, "PIECE_S", 0.0)
    _run(picture_folder, tmp_path / "alone")
    request = TrainingRequest(dataset=str(picture_folder), steps=STEPS, device="cpu")
    run = gan.train(request, tmp_path / "parts", cadence=HURRIED)
    next(event for event in run if isinstance(event, StepsDone) and event.step == 5)
    run.close()  # type: ignore[attr-defined]  # a generator
    assert all(event["event"] != "quality-measured" for event in RunFolder(tmp_path / "parts").read_events())
    for _ in gan.resume(tmp_path / "parts", cadence=HURRIED):
        pass
    assert differing(_state(tmp_path / "alone"), _state(tmp_path / "parts")) == set()


def test_figures_and_their_floor_are_reported_and_logged_and_the_end_is_measured(
    picture_folder: Path, tmp_path: Path
) -> None:
    for _ in gan.train_judge(str(picture_folder), None):
        pass
    events = _run(picture_folder, tmp_path / "run", HURRIED)
    measured = [event for event in events if isinstance(event, QualityMeasured)]
    last = measured[-1]
    assert last.step == STEPS and last.pictures == 36
    assert last.floor.keys() == {"digit_fid", "class_accuracy", "precision", "recall", "swd"}
    assert last.digit_fid is not None and last.digit_fid > last.floor["digit_fid"]
    assert last.class_accuracy is not None and last.floor["class_accuracy"] > 0.9
    assert last.swd > last.floor["swd"]
    logged = [
        event for event in RunFolder(tmp_path / "run").read_events() if event["event"] == "quality-measured"
    ]
    assert [entry["step"] for entry in logged] == [event.step for event in measured]
    assert logged[-1]["recall"] == last.recall and logged[-1]["floor"] == last.floor


def test_a_run_is_not_measured_unless_asked_for_nor_when_it_is_too_short(
    picture_folder: Path, tmp_path: Path
) -> None:
    for name, cadence in (("unasked", Cadence()), ("short", Cadence(quality_s=1e6))):
        events = _run(picture_folder, tmp_path / name, cadence)
        assert not any(isinstance(event, QualityMeasured) for event in events)


def test_where_there_are_too_few_pictures_the_run_says_so_once_and_goes_on(
    picture_folder: Path, tmp_path: Path
) -> None:
    for file in sorted(picture_folder.rglob("*.png")):
        if int(file.stem) >= 8:
            file.unlink()
    events = _run(picture_folder, tmp_path / "run", HURRIED)
    warned = [event for event in events if isinstance(event, Warned)]
    assert [event.code for event in warned] == ["too-few-to-measure"]
    assert max(event.step for event in events if isinstance(event, StepsDone)) == STEPS


class _Clock:
    """Stands in for the module ``time``: a thousandth of a second passes with each look at it."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def monotonic(self) -> float:
        self.now_s += 0.001
        return self.now_s


@pytest.fixture
def gauge_and_clock(
    picture_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[QualityGauge, _Clock]]:
    monkeypatch.setattr(quality_gauge, "SHARE_OF_TIME", SHARE_OF_TIME)
    clock = _Clock()
    monkeypatch.setattr(quality_gauge, "time", clock)
    dataset = open_dataset(str(picture_folder))
    model = {"class_names": list(dataset.class_names), "width": 2, "z_size": 4}
    trainer = Trainer(tiny_config(model=model), dataset.images, dataset.labels, torch.device("cpu"))
    judge = judge_for(trainer.config.model, dataset.fingerprint)
    yield QualityGauge(trainer, lambda: split_by_lot(dataset), judge, 10.0), clock


def test_measuring_waits_its_interval_and_then_nineteen_times_as_long_as_it_took(
    gauge_and_clock: tuple[QualityGauge, _Clock], monkeypatch: pytest.MonkeyPatch
) -> None:
    gauge, clock = gauge_and_clock
    assert gauge.advance(0.0) is None and clock.now_s < 0.1
    spent: list[float] = []
    ends: list[float] = []
    monkeypatch.setattr(quality_gauge, "PIECE_S", 0.0)
    while len(ends) < 3:
        clock.now_s += 0.5  # of training
        before_s = clock.now_s
        measured = gauge.advance(0.0)
        spent.append(clock.now_s - before_s)
        if measured is not None:
            ends.append(clock.now_s)
    assert ends[0] >= 10.0
    working = sum(spent)
    assert working <= SHARE_OF_TIME * clock.now_s * 1.2
    assert len([one for one in spent if one > 0.0015]) > 10  # many pieces, not one


def test_the_same_weights_measure_the_same(picture_folder: Path, tmp_path: Path) -> None:
    one, other = (
        [
            event
            for event in _run(picture_folder, tmp_path / name, HURRIED)
            if isinstance(event, QualityMeasured)
        ]
        for name in ("one", "other")
    )
    assert one[-1].precision == other[-1].precision and one[-1].swd == other[-1].swd
    assert np.isfinite(one[-1].swd)
