"""The means by which figures are drawn: what places their parts, and what they wear."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from archgen.layout.engines import TIME_LIMIT, EngineName
from archgen.svg.themes import AUTO, Scheme
from archgen.values import dataclass

if TYPE_CHECKING:
    from archgen.pipeline.picture_cache import PictureCache


def unsaid(note: str) -> None:
    """Keep a note to oneself."""


@dataclass(frozen=True)
class Means:
    """How figures are drawn.

    `dot` is the program of the system's Graphviz. Without an `engine` the embedded one places boxes, or `dot` where it is given.
    `note` is told what is out of the ordinary, in a line. `pictures` are those of former builds, None for none.
    `jobs` is how many processes draw what many figures are drawn of; with none, all is done here.
    """

    dot: str | None = None
    engine: EngineName | None = None
    time_limit: float = TIME_LIMIT
    scheme: Scheme = AUTO
    note: Callable[[str], None] = unsaid
    pictures: "PictureCache | None" = None
    jobs: int = 0


ORDINARY = Means()
