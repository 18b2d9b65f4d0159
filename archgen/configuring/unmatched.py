"""Patterns of a configuration that describe no file, most often because the file was moved."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from archgen.configuring.configuration import Configuration
from archgen.configuring.path_patterns import path_fits
from archgen.configuring.settings import within
from archgen.errors import Position

# Folders that hold no designs, and often very many files.
PASSED_OVER = ("node_modules", "__pycache__", "venv", "build", "dist", "target")
SUFFIXES = (".py", ".yaml", ".yml", ".json")


def unmatched(configuration: Configuration, designs: Iterable[str]) -> Mapping[str, Position]:
    """The patterns that describe neither one of these designs nor any other file below the configuration's folder."""
    left = {ignores.path: ignores.place for ignores in reversed(configuration.path_ignores)}
    left |= {waiver.path: waiver.place for waiver in reversed(configuration.waivers) if waiver.path}
    here = [within(configuration, path) for path in designs]
    left = {pattern: place for pattern, place in left.items() if not any(path_fits(pattern, path) for path in here)}
    for path in files_below(configuration.folder) if left else ():
        left = {pattern: place for pattern, place in left.items() if not path_fits(pattern, path)}
        if not left:
            break
    return left


def described(configuration: Configuration, pattern: str) -> frozenset[str]:
    """The files below the configuration's folder that a pattern describes and that may be designs."""
    return frozenset(path for path in files_below(configuration.folder) if path.endswith(SUFFIXES) and path_fits(pattern, path))


def files_below(folder: str) -> Iterator[str]:
    """The files below a folder, by their paths from it."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in PASSED_OVER)
        for name in sorted(files):
            yield Path(place, name).relative_to(folder).as_posix()
