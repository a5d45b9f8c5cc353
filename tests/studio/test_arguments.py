"""What ``latent-studio`` understands on its command line."""

import subprocess
import sys

import pytest

import gan
from studio.__main__ import has_display, main


def test_version_is_printed_without_a_window(capsys):
    assert main(["--version"]) == 0
    assert gan.__version__ in capsys.readouterr().out


def test_an_unknown_argument_is_refused_with_the_usage(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--unknown"])
    assert left.value.code == 2
    assert "usage: latent-studio" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_what_the_environment_names(monkeypatch, name):
    for known in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(known, raising=False)
    assert not has_display()
    monkeypatch.setenv(name, "something")
    assert has_display()


def test_waiting_threads_are_told_not_to_spin_before_numpy_is_there():
    code = (
        "import os, sys\n"
        "os.environ.pop('OMP_WAIT_POLICY', None)\n"
        "import studio.__main__\n"
        "assert os.environ['OMP_WAIT_POLICY'] == 'PASSIVE'\n"
        "assert 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
