"""Networks that are built for the weights of a file: nothing is drawn at random only to be replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch.overrides import TorchFunctionMode


class _NothingDrawn(TorchFunctionMode):
    """Leaves out ``torch.nn.init``: without memory to fill, it would import torch's compiler, for most of a second."""

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Sequence[type],
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        is_filling = getattr(func, "__module__", "") == "torch.nn.init"
        return kwargs["tensor"] if is_filling else func(*args, **kwargs)


@contextmanager
def weightless() -> Iterator[None]:
    """Modules built in here have shapes and no memory, until ``load_state_dict(..., assign=True)``."""
    with torch.device("meta"), _NothingDrawn():
        yield
