"""Components one by one: what is stated of each, and what the rest of the document says of it in other places."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from archgen.documents.drawn_parts import homes
from archgen.documents.facts import facts
from archgen.dsl.component import Component
from archgen.dsl.group import Group
from archgen.dsl.humanised import humanised
from archgen.dsl.naming import kind
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.word import attributes
from archgen.model.architecture import Architecture
from archgen.model.dossier import Dossier, Figure
from archgen.model.part_leaf import PartLeaf, Passing, WalkLeaf


def part_by_part(dossier: Dossier, walks: tuple[WalkLeaf, ...]) -> Iterator[PartLeaf]:
    """Every component of the design, in its order."""
    architecture, drawn = dossier.architecture, homes(dossier.views)
    takers = list(_takers(dossier))
    for part in architecture.components():
        id = architecture.id(part)
        yield replace(
            _stated(architecture, part, drawn.get(id, "")),
            numbers=tuple(_numbers(dossier, id)),
            findings=tuple(one for one in dossier.report.findings if id in one.subjects),
            accepted=tuple((one.finding, one.reason) for one in dossier.report.waived if id in one.finding.subjects),
            patterns=tuple(dict.fromkeys(pattern for pattern, held in takers if part in held)),
            walkthroughs=tuple(_passings(id, part, walks, {group: architecture.id(group) for group in architecture.groups})),
        )


def parts_drawn(architecture: Architecture, figures: Iterable[Figure]) -> Iterator[PartLeaf]:
    """Every component that one of these figures draws, with what it is and what is stated of it, and no more."""
    drawn = homes(figures)
    for part in architecture.components():
        if figure := drawn.get(architecture.id(part)):
            yield _stated(architecture, part, figure)


def told_together(one: Iterable[PartLeaf], other: Iterable[PartLeaf]) -> Iterator[PartLeaf]:
    """The components of two figures of one page: once where the same is told of both, else each for its figure alone."""
    others = {part.id: part for part in other}
    for part in one:
        beside = others.pop(part.id, part)
        if replace(beside, figure=part.figure) == part:
            yield part
        else:
            yield replace(part, only=True)
            yield replace(beside, only=True)
    yield from others.values()


def _stated(architecture: Architecture, part: Component, figure: str) -> PartLeaf:
    group, stated = part.group.name if part.group else "", tuple(filter(None, facts(part).split("; ")))
    return PartLeaf(architecture.id(part), part.name, _sort(part), group, figure, facts=stated)


def _sort(part: Component) -> str:
    """Which word it is, as it stands in a sentence."""
    words = humanised(kind(type(part)))
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _numbers(dossier: Dossier, id: str) -> Iterator[tuple[str, str]]:
    for one in dossier.numbers:
        if dossier.estimate.of(id, one.measure) is one.quantity:
            yield one.measure.replace("_", " "), one.value


def _takers(dossier: Dossier) -> Iterator[tuple[str, set[object]]]:
    """Each pattern that the design puts to use, and the components that take part in it."""
    for one in dossier.architecture.design.parts:
        if isinstance(one, PatternInstance):
            ends = [end for along in one.connections for end in (along.source, along.target)]
            held = [
                each for value in attributes(one).values() for each in (value if isinstance(value, tuple | list) else [value])
            ]
            parts = {each for each in (*ends, *held) if isinstance(each, Component | Group)}
            members = {member for each in parts for member in dossier.architecture.members(each)}
            yield one.pattern or kind(type(one)).replace("_", "-"), set(members)


def _passings(id: str, part: Component, walks: tuple[WalkLeaf, ...], groups: Mapping[Group, str]) -> Iterator[Passing]:
    """The walkthroughs with steps that begin or end at the component or at a group that it stands in."""
    ends, group = {id}, part.group
    while group:
        ends.add(f"group:{groups[group]}")
        group = group.group
    for walk in walks:
        steps = tuple(hop.number for hop in walk.hops if ends & {hop.source, hop.target})
        if steps:
            yield Passing(walk.name, walk.figure, steps)
