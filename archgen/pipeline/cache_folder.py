"""A folder of files that may be deleted at any time, and that several builds may use at once."""

import os
import re
import tempfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

# A file of its own tells other programs what the folder is: https://bford.info/cachedir/
TAG: Final = b"Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of archgen, and may be deleted.\n"
# How many files that a build had no use for are kept for others, to each that it had one for.
SPARE: Final = 4
NAMES: Final = re.compile(r"[0-9a-f]{64}\.json")


class CacheFolder:
    """Files in `folder`, or in the folder `inner` of it; it is made when the first of them is kept."""

    def __init__(self, folder: Path, inner: str = "") -> None:
        self.root, self.folder = folder, folder / inner
        self.problem = ""
        """Why nothing can be kept; empty as long as that can be done."""

    def read(self, name: str) -> bytes:
        """A file. Raises OSError where there is none."""
        return (self.folder / name).read_bytes()

    def write(self, name: str, data: bytes) -> None:
        """Keep a file, if that can be done."""
        try:
            self._begin()
            _write(self.folder / name, data)
        except OSError as problem:
            self.problem = self.problem or f"{self.folder} cannot be written: {problem.strerror or problem}"

    def clear_out(self, used: Collection[str]) -> None:
        """Delete what there was no use for, if that has become most of what there is, and if that can be done."""
        with suppress(OSError):
            others = sorted(set(_files(self.folder)).difference(used))
            for name in others if len(others) > SPARE * len(used) else ():
                (self.folder / name).unlink(missing_ok=True)

    def _begin(self) -> None:
        if not self.root.is_dir():
            self.root.mkdir(parents=True, exist_ok=True)
            _write(self.root / "CACHEDIR.TAG", TAG)
            _write(self.root / ".gitignore", b"*\n")
        self.folder.mkdir(exist_ok=True)


def _files(folder: Path) -> Iterator[str]:
    """Those that it wrote, whatever else is there."""
    return (path.name for path in folder.iterdir() if NAMES.fullmatch(path.name))


def _write(path: Path, data: bytes) -> None:
    """Beside its place first: another build may be reading it."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
