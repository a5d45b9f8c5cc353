"""What the discriminator of a run thinks of single pictures and looks at in them: on the CPU, on its own copy."""

from __future__ import annotations

import copy
import math
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from gan.config import FORMAT_VERSION, ModelConfig
from gan.errors import FileError, UserError
from gan.networks import build_discriminator, channels_last
from gan.networks.weightless import weightless
from gan.run_folder import RunFolder
from gan.tensor_file import read_tensors, write_tensors
from gan.trainer import Trainer

KIND = "discriminator"
BATCH = 64


def publish_discriminator(path: Path, trainer: Trainer) -> None:
    """Write the discriminator for viewers, if it has learnt in this sitting; it need not survive a power cut.

    One whose scores overflow has nothing to tell: the last that was written stays.
    """
    if trainer.last_seen is None:
        return
    images, labels = trainer.last_seen
    network, median = _for_single_pictures(trainer.discriminator, images, labels)
    if not math.isfinite(median):
        return
    description = {
        "kind": KIND,
        "format_version": FORMAT_VERSION,
        "model": trainer.config.model.to_json(),
        "step": trainer.step_count,
        "origin": median if trainer.config.loss == "relativistic" else 0.0,
    }
    write_tensors(path, network.state_dict(), description, durable=False)


@torch.no_grad()
def _for_single_pictures(discriminator: nn.Module, images: Tensor, labels: Tensor) -> tuple[nn.Module, float]:
    """A copy that normalises every picture as it does these training pictures, and its median logit on them.

    In training, batch norm goes by the minibatch at hand; a picture alone is none.
    """
    network = copy.deepcopy(discriminator).train()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.momentum = 1.0  # the running averages become those of the next minibatch
    return network, float(network(images, labels).median())


class DiscriminatorView:
    """Looks with one discriminator. Not for two threads at once."""

    def __init__(self, network: nn.Module, model: ModelConfig, step: int, origin: float) -> None:
        self._network = network
        self.model = model
        self.step = step
        self._origin = origin

    @classmethod
    def open(cls, path: Path) -> DiscriminatorView:
        """From a run folder or the file in it. FileError where there is none, or it cannot be read."""
        torch.set_num_threads(1)
        file = RunFolder(path).discriminator_file if path.is_dir() else path
        tensors, description = read_tensors(file, KIND)
        try:
            if int(description["format_version"]) > FORMAT_VERSION:
                raise FileError(
                    "file-newer", "{name} was made with a newer version of Latent Studio.", name=file.name
                )
            model = ModelConfig.from_json(description["model"])
            step, origin = int(description["step"]), float(description["origin"])
            with weightless():
                network = build_discriminator(model)
            network.load_state_dict(tensors, assign=True)
        except (KeyError, TypeError, ValueError, RuntimeError) as error:
            raise FileError(
                "discriminator-damaged", "{name} holds no discriminator.", name=file.name
            ) from error
        channels_last(network).eval().requires_grad_(False)
        return cls(network, model, step, origin)

    @torch.no_grad()
    def scores(self, pixels: NDArray[np.uint8], labels: NDArray[np.int64]) -> NDArray[np.float32]:
        """(B, H, W, C) and (B,) -> how much it takes each for a training picture of that class, (B,) in 0 to 1.

        sigma(D(x)) under cross-entropy; under a relativistic loss, where only differences mean something,
        sigma(D(x) - median of D over the last minibatch of training pictures): half of these score above 0.5.
        """
        parts = [self._network(*part) for part in self._batches(pixels, labels)]
        scores: NDArray[np.float32] = torch.sigmoid(torch.cat(parts) - self._origin).numpy()
        return scores

    def saliency(self, pixels: NDArray[np.uint8], labels: NDArray[np.int64]) -> NDArray[np.float32]:
        """(B, H, W, C) and (B,) -> where a small change would move its score most, (B, H, W), 1 at the most.

        The gradient's size at the pixels, smoothed over 3 x 3 pixels twice. Source: Simonyan 2013, arXiv:1312.6034.
        """
        maps = [self._sensitivity(images, classes) for images, classes in self._batches(pixels, labels)]
        smooth = torch.cat(maps)
        for _ in range(2):
            smooth = F.avg_pool2d(smooth, 3, stride=1, padding=1, count_include_pad=False)
        most = smooth.amax(dim=(2, 3), keepdim=True).clamp_min(1e-12)
        result: NDArray[np.float32] = (smooth / most)[:, 0].numpy()
        return result

    def _sensitivity(self, images: Tensor, labels: Tensor) -> Tensor:
        """|dD/dx| summed over channels, (B, 1, H, W)."""
        images.requires_grad_()
        (gradients,) = torch.autograd.grad(self._network(images, labels).sum(), images)
        return gradients.abs().sum(dim=1, keepdim=True)

    def _batches(self, pixels: NDArray[np.uint8], labels: NDArray[np.int64]) -> list[tuple[Tensor, Tensor]]:
        """UserError where the pictures do not fit."""
        model = self.model
        shape = (model.image_size, model.image_size, model.channels)
        if pixels.ndim != 4 or pixels.shape[1:] != shape or not len(pixels) == len(labels) > 0:
            raise UserError(
                "pictures-of-other-discriminator",
                "This discriminator looks at pictures of {size} px with {channels} channels and a class each.",
                size=model.image_size,
                channels=model.channels,
            )
        images = torch.tensor(pixels).permute(0, 3, 1, 2).to(torch.float32).div_(127.5).sub_(1.0)
        classes = torch.tensor(labels, dtype=torch.int64).clamp(0, model.classes - 1)
        return list(zip(images.split(BATCH), classes.split(BATCH), strict=True))
