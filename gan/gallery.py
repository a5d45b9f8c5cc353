"""The fixed styles whose pictures a run shows again and again, so that progress can be seen."""

from __future__ import annotations

import numpy as np

from gan.config import ModelConfig
from gan.events import GalleryLatents
from gan.latents import gaussian, one_hot

COLUMNS = 8
ROWS_WITHOUT_CLASSES = 10
SEED = 8


def gallery_latents(model: ModelConfig) -> GalleryLatents:
    """Rows are classes, columns fixed styles; pictures without classes get a style of their own in every cell."""
    if model.classes == 1:
        z = gaussian(SEED, ROWS_WITHOUT_CLASSES * COLUMNS, model.z_size)
        z = z.reshape(ROWS_WITHOUT_CLASSES, COLUMNS, model.z_size)
        names = ("",) * ROWS_WITHOUT_CLASSES
        labels = [0] * ROWS_WITHOUT_CLASSES
    else:
        styles = gaussian(SEED, COLUMNS, model.z_size)
        z = np.repeat(styles[None], model.classes, axis=0)
        names = model.class_names
        labels = list(range(model.classes))
    rows = [np.repeat(one_hot(label, model.classes)[None], COLUMNS, axis=0) for label in labels]
    return GalleryLatents(row_names=names, z=z, mix=np.stack(rows))
