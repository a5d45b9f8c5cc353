"""The actions of the Models room: what its menus, its buttons and its keys share."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from gan.generators import GeneratorSummary
from studio.actions import make_action


class ModelsActions(QObject):
    """Made once; the page connects them and says for which generator they are."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.bring = make_action(
            self,
            self.tr("Import…"),
            icon_name="plus",
            tip=self.tr(
                "Copy a generator of somebody else's onto this shelf; dropping its file here does the same."
            ),
        )
        self.compare = make_action(
            self,
            self.tr("Compare"),
            icon_name="compare",
            checkable=True,
            tip=self.tr("This one stays beside the next one you choose, with the same latents."),
        )
        self.train_new = make_action(
            self, self.tr("Train a new one"), icon_name="train", tip=self.tr("To the Train room.")
        )
        self.use = make_action(
            self,
            self.tr("Use in every room"),
            icon_name="check",
            tip=self.tr("All rooms draw with it from now on."),
        )
        self.train_on = make_action(
            self, self.tr("Train on"), icon_name="train", tip=self.tr("Its run comes into the Train room.")
        )
        self.rename = make_action(
            self, self.tr("Rename…"), shortcut="F2", icon_name="type", tip=self.tr("Give it another name.")
        )
        self.duplicate = make_action(
            self,
            self.tr("Duplicate"),
            icon_name="layers",
            tip=self.tr("A copy as it is now, which stays whatever becomes of the run."),
        )
        self.weights = make_action(
            self,
            self.tr("safetensors"),
            icon_name="export",
            tip=self.tr("The generator with its card, as one file."),
        )
        self.onnx = make_action(
            self, self.tr("ONNX"), icon_name="export", tip=self.tr("For browsers, games and other programs.")
        )
        self.reveal = make_action(
            self,
            self.tr("Show in folder"),
            icon_name="folder",
            tip=self.tr("Where its file lies on this computer."),
        )
        self.trash = make_action(
            self,
            self.tr("Move to the trash"),
            shortcut="Del",
            icon_name="trash",
            tip=self.tr("From there the system can bring it back."),
        )
        for action in (self.rename, self.trash):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for action, icon_name in ((self.weights, "export"), (self.onnx, "export"), (self.reveal, "folder")):
            action.setProperty("icon_name", icon_name)
        self.trash.setProperty("icon_name", "trash")

    def ways(self) -> list[QAction]:
        """The buttons below a generator."""
        return [self.weights, self.onnx, self.reveal, self.trash]

    def of_one(self) -> list[QAction]:
        """Everything that can be done with a chosen generator."""
        return [self.use, self.train_on, self.rename, self.duplicate, *self.ways()]

    def all(self) -> list[QAction]:
        """For the Model menu."""
        return [self.bring, self.compare, self.train_new, *self.of_one()]

    def show_for(self, model: GeneratorSummary | None, *, is_busy: bool, can_write_onnx: bool) -> None:
        """``is_busy``: its run is being trained just now."""
        sound = model is not None and not model.sentence
        has_run = model is not None and model.run is not None
        is_mine = model is not None and model.origin != "shipped"
        for action in (self.use, self.weights, self.duplicate, self.compare):
            action.setEnabled(sound)
        self.train_on.setVisible(has_run)
        self.train_on.setEnabled(sound and has_run)
        self.rename.setEnabled(sound and is_mine and not is_busy)
        self.trash.setEnabled(is_mine and not is_busy)
        self.reveal.setEnabled(model is not None)
        self.onnx.setEnabled(sound and can_write_onnx)
        self.onnx.setToolTip(
            self.tr("For browsers, games and other programs.")
            if can_write_onnx
            else self.tr("Needs two more packages: pip install 'latent-studio[onnx]'")
        )
