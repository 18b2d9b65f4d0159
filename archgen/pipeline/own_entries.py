"""Patterns, decision trees and figures of a team's own, as the configuration nearest to a design or a folder names them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archgen.configuring.nearest_table import may_say, named_table, nearest_table
from archgen.dsl.decision_tree import Choose
from archgen.errors import ConfigurationError, Fault, Position, offer
from archgen.loading import library
from archgen.loading.text_file import read_text
from archgen.model.catalogue import Entry, Shelf
from archgen.model.source_path import SourcePath
from archgen.pipeline.reading import Read
from archgen.values import dataclass

if TYPE_CHECKING:
    from archgen.dsl.decision_tree import DecisionTree
    from archgen.dsl.pattern import Pattern
    from archgen.loading.own_library import OwnLibrary
    from archgen.model.rule import Rule

KEYS = ("patterns", "trees")


@dataclass(frozen=True)
class Known:
    """The rules, patterns and trees that there are, where one entry may speak of another."""

    rules: "Shelf[Rule]"
    patterns: "Shelf[Pattern]"
    trees: "Shelf[DecisionTree]"


def with_own(design: Read) -> Read:
    """A design that knows what is its team's own; one that was made in memory, and one that knows it already, as it is."""
    if design.own is not None or not design.spec.path:
        return design
    return replace(design, own=own_entries(Path(design.spec.path).parent, execute=design.execute))


def own_entries(folder: Path, *, config: str | None = None, execute: bool = True) -> "OwnLibrary | None":
    """What the configuration nearest to a folder names, or that of the file `config`; None where it names nothing.

    Raises ConfigurationError.
    """
    patterns, trees = _named(folder, config)
    return read_own(patterns, trees, execute=execute) if patterns or trees else None


def own_names(folder: Path, *, config: str | None = None) -> frozenset[str]:
    """The names that these entries have by their files, of which none is run."""
    patterns, trees = _named(folder, config)
    if not patterns and not trees:
        return frozenset()
    from archgen.loading.own_library import names_of

    return names_of(patterns, trees)


def _named(folder: Path, config: str | None) -> tuple[Sequence[SourcePath], Sequence[SourcePath]]:
    """The patterns and the trees that a configuration names. Raises ConfigurationError."""
    if not config and not may_say(folder, read_text, KEYS):
        return (), ()
    table = named_table(config, read_text) if config else nearest_table(folder, read_text)
    if table is None:
        return (), ()
    from archgen.configuring.site_table import library_named

    root, within, path = table
    return library_named(root, within, path.parent)


def read_own(patterns: Sequence[SourcePath], trees: Sequence[SourcePath], *, execute: bool) -> "OwnLibrary":
    """What files and folders hold beside what archgen ships. They are programs: ConfigurationError where none may be run."""
    from archgen.loading.own_library import own_library

    for key, named in zip(KEYS, (patterns, trees), strict=True):
        if named and not execute:
            message = f"{key} of one's own would have to be run; drop --no-exec, or leave them out"
            raise ConfigurationError([Fault(message, named[0].place)])
    shipped: dict[str, Shelf[Any]] = {"pattern": library.patterns(), "tree": library.trees(), "figure": library.figures()}
    own = own_library(patterns, trees, shipped)
    known = known_patterns(own)
    faults = [fault for entry in own.patterns for fault in _unrelated(entry, known)]
    if faults:
        raise ConfigurationError(faults)
    return own


def _unrelated(entry: "Entry[Pattern]", patterns: "Shelf[Pattern]") -> Iterator[Fault]:
    """What a pattern names as related, and is there nowhere."""
    for name in entry.value.related:
        if not patterns.has(name) and not library.rules().has(name):
            near = offer(name, patterns.names(), "`archgen list patterns` lists them")
            yield Fault(f'`related` names "{name}", and there is no such pattern or rule{near}', _written(entry.path, name))


def _written(path: str, name: str) -> Position:
    """Where a name stands in a file; the file where it is put together there."""
    lines = enumerate(read_text(path).splitlines(), 1)
    return Position(path, next((number for number, text in lines if f'"{name}"' in text or f"'{name}'" in text), None))


def led_nowhere(trees: "Iterable[Entry[DecisionTree]]", patterns: "Shelf[Pattern]") -> Iterator[str]:
    """What is said of each pattern that a team's tree leads to, and that is there nowhere, so that nothing can be told of it."""
    for entry in trees:
        ends = dict.fromkeys(one.pattern for one in entry.value.nodes() if isinstance(one, Choose)) if entry.path else ()
        for name in ends:
            if not patterns.has(name):
                near = offer(name, patterns.names(), "`archgen list patterns` lists them")
                yield f'{_written(entry.path, name)}: the tree leads to "{name}", and there is no such pattern{near}'


def known_patterns(own: "OwnLibrary | None") -> "Shelf[Pattern]":
    """The patterns of archgen, and those of a team."""
    return library.patterns().joined(own.patterns) if own else library.patterns()


def known_trees(own: "OwnLibrary | None") -> "Shelf[DecisionTree]":
    """The decision trees of archgen, and those of a team."""
    return library.trees().joined(own.trees) if own else library.trees()


def shipped() -> Known:
    """What archgen has itself."""
    return Known(library.rules(), library.patterns(), library.trees())
