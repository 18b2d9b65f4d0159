"""What two designs of a rule state differently: that is what the rule is about."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from archgen.dsl.design import Design
from archgen.dsl.readable import named
from archgen.dsl.word import Word, attributes
from archgen.model.link import link
from archgen.model.rule import stated

# Drawn, or part of what a thing is called.
SEEN = ("name", "id", "group", "source", "target", "label", "note")
SHOWN = 6


def differences(flagged: Design, accepted: Design) -> tuple[Sequence[str], Sequence[str]]:
    """What only the one states, and what only the other; the first few of each."""
    one, other = list(_statements(flagged)), list(_statements(accepted))
    return [line for line in one if line not in other][:SHOWN], [line for line in other if line not in one][:SHOWN]


def differing_lines(one: str, other: str) -> tuple[Sequence[int], Sequence[int]]:
    r"""The lines, from 1, that only the one text has, and those that only the other has. An empty line is no difference.

    >>> differing_lines("a\nb\nc", "a\nB\n\nc\nd")
    ([2], [2, 5])
    """
    texts = one.splitlines(), other.splitlines()
    codes = SequenceMatcher(None, *texts, autojunk=False).get_opcodes()
    changed = [code for code in codes if code[0] != "equal"]
    spans = [range(code[1], code[2]) for code in changed], [range(code[3], code[4]) for code in changed]
    return _numbers(texts[0], spans[0]), _numbers(texts[1], spans[1])


def _numbers(lines: Sequence[str], spans: Iterable[range]) -> list[int]:
    return [index + 1 for span in spans for index in span if lines[index]]


def _statements(design: Design) -> Iterator[str]:
    architecture = link(design)
    parts: tuple[Word, ...] = (
        *architecture.groups,
        *architecture.data(),
        *architecture.all_components,
        *architecture.all_connections,
        design.requirements,
    )
    for part in parts:
        yield from (stated(part, name).text for name in attributes(part) if name not in SEEN)
    yield from map(named, design.waivers)
