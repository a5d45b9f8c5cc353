"""What a graphics card needs, as far as a CPU can tell; the rest runs where there is one."""

from collections.abc import Iterator

import pytest
import torch

from gan.device import send
from gan.step_report import StepReport
from gan.trainer import Trainer
from tests.gan.tiny_training import tiny_config, tiny_pictures, tiny_trainer


class _OnSlowDevice(torch.Tensor):
    """Values that the host has to wait two seconds for, on a clock that only they move."""

    clock_s = 0.0

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):  # type: ignore[no-untyped-def]
        if func is torch.Tensor.cpu:
            cls.clock_s += 2.0
        return super().__torch_function__(func, types, args, kwargs or {})


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    _OnSlowDevice.clock_s = 10.0
    monkeypatch.setattr("gan.step_report.time.monotonic", lambda: _OnSlowDevice.clock_s)
    yield


@pytest.mark.usefixtures("clock")
def test_the_time_that_a_device_takes_for_steps_it_was_given_counts() -> None:
    trainer = tiny_trainer()
    report = StepReport(trainer, elapsed_s=5.0)
    report.add(torch.ones(4).as_subclass(_OnSlowDevice))
    report.finish()
    assert report.passed_s == 2.0


def test_what_is_sent_arrives() -> None:
    rows = torch.arange(5)
    assert torch.equal(send(rows, torch.device("cpu")), rows)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no NVIDIA graphics card here")
@pytest.mark.parametrize("augment_strength", [0.0, 1.0])
def test_no_step_makes_the_host_wait_for_the_card(augment_strength: float) -> None:
    config = tiny_config(augment_strength=augment_strength, augment_target=0.5)
    trainer = Trainer(config, *tiny_pictures(), torch.device("cuda"))
    trainer.step()
    torch.cuda.set_sync_debug_mode("error")
    try:
        for _ in range(2 * config.penalty_interval):
            trainer.step()
    finally:
        torch.cuda.set_sync_debug_mode("default")


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no NVIDIA graphics card here")
def test_a_card_learns_what_a_cpu_learns() -> None:
    first = {}
    for name in ("cpu", "cuda"):
        trainer = Trainer(tiny_config(), *tiny_pictures(), torch.device(name))
        first[name] = trainer.step().cpu()
    torch.testing.assert_close(first["cuda"], first["cpu"], rtol=1e-2, atol=1e-2)
