"""Drawn pictures to a file: a contact sheet as PNG, or arrays as NPZ."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import torch

import gan
from gan.errors import UserError
from gan.files import atomic_write
from gan.latents import gaussian, one_hot
from gan.media.png import save_png
from gan.vision import make_grid

LARGEST_SHEET = 100_000


def sample_to_file(
    generator: str, out: Path, *, classes: str, per_class: int, seed: int, psi: float
) -> dict[str, object]:
    """Draw ``per_class`` pictures of each class and write them. UserError on what cannot be done."""
    if out.suffix.lower() not in (".png", ".npz"):
        raise UserError("sample-suffix", "Name a file that ends in .png or .npz, not {name}.", name=out.name)
    maker = gan.open_image_maker(generator)
    model = maker.info.model
    wanted = _class_indices(classes, model.class_names)
    if not 1 <= per_class * len(wanted) <= LARGEST_SHEET:
        raise UserError("sample-count", "Draw between 1 and {most} pictures at once.", most=LARGEST_SHEET)
    if not -10.0 <= psi <= 10.0 or seed < 0:
        raise UserError("sample-values", "psi can be from -10 to 10, the seed from 0.")
    labels = np.repeat(np.array(wanted, dtype=np.int64), per_class)
    mix = np.stack([one_hot(int(label), model.classes) for label in labels])
    pixels = maker.make(gaussian(seed, len(labels), model.z_size) * np.float32(psi), mix)
    if out.suffix.lower() == ".npz":
        buffer = io.BytesIO()
        np.savez_compressed(buffer, pixels=pixels, labels=labels)
        atomic_write(out, buffer.getvalue())
    else:
        save_png(out, contact_sheet(pixels, columns=per_class), kind="generated")
    return {"file": str(out), "pictures": len(labels), "seed": seed, "psi": psi}


def _class_indices(classes: str, names: tuple[str, ...]) -> list[int]:
    if classes == "all":
        return list(range(len(names)))
    chosen = [name.strip() for name in classes.split(",")]
    for name in chosen:
        if name not in names:
            raise UserError(
                "class-unknown",
                "There is no class {name!r}; there are {known}.",
                name=name,
                known=", ".join(names),
            )
    return [names.index(name) for name in chosen]


def contact_sheet(pixels: np.ndarray, *, columns: int) -> np.ndarray:
    """(B, H, W, C) -> one picture (rows·H, columns·W, C), row by row; the last row is filled up with black."""
    sheet = make_grid(torch.from_numpy(pixels).permute(0, 3, 1, 2), nrow=columns, padding=0)
    # make_grid gives grey pictures three equal channels
    return sheet[: pixels.shape[3]].permute(1, 2, 0).contiguous().numpy()
