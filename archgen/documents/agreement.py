"""Names as subjects of sentences: how many they are, and the verb that agrees."""

from collections.abc import Iterable, Sequence

from archgen.documents.facts import joined
from archgen.dsl.agreement import is_plural as names_several

# So many are told by name.
NAMED = 4


def names(parts: Iterable[str]) -> str:
    """Several names in a sentence, the first few of many.

    >>> names(["A", "B", "A"]), names("ABCDE")
    ('A and B', 'A, B, C and 2 others')
    """
    known = list(dict.fromkeys(parts))
    return joined(known if len(known) <= NAMED else [*known[: NAMED - 1], f"{len(known) - NAMED + 1} others"])


def agreeing(parts: Sequence[str], one: str, several: str) -> str:
    """The names as a subject, with the verb for one or for several.

    >>> agreeing(["Sender"], "gives up", "give up"), agreeing(["Senders"], "gives up", "give up")
    ('Sender gives up', 'Senders give up')
    """
    return f"{names(parts)} {several if is_plural(parts) else one}"


def is_plural(parts: Sequence[str]) -> bool:
    """Several names, or one that names several."""
    return len(set(parts)) > 1 or names_several(parts[0])
