"""The solution: the overview, then each group with its figure and a paragraph for each of its components."""

from collections.abc import Iterator, Sequence

from archgen.documents.facts import joined
from archgen.documents.paragraphs import told_together
from archgen.documents.point import Point
from archgen.documents.portraits import portrait
from archgen.documents.sorts import gloss, sort_of, with_article
from archgen.dsl.component import Component
from archgen.dsl.group import Group
from archgen.model.dossier import Dossier, Figure
from archgen.values import dataclass

OTHERS = "Outside the groups"
# So the figures of what stands in no group are called, after what stands in their middle.
AROUND = ", Around "
BARE = "Nothing more is stated of {}"


@dataclass(frozen=True)
class Place:
    """A group, or what stands in none: its name, what its author says of it, its figures, and its components in words."""

    name: str
    note: str
    figures: tuple[Figure, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Solution:
    """`overview` are the figures of the whole and those that belong to no group; `places` are the sections below."""

    overview: tuple[Figure, ...]
    places: tuple[Place, ...]


def solution(dossier: Dossier) -> Solution:
    """All of it, each component in one place, each figure once."""
    groups = [one for one in dossier.architecture.groups if any(part.group is one for part in dossier.architecture.components())]
    places = [*(_place(dossier, group) for group in groups), *_ungrouped(dossier, grouped=bool(groups))]
    placed = [figure for place in places for figure in place.figures]
    return Solution(tuple(figure for figure in dossier.views if figure not in placed), tuple(places))


def _place(dossier: Dossier, group: Group) -> Place:
    members = [part for part in dossier.architecture.components() if part.group is group]
    above = f"{group.group.name}: " if group.group else ""
    return Place(above + group.name, group.note or "", tuple(_figures(dossier, group)), tuple(_points(dossier, members)))


def _ungrouped(dossier: Dossier, *, grouped: bool) -> Iterator[Place]:
    members = [part for part in dossier.architecture.components() if part.group is None]
    if members:
        figures = tuple(one for one in dossier.views if grouped and AROUND in one.title)
        yield Place(OTHERS if grouped else "", "", figures, tuple(_points(dossier, members)))


def _figures(dossier: Dossier, group: Group) -> Iterator[Figure]:
    """Those that the division of a large figure made of this group: they bear its name."""
    for figure in dossier.views:
        if figure.name.startswith("components-") and figure.title.endswith(f", {group.name}"):
            yield figure


def _points(dossier: Dossier, members: Sequence[Component]) -> Iterator[Point]:
    """A paragraph each; those of which the same is told share one, and last those of which nothing is told but what they are."""
    told: dict[tuple[str, str], list[str]] = {}
    bare: dict[str, list[str]] = {}
    for part in members:
        text, note = portrait(dossier, part), gloss(part)
        if text == f"{with_article(sort_of(part))}." and not note:
            bare.setdefault(text, []).append(part.name)
        else:
            told.setdefault((note, text), []).append(part.name)
    for note, text, names in told_together(told):
        yield Point(joined(names), _of_each(text) if len(names) > 1 else text, note=note)
    yield from (Point(joined(names), _of_bare(text, len(names) > 1)) for text, names in bare.items())


def _of_bare(sort: str, several: bool) -> str:
    return f"Each is {sort[:1].lower()}{sort[1:]} {BARE.format('them')}" if several else f"{sort} {BARE.format('it')}"


def _of_each(text: str) -> str:
    """What is told of one, told of several that are alike."""
    article = next((one for one in ("A ", "An ") if text.startswith(one)), "")
    return f"Each is {text[:1].lower()}{text[1:]}" if article else f"They are alike. {text}"
