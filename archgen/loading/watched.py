"""The files that designs are read from, remembered as they are read, and whether any of them has changed since."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from archgen.errors import SpecError
from archgen.loading.text_file import read_text

# A change to the configuration, or a new one, may change what is drawn and what is found.
CONFIGURATIONS = ("archgen.toml", "pyproject.toml", "archgen-baseline.json", "archgen.layout.yaml")
PYTHON = ".py"


class Stamp(NamedTuple):
    """What tells that a file has changed: where it stands, when it was written in nanoseconds, and its size in bytes."""

    inode: int
    written: int
    size: int


class Watched(Mapping[str, str]):
    """Texts of files by their absolute paths, for a reader that asks for drafts: it is given the files, and they are remembered.

    Modules are remembered where they lie below a specification's folder: what is installed does not change under one's hands.
    """

    def __init__(self, spec: str, *others: str) -> None:
        self.folder = Path(spec).resolve().parent
        self.folders = {Path(path).resolve().parent for path in (spec, *others)}
        self.stamps: dict[str, Stamp | None] = {}
        for path in (spec, *others):
            self.remember(path)
        for folder in {above for below in self.folders for above in (below, *below.parents)}:
            for name in CONFIGURATIONS:
                self.remember(str(folder / name))

    def remember(self, path: str) -> None:
        """Count a file among those that the design is read from, as it is now."""
        place = str(Path(path).resolve())
        self.stamps.setdefault(place, stamp(place))

    def changed(self) -> bool:
        """Whether any of the files is another than when it was read."""
        return any(stamp(path) != before for path, before in self.stamps.items())

    def __getitem__(self, path: str) -> str:
        if path.endswith(PYTHON) and not self._is_own(path):
            raise KeyError(path)
        self.remember(path)
        try:
            return read_text(path)
        except SpecError:
            raise KeyError(path) from None  # who asked reads it again, and says what is wrong by the name that they know

    def _is_own(self, path: str) -> bool:
        place = Path(path)
        return any(map(place.is_relative_to, self.folders)) and "site-packages" not in place.parts

    def __iter__(self) -> Iterator[str]:
        return iter(self.stamps)

    def __len__(self) -> int:
        return len(self.stamps)


def stamp(path: str) -> Stamp | None:
    """That of the file there; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 asked several times a second
    except OSError:
        return None
    return Stamp(found.st_ino, found.st_mtime_ns, found.st_size)
