"""Ids: what parts are called in formats, reports and figures where their author gave them none."""

from collections.abc import Iterable, Mapping
from itertools import chain, count

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.data import Data
from archgen.dsl.group import Group
from archgen.dsl.naming import slug
from archgen.dsl.part import Part
from archgen.dsl.word import Word


def ids(components: Iterable[Component], connections: Iterable[Connection], *others: Iterable[Part]) -> Mapping[Word, str]:
    """The id of each part: its own, or one of its name; of a connection, source, verb and target, numbered from the second on."""
    connections = tuple(connections)
    ends = (end for part in connections for end in (part.source, part.target))
    found: dict[Word, str] = {part: part.id or slug(part.name) for part in chain(components, *others, ends)}
    taken = {part.id for part in connections if part.id}
    for part in connections:
        found[part] = part.id or _free(f"{found[part.source]}-{slug(part.verb)}-{found[part.target]}", taken)
        taken.add(found[part])
    return found


def sort_of(part: Word) -> str:
    """Which parts it shares ids with: components and connections have theirs together, a tier may be named like a service."""
    sorts = ((Group, "group"), (Data, "data"), (Behaviour, "behaviour"))
    return next((name for sort, name in sorts if isinstance(part, sort)), "part")


def _free(stem: str, taken: set[str]) -> str:
    """The stem, or the first of stem-2, stem-3 and so on that no other connection has."""
    return next(id for id in chain([stem], (f"{stem}-{number}" for number in count(2))) if id not in taken)
