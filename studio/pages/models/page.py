"""The Models room: every generator of this computer, what it draws, how good it is, and what can be done with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

import gan
from gan.errors import Failure, GanError
from gan.generators import SUFFIX, GeneratorSummary, draw_samples, list_generators
from gan.moments import Moment
from studio.number_style import number
from studio.pages.generator_export import ONNX, SAFETENSORS, ExportGenerator, can_write_onnx
from studio.pages.models.actions import ModelsActions
from studio.pages.models.hint import ModelsHint
from studio.pages.models.model_deeds import ModelDeeds
from studio.pages.models.model_words import ModelWords
from studio.session import Session
from studio.widgets.controls.buttons import plain_button
from studio.widgets.controls.surface import Surface, scrolling, scrolling_under, vertical_line
from studio.widgets.models.model_inspector import ModelInspector
from studio.widgets.models.model_shelf import NOTHING, ModelShelf, ShelfBoard

MODELS, SAMPLES, MOMENTS = "models", "samples", "moments of a model"
INSPECTOR_PX = 352

Samples = tuple[np.ndarray, np.ndarray]


class ModelsPage(QWidget):
    """Reads, draws and changes files off the GUI thread, one after another."""

    room_name = "models"
    status_text_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._files = session, session.model_files
        self._words = ModelWords(self)
        self._deeds = ModelDeeds(session, self)
        self._models: tuple[GeneratorSummary, ...] = ()
        self._samples: dict[tuple[Path, float], Samples | None] = {}  # None: it cannot be drawn
        self._compared: GeneratorSummary | None = None  # the one below which the next is shown
        self._moments: tuple[Moment, ...] = ()
        self._moment: Moment | None = None
        self._wanted: Path | None = None  # chosen as soon as it is on the shelf
        self._can_write_onnx = can_write_onnx()
        self.actions_of_room = ModelsActions(self)
        self.shelf = ModelShelf()
        actions = self.actions_of_room
        self.inspector = ModelInspector(actions.use, actions.train_on, actions.ways())
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.addActions(actions.of_one())
        self.inspector.more.setMenu(self._menu)
        self.room_bar_left, self.room_bar_right = QWidget(), plain_button(actions.train_new.text(), "train")
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()
        self._show_chosen()

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        """What the room adds to the menu bar."""
        return {"model": self.actions_of_room.all()}

    def _arrange(self) -> None:
        bar = QHBoxLayout(self.room_bar_left)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        self.bring = plain_button(self.tr("Import"), "plus")
        self.compare = plain_button(self.actions_of_room.compare.text(), "compare")
        self.compare.setCheckable(True)
        for button, action in (
            (self.bring, self.actions_of_room.bring),
            (self.compare, self.actions_of_room.compare),
        ):
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            bar.addWidget(button)
        self.room_bar_right.setToolTip(self.actions_of_room.train_new.toolTip())
        self.room_bar_right.clicked.connect(self.actions_of_room.train_new.trigger)
        ground, side, layout = Surface("canvas"), Surface("panel"), QHBoxLayout(self)
        for surface, area in ((ground, scrolling(self.shelf)), (side, scrolling_under(self.inspector))):
            inside = QVBoxLayout(surface)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(area)
        self._hint = ModelsHint(self._session.settings, ground)
        side.setFixedWidth(INSPECTOR_PX)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ground, 1)
        layout.addWidget(vertical_line())
        layout.addWidget(side)
        self._side = side
        self.addActions(self.actions_of_room.all())

    def _connect(self) -> None:
        actions = self.actions_of_room
        self._files.answered.connect(self._on_answered)
        self._files.failed.connect(self._on_failed)
        self._session.generator_changed.connect(self._on_generator_changed)
        self._session.training.state_changed.connect(self._on_training_state)
        self.shelf.chosen_changed.connect(self._on_chosen)
        self.shelf.use_asked.connect(self._on_use_asked)
        self.shelf.menu_requested.connect(self._on_menu_requested)
        self.inspector.moment_chosen.connect(self._on_moment_chosen)
        for action, slot in (
            (actions.bring, self._on_import),
            (actions.train_new, self._on_train_new),
            (actions.use, self._on_use),
            (actions.train_on, self._on_train_on),
            (actions.rename, self._on_rename),
            (actions.duplicate, self._on_duplicate),
            (actions.weights, self._on_weights),
            (actions.onnx, self._on_onnx),
            (actions.reveal, self._on_reveal),
            (actions.trash, self._on_trash),
        ):
            action.triggered.connect(slot)
            action.triggered.connect(self._hint.finish)
        actions.compare.toggled.connect(self._on_compare)

    # The shelf

    @property
    def chosen(self) -> GeneratorSummary | None:
        """The one beside the shelf."""
        return self._models[self.shelf.chosen] if 0 <= self.shelf.chosen < len(self._models) else None

    @Slot()
    def refresh(self) -> None:
        """Read again what there is."""
        self._files.ask(MODELS, list_generators)

    def _show_models(self, models: tuple[GeneratorSummary, ...]) -> None:
        before = self.chosen.file if self.chosen is not None else self._session.generator_file
        target, self._wanted = self._wanted or before, None
        self._models = models
        shipped = tuple(self._card(model) for model in models if model.origin == "shipped")
        yours = tuple(self._card(model) for model in models if model.origin != "shipped")
        files = [model.file for model in models]
        index = files.index(target) if target in files else 0 if files else NOTHING
        self.shelf.set_boards(
            (
                ShelfBoard(self.tr("Comes with the studio"), "", shipped),
                ShelfBoard(
                    self.tr("Yours"),
                    self.tr("newest first") if yours else "",
                    yours,
                    self.tr("Nothing yet. Train one, or drop the file of somebody else's here."),
                ),
            ),
            index,
        )
        self._show_chosen()
        self._draw_missing()
        self._say_how_many()

    def _say_how_many(self) -> None:
        size = self._words.megabytes(sum(model.file_size for model in self._models))
        count = len(self._models)
        text = (
            self.tr("1 generator · {size} on disk")
            if count == 1
            else self.tr("{count} generators · {size} on disk")
        )
        self.status_text_changed.emit(text.format(count=count, size=size))

    def _card(self, model: GeneratorSummary) -> Any:
        return self._words.card(model, in_use=model.file == self._session.generator_file)

    def _draw_missing(self) -> None:
        """Samples of one that has none yet; each answer asks for the next."""
        for index, model in enumerate(self._models):
            samples = self._samples.get(_key(model))
            if samples is not None:
                self.shelf.set_samples(index, samples[0])
        missing = next(
            (one for one in self._models if not one.sentence and _key(one) not in self._samples), None
        )
        if missing is not None:
            self._files.ask(SAMPLES, partial(_drawn, _key(missing)))

    @Slot(int)
    def _on_chosen(self, _index: int) -> None:
        self._moments, self._moment = (), None
        if (model := self.chosen) is not None and model.run is not None:
            run = model.run
            self._files.ask(MOMENTS, lambda: (run, gan.list_moments(run)))
        self._show_chosen()

    def _show_chosen(self) -> None:
        model, other = self.chosen, self._compared
        if other is not None and model is not None and other.file == model.file:
            other = None
        is_busy = model is not None and model.run is not None and model.run == self._session.learning_folder
        self.actions_of_room.show_for(model, is_busy=is_busy, can_write_onnx=self._can_write_onnx)
        self.compare.setEnabled(self.actions_of_room.compare.isEnabled())
        self.inspector.setVisible(model is not None)
        if model is None:
            return
        self.inspector.show_facts(self._words.facts(model, other))
        self.inspector.other_sheet.set_samples(None if other is None else self._sheet(other))
        if self._moment is None:
            self.inspector.sheet.set_samples(self._sheet(model))
        self._show_moments()

    def _sheet(self, model: GeneratorSummary) -> np.ndarray | None:
        samples = self._samples.get(_key(model))
        return None if samples is None else samples[1]

    def _show_moments(self) -> None:
        moment = self._moment or (self._moments[-1] if self._moments else None)
        words = ""
        if moment is not None:
            words = self.tr("step {step}").format(step=number(moment.step))
        current = self._moments.index(moment) if moment is not None else 0
        self.inspector.show_moments(len(self._moments), current, words)

    @Slot(int)
    def _on_moment_chosen(self, number: int) -> None:
        moment = self._moments[number]
        self._moment = None if number == len(self._moments) - 1 else moment
        self._show_moments()
        self._files.ask("samples of a moment", partial(_drawn_at, moment.generator))

    @Slot(bool)
    def _on_compare(self, compares: bool) -> None:
        self.compare.setChecked(compares)
        self._compared = self.chosen if compares else None
        if compares:
            self.status_text_changed.emit(self.tr("Choose the one to compare it with"))
        else:
            self._say_how_many()
        self._show_chosen()

    # What is done with one

    @Slot(int)
    def _on_use_asked(self, index: int) -> None:
        self.shelf.choose(index)
        self.actions_of_room.use.trigger()

    @Slot()
    def _on_use(self) -> None:
        model, session = self.chosen, self._session
        if model is None or model.sentence:
            return
        if self._moment is not None:
            session.open_moment(model.name, self._moment.step, self._moment.generator)
        elif model.run is not None and session.learning_folder in (None, model.run):
            session.open_run(model.run)
        else:  # while another run learns, this one is looked at and not followed
            session.open_file(model.file)

    @Slot()
    def _on_train_on(self) -> None:
        if (model := self.chosen) is not None and model.run is not None:
            self._session.run_sent.emit(model.run)

    @Slot()
    def _on_train_new(self) -> None:
        self._session.room_asked.emit("train")

    @Slot()
    def _on_import(self) -> None:
        self._deeds.ask_for_import()

    @Slot()
    def _on_rename(self) -> None:
        if (model := self.chosen) is not None:
            self._deeds.ask_for_name(model)

    @Slot()
    def _on_duplicate(self) -> None:
        if (model := self.chosen) is not None:
            source = self._moment.generator if self._moment is not None else model.file
            name = str(
                self.tr("{name}, copy").format(name=self._words.name(model))
            )  # from now on the model's own
            self._deeds.duplicate(source, name)

    @Slot()
    def _on_weights(self) -> None:
        self._export(SAFETENSORS)

    @Slot()
    def _on_onnx(self) -> None:
        self._export(ONNX)

    def _export(self, suffix: str) -> None:
        if (model := self.chosen) is not None:
            source = self._moment.generator if self._moment is not None else model.file
            export = ExportGenerator(self.window(), self._session, source, self._words.name(model))
            export.written.connect(self._on_written)
            export.ask(suffix)

    @Slot(str)
    def _on_written(self, name: str) -> None:
        self.status_text_changed.emit(self.tr("Exported as {name}").format(name=name))

    @Slot()
    def _on_reveal(self) -> None:
        if (model := self.chosen) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(model.file.parent)))

    @Slot()
    def _on_trash(self) -> None:
        if (model := self.chosen) is not None:
            self._deeds.throw_away(model)

    @Slot(int, QPoint)
    def _on_menu_requested(self, _index: int, place: QPoint) -> None:
        self._menu.popup(place)

    # What comes back

    @Slot(str, object)
    def _on_answered(self, name: str, answer: Any) -> None:
        match name, answer:
            case "models", tuple(models):
                self._show_models(models)
            case "samples", (key, samples):
                self._samples[key] = samples
                self._draw_missing()
                self._show_chosen()
            case "samples of a moment", (file, sheet):
                if self._moment is not None and self._moment.generator == file:
                    self.inspector.sheet.set_samples(sheet)
                elif self._moment is None:
                    self._show_chosen()
            case "moments of a model", (run, moments):
                if self.chosen is not None and self.chosen.run == run:
                    self._moments = moments
                    self._show_moments()
            case "model changed", file:
                self._wanted = file
                self.refresh()

    @Slot(str, object)
    def _on_failed(self, name: str, failure: Failure) -> None:
        self._session.failed.emit(failure)

    @Slot(object)
    def _on_generator_changed(self, _info: object) -> None:
        for index, model in enumerate(self._models):
            self.shelf.cards[index].set_words(self._card(model))

    @Slot(str)
    def _on_training_state(self, state: str) -> None:
        if state == "idle" and self.isVisible():
            self.refresh()
        self._show_chosen()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(min(INSPECTOR_PX, self.width() // 2))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_generators(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in _dropped_generators(event):
            self._deeds.bring(path)
        event.acceptProposedAction()


def _dropped_generators(event: QDropEvent) -> list[str]:
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.lower().endswith(SUFFIX)]


def _key(model: GeneratorSummary) -> tuple[Path, float]:
    return model.file, model.changed_s


def _drawn(key: tuple[Path, float]) -> tuple[tuple[Path, float], Samples | None]:
    """None for one that went, or is damaged behind its header; using it says so."""
    try:
        return key, draw_samples(key[0])
    except (GanError, OSError):
        return key, None


def _drawn_at(file: Path) -> tuple[Path, np.ndarray]:
    return file, draw_samples(file)[1]
