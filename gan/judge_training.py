"""Training a judge for any labelled set: the recipe, how long it takes, and the file that is kept."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from gan.data import Dataset, prepare_dataset, split_of
from gan.data.kept_aside import Pictures
from gan.errors import UserError
from gan.events import DataPrepared, JudgeProgress, JudgeSaved
from gan.files import atomic_write
from gan.judge import Judge, JudgeNetwork, save_judge
from gan.judges import own_judge_file
from gan.networks import channels_last

EPOCHS = 7
LEAST_STEPS, MOST_STEPS = 600, 4_000
MINIBATCH = 128
WARM_UP_STEPS, TIMED_STEPS = 3, 8  # before the first word on how long it will take
REPORT_INTERVAL_S = 0.1
READ_AT_ONCE = 1_024
MOST_FOR_SCALE = 60_000

JudgeEvents = Generator[DataPrepared | JudgeProgress | JudgeSaved, None, None]


def train_judge_for(
    data: str, data_root: Path | None, *, image_size: int = 28, fit: str = "crop", out: Path | None = None
) -> JudgeEvents:
    """Learn a labelled set, without the pictures kept aside for measuring, and save the judge.

    The first JudgeProgress comes after a few steps and says how long it will take; ``close()`` leaves it at that.
    Without ``out`` the judge lies where :func:`gan.judges.judge_for` finds it. UserError where there are no labels.
    """
    torch.set_num_threads(1)
    dataset = yield from prepare_dataset(data, data_root, image_size=image_size, fit=fit)
    if len(dataset.class_names) < 2:
        raise UserError(
            "no-labels",
            "The pictures of {title} have no classes that a judge could learn; sort them into subfolders.",
            title=dataset.title,
        )
    split = split_of(dataset, data, data_root)
    began_s = time.monotonic()
    judge = yield from learn_to_judge(split.learnt, dataset.class_names)
    test_accuracy = _share_right(judge, split.kept)
    card = {
        "dataset": dataset.title,
        "pictures": len(split.learnt),
        "licence": dataset.licence,
        "test_accuracy": test_accuracy,
        "test_pictures": len(split.kept),
        "epochs": EPOCHS,
        "seed": 0,
    }
    path = own_judge_file(dataset.fingerprint) if out is None else out
    path.parent.mkdir(parents=True, exist_ok=True)
    save_judge(path, judge, card, dataset_fingerprint=dataset.fingerprint)
    command = _command(data, dataset)
    atomic_write(path.with_suffix(".md"), _markdown(card, command, split.is_published).encode("utf-8"))
    yield JudgeSaved(
        path=path,
        pictures=len(split.learnt),
        test_pictures=len(split.kept),
        test_accuracy=test_accuracy,
        seconds=time.monotonic() - began_s,
    )


def learn_to_judge(
    pictures: Pictures, class_names: tuple[str, ...], *, seed: int = 0
) -> Generator[JudgeProgress, None, Judge]:
    """AdamW with weight decay 1e-2, one cycle to 6e-3, minibatch 128, label smoothing 0.02, 7 epochs within bounds.

    Pictures are shifted by up to 2 px, 40% of the minibatches are resampled through another size and back, 40% get
    noise.
    """
    learner = _Learner(pictures, class_names, seed)
    began_s, reported_s = time.monotonic(), 0.0
    while learner.done < learner.steps:
        learner.step()
        now_s = time.monotonic()
        if learner.done <= WARM_UP_STEPS:
            began_s = now_s
        elif learner.done == learner.steps or (
            learner.done >= WARM_UP_STEPS + TIMED_STEPS and now_s - reported_s >= REPORT_INTERVAL_S
        ):
            step_s = (now_s - began_s) / (learner.done - WARM_UP_STEPS)
            reported_s = now_s
            yield JudgeProgress(
                done=learner.done, total=learner.steps, seconds_left=step_s * (learner.steps - learner.done)
            )
    return learner.judge()


def steps_for(pictures: int) -> int:
    """How many minibatches a judge of so many pictures gets."""
    return min(MOST_STEPS, max(LEAST_STEPS, EPOCHS * (pictures // min(MINIBATCH, pictures))))


class _Learner:
    """The network while it learns. Its randomness is its own, though torch draws it from the program's."""

    def __init__(self, pictures: Pictures, class_names: tuple[str, ...], seed: int) -> None:
        self._pictures, self._class_names = pictures, class_names
        self.steps, self.done = steps_for(len(pictures)), 0
        _, self._side, _, self._channels = pictures.images.shape
        self._randomness = torch.Generator().manual_seed(seed).get_state()
        with self._own_randomness():
            self._network = JudgeNetwork(len(class_names), self._channels, self._side)
            channels_last(self._network)
        self._optimizer = torch.optim.AdamW(self._network.parameters(), weight_decay=1e-2)
        self._cycle = torch.optim.lr_scheduler.OneCycleLR(
            self._optimizer, max_lr=6e-3, total_steps=self.steps
        )
        self._rows: Iterator[Tensor] = iter(())

    @contextmanager
    def _own_randomness(self) -> Iterator[None]:
        with torch.random.fork_rng(devices=[]):
            torch.set_rng_state(self._randomness)
            yield
            self._randomness = torch.get_rng_state()

    def step(self) -> None:
        """One minibatch."""
        with self._own_randomness():
            pixels, labels = self._pictures.take(self._next_rows().numpy())
            images = torch.from_numpy(pixels).permute(0, 3, 1, 2)
            images = disturbed(images.to(torch.float32).div_(127.5).sub_(1.0))
            logits = self._network(images.contiguous(memory_format=torch.channels_last))
            loss = F.cross_entropy(logits, torch.from_numpy(labels), label_smoothing=0.02)
            self._optimizer.zero_grad(set_to_none=True)
            loss.backward()
            self._optimizer.step()
            self._cycle.step()
        self.done += 1

    def _next_rows(self) -> Tensor:
        """Whole minibatches of an epoch's shuffled pictures."""
        minibatch = min(MINIBATCH, len(self._pictures))
        rows = next(self._rows, None)
        if rows is None or len(rows) < minibatch:
            self._rows = iter(torch.randperm(len(self._pictures)).split(minibatch))
            rows = next(self._rows)
        return rows

    def judge(self) -> Judge:
        """What was learnt, its features scaled to a total variance of 100 over what it learnt from."""
        self._network.eval().requires_grad_(False)
        unscaled = Judge(self._network, self._class_names, self._channels, self._side, 1.0)
        some = self._pictures.some(MOST_FOR_SCALE, seed=0)
        features = [unscaled.features(pixels) for pixels, _ in _parts(some)]
        scale = (100.0 / float(np.concatenate(features).var(axis=0).sum())) ** 0.5
        return Judge(self._network, self._class_names, self._channels, self._side, scale)


def _share_right(judge: Judge, pictures: Pictures) -> float:
    """Share of pictures that it takes for what they are."""
    right = sum(
        int((judge.probabilities(pixels).argmax(axis=1) == labels).sum())
        for pixels, labels in _parts(pictures)
    )
    return right / len(pictures)


def _parts(pictures: Pictures) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    for start in range(0, len(pictures), READ_AT_ONCE):
        yield pictures.take(np.arange(start, min(start + READ_AT_ONCE, len(pictures))))


def disturbed(images: Tensor) -> Tensor:
    """Shift, sometimes resample, sometimes add noise: a judge must not care about these. (B, C, H, W) -> same."""
    side = images.shape[-1]
    shifts = torch.randint(-2, 3, (2,)).tolist()
    images = F.pad(images, (2, 2, 2, 2), value=-1.0)
    images = images[:, :, 2 + shifts[0] : 2 + shifts[0] + side, 2 + shifts[1] : 2 + shifts[1] + side]
    if torch.rand(()) < 0.4:
        between = int(torch.randint(round(0.75 * side), round(1.5 * side), ()))
        smaller = F.interpolate(images, size=between, mode="bilinear", antialias=True)
        images = F.interpolate(smaller, size=side, mode="bilinear", antialias=True)
    if torch.rand(()) < 0.4:
        images = images + 2.0 * 0.15 * torch.rand(()) * torch.randn_like(images)
    return images


def _command(data: str, dataset: Dataset) -> str:
    """What trains it again; of a folder only the name is told."""
    squares = f" --image-size {dataset.images.shape[1]} --fit {dataset.fit}" if dataset.fit else ""
    return f"python -m gan train-judge --data {dataset.title if dataset.fit else data}{squares}"


def _markdown(card: Mapping[str, object], command: str, is_published: bool) -> str:
    """The judge's card for people."""
    kept = "the test split" if is_published else f"{card['test_pictures']:,} pictures kept aside"
    return "\n".join(
        [
            f"# The judge for {card['dataset']}",
            "",
            f"- Trained on: {card['pictures']:,} pictures, without {kept}",
            f"- Licence of the pictures: {card['licence']}",
            f"- Right on {kept}: {card['test_accuracy']:.2%}",
            f"- Command: `{command}`",
            "",
            "It reads made pictures, and its features measure how far they are from those it learnt from. It is no "
            "judge of pictures of other kinds.",
            "",
        ]
    )
