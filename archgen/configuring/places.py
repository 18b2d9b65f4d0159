"""Where configuration files are, and how their paths are shown."""

import os
from pathlib import Path

OWN, SHARED = "archgen.toml", "pyproject.toml"


def relative(path: Path) -> str:
    """The path from the current folder, as people write it; as it is where no way leads there."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()
