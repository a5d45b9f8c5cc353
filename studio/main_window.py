"""The window's frame: menus, rail, room bar, banner, the rooms and the status line; no logic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from studio.actions import make_action, quit_action
from studio.icons import application_icon
from studio.language import AS_THE_SYSTEM, NAMES
from studio.widgets.frame.error_banner import ErrorBanner
from studio.widgets.frame.focus_ring import FocusRings
from studio.widgets.frame.model_chip import ModelChip
from studio.widgets.frame.rail import Rail
from studio.widgets.frame.room_bar import RoomBar
from studio.widgets.frame.room_menus import RoomMenus
from studio.widgets.frame.status_line import StatusLine
from studio.words import known

if TYPE_CHECKING:
    from studio.widgets.frame.command_palette import Command

LEAST_SIZE, FIRST_SIZE = (960, 540), (1280, 800)
PALETTE_TOP_PX = 88


class MainWindow(QMainWindow):
    """One frame around the rooms: train, explore, blend, paint, models.

    ``later`` makes further pages when they are shown first, or one by one in :meth:`build_room`: a window
    without rooms is painted sooner than one with five.

    A page may bring ``room_bar_left`` and ``room_bar_right`` (widgets), ``undo_action`` and
    ``redo_action``, ``actions_by_menu()`` (keys: file, edit, view, layer, stroke, picture, model, help), the signals
    ``status_text_changed(str)`` and ``progress_changed(float)`` (negative for none), and ``may_close()``,
    which is asked before the window goes. ``room_history``: where what is done to the shelf can be undone.
    """

    room_shown = Signal(str)
    theme_chosen = Signal(str)  # "system", "dark" or "light"
    little_motion_chosen = Signal(bool)
    language_chosen = Signal(str)  # "system" or a key of studio.language.NAMES
    shelf_asked = Signal()  # all that is kept is to be seen
    generator_asked_for = Signal()  # a file to open is to be chosen
    painted = Signal()  # once, after the first paint
    closed = Signal()

    def __init__(
        self,
        pages: Mapping[str, QWidget],
        later: Mapping[str, Callable[[], QWidget]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Latent Studio")
        self.setWindowIcon(application_icon())
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self.pages: dict[str, QWidget] = {}
        self._later = dict(later or {})
        names = (*pages, *self._later)
        self.banner = ErrorBanner()
        self.status_line = StatusLine()
        self.model_chip = ModelChip()
        self.model_chip.file_asked_for.connect(self.generator_asked_for)
        self.room_bar = RoomBar(self.model_chip)
        self.rail = Rail([room for room in self._rooms() if room[0] in names])
        self.rail.room_chosen.connect(self.show_room)
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)  # a room too large for a small window scrolls inside itself
        self._room_texts = dict.fromkeys(names, "")
        self._room_progress: dict[str, float] = dict.fromkeys(names, -1.0)
        self._room = ""
        self._has_painted = False
        self._focus_rings = FocusRings(_application(), self)
        for name, page in pages.items():
            self._add_page(name, page)
        self._menus = self._build_menus(names)
        self.setMenuBar(self._menus)
        self._arrange()
        if self.pages:
            self.show_room(next(iter(self.pages)))

    @property
    def current_room(self) -> str:
        return self._room

    def show_room(self, name: str) -> None:
        if name == self._room:
            return
        self._room = name
        page = self.room(name)
        self._stack.setCurrentWidget(page)
        self.rail.set_current(name)
        self.room_bar.show_room(name)
        self._menus.show_room(page.actions_by_menu() if hasattr(page, "actions_by_menu") else {})
        self._room_actions[name].setChecked(True)
        self._show_room_words()
        self.room_shown.emit(name)

    def announce_room(self, name: str) -> None:
        """Mark on the rail which room is to be shown next."""
        with QSignalBlocker(self.rail):
            self.rail.set_current(name)

    def room(self, name: str) -> QWidget:
        """The page of a room, made now if it was not there yet."""
        if name in self._later:
            self._add_page(name, self._later.pop(name)())
        return self.pages[name]

    def build_room(self) -> bool:
        """Make one page that is still to come; False where there is none."""
        name = next(iter(self._later), None)
        if name is not None:
            self.room(name)
        return name is not None

    def set_theme(self, name: str) -> None:
        """Tick the theme that holds; dressing the application is the owner's business."""
        self._theme_actions[name].setChecked(True)

    def set_little_motion(self, little: bool) -> None:
        """Tick it where nothing is to move by itself; as with the theme, that is the owner's business."""
        self._little_motion.setChecked(little)

    def set_language(self, name: str) -> None:
        """Tick the language that was chosen; speaking it is the owner's business."""
        self._language_actions[name].setChecked(True)

    def _rooms(self) -> tuple[tuple[str, str, str, str], ...]:
        return (
            ("train", self.tr("Train"), "train", self.tr("Watch noise become digits. (Ctrl+1)")),
            ("explore", self.tr("Explore"), "explore", self.tr("Drag through all it can draw. (Ctrl+2)")),
            ("blend", self.tr("Blend"), "blend", self.tr("Mix two pictures into one. (Ctrl+3)")),
            ("paint", self.tr("Paint"), "paint", self.tr("Paint with pictures as the brush. (Ctrl+4)")),
            ("models", self.tr("Models"), "models", self.tr("All generators of this computer. (Ctrl+5)")),
        )

    def _add_page(self, name: str, page: QWidget) -> None:
        self.pages[name] = page
        self._stack.addWidget(page)
        undo, redo = getattr(page, "undo_action", None), getattr(page, "redo_action", None)
        history = (undo, redo) if undo is not None and redo is not None else None
        left, right = getattr(page, "room_bar_left", None), getattr(page, "room_bar_right", None)
        self.room_bar.add_room(name, left, right, history)
        if hasattr(page, "status_text_changed"):
            page.status_text_changed.connect(self._take_room_text)
        if hasattr(page, "progress_changed"):
            page.progress_changed.connect(self._take_progress)

    def _arrange(self) -> None:
        frame, column, row = QWidget(), QVBoxLayout(), QHBoxLayout()
        for widget in (self.room_bar, self.banner):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        outer = QVBoxLayout(frame)
        outer.addLayout(row, 1)
        outer.addWidget(self.status_line)
        for layout in (column, row, outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.setCentralWidget(frame)

    def _build_menus(self, rooms: tuple[str, ...]) -> RoomMenus:
        titles = (
            ("file", self.tr("&File")),
            ("edit", self.tr("&Edit")),
            ("view", self.tr("&View")),
            ("layer", self.tr("&Layer")),
            ("stroke", self.tr("&Stroke")),
            ("picture", self.tr("&Picture")),
            ("model", self.tr("&Model")),
            ("help", self.tr("&Help")),
        )
        menus = RoomMenus(titles)
        quit_entry = quit_action(self)
        quit_entry.triggered.connect(self.close)
        menus.add_frame_actions("file", [quit_entry])
        menus.add_frame_actions("view", self._view_actions(rooms))
        open_entry = make_action(
            self, self.tr("Open generator…"), shortcut="Ctrl+Shift+O", icon_name="folder"
        )
        open_entry.triggered.connect(self.generator_asked_for)
        menus.add_frame_actions("model", [open_entry])
        shelf_entry = make_action(self, self.tr("Shelf…"), shortcut="Shift+P", icon_name="pin")
        shelf_entry.triggered.connect(self.shelf_asked)
        menus.add_frame_actions("view", [shelf_entry])
        find_entry = make_action(
            self,
            self.tr("Find an action…"),
            shortcut="Ctrl+K",
            icon_name="search",
            tip=self.tr("Type a few letters of what you want to do."),
        )
        find_entry.triggered.connect(self._find_action)
        self.room_bar.add_tool(find_entry, "search")
        keys_entry = make_action(self, self.tr("Keys of this room…"), shortcut="?")
        keys_entry.triggered.connect(self._show_keys)
        menus.add_frame_actions("help", [find_entry, keys_entry])
        about_entry = make_action(self, self.tr("About Latent Studio"))
        about_entry.setMenuRole(QAction.MenuRole.AboutRole)
        about_entry.triggered.connect(self._show_about)
        menus.add_frame_actions("help", [about_entry])
        return menus

    def _view_actions(self, names: tuple[str, ...]) -> list[QAction]:
        rooms = QActionGroup(self)
        self._room_actions: dict[str, QAction] = {}
        for number, (name, text, _, _) in enumerate(self._rooms(), start=1):
            if name in names:
                action = make_action(self, text, shortcut=f"Ctrl+{number}", checkable=True)
                action.setData(name)
                self._room_actions[name] = rooms.addAction(action)
        rooms.triggered.connect(self._show_room_of)
        divider = QAction(self)
        divider.setSeparator(True)
        full_screen = make_action(self, self.tr("Full screen"), shortcut="F11", checkable=True)
        full_screen.toggled.connect(self._set_full_screen)
        self._little_motion = make_action(
            self,
            self.tr("Reduce motion"),
            tip=self.tr("Nothing moves that you did not start: no loop plays by itself, no cursor blinks."),
            checkable=True,
        )
        self._little_motion.toggled.connect(self.little_motion_chosen)
        looks = [menu.menuAction() for menu in (self._theme_menu(), self._language_menu())]
        return [*self._room_actions.values(), divider, *looks, self._little_motion, full_screen]

    def _theme_menu(self) -> QMenu:
        menu = QMenu(self.tr("Theme"), self)
        group = QActionGroup(self)
        self._theme_actions: dict[str, QAction] = {}
        for name, text in (
            ("system", self.tr("As the system")),
            ("dark", self.tr("Dark")),
            ("light", self.tr("Light")),
        ):
            action = make_action(self, text, checkable=True)
            action.setData(name)
            self._theme_actions[name] = group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._report_theme)
        return menu

    def _language_menu(self) -> QMenu:
        menu = QMenu(self.tr("Language"), self)
        group = QActionGroup(self)
        self._language_actions: dict[str, QAction] = {}
        for name, text in {AS_THE_SYSTEM: self.tr("As the system"), **NAMES}.items():
            action = make_action(self, text, checkable=True)
            action.setData(name)
            self._language_actions[name] = group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._report_language)
        return menu

    # What is imported below is wanted later than the first paint.

    def _show_about(self) -> None:
        from studio.parts import diagnosis, parts
        from studio.widgets.frame.about_box import AboutBox

        device = self.status_line.device
        AboutBox(parts(), device, diagnosis(device), self).open()

    def _find_action(self) -> None:
        from studio.widgets.frame.command_palette import CommandPalette

        palette = CommandPalette([*self._commands_here(), *self._commands_elsewhere()], self)
        palette.chosen.connect(self._carry_out)
        corner = self.rect().center()
        place = self.mapToGlobal(corner) - palette.rect().center()
        place.setY(self.mapToGlobal(self.rect().topLeft()).y() + PALETTE_TOP_PX)
        palette.move(place)
        palette.show()

    def _carry_out(self, command: Command) -> None:
        if command.room:
            self.show_room(command.room)
        command.action.trigger()

    def _commands_here(self) -> list[Command]:
        from studio.widgets.frame.command_palette import Command

        return [Command(action, place) for place, action in self._menus.entries()]

    def _commands_elsewhere(self) -> list[Command]:
        """What the other rooms offer; the room is shown first."""
        from studio.widgets.frame.command_palette import Command

        titles = {name: title for name, title, _, _ in self._rooms()}
        return [
            Command(action, titles[name], name)
            for name, page in self.pages.items()
            if name != self._room and hasattr(page, "actions_by_menu")
            for actions in page.actions_by_menu().values()
            for action in actions
            if not action.isSeparator() and action.menu() is None and action.isEnabled()
        ]

    def _show_keys(self) -> None:
        from studio.widgets.frame.shortcuts_sheet import ShortcutsSheet

        title = next(title for name, title, _, _ in self._rooms() if name == self._room)
        ShortcutsSheet(self.tr("Keys in {room}").format(room=title), self._commands_here(), self).open()

    def _show_room_of(self, action: QAction) -> None:
        self.show_room(str(action.data()))

    def _report_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(str(action.data()))

    def _report_language(self, action: QAction) -> None:
        self.language_chosen.emit(str(action.data()))

    def _set_full_screen(self, full: bool) -> None:
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    def _report_painted(self) -> None:
        self.painted.emit()

    def _take_room_text(self, text: str) -> None:
        self._room_texts[self._name_of_sender()] = known(text)
        self._show_room_words()

    def _take_progress(self, part: float) -> None:
        self._room_progress[self._name_of_sender()] = part
        self._show_room_words()

    def _name_of_sender(self) -> str:
        sender = self.sender()
        return next(name for name, page in self.pages.items() if page is sender)

    def _show_room_words(self) -> None:
        self.status_line.set_room_text(self._room_texts[self._room])
        part = self._room_progress[self._room]
        self.room_bar.set_progress(part if part >= 0 else None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self._report_painted)

    def closeEvent(self, event: QCloseEvent) -> None:
        for page in self.pages.values():
            if hasattr(page, "may_close") and not page.may_close():
                event.ignore()
                return
        event.accept()
        self.closed.emit()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication), "the window needs an application"
    return application
