"""torchvision, also beside a CPU-only torch: everything in the project imports it from here.

The wheel on PyPI is built for CUDA. Beside a CPU-only torch its extension cannot load, and ``import torchvision``
fails because operators that it registers shapes for do not exist. So: let the extension load where it can, then
declare what is still missing. Declaring first would abort the process where the extension works.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch

_SCHEMAS = {
    "nms": "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms": "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
}


def _load_extension() -> None:
    """Load torchvision's own operators, if this torch can."""
    spec = importlib.util.find_spec("torchvision")
    if spec is None or spec.origin is None:
        return
    for file in sorted(Path(spec.origin).parent.glob("_C.*")):
        try:
            torch.ops.load_library(file)
        except OSError:  # built for another torch: what is missing is declared below
            return


def _declare_missing() -> torch.library.Library:
    """Give the operators that did not load their schemas; nobody here calls them."""
    library = torch.library.Library("torchvision", "FRAGMENT")
    for name, schema in _SCHEMAS.items():
        if not hasattr(torch.ops.torchvision, name):
            library.define(schema)
    return library


_load_extension()
_library = _declare_missing()  # the declarations last as long as this object

from torchvision.transforms import v2  # noqa: E402
from torchvision.utils import make_grid  # noqa: E402

__all__ = ["make_grid", "v2"]
