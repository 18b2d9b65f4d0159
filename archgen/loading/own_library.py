"""Patterns, decision trees and figures that archgen does not ship: files of a team's own, in folders as those of archgen are.

`<folder>/<family>/<pattern>.py`, with `trees/` and `figures/` beside the patterns; a folder that holds patterns itself is a
family. What is told of a family is its `article.md`, or else the text at the head of its `__init__.py`.
"""

import ast
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any, Final

from archgen.dsl.decision_tree import DecisionTree
from archgen.dsl.pattern import Pattern
from archgen.errors import ConfigurationError, Fault, Position, SpecError
from archgen.figures.figure import Figure
from archgen.loading.entry_file import Sort, read_entry
from archgen.loading.text_file import read_text
from archgen.model.catalogue import FAMILIES, Entry, Shelf, folded
from archgen.model.source_path import SourcePath
from archgen.values import dataclass

PATTERN: Final = Sort(
    "pattern", Pattern, 'pattern = Pattern("Cache-aside", use_when=[...], avoid_when=[...], structure=Design(...))'
)
TREE: Final = Sort("tree", DecisionTree, 'tree = DecisionTree("Which store?", Ask(...))')
FIGURE: Final = Sort("figure", Figure, 'figure = Figure("What happens", [Graph(...)])', paged=False)
WITHIN: Final = {"trees": TREE, "figures": FIGURE}
ARTICLE, PROBLEMS, INIT = "article.md", "problems.yaml", "__init__.py"
# The family of what lies in a folder that has no name to go by.
OWN: Final = "own"


@dataclass(frozen=True)
class OwnLibrary:
    """What files and folders hold: entries by their sort, the folder of each family, and every file that was read."""

    patterns: tuple[Entry[Pattern], ...] = ()
    trees: tuple[Entry[DecisionTree], ...] = ()
    figures: tuple[Entry[Figure], ...] = ()
    folders: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()

    def article(self, family: str) -> str:
        """What the team teaches about a family, in Markdown; empty where it does not. Raises SpecError."""
        return "\n\n".join(read_text(str(path)) for path in self._beside(family, ARTICLE))

    def page(self, family: str) -> str:
        """The text at the head of the family's folder, in Markdown; empty where there is none. Raises SpecError."""
        return "\n\n".join(filter(None, map(_head, self._beside(family, INIT))))

    def problems(self) -> Sequence[tuple[str, str]]:
        """Each family with the file of its problems, where it has one."""
        families = dict.fromkeys(family for family, _ in self.folders)
        return [(family, path.as_posix()) for family in families for path in self._beside(family, PROBLEMS)]

    def _beside(self, family: str, name: str) -> Iterator[Path]:
        places = (Path(folder) / name for known, folder in self.folders if known == family)
        return (path for path in places if path.is_file())


def own_library(patterns: Sequence[SourcePath], trees: Sequence[SourcePath], shipped: Mapping[str, Shelf[Any]]) -> OwnLibrary:
    """Every entry of these files and folders; `shipped` are the shelves whose names are taken. Raises ConfigurationError."""
    faults: list[Fault] = []
    found = {**_files(patterns, PATTERN, "patterns", faults), **_files(trees, TREE, "trees", faults)}
    entries: dict[Sort, list[Entry[Any]]] = {PATTERN: [], TREE: [], FIGURE: []}
    for path, family, sort in found.values():
        try:
            entries[sort].append(read_entry(path, family, sort))
        except SpecError as problem:
            faults.extend(problem.faults)
    for sort, those in entries.items():
        faults.extend(_taken(those, shipped[sort.binds], sort))
    if faults:
        raise ConfigurationError(faults)
    folders = tuple(dict.fromkeys((family, _folder(path)) for path, family, _ in found.values()))
    files = [*(path for path, _, _ in found.values()), *_beside(folders)]
    made = {sort.binds: tuple(sorted(those, key=lambda entry: entry.id)) for sort, those in entries.items()}
    return OwnLibrary(made["pattern"], made["tree"], made["figure"], folders, tuple(files))


def names_of(patterns: Sequence[SourcePath], trees: Sequence[SourcePath]) -> frozenset[str]:
    """The names that the entries of these files and folders have, by those of their files, of which none is run."""
    found = {**_files(patterns, PATTERN, "patterns", []), **_files(trees, TREE, "trees", [])}
    return frozenset(folded(Path(path).stem) for path, _, _ in found.values())


def _files(named: Iterable[SourcePath], sort: Sort, key: str, faults: list[Fault]) -> dict[str, tuple[str, str, Sort]]:
    """The files to read, each once, with the family that its folder is, and what each is to bind."""
    found: dict[str, tuple[str, str, Sort]] = {}
    for one in named:
        for path, family, binds in _below(one, sort, key, faults):
            found.setdefault(os.path.realpath(path), (path, family, binds))
    return found


def _below(named: SourcePath, sort: Sort, key: str, faults: list[Fault]) -> Iterator[tuple[str, str, Sort]]:
    place = Path(named.path)
    if place.is_dir():
        files = list(_entries_below(place))
        if not files:
            wanted = "no Python file whose name does not begin with an underscore"
            faults.append(_fault(named, key, f"the folder holds no {sort.binds}: {wanted}"))
        for file in files:
            yield file.as_posix(), _family(file, place, PurePath(named.written)), _sort(file, place, sort)
    elif not place.exists():
        hint = "; name the folder, patterns of paths are not read here" if "*" in named.written else ""
        faults.append(_fault(named, key, f"there is no such file or folder{hint}"))
    elif place.suffix == ".py":
        yield place.as_posix(), _family(place, place.parent, PurePath(named.written).parent), sort
    else:
        faults.append(_fault(named, key, f"a {sort.binds} is a file of Python, its name ends in .py"))


def _entries_below(folder: Path) -> Iterator[Path]:
    """In the order of their names; what begins with an underscore or a dot is none, nor is in it any."""
    for file in sorted(folder.rglob("*.py")):
        if not any(part.startswith(("_", ".")) for part in file.relative_to(folder).parts):
            yield file


def _family(file: Path, root: Path, written: PurePath) -> str:
    """The first folder on the way to a file that is no folder of a sort, else the folder that was named, else its own."""
    within = [part for part in file.relative_to(root).parent.parts if part not in WITHIN]
    name = within[0] if within else PurePath(os.path.normpath(written)).name
    if name in WITHIN:
        name = PurePath(os.path.normpath(written)).parent.name
    return name.replace("-", "_") if name not in ("", ".", "..") else OWN


def _sort(file: Path, root: Path, sort: Sort) -> Sort:
    return next((WITHIN[part] for part in file.relative_to(root).parent.parts if part in WITHIN), sort)


def _folder(path: str) -> str:
    """The folder of a family, of whose entries a file holds one."""
    folder = Path(path).parent
    return (folder.parent if folder.name in WITHIN else folder).as_posix()


def _beside(folders: Iterable[tuple[str, str]]) -> Iterator[str]:
    for _, folder in folders:
        yield from (path.as_posix() for name in (ARTICLE, PROBLEMS, INIT) if (path := Path(folder) / name).is_file())


def _head(path: Path) -> str:
    try:
        return ast.get_docstring(ast.parse(read_text(str(path)))) or ""
    except (SyntaxError, ValueError) as problem:
        raise SpecError([Fault(f"this is not Python: {problem}", Position(str(path)))]) from problem


def _fault(named: SourcePath, key: str, message: str) -> Fault:
    return Fault(f'{key}: "{named.written}": {message}', named.place)


def _taken(entries: Sequence[Entry[Any]], shipped: Shelf[Any], sort: Sort) -> Iterator[Fault]:
    """Names that somebody else has: pages are told apart by them."""
    has = {folded(entry.name): f"archgen's {entry.title}" for entry in shipped}
    families = {folded(family) for family in FAMILIES}
    for entry in entries:
        owner = has.setdefault(folded(entry.name), entry.path)
        if owner != entry.path:
            yield Fault(f'the name "{entry.name}" is taken by {owner}; give the file another', Position(entry.path))
        elif folded(entry.name) in families:
            yield Fault(
                f'the name "{entry.name}" is that of a family; give the {sort.binds}\'s file another', Position(entry.path)
            )
