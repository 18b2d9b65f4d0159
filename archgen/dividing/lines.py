"""The lines of one figure of several: those that stay as they are, and those that become one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archgen.dividing.atlas import counted
from archgen.model.drawing import Arrow
from archgen.values import dataclass

WORDS_SHOWN, LONGEST = 2, 28


@dataclass(frozen=True)
class Line:
    """An arrow of the whole between two parts of a figure. It is `plain` where these are just what it leads from and to."""

    source: str
    target: str
    arrow: Arrow
    plain: bool


def drawn(lines: Iterable[Line], *, merged: bool = False) -> Iterator[Arrow]:
    """Arrows for lines. Those between parts that stand for several become one; with `merged` all of them do.

    An arrow that stands for a line as it is in the whole says so in `of`.
    """
    bundles: dict[object, list[Line]] = {}
    for number, line in enumerate(lines):
        alone = line.plain and not merged
        bundles.setdefault(number if alone else frozenset((line.source, line.target)), []).append(line)
    for bundle in bundles.values():
        yield _alone(bundle[0]) if len(bundle) == 1 else _merged(bundle)


def _alone(line: Line) -> Arrow:
    arrow = line.arrow
    if line.plain:
        return replace(arrow, source=line.source, target=line.target)
    return replace(arrow, source=line.source, target=line.target, of=(), said="")


def _merged(bundle: Sequence[Line]) -> Arrow:
    source, target = bundle[0].source, bundle[0].target
    both = any((line.source, line.target) != (source, target) for line in bundle)
    return Arrow(source, target, _label(bundle), "merged", both=both)


def _label(bundle: Sequence[Line]) -> str:
    """What all of them say where that is short, else how many they are."""
    said = list(dict.fromkeys(line.arrow.label for line in bundle))
    listed = ", ".join(said)
    telling = all(said) and len(said) <= WORDS_SHOWN and len(listed) <= LONGEST
    return f"{listed} ({len(bundle)})" if telling else counted(len(bundle), "connection")
