"""The engine's failures and warnings in the language of the window: it speaks in codes and values."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from gan.errors import Failure
from gan.events import Warned
from studio.number_style import number
from studio.pages.file_words import FileWords
from studio.words import sentences


class EngineWords(QObject):
    """A code that has no words here keeps the engine's English sentence."""

    def sentence(self, told: Failure | Warned) -> str:
        template = self._templates().get(told.code)
        if template is None:
            return told.sentence
        try:
            return template.format(**self._shown(told.values))
        except (KeyError, IndexError):
            return told.sentence

    def failure(self, told: Failure | Warned) -> Failure:
        """The same failure with its sentence in the language of the window."""
        details = told.details if isinstance(told, Failure) else ""
        return Failure(code=told.code, sentence=self.sentence(told), values=told.values, details=details)

    def _shown(self, values: Mapping[str, object]) -> dict[str, object]:
        shown = {
            name: number(value) if isinstance(value, int) and not isinstance(value, bool) else value
            for name, value in values.items()
        }
        if (kind := values.get("kind")) is not None:
            shown["kind"] = FileWords().kinds().get(str(kind), kind)
        return shown

    def _templates(self) -> dict[str, str]:
        return (
            self._of_pictures()
            | self._of_downloads()
            | self._of_runs()
            | self._of_recipes()
            | self._of_names()
            | self._of_documents()
            | self._of_redraws()
            | FileWords().templates()
        )

    def _of_pictures(self) -> dict[str, str]:
        return {
            "no-pictures": self.tr("There is no picture in {folder} that can be used."),
            "too-many-pictures": self.tr("This folder holds {count} pictures; {limit} can be used at most."),
            "too-many-classes": self.tr(
                "This folder has {count} subfolders with pictures; {limit} classes can be used at most."
            ),
            "cache-unusable": self.tr("The prepared pictures could not be read back from the disk."),
            "dataset-changed": self.tr("The pictures of this run have changed. Train a new run with them."),
            "dataset-unknown": self.tr("{name} is neither a folder nor a data set that is known."),
            "pictures-skipped": self.tr("{skipped} of {total} pictures could not be used."),
            "idx-refused": self.tr("{name} cannot be used: {reason}."),
            "libsvm-refused": self.tr("{name} cannot be used: {reason}."),
            "latent-text": self.tr("This text is not a latent copied from Latent Studio."),
            "latent-text-cut": self.tr("This latent is cut short; copy it again."),
            "kept-name": self.tr("A name has 1 to {most} signs, all on one line."),
            "shelf-pictures": self.tr("The shelf holds {most} pictures at most."),
            "shelf-boards": self.tr("The shelf holds {boards} boards and {most} pictures at most."),
            "shelf-full": self.tr("The shelf is full: export a board and delete it, or discard pictures."),
            "shelf-unreadable": self.tr("The kept pictures in {name} could not be read."),
            "shelf-newer": self.tr("These kept pictures were written by a newer version of Latent Studio."),
            "picture-refused": self.tr("{name} cannot be used: {reason}."),
            "nothing-drawn": self.tr("There is nothing on this picture to look for."),
        }

    def _of_downloads(self) -> dict[str, str]:
        return {
            "download-failed": self.tr(
                "{host} could not be reached ({reason}). Check the network and try again."
            ),
            "download-damaged": self.tr(
                "What {host} sent as {file} is not the published file; nothing of it was kept."
            ),
            "download-unsafe": self.tr("{address} is not an https address."),
            "download-unavailable": self.tr(
                "{title} cannot be downloaded safely from here: bring its files along and say where they lie."
            ),
        }

    def _of_runs(self) -> dict[str, str]:
        return {
            "training-diverged": self.tr(
                "Training went off the rails at step {step}: the losses are no longer numbers. The last checkpoint is "
                "kept; go on from it, or train anew with a lower learning rate."
            ),
            "training-out-of-memory": self.tr(
                "There is not enough memory to train with {size} pictures at a time. The last checkpoint is kept; "
                "close other programs, or train a smaller network or smaller pictures."
            ),
            "rolled-back": self.tr(
                "Training went off the rails. It returned to what it knew at step {good_step} and goes on at half the "
                "learning rate ({rollbacks} of at most {most} times)."
            ),
            "minibatch-halved": self.tr(
                "There was not enough memory for {before} pictures at a time; {now} fit, and the run goes on with them."
            ),
            "resumed-inexactly": self.tr(
                "This run goes on with {what} {now} instead of {before}: as good as before, but no longer bit for bit "
                "what it would have become."
            ),
            "no-checkpoint": self.tr("This run has no checkpoint that can be read. Train anew."),
            "no-checkpoint-before": self.tr(
                "{name} kept no checkpoint from step {step} or before: it cannot go on from there."
            ),
            "generator-name": self.tr("A name has 1 to {most} signs, all on one line."),
            "run-name": self.tr("A name has 1 to {most} signs, all on one line."),
            "no-trash": self.tr("{name} could not be moved to a trash here, so it was kept."),
            "moment-gone": self.tr("Step {step} of {name} is no longer kept."),
            "no-moments": self.tr("The run in {name} kept no moments."),
            "frame-damaged": self.tr("The picture {name} is damaged."),
            "run-missing": self.tr("There is no run in {name}."),
            "run-damaged": self.tr("The description of this run is damaged."),
            "run-exists": self.tr("A run lies in {name} already; resume it or name another."),
            "out-of-memory": self.tr("There is not enough memory for this."),
            "unexpected": self.tr("Something unexpected went wrong."),
        }

    def _of_recipes(self) -> dict[str, str]:
        return {
            "value-out-of-range": self.tr("{name} is {value}; it can be from {least} to {most}."),
            "value-not-whole": self.tr("{name} is {value}; it has to be a whole number."),
            "recipe-fixed": self.tr("{name} cannot change while a run goes on."),
            "order-in-team": self.tr(
                "A run of several processes cannot be changed while it goes on; stop it and resume it with the change."
            ),
            "no-cuda": self.tr("No NVIDIA graphics card that torch can use was found; choose Auto or CPU."),
            "no-mps": self.tr("No Apple graphics were found; choose Auto or CPU."),
        }

    def _of_names(self) -> dict[str, str]:
        return {
            "name-empty": self.tr("A name is missing."),
            "logs-unwritable": self.tr(
                "Nothing can be written into {folder}. The studio works, but may remember nothing."
            ),
            "name-unusable": self.tr("“{name}” cannot be the name of a folder."),
            "name-sign": self.tr("A name cannot contain {sign}."),
            "name-taken": self.tr("There is a folder named {name} already."),
        }

    def _of_documents(self) -> dict[str, str]:
        not_opened = self.tr("{name} was not opened.")
        return {
            "document-foreign": sentences(not_opened, self.tr("It is not an artwork of Latent Studio.")),
            "document-newer": sentences(
                not_opened, self.tr("It was made with a newer version of Latent Studio; update to open it.")
            ),
            "document-damaged": sentences(not_opened, self.tr("The file is damaged.")),
            "artwork-value": sentences(not_opened, self.tr("It holds something impossible.")),
            "picture-carries-nothing": sentences(not_opened, self.tr("This picture carries no painting.")),
            "content-damaged": sentences(not_opened, self.tr("The painting inside is damaged.")),
            "document-unreadable": self.tr("{name} could not be read: {reason}."),
            "document-too-large": self.tr("This artwork has grown too large for one file."),
            "recovery-damaged": self.tr("The unsaved work in {name} cannot be read."),
            "recovery-foreign": self.tr("This is not unsaved work of Latent Studio."),
            "picture-too-large": self.tr("There is not enough memory for a picture of this size."),
            "stencil-too-small": self.tr("Drag a larger shape: there is no room for a stamp in this one."),
            "stencil-too-many": self.tr(
                "More than {most} stamps would be needed: choose larger ones, or a lower density."
            ),
            "stencil-empty": self.tr("Nothing there is dark enough to be filled."),
            "loop-too-large": self.tr("That is too large for one loop; choose fewer or smaller frames."),
            "video-missing": self.tr('Films need the extra "video": pip install "latent-studio[video]".'),
        }

    def _of_redraws(self) -> dict[str, str]:
        return {
            "redraw-nothing": self.tr("There is nothing to redraw: no ink, or all of it on locked layers."),
            "redraw-style": self.tr(
                "This model takes styles of {own} numbers; those of the painting have {z}, so it cannot redraw it."
            ),
            "redraw-classes": self.tr(
                "This model has {own} classes, the painting {k} others, so it cannot redraw it."
            ),
            "redraw-missing": self.tr("This model has no class {names}, so it cannot redraw the painting."),
            "redraw-gone": self.tr("This model is no longer where it was."),
        }
