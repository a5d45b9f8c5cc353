"""Principal directions: the straight steps in z that change the first layer of a generator most, in order.

In these generators z enters through one linear layer W, where the principal components over all z (GANSpace,
Härkönen et al. 2020, arXiv:2004.02546) need no pictures at all: for z from a standard normal they are exactly the
right singular vectors of W (Shen & Zhou 2021, arXiv:2007.06600, eq. 6). On the generator that ships these were also
the better ones: regressing components of later layers back to z, as GANSpace does, gave eight directions that
together change the pictures less. Finding them takes less time than opening a file, so they are kept with the open
generator and nowhere else.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from gan.latents import PrincipalDirections
from gan.networks import style_weight

COUNT = 8


@torch.inference_mode()
def principal_directions(generator: nn.Module) -> PrincipalDirections:
    """The first eight (as many as z has numbers), the strongest first; the largest part of each is positive."""
    weight = style_weight(generator).numpy().astype(np.float64)
    strengths, vectors = np.linalg.eigh(weight.T @ weight)  # W may have thousands of rows, z has a few dozen
    order = np.argsort(strengths)[::-1][:COUNT]
    chosen: NDArray[np.float64] = vectors.T[order]
    largest = np.take_along_axis(chosen, np.abs(chosen).argmax(axis=1)[:, None], axis=1)
    shares = strengths[order] / max(float(strengths.sum()), 1e-12)
    signed = chosen * np.sign(largest)
    return PrincipalDirections(signed.astype(np.float32), shares.astype(np.float32))
