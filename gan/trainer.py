"""One adversarial step and the state around it: the only ``.backward()`` of training."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from gan.augment import Augmentation
from gan.class_blends import ClassBlends
from gan.config import TrainingConfig
from gan.device import send
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
from gan.orders import Part
from gan.recipe_changes import changeable_part, changed_recipe
from gan.schedule import Schedule
from gan.style_lock import StyleLock

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
        self.augmentation = Augmentation(config.seed + 2, device, team)
        self.schedule = Schedule(config)
        self.style_lock: StyleLock | None = None
        if config.style_lock > 0 and config.model.channels == 1 and config.model.classes > 1:
            self.style_lock = StyleLock(images, labels, config.model.classes, device)
        self.class_blends: ClassBlends | None = None
        if config.class_blends > 0 and config.model.classes > 2:
            self.class_blends = ClassBlends(config, device, team)
        self.guard = guard_for(device)
        self.step_count = 0
        self.pictures_seen = 0
        self.rollbacks = 0
        self.last_seen: tuple[Tensor, Tensor] | None = None  # training pictures and labels, for viewers only
        self._relativistic = config.loss == "relativistic"
        self._discriminator_parameters = list(self.discriminator.parameters())
        self._learning_generator = team.with_shared_gradients(self.generator)
        self._learning_discriminator = team.with_shared_gradients(self.discriminator)

    @property
    def curve_names(self) -> tuple[str, ...]:
        """The names of the numbers that :meth:`step` returns, in order."""
        return RELATIVISTIC_CURVES if self._relativistic else BCE_CURVES

    def change_recipe(self, changes: Mapping[str, Any]) -> None:
        """From the next minibatch on. UserError for what cannot change, or to a value it cannot have."""
        self.config = changed_recipe(self.config, changes)
        self.average.decay = self.config.ema_decay

    def step(self, part: Part = "both") -> Tensor:
        """Discriminator, generator, average. Returns (4,), the values of :attr:`curve_names`, still on the device.

        One minibatch, from which ``part`` learns; in ordinary steps the discriminator learns from as many before it
        as the recipe says. One forward pass of the generator serves both updates.
        """
        self._set_learning_rates()
        for _ in range(self.config.discriminator_steps - 1 if part == "both" else 0):
            images, made, labels, _ = self._minibatch(with_graph=False)
            self._update_discriminator(images, made, labels)
        images, made, labels, drawn = self._minibatch(with_graph=part != "discriminator")
        see = self._look if part == "generator" else self._update_discriminator
        discriminator_loss, real_logits, made_logits = see(images, made.detach(), labels)
        if part == "discriminator":
            with torch.no_grad():
                generator_loss = self._generator_loss(made, labels, real_logits)
        else:
            generator_loss = self._update_generator(made, labels, real_logits, drawn)
            self.average.update(self.step_count + 1)
        self.step_count += 1
        return torch.stack([generator_loss, discriminator_loss, *self._scores(real_logits, made_logits)])

    def _minibatch(self, *, with_graph: bool) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Training pictures and made ones as the discriminator sees them, (B, C, H, W), their labels, (B,), and the
        made ones as they were drawn."""
        count = self._team.minibatch(self.config.minibatch_at(self.pictures_seen))
        images, labels = map(self._team.share, self.minibatches.take(count))
        self.last_seen = images, labels
        noise = torch.randn(count, self.config.model.z_size, generator=self.noise)
        latents = send(self._team.share(noise), self.device)
        if self._locks_style():
            latents = StyleLock.share(latents, labels)
        mix = nn.functional.one_hot(labels, self.config.model.classes).to(torch.float32)
        self.pictures_seen += count
        images = self.augmentation(images, self.config)
        if with_graph:
            drawn = self._learning_generator(latents, mix)
            return images, self.augmentation(drawn, self.config), labels, drawn
        with torch.no_grad():
            drawn = self.generator(latents, mix)
            return images, self.augmentation(drawn, self.config), labels, drawn

    @torch.no_grad()
    def _look(self, images: Tensor, made: Tensor, labels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """As :meth:`_update_discriminator`, where it does not learn."""
        real_logits, made_logits = self.discriminator(images, labels), self.discriminator(made, labels)
        return self._discriminator_loss(real_logits, made_logits), real_logits, made_logits

    def _locks_style(self) -> bool:
        return self.style_lock is not None and StyleLock.is_due(self.step_count)

    def _update_discriminator(
        self, images: Tensor, made: Tensor, labels: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Returns its loss () and its logits (B,) of real and of made pictures before the update."""
        penalised = self.config.penalty_gamma > 0 and self.step_count % self.config.penalty_interval == 0
        if penalised:
            images, made = images.detach().requires_grad_(), made.requires_grad_()
        real_logits = self._learning_discriminator(images, labels)
        made_logits = self._learning_discriminator(made, labels)
        loss = self._discriminator_loss(real_logits, made_logits)
        objective = loss
        if penalised:
            penalty = gradient_penalty(images, real_logits) + gradient_penalty(made, made_logits)
            objective = loss + self.config.penalty_gamma * self.config.penalty_interval * penalty
        self.discriminator_optimizer.zero_grad(set_to_none=True)
        objective.backward()
        self.guard.update(self.discriminator_optimizer, objective)
        real_logits, made_logits = real_logits.detach(), made_logits.detach()
        advantages = real_logits - made_logits if self._relativistic else real_logits
        self.augmentation.observe(advantages, self.config)
        return loss.detach(), real_logits, made_logits

    def _update_generator(self, made: Tensor, labels: Tensor, real_logits: Tensor, drawn: Tensor) -> Tensor:
        """``real_logits (B,)`` from before the discriminator's update: a tenth of a step cheaper, and as good."""
        with self._frozen_discriminator():
            loss = self._generator_loss(made, labels, real_logits)
            objective = loss
            if self.style_lock is not None and self._locks_style():
                objective = loss + self.config.style_lock * self.style_lock.loss(drawn, labels)
            if self.class_blends is not None and ClassBlends.is_due(self.step_count):
                objective = loss + self.config.class_blends * self._blends_loss(self.class_blends)
            self.generator_optimizer.zero_grad(set_to_none=True)
            objective.backward()
        self.guard.update(self.generator_optimizer, objective)
        return loss.detach()

    def _blends_loss(self, blends: ClassBlends) -> Tensor:
        """Of half as many blends as there are pictures in the minibatch, once the reader has learnt from these."""
        assert self.last_seen is not None
        images, labels = self.last_seen
        blends.learn(images, labels, self.guard)
        return blends.loss(self._learning_generator, labels[: len(labels) // 2])

    def _discriminator_loss(self, real_logits: Tensor, made_logits: Tensor) -> Tensor:
        if self._relativistic:
            return relativistic_loss(real_logits, made_logits)
        return discriminator_cross_entropy(real_logits, made_logits)

    def _generator_loss(self, made: Tensor, labels: Tensor, real_logits: Tensor) -> Tensor:
        made_logits = self.discriminator(made, labels)
        if self._relativistic:
            return relativistic_loss(made_logits, real_logits)
        return generator_cross_entropy(made_logits)

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
        if self.class_blends is not None:
            named["class_blends.noise"] = self.class_blends.noise.get_state()
        named |= {f"augment.{name}": tensor for name, tensor in self.augmentation.tensors().items()}
        return named

    def counters(self) -> dict[str, Any]:
        """Every plain number that an exact resume needs."""
        return {
            "step_count": self.step_count,
            "pictures_seen": self.pictures_seen,
            "rollbacks": self.rollbacks,
            "position": self.minibatches.position,
            "schedule": self.schedule.to_json(),
            "recipe": changeable_part(self.config),
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
            if "augment.noise" in tensors:  # not in a checkpoint from before there was augmentation
                self.augmentation.restore(_named("augment", tensors))
            if self.class_blends is not None:
                self.class_blends.noise.set_state(tensors["class_blends.noise"])
            self.minibatches.position = int(counters["position"])
            self.step_count = int(counters["step_count"])
            self.pictures_seen = int(counters["pictures_seen"])
            self.rollbacks = int(counters.get("rollbacks", 0))
            self.schedule.restore(counters["schedule"])
            self.change_recipe(counters.get("recipe", {}))
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
            module.load_state_dict(_named(prefix, tensors))
        for prefix, optimizer in self._optimizers():
            self._restore_optimizer(optimizer, prefix, tensors)

    def _modules(self) -> Iterator[tuple[str, nn.Module]]:
        yield "generator", self.generator
        yield "discriminator", self.discriminator
        yield "average", self.average.module
        if self.class_blends is not None:
            yield "reader", self.class_blends.reader

    def _modules_state(self) -> Iterator[tuple[str, Tensor]]:
        for prefix, module in self._modules():
            for name, tensor in module.state_dict().items():
                yield f"{prefix}.{name}", tensor

    def _optimizers(self) -> Iterator[tuple[str, torch.optim.Adam]]:
        yield "generator_adam", self.generator_optimizer
        yield "discriminator_adam", self.discriminator_optimizer
        if self.class_blends is not None:
            yield "reader_adam", self.class_blends.optimizer

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


def _named(prefix: str, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Those tensors whose names begin so, by the rest of their names."""
    return {
        name.removeprefix(f"{prefix}."): tensor
        for name, tensor in tensors.items()
        if name.startswith(f"{prefix}.")
    }


def to_pixels(images: Tensor) -> np.ndarray:
    """(B, C, H, W) in [-1, 1] -> (B, H, W, C) uint8."""
    scaled = images.add(1.0).mul(127.5).round().clamp(0, 255).to(torch.uint8)
    return scaled.permute(0, 2, 3, 1).contiguous().cpu().numpy()
