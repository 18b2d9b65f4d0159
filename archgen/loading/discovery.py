"""From folders to entries: the folder is the registry, the file name is the name."""

import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from archgen.errors import CatalogueError
from archgen.model.catalogue import Entry, Shelf
from archgen.values import dataclass


@dataclass(frozen=True)
class Folder:
    """A folder of entries: `binds` is the name that each of its files binds, `package` the module path of the folder.

    With `only`, files are entries if they stand in a folder of that name; with `without`, if they do not stand in one of those.
    """

    sort: str
    root: Path
    package: str
    binds: str
    only: str = ""
    without: tuple[str, ...] = ()

    def files(self) -> Iterator[Path]:
        """The entries' files, in the order of their names."""
        for path in sorted(self.root.rglob("*.py")):
            within = path.relative_to(self.root).parent.parts
            if path.name == "__init__.py" or "__pycache__" in within or set(within) & set(self.without):
                continue
            if not self.only or self.only in within:
                yield path


def discover(folder: Folder) -> Shelf[object]:
    """Import every entry of a folder. Raises CatalogueError for a file that binds nothing, and for a name or code given twice."""
    entries = {path: read(folder, path) for path in folder.files()}
    seen: dict[str, Path] = {}
    for path, entry in entries.items():
        for name in filter(None, (entry.name, entry.code)):
            if name in seen:
                raise CatalogueError(f'two {folder.sort}s are called "{name}": {seen[name]} and {path}; rename one of them')
            seen[name] = path
    return Shelf(folder.sort, tuple(sorted(entries.values(), key=lambda entry: entry.id)))


def find(folder: Folder, name: str) -> Entry[object] | None:
    """Import the one entry of that name, and no other; None where there is no such file."""
    for path in folder.files():
        if _name(path) == name.strip().lower().replace("_", "-"):
            return read(folder, path)
    return None


def read(folder: Folder, path: Path) -> Entry[object]:
    """Import one file as an entry."""
    module = _module(folder, path)
    value = getattr(module, folder.binds, None)
    if value is None:
        raise CatalogueError(f"{path} does not bind `{folder.binds}`, as every {folder.sort} must")
    within = path.relative_to(folder.root).parent.parts
    page = (module.__doc__ or "").strip()
    title = getattr(value, "title", None) or page.split("\n\n")[0].replace("\n", " ").rstrip(".")
    return Entry(_name(path), within[0] if within else "", title, page, value, getattr(value, "code", ""))


def page(folder: Folder, *within: str) -> str:
    """The page of a family or topic: the docstring of its folder's `__init__.py`, empty where there is none."""
    path = folder.root.joinpath(*within, "__init__.py")
    return (_module(folder, path).__doc__ or "").strip() if path.is_file() else ""


def _name(path: Path) -> str:
    return path.stem.replace("_", "-")


def _module(folder: Folder, path: Path) -> ModuleType:
    """Import a file under its dotted name, so that what it defines knows where it belongs."""
    parts = path.relative_to(folder.root).with_suffix("").parts
    name = ".".join((folder.package, *(part for part in parts if part != "__init__")))
    if name in sys.modules:
        return sys.modules[name]
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise CatalogueError(f"{path} cannot be imported")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as problem:
        del sys.modules[name]
        raise CatalogueError(f"{path} raised {type(problem).__name__}: {problem}") from problem
    return module
