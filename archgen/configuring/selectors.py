"""Selectors: what names rules, be it one by its code or name, those of a prefix or a family, or all."""

import re
from collections.abc import Iterable

from archgen.errors import Position, suggestion
from archgen.model.catalogue import FAMILIES, Entry, Shelf, folded
from archgen.model.rule import Rule
from archgen.values import dataclass

ALL = "all"
# How narrow a selector is: a prefix by its length, one rule more than any prefix.
EVERY_RULE, FAMILY, ONE_RULE = 0, 2, 100
PREFIX = re.compile(r"([a-z]{2,})(\d*)")


@dataclass(frozen=True)
class Selector:
    """What was written, the codes of the rules that it means, how narrow it is and where it stands: a place, or an option.

    `note` says by what name a rule goes that was named by one it no longer has; it is empty otherwise.
    """

    text: str
    codes: frozenset[str]
    narrowness: int
    origin: str
    place: Position | None = None
    note: str = ""

    def __str__(self) -> str:
        return self.text


def selector(text: str, rules: Shelf[Rule], origin: str, place: Position | None = None) -> Selector:
    """Read a selector. Raises ValueError where it means nothing that exists."""
    entry = rules.find(text)
    if entry:
        return Selector(text, frozenset([entry.code]), ONE_RULE, origin, place, renaming(text, rules))
    codes = [one.code for one in rules]
    name = folded(text)
    family = next((family for family in _families(rules) if folded(family) == name), None)
    if name == ALL:
        return Selector(text, frozenset(codes), EVERY_RULE, origin, place)
    if family:
        return Selector(text, frozenset(one.code for one in rules if one.family == family), FAMILY, origin, place)
    prefix = PREFIX.fullmatch(name)
    of_prefix = frozenset(code for code in codes if prefix and _begins(folded(code), prefix))
    if prefix and (of_prefix or name.upper() in {family.code for family in FAMILIES.values()}):
        return Selector(text, of_prefix, FAMILY + len(prefix[2]), origin, place)
    known = [*rules.names(), *_families(rules), *(family.code for family in FAMILIES.values())]
    raise ValueError(f'there is no rule, family or prefix of codes "{text}"{_nearest(text, known)}')


def one_rule(text: str, rules: Shelf[Rule]) -> Entry[Rule]:
    """The rule of that code or name. Raises ValueError where there is none."""
    entry = rules.find(text)
    if entry is None:
        raise ValueError(f'there is no rule "{text}"{_nearest(text, rules.names())}')
    return entry


def renaming(text: str, rules: Shelf[Rule]) -> str:
    """By what name a rule goes that is named by one it no longer has; empty where it still has that, and for what is no rule."""
    entry = rules.find(text)
    now = entry is None or folded(text) in (folded(entry.code), folded(entry.name))
    return "" if now or entry is None else f'the rule "{text}" is now {entry.code} {entry.name}'


def narrowest(selectors: Iterable[Selector], code: str) -> Selector | None:
    """Of those that mean the rule, the narrowest; of equally narrow ones the last."""
    found = [one for one in selectors if code in one.codes]
    return max(reversed(found), key=lambda one: one.narrowness, default=None)


def _families(rules: Shelf[Rule]) -> list[str]:
    """Those of archgen, and those that rules besides are of."""
    return list(dict.fromkeys([*FAMILIES, *(entry.family for entry in rules)]))


def _begins(code: str, prefix: re.Match[str]) -> bool:
    """Whether a code has all letters of the prefix, no others, and its digits first."""
    digits = code.lstrip("abcdefghijklmnopqrstuvwxyz")
    return code.removesuffix(digits) == prefix[1] and digits.startswith(prefix[2])


def _nearest(text: str, known: Iterable[str]) -> str:
    """Those that are most like it; where none is, where all of them are listed."""
    near = suggestion(_as_written(text), known)
    return near if near.startswith("; did you mean") else "; `archgen list rules` lists them"


def _as_written(text: str) -> str:
    """Codes are in upper case and names in lower, whatever is made of that."""
    return text.upper() if re.fullmatch(r"[A-Za-z]{2}|[A-Za-z]+\d+", text) else text.lower()
