"""Some of the pictures a run learns from, laid out as its gallery: for looking from one to the other."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from gan.data import open_dataset
from gan.gallery import ROWS_WITHOUT_CLASSES
from gan.run_folder import RunFolder


def real_pictures(folder: Path, columns: int) -> np.ndarray:
    """(R, C, H, W, Ch) uint8, a row for each class; a class with too few pictures repeats them."""
    request, _ = RunFolder.open(folder).read_config()
    root = Path(request.data_root) if request.data_root else None
    dataset = open_dataset(request.dataset, root, image_size=request.image_size, fit=request.fit)
    classes = len(dataset.class_names)
    if classes == 1:
        places = np.resize(np.arange(len(dataset)), ROWS_WITHOUT_CLASSES * columns)
        return dataset.images[places].reshape(ROWS_WITHOUT_CLASSES, columns, *dataset.images.shape[1:])
    of_class = [np.flatnonzero(dataset.labels == label) for label in range(classes)]
    blank = np.zeros((columns, *dataset.images.shape[1:]), np.uint8)
    return np.stack(
        [dataset.images[np.resize(places, columns)] if len(places) else blank for places in of_class]
    )
