"""The engine's failures with files, models and drawn pictures in the language of the window, by their codes."""

from __future__ import annotations

from PySide6.QtCore import QObject


class FileWords(QObject):
    """Templates; what only the command line can meet is not here."""

    def kinds(self) -> dict[str, str]:
        """What a file was taken for."""
        return {
            "generator": self.tr("generator"),
            "judge": self.tr("judge"),
            "checkpoint": self.tr("checkpoint"),
            "discriminator": self.tr("discriminator"),
        }

    def templates(self) -> dict[str, str]:
        return self._of_files() | self._of_models() | self._of_pictures()

    def _of_files(self) -> dict[str, str]:
        return {
            "file-missing": self.tr("There is no file {name}."),
            "file-damaged": self.tr("{name} is damaged."),
            "file-newer": self.tr("{name} was made with a newer version of Latent Studio."),
            "file-not-finite": self.tr("{name} holds numbers that are not finite."),
            "file-of-other-kind": self.tr("{name} is not a {kind} of Latent Studio."),
            "file-too-large": self.tr("{name} is too large to be a generator."),
            "not-a-file": self.tr("{name} is not a file that can be replaced."),
            "folder-in-use": self.tr("{name} is not an empty folder; name a new one."),
            "branch-exists": self.tr("Something lies in {name} already; name another folder."),
            "config-newer": self.tr("This was made with a newer version of Latent Studio."),
            "config-incomplete": self.tr("The recipe lacks an entry or has one of a wrong kind."),
            "curves-damaged": self.tr("The curves of {name} cannot be read: their file is damaged."),
            "curves-missing": self.tr("{name} was trained before curves were kept."),
            "names-unreadable": self.tr("The names of directions could not be read."),
            "presets-unreadable": self.tr("The brush presets could not be read."),
            "onnx-missing": self.tr(
                "Writing ONNX needs two more packages; install them with: pip install 'latent-studio[onnx]'"
            ),
            "onnx-differs": self.tr("The ONNX file draws other pictures than torch; it was not kept."),
        }

    def _of_models(self) -> dict[str, str]:
        return {
            "generator-missing": self.tr("{name} is no generator, no run and no name of one that ships."),
            "generator-does-not-fit": self.tr("The parts of this generator do not fit each other."),
            "checkpoint-does-not-fit": self.tr("This checkpoint does not fit its run."),
            "judge-damaged": self.tr("{name} does not hold a judge."),
            "discriminator-damaged": self.tr("{name} holds no discriminator."),
            "no-labels": self.tr(
                "The pictures of {title} have no classes that a judge could learn; sort them into subfolders."
            ),
            "one-class": self.tr("{name} has only one class, so there is nothing to blend."),
            "other-pictures": self.tr(
                "{name} draws pictures of other classes, size or colours than those of {title}."
            ),
            "too-few-pictures": self.tr("Training needs at least 2 pictures."),
            "too-few-to-measure": self.tr("Measuring needs some more pictures than the {count} of {title}."),
            "dataset-missing": self.tr("There is no {file} of {title} under {root}."),
            "latents-of-other-generator": self.tr(
                "These latents have {z} numbers and {k} classes; this generator takes {own_z} and {own_k}."
            ),
            "latent-foreign": self.tr("This stamp comes from another model; open that one first."),
            "travel-mismatch": self.tr(
                "These two stamps come from models that differ; choose both from one."
            ),
            "redraw-missing": self.tr("This model has no class {names}, so it cannot redraw the painting."),
            "redraw-nothing": self.tr("There is nothing to redraw: no ink, or all of it on locked layers."),
            "redraw-style": self.tr(
                "This model takes styles of {own} numbers; those of the painting have {z}, so it cannot redraw it."
            ),
            "redraw-classes": self.tr(
                "This model has {own} classes, the painting {k} others, so it cannot redraw it."
            ),
            "redraw-gone": self.tr("This model is no longer where it was."),
        }

    def _of_pictures(self) -> dict[str, str]:
        return {
            "latent-shape": self.tr("A latent has between 1 and {most} numbers."),
            "latent-classes": self.tr("A class mix has between 1 and {most} shares."),
            "latent-not-finite": self.tr("A latent cannot hold NaN or infinity."),
            "latent-mix-sum": self.tr("The shares of a class mix add up to 1."),
            "picture-shape": self.tr("A picture to find has 1, 3 or 4 channels."),
            "picture-unknown": self.tr("{name} is not a picture that can be read."),
            "picture-unreadable": self.tr("{name} cannot be read."),
            "picture-of-other-shape": self.tr("This picture has {shape}, the training pictures {own}."),
            "loop-frames": self.tr("A loop has between 1 and {most} frames."),
            "loop-fps": self.tr("A loop shows between {least} and {most} frames a second."),
            "loop-sizes": self.tr("All frames of a loop have to be of one size."),
        }
