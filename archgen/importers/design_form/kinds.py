"""The words that a `kind` may name, each imported when it is named."""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

import archgen
from archgen.plugin import SORTS, Node, Reading, Word, offer, snake

W = TypeVar("W", bound=Word)
# The grammar's own words, for what has no word of its own.
EXAMPLES: Mapping[str, str] = {
    "components": "service",
    "connections": "calls",
    "data": "entity",
    "patterns": "cache_aside",
    "behaviours": "workflow",
}
PLAIN: Mapping[str, str] = {"components": "Component", "connections": "Connection"}


@cache
def kinds(section: str) -> Mapping[str, str]:
    """The kinds of a section and the words that they name."""
    names = [*SORTS[section], *([PLAIN[section]] if section in PLAIN else [])]
    return {snake(name): name for name in names}


def word_of_kind(reading: Reading, node: Node, section: str, what: str, base: type[W]) -> type[W] | None:
    """The word that the entry's `kind` names; None, and a fault, where it names none."""
    entry = node.value if isinstance(node.value, dict) else {}
    known = kinds(section)
    if "kind" not in entry:
        # Somebody writes "calls: api". Among data, a kind is also the name of an attribute.
        meant = next(filter(known.__contains__, entry), None) if section != "data" else None
        instead = f'; write "kind: {meant}" in place of "{meant}: ..."' if meant else f', such as "{EXAMPLES[section]}"'
        reading.refuse(f"this {what} needs a kind{instead}", node.position)
        return None
    name = reading.text(entry["kind"], "kind")
    if name is None:
        return None
    word = getattr(archgen, known[name]) if name in known else None
    if isinstance(word, type) and issubclass(word, base):
        return word
    instead = "; it is written within another word" if word else _instead(name, known)
    reading.refuse(f'there is no kind of {what} "{name}"{instead}', entry["kind"].position)
    return None


def _instead(name: str, known: Mapping[str, str]) -> str:
    """The kind that was meant, or the section that it belongs in."""
    home = next((section for section in SORTS if name in kinds(section)), None)
    if home in EXAMPLES:
        return f"; it belongs under {home}"
    return offer(name, known, "`archgen list words` lists them")
