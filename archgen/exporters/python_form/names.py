"""Names of variables: those of the parts' ids, none of them taken twice or already a name of Python or archgen."""

import builtins
import keyword
import unicodedata
from itertools import chain, count

import archgen

RESERVED = {*keyword.kwlist, *keyword.softkwlist, *dir(builtins), *archgen.__all__, "archgen", "design", "timedelta"}
LONGEST = 40


class Names:
    """The names that one file has given so far."""

    def __init__(self) -> None:
        self.taken = set(RESERVED)

    def give(self, id: str, sort: str, within: str = "") -> str:
        """A name for the part of that id; `sort` tells it from one of another sort, `within` is the box that it stands in.

        >>> names = Names()
        >>> [names.give("edge-lb", "component"), names.give("edge-lb", "group"), names.give("filter", "component")]
        ['edge_lb', 'edge_lb_group', 'filter_component']
        """
        stem = within + variable(id)
        tried = chain([stem, f"{stem}_{sort}"], (f"{stem}_{sort}_{number}" for number in count(2)))
        name = next(name for name in tried if name not in self.taken)
        self.taken.add(name)
        return name


def variable(id: str) -> str:
    """An id as a name of Python, as its compiler reads it.

    >>> variable("edge-lb"), variable("2nd.store")
    ('edge_lb', 'part_2nd_store')
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", id).lower())
    text = "".join(sign if f"_{sign}".isidentifier() else "_" for sign in plain)[:LONGEST].strip("_")
    return text if text.isidentifier() else f"part_{text}".rstrip("_")
