"""The gallery of the Train room: live samples, the chosen one, and the ways from it to the other rooms."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gan.events import DatasetSummary, GalleryLatents, RunStarted, SamplesDrawn
from studio.pages.picture_menu import Picture, PictureActions, show_picture_menu
from studio.session import Session
from studio.widgets.chosen_sample import ChosenSample
from studio.widgets.labels import secondary_label, section_label
from studio.widgets.picture_tile import RING_PX
from studio.widgets.sample_gallery import SampleGallery
from studio.widgets.surface import Surface, scrolling

EXPECTED_COLUMNS, EXPECTED_ROWS_WITHOUT_CLASSES = 8, 10
SIDE_PX, HEAD_PX, FOOT_PX = 8, 40, 80
WIDE_PX = 640  # from here on there is room for a word about rows and columns


class TrainGallery(Surface):
    """Knows the latent of every cell, so that each picture can go on living elsewhere."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self._session = session
        self._latents: GalleryLatents | None = None
        self._step = 0
        self.gallery = SampleGallery()
        self._actions = PictureActions(self, session, self._current, shortcuts=True)
        self.addActions(self.picture_actions())
        self._chosen = ChosenSample(
            ((self._actions.keep, "pin"), (self._actions.explore, "explore"), (self._actions.brush, "paint"))
        )
        self._words = secondary_label(self.tr("a row is a class, a column one style"))
        self._arrange()
        self._lay_out(("",) * EXPECTED_ROWS_WITHOUT_CLASSES, EXPECTED_COLUMNS, (28, 28))
        self.gallery.cell_chosen.connect(self._on_cell_chosen)
        self.gallery.cell_activated.connect(self._on_cell_activated)
        self.gallery.menu_requested.connect(self._on_menu_requested)
        self._chosen.menu_requested.connect(self._show_menu)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        head.setSpacing(16)
        head.addWidget(section_label(self.tr("Gallery")))
        head.addWidget(self._words)
        head.addStretch(1)
        self._head, self._foot = QWidget(), QWidget()
        self._head.setLayout(head)
        self._head.setFixedHeight(HEAD_PX)
        self._foot.setFixedHeight(FOOT_PX)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(SIDE_PX - RING_PX, 0, SIDE_PX, 8)
        foot.addWidget(self._chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(scrolling(self.gallery), 1)
        layout.addWidget(self._foot)

    def fit(self, widest: int, height: int) -> None:
        """Take the width that the largest whole zoom needs; on a low screen the foot gives way."""
        inner, above = widest - 2 * SIDE_PX, height - HEAD_PX
        with_foot = self.gallery.width_within(inner, above - FOOT_PX)
        without = self.gallery.width_within(inner, above)
        self._foot.setVisible(with_foot == without)
        width = max(with_foot, without) + 2 * SIDE_PX
        self._words.setVisible(width >= WIDE_PX)
        self.setFixedWidth(width)

    def picture_actions(self) -> list[QAction]:
        """What can be done with the chosen picture."""
        return [*self._actions.sending(), *self._actions.saving()]

    def expect(self, summary: DatasetSummary) -> None:
        """Before a run: the empty cells that its pictures will fill. Those of an earlier run stay till then."""
        if self._latents is not None:
            return
        names: Sequence[str] = summary.class_names
        if len(names) == 1:
            names = ("",) * EXPECTED_ROWS_WITHOUT_CLASSES
        height, width = summary.thumbnails.shape[1:3]
        self._lay_out(names, EXPECTED_COLUMNS, (height, width))

    def show_started(self, event: RunStarted) -> None:
        latents, side = event.gallery, event.config.model.image_size
        goes_on = self._latents is not None and event.step > 0 and latents.z.shape == self._latents.z.shape
        self._latents = latents
        if not goes_on:
            self._lay_out(latents.row_names, latents.z.shape[1], (side, side))

    def show_samples(self, event: SamplesDrawn) -> None:
        self._step = event.step
        self.gallery.set_pixels(event.pixels)
        self._show_chosen()

    def _lay_out(self, names: Sequence[str], columns: int, picture_px: tuple[int, int]) -> None:
        self.gallery.set_layout(names, columns, picture_px)
        self._show_chosen()

    def _current(self) -> Picture | None:
        if self._latents is None or self.gallery.pixels is None or self.gallery.chosen is None:
            return None
        row, column = self.gallery.chosen
        return Picture(self._latents.latent(row, column), self.gallery.pixels[row, column])

    def _show_chosen(self) -> None:
        if (picture := self._current()) is None or self.gallery.chosen is None:
            invitation = self.tr("Choose a picture to keep it, or to take it to another room.")
            self._chosen.show_nothing(invitation if self.gallery.pixels is not None else "")
            return
        drawn = self.tr("drawn at step {step}").format(step=self.locale().toString(self._step))
        self._chosen.show_sample(picture.pixels, self.gallery.words_of(*self.gallery.chosen), drawn)

    @Slot(int, int)
    def _on_cell_chosen(self, _row: int, _column: int) -> None:
        self._show_chosen()

    @Slot(int, int)
    def _on_cell_activated(self, _row: int, _column: int) -> None:
        self._actions.explore.trigger()

    @Slot(int, int, QPoint)
    def _on_menu_requested(self, _row: int, _column: int, place: QPoint) -> None:
        self._show_menu(place)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        if (picture := self._current()) is not None:
            show_picture_menu(self, self._session, picture.latent, picture.pixels, place)
