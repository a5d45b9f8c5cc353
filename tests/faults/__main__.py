"""python -m tests.faults [--all | --every N] [NAME …]: meet every fault and say what was found."""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.faults import fork_server
from tests.faults.fork_server import BROKEN, ERRORS, FINISHED, KILLED, REFUSED
from tests.faults.scenarios import SCENARIOS, Scenario

_MEMORY = Path("/dev/shm")  # a write survives a killed process there as it does on a disk, and fsync is quick


class Trial:
    """One scenario in a folder of its own, met by one fault after another."""

    def __init__(self, scenario: Scenario, folder: Path, every: int) -> None:
        self.scenario = scenario
        self.folder = folder
        self.every = every
        self.found: Counter[str] = Counter()
        scenario.write(folder, "old")
        self.listing = sorted(os.listdir(folder))

    def run(self) -> None:
        self._kills()
        for error_number in ERRORS:
            self._refusals(error_number)
        for size in self._sizes():
            limited = fork_server.with_files_no_longer_than(self._write, self.folder, size)
            self._check(f"no more than {size} bytes", limited, (REFUSED, FINISHED))
        self._check(
            "no more open files", fork_server.with_open_files_used_up(self._write, self.folder), (REFUSED,)
        )
        self._check("folder gone", fork_server.with_folder_gone(self._write, self.folder), (REFUSED,))

    def _write(self, folder: Path) -> None:
        self.scenario.write(folder, "new")

    def _kills(self) -> None:
        for point in itertools.count(1, self.every):
            ending = fork_server.killed_at(self._write, self.folder, point)
            self._check(f"kill {point}", ending, (KILLED, FINISHED))
            if ending == FINISHED:
                return

    def _refusals(self, error_number: int) -> None:
        name = os.strerror(error_number)
        for point in itertools.count(1, self.every):
            # A fault that the writer may survive (a lock that cannot be had) ends as finished, too, so the end
            # is known from the number of operations, which a kill at the same point tells.
            ending = fork_server.refused_at(self._write, self.folder, point, error_number)
            self._check(f"{name} {point}", ending, (REFUSED, FINISHED))
            beyond = fork_server.killed_at(self._write, self.folder, 2 * point) == FINISHED
            self._restore()
            if beyond:
                return

    def _sizes(self) -> Iterator[int]:
        whole = max((self.folder / name).stat().st_size for name in self.listing)
        yield from sorted({0, 1, whole // 3, whole // 2, whole - 1})

    def _check(self, fault: str, ending: str, expected: tuple[str, ...]) -> None:
        """The oracle: an expected ending, content old or new, nothing stale, and the next save works."""
        if ending not in expected or ending == BROKEN:
            raise SystemExit(f"{self.scenario.name}: {fault}: ended as {ending}")
        self.scenario.sweep(self.folder)
        if (left := sorted(os.listdir(self.folder))) != self.listing:
            raise SystemExit(f"{self.scenario.name}: {fault}: left {left}")
        version = self.scenario.read(self.folder)
        if ending == FINISHED and version != "new":
            raise SystemExit(f"{self.scenario.name}: {fault}: finished, but the content is {version}")
        self.found[f"{ending}, {version}"] += 1
        self.scenario.write(self.folder, "new")
        if self.scenario.read(self.folder) != "new":
            raise SystemExit(f"{self.scenario.name}: {fault}: the next save did not work")
        self._restore()

    def _restore(self) -> None:
        self.scenario.sweep(self.folder)
        self.scenario.write(self.folder, "old")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--all", action="store_true", help="every operation (else every fifth)")
    parser.add_argument("--every", type=int, default=5, metavar="N", help="every N-th operation")
    parser.add_argument("names", nargs="*", choices=[*SCENARIOS, []], help="some writers only")
    arguments = parser.parse_args()
    for name in arguments.names or SCENARIOS:
        with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as parent:
            folder = Path(parent) / "work"
            folder.mkdir()
            trial = Trial(SCENARIOS[name](), folder, 1 if arguments.all else arguments.every)
            trial.run()
        found = ", ".join(f"{number} {ending}" for ending, number in sorted(trial.found.items()))
        print(f"{name}: {sum(trial.found.values())} faults survived ({found})", flush=True)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
