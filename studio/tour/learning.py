"""The first half of the tour: open, train until digits show, watch, stop."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator

import numpy as np

import gan
from gan.events import SamplesDrawn, StepsDone
from gan.latents import gaussian, one_hot
from gan.run_folder import RunFolder
from studio.pages.train.page import TrainPage
from studio.tour.guide import Guide, Step
from studio.tour.hand import Stuck, Wait, press

LEGIBLE = 0.8  # of the pictures are taken by the judge for the class that was asked for
LEARNING_S = 400.0
EACH_CLASS = 8  # pictures that the judge looks at


def open_the_window(guide: Guide) -> Iterator[Wait]:
    """The window is painted before torch is loaded; then the generator that ships is open."""
    studio, inference = guide.studio, guide.session.inference
    yield from guide.until(lambda: studio.painted_at is not None, 20, "the first paint")
    assert studio.painted_at is not None and not inference.is_ready
    guide.saw(first_paint_s=round(studio.painted_at - guide.started_at, 2))
    yield from guide.until(lambda: inference.info is not None, 60, "opening the generator")
    guide.saw(engine_ready_s=round(time.perf_counter() - guide.started_at, 2))
    assert guide.session.generator_source == "shipped"


def train_on_practice_digits(guide: Guide) -> Iterator[Wait]:
    """What a first start has: no MNIST on this computer, so practice digits."""
    yield from guide.go_to("train")
    page = _train_page(guide)
    yield from guide.until(page.bar.main.isEnabled, 60, "waking the Train button")
    assert page.choice.summary is not None
    guide.saw(pictures=page.choice.summary.title, count=page.choice.summary.picture_count)
    press(page.bar.main)
    yield from guide.until(lambda: guide.session.training.state == "running", 60, "the run")


def watch_noise_become_digits(guide: Guide) -> Iterator[Wait]:
    """Events arrive, the gallery changes, and the judge reads the classes that were asked for."""
    yield from guide.until(lambda: _galleries(guide), 60, "the first gallery")
    yield from guide.take_screenshot("train-begun")
    share, deadline = 0.0, time.monotonic() + LEARNING_S
    while share < LEGIBLE:
        if time.monotonic() > deadline:
            raise Stuck(f"only {share:.0%} of the digits are legible after {LEARNING_S:g} s")
        yield 1.0
        if guide.session.generator_source == "run":
            labels = yield from _ask_each_class(guide)
            share = float((guide.readings.argmax(axis=1) == labels).mean())
    reports = [event for event in guide.events if isinstance(event, StepsDone)]
    galleries = _galleries(guide)
    assert len(reports) > 10 and len(galleries) > 3, "the run reported too little"
    changed = float(np.abs(galleries[-1].astype(float) - galleries[0]).mean())
    assert changed > 5, "the gallery stayed as it was"
    guide.saw(legible=round(share, 2), step=reports[-1].step, reports=len(reports), galleries=len(galleries))
    guide.saw(images_per_second=round(reports[-1].images_per_second))
    yield from guide.take_screenshot("train")


def pause_and_go_on(guide: Guide) -> Iterator[Wait]:
    """While it is paused nothing is reported; then it goes on."""
    main = _train_page(guide).bar.main
    press(main)
    yield from guide.until(lambda: guide.session.training.state == "paused", 5, "the pause")
    yield from guide.until_quiet(guide.events, "a paused run went on")
    count = len(guide.events)
    press(main)
    yield from guide.until(lambda: len(guide.events) > count, 10, "going on")


def stop(guide: Guide) -> Iterator[Wait]:
    """Stopping saves: a checkpoint to resume from, and a generator that opens."""
    training, began = guide.session.training, time.monotonic()
    press(_train_page(guide).bar.stop)
    yield from guide.until(lambda: training.state == "idle", 30, "the end of the run")
    guide.saw(seconds_to_stop=round(time.monotonic() - began, 2))
    assert guide.session.run_file is not None
    run = RunFolder(guide.session.run_file.parent)
    assert run.checkpoint_files(), "no checkpoint was saved"
    info = gan.open_image_maker(run.generator_file).info
    guide.saw(steps=info.step)
    yield from guide.until(lambda: _shown_step(guide) == info.step, 10, "showing the last weights")


LEARNING: dict[str, Step] = {
    "open the window": open_the_window,
    "train on practice digits": train_on_practice_digits,
    "watch noise become digits": watch_noise_become_digits,
    "pause and go on": pause_and_go_on,
    "stop": stop,
}


def _train_page(guide: Guide) -> TrainPage:
    page = guide.window.pages["train"]
    assert isinstance(page, TrainPage)
    return page


def _galleries(guide: Guide) -> list[np.ndarray]:
    return [event.pixels for event in guide.events if isinstance(event, SamplesDrawn)]


def _ask_each_class(guide: Guide) -> Generator[Wait, None, np.ndarray]:
    info = guide.session.inference.info
    assert info is not None
    labels = np.repeat(np.arange(info.model.classes), EACH_CLASS)
    mix = np.stack([one_hot(int(label), info.model.classes) for label in labels])
    yield from guide.ask_judge(gaussian(0, len(labels), info.model.z_size), mix)
    return labels


def _shown_step(guide: Guide) -> int:
    info = guide.session.inference.info
    return -1 if info is None else info.step
