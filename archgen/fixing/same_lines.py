"""Which lines of two texts are the same, found in a time that grows about as the texts do."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

# As many pairs of lines are compared one by one; of more lines, those that stand in each text just once are found first.
FEW = 40_000
# So often lines are looked for between those that were found.
DEPTH = 16
Pair = tuple[int, int]
# The first line of each text and the first behind them.
Span = tuple[int, int, int, int]


def same_lines(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The numbers of lines that are the same in both, in order; where texts have little in common, not all that there are.

    >>> same_lines("abcd", "axcd")
    [(0, 0), (2, 2), (3, 3)]
    """
    found: list[Pair] = []
    waiting = [((0, len(old), 0, len(new)), 0)]
    while waiting:
        whole, depth = waiting.pop()
        span = _within(old, new, whole)
        found += _around(whole, span)
        start, end, other, other_end = span
        if (end - start) * (other_end - other) <= FEW:
            found += _one_by_one(old, new, span)
        elif depth < DEPTH:
            waiting += [(between, depth + 1) for between in _between(span, _standing_once(old, new, span))]
    return sorted(found)


def _within(old: Sequence[Hashable], new: Sequence[Hashable], span: Span) -> Span:
    """What is left without the same lines at the start and at the end."""
    start, end, other, other_end = span
    while start < end and other < other_end and old[start] == new[other]:
        start, other = start + 1, other + 1
    while start < end and other < other_end and old[end - 1] == new[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    return start, end, other, other_end


def _around(whole: Span, within: Span) -> Iterator[Pair]:
    """The pairs of lines that one span has more than the other."""
    yield from zip(range(whole[0], within[0]), range(whole[2], within[2]), strict=True)
    yield from zip(range(within[1], whole[1]), range(within[3], whole[3]), strict=True)


def _one_by_one(old: Sequence[Hashable], new: Sequence[Hashable], span: Span) -> Iterator[Pair]:
    start, end, other, other_end = span
    matcher = SequenceMatcher(None, old[start:end], new[other:other_end], autojunk=False)
    for first, second, size in matcher.get_matching_blocks():
        yield from ((start + first + at, other + second + at) for at in range(size))


def _standing_once(old: Sequence[Hashable], new: Sequence[Hashable], span: Span) -> list[Pair]:
    """The most lines in one order that stand in each just once."""
    start, end, other, other_end = span
    once = _once(new, other, other_end)
    pairs = [(at, once[line]) for line, at in _once(old, start, end).items() if line in once]
    return _in_one_order(sorted(pairs))


def _once(lines: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    times = Counter(lines[start:end])
    return {lines[at]: at for at in range(start, end) if times[lines[at]] == 1}


def _in_one_order(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest row of pairs, which are sorted by their first numbers, in which the second numbers grow too."""
    lasts: list[int] = []
    rows: list[int] = []
    before: list[int] = []
    for at, (_, second) in enumerate(pairs):
        place = bisect_left(lasts, second)
        before.append(rows[place - 1] if place else -1)
        lasts[place : place + 1], rows[place : place + 1] = [second], [at]
    chosen, at = [], rows[-1] if rows else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def _between(span: Span, pairs: Sequence[Pair]) -> Iterator[Span]:
    """The spans between pairs of lines, each with the pair that it begins at; none where there are no pairs."""
    if pairs:
        start, end, other, other_end = span
        firsts, seconds = zip(*pairs, strict=True)
        yield from zip((start, *firsts), (*firsts, end), (other, *seconds), (*seconds, other_end), strict=True)
