"""What a person should know before they train on these pictures, one sentence each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gan.config import FEW_PICTURES
from gan.events import DatasetSummary
from studio.number_style import number
from studio.widgets.controls.buttons import quiet_button
from studio.widgets.controls.warning_lines import WarningLines
from studio.widgets.training.skipped_dialog import SkippedDialog

VERY_FEW_PICTURES = 500
UNEVEN = 4  # the fullest class has so many times the pictures of the emptiest


class PictureWarnings(QWidget):
    """Few pictures, uneven classes, odd shapes, and files that could not be used, with their list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: DatasetSummary | None = None
        self._lines = WarningLines()
        self._list = quiet_button(self.tr("Show list…"))
        self._list.setToolTip(self.tr("Names the files that are left out, each with the reason."))
        self._list.clicked.connect(self.show_list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._lines)
        layout.addWidget(self._list, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_summary(self, summary: DatasetSummary | None) -> None:
        """None clears them."""
        self._summary = summary
        sentences = [] if summary is None else self._sentences(summary)
        self._lines.set_sentences(sentences)
        self._list.setVisible(summary is not None and bool(summary.skipped))
        self.setVisible(bool(sentences))

    @Slot()
    def show_list(self) -> None:
        """The names of the files that are left out."""
        if self._summary is not None:
            dialog = SkippedDialog(self._summary.skipped, self._summary.skipped_count, self.window())
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _sentences(self, summary: DatasetSummary) -> list[str]:
        told = (
            self._few(summary),
            self._uneven(summary),
            *self._odd_shapes(summary),
            self._left_out(summary),
        )
        return [sentence for sentence in told if sentence]

    def _few(self, summary: DatasetSummary) -> str:
        if summary.picture_count > FEW_PICTURES:
            return ""
        if summary.picture_count >= VERY_FEW_PICTURES:
            return self.tr(
                "Few pictures: except in Textbook, D sees them turned a little, so as to learn none by heart."
            )
        sentence = self.tr(
            "Few pictures: except in Textbook, D sees them turned a little, but may still learn them by heart. {count} "
            "or more are safer."
        )
        return sentence.format(count=VERY_FEW_PICTURES)

    def _uneven(self, summary: DatasetSummary) -> str:
        counts, names = summary.class_counts, summary.class_names
        if not is_uneven(summary):
            return ""
        sentence = self.tr("“{rare}” has {few} pictures, “{full}” has {many}: rare classes come out worse.")
        rare, full = int(counts.argmin()), int(counts.argmax())
        return sentence.format(
            rare=names[rare],
            few=self._number(int(counts[rare])),
            full=names[full],
            many=self._number(int(counts[full])),
        )

    def _odd_shapes(self, summary: DatasetSummary) -> list[str]:
        shapes = summary.shapes
        if shapes is None:
            return []
        fates = {
            "crop": self.tr("{share} are not square: their edges are cut off."),
            "pad": self.tr("{share} are not square: they get a margin."),
            "stretch": self.tr("{share} are not square: they are squeezed."),
        }
        told = []
        if shapes.not_square:
            told.append(fates[summary.fit].format(share=self._share(shapes.not_square, shapes.looked_at)))
        if shapes.smaller:
            sentence = self.tr("{share} are smaller than {size} pixels and get blurred.")
            told.append(
                sentence.format(share=self._share(shapes.smaller, shapes.looked_at), size=summary.image_size)
            )
        return told

    def _left_out(self, summary: DatasetSummary) -> str:
        if not summary.skipped_count:
            return ""
        if summary.skipped_count == 1:
            return self.tr("1 file could not be used.")
        sentence = self.tr("{count} files could not be used.")
        return sentence.format(count=self._number(summary.skipped_count))

    def _share(self, count: int, of: int) -> str:
        return self.tr("{count} of {total}").format(count=self._number(count), total=self._number(of))

    def _number(self, value: int) -> str:
        return number(value)


def is_uneven(summary: DatasetSummary) -> bool:
    """Whether some class is left far behind."""
    counts = summary.class_counts
    return len(counts) > 1 and bool(counts.max() > UNEVEN * max(1, counts.min()))
