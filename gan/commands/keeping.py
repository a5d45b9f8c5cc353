"""``runs`` and ``branch``: which runs there are, and a new one that goes on from an earlier step of another."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from gan.commands.command import add_command


def add_to(commands: Any) -> None:
    """Add both commands to the parser."""
    runs = add_command(
        commands,
        "runs",
        _runs,
        summary="List the runs in a folder, the latest first; damaged ones say what is wrong.",
        keys="runs: a list with folder, name, state (empty, unfinished, finished or damaged), dataset, preset, step, "
        "steps_total, elapsed_s and quality",
        example="my-runs",
    )
    runs.add_argument("folder", metavar="DIR", help="the folder that holds them")
    branch = add_command(
        commands,
        "branch",
        _branch,
        summary="Begin a new run at an earlier step of another one, which stays as it is. It begins at the newest kept "
        "checkpoint that is no later; resume goes on from there.",
        keys="run, step",
        example="my-run --step 2000 --out another-way",
    )
    branch.add_argument("run", metavar="RUN", help="its folder")
    branch.add_argument("--step", type=int, required=True, metavar="N", help="no later than this")
    branch.add_argument("--out", required=True, metavar="NEW", help="folder of the new run")


def _runs(options: argparse.Namespace) -> dict[str, object]:
    import gan

    found = gan.list_runs(Path(options.folder))
    for run in found:
        print(f"{run.folder.name}  {run.sentence or _described(run)}", file=sys.stderr)
    return {
        "runs": [
            {
                "folder": str(run.folder),
                "name": run.name,
                "state": run.state,
                "dataset": run.dataset_name,
                "preset": run.preset,
                "step": run.step,
                "steps_total": run.steps_total,
                "elapsed_s": round(run.elapsed_s, 1),
                "quality": dict(run.quality),
            }
            for run in found
        ]
    }


def _described(run: Any) -> str:
    named = f"“{run.name}”, " if run.name != run.folder.name else ""
    total = f" of {run.steps_total:,}" if run.steps_total else ""
    quality = "".join(f", {name} {value:.3g}" for name, value in run.quality.items())
    return f"{named}{run.dataset_name}, {run.preset}, step {run.step:,}{total}, {run.state}{quality}"


def _branch(options: argparse.Namespace) -> dict[str, object]:
    import gan

    step = gan.branch_run(Path(options.run), options.step, Path(options.out))
    print(f"{options.out} goes on from step {step:,} when it is resumed.", file=sys.stderr)
    return {"run": options.out, "step": step}
