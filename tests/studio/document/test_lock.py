"""Two programs never have one document open, and a dead one does not hold it."""

import subprocess
import sys

from studio.document.lock import FileLock, lock_file

HOLD = """
import sys
from pathlib import Path
from studio.document.lock import FileLock
lock = FileLock.take(Path(sys.argv[1]))
print(lock is not None, flush=True)
sys.stdin.read()
"""


def other_program(path) -> subprocess.Popen:
    program = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout.readline().strip() == "True"
    return program


def end(program: subprocess.Popen) -> None:
    program.kill()
    program.communicate()


def test_what_another_program_has_is_not_ours_until_it_dies(tmp_path):
    path = tmp_path / "Autumn 秋.latent"
    program = other_program(path)
    assert FileLock.take(path) is None
    end(program)  # as kill -9 does: its lock stays behind
    assert lock_file(path).exists()
    lock = FileLock.take(path)
    lock.let_go()
    assert not lock_file(path).exists()


def test_what_we_hold_cannot_be_taken_twice(tmp_path):
    lock = FileLock.take(tmp_path / "a.latent")
    assert FileLock.take(tmp_path / "a.latent") is None
    lock.let_go()
    FileLock.take(tmp_path / "a.latent").let_go()


def test_where_no_lock_can_be_written_the_file_is_held_without_one(tmp_path):
    FileLock.take(tmp_path / "no folder" / "a.latent").let_go()


def test_a_very_long_name_can_be_locked(tmp_path):
    lock = FileLock.take(tmp_path / ("秋" * 82 + ".latent"))
    assert len(list(tmp_path.iterdir())) == 1
    lock.let_go()
