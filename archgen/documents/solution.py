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
    bare: dict[str, str] = {}
    for part in members:
        text, note = portrait(dossier, part), gloss(part)
        if text == f"{with_article(sort_of(part))}." and not note:
            bare[part.name] = sort_of(part)
        else:
            told.setdefault((note, text), []).append(part.name)
    for note, text, names in told_together(told):
        yield Point(joined(names), _of_each(text) if len(names) > 1 else text, note=note)
    if bare:
        yield Point(joined([*bare]), _of_bare([*bare.values()]))


def _of_bare(sorts: Sequence[str]) -> str:
    """Components of which nothing is stated: their sorts in their order, told once where all are of one."""
    first, *others = [with_article(one) for one in sorts]
    if len(set(sorts)) == 1:
        return f"{first}. {BARE.format('it')}" if not others else f"Each is {first[:1].lower()}{first[1:]}. {BARE.format('them')}"
    more = [f"{one[:1].lower()}{one[1:]}" for one in others]
    return f"{joined([first, *more])}. {BARE.format('them')}"


def _of_each(text: str) -> str:
    """What is told of one, told of several that are alike."""
    article = next((one for one in ("A ", "An ") if text.startswith(one)), "")
    return f"Each is {text[:1].lower()}{text[1:]}" if article else f"They are alike. {text}"
