"""A design and the places where its parts are declared."""

from collections.abc import Mapping
from dataclasses import field

from archgen.dsl.design import Design
from archgen.dsl.word import Word
from archgen.errors import Position
from archgen.values import dataclass

# Where a part, or with a name that attribute of it, is written.
Places = Mapping[tuple[Word, str | None], Position]
# What stands for the path of a design that is piped in and has no name; it is YAML.
STDIN = "<stdin>"


@dataclass(frozen=True, eq=False)
class Spec:
    """A design as it was read from a file, and where its parts are written. `path` is empty where it was made in memory."""

    design: Design
    path: str = ""
    places: Places = field(default_factory=dict)

    def locate(self, part: Word, attribute: str | None = None) -> Position | None:
        """Where the attribute is written, else the part, else the file; None for a design without one."""
        return self.places.get((part, attribute)) or self.places.get((part, None)) or (Position(self.path) if self.path else None)
