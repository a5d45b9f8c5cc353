"""Layers as the person arranges them: the panel and the actions change the artwork, one undo step each."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QColorDialog

from studio.document.artwork import Artwork, BlendMode, Layer
from studio.document.editor import ArtworkEditor, extent
from studio.document.layer_edits import (
    is_full,
    merge_loss,
    merged_down,
    with_layer_moved,
    with_new_layer,
    without_layer,
)
from studio.pages.paint.layer_actions import LayerActions
from studio.widgets.canvas.layer_panel import LayerPanel


class PaintLayers(QObject):
    """Refuses in a sentence what a locked layer does not take."""

    said = Signal(str)  # a sentence about what was refused, or what it cost

    def __init__(self, panel: LayerPanel, actions: LayerActions, editor: ArtworkEditor) -> None:
        super().__init__(panel)
        self._panel, self._actions, self._editor = panel, actions, editor
        self._connect()
        self._show()

    def _connect(self) -> None:
        panel, actions, rows = self._panel, self._actions, self._panel.list
        panel.blend_chosen.connect(self._set_blend)
        panel.opacity_changed.connect(self._set_opacity)
        panel.opacity_released.connect(self._editor.close_step)
        rows.layer_chosen.connect(self._editor.choose_layer)
        rows.visibility_toggled.connect(self._toggle_visibility)
        rows.lock_toggled.connect(self._toggle_lock)
        rows.renamed.connect(self._rename)
        rows.layer_moved.connect(self._move)
        rows.layer_discarded.connect(self._delete)
        rows.paper_asked.connect(self._show_papers)
        rows.menu_requested.connect(self._on_menu)
        actions.add.triggered.connect(self._add)
        actions.duplicate.triggered.connect(self._duplicate)
        actions.rename.triggered.connect(self._begin_renaming)
        actions.merge.triggered.connect(self._merge)
        actions.delete.triggered.connect(self._delete_chosen)
        actions.hide.triggered.connect(self._toggle_chosen_visibility)
        actions.lock.triggered.connect(self._toggle_chosen_lock)
        actions.raise_.triggered.connect(self._raise)
        actions.lower.triggered.connect(self._lower)
        actions.above.triggered.connect(self._choose_above)
        actions.below.triggered.connect(self._choose_below)
        actions.papers.triggered.connect(self._on_paper_chosen)
        self._editor.changed.connect(self._show)
        self._editor.layer_chosen.connect(self._show)

    @property
    def _chosen(self) -> int:
        return self._editor.chosen_layer

    @property
    def _layer(self) -> Layer:
        return self._editor.current.layers[self._chosen]

    # How the chosen layer is laid

    @Slot(str)
    def _set_blend(self, blend: BlendMode) -> None:
        if blend != self._layer.blend and self._may_change(self._chosen):
            self._put(self._chosen, replace(self._layer, blend=blend), self.tr("blend mode"))
        self._show()

    @Slot(float)
    def _set_opacity(self, opacity: float) -> None:
        if self._may_change(self._chosen):
            changed = replace(self._layer, opacity=opacity)
            merge = f"layer opacity {self._chosen}"
            self._put(self._chosen, changed, self.tr("layer opacity"), merge=merge)
        else:
            self._show()

    @Slot(int)
    def _toggle_visibility(self, index: int) -> None:
        layer = self._editor.current.layers[index]
        text = self.tr("hiding a layer") if layer.visible else self.tr("showing a layer")
        self._put(index, replace(layer, visible=not layer.visible), text)

    @Slot(int)
    def _toggle_lock(self, index: int) -> None:
        layer = self._editor.current.layers[index]
        text = self.tr("unlocking a layer") if layer.locked else self.tr("locking a layer")
        self._put(index, replace(layer, locked=not layer.locked), text)

    @Slot()
    def _toggle_chosen_visibility(self) -> None:
        self._toggle_visibility(self._chosen)

    @Slot()
    def _toggle_chosen_lock(self) -> None:
        self._toggle_lock(self._chosen)

    @Slot(int, str)
    def _rename(self, index: int, name: str) -> None:
        layer = self._editor.current.layers[index]
        self._put(index, replace(layer, name=name), self.tr("renaming a layer"))

    @Slot()
    def _begin_renaming(self) -> None:
        self._panel.list.rename(self._chosen)

    # Which layers there are

    @Slot()
    def _add(self) -> None:
        artwork, place = self._editor.current, self._chosen + 1
        added = with_new_layer(artwork, place, Layer(self._free_name(artwork)))
        self._editor.change(added, self.tr("adding a layer"), QRectF(), chosen_layer=place)

    @Slot()
    def _duplicate(self) -> None:
        copy = replace(self._layer, name=self.tr("{name} copy").format(name=self._layer.name)[:200])
        place = self._chosen + 1
        doubled = with_new_layer(self._editor.current, place, copy)
        self._editor.change(doubled, self.tr("duplicating a layer"), extent(copy.strokes), chosen_layer=place)

    @Slot()
    def _merge(self) -> None:
        upper = self._chosen
        if not (self._may_change(upper) and self._may_change(upper - 1)):
            return
        artwork = self._editor.current
        lower = artwork.layers[upper - 1]
        hidden = next((layer for layer in (lower, self._layer) if not layer.visible), None)
        if hidden is not None:
            self.said.emit(self.tr("“{name}” is hidden: show it to merge it.").format(name=hidden.name))
            return
        words = self._words_of_loss(artwork, upper)
        changed = extent((*lower.strokes, *self._layer.strokes))
        text = self.tr("merging layers")
        self._editor.change(merged_down(artwork, upper), text, changed, chosen_layer=upper - 1)
        if words:
            self.said.emit(words)

    def _words_of_loss(self, artwork: Artwork, upper: int) -> str:
        loss = merge_loss(artwork, upper)
        if not loss:
            return ""
        return {
            "blend": self.tr("Merged. The picture changed: strokes of one layer share its blend mode."),
            "opacity": self.tr(
                "Merged. Where strokes overlap the picture changed: each has its own opacity now."
            ),
            "eraser": self.tr("Merged. The picture changed: an eraser reaches all ink of its layer."),
        }[loss]

    @Slot()
    def _delete_chosen(self) -> None:
        self._delete(self._chosen)

    @Slot(int)
    def _delete(self, index: int) -> None:
        artwork = self._editor.current
        if len(artwork.layers) == 1:
            self.said.emit(self.tr("This is the only layer; a picture has one at least."))
        elif self._may_change(index):
            chosen = max(0, self._chosen - (index <= self._chosen))
            changed = extent(artwork.layers[index].strokes)
            text = self.tr("deleting a layer")
            self._editor.change(without_layer(artwork, index), text, changed, chosen_layer=chosen)

    @Slot(int, int)
    def _move(self, index: int, to: int) -> None:
        artwork = self._editor.current
        moved = with_layer_moved(artwork, index, to)
        changed = extent(artwork.layers[index].strokes)
        self._editor.change(moved, self.tr("moving a layer"), changed, chosen_layer=to)

    @Slot()
    def _raise(self) -> None:
        self._move(self._chosen, self._chosen + 1)

    @Slot()
    def _lower(self) -> None:
        self._move(self._chosen, self._chosen - 1)

    @Slot()
    def _choose_above(self) -> None:
        self._editor.choose_layer(self._chosen + 1)

    @Slot()
    def _choose_below(self) -> None:
        self._editor.choose_layer(self._chosen - 1)

    @Slot()
    def _show_papers(self) -> None:
        rows = self._panel.list
        self._actions.paper_menu.popup(rows.viewport().mapToGlobal(rows.paper_rect().bottomLeft()))

    @Slot(QAction)
    def _on_paper_chosen(self, action: QAction) -> None:
        if action.data() != "":
            self.set_paper(action.data())
            return
        start = QColor(self._editor.current.paper or Qt.GlobalColor.white)
        chosen = QColorDialog.getColor(start, self._panel.window(), self.tr("Paper"))
        if chosen.isValid():
            self.set_paper(chosen.name().upper())

    def set_paper(self, paper: str | None) -> None:
        """A colour, or None for a transparent sheet."""
        artwork = self._editor.current
        if paper != artwork.paper:
            everywhere = QRectF(0, 0, artwork.width, artwork.height)
            self._editor.change(replace(artwork, paper=paper), self.tr("paper colour"), everywhere)

    # What both share

    def _may_change(self, index: int) -> bool:
        layer = self._editor.current.layers[index]
        if layer.locked:
            self.said.emit(self.tr("“{name}” is locked: unlock it to change it.").format(name=layer.name))
        return not layer.locked

    def _put(self, index: int, layer: Layer, text: str, *, merge: str = "") -> None:
        changed = self._editor.current.with_layer(index, layer)
        self._editor.change(changed, text, extent(layer.strokes), merge=merge)

    def _free_name(self, artwork: Artwork) -> str:
        """The first number that no layer has in its name; the name is the painting's from then on, in any language."""
        names = {layer.name for layer in artwork.layers}
        numbers = (str(self.tr("Layer {n}").format(n=number)) for number in range(2, len(names) + 3))
        return next(name for name in numbers if name not in names)

    @Slot(str, QPoint)
    def _on_menu(self, kind: str, place: QPoint) -> None:
        if kind == "layer":
            self._panel.menu.popup(place)

    @Slot()
    def _show(self, _changed: object = None) -> None:
        artwork, actions, layer = self._editor.current, self._actions, self._layer
        self._panel.set_chosen(layer.blend, layer.opacity)
        top = len(artwork.layers) - 1
        actions.add.setEnabled(not is_full(artwork))
        actions.duplicate.setEnabled(not is_full(artwork))
        actions.delete.setEnabled(top > 0)
        actions.merge.setEnabled(self._chosen > 0)
        actions.raise_.setEnabled(self._chosen < top)
        actions.above.setEnabled(self._chosen < top)
        actions.lower.setEnabled(self._chosen > 0)
        actions.below.setEnabled(self._chosen > 0)
        actions.hide.setText(self.tr("Hide layer") if layer.visible else self.tr("Show layer"))
        actions.lock.setText(self.tr("Unlock layer") if layer.locked else self.tr("Lock layer"))
