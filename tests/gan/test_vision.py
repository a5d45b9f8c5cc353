"""torchvision, whatever torch it lies beside."""

import subprocess
import sys

import numpy as np

from gan.sample import contact_sheet


def test_torchvision_can_be_imported_first_thing_in_a_fresh_process() -> None:
    code = "from gan.vision import make_grid; import torchvision; print(torchvision.__version__)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("0.28")


def test_a_contact_sheet_lays_pictures_out_row_by_row() -> None:
    pixels = np.arange(5, dtype=np.uint8).repeat(4).reshape(5, 2, 2, 1)
    sheet = contact_sheet(pixels, columns=3)
    assert sheet.shape == (4, 6, 1)
    assert sheet[::2, ::2, 0].tolist() == [[0, 1, 2], [3, 4, 0]]
