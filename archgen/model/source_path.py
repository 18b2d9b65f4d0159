"""Where something of a site is read from."""

from archgen.errors import Position
from archgen.values import dataclass


@dataclass(frozen=True)
class SourcePath:
    """A file, folder or pattern of paths: as a configuration writes it, as it is found from the current folder, and its place."""

    written: str
    path: str
    place: Position
