"""What a run leaves in its folder for people and for other programs."""

import itertools
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import gan
from gan.cadence import Cadence
from gan.config import TrainingRequest
from gan.events import SamplesDrawn
from gan.sample_sheets import SampleSheets
from gan.tensorboard_log import FOLDER, logged


def _request(pictures: Path, steps: int) -> TrainingRequest:
    return TrainingRequest(dataset=str(pictures), steps=steps, device="cpu")


def _steps(sheets: SampleSheets) -> list[int]:
    return [int(file.stem.removeprefix("step-")) for file in sheets.files()]


def _noise(side: int = 8) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (2, 3, side, side, 1), dtype=np.uint8)


def test_a_run_leaves_marked_sheets_of_samples_and_a_card(picture_folder: Path, tmp_path: Path) -> None:
    run = tmp_path / "My run"
    hurried = Cadence(report_s=0.0, samples_s=0.0)
    events = list(gan.train(_request(picture_folder, 5), run, cadence=hurried))
    last = [event for event in events if isinstance(event, SamplesDrawn)][-1]
    sheets = sorted((run / "samples").iterdir())
    assert [sheet.name for sheet in sheets][::5] == ["step-0000000000.png", "step-0000000005.png"]
    with Image.open(sheets[-1]) as picture:
        assert picture.size == (8 * 28, 2 * 28)
        np.testing.assert_array_equal(np.asarray(picture)[:28, 28:56], last.pixels[0, 1, :, :, 0])
        assert "trainedAlgorithmicMedia" in picture.text["XML:com.adobe.xmp"]
    card = (run / "card.md").read_text(encoding="utf-8")
    assert card.startswith("# My run\n")
    assert "48 pictures" in card and "python -m gan train" in card
    assert str(tmp_path) not in card


def test_sheets_become_rarer_as_a_run_grows_long(tmp_path: Path) -> None:
    sheets = SampleSheets(tmp_path / "samples")
    for step in range(0, 1000, 5):
        sheets.offer(step, _noise())
    kept = _steps(sheets)
    assert kept[:4] == [0, 5, 10, 15]
    assert len(kept) < 50
    assert all(later >= 1.1 * earlier for earlier, later in itertools.pairwise(kept))


def test_a_resumed_run_goes_on_with_its_sheets_where_it_was(tmp_path: Path) -> None:
    SampleSheets(tmp_path).offer(100, _noise())
    again = SampleSheets(tmp_path)
    again.offer(105, _noise())
    again.offer(112, _noise())
    again.offer(113, _noise(), always=True)
    assert _steps(again) == [100, 112, 113]


def test_sheets_never_take_more_room_than_they_may_and_keep_both_ends(tmp_path: Path) -> None:
    sheets = SampleSheets(tmp_path, limit_bytes=60_000)
    for power in range(40):
        sheets.offer(round(1.3**power), _noise(32), always=True)
    assert sum(file.stat().st_size for file in sheets.files()) <= 60_000
    kept = _steps(sheets)
    assert (kept[0], kept[-1]) == (1, round(1.3**39))
    assert 3 <= len(kept) < 20


def test_tensorboard_gets_curves_and_samples(picture_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("tensorboardX")
    from tensorboardX.proto.event_pb2 import Event

    for _ in logged(gan.train(_request(picture_folder, 4), tmp_path / "run")):
        pass
    (file,) = (tmp_path / "run" / FOLDER).iterdir()
    content, place, tags = file.read_bytes(), 0, set()
    while place < len(content):  # length, its checksum, the record, its checksum
        (length,) = struct.unpack_from("<Q", content, place)
        record = Event.FromString(content[place + 12 : place + 12 + length])
        tags |= {value.tag for value in record.summary.value}
        place += 12 + length + 4
    assert {"generator_loss", "discriminator_loss", "images_per_second", "samples"} <= tags


def test_without_the_extra_tensorboard_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gan.tensorboard_log.find_spec", lambda name: None)
    with pytest.raises(ValueError, match="pip install"):
        logged(iter(()))
