"""A run or the training of a judge, followed to its end in a terminal."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from gan.events import (
    DataPrepared,
    DatasetSummary,
    DoctorNote,
    GeneratorSaved,
    JudgeProgress,
    JudgeSaved,
    QualityMeasured,
    RunStarted,
    StepsDone,
    TrainingEvent,
    Warned,
)
from gan.polite_stop import stop_wish
from gan.progress_line import ProgressLine

FIGURES = {
    "digit_fid": "judge FID",
    "class_accuracy": "class accuracy",
    "precision": "precision",
    "recall": "recall",
    "swd": "SWD",
}
COLOURS = {1: "grey", 3: "colour", 4: "colour with transparency"}
AUGMENTED = (
    "These are few: the discriminator sees them, and the made ones, turned and scaled a little, so that it does not "
    "learn them by heart (augment_strength)."
)


def follow(run: Iterator[TrainingEvent]) -> dict[str, object]:
    """Run to the end and print how it goes; Ctrl-C and SIGTERM save and stop. Returns what --json prints."""
    result: dict[str, object] = {}
    last: StepsDone | None = None
    line = ProgressLine()
    try:
        with stop_wish() as wish:
            for event in run:
                if isinstance(event, DataPrepared):
                    line.show(_how_far(event), event.done / event.total)
                elif isinstance(event, RunStarted):
                    line.say(f"{_described(event.dataset)} {event.device_reason}")
                    if event.config.augment_strength > 0:
                        line.say(AUGMENTED)
                    result |= {"run": str(event.folder), "device": event.device}
                elif isinstance(event, Warned):
                    line.say(_in_full(event))
                elif isinstance(event, QualityMeasured):
                    line.say(_quality(event))
                    result["quality"] = {name: getattr(event, name) for name in FIGURES}
                elif isinstance(event, GeneratorSaved):
                    result["generator"] = str(Path(event.path))
                elif isinstance(event, StepsDone):
                    last = event
                    line.show(*_steps(event))
                wish.check()
    finally:
        if isinstance(run, Generator):
            run.close()
        if last is not None:
            line.show(*_steps(last), always=True)
        line.end()
    if last is not None:
        result |= {
            "step": last.step,
            "pictures_seen": int(last.pictures_seen[-1]),
            "elapsed_s": round(float(last.elapsed_s[-1]), 2),
            "images_per_second": round(last.images_per_second, 1),
        }
    return result


def follow_judge(events: Iterator[DataPrepared | JudgeProgress | JudgeSaved]) -> dict[str, object]:
    """Train a judge to the end and print how it goes. Returns what --json prints."""
    result: dict[str, object] = {}
    line = ProgressLine()
    for event in events:
        if isinstance(event, JudgeSaved):
            right = f"{event.test_accuracy:.2%} of {event.test_pictures:,} pictures kept aside"
            line.say(f"Right on {right}: {event.path}")
            result |= {
                "file": str(event.path),
                "pictures": event.pictures,
                "test_pictures": event.test_pictures,
                "test_accuracy": event.test_accuracy,
                "seconds": round(event.seconds, 1),
            }
            continue
        if isinstance(event, JudgeProgress) and "expected_seconds" not in result:
            result["expected_seconds"] = round(event.seconds_left, 1)
            line.say(f"This takes about {event.seconds_left:,.0f} s: {event.total:,} steps.")
        line.show(_how_far(event), event.done / event.total)
    return result


def _how_far(event: DataPrepared | JudgeProgress) -> str:
    if isinstance(event, DataPrepared):
        return f"decoded {event.done:,} of {event.total:,} pictures"
    return f"step {event.done:,} of {event.total:,}, {event.seconds_left:,.0f} s left"


def _described(dataset: DatasetSummary) -> str:
    """What is learnt from, in one sentence."""
    counted = f"{dataset.title}, {dataset.picture_count:,} pictures"
    channels = dataset.thumbnails.shape[-1]
    return f"{counted} of {dataset.image_size} px, {COLOURS[channels]}{f' ({dataset.fit})' if dataset.fit else ''}."


def _quality(event: QualityMeasured) -> str:
    """Every figure with its floor."""
    figures = [
        f"{words} {value:.3g} (floor {event.floor[name]:.3g})"
        for name, words in FIGURES.items()
        if (value := getattr(event, name)) is not None
    ]
    return f"quality at step {event.step:,} of {event.pictures:,} pictures: {', '.join(figures)}"


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


def _steps(event: StepsDone) -> tuple[str, float | None]:
    """In words, and as a share of all steps where a budget says how many there are."""
    total = f" of {event.steps_total:,}" if event.steps_total else ""
    left = f", {event.eta_s:,.0f} s left" if event.eta_s else ""
    losses = f"G {event.curves['generator_loss'][-1]:.2f} D {event.curves['discriminator_loss'][-1]:.2f}"
    words = f"step {event.step:,}{total}{left}, {event.images_per_second:,.0f} images/s, {losses}"
    return words, event.step / event.steps_total if event.steps_total else None
