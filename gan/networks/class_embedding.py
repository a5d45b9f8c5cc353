"""Mixes of classes as vectors, for the generators: what lies between two classes."""

from __future__ import annotations

from torch import Tensor, nn

from gan.config import ModelConfig

SHORTEST = 1e-6  # a mix whose vectors cancel each other out stays as it is


class ClassEmbedding(nn.Linear):
    """One vector a class, and for a mix of classes the mix of theirs.

    Vectors of different classes stand nearly at right angles, so the middle of two is shorter than both, and a shorter
    vector is less of any class. With ``class_mixing`` "round" it is as long as its classes' vectors are on average.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__(config.classes, config.class_size, bias=False)
        self.is_round = config.class_mixing == "round"

    def forward(self, mix: Tensor) -> Tensor:
        """(B, K) -> (B, E); one class alone is its own vector either way."""
        vectors = super().forward(mix)
        if not self.is_round:
            return vectors
        shares = mix.abs()  # beyond a class another's share is negative, and its length counts as well
        lengths = (shares * self.weight.norm(dim=0)).sum(dim=1)
        wanted = lengths / shares.sum(dim=1).clamp_min(SHORTEST)
        return vectors * (wanted / vectors.norm(dim=1).clamp_min(SHORTEST))[:, None]
