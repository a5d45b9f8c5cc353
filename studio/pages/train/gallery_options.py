"""How the gallery is looked at: its zoom, contrast and inversion, and what the discriminator looks at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget, QWidgetAction

from studio.actions import make_action
from studio.settings import Settings
from studio.widgets.controls.labels import label
from studio.widgets.controls.value_slider import ValueSlider
from studio.widgets.gallery.gallery_look import GalleryLook

ZOOM_KEY, INVERT_KEY, CONTRAST_KEY = "train/gallery_zoom", "train/gallery_inverted", "train/gallery_contrast"
ZOOMS = (0, 1, 2, 3, 4)
LEAST_CONTRAST, MOST_CONTRAST = 0.5, 4.0
CONTRAST_WIDTH_PX = 248


class GalleryOptions(QObject):
    """Remembers what was chosen, but for the heat."""

    zoom_changed = Signal(int)
    look_changed = Signal(object)  # GalleryLook
    heat_changed = Signal(bool)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        zoom = settings.value(ZOOM_KEY, 0)
        self.zoom = zoom if zoom in ZOOMS else 0
        self.look = GalleryLook(self._stored_contrast(), settings.value(INVERT_KEY, False))
        self.heat = make_action(
            self,
            self.tr("What the discriminator looks at"),
            shortcut="Ctrl+D",
            tip=self.tr("Warm where a small change would alter its verdict most."),
            checkable=True,
        )
        self.invert = make_action(
            self,
            self.tr("Invert the gallery"),
            shortcut="Ctrl+I",
            tip=self.tr("Only how the pictures are looked at: what is kept or sent stays as it was drawn."),
            checkable=True,
        )
        self.invert.setChecked(self.look.inverted)
        self._zooms = self._zoom_actions()
        self.menu = self._filled_menu()
        self.heat.toggled.connect(self.heat_changed)
        self.invert.toggled.connect(self._on_inverted)
        self._zooms.triggered.connect(self._on_zoom)

    def _stored_contrast(self) -> float:
        contrast = self._settings.value(CONTRAST_KEY, 1.0)
        return contrast if LEAST_CONTRAST <= contrast <= MOST_CONTRAST else 1.0

    def _zoom_actions(self) -> QActionGroup:
        group = QActionGroup(self)
        for zoom in ZOOMS:
            text = self.tr("As large as fits") if zoom == 0 else self.tr("{n}× its pixels").format(n=zoom)
            action = group.addAction(make_action(self, text, checkable=True))
            action.setData(zoom)
            action.setChecked(zoom == self.zoom)
        return group

    def _filled_menu(self) -> QMenu:
        menu = QMenu()
        menu.setToolTipsVisible(True)
        menu.addAction(self.heat)
        menu.addSeparator()
        menu.addActions(self._zooms.actions())
        menu.addSeparator()
        menu.addAction(self.invert)
        menu.addAction(self._contrast_entry(menu))
        return menu

    def _contrast_entry(self, menu: QMenu) -> QAction:
        self.contrast = ValueSlider(LEAST_CONTRAST, MOST_CONTRAST, 1.0)
        self.contrast.set_value(self.look.contrast)
        self.contrast.setAccessibleName(self.tr("Contrast"))
        self.contrast.setToolTip(
            self.tr("Spread the greys of the gallery; double-click the slider for none.")
        )
        self.contrast.value_changed.connect(self._on_contrast)
        row = QWidget()
        row.setFixedWidth(CONTRAST_WIDTH_PX)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(12, 0, 4, 0)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Contrast")))
        layout.addWidget(self.contrast, 1)
        entry = QWidgetAction(menu)
        entry.setDefaultWidget(row)
        return entry

    def _set_look(self, look: GalleryLook) -> None:
        self.look = look
        self._settings.set_value(INVERT_KEY, look.inverted)
        self._settings.set_value(CONTRAST_KEY, look.contrast)
        self.look_changed.emit(look)

    @Slot(QAction)
    def _on_zoom(self, action: QAction) -> None:
        self.zoom = int(action.data())
        self._settings.set_value(ZOOM_KEY, self.zoom)
        self.zoom_changed.emit(self.zoom)

    @Slot(bool)
    def _on_inverted(self, inverted: bool) -> None:
        self._set_look(GalleryLook(self.look.contrast, inverted))

    @Slot(float)
    def _on_contrast(self, contrast: float) -> None:
        self._set_look(GalleryLook(contrast, self.look.inverted))
