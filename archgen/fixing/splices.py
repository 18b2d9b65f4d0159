"""Changes to a text as replacements of parts of it, so that everything around them stays as it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archgen.fixing.same_lines import same_lines

LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True)
class Splice:
    """What stands from `start` up to `end` is replaced by `text`; where both are the same, the text is put there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Refusal:
    """That an edit cannot be made in a text, and why."""

    reason: str

    def of(self, name: str) -> "Refusal":
        """The same, said of a part by its name.

        >>> Refusal("it is made in a loop").of("Gateway").reason
        'Gateway is made in a loop'
        """
        return replace(self, reason=f"{name}{self.reason.removeprefix('it')}") if self.reason.startswith("it ") else self


CLASH = Refusal("another edit changes the same place")


def in_order(splices: Iterable[Splice]) -> list[Splice]:
    """The splices as they stand in the text; what is put at one place keeps its order, and follows what ends there."""
    return sorted(splices, key=lambda one: (one.start, one.end))


def clash(splices: Sequence[Splice]) -> bool:
    """Whether two of them replace the same part of the text."""
    return any(one.end > other.start for one, other in pairwise(in_order(splices)))


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with the splices made.

    >>> spliced("a c d", [Splice(4, 5, "e"), Splice(1, 1, " b")])
    'a b c e'
    """
    made, done = [], 0
    for one in in_order(splices):
        made += [text[done : one.start], one.text]
        done = one.end
    return "".join([*made, text[done:]])


def moved(offset: int, splices: Iterable[Splice]) -> int:
    """Where something that begins at the offset begins after the splices."""
    return offset + sum(len(one.text) - (one.end - one.start) for one in splices if one.end <= offset)


def with_ends_of(before: str, text: str) -> str:
    r"""The text, its lines ended as those of the text that it was made from, which may mix several ends.

    >>> with_ends_of("a\r\nb\nc\r\n", "a\nB\nb\nc\n")
    'a\r\nB\r\nb\nc\r\n'
    """
    known, lines = LINES.findall(before), LINES.findall(text)
    ends = {line[len(line.rstrip("\r\n")) :] for line in known} - {""}
    if len(ends) <= 1:
        return text.replace("\n", ends.pop()) if ends else text
    plain = [line.rstrip("\r\n") for line in known]
    origin = {new: old for old, new in same_lines(plain, [line.rstrip("\n") for line in lines])}
    made, last = [], "\n"
    for index, line in enumerate(lines):
        own = known[origin[index]][len(plain[origin[index]]) :] if index in origin else ""
        last = own or last
        made.append(line.rstrip("\n") + (last if line.endswith("\n") else ""))
    return "".join(made)
