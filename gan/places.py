"""Where things lie on this computer; both packages ask here. Only names: nothing is created."""

from __future__ import annotations

import os
from pathlib import Path

APPLICATION_NAME = "Latent Studio"
HOME_VARIABLE = "LATENT_STUDIO_HOME"

_PACKAGE = Path(__file__).resolve().parent


def _chosen_home() -> Path | None:
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else None


def data_folder() -> Path:
    """The person's own things: runs, data sets, judges, recovery copies."""
    if (home := _chosen_home()) is not None:
        return home
    import platformdirs  # here, so that the engine runs without it where paths are given

    return platformdirs.user_data_path(APPLICATION_NAME, appauthor=False)


def runs_folder() -> Path:
    return data_folder() / "runs"


def datasets_folder() -> Path:
    return data_folder() / "datasets"


def judges_folder() -> Path:
    """Judges trained on this computer, one for each data set."""
    return data_folder() / "judges"


def generators_folder() -> Path:
    """Generators that were imported or duplicated on this computer."""
    return data_folder() / "generators"


def cache_folder() -> Path:
    """What can be made again: prepared pictures."""
    if (home := _chosen_home()) is not None:
        return home / "cache"
    import platformdirs

    return platformdirs.user_cache_path(APPLICATION_NAME, appauthor=False)


def settings_file() -> Path:
    if (home := _chosen_home()) is not None:
        return home / "settings.ini"
    import platformdirs

    return platformdirs.user_config_path(APPLICATION_NAME, appauthor=False) / "settings.ini"


def logs_folder() -> Path:
    if (home := _chosen_home()) is not None:
        return home / "logs"
    import platformdirs

    return platformdirs.user_log_path(APPLICATION_NAME, appauthor=False)


def resources_folder() -> Path:
    """Inside the package once installed; beside it in the source tree and in the frozen bundle."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"
