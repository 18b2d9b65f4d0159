"""Problems that people know: a file of each family, beside its patterns."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from archgen.errors import CatalogueError
from archgen.loading.shipped import shipped
from archgen.model.catalogue import FAMILIES
from archgen.model.known_problem import KnownProblem

FILE = "problems.yaml"
NEEDED = ("title", "says", "requirements", "decides", "uses")
LISTS = ("known_as", "designs", "shown_by")


@cache
def known_problems() -> Sequence[KnownProblem]:
    """All of them, in the order of the families, and within one as they are told."""
    root = shipped("patterns")
    return [problem for family in FAMILIES for problem in problems_of(root / family / FILE)]


def problems_of(file: Path) -> Iterator[KnownProblem]:
    """Those of a file; none where there is no such file. Raises CatalogueError where something is left out or unknown."""
    told = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader) if file.is_file() else {}
    for id, one in told.items():
        yield _problem(id, file, one)


def _problem(id: str, file: Path, one: Mapping[str, Any]) -> KnownProblem:
    for key in NEEDED:
        if not one.get(key):
            raise CatalogueError(f"{file}: {id} does not state `{key}`")
    for key in one:
        if key not in (*NEEDED, *LISTS):
            raise CatalogueError(f"{file}: {id} states `{key}`, which means nothing; there are {', '.join((*NEEDED, *LISTS))}")
    uses, (known_as, designs, shown_by) = tuple(one["uses"]), (tuple(one.get(key, ())) for key in LISTS)
    of = (id, file.parent.name, one["title"], one["says"])
    return KnownProblem(*of, known_as, one["requirements"], one["decides"], uses, designs, shown_by)
