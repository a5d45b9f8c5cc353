"""The command line as a shell sees it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gan.cli import main


def _last_json(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    value = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert isinstance(value, dict)
    return value


def test_train_resume_and_sample_work_from_the_command_line(
    picture_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    assert main(["train", "--data", str(picture_folder), "--steps", "3", "--out", str(run), "--json"]) == 0
    assert _last_json(capsys)["step"] == 3
    assert main(["resume", str(run), "--steps", "5", "--json"]) == 0
    assert _last_json(capsys)["step"] == 5
    out = tmp_path / "drawn.npz"
    assert (
        main(["sample", str(run), "--classes", "standing", "--per-class", "4", "--out", str(out), "--json"])
        == 0
    )
    assert _last_json(capsys)["pictures"] == 4
    with np.load(out) as arrays:
        assert arrays["pixels"].shape == (4, 28, 28, 1)
        assert arrays["labels"].tolist() == [1, 1, 1, 1]


def test_runs_are_listed_and_branched_from_the_command_line(
    picture_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, branch = tmp_path / "runs" / "one", tmp_path / "runs" / "two"
    main(["train", "--data", str(picture_folder), "--steps", "3", "--out", str(run)])
    assert main(["branch", str(run), "--step", "7", "--out", str(branch), "--json"]) == 0
    assert _last_json(capsys) == {"run": str(branch), "step": 3}
    assert main(["branch", str(run), "--step", "1", "--out", str(branch) + "2"]) == 2
    assert "no checkpoint from step 1 or before" in capsys.readouterr().err
    assert main(["runs", str(run.parent), "--json"]) == 0
    listed = _last_json(capsys)["runs"]
    assert isinstance(listed, list)
    assert [(one["name"], one["state"], one["step"]) for one in listed] == [
        ("two", "finished", 3),
        ("one", "finished", 3),
    ]


def test_sampling_the_shipped_generator_by_name_gives_a_marked_png(tmp_path: Path) -> None:
    out = tmp_path / "sheet.png"
    assert main(["sample", "ink-digits", "--classes", "0,3,8", "--per-class", "5", "--out", str(out)]) == 0
    with Image.open(out) as picture:
        assert picture.size == (5 * 28, 3 * 28)
        assert "trainedAlgorithmicMedia" in picture.text["XML:com.adobe.xmp"]


def test_the_same_seed_draws_the_same_pictures(tmp_path: Path) -> None:
    for name in ("one", "two"):
        main(
            [
                "sample",
                "ink-digits",
                "--per-class",
                "1",
                "--seed",
                "9",
                "--out",
                str(tmp_path / f"{name}.npz"),
            ]
        )
    with np.load(tmp_path / "one.npz") as one, np.load(tmp_path / "two.npz") as two:
        np.testing.assert_array_equal(one["pixels"], two["pixels"])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["train", "--data", "no-such-set", "--steps", "1", "--out", "{tmp}/r"],
            "neither a folder nor a data set",
        ),
        (["train", "--data", "mnist", "--data-root", "{tmp}", "--steps", "1", "--out", "{tmp}/r"], ""),
        (["train", "--data", "practice", "--steps", "0", "--out", "{tmp}/r"], "steps is 0"),
        (["train", "--data", "practice", "--minutes", "nan", "--out", "{tmp}/r"], "minutes is nan"),
        (["resume", "{tmp}"], "no run"),
        (["sample", "no-such-generator", "--out", "{tmp}/x.png"], "no-such-generator"),
        (["sample", "ink-digits", "--out", "{tmp}/x.jpg"], ".png or .npz"),
        (["sample", "ink-digits", "--classes", "3,Q", "--out", "{tmp}/x.png"], "no class 'Q'"),
        (["sample", "ink-digits", "--per-class", "0", "--out", "{tmp}/x.png"], "Draw between"),
        (["evaluate", "ink-digits", "--data", "no-such-set"], "neither a folder nor a data set"),
    ],
)
def test_bad_input_ends_with_2_and_one_line(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([argument.format(tmp=tmp_path) for argument in arguments]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("gan: ")
    assert sentence in lines[0]
    assert not (tmp_path / "r").exists()


@pytest.mark.parametrize(
    "command",
    [
        "train",
        "resume",
        "sample",
        "export",
        "evaluate",
        "card",
        "train-judge",
        "bench clock",
        "bench speed",
        "bench stacked-mnist",
        "verify",
    ],
)
def test_the_help_of_each_command_has_an_example_and_names_its_json_keys(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([*command.split(), "--help"])
    said = capsys.readouterr().out
    assert f"Example:\n  python -m gan {command} " in said
    assert "JSON keys:" in said


def test_help_fits_the_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    with pytest.raises(SystemExit, match="0"):
        main(["evaluate", "--help"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 72


def test_bench_without_a_name_is_its_clock(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["bench"], ["bench", "clock"]):
        assert main([*arguments, "--data", "no-such-set", "--data-root", str(tmp_path)]) == 2
        assert "'no-such-set' is neither a folder nor a data set" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="0"):
        main(["bench", "--help"])
    assert "stacked-mnist" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_saves_the_run_so_that_it_can_go_on(picture_folder: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    command = [sys.executable, "-m", "gan", "train", "--data", str(picture_folder), "--out", str(run)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    ) as process:
        assert process.stderr is not None
        while "step" not in process.stderr.readline():
            assert process.poll() is None
        began_s = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
        assert time.monotonic() - began_s < 20
        assert process.returncode == 130
    assert list((run / "checkpoints").iterdir())
    assert (run / "generator.safetensors").exists()
