"""Paragraphs that differ in one time alone, told as one."""

import re
from collections.abc import Iterator, Mapping, Sequence

from archgen.documents.facts import joined

TIME = re.compile(r"(?<![\w.,])\d[\d.,]* (?:ms|s|min|h|days?|months?|years?)\b")
GAP = "\0"
# What is shorter is not told together: there is little to spare.
LONG = 120

Told = tuple[str, str, Sequence[str]]


def told_together(told: Mapping[tuple[str, str], Sequence[str]]) -> Iterator[Told]:
    """Note, text and names of each, from the names by note and text; the times of others in brackets behind that of the first."""
    groups: dict[tuple[str, str], list[tuple[str, Sequence[str]]]] = {}
    for (note, text), names in told.items():
        groups.setdefault((note, TIME.sub(GAP, text)), []).append((text, names))
    for (note, bare), several in groups.items():
        times = [TIME.findall(text) for text, _ in several]
        differing = [place for place, held in enumerate(zip(*times, strict=True)) if len(set(held)) > 1]
        if note or len(differing) != 1 or len(bare) < LONG:
            yield from ((note, text, names) for text, names in several)
        else:
            by_time = [(held[differing[0]], names) for held, (_, names) in zip(times, several, strict=True)]
            yield note, _filled(bare, times[0], differing[0], by_time), [name for _, names in several for name in names]


def _filled(bare: str, times: Sequence[str], at: int, by_time: Sequence[tuple[str, Sequence[str]]]) -> str:
    others = ", ".join(f"{time} at {joined(names)}" for time, names in by_time[1:])
    held = [f"{time} ({others})" if place == at else time for place, time in enumerate(times)]
    return "".join(piece + time for piece, time in zip(bare.split(GAP), [*held, ""], strict=True))
