"""Drawing with colours, without classes, and with two latents layer by layer."""

from pathlib import Path

import numpy as np
import pytest
import torch

from gan.config import ModelConfig
from gan.directions import DirectionsFit
from gan.errors import UserError
from gan.generator_file import GeneratorFile, save_generator
from gan.image_maker import ImageMaker
from gan.latents import Latent, MeasuredDirections, gaussian, mixed_by_layer, one_hot
from gan.measures import measure_names
from gan.networks import build_generator


def _maker(path: Path, model: ModelConfig, directions: MeasuredDirections | None = None) -> ImageMaker:
    torch.manual_seed(3)
    module = build_generator(model).eval()
    file = GeneratorFile(
        name="fresh", model=model, step=0, dataset_name="", module=module, directions=directions
    )
    save_generator(path, file)
    return ImageMaker.open(path)


@pytest.mark.parametrize(
    ("channels", "names"),
    [(3, ("brightness", "hue", "detail")), (4, ("brightness", "hue", "detail", "coverage"))],
)
def test_colours_are_measured_of_coloured_pictures_with_or_without_classes(
    tmp_path: Path, channels: int, names: tuple[str, ...]
) -> None:
    model = ModelConfig(z_size=8, width=4, channels=channels, class_names=("all",))
    maker = _maker(tmp_path / "g.safetensors", model)
    *pauses, directions = maker.fit_directions()
    assert set(pauses) == {None} and directions is not None
    assert directions.names == names == measure_names(channels)
    assert directions.vectors.shape == (len(names), 8) and maker.info.directions is directions


def test_a_step_along_hue_turns_the_colour_and_leaves_brightness_alone() -> None:
    """Pictures of one colour that follow z by a known rule: z0 is brightness, z1 turns orange to lime or red."""
    fit = DirectionsFit(ModelConfig(z_size=4, channels=3, class_names=("all",)))
    red, green = 120 + 12 * fit.z[:, 0] - 10 * fit.z[:, 1], 90 + 9 * fit.z[:, 0] + 10 * fit.z[:, 1]
    colours = np.stack([red, green, np.full(len(red), 20.0)], axis=1).clip(0, 255).astype(np.uint8)
    fit.add(np.broadcast_to(colours[:, None, None, :], (len(colours), 28, 28, 3)))
    directions = fit.solve()
    hue = directions.vector("hue") / np.linalg.norm(directions.vector("hue"))
    assert hue[1] > 0.98 and directions.r2[1] > 0.95
    assert abs(directions.vector("brightness")[0]) > 0.5


def test_directions_in_a_file_count_only_if_they_are_of_what_is_measured_today(tmp_path: Path) -> None:
    grey = MeasuredDirections(measure_names(1), np.eye(5, 8), np.ones(5))
    model = ModelConfig(z_size=8, width=4)
    assert _maker(tmp_path / "grey.safetensors", model, grey).info.directions is not None
    coloured = ModelConfig(z_size=8, width=4, channels=3)
    assert _maker(tmp_path / "rgb.safetensors", coloured, grey).info.directions is None


@pytest.mark.parametrize("image_size", [28, 64, 128])
def test_no_layer_taken_over_is_the_first_picture_and_every_layer_the_second(
    tmp_path: Path, image_size: int
) -> None:
    model = ModelConfig(z_size=8, width=4, image_size=image_size, class_names=("a", "b", "c"))
    maker = _maker(tmp_path / "g.safetensors", model)
    mixed = np.array([0.2, 0.5, 0.3], dtype=np.float32)
    first = Latent(gaussian(1, 1, 8)[0], mixed)
    second = Latent(gaussian(2, 1, 8)[0], one_hot(2, 3))
    layers = maker.info.class_layers
    assert layers >= 3

    def draw(style: bool, classes: list[bool]) -> np.ndarray:
        z, mixes = mixed_by_layer(first, second, style=style, classes=classes)
        return maker.images(z[None], mixes[None])[0]

    plain_first, plain_second = (
        maker.images(latent.z[None], latent.mix[None])[0] for latent in (first, second)
    )
    np.testing.assert_array_equal(draw(False, [False] * layers), plain_first)
    np.testing.assert_array_equal(draw(True, [True] * layers), plain_second)
    one_taken = [[place == taken for place in range(layers)] for taken in range(layers)]
    each = [draw(True, [False] * layers), *(draw(False, classes) for classes in one_taken)]
    differ = [not np.array_equal(picture, plain_first) for picture in each]
    assert all(differ), "every layer shows in the picture"


def test_a_mix_for_each_layer_has_to_be_one_for_each_layer_that_takes_it(tmp_path: Path) -> None:
    compact = _maker(tmp_path / "compact.safetensors", ModelConfig(z_size=8, width=4))
    dcgan = _maker(tmp_path / "dcgan.safetensors", ModelConfig(architecture="dcgan", z_size=8, width=4))
    z, mixes = gaussian(1, 2, 8), np.stack([np.stack([one_hot(1, 10)] * 3)] * 2)
    assert compact.make(z, mixes).shape == compact.make_stamps(z, mixes).shape == (2, 28, 28, 1)
    for maker, wrong in ((compact, mixes[:, :2]), (dcgan, mixes), (dcgan, mixes[:, :1])):
        with pytest.raises(UserError):
            maker.make(z, wrong)
