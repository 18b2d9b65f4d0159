"""The words that there are for what is stated: "tried 3 times" for the attempts of a retry."""

import re
from collections.abc import Mapping

from archgen.documents import clauses
from archgen.documents.component_words import COMPONENTS, Words
from archgen.documents.connection_words import CONNECTIONS
from archgen.documents.policy_words import POLICIES
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.word import Word

EVERY = re.compile(r"every 1 (\w+)")
ONE_OF = re.compile(r"(?<![\d,.])1 ([a-z]{3,}?)(ies|s)\b")
UNITS = {"s": "second", "min": "minute", "h": "hour", "d": "day"}


def in_words(word: Word, name: str, held: object, said: str) -> str:
    """What the attribute states, where there are words for it, else nothing; `said` is its value as people read it."""
    words = _words(word, name, held)
    if isinstance(words, Mapping):
        words = words.get(str(held), words.get("*", ""))
    return each_time(words.format(said))


def each_time(text: str) -> str:
    """Every minute, not every 1 min; 1 partition, not 1 partitions.

    >>> each_time("every 1 min"), each_time("1 partitions"), each_time("1 copies")
    ('every minute', '1 partition', '1 copy')
    """
    every = EVERY.sub(lambda found: f"every {UNITS.get(found[1], found[1])}", text)
    return ONE_OF.sub(lambda found: f"1 {found[1]}{'y' if found[2] == 'ies' else ''}", every)


def _words(word: Word, name: str, held: object) -> Words:
    """Of the word itself or one that it is a sort of, before what is said of every word."""
    table = CONNECTIONS if isinstance(word, Connection | PatternInstance) else COMPONENTS if isinstance(word, Component) else {}
    name = f"no {name}" if f"no {name}" in table and held in (False, ()) else name
    known = {**POLICIES, **table}
    lines = type(word).__mro__
    own = next((known[key] for each in lines if (key := f"{each.__name__}.{name}") in known), None)
    return own or table.get(name) or (_clause(name, held) if isinstance(word, Component) else "")


def _clause(name: str, held: object) -> Words:
    """What sentences say of a component, where a table has no shorter words."""
    if isinstance(held, bool):
        return (clauses.YES if held else clauses.NO).get(name, "") or clauses.CHOICES.get(name, {})
    return clauses.CHOICES.get(name) or clauses.VALUES.get(name, "")
