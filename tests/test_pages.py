"""The README and the pages in resources/ say only what is so: their commands run, their links lead somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

import gan
from gan.cli import _parser, main
from gan.latents import gaussian, one_hot

ROOT = Path(__file__).parents[1]
README, PAGES = ROOT / "README.md", ROOT / "resources/pages"
ENGINEERS = PAGES / "engineers.md"
EVERY_PAGE = [README, *sorted(PAGES.glob("*.md"))]

# What is asked for on the page, and how much less of the same is enough to see it work.
SMALLER = {
    "--data mnist --data-root DIR --preset quick --minutes 4": "--data practice --preset quick --steps 3",
    "--data mnist --data-root DIR": "--data digits",
    "--minutes 10": "--steps 6",
    "--steps 200": "--steps 3",
    "--steps 20": "--steps 3",
    "steps=20": "steps=3",
}

# What this module does not run, since it installs, or takes minutes or processes of its own. Beside each where it is
# run, a file and what stands there; or "" and why only people run it.
ELSEWHERE = {
    "python3 -m venv .venv": (".ci/run", '"$python" -m venv "$environment"'),
    ".venv/bin/pip install -e .": (".ci/run", "-m pip install"),
    ".venv/bin/pip install -e '.[test]'": (".ci/run", "-e '.[test,onnx]'"),
    ".venv/bin/pip install -e '.[build]'": (".github/workflows/build.yml", 'pip install -e ".[build]"'),
    ".venv/bin/latent-studio": ("tests/studio/journeys/test_tour.py", '"-m", "studio", "--tour"'),
    ".venv/bin/pytest": (".ci/run", "-m pytest -q"),
    "py -m venv .venv": ("", "for Windows, on which nothing was run"),
    ".venv\\Scripts\\pip install -e .": ("", "for Windows"),
    ".venv\\Scripts\\latent-studio": ("", "for Windows"),
    ".venv\\Scripts\\pip install -e '.[test]'": ("", "for Windows"),
    ".venv\\Scripts\\pytest": ("", "for Windows"),
    ".venv/bin/pip install torch==2.13.0 torchvision==0.28.0 --index-url https://download.pytorch.org/whl/cpu": (
        ".github/workflows/check.yml",
        "torch==2.13.0 torchvision==0.28.0 --index-url https://download.pytorch.org/whl/cpu",
    ),
    "sudo apt-get install python3-venv libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 fonts-inter": (
        ".github/workflows/build.yml",
        "libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libdbus-1-3 libfontconfig1 fonts-inter",
    ),
    ".venv/bin/pyinstaller --noconfirm studio.spec": (
        ".github/workflows/build.yml",
        "PyInstaller --noconfirm studio.spec",
    ),
    "dist/latent-studio/latent-studio --self-test": (
        ".github/workflows/build.yml",
        "dist/latent-studio/latent-studio --self-test",
    ),
    "bash .ci/run": (".github/workflows/check.yml", "bash .ci/run"),
    "python -m studio --tour DIR": ("tests/studio/journeys/test_tour.py", '"-m", "studio", "--tour"'),
    "python -m studio.tour.film resources/readme/film.gif": ("", "a minute; the film is what it leaves"),
    "python -m tests.faults --all": ("tests/faults/test_faults.py", '"-m", "tests.faults", name'),
    "python tests/benchmarks/ui_latency.py --json": ("", "minutes on a quiet machine; see measured.md"),
    "python tests/benchmarks/startup.py": ("", "minutes on a quiet machine; see measured.md"),
    "torchrun --nproc-per-node 2 -m gan train --data practice --size small --steps 4 --out team-run": (
        "tests/gan/test_distributed.py",
        "def test_a_killed_process_ends_the_run_with_a_sentence_and_a_checkpoint",
    ),
    "python -m gan evaluate my-run --style": (
        "tests/gan/test_style.py",
        'main(["evaluate", str(file), "--style"])',
    ),
    "python -m gan train-judge --data practice": (
        "tests/gan/test_judges.py",
        "def test_train_judge_says_how_long_it_takes_and_how_often_it_is_right",
    ),
    "python -m gan export my-run --onnx my-run.onnx": (
        "tests/gan/test_export.py",
        "def test_an_onnx_file_draws_what_torch_draws",
    ),
    "python -m gan bench speed": (
        "tests/gan/benches/test_speed.py",
        "def test_the_table_holds_speeds_ratios_latencies_memory_and_file_size",
    ),
}


@dataclass(frozen=True)
class Block:
    """A fenced part of a page."""

    page: Path
    language: str
    text: str


def blocks(page: Path) -> Iterator[Block]:
    for found in re.finditer(r"^```(\w*)\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        yield Block(page, found[1], found[2])


def commands(page: Path) -> list[str]:
    """Every command of a page's shells, one each, without its remark."""
    found = []
    for block in blocks(page):
        if block.language != "python":
            text = re.sub(r"\\\n\s*", "", block.text)
            lines = [re.sub(r"\s+# .*", "", line) for line in text.splitlines()]
            found += [part.strip() for line in lines for part in re.split(r" && |; ", line) if part.strip()]
    return found


def smaller(command: str) -> str:
    for asked, enough in SMALLER.items():
        command = command.replace(asked, enough)
    return command


def engine_arguments(command: str) -> list[str] | None:
    """What stands behind ``python -m gan``; None where nothing does."""
    found = re.search(r"-m gan (.+)", command)
    return shlex.split(found[1].partition(" > ")[0]) if found else None


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the commands of the page for engineers were run, in their order; "digits" lies there, too."""
    folder = tmp_path_factory.mktemp("workplace")
    maker = gan.open_image_maker("ink-digits")
    classes = maker.info.model.class_names
    for label, name in enumerate(classes):
        (folder / "digits" / name).mkdir(parents=True)
        mix = one_hot(label, len(classes))[None].repeat(8, axis=0)
        for number, pixels in enumerate(maker.make(gaussian(label, 8, maker.info.model.z_size), mix)):
            Image.fromarray(pixels[..., 0]).save(folder / "digits" / name / f"{number}.png")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("LATENT_STUDIO_HOME", str(folder / "home"))
        for command in commands(ENGINEERS):
            arguments = engine_arguments(smaller(command))
            if command not in ELSEWHERE and arguments is not None:
                assert main(arguments) == 0, command
    return folder


def test_every_command_runs_here_or_is_known_to_run_elsewhere() -> None:
    found = {command for page in EVERY_PAGE for command in commands(page)}
    run_here = {command for command in commands(ENGINEERS) if engine_arguments(command) is not None}
    assert found - run_here - ELSEWHERE.keys() == set()
    assert ELSEWHERE.keys() - found == set(), "no longer on any page"


@pytest.mark.parametrize("command", [command for command, (file, _) in ELSEWHERE.items() if file])
def test_what_runs_elsewhere_is_still_there(command: str) -> None:
    file, words = ELSEWHERE[command]
    text = (ROOT / file).read_text("utf-8")
    assert words in text


def test_the_commands_for_engineers_do_what_they_say(workplace: Path) -> None:
    for name in ("first.png", "sheet.png", "digits.npz", "my-weights.safetensors", "my-digits.md"):
        assert (workplace / name).stat().st_size > 0, name
    runs = [folder.parent.name for folder in workplace.glob("*/config.json")]
    assert sorted(runs) == ["earlier", "first-run", "my-run", "other-run"]


def test_the_lines_of_python_work(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace)
    several: list[tuple[int, ...]] = []
    for block in blocks(ENGINEERS):
        if block.language == "python":
            names: dict[str, object] = {}
            exec(smaller(block.text), names)
            several += [tuple(names[name].shape) for name in ("pixels", "images") if name in names]  # type: ignore[attr-defined]
    assert several == [(10, 28, 28, 1), (10, 1, 28, 28)]


def test_every_run_holds_the_files_that_the_page_names(workplace: Path) -> None:
    table = ENGINEERS.read_text("utf-8").partition("A run is a folder:")[2].partition("`resume`")[0]
    files = "".join(line.split(" | ")[0] for line in table.splitlines())
    named = {name.rstrip("/") for name in re.findall(r"`([^`]+)`", files)}
    assert named == {path.name for path in (workplace / "my-run").iterdir()}


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.stem)
def test_every_engine_command_on_a_page_is_understood(page: Path) -> None:
    """Also those in the middle of a sentence or a table, which nothing runs."""
    said = re.findall(r"`((?:taskset -c 0 )?python -m gan [^`]+)`", page.read_text("utf-8"))
    for command in [*said, *commands(page)]:
        arguments = engine_arguments(command.replace("--seed S", "--seed 0"))
        if arguments is not None:
            _parser().parse_args(arguments)  # exits where it understands nothing


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.stem)
def test_every_benchmark_on_a_page_is_there_with_its_options(page: Path) -> None:
    for said in re.findall(r"(tests/benchmarks/\w+\.py)((?: --?[^`\n#]+)?)", page.read_text("utf-8")):
        source = (ROOT / said[0]).read_text("utf-8")
        assert all(f'"{option}"' in source for option in re.findall(r"--[a-z-]+", said[1])), said


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.stem)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
        place, _, heading = link.partition("#")
        target = page.parent / place if place else page
        assert target.is_file(), link
        if heading:
            headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", words).lower().replace(" ", "-") for words in headings}
