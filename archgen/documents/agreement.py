"""Names as subjects of sentences: how many they are, and the verb that agrees."""

import re
from collections.abc import Iterable, Sequence

from archgen.documents.facts import joined
from archgen.dsl.connection import Connection

# So many are told by name.
NAMED = 4
SINGULAR_ENDS = ("ss", "us", "is")


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


def in_agreement(text: str, connections: Iterable[Connection]) -> str:
    """A text in which the names of connections agree with who does it: "Senders write Store", where one writes it."""
    named = {(one.source.name, one.verb, one.target.name): None for one in connections if is_plural([one.source.name])}
    for source, verb, target in named:
        begins = rf"(?<!\w)({re.escape(source)}) {re.escape(verb)}(?= (?:to |from |in )?{re.escape(target)})"
        text = re.sub(begins, rf"\1 {_of_several(verb)}", text)
    return text


def _of_several(verb: str) -> str:
    """What several do.

    >>> _of_several("writes"), _of_several("publishes"), _of_several("notifies"), _of_several("uploads to")
    ('write', 'publish', 'notify', 'upload to')
    """
    first, *rest = verb.split(" ")
    several = f"{first[:-3]}y" if first.endswith("ies") else first[:-2] if first.endswith(("shes", "ches")) else first[:-1]
    return " ".join([several if first.endswith("s") else first, *rest])


def is_plural(parts: Sequence[str]) -> bool:
    """Several names, or one as "Shops", where "DNS", "Progress" and "Redis" are none."""
    name = parts[0]
    return len(set(parts)) > 1 or (name.endswith("s") and not name.endswith(SINGULAR_ENDS) and not name[-2:].isupper())
