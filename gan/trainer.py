"""One adversarial step and the state around it: the only ``.backward()`` of training."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from gan.config import TrainingConfig
from gan.distributed import ALONE, Team
from gan.ema import MovingAverage
from gan.errors import FileError, UserError
from gan.guard import guard_for
from gan.losses import (
    discriminator_cross_entropy,
    generator_cross_entropy,
    gradient_penalty,
    relativistic_loss,
)
from gan.minibatches import Minibatches
from gan.networks import build_discriminator, build_generator
from gan.schedule import Schedule

RELATIVISTIC_CURVES = ("generator_loss", "discriminator_loss", "pair_score", "real_wins")
BCE_CURVES = ("generator_loss", "discriminator_loss", "real_score", "made_score")


class Trainer:
    """Generator, discriminator, their optimizers and all randomness of a run; :meth:`step` moves them one step on."""

    def __init__(
        self,
        config: TrainingConfig,
        images: np.ndarray,
        labels: np.ndarray,
        device: torch.device,
        team: Team = ALONE,
    ) -> None:
        """``images (N, H, W, C)`` uint8, ``labels (N,)``; ``team``: the processes that share every minibatch."""
        if len(images) < 2:
            raise UserError("too-few-pictures", "Training needs at least 2 pictures.")
        self.config = config
        self.device = device
        self._team = team
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(config.seed)
            self.generator = build_generator(config.model).to(device)
            self.discriminator = build_discriminator(config.model).to(device)
        self.average = MovingAverage(self.generator, config.ema_decay)
        betas = (config.beta1, config.beta2)
        fused = device.type in ("cpu", "cuda")
        self.generator_optimizer = torch.optim.Adam(
            self.generator.parameters(), lr=config.generator_learning_rate, betas=betas, fused=fused
        )
        self.discriminator_optimizer = torch.optim.Adam(
            self.discriminator.parameters(), lr=config.discriminator_learning_rate, betas=betas, fused=fused
        )
        self.minibatches = Minibatches(images, labels, device, config.seed)
        self.noise = torch.Generator().manual_seed(config.seed + 1)
        self.schedule = Schedule(config)
        self.guard = guard_for(device)
        self.step_count = 0
        self.pictures_seen = 0
        self.rollbacks = 0
        self._relativistic = config.loss == "relativistic"
        self._discriminator_parameters = list(self.discriminator.parameters())
        self._learning_generator = team.with_shared_gradients(self.generator)
        self._learning_discriminator = team.with_shared_gradients(self.discriminator)

    @property
    def curve_names(self) -> tuple[str, ...]:
        """The names of the numbers that :meth:`step` returns, in order."""
        return RELATIVISTIC_CURVES if self._relativistic else BCE_CURVES

    def step(self) -> Tensor:
        """One minibatch: discriminator, generator, average. Returns (4,), the values of :attr:`curve_names`.

        One forward pass of the generator serves both updates; the values stay on the device.
        """
        self._set_learning_rates()
        count = self._team.minibatch(self.config.minibatch_at(self.pictures_seen))
        images, labels = map(self._team.share, self.minibatches.take(count))
        noise = torch.randn(count, self.config.model.z_size, generator=self.noise)
        latents = self._team.share(noise).to(self.device)
        mix = nn.functional.one_hot(labels, self.config.model.classes).to(torch.float32)
        made = self._learning_generator(latents, mix)
        discriminator_loss, scores = self._update_discriminator(images, made.detach(), labels)
        generator_loss = self._update_generator(images, made, labels)
        self.step_count += 1
        self.pictures_seen += count
        self.average.update(self.step_count)
        return torch.stack([generator_loss, discriminator_loss, *scores])

    def _update_discriminator(
        self, images: Tensor, made: Tensor, labels: Tensor
    ) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        penalised = self.config.penalty_gamma > 0 and self.step_count % self.config.penalty_interval == 0
        if penalised:
            images, made = images.detach().requires_grad_(), made.requires_grad_()
        real_logits = self._learning_discriminator(images, labels)
        made_logits = self._learning_discriminator(made, labels)
        if self._relativistic:
            loss = relativistic_loss(real_logits, made_logits)
        else:
            loss = discriminator_cross_entropy(real_logits, made_logits)
        objective = loss
        if penalised:
            penalty = gradient_penalty(images, real_logits) + gradient_penalty(made, made_logits)
            objective = loss + self.config.penalty_gamma * self.config.penalty_interval * penalty
        self.discriminator_optimizer.zero_grad(set_to_none=True)
        objective.backward()
        self.guard.update(self.discriminator_optimizer, objective)
        return loss.detach(), self._scores(real_logits.detach(), made_logits.detach())

    def _update_generator(self, images: Tensor, made: Tensor, labels: Tensor) -> Tensor:
        with self._frozen_discriminator():
            made_logits = self.discriminator(made, labels)
            if self._relativistic:
                with torch.no_grad():
                    real_logits = self.discriminator(images.detach(), labels)
                loss = relativistic_loss(made_logits, real_logits)
            else:
                loss = generator_cross_entropy(made_logits)
            self.generator_optimizer.zero_grad(set_to_none=True)
            loss.backward()
        self.guard.update(self.generator_optimizer, loss)
        return loss.detach()

    @contextmanager
    def _frozen_discriminator(self) -> Iterator[None]:
        """Spare the generator's update the gradients that nobody would use."""
        try:
            for parameter in self._discriminator_parameters:
                parameter.requires_grad_(False)
            yield
        finally:
            for parameter in self._discriminator_parameters:
                parameter.requires_grad_(True)

    def _scores(self, real_logits: Tensor, made_logits: Tensor) -> tuple[Tensor, Tensor]:
        """What the discriminator thinks; under a relativistic loss only differences of logits mean something."""
        if self._relativistic:
            difference = real_logits - made_logits
            return difference.sigmoid().mean(), (difference > 0).to(torch.float32).mean()
        return real_logits.sigmoid().mean(), made_logits.sigmoid().mean()

    def _set_learning_rates(self) -> None:
        factor = self.schedule.factor(self.step_count) * 0.5**self.rollbacks
        for optimizer, rate in (
            (self.generator_optimizer, self.config.generator_learning_rate),
            (self.discriminator_optimizer, self.config.discriminator_learning_rate),
        ):
            for group in optimizer.param_groups:
                group["lr"] = rate * factor

    @torch.no_grad()
    def draw(self, z: np.ndarray, mix: np.ndarray) -> np.ndarray:
        """Pictures (B, H, W, C) uint8 by the averaged generator at z (B, Z), mix (B, K)."""
        images = self.average.module(
            torch.from_numpy(z).to(self.device), torch.from_numpy(mix).to(self.device)
        )
        return to_pixels(images)

    def tensors(self) -> dict[str, Tensor]:
        """Every tensor that an exact resume needs, by name."""
        named = dict(self._modules_state())
        for prefix, optimizer in self._optimizers():
            for index, state in optimizer.state_dict()["state"].items():
                named |= {f"{prefix}.{index}.{key}": value for key, value in state.items()}
        named["minibatches.order"] = self.minibatches.order
        named["minibatches.shuffler"] = self.minibatches.shuffler.get_state()
        named["noise"] = self.noise.get_state()
        return named

    def counters(self) -> dict[str, Any]:
        """Every plain number that an exact resume needs."""
        return {
            "step_count": self.step_count,
            "pictures_seen": self.pictures_seen,
            "rollbacks": self.rollbacks,
            "position": self.minibatches.position,
            "schedule": self.schedule.to_json(),
        }

    def restore(self, tensors: dict[str, Tensor], counters: dict[str, Any]) -> None:
        """Take over the state that :meth:`tensors` and :meth:`counters` gave. FileError where it does not fit."""
        try:
            self._restore_learnt(tensors)
            if tensors["minibatches.order"].shape != self.minibatches.order.shape:
                raise ValueError("another number of pictures")
            self.minibatches.order = tensors["minibatches.order"]
            self.minibatches.shuffler.set_state(tensors["minibatches.shuffler"])
            self.noise.set_state(tensors["noise"])
            self.minibatches.position = int(counters["position"])
            self.step_count = int(counters["step_count"])
            self.pictures_seen = int(counters["pictures_seen"])
            self.rollbacks = int(counters.get("rollbacks", 0))
            self.schedule.restore(counters["schedule"])
            self.guard.reset()
        except (KeyError, ValueError, TypeError, RuntimeError) as error:
            raise FileError("checkpoint-does-not-fit", "This checkpoint does not fit its run.") from error

    def take_back(self, tensors: dict[str, Tensor]) -> None:
        """Return to what was learnt when :meth:`tensors` gave these, at half the rate; the counters stay."""
        self._restore_learnt(tensors)
        self.guard.reset()
        self.rollbacks += 1

    def _restore_learnt(self, tensors: dict[str, Tensor]) -> None:
        for prefix, module in self._modules():
            own = {
                name.removeprefix(f"{prefix}."): tensor
                for name, tensor in tensors.items()
                if name.startswith(f"{prefix}.")
            }
            module.load_state_dict(own)
        for prefix, optimizer in self._optimizers():
            self._restore_optimizer(optimizer, prefix, tensors)

    def _modules(self) -> tuple[tuple[str, nn.Module], ...]:
        return (
            ("generator", self.generator),
            ("discriminator", self.discriminator),
            ("average", self.average.module),
        )

    def _modules_state(self) -> Iterator[tuple[str, Tensor]]:
        for prefix, module in self._modules():
            for name, tensor in module.state_dict().items():
                yield f"{prefix}.{name}", tensor

    def _optimizers(self) -> tuple[tuple[str, torch.optim.Adam], ...]:
        return (
            ("generator_adam", self.generator_optimizer),
            ("discriminator_adam", self.discriminator_optimizer),
        )

    @staticmethod
    def _restore_optimizer(optimizer: torch.optim.Adam, prefix: str, tensors: dict[str, Tensor]) -> None:
        parameters = optimizer.param_groups[0]["params"]
        state: dict[int, dict[str, Tensor]] = {}
        for name, tensor in tensors.items():
            if name.startswith(f"{prefix}."):
                index, key = name.removeprefix(f"{prefix}.").split(".")
                # A copy, for the optimizer works in place. The fused kernel walks raw memory: averages must lie as
                # their parameter does.
                own = torch.empty_like(parameters[int(index)]) if tensor.ndim else torch.empty_like(tensor)
                tensor = own.copy_(tensor)
                state.setdefault(int(index), {})[key] = tensor
        optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})


def to_pixels(images: Tensor) -> np.ndarray:
    """(B, C, H, W) in [-1, 1] -> (B, H, W, C) uint8."""
    scaled = images.add(1.0).mul(127.5).round().clamp(0, 255).to(torch.uint8)
    return scaled.permute(0, 2, 3, 1).contiguous().cpu().numpy()
