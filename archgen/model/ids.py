"""Ids: what parts are called in formats, reports and figures where their author gave them none."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.data import Data
from archgen.dsl.group import Group
from archgen.dsl.naming import slug
from archgen.dsl.part import Part
from archgen.dsl.texts import MAX_ID
from archgen.dsl.word import Word

# As long as an author's own may be, with room for the number behind it.
LONGEST = MAX_ID - 20
SORTS = ((Group, "group"), (Data, "data"), (Behaviour, "behaviour"))


def ids(components: Iterable[Component], connections: Iterable[Connection], *others: Iterable[Part]) -> Mapping[Word, str]:
    """The id of each part: its own, or one of its name; of a connection, source, verb and target, numbered from the second on."""
    connections = tuple(connections)
    ends = (end for part in connections for end in (part.source, part.target))
    found: dict[Word, str] = {part: part.id or slug(part.name) for part in dict.fromkeys(chain(components, *others, ends))}
    taken = {part.id for part in connections if part.id}
    numbered: dict[str, Iterator[str]] = {}
    verbs = _verbs(connections)
    for part in connections:
        stem = "" if part.id else _stem(part, found, verbs)
        found[part] = part.id or next(id for id in numbered.setdefault(stem, _numbered(stem)) if id not in taken)
        taken.add(found[part])
    return found


def sort_of(part: Word) -> str:
    """Which parts it shares ids with: components and connections have theirs together, a tier may be named like a service."""
    if isinstance(part, (Component, Connection)):
        return "part"
    return next((name for sort, name in SORTS if isinstance(part, sort)), "part")


def natural_ids(connections: Iterable[Connection], known: Mapping[Word, str]) -> set[Connection]:
    """The connections that have the id which is made for them, whatever ids the others have: it need not be stated."""
    connections = tuple(connections)
    verbs = _verbs(connections)
    stems = {part: _stem(part, known, verbs) for part in connections}
    times = Counter(stems.values())
    return {part for part, stem in stems.items() if stem == known[part] and times[stem] == 1}


def _verbs(connections: Iterable[Connection]) -> Mapping[str, str]:
    """The few verbs that there are, as ids write them."""
    return {verb: slug(verb) for verb in {part.verb for part in connections}}


def _stem(part: Connection, known: Mapping[Word, str], verbs: Mapping[str, str]) -> str:
    return f"{known[part.source]}-{verbs[part.verb]}-{known[part.target]}"[:LONGEST]


def _numbered(stem: str) -> Iterator[str]:
    """The stem, stem-2, stem-3 and so on: each is offered once, whatever number of connections there are between the same two."""
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))
