"""What ``pip install .`` brings along."""

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_wheel_carries_every_module_and_every_resource(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    listed = subprocess.run(
        ["git", "ls-files", "gan", "studio", "resources"], cwd=ROOT, capture_output=True, text=True
    )
    names = [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]
    wanted = {f"gan/{name}" if name.startswith("resources/") else name for name in names}
    assert wanted - carried == set()
    assert not any(name.startswith("tests/") for name in carried)


def _in_spec(name: str) -> ast.expr:
    """What the spec assigns to a name."""
    code = ast.parse((ROOT / "studio.spec").read_text(encoding="utf-8"))
    (value,) = (
        line.value
        for line in code.body
        if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == name
    )
    return value


def test_the_application_goes_without_the_film_codecs_also_where_they_are_installed():
    excluded = _in_spec("EXCLUDED")
    assert isinstance(excluded, ast.List)
    assert "av" in [part.value for part in excluded.elts if isinstance(part, ast.Constant)]


def test_the_application_carries_every_folder_of_resources_that_the_program_reads():
    carried = ast.literal_eval(_in_spec("RESOURCES"))
    only_for_readers_and_builders = {"readme", "pages", "desktop"}
    folders = {place.name for place in (ROOT / "resources").iterdir() if place.is_dir()}
    assert set(carried) == folders - only_for_readers_and_builders
