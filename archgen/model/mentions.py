"""Components that others speak of in what they state: where dead letters go, where something is kept, who relays it."""

from collections.abc import Iterator, Mapping, Sequence, Set

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.group import Group
from archgen.dsl.part import Part
from archgen.dsl.readable import readable
from archgen.dsl.word import Word, attributes
from archgen.model.architecture import Architecture
from archgen.values import dataclass
from archgen.vocabulary.connections.consumes import Consumes

DEAD_LETTER = "dead_letter"
ENDS = ("source", "target", "group")
# What an arrow says for an attribute of that name, where that is not the name itself.
SAID: Mapping[str, str] = {DEAD_LETTER: "dead letters", "of": "made from it", "store": "kept in", "state_kept_in": "kept in"}
# What flows from the other to the owner.
REVERSED = ("of",)


@dataclass(frozen=True)
class Mention:
    """That something stated of one component speaks of another; `words` say what flows.

    `dead` says that dead letters do, `due` that messages do whose pause is over.
    """

    source: Component | Group
    target: Component | Group
    words: str
    dead: bool = False
    due: bool = False

    @property
    def components(self) -> Set[Component]:
        """Its ends, but for a group: what is in that has a connection, by which it speaks."""
        return {end for end in (self.source, self.target) if isinstance(end, Component)}


def mentions(architecture: Architecture) -> Sequence[Mention]:
    """Where dead letters go, and what ties each component that no connection reaches to the others."""
    found = list(_all(architecture))
    shown = [mention for mention in found if mention.dead or mention.due]
    reached: set[Component] = {end for part in architecture.connections() for end in _members(architecture, part)}
    reached |= {end for mention in shown for end in mention.components}
    for mention in found:
        if mention not in shown and mention.source is not mention.target and not mention.components <= reached:
            shown.append(mention)
            reached |= mention.components
    return tuple(dict.fromkeys(shown))


def _members(architecture: Architecture, part: Connection) -> Iterator[Component]:
    yield from (*architecture.members(part.source), *architecture.members(part.target))


def _all(architecture: Architecture) -> Iterator[Mention]:
    owners: tuple[tuple[Component | Group, Word], ...] = (
        *((part, part) for part in architecture.components()),
        *((part.source, part) for part in architecture.connections()),
    )
    for owner, part in owners:
        for name, other in _spoken_of(part):
            source, target = (other, owner) if name in REVERSED else (owner, other)
            if name == DEAD_LETTER and (pause := _pause(architecture, part)) is not None:
                yield Mention(source, target, f"after {readable(pause)}", due=True)
            else:
                yield Mention(source, target, _said(part, name), name == DEAD_LETTER)


def _pause(architecture: Architecture, part: Word) -> object:
    """How long messages wait in a queue that nobody takes from, where they go on after that; None where it is none."""
    taken = isinstance(part, Component) and any(architecture.out_of(part, Consumes))
    return None if taken or getattr(part, "max_receives", None) is not None else getattr(part, "message_ttl", None)


def _spoken_of(word: Word) -> Iterator[tuple[str, Component]]:
    """Components in the word's attributes and in its policies, with the names of the attributes."""
    for name, value in attributes(word).items():
        if name in word.elsewhere or name in ENDS:
            continue
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(one, Component):
                yield name, one
            elif isinstance(one, Word) and not isinstance(one, (Part, Connection)):
                yield from _spoken_of(one)


def _said(part: Word, name: str) -> str:
    receives = getattr(part, "max_receives", None)
    if name == DEAD_LETTER and isinstance(receives, int):
        return f"after {readable(receives)} failure{'' if receives == 1 else 's'}"
    return SAID.get(name, name.replace("_", " "))
