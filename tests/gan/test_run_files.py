"""What a run leaves in its folder for people and for other programs."""

import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import gan
from gan.cadence import Cadence
from gan.config import TrainingRequest
from gan.events import SamplesDrawn
from gan.tensorboard_log import FOLDER, logged


def _request(pictures: Path, steps: int) -> TrainingRequest:
    return TrainingRequest(dataset=str(pictures), steps=steps, device="cpu")


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
