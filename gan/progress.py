"""A training run in a terminal: one line that renews itself, or plain lines where stderr is a file."""

from __future__ import annotations

import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

from gan.events import (
    DataPrepared,
    DatasetSummary,
    DoctorNote,
    GeneratorSaved,
    RunStarted,
    StepsDone,
    TrainingEvent,
    Warned,
)
from gan.polite_stop import stop_wish

COLOURS = {1: "grey", 3: "colour", 4: "colour with transparency"}
PLAIN_INTERVAL_S = 10.0
TERMINAL_INTERVAL_S = 0.2


def follow(run: Iterator[TrainingEvent]) -> dict[str, object]:
    """Run to the end and print how it goes; Ctrl-C and SIGTERM save and stop. Returns what --json prints."""
    result: dict[str, object] = {}
    last: StepsDone | None = None
    shown_s = 0.0
    try:
        with stop_wish() as wish:
            for event in run:
                if isinstance(event, DataPrepared):
                    if time.monotonic() - shown_s > _interval_s():
                        shown_s = time.monotonic()
                        _show_line(f"decoded {event.done:,} of {event.total:,} pictures")
                elif isinstance(event, RunStarted):
                    _say(f"{_described(event.dataset)} {event.device_reason}")
                    result |= {"run": str(event.folder), "device": event.device}
                elif isinstance(event, Warned):
                    _say(_in_full(event))
                elif isinstance(event, GeneratorSaved):
                    result["generator"] = str(Path(event.path))
                elif isinstance(event, StepsDone):
                    last = event
                    if time.monotonic() - shown_s > _interval_s():
                        shown_s = time.monotonic()
                        _show(event)
                wish.check()
    finally:
        if isinstance(run, Generator):
            run.close()
        if last is not None:
            _show(last)
            _say("")
    if last is not None:
        result |= {
            "step": last.step,
            "pictures_seen": int(last.pictures_seen[-1]),
            "elapsed_s": round(float(last.elapsed_s[-1]), 2),
            "images_per_second": round(last.images_per_second, 1),
        }
    return result


def _described(dataset: DatasetSummary) -> str:
    """What is learnt from, in one sentence."""
    counted = f"{dataset.title}, {dataset.picture_count:,} pictures"
    channels = dataset.thumbnails.shape[-1]
    return f"{counted} of {dataset.image_size} px, {COLOURS[channels]}{f' ({dataset.fit})' if dataset.fit else ''}."


def _in_full(warning: Warned) -> str:
    """A warning; of the doctor's also what it was seen by and what helps."""
    if not isinstance(warning, DoctorNote):
        return "\n".join([warning.sentence, *_skipped_files(warning)])
    mend = f" {warning.mend.sentence}" if warning.mend is not None else ""
    return f"{warning.sentence} {warning.evidence}{mend}"


def _skipped_files(warning: Warned) -> list[str]:
    """Which pictures were left out, and why."""
    if warning.code != "pictures-skipped":
        return []
    files, count = warning.values["files"], warning.values["skipped"]
    listed = [f"  {name}: {reason}" for name, reason in files]
    return [*listed, f"  and {count - len(files):,} more"] if count > len(files) else listed


def _interval_s() -> float:
    return TERMINAL_INTERVAL_S if sys.stderr.isatty() else PLAIN_INTERVAL_S


def _show(event: StepsDone) -> None:
    total = f" of {event.steps_total:,}" if event.steps_total else ""
    left = f", {event.eta_s:,.0f} s left" if event.eta_s else ""
    losses = f"G {event.curves['generator_loss'][-1]:.2f}  D {event.curves['discriminator_loss'][-1]:.2f}"
    _show_line(f"step {event.step:,}{total}  {losses}  {event.images_per_second:,.0f} images/s{left}")


def _show_line(line: str) -> None:
    """Over the one before it, on a terminal."""
    if sys.stderr.isatty():
        print(f"\r{line:<78}", end="", file=sys.stderr, flush=True)
    else:
        _say(line)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
