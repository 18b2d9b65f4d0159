"""Numbers to know: a file for each kind of them, beside the patterns."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from archgen.errors import CatalogueError
from archgen.loading.shipped import shipped
from archgen.model.known_number import KnownNumber, NumberGroup

FOLDER = "numbers"
NEEDED = ("name", "value", "means", "source")
LISTS = ("held_by", "rules")
OTHERS = ("takes", "differs", "words", "share")


@cache
def known_numbers() -> Sequence[NumberGroup]:
    """All groups, in the order of their files."""
    return [group_of(path) for path in sorted((shipped("patterns") / FOLDER).glob("*.yaml"))]


def group_of(file: Path) -> NumberGroup:
    """The numbers of a file. Raises CatalogueError where something is left out or unknown."""
    told = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    numbers = tuple(_number(id, file, one) for id, one in told["numbers"].items())
    return NumberGroup(file.stem.lstrip("0123456789-"), told["title"], told["says"], numbers)


def _number(id: str, file: Path, one: Mapping[str, Any]) -> KnownNumber:
    for key in NEEDED:
        if not one.get(key):
            raise CatalogueError(f"{file}: {id} does not state `{key}`")
    for key in one:
        if key not in (known := (*NEEDED, *LISTS, *OTHERS)):
            raise CatalogueError(f"{file}: {id} states `{key}`, which means nothing; there are {', '.join(known)}")
    told: dict[str, Any] = {key: tuple(value) if key in LISTS else value for key, value in one.items()}
    return KnownNumber(id, **told)
