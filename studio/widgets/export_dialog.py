"""How a painting leaves: size, ground and name, with what will come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from studio.widgets.buttons import main_button, plain_button, quiet_button
from studio.widgets.labels import label, secondary_label
from studio.widgets.segmented import Segmented
from studio.widgets.value_slider import ValueSlider

WIDTH_PX = 480


@dataclass(frozen=True, slots=True)
class ExportAnswers:
    """What the dialog remembers and gives."""

    path: Path
    scale: int = 4
    on_paper: bool = True


class ExportDialog(QDialog):
    """A name that exists is said at once, and the button then says Replace."""

    def __init__(
        self, sheet: tuple[int, int], most_pixels: int, answers: ExportAnswers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sheet, self._most_pixels = sheet, most_pixels
        self._folder = answers.path.parent
        self.setWindowTitle(self.tr("Export PNG"))
        self.setFixedWidth(WIDTH_PX)
        self.scale = ValueSlider(1, 8, answers.scale, decimals=0, suffix="×")
        self.scale.setAccessibleName(self.tr("Scale"))
        self.scale.setToolTip(self.tr("How many pixels of the picture one pixel of the sheet becomes."))
        self.scale.value_changed.connect(self._show_result)
        self.ground = Segmented(
            [("paper", self.tr("On paper")), ("transparent", self.tr("Transparent"))],
            tooltips={
                "paper": self.tr("The sheet's paper lies under the ink."),
                "transparent": self.tr("Ink alone, for laying over something else."),
            },
        )
        self.ground.set_value("paper" if answers.on_paper else "transparent")
        self.name = QLineEdit(answers.path.name)
        self.name.setAccessibleName(self.tr("File name"))
        self.name.setToolTip(self.tr("The name of the file; .png is added where it is missing."))
        self.name.textChanged.connect(self._show_result)
        self._place, self._size, self._note = secondary_label(""), label(""), secondary_label("", wraps=True)
        self.export_button = main_button(self.tr("Export"))
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.accept)
        self._arrange()
        self._show_result()

    @property
    def answers(self) -> ExportAnswers:
        return ExportAnswers(self._path(), round(self.scale.value), self.ground.value == "paper")

    def set_folder(self, folder: Path) -> None:
        """Where the file is to lie."""
        self._folder = folder
        self._show_result()

    def _arrange(self) -> None:
        self.choose_button = plain_button(self.tr("Choose…"), "folder")
        self.choose_button.setToolTip(self.tr("Choose the folder and the name of the file."))
        self.choose_button.clicked.connect(self._choose_place)
        cancel = quiet_button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        name = QHBoxLayout()
        name.setSpacing(8)
        name.addWidget(self.name, 1)
        name.addWidget(self.choose_button)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("Scale"), self.scale)
        form.addRow(self.tr("Ground"), self.ground)
        form.addRow(self.tr("File"), name)
        form.addRow("", self._place)
        form.addRow(self.tr("Picture"), self._size)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._note, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(24)
        layout.addLayout(form)
        layout.addLayout(buttons)

    def _path(self) -> Path:
        name = self.name.text().strip()
        if name and not name.lower().endswith(".png"):
            name += ".png"
        return self._folder / name

    def _choose_place(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export PNG"),
            str(self._path()),
            self.tr("PNG pictures (*.png)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # this dialog says it itself
        )
        if chosen:
            self.name.setText(Path(chosen).name)
            self.set_folder(Path(chosen).parent)

    def _show_result(self, _value: object = None) -> None:
        width, height = (side * round(self.scale.value) for side in self._sheet)
        megapixels = width * height / 1e6
        self._size.setText(
            self.tr("{width} × {height} pixels, {megapixels:.1f} megapixels").format(
                width=width, height=height, megapixels=megapixels
            )
        )
        self._place.setText(
            self.fontMetrics().elidedText(str(self._folder), Qt.TextElideMode.ElideMiddle, 300)
        )
        self._place.setToolTip(str(self._folder))
        trouble = self._trouble(width * height)
        exists = not trouble and self._path().exists()
        self._note.setText(trouble or (self.tr("This file exists already.") if exists else ""))
        self.export_button.setEnabled(not trouble)
        self.export_button.setToolTip(
            trouble or self.tr("Writes the picture. It says that a model took part.")
        )
        self.export_button.setText(self.tr("Replace") if exists else self.tr("Export"))

    def _trouble(self, pixels: int) -> str:
        if pixels > self._most_pixels:
            most = self._most_pixels // 10**6
            return self.tr("Larger than {most} megapixels: choose a smaller scale.").format(most=most)
        name = self.name.text().strip()
        if not name:
            return self.tr("Give the file a name.")
        if Path(name).name != name:
            return self.tr("Only a name: Choose… sets the folder.")
        if not self._folder.is_dir():
            return self.tr("This folder is not there.")
        return self.tr("A folder has this name.") if self._path().is_dir() else ""
