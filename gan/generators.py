"""The generators of this computer as a list shows them: those that ship, those of runs, those that were imported.

Reading the list loads no torch: a generator's header says what it is. Whatever changes or draws one checks it whole.
"""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Literal

import numpy as np
from numpy.typing import NDArray

from gan.config import FORMAT_VERSION, ModelConfig
from gan.errors import FileError, GanError, UserError, describe
from gan.files import atomic_write, parse_json_strictly
from gan.latents import gaussian
from gan.places import generators_folder, resources_folder, runs_folder
from gan.run_folder import RunFolder
from gan.runs import LONGEST_NAME, list_runs

SUFFIX = ".safetensors"
LARGEST_HEADER = 2**20
MIXED_SHEET, STYLE_SHEET = (4, 8), (5, 10)  # rows and columns of the samples of a card
SEED, VARIETY = 7, np.float32(0.8)

Origin = Literal["shipped", "run", "own"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratorSummary:
    """One generator. ``weights``: how many numbers it learnt; ``quality``: figures by name, with their ``floor``.

    ``run``: the folder of the run it belongs to; ``sentence``: what is wrong with one that cannot be used.
    """

    file: Path
    origin: Origin
    name: str
    model: ModelConfig | None = None
    step: int = 0
    dataset_name: str = ""
    card: Mapping[str, Any] = field(default_factory=dict)
    weights: int = 0
    file_size: int = 0
    changed_s: float = 0.0
    run: Path | None = None
    quality: Mapping[str, float] = field(default_factory=dict)
    floor: Mapping[str, float] = field(default_factory=dict)
    sentence: str = ""


def list_generators() -> tuple[GeneratorSummary, ...]:
    """Those that ship first, then one's own and those of runs, the newest first. Never an error."""
    shipped = sorted((resources_folder() / "generators").glob(f"*{SUFFIX}"))
    yours = [summarise_generator(file, "own") for file in generators_folder().glob(f"*{SUFFIX}")]
    for run in list_runs(runs_folder()):
        if (file := RunFolder(run.folder).generator_file).is_file():
            summary = summarise_generator(file, "run")
            quality = summary.quality or run.quality
            yours.append(replace(summary, name=run.name, run=run.folder, quality=quality))
    newest_first = sorted(yours, key=lambda one: one.changed_s, reverse=True)
    return (*(summarise_generator(file, "shipped") for file in shipped), *newest_first)


def summarise_generator(file: Path, origin: Origin) -> GeneratorSummary:
    """What the header of a file tells; one that tells nothing carries a sentence instead."""
    try:
        stat = file.stat()
        header, description = _read_header(file)
        model = ModelConfig.from_json(description.get("model"))
    except (GanError, OSError) as error:
        return GeneratorSummary(
            file=file,
            origin=origin,
            name=file.stem,
            sentence=describe(error).sentence,
            changed_s=_changed_s(file),
        )
    card = description.get("card")
    card = card if isinstance(card, dict) else {}
    quality = card.get("quality")
    quality = quality if isinstance(quality, dict) else {}
    step = description.get("step")
    return GeneratorSummary(
        file=file,
        origin=origin,
        name=str(description.get("name", ""))[:LONGEST_NAME] or file.stem,
        model=model,
        step=step if isinstance(step, int) else 0,
        dataset_name=str(description.get("dataset_name", ""))[:200],
        card=card,
        weights=_count_weights(header),
        file_size=stat.st_size,
        changed_s=stat.st_mtime,
        quality=_figures(quality),
        floor=_figures(quality.get("floor")),
    )


def draw_samples(file: Path) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """What a generator draws: (4, 8, H, W, Ch) in the order of the classes, and (5, C, H, W, Ch) with a style a row
    and a class a column, ten at most. Another generator of this shape draws the same latents. FileError if damaged.
    """
    from gan.image_maker import ImageMaker

    maker = ImageMaker.open(file)
    model = maker.info.model
    rows, columns = MIXED_SHEET
    labels = np.arange(rows * columns) % model.classes
    mixed = maker.make(VARIETY * gaussian(SEED, rows * columns, model.z_size), _mixes(labels, model.classes))
    rows, most = STYLE_SHEET
    columns = min(model.classes, most) if model.classes > 1 else most
    styles = gaussian(SEED + 1, rows if model.classes > 1 else rows * columns, model.z_size)
    z = np.repeat(styles, columns, axis=0) if model.classes > 1 else styles
    labels = np.tile(np.arange(columns) % model.classes, rows)
    ordered = maker.make(VARIETY * z, _mixes(labels, model.classes))
    return mixed.reshape(*MIXED_SHEET, *mixed.shape[1:]), ordered.reshape(rows, columns, *ordered.shape[1:])


def _mixes(labels: NDArray[np.int64], classes: int) -> NDArray[np.float32]:
    return np.eye(classes, dtype=np.float32)[labels]


def import_generator(source: Path) -> Path:
    """Check a file whole and put a copy beside the others; where the copy lies. FileError where it is none of ours."""
    from gan.generator_file import parse_generator
    from gan.tensor_file import LARGEST_FILE

    if source.stat().st_size > LARGEST_FILE:
        raise FileError("file-too-large", "{name} is too large to be a generator.", name=source.name)
    blob = source.read_bytes()
    parse_generator(blob, source.name)
    copy = _free_file(source.stem)
    copy.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(copy, blob)
    return copy


def duplicate_generator(file: Path, name: str) -> Path:
    """A copy with another name among one's own, whatever becomes of the first; where it lies."""
    copy = _free_file(file.stem if file.parent == generators_folder() else _plain(name))
    copy.parent.mkdir(parents=True, exist_ok=True)
    _write_named(file, copy, checked_name(name))
    return copy


def rename_generator(file: Path, name: str) -> None:
    """Give one of one's own another name. UserError for one that is not a short line."""
    _write_named(file, file, checked_name(name))


def checked_name(name: str) -> str:
    """The name without blanks around it. UserError for one that is not a short line."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise UserError("generator-name", "A name has 1 to {most} signs, all on one line.", most=LONGEST_NAME)
    return name


def _write_named(source: Path, target: Path, name: str) -> None:
    from gan.generator_file import parse_generator, save_generator

    save_generator(target, replace(parse_generator(source.read_bytes(), source.name), name=name))


def _free_file(stem: str) -> Path:
    number, file = 2, generators_folder() / f"{stem}{SUFFIX}"
    while file.exists():
        file = generators_folder() / f"{stem} {number}{SUFFIX}"
        number += 1
    return file


def _plain(name: str) -> str:
    """What of a name can be part of a file's on every system."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else "-" for sign in name).strip()
    return kept[:60] or "generator"


def described_in(content: bytes) -> tuple[str, int, ModelConfig]:
    """Name, step and model that the bytes of a generator tell of it. FileError where they are none of ours."""
    _, description = _header_in(io.BytesIO(content), "this generator")
    step = description.get("step")
    name = str(description.get("name", ""))[:LONGEST_NAME]
    return name, step if isinstance(step, int) else 0, ModelConfig.from_json(description.get("model"))


def _read_header(file: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Shapes and description, both unchecked against the weights. FileError where the file is none of ours."""
    with file.open("rb") as content:
        return _header_in(content, file.name)


def _header_in(content: BinaryIO, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    other = FileError("file-of-other-kind", "{name} is not a {kind}.", name=name, kind="generator")
    start = content.read(8)
    length = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
    if not 2 <= length <= LARGEST_HEADER:
        raise other
    try:
        header = json.loads(content.read(length))
        description = parse_json_strictly(header.pop("__metadata__")["latent_studio"].encode("utf-8"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, GanError) as error:
        raise other from error
    if not isinstance(description, dict) or description.get("kind") != "generator":
        raise other
    version = description.get("format_version")
    if not isinstance(version, int) or version > FORMAT_VERSION:
        raise FileError("file-newer", "{name} was made with a newer version of Latent Studio.", name=name)
    return header, description


def _count_weights(header: Mapping[str, Any]) -> int:
    count = 0
    for name, entry in header.items():
        shape = entry.get("shape") if isinstance(entry, dict) else None
        if isinstance(shape, list) and not name.startswith("directions."):
            size = 1
            for side in shape:
                size *= side if isinstance(side, int) and side >= 0 else 0
            count += size
    return count


def _figures(value: object) -> dict[str, float]:
    if not isinstance(value, dict):
        return {}
    return {name: figure for name, figure in value.items() if isinstance(figure, float)}


def _changed_s(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
