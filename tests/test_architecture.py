"""What must stay true of the whole: what is loaded when, and what no file of the project does."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for package in ("gan", "studio") for path in (ROOT / package).rglob("*.py"))
HEAVY = ("torch", "torchvision", "pyqtgraph")


def loaded_after(statement: str) -> set[str]:
    """Which heavy packages a fresh interpreter has loaded after a statement."""
    program = f"import sys\n{statement}\nprint(*(name for name in {HEAVY} if name in sys.modules))"
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "statement",
    [
        "import gan",
        "import gan.config, gan.events, gan.latents, gan.errors, gan.presets",
        "import gan.data, gan.media.png, gan.files, gan.places",
        "import studio.__main__",
        "import studio.app",
    ],
)
def test_nothing_heavy_is_loaded_before_the_window_is_painted(statement):
    assert loaded_after(statement) == set()


def test_a_generator_is_opened_without_the_compiler_of_torch():
    """Most of a second of imports, between a start and its first picture."""
    program = "import sys, gan; gan.open_image_maker('ink-digits'); sys.exit('torch._dynamo' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=60)


def test_the_engine_runs_without_qt():
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.modules['PySide6'] = None; import gan.cli, gan.training_run"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_emitting_a_signal_takes_no_reference_from_true():
    """PySide6 6.12.0 drops one reference each time, and the interpreter aborts after a few hundred."""
    from PySide6.QtCore import QObject, Signal

    class Sender(QObject):
        happened = Signal(object)

    sender = Sender()
    heard = []
    sender.happened.connect(heard.append)
    before = sys.getrefcount(True)
    for number in range(1000):
        sender.happened.emit(number)
    assert len(heard) == 1000
    assert abs(sys.getrefcount(True) - before) < 50


FORBIDDEN = {
    r"\bimport (pickle|shelve|marshal)\b|\bpickle\.\w": "no format of ours is a pickle",
    r"(?<!safetensors\.)\btorch\.(save|load)\(": "weights travel in safetensors",
    r"weights_only\s*=\s*False": "no switch allows a pickle",
    r"\btime\.sleep\(": "nothing waits by sleeping",
    r"\bprocessEvents\(": "no event loop inside an event",
    r"\b(eval|exec)\(": "nothing from a file is evaluated",
    r"\bextractall\(": "archives are never extracted",
    r"\bTODO\b|\bFIXME\b|\bXXX\b": "the issue tracker keeps what is left to do",
    r"\bunittest\.mock\b": "our own classes are not mocked",
}


@pytest.mark.parametrize("pattern", FORBIDDEN, ids=FORBIDDEN.values())
def test_no_file_does_what_is_forbidden(pattern):
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in SOURCES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(pattern, line.split("#")[0]) and not _allowed(path, pattern, line)
    ]
    assert not found, "\n".join(found)


def _allowed(path: Path, pattern: str, line: str) -> bool:
    """torch's ``module.eval()`` and Qt's ``dialog.exec()`` evaluate nothing; words in a docstring do nothing."""
    return bool(re.search(r"\.(eval|exec)\(", line)) and "eval" in pattern


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_in_one_line_what_it_is_and_is_not_long(path):
    text = path.read_text("utf-8")
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "it opens with no docstring"
    assert text.count("\n") <= 400


def _calls_in_studio():
    for path in SOURCES:
        if ROOT / "studio" in path.parents:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    yield path, node


def test_the_signals_of_workers_are_connected_to_bound_methods_only():
    """A lambda or a partial runs in the worker's thread, even with a queued connection."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, node in _calls_in_studio()
        if node.func.attr == "connect" and path.parent.name in ("controllers", "workers")
        for argument in node.args[:1]
        if isinstance(argument, ast.Lambda | ast.Call)
    ]
    assert not found, found


def test_only_tr_translates():
    """lupdate finds ``self.tr``; any other receiver silently goes untranslated."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, node in _calls_in_studio()
        if node.func.attr == "tr"
        and not (isinstance(node.func.value, ast.Name) and node.func.value.id == "self")
    ]
    assert not found, found


def test_files_are_written_by_the_atomic_writer_only():
    """Append-only logs excepted; they are opened with "a"."""
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in SOURCES
        if path.name != "files.py"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"""\bopen\([^)]*["'][rwx]b?\+?["']|\.write_(text|bytes)\(""", line)
        and not re.search(r"""["']rb?["']""", line)
    ]
    assert not found, "\n".join(found)
