"""Problems that people know, and what archgen makes of them."""

from collections.abc import Mapping

from archgen.values import dataclass


@dataclass(frozen=True)
class KnownProblem:
    """A system that people know, or a thing that it must do: `says` tells it in one or two sentences.

    `known_as` names systems of that kind. `requirements` are those of a design file, and `decides` gives the pattern that each
    tree comes to by them. `uses` are all the patterns that it takes. `designs` are whole systems of it, by the address of their
    page; `shown_by` are patterns and rules of which a figure shows it.
    """

    id: str
    family: str
    title: str
    says: str
    known_as: tuple[str, ...]
    requirements: Mapping[str, object]
    decides: Mapping[str, str]
    uses: tuple[str, ...]
    designs: tuple[str, ...]
    shown_by: tuple[str, ...]
