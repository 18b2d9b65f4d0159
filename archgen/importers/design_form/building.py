"""Words from entries of data: each problem at the place where it is written, and the place of each attribute kept."""

from collections.abc import Collection, Mapping
from typing import TypeVar

from archgen import Connection
from archgen.plugin import Node, Part, Position, Reading, Word, refusals, refused, shape

# How files call what Python calls otherwise.
RENAMED = {"in": "group", "from": "source", "to": "target", "design": "name"}
# Stands for the place of what was said to be wrong already.
SAID = Position("")
W = TypeVar("W", bound=Word)


class Building:
    """Makes the words of one design. `places` fills with where they are written, `reading` with what is wrong."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.places: dict[tuple[Word, str | None], Position] = {}

    def word(
        self, cls: type[W], node: Node, values: Mapping[str, object], within: str = "", lacking: Collection[str] = ()
    ) -> W | None:
        """A word from its attributes; None, and a fault for each attribute that is wrong.

        `within` are the attributes that lead to a word within a word, each with a dot behind it. Of those that it is `lacking`
        something is wrong that was said already: there is no word then, and what is wrong with the others is said all the same.
        """
        try:
            made = cls(**{**values, **dict.fromkeys(lacking)})
        except refused() as problem:
            hidden = ("id", "group", "source", "target") if issubclass(cls, (Part, Connection)) else ()
            said = {(name,) for name in lacking}

            def place(where: tuple[int | str, ...]) -> Position:
                if where[:1] in said:
                    return SAID
                unknown = len(where) == 1 and where[0] in node.keys and where[0] not in shape(cls)
                return node.keys[str(where[0])] if unknown else _at(node, where)

            found = refusals(problem, cls, place, hidden=hidden, within=within)
            self.reading.add(fault for fault in found if fault.position is not SAID)
            return None
        if lacking:
            return None
        self._keep_places(made, node)
        return made

    def _keep_places(self, made: Word, node: Node) -> None:
        """Note where a word and each of its attributes are written."""
        self.places[made, None] = node.position
        for name, inner in (node.value if isinstance(node.value, dict) else {}).items():
            attribute = RENAMED.get(name, name)
            self.places[made, attribute] = inner.position


def _at(node: Node, where: tuple[int | str, ...]) -> Position:
    """Where an attribute is written, by its name in Python."""
    for name, attribute in RENAMED.items():
        if where[:1] == (attribute,) and name in node.keys:
            return node.at(name, *where[1:])
    return node.at(*where)
