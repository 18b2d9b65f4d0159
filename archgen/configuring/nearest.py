"""Which configuration file applies to a design: the nearest one, going up from its folder."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from archgen.configuring.configuration import Configuration
from archgen.configuring.from_table import SECTIONS, from_table
from archgen.configuring.places import OWN, SHARED, relative
from archgen.configuring.rule_paths import rule_paths
from archgen.configuring.toml_text import parse
from archgen.errors import ConfigurationError, Fault, Position
from archgen.model.catalogue import Entry, Shelf
from archgen.model.positioned import Node
from archgen.model.rule import Rule
from archgen.model.rule_path import RulePath

WITHIN = ("tool", "archgen")
# Gives the text of a file.
Fetch = Callable[[str], str]
# Gives the rules of files and folders.
Bring = Callable[[Sequence[RulePath]], Sequence[Entry[Rule]]]


class Files:
    """The configuration files of a run, each read once, with the rules that it brings."""

    def __init__(self, rules: Shelf[Rule], fetch: Fetch, bring: Bring) -> None:
        self.rules, self.fetch, self.bring = rules, fetch, bring
        self.read: dict[Path, Configuration | None] = {}

    def nearest(self, folder: Path) -> Configuration:
        """What applies to designs of that folder; where there is no file, a configuration that says nothing."""
        start = Path(os.path.abspath(folder))  # noqa: PTH100 a link is not followed: its own place counts
        for place in (start, *start.parents):
            for name in (OWN, SHARED):
                path = place / name
                found = self._read(path) if path.is_file() else None
                if found:
                    return found
        return Configuration(str(Path.cwd()))

    def named(self, name: str) -> Configuration:
        """The configuration of that file. Raises ConfigurationError where it has none."""
        path = Path(os.path.abspath(name))  # noqa: PTH100 as above
        if not path.is_file():
            raise ConfigurationError([Fault("there is no such configuration file", Position(name))])
        found = self._read(path)
        if found is None:
            raise ConfigurationError([Fault("the file has no table [tool.archgen]", Position(name))])
        return found

    def _read(self, path: Path) -> Configuration | None:
        """What a file says; None for one that is shared with other tools and says nothing to archgen."""
        if path not in self.read:
            shown = relative(path)
            root = parse(self.fetch(shown), shown)
            table, within = own_table(root, path.name)
            self.read[path] = self._configuration(table, within, shown, path.parent) if table else None
        return self.read[path]

    def _configuration(self, table: Node, within: str, shown: str, folder: Path) -> Configuration:
        named = tuple(RulePath(text, relative(folder / text), place) for text, place in rule_paths(table))
        own = tuple(self.bring(named)) if named else ()
        known = self.rules.joined(own) if own else self.rules
        return replace(from_table(table, within, shown, str(folder), known), rule_paths=named, own=own)


def own_table(root: Node, name: str) -> tuple[Node | None, str]:
    """What is archgen's of a file, and how the file calls that. Raises ConfigurationError where it says it in both ways."""
    inner = root
    for key in WITHIN:
        found = inner.value.get(key) if isinstance(inner.value, dict) else None
        if found is None:
            alone = name != SHARED
            return (root, "") if alone else (None, "")
        inner = found
    beside = next((key for key in root.keys if key in SECTIONS), None) if name != SHARED else None
    if beside:
        message = f"[{beside}] stands beside [{'.'.join(WITHIN)}]; write all tables in one of these ways"
        raise ConfigurationError([Fault(message, root.keys[beside])])
    return inner, ".".join(WITHIN)
