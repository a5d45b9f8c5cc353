"""Moments of a run: which are kept, that they can be opened, pinned and gone back to."""

import errno
import itertools
from collections.abc import Generator
from pathlib import Path
from typing import cast

import numpy as np
import pytest

import gan
from gan.cadence import Cadence
from gan.config import TrainingRequest
from gan.errors import FileError, UserError
from gan.events import MomentKept, RunStarted, SamplesDrawn, StepsDone, TrainingEvent
from gan.files import atomic_write
from gan.gallery import gallery_latents
from gan.moment_keeper import MomentKeeper
from gan.moments import list_moments
from gan.orders import PinNow, RunControl
from gan.run_folder import RunFolder
from gan.tensor_file import read_tensors
from gan.thinning import crowded_out
from tests.gan.tiny_training import differing

EVERY_STEP = Cadence(report_s=0.0, samples_s=0.0, publish_s=1e9, checkpoint_s=0.0)


def _request(pictures: Path, steps: int = 6) -> TrainingRequest:
    return TrainingRequest(dataset=str(pictures), steps=steps, device="cpu", seed=3)


@pytest.fixture(scope="module")
def whole_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[TrainingEvent]]:
    """A run of six steps with a moment and a checkpoint at each, on its pictures beside it."""
    from tests.gan.conftest import write_bars

    folder = tmp_path_factory.mktemp("moments")
    write_bars(folder / "pictures")
    events = list(gan.train(_request(folder / "pictures"), folder / "run", cadence=EVERY_STEP))
    return folder / "run", events


def test_moments_are_told_kept_and_listed_with_their_time(
    whole_run: tuple[Path, list[TrainingEvent]],
) -> None:
    folder, events = whole_run
    told = [event for event in events if isinstance(event, MomentKept)]
    moments = gan.list_moments(folder)
    assert [moment.step for moment in moments] == [0, 1, 2, 3, 4, 5, 6]
    assert [moment.checkpoint_step for moment in moments] == [None, 1, 2, 3, 4, 5, 6]
    by_step = {event.step: event for event in told}
    for moment in moments:
        event = by_step[moment.step]
        assert (event.elapsed_s, event.frame, event.generator) == (
            moment.elapsed_s,
            moment.frame,
            moment.generator,
        )
    assert moments[-1].elapsed_s > moments[1].elapsed_s > 0


def test_a_moment_shows_the_gallery_of_its_step(whole_run: tuple[Path, list[TrainingEvent]]) -> None:
    folder, events = whole_run
    drawn = next(event for event in events if isinstance(event, SamplesDrawn) and event.step == 4)
    np.testing.assert_array_equal(gan.load_frame(folder, 4), drawn.pixels)


def test_any_latent_is_drawn_as_the_generator_was_then(whole_run: tuple[Path, list[TrainingEvent]]) -> None:
    folder, events = whole_run
    for step in (0, 3, 6):
        drawn = next(event for event in events if isinstance(event, SamplesDrawn) and event.step == step)
        maker = gan.open_image_maker(folder, step=step)
        gallery = gallery_latents(maker.info.model)
        cells = drawn.pixels.shape[:2]
        pixels = maker.make(
            gallery.z.reshape(-1, gallery.z.shape[-1]), gallery.mix.reshape(-1, gallery.mix.shape[-1])
        )
        difference = np.abs(pixels.reshape(*cells, *pixels.shape[1:]).astype(int) - drawn.pixels)
        assert difference.max() <= 1, "16 bits a weight change a grey level at most"
        assert maker.info.step == step
    assert gan.open_image_maker(folder, step=100).info.step == 6, "the last moment before it"


def test_a_frame_that_is_gone_or_damaged_is_told_in_a_sentence(picture_folder: Path, tmp_path: Path) -> None:
    for _ in gan.train(_request(picture_folder, 1), tmp_path / "run", cadence=EVERY_STEP):
        pass
    with pytest.raises(FileError, match="Step 77 of run is no longer kept"):
        gan.load_frame(tmp_path / "run", 77)
    frame = RunFolder(tmp_path / "run").frame_file(1)
    frame.write_bytes(frame.read_bytes()[:60])
    with pytest.raises(FileError, match="is damaged"):
        gan.load_frame(tmp_path / "run", 1)
    with pytest.raises(FileError, match="kept no moments"):
        gan.open_image_maker(tmp_path, step=1)


def _noise() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (2, 3, 32, 32, 1), dtype=np.uint8)


@pytest.fixture
def keeper(tmp_path: Path) -> MomentKeeper:
    return MomentKeeper(RunFolder(tmp_path), limit_bytes=60_000)


def _keep(keeper: MomentKeeper, step: int) -> None:
    keeper.keep(step, _noise(), lambda path: path.write_bytes(bytes(2_000)))


def _kept(folder: Path) -> list[int]:
    return [moment.step for moment in list_moments(folder)]


def test_moments_become_rarer_as_a_run_grows_long(tmp_path: Path) -> None:
    keeper = MomentKeeper(RunFolder(tmp_path))
    for step in range(0, 1000, 5):
        if keeper.is_due(step):
            _keep(keeper, step)
    kept = _kept(tmp_path)
    assert kept[:4] == [0, 5, 10, 15]
    assert len(kept) < 70
    assert all(later >= 1.06 * earlier for earlier, later in itertools.pairwise(kept))


def test_frames_and_generators_together_never_take_more_room_than_they_may(
    keeper: MomentKeeper, tmp_path: Path
) -> None:
    for power in range(40):
        _keep(keeper, round(1.3**power))
    files = [file for name in ("samples", "moments") for file in (tmp_path / name).iterdir()]
    assert sum(file.stat().st_size for file in files) <= 60_000
    kept = _kept(tmp_path)
    assert (kept[0], kept[-1]) == (1, round(1.3**39))
    assert 3 <= len(kept) < 20


def test_a_pinned_moment_never_goes_until_it_is_let_go(keeper: MomentKeeper, tmp_path: Path) -> None:
    for step in (1, 2, 3):
        _keep(keeper, step)
    gan.pin_moment(tmp_path, 2)
    with pytest.raises(UserError, match="no longer kept"):
        gan.pin_moment(tmp_path, 9)
    for step in range(4, 60):
        _keep(keeper, step)
    assert 2 in _kept(tmp_path) and 3 not in _kept(tmp_path)
    assert [moment.step for moment in list_moments(tmp_path) if moment.is_pinned] == [2]
    gan.unpin_moment(tmp_path, 2)
    assert not any(moment.is_pinned for moment in list_moments(tmp_path))


def test_a_run_that_goes_on_from_before_its_last_moments_lets_them_go(
    keeper: MomentKeeper, tmp_path: Path
) -> None:
    for step in (10, 20, 30, 40):
        _keep(keeper, step)
    gan.pin_moment(tmp_path, 40)
    again = MomentKeeper(RunFolder(tmp_path))
    again.begin_at(20)
    assert _kept(tmp_path) == [10, 20, 40]
    assert not again.is_due(21) and again.is_due(22)


def test_the_most_crowded_step_goes_first_and_both_ends_stay() -> None:
    sizes = {1: 1, 2: 1, 4: 1, 5: 1, 8: 1, 16: 1}
    assert crowded_out(sizes, 6) == []
    assert crowded_out(sizes, 5) == [5]
    assert crowded_out(sizes, 5, kept=[5]) == [4]
    assert sorted(crowded_out(sizes, 0)) == [2, 4, 5, 8]
    assert crowded_out(sizes, 0, kept=sizes) == []


def test_pinning_the_present_keeps_its_checkpoint_for_good(
    picture_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gan.run_folder.OLDER_CHECKPOINTS_BYTES", 0)
    control = RunControl()
    run = gan.train(_request(picture_folder, 12), tmp_path / "run", cadence=EVERY_STEP, control=control)
    for event in run:
        if isinstance(event, StepsDone) and event.step == 3:
            control.give(PinNow())
    steps = [int(file.stem[5:]) for file in RunFolder(tmp_path / "run").checkpoint_files()]
    assert steps == [1, 3, 9, 10, 11, 12], "both ends of the older ones, the pinned and the newest three"
    (pinned,) = [moment for moment in list_moments(tmp_path / "run") if moment.is_pinned]
    assert (pinned.step, pinned.checkpoint_step) == (3, 3)


def test_a_branch_goes_on_from_an_earlier_step_and_the_run_it_came_from_stays(
    whole_run: tuple[Path, list[TrainingEvent]], tmp_path: Path
) -> None:
    folder, _ = whole_run
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert gan.branch_run(folder, 4, tmp_path / "branch") == 4
    assert [moment.step for moment in gan.list_moments(tmp_path / "branch")] == [0, 1, 2, 3, 4]
    assert gan.open_image_maker(tmp_path / "branch").info.step == 4
    events = list(gan.resume(tmp_path / "branch"))
    assert isinstance(events[0], RunStarted) and events[0].step == 4
    states = [
        read_tensors(RunFolder(path).checkpoint_file(6), "checkpoint")[0]
        for path in (folder, tmp_path / "branch")
    ]
    assert differing(*states) == set(), "it is the same run until something is changed"
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_a_branch_can_become_another_run_than_it_was(
    whole_run: tuple[Path, list[TrainingEvent]], tmp_path: Path
) -> None:
    folder, _ = whole_run
    gan.branch_run(folder, 3, tmp_path / "branch")
    for _ in gan.resume(tmp_path / "branch", changes={"generator_learning_rate": 1e-4}):
        pass
    states = [
        read_tensors(RunFolder(path).checkpoint_file(6), "checkpoint")[0]
        for path in (folder, tmp_path / "branch")
    ]
    assert differing(*states)


def test_where_no_checkpoint_is_early_enough_a_branch_says_so_and_leaves_nothing(
    whole_run: tuple[Path, list[TrainingEvent]], tmp_path: Path
) -> None:
    folder, _ = whole_run
    with pytest.raises(UserError, match="no checkpoint from step 0 or before"):
        gan.branch_run(folder, 0, tmp_path / "branch")
    assert not (tmp_path / "branch").exists()
    with pytest.raises(UserError, match="lies in run already"):
        gan.branch_run(folder, 4, folder)


def test_a_branch_that_cannot_be_written_in_full_leaves_nothing_behind(
    whole_run: tuple[Path, list[TrainingEvent]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = whole_run
    written: list[Path] = []

    def write_until_full(path: Path, content: bytes, **options: bool) -> None:
        written.append(path)
        if len(written) > 6:
            raise OSError(errno.ENOSPC, "No space left on device")
        atomic_write(path, content, **options)

    monkeypatch.setattr("gan.branches.atomic_write", write_until_full)
    with pytest.raises(OSError, match="No space"):
        gan.branch_run(folder, 4, tmp_path / "branch")
    assert not (tmp_path / "branch").exists()
    monkeypatch.undo()
    assert gan.branch_run(folder, 4, tmp_path / "branch") == 4


def test_a_branch_leaves_out_what_was_changed_later(picture_folder: Path, tmp_path: Path) -> None:
    for _ in gan.train(_request(picture_folder, 2), tmp_path / "run", cadence=EVERY_STEP):
        pass
    began_with = RunFolder(tmp_path / "run").read_config()[1].penalty_gamma
    for _ in gan.resume(tmp_path / "run", steps=4, changes={"penalty_gamma": 0.7}, cadence=EVERY_STEP):
        pass
    gan.branch_run(tmp_path / "run", 2, tmp_path / "branch")
    run = cast(Generator[TrainingEvent], gan.resume(tmp_path / "branch", steps=4))
    started = next(run)
    run.close()
    assert isinstance(started, RunStarted)
    assert started.config.penalty_gamma == began_with
    assert RunFolder(tmp_path / "run").read_config()[1].penalty_gamma == 0.7
