"""Designs with one thing changed somewhere, as a strategy of hypothesis."""

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

import archgen
from archgen.dsl.shape import shape
from archgen.dsl.word import Word

Path = tuple[str | int, ...]
# The attributes of all words, with those that files have other names for.
ATTRIBUTES = sorted(
    {
        name
        for word in vars(archgen).values()
        if isinstance(word, type) and issubclass(word, Word) and word is not Word
        for name in shape(word)
    }
    | {"in", "from", "to"}
)
VALUES: list[object] = [
    None, True, False, 0, 1, 3, -1, 2.5, "x", "", "5s", "200k", "95%", "yes", "part.yaml", [], ["x"], [None], {}, {"name": "x"},
]  # fmt: skip


def objects(value: Any, path: Path = ()) -> Iterator[Path]:
    """Where there are objects."""
    if isinstance(value, dict):
        yield path
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from objects(value[key], (*path, key))


def at(value: Any, path: Path) -> Any:
    """What stands there."""
    for step in path:
        value = value[step]
    return value


@st.composite
def changed(draw: st.DrawFn, document: dict[str, Any]) -> dict[str, Any]:
    """The document with a value replaced, put into a list, left out or added."""
    made = copy.deepcopy(document)
    found = at(made, draw(st.sampled_from(list(objects(made)))))
    known = sorted(found) if found else ["name"]
    name = draw(st.sampled_from(known) | st.sampled_from(ATTRIBUTES))
    change = draw(st.sampled_from(["set", "set", "wrap", "drop"]))
    if change == "set" or name not in found:
        found[name] = draw(st.sampled_from(VALUES))
    elif change == "wrap":
        found[name] = [found[name]]
    else:
        del found[name]
    return made
