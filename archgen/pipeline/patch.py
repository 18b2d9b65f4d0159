"""What a change to a file comes to, as a patch."""

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archgen.fixing.same_lines import same_lines

# So many lines are shown around what changes.
AROUND = 3
# Lines that go, and those that come in their place: the first of each, and the first behind them.
Change = tuple[int, int, int, int]


def patch(path: str, before: bytes, after: bytes) -> str:
    """The lines that change, with a few around them, as `diff -u` and `patch` have them."""
    old, new = (io.StringIO(data.decode(), newline="\n").readlines() for data in (before, after))
    hunks = [_hunk(changes, old, new) for changes in _close(list(_changes(old, new)))]
    lines = [f"--- {path}\n", f"+++ {path}\n", *(line for hunk in hunks for line in hunk)] if hunks else []
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """What lies between lines that are the same."""
    same = [(-1, -1), *same_lines(old, new), (len(old), len(new))]
    for (first, second), (next_first, next_second) in pairwise(same):
        if next_first - first > 1 or next_second - second > 1:
            yield first + 1, next_first, second + 1, next_second


def _close(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """The changes, those together whose surroundings touch."""
    group: list[Change] = []
    for change in changes:
        if group and change[0] - group[-1][1] > 2 * AROUND:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _hunk(changes: Sequence[Change], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    first, last = changes[0], changes[-1]
    before = min(AROUND, first[0])
    behind = min(AROUND, len(old) - last[1])
    yield f"@@ -{_range(first[0] - before, last[1] + behind)} +{_range(first[2] - before, last[3] + behind)} @@\n"
    at = first[0] - before
    for start, end, other, other_end in changes:
        yield from (f" {line}" for line in old[at:start])
        yield from (f"-{line}" for line in old[start:end])
        yield from (f"+{line}" for line in new[other:other_end])
        at = end
    yield from (f" {line}" for line in old[at : at + behind])


def _range(start: int, end: int) -> str:
    """Lines as patches have them: the first, counted from 1, and how many; the one before where there are none."""
    count = end - start
    return f"{start + 1}" if count == 1 else f"{start + bool(count)},{count}"
