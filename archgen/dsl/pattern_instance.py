"""Pattern instances: a pattern of the library put to use, which brings its connections with it."""

from collections.abc import Iterator
from typing import ClassVar

from archgen.dsl.connection import Connection
from archgen.dsl.word import Word, word


@word
class PatternInstance(Word):
    """A pattern with the components of a design in its roles. It adds connections, and the policies on them."""

    abstract: ClassVar[bool] = True
    # The id of the pattern in the library.
    pattern: ClassVar[str] = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "connections", tuple(self.connected()))

    def connected(self) -> Iterator[Connection]:
        """The connections that it adds, made anew; `connections` holds those that belong to this instance."""
        yield from ()

    connections: ClassVar[tuple[Connection, ...]] = ()
