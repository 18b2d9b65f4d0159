"""Everything that can be named: entries of the library."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from archgen.errors import UnknownNameError
from archgen.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True)
class Entry(Generic[T]):
    """One file of the library: what it binds, under the name of the file with hyphens.

    `code` is a rule's code, empty for anything else. `page` is the file's docstring, in Markdown, its first paragraph the claim.
    `path` is the file of a rule that a configuration brings, empty for what archgen ships.
    """

    name: str
    family: str
    title: str
    page: str
    value: T
    code: str = ""
    path: str = ""

    @property
    def id(self) -> str:
        """A rule's code, else the name."""
        return self.code or self.name

    @property
    def claim(self) -> str:
        """The first paragraph of the page, on one line."""
        return " ".join(self.page.strip().split("\n\n")[0].split())

    @property
    def body(self) -> str:
        """The page without its claim."""
        return "\n\n".join(self.page.strip().split("\n\n")[1:])

    def section(self, heading: str) -> str | None:
        """The text under a heading of the page; None where it has none."""
        match = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", self.page, re.DOTALL | re.MULTILINE)
        return match[1].strip() if match else None


@dataclass(frozen=True)
class Shelf(Generic[T]):
    """All entries of one sort, such as rules, in the order of their ids."""

    sort: str
    entries: tuple[Entry[T], ...]

    def __iter__(self) -> Iterator[Entry[T]]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, name: str) -> Entry[T]:
        """The entry of that name or code, or that once had it, in any case. Raises UnknownNameError, with the nearest names."""
        entry = self.find(name)
        if entry is None:
            raise UnknownNameError(self.sort, name, self.names())
        return entry

    def has(self, name: str) -> bool:
        """Whether an entry of that name or code exists, or once had it."""
        return self.find(name) is not None

    def find(self, name: str) -> Entry[T] | None:
        """The entry of that name or code, or that once had it, in any case; None where there is none."""
        asked = folded(name)
        now = (entry for entry in self.entries if asked in map(folded, filter(None, (entry.name, entry.code))))
        once = (entry for entry in self.entries if asked in map(folded, (*retired(entry), *getattr(entry.value, "also", ()))))
        return next(now, None) or next(once, None)

    def names(self) -> Iterable[str]:
        """Every name and code."""
        return [known for entry in self.entries for known in (entry.name, entry.code) if known]

    def joined(self, others: Iterable[Entry[T]]) -> "Shelf[T]":
        """The shelf with other entries, those that it has already once."""
        entries = {entry.id: entry for entry in (*self.entries, *others)}
        return Shelf(self.sort, tuple(entries[id] for id in sorted(entries)))


@dataclass(frozen=True)
class Family:
    """A family of patterns or rules: the article that teaches it, or the engine itself."""

    id: str
    code: str
    title: str


def retired(entry: Entry[Any]) -> Sequence[str]:
    """The codes and names that an entry once had, and that still lead to it."""
    return tuple(getattr(entry.value, "formerly", ()))


def folded(name: str) -> str:
    """Names are told apart by letters and digits: case does not count, nor does an underscore for a hyphen."""
    return name.strip().lower().replace("_", "-")


FAMILIES: Mapping[str, Family] = {
    family.id: family
    for family in (
        Family("real_time_updates", "RT", "Real-time updates"),
        Family("multi_step_processes", "MS", "Multi-step processes"),
        Family("contention", "DC", "Dealing with contention"),
        Family("caching", "CA", "Caching"),
        Family("long_running_tasks", "LT", "Long-running tasks"),
        Family("large_blobs", "LB", "Large blobs"),
        Family("scaling_writes", "SW", "Scaling writes"),
        Family("scaling_reads", "SR", "Scaling reads"),
        Family("architecture", "AR", "Architecture"),
        Family("engine", "AG", "The engine's own reports"),
    )
}


def family_title(family: str) -> str:
    """A family as people call it.

    >>> family_title("caching"), family_title("an_own_family")
    ('Caching', 'An own family')
    """
    return FAMILIES[family].title if family in FAMILIES else family.replace("_", " ").capitalize()
