"""Points of a list: what stands in bold, and what follows it."""

from archgen.values import dataclass


@dataclass(frozen=True)
class Point:
    """A point: `lead` stands in bold, `text` follows it, `note` stands in brackets between them.

    `assumptions` are places, from 1, among those of the document.
    """

    lead: str
    text: str = ""
    assumptions: tuple[int, ...] = ()
    note: str = ""
