"""Components that others speak of in what they state: where dead letters go, where something is kept, who relays it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archgen import Component, Connection, Group
from archgen.plugin import Architecture, Part, Word, attributes, readable

DEAD_LETTER = "dead_letter"
ENDS = ("source", "target", "group")
# What leads to a component that an attribute of that name holds, where that is not the name itself.
SAID: Mapping[str, str] = {DEAD_LETTER: "dead letters", "of": "made from", "store": "kept in", "state_kept_in": "kept in"}


@dataclass(frozen=True)
class Mention:
    """That something is stated of `owner` which speaks of `other`; `words` say what, `dead` that dead letters go there."""

    owner: Component | Group
    other: Component
    words: str
    dead: bool


def mentions(architecture: Architecture) -> Sequence[Mention]:
    """Where dead letters go, and each component that no connection and no other mention leads to or from."""
    found = list(_all(architecture))
    dead = [mention for mention in found if mention.dead]
    reached = {
        end for part in architecture.connections() for end in (*_members(architecture, part), *(one.other for one in dead))
    }
    others: dict[Component, Mention] = {}
    for mention in found:
        if not mention.dead and mention.other not in reached and mention.other is not mention.owner:
            others.setdefault(mention.other, mention)
    return (*dict.fromkeys(dead), *others.values())


def _members(architecture: Architecture, part: Connection) -> Iterator[Component]:
    yield from (*architecture.members(part.source), *architecture.members(part.target))


def _all(architecture: Architecture) -> Iterator[Mention]:
    owners: tuple[tuple[Component | Group, Word], ...] = (
        *((part, part) for part in architecture.components()),
        *((part.source, part) for part in architecture.connections()),
    )
    for owner, part in owners:
        for name, other in _spoken_of(part):
            yield Mention(owner, other, _said(part, name), name == DEAD_LETTER)


def _spoken_of(word: Word) -> Iterator[tuple[str, Component]]:
    """Components in the word's attributes and in its policies, with the names of the attributes."""
    for name, value in attributes(word).items():
        if name in word.elsewhere or name in ENDS:
            continue
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(one, Component):
                yield name, one
            elif isinstance(one, Word) and not isinstance(one, Part | Connection):
                yield from _spoken_of(one)


def _said(part: Word, name: str) -> str:
    receives = getattr(part, "max_receives", None)
    if name == DEAD_LETTER and isinstance(receives, int):
        return f"after {readable(receives)} failure{'' if receives == 1 else 's'}"
    return SAID.get(name, name.replace("_", " "))
