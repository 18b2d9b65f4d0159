"""Ids and names that are taken in a design, and free ones like those that are wished for."""

from itertools import chain, count

from archgen.dsl.naming import slug
from archgen.dsl.texts import MAX_ID, MAX_NAME
from archgen.model.architecture import Architecture
from archgen.model.ids import sort_of

# Room for the number of one that is taken.
ROOM = 10


class Taken:
    """What is taken in a design; what it gives out is taken from then on."""

    def __init__(self, architecture: Architecture) -> None:
        self.ids = {(sort_of(part), id) for part, id in architecture.ids.items()}
        design = architecture.design
        self.names = {*(slug(one.name) for one in design.walkthroughs), *(slug(one.name) for one in design.views)}

    def free(self, sort: str, id: str) -> str:
        """The id, its end where it is too long, or the first of `id-2`, `id-3` and so on that is free."""
        stem = id[-(MAX_ID - ROOM) :]
        found = next(one for one in chain([stem], (f"{stem}-{number}" for number in count(2))) if (sort, one) not in self.ids)
        self.ids.add((sort, found))
        return found

    def free_name(self, name: str) -> str:
        """The name of a walkthrough or view, its beginning where it is too long, with a number where it is taken."""
        stem = name[: MAX_NAME - ROOM]
        found = next(one for one in chain([stem], (f"{stem} ({number})" for number in count(2))) if slug(one) not in self.names)
        self.names.add(slug(found))
        return found
