"""Where rules are that archgen does not ship."""

from archgen.errors import Position
from archgen.values import dataclass


@dataclass(frozen=True)
class RulePath:
    """A file or a folder of rules: as somebody named it, and as it is found from the current folder.

    `place` is where a configuration names it; None where the command line does.
    """

    written: str
    path: str
    place: Position | None = None
