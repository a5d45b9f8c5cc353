"""Training speed, latency, memory and file size of every preset at every size, in one table.

Speeds are medians of a few rounds through all rows, so that a busy minute of the machine meets each of them; only
ratios within one run compare. Pictures are noise: what they show takes no time.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch

from gan.benches.machine import machine_facts, peak_memory_mb
from gan.config import PRESET_NAMES, SIZES, ModelConfig, TrainingConfig, TrainingRequest
from gan.device import pick_device
from gan.distributed import ALONE
from gan.generator_file import GeneratorFile, save_generator
from gan.image_maker import ImageMaker
from gan.latents import gaussian
from gan.networks import build_generator
from gan.presets import training_config
from gan.reference_loop import BareLoop
from gan.safe_steps import SafeSteps
from gan.trainer import Trainer

PICTURES = 60_000
ROUNDS = 3
ROUND_S = 1.0
REQUESTS = (1, 16, 121, 1_024)  # pictures at once: one, a small sheet, the map, a poster
LATENCY_S = 0.5
LEAST_REPEATS = 10


@dataclass(slots=True)
class Row:
    """One preset at one size, as it is measured."""

    config: TrainingConfig
    speeds: list[float] = field(default_factory=list)
    bare_speeds: list[float] = field(default_factory=list)
    parameters: int = 0
    peak_memory_mb: float | None = None
    latency_ms: dict[str, dict[str, float]] = field(default_factory=dict)
    file_bytes: int = 0

    @property
    def speed(self) -> float:
        """Images/s while training."""
        return float(np.median(self.speeds))

    @property
    def bare_ratio(self) -> float:
        """Our speed as a multiple of the bare loop's, median of pairs that ran one after the other."""
        return float(np.median(np.array(self.speeds) / np.array(self.bare_speeds)))


def every_recipe(threads: int) -> list[TrainingConfig]:
    """Each preset at each size for MNIST's shape, as its runs end up: with the last minibatch from the start."""
    requests = [
        TrainingRequest(dataset="noise", preset=preset, size=size, threads=threads)
        for preset in PRESET_NAMES
        for size in SIZES
    ]
    configs = [
        training_config(
            request,
            dataset_name=request.dataset,
            dataset_fingerprint="",
            class_names=tuple("0123456789"),
            image_size=28,
            channels=1,
        )
        for request in requests
    ]
    return [replace(config, minibatches=((0, config.minibatches[-1][1]),)) for config in configs]


def bench_speed(recipes: Sequence[TrainingConfig], device_name: str) -> dict[str, object]:
    """Everything of these recipes, which have one shape and number of threads; latency is always that of the CPU."""
    device, _ = pick_device(device_name)
    threads, images, labels = recipes[0].threads, *_noise(recipes[0].model)
    torch.set_num_threads(threads)
    rows = [Row(recipe) for recipe in recipes]
    for turn in range(ROUNDS):
        for row in rows:
            print(f"round {turn + 1} of {ROUNDS}: {row.config.preset} {row.config.size}", file=sys.stderr)
            _measure_training(row, images, labels, device)
    for row in rows:
        _measure_drawing(row)
        row.peak_memory_mb = _in_own_process(_memory_of_training, row.config, device.type)
    for line in _table(rows):
        print(line, file=sys.stderr)
    return {
        "rows": [_as_json(row, rows) for row in rows],
        "device": device.type,
        "machine": machine_facts(threads),
    }


def _noise(model: ModelConfig) -> tuple[np.ndarray, np.ndarray]:
    """As many pictures as an epoch of MNIST has, of that model's shape, with labels."""
    chooser = np.random.default_rng(0)
    shape = (PICTURES, model.image_size, model.image_size, model.channels)
    return chooser.integers(0, 256, shape, dtype=np.uint8), chooser.integers(0, model.classes, PICTURES)


def _measure_training(row: Row, images: np.ndarray, labels: np.ndarray, device: torch.device) -> None:
    """One round of a row: our step, then the bare one."""
    config = row.config
    trainer = Trainer(config, images, labels, device)
    row.parameters = sum(parameter.numel() for parameter in trainer.generator.parameters())
    row.speeds.append(_speed(SafeSteps(trainer, ALONE).step, config.minibatch_at(0), _cycle(config), device))
    bare = BareLoop(config, images, labels, device)
    row.bare_speeds.append(_speed(bare.step, bare.minibatch, 1, device))


def _speed(step: Callable[[], object], minibatch: int, cycle: int, device: torch.device) -> float:
    """Images/s over whole cycles of steps for at least a second, after one cycle to warm up."""
    steps, passed_s, began_s = -cycle, 0.0, 0.0
    while steps <= 0 or passed_s < ROUND_S:
        for _ in range(cycle):
            step()
        _wait_for(device)
        steps += cycle
        if steps == 0:
            began_s = time.perf_counter()
        passed_s = time.perf_counter() - began_s
    return steps * minibatch / passed_s


def _wait_for(device: torch.device) -> None:
    """Until the device has done what it was given."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()


def _in_own_process(measure: Callable[..., float | None], *arguments: object) -> float | None:
    """A fresh process has no memory left over from what ran before."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as processes:
        return processes.submit(measure, *arguments).result()


def _memory_of_training(config: TrainingConfig, device_name: str) -> float | None:
    """In megabytes, with torch and as many pictures as MNIST has."""
    torch.set_num_threads(config.threads)
    device, _ = pick_device(device_name)
    steps = SafeSteps(Trainer(config, *_noise(config.model), device), ALONE)
    for _ in range(_cycle(config)):
        steps.step()
    return peak_memory_mb(device)


def _cycle(config: TrainingConfig) -> int:
    """After so many steps all kinds of step have come: a penalised one takes longer."""
    return config.penalty_interval if config.penalty_gamma > 0 else 1


def _measure_drawing(row: Row) -> None:
    """Latency of a viewer, and the size of the file it opens."""
    model = row.config.model
    generator = GeneratorFile(
        name="bench", model=model, step=0, dataset_name="noise", module=build_generator(model)
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "generator.safetensors"
        save_generator(file, generator, durable=False)
        row.file_bytes = file.stat().st_size
        maker = ImageMaker.open(file)
    for count in REQUESTS:
        z = gaussian(0, count, model.z_size)
        mix = np.eye(model.classes, dtype=np.float32)[np.arange(count) % model.classes]
        p50, p95 = np.percentile(_latencies_ms(maker, z, mix), (50, 95))
        row.latency_ms[str(count)] = {"p50": round(float(p50), 2), "p95": round(float(p95), 2)}


def _latencies_ms(maker: ImageMaker, z: np.ndarray, mix: np.ndarray) -> list[float]:
    """How long each of at least ten requests took, after two to warm up."""
    times_ms: list[float] = []
    began_s = time.perf_counter()
    while len(times_ms) < LEAST_REPEATS + 2 or time.perf_counter() - began_s < LATENCY_S:
        asked_s = time.perf_counter()
        maker.make(z, mix)
        times_ms.append(1000 * (time.perf_counter() - asked_s))
    return times_ms[2:]


def _as_json(row: Row, rows: list[Row]) -> dict[str, object]:
    return {
        "preset": row.config.preset,
        "size": row.config.size,
        "width": row.config.model.width,
        "parameters": row.parameters,
        "minibatch": row.config.minibatch_at(0),
        "images_per_second": round(row.speed, 1),
        "ratio_to_textbook": round(row.speed / _textbook(rows, row).speed, 3),
        "ratio_to_bare_loop": round(row.bare_ratio, 3),
        "peak_memory_mb": row.peak_memory_mb,
        "latency_ms": row.latency_ms,
        "file_bytes": row.file_bytes,
    }


def _table(rows: list[Row]) -> list[str]:
    """For a terminal."""
    head = f"{'preset':<9} {'size':<7}{'images/s':>9}{'textbook':>10}{'bare':>7}{'peak MB':>9}{'file KB':>9}"
    return [
        head + "".join(f"{f'{count:,} ms':>9}" for count in REQUESTS),
        *(
            f"{row.config.preset:<9} {row.config.size:<7}{row.speed:>9,.0f}"
            f"{row.speed / _textbook(rows, row).speed:>9.2f}x{row.bare_ratio:>6.2f}x"
            f"{'' if row.peak_memory_mb is None else f'{row.peak_memory_mb:,.0f}':>9}"
            f"{row.file_bytes / 1000:>9,.0f}"
            + "".join(f"{row.latency_ms[str(count)]['p50']:>9.1f}" for count in REQUESTS)
            for row in rows
        ),
    ]


def _textbook(rows: list[Row], row: Row) -> Row:
    """The textbook's row of the same size."""
    size = row.config.size
    return next(other for other in rows if (other.config.preset, other.config.size) == ("textbook", size))
