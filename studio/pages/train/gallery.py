"""The gallery of the Train room: fixed and fresh samples, the chosen one, and the ways to the other rooms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gan.events import DatasetSummary, GalleryLatents
from gan.gallery import SEED
from gan.latents import Latent
from studio.actions import make_action
from studio.number_style import number
from studio.pages.picture_menu import Picture, PictureActions, show_picture_menu
from studio.pages.train.fresh_samples import FreshSamples
from studio.pages.train.gallery_critic import GalleryCritic
from studio.pages.train.gallery_options import GalleryOptions
from studio.pages.train.gallery_sheet import GallerySheet
from studio.pages.train.real_cover import RealCover
from studio.session import Session
from studio.widgets.controls.buttons import action_button, icon_button
from studio.widgets.controls.labels import ElidedLabel, section_label
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.surface import Surface, scrolling_under
from studio.widgets.gallery.chosen_sample import ChosenSample
from studio.widgets.gallery.nearest_card import NearestCard
from studio.widgets.gallery.sample_gallery import SampleGallery
from studio.widgets.pictures.picture_tile import RING_PX
from studio.words import phrase

FIXED, FRESH = "fixed", "fresh"
EXPECTED_COLUMNS, EXPECTED_ROWS_WITHOUT_CLASSES = 8, 10
SIDE_PX, HEAD_PX, FOOT_PX = 8, 40, 80
FEW_ROWS = 4
CARD_MARGIN_PX = 8
LEAST_TITLED_PX, TITLED_PX = 280, 320  # room for the title, also beside the dice
WIDE_PX = 640  # room for a word about rows and columns


class TrainGallery(Surface):
    """Knows the latent of every cell, so that each picture can go on living elsewhere."""

    fit_asked = Signal()  # the pictures take another width

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self._session = session
        self._fixed: GallerySheet | None = None
        self._expected: tuple[Sequence[str], tuple[int, int]] = (
            ("",) * EXPECTED_ROWS_WITHOUT_CLASSES,
            (28, 28),
        )
        self._said = ""
        self.gallery = SampleGallery()
        self.fresh = FreshSamples(session, self)
        self.real_cover = RealCover(self.gallery, session, self)
        self.options = GalleryOptions(session.settings, self)
        self.card = NearestCard(self)
        self.card.hide()
        self.critic = GalleryCritic(self.gallery, self.card, session, self)
        self._actions = PictureActions(self, session, self._current, shortcuts=True)
        self._others = make_action(self, self.tr("Draw other fresh samples"), shortcut="F5", icon_name="dice")
        self._nearest = make_action(
            self,
            self.tr("Nearest training pictures"),
            shortcut="N",
            icon_name="search",
            tip=self.tr(
                "Whether it was learnt by heart: the closest training pictures. Alt over one does the same."
            ),
        )
        self._nearest.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._nearest.setShortcutVisibleInContextMenu(True)
        self.addActions([*self.picture_actions(), self._nearest])
        self._ways = (
            (self._actions.keep, "pin"),
            (self._actions.explore, "explore"),
            (self._actions.brush, "paint"),
        )
        self._chosen = ChosenSample(self._ways)
        self._words = ElidedLabel("secondary")
        self._arrange()
        self._show_page()
        self._connect()
        self.gallery.set_zoom(self.options.zoom)
        self.gallery.set_look(self.options.look)
        self._show_words()

    def _arrange(self) -> None:
        self.pages = Segmented(
            ((FIXED, self.tr("Fixed")), (FRESH, self.tr("Fresh"))),
            tooltips={
                FIXED: self.tr("The same seeds all along: a cell can be compared with itself over time."),
                FRESH: self.tr("Other seeds at every press of the dice: what else the generator draws."),
            },
        )
        self.dice = icon_button("dice", self._others.toolTip())
        self.dice.hide()
        self.real = icon_button("eye", self.tr("Hold to see training pictures in their place (Space)"))
        self.real.hide()
        self.more = icon_button("more", self.tr("How the gallery is looked at"))
        self.more.setMenu(self.options.menu)
        self.options.menu.setParent(self.more, self.options.menu.windowFlags())
        head = QHBoxLayout()
        head.setContentsMargins(SIDE_PX, 0, 2 * SIDE_PX, 0)
        head.setSpacing(4)
        self._title = section_label(self.tr("Gallery"))
        head.addWidget(self._title)
        head.addSpacing(12)
        head.addWidget(self._words, 1)
        head.addWidget(self._made_ways())
        for widget in (self.dice, self.pages, self.real, self.more):
            head.addWidget(widget)
        self._head, self._foot = QWidget(), QWidget()
        self._head.setLayout(head)
        self._head.setFixedHeight(HEAD_PX)
        self._foot.setFixedHeight(FOOT_PX)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(SIDE_PX - RING_PX, 0, 2 * SIDE_PX, 8)
        foot.addWidget(self._chosen)
        scroller = scrolling_under(self.gallery)
        scroller.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )  # a chosen zoom may be large
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_PX, 0, 0, 0)  # at the right there is room for the bar
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(scroller, 1)
        layout.addWidget(self._foot)

    def _made_ways(self) -> QWidget:
        """What can be done with the chosen picture, for where the foot has given way."""
        self._head_ways = QWidget()
        layout = QHBoxLayout(self._head_ways)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for way in self._ways:
            layout.addWidget(action_button(*way))
        self._head_ways.hide()
        return self._head_ways

    def _connect(self) -> None:
        self.gallery.cell_chosen.connect(self._on_cell_chosen)
        self.gallery.cell_activated.connect(self._on_cell_activated)
        self.gallery.menu_requested.connect(self._on_menu_requested)
        self._chosen.menu_requested.connect(self._show_menu)
        self.pages.value_changed.connect(self._on_page_changed)
        self.dice.clicked.connect(self._others.trigger)
        self._others.triggered.connect(self._on_others)
        self.fresh.ready.connect(self._on_fresh_ready)
        self.real.pressed.connect(self._hold_real)
        self.real.released.connect(self._let_real_go)
        self.options.zoom_changed.connect(self._on_zoom_changed)
        self.options.look_changed.connect(self.gallery.set_look)
        self.real_cover.told.connect(self._say)
        self.options.heat_changed.connect(self.critic.show_heat)
        self.critic.score_changed.connect(self._say)
        self._nearest.triggered.connect(self._on_nearest)
        self.card.closed.connect(self.gallery.setFocus)

    def fit(self, widest: int, height: int) -> None:
        """Take the width that the largest whole zoom needs; on a low screen the foot gives way."""
        inner, above = widest - 2 * SIDE_PX, height - HEAD_PX
        with_foot = self.gallery.width_within(inner, above - FOOT_PX)
        without = self.gallery.width_within(inner, above)
        self._foot.setVisible(with_foot == without)
        least = self.gallery.minimumSizeHint().width()  # where it scrolls, it takes all the room there is
        width = min(max(with_foot, without, least), inner) + 2 * SIDE_PX
        self.setFixedWidth(width)
        self._show_head()

    @property
    def has_few_rows(self) -> bool:
        """Its pictures can only be large where it is wide."""
        return len(self.gallery.row_names) <= FEW_ROWS

    def picture_actions(self) -> list[QAction]:
        """What can be done with the chosen picture."""
        return [*self._actions.sending(), *self._actions.saving()]

    @property
    def nearest_action(self) -> QAction:
        return self._nearest

    def view_actions(self) -> list[QAction]:
        """What is no business of one picture alone."""
        return [self._others, self.options.invert, self.options.heat]

    # Which pictures

    def expect(self, summary: DatasetSummary) -> None:
        """Before a run: the empty cells that its pictures will fill. Those of an earlier run stay till then."""
        names: Sequence[str] = summary.class_names
        if len(names) == 1:
            names = ("",) * EXPECTED_ROWS_WITHOUT_CLASSES
        height, width = summary.thumbnails.shape[1:3]
        self._expected = (names, (height, width))
        if self._fixed is None:
            self._show_page()

    def show_run(
        self, folder: Path, latents: GalleryLatents, picture_px: tuple[int, int], *, goes_on: bool
    ) -> None:
        """The cells of a run; one that goes on in this sitting keeps its pictures till new ones come."""
        before = self._fixed
        seeds = np.full(latents.z.shape[:2], SEED)
        self._fixed = GallerySheet(latents=latents, picture_px=picture_px, seeds=seeds)
        if goes_on and before is not None and before.latents.z.shape == latents.z.shape:
            self._fixed = replace(self._fixed, pixels=before.pixels, step=before.step)
        self.real_cover.set_run(folder)
        self.critic.set_run(folder, has_classes=latents.mix.shape[-1] > 1)
        self.real.show()
        self._show_page()

    @Slot(int, object)
    def show_frame(self, step: int, pixels: np.ndarray) -> None:
        """The fixed cells as they were at a step, (R, C, H, W, Ch) uint8."""
        if self._fixed is not None and pixels.shape[:2] == self._fixed.seeds.shape:
            self._fixed = replace(self._fixed, pixels=pixels, step=step)
            if self.pages.value == FIXED:
                self._show_page()

    @Slot(object, object)
    def show_compared(self, pixels: np.ndarray | None, words: tuple[str, str]) -> None:
        """Pictures of another moment or run to the left of a divider; None takes them away."""
        if pixels is not None:
            self.pages.set_value(FIXED)
            own = self.gallery.pixels
            if own is None or own.shape != pixels.shape:
                self._say(self.tr("Its gallery has other rows: it cannot be compared."))
                pixels = None
            else:
                self._say("")
        self.gallery.set_compared(pixels, words)

    def _sheet(self) -> GallerySheet | None:
        """The page in front."""
        return self._fixed if self.pages.value == FIXED else self.fresh.sheet

    def _show_page(self) -> None:
        sheet = self._sheet()
        if sheet is None:
            names, picture_px = self._expected
            self._lay_out(names, EXPECTED_COLUMNS, picture_px)
        else:
            self._lay_out(sheet.latents.row_names, sheet.seeds.shape[1], sheet.picture_px)
            if sheet.pixels is not None:
                self.gallery.set_pixels(sheet.pixels)
            self.critic.show_pictures(sheet.pixels)
        self._show_chosen()

    def _lay_out(self, names: Sequence[str], columns: int, picture_px: tuple[int, int]) -> None:
        """Empty cells, unless they are these already."""
        sheet = self._sheet()
        empties = (sheet is None or sheet.pixels is None) and self.gallery.pixels is not None
        if empties or not self.gallery.is_laid_out(names, columns, picture_px):
            self.gallery.set_layout(names, columns, picture_px)
            self.fit_asked.emit()

    @Slot(str)
    def _on_page_changed(self, page: str) -> None:
        self.dice.setVisible(page == FRESH)
        self.fresh.set_shown(page == FRESH)
        self.gallery.set_compared(None)
        self._show_page()

    @Slot()
    def _on_fresh_ready(self) -> None:
        if self.pages.value == FRESH:
            self._show_page()

    @Slot()
    def _on_others(self) -> None:
        if self.pages.value == FRESH:
            self.fresh.draw_others()
        else:
            self.pages.set_value(FRESH)

    # The chosen one

    def _current(self) -> Picture | None:
        sheet = self._sheet()
        if sheet is None or sheet.pixels is None or self.gallery.chosen is None:
            return None
        row, column = self.gallery.chosen
        return Picture(sheet.latents.latent(row, column), sheet.pixels[row, column])

    def is_fixed(self, latent: Latent, pixels: np.ndarray | None) -> bool:
        """Whether this is the chosen picture of the run's own page, as it is shown now."""
        picture = self._current() if self.pages.value == FIXED else None
        if picture is None or pixels is None:
            return False
        return picture.latent == latent and np.array_equal(picture.pixels, pixels)

    def made_words(self) -> str:
        """How the chosen picture was made."""
        sheet, chosen = self._sheet(), self.gallery.chosen
        if sheet is None or chosen is None:
            return ""
        step = number(sheet.step)
        return self.tr("seed {seed}, step {step}").format(seed=int(sheet.seeds[chosen]), step=step)

    def _show_chosen(self) -> None:
        self._show_head()
        picture = self._current()
        for action in (*self.picture_actions(), self._nearest):
            action.setEnabled(picture is not None)
        if picture is None or self.gallery.chosen is None:
            invitation = self.tr("Choose a picture to keep it, or to take it to another room.")
            self._chosen.show_nothing(invitation if self.gallery.pixels is not None else "")
            return
        self._chosen.show_sample(
            picture.pixels, self.gallery.words_of(*self.gallery.chosen), self.made_words()
        )

    def _show_head(self) -> None:
        """On a narrow screen the dice take the place of the title."""
        self._title.setVisible(self.width() >= (TITLED_PX if self.pages.value == FRESH else LEAST_TITLED_PX))
        self._head_ways.setVisible(self._foot.isHidden() and self._current() is not None)
        self._show_words()

    def _show_words(self) -> None:
        """Of all that could be said in the head, the most urgent."""
        words, sheet = self._said, self._sheet()
        if not words and sheet is not None and sheet.drawn_by:
            step = number(sheet.step)
            words = self.tr("by {name}, step {step}").format(name=sheet.drawn_by, step=step)
        if not words and self.width() >= WIDE_PX:
            words = self.tr("a row is a class, a column one style")
        self._words.setText(words)

    @Slot(str)
    def _say(self, words: str) -> None:
        self._said = words
        self._show_words()

    @Slot(int)
    def _on_zoom_changed(self, zoom: int) -> None:
        self.gallery.set_zoom(zoom)
        self.fit_asked.emit()

    @Slot()
    def _hold_real(self) -> None:
        self.real_cover.hold(True)

    @Slot()
    def _let_real_go(self) -> None:
        self.real_cover.hold(False)

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
        if (picture := self._current()) is not None and self.gallery.chosen is not None:
            show_picture_menu(
                self,
                self._session,
                picture.latent,
                picture.pixels,
                place,
                more=(self._nearest,),
                made=phrase(
                    "{which}: {how}", which=self.gallery.words_of(*self.gallery.chosen), how=self.made_words()
                ),
            )

    @Slot()
    def _on_nearest(self) -> None:
        if (picture := self._current()) is not None:
            self.critic.find_nearest(picture.pixels)
            self.card.setFocus(Qt.FocusReason.ShortcutFocusReason)  # Esc closes it

    def _place_card(self) -> None:
        width = self.width() - 2 * CARD_MARGIN_PX
        height = max(self.card.heightForWidth(width), self.card.sizeHint().height())
        self.card.setGeometry(CARD_MARGIN_PX, self.height() - height - CARD_MARGIN_PX, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()
