"""Style, types and the rules of who imports whom, as tests: one command shows everything."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
)

CHECKS = {
    "ruff finds nothing": ["-m", "ruff", "check", "--no-cache"],
    "every file is formatted": ["-m", "ruff", "format", "--check", "--no-cache"],
    "types fit": ["-m", "mypy"],
    "every module imports only what its layer may": ["-c", LINT_IMPORTS, "--no-cache"],
}


@pytest.mark.parametrize("arguments", CHECKS.values(), ids=CHECKS.keys())
def test_check(arguments):
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
