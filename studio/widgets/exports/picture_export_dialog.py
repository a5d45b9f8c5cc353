"""What every export of made pictures asks: how large, with which edges, on what ground, and under which name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from studio.frame_look import GROUNDS, LEAST_SCALE, MOST_SCALE, Edges, FrameLook, Ground
from studio.motion import show_busy
from studio.number_style import number
from studio.widgets.controls.buttons import main_button, plain_button, quiet_button
from studio.widgets.controls.labels import secondary_label
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.value_slider import ValueSlider

WIDTH_PX, PLACE_PX = 792, 380


class PictureExportDialog(QDialog):
    """Stays open while it writes, and says then where the file lies. A name that exists is said at once.

    A subclass puts its own rows above these and its own picture beside them, says on every change what will come
    out, and calls :meth:`_arrange` last.
    """

    changed = Signal()  # an answer
    export_asked = Signal()
    cancel_asked = Signal()  # of the writing that goes on
    reveal_asked = Signal()

    def __init__(self, path: Path, look: FrameLook, channels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH_PX)
        self._channels = channels
        self._folder, self._stem, self._name_is_own = path.parent, path.stem, False
        self._is_writing = self._is_ready = False
        self._make_look_rows(look)
        self._make_file_row()
        self._make_buttons()

    # What a subclass may say otherwise

    def _suffix(self) -> str:
        """Of the file; "" for a folder."""
        return ".png"

    def _others(self) -> tuple[Path, ...]:
        """What else is written beside the file."""
        return ()

    def _trouble_with_size(self) -> str:
        """Why this is too much, or ""."""
        return ""

    def _remark(self) -> str:
        """What is good to know before the export, or ""."""
        return ""

    def _origin_words(self) -> str:
        """What the file says of where it comes from."""
        return self.tr("Writes the file. It says that a model made it.")

    # Answers

    @property
    def look(self) -> FrameLook:
        edges: Edges = "crisp" if self.edges.value == "crisp" and self._channels == 1 else "pixels"
        return FrameLook(round(self.scale.value), edges, cast(Ground, self.ground.value))

    @property
    def path(self) -> Path:
        """Where the file is to lie; its suffix is added where it is missing."""
        name, suffix = self.name.text().strip(), self._suffix()
        if name and suffix and not name.lower().endswith(suffix):
            name += suffix
        return self._folder / name

    def set_folder(self, folder: Path) -> None:
        """Where the file is to lie."""
        self._folder = folder
        self._suggest_name()
        self._show_change()

    # How the writing goes

    def set_ready(self) -> None:
        """The pictures are there: it can be exported now."""
        self._is_ready = True
        self._show_change()

    def show_writing(self, done: int, total: int) -> None:
        """So many of so many; all of them: what is left has no measure."""
        self._set_writing(True)
        if done < total:
            self.progress.setRange(0, total)
            self.progress.setValue(done)
        else:
            show_busy(self.progress)
        words = self.tr("Writing the file…")
        if 0 < done < total:
            words = self.tr("Writing picture {done} of {total}…").format(
                done=number(done), total=number(total)
            )
        self._say(words)

    def show_written(self, path: Path, size_bytes: int) -> None:
        """It lies there now."""
        self._set_writing(False)
        size = self.data_size(size_bytes)
        words = self.tr("{name} is written: {size}, in {folder}.")
        self._say(words.format(name=path.name, size=size, folder=path.parent))
        self.reveal_button.show()
        self.reveal_button.setToolTip(str(path))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()
        self.export_button.setEnabled(False)

    def show_not_written(self, sentence: str) -> None:
        """Why it does not lie there, and nothing else in its place."""
        self._set_writing(False)
        self._show_change()
        self._say(sentence)

    def data_size(self, size_bytes: int) -> str:
        """Such as "132 kB"."""
        decimals = 0 if size_bytes < 1_000_000 else 1
        return self.locale().formattedDataSize(size_bytes, decimals, QLocale.DataSizeFormat.DataSizeSIFormat)

    # Building

    def _make_look_rows(self, look: FrameLook) -> None:
        self.scale = ValueSlider(LEAST_SCALE, MOST_SCALE, look.scale, decimals=0, suffix="×")
        self.scale.setAccessibleName(self.tr("Size"))
        self.scale.setToolTip(self.tr("How many pixels one pixel of the picture becomes, each way."))
        self.edges = Segmented(
            [("crisp", self.tr("Crisp ink")), ("pixels", self.tr("Pixels"))],
            tooltips={
                "crisp": self.tr("Smooth, sharp edges at any size, as the brush paints."),
                "pixels": self.tr("Square pixels, exactly as the generator drew them."),
            },
        )
        self.edges.set_value(look.edges)
        grounds = self._grounds()
        texts = {
            "paper": self.tr("Ink on paper") if self._channels == 1 else self.tr("On paper"),
            "transparent": self.tr("Transparent"),
            "plain": self.tr("As it is"),
        }
        self.ground = Segmented(
            [(key, texts[key]) for key in grounds],
            tooltips={
                "paper": self.tr("Dark ink on the colour of a new sheet."),
                "transparent": self.tr("Without a ground, for laying over something else."),
                "plain": self.tr("Light on black, exactly as the generator drew it."),
            },
        )
        if look.ground in grounds:
            self.ground.set_value(look.ground)
        self.scale.value_changed.connect(self._show_change)
        self.edges.value_changed.connect(self._show_change)
        self.ground.value_changed.connect(self._show_change)

    def _grounds(self) -> tuple[Ground, ...]:
        """What grounds these pictures can have."""
        if self._channels == 1:
            return GROUNDS
        return ("transparent", "paper") if self._channels in (2, 4) else ("plain",)

    def _make_file_row(self) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("File name"))
        self.name.setToolTip(self.tr("The name of the file; its ending is added where it is missing."))
        self.name.textEdited.connect(self._on_name_edited)
        self.choose_button = plain_button(self.tr("Choose…"), "folder")
        self.choose_button.setToolTip(self.tr("Choose the folder and the name of the file."))
        self.choose_button.clicked.connect(self._choose_place)
        self._place = secondary_label("")

    def _make_buttons(self) -> None:
        self._note = secondary_label("", wraps=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.hide()
        self.close_button = quiet_button(self.tr("Cancel"))
        self.close_button.clicked.connect(self.reject)
        self.reveal_button = plain_button(self.tr("Show in folder"), "folder")
        self.reveal_button.clicked.connect(self.reveal_asked)
        self.reveal_button.hide()
        self.export_button = main_button(self.tr("Export"))
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.export_asked)

    @staticmethod
    def _stack_beside(preview: QWidget, *words: QWidget) -> QWidget:
        """What comes out, as a picture with words under it, to stand beside the questions."""
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(preview)
        column.addSpacing(8)
        for line in words:
            column.addWidget(line)
        return beside

    def _arrange(
        self,
        beside: QWidget,
        own_rows: list[tuple[str, QWidget]],
        rows_below: Sequence[tuple[str, QWidget]] = (),
    ) -> None:
        name = QHBoxLayout()
        name.setSpacing(8)
        name.addWidget(self.name, 1)
        name.addWidget(self.choose_button)
        self._form = QWidget()
        form = self._rows = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for words, row in own_rows:
            form.addRow(words, row)
        form.addRow(self.tr("Size"), self.scale)
        if self._channels == 1:
            form.addRow(self.tr("Edges"), self.edges)
        if len(self.ground.keys) > 1:
            form.addRow(self.tr("Ground"), self.ground)
        for words, row in rows_below:
            form.addRow(words, row)
        form.addRow(self.tr("File"), name)
        form.addRow("", self._place)
        upper = QHBoxLayout()
        upper.setSpacing(24)
        upper.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        upper.addWidget(self._form, 1)
        said = QVBoxLayout()
        said.setSpacing(6)
        said.addStretch(1)
        said.addWidget(self._note)
        said.addWidget(self.progress)
        said.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addLayout(said, 1)
        buttons.addWidget(self.reveal_button)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(24)
        layout.addLayout(upper)
        layout.addLayout(buttons)
        self._suggest_name()
        self._show_change()

    def _set_row_visible(self, row: QWidget, visible: bool) -> None:
        """A question that does not apply takes no room."""
        self._rows.setRowVisible(row, visible)

    # Answers that change

    def _suggest_name(self) -> None:
        """A name that is free, until one is typed."""
        suffix = self._suffix()
        if self._name_is_own:
            stem = Path(self.name.text().strip()).stem or self._stem
            self.name.setText(stem + suffix)
            return
        names = (f"{self._stem} {number}" if number > 1 else self._stem for number in range(1, 10_000))
        for name in names:
            self.name.setText(name + suffix)
            if not any(path.exists() for path in (self.path, *self._others())):
                break

    @Slot()
    def _on_name_edited(self) -> None:
        self._name_is_own = True
        self._show_change()

    @Slot()
    def _show_change(self, _value: object = None) -> None:
        elided = self.fontMetrics().elidedText(str(self._folder), Qt.TextElideMode.ElideMiddle, PLACE_PX)
        self._place.setText(elided)
        self._place.setToolTip(str(self._folder))
        trouble = self._trouble()
        exists = not trouble and any(path.exists() for path in (self.path, *self._others()))
        self._say(trouble or (self.tr("This file exists already.") if exists else self._remark()))
        self.reveal_button.hide()
        self.close_button.setText(self.tr("Cancel"))
        self.export_button.setEnabled(self._is_ready and not trouble)
        self.export_button.setToolTip(trouble or self._origin_words())
        self.export_button.setText(self.tr("Replace") if exists else self.tr("Export"))
        self.changed.emit()

    def _trouble(self) -> str:
        if trouble := self._trouble_with_size():
            return trouble
        name = self.name.text().strip()
        if not name:
            return self.tr("Give the file a name.")
        if Path(name).name != name:
            return self.tr("Only a name: Choose… sets the folder.")
        if not self._folder.is_dir():
            return self.tr("This folder is not there.")
        try:
            return self._trouble_with_place(self.path)
        except OSError:  # too long, or in a folder that cannot be looked into
            return self.tr("A file of this name cannot lie here.")

    def _trouble_with_place(self, path: Path) -> str:
        if self._suffix():
            return self.tr("A folder has this name.") if path.is_dir() else ""
        is_free = not path.exists() or (path.is_dir() and not any(path.iterdir()))
        return "" if is_free else self.tr("Something of this name lies there already: choose another.")

    def _say(self, words: str) -> None:
        self._note.setText(words)

    def _choose_place(self) -> None:
        title, start = self.windowTitle(), str(self.path)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            title,
            start,
            options=QFileDialog.Option.DontConfirmOverwrite,  # this dialog says it itself
        )
        if chosen:
            self._name_is_own = True
            self.name.setText(Path(chosen).name)
            self.set_folder(Path(chosen).parent)

    # Writing

    def _set_writing(self, writing: bool) -> None:
        self._is_writing = writing
        self._form.setEnabled(not writing)
        self.progress.setVisible(writing)
        self.export_button.setEnabled(not writing)
        self.reveal_button.hide()
        self.close_button.setText(self.tr("Cancel"))

    def reject(self) -> None:
        if self._is_writing:
            self.cancel_asked.emit()
        else:
            super().reject()
