"""Linking: from a design to an architecture."""

from collections.abc import Iterable, Iterator, Mapping

from archgen.dsl.component import Component, slug
from archgen.dsl.connection import Connection
from archgen.dsl.design import Design
from archgen.dsl.group import Group
from archgen.dsl.word import Word, attributes
from archgen.errors import Fault, SpecError
from archgen.model.architecture import Architecture
from archgen.model.spec import Spec


def link(spec: Spec | Design) -> Architecture:
    """Collect a design's parts, give each its id and check what they refer to. Raises SpecError with all that is wrong."""
    spec = spec if isinstance(spec, Spec) else Spec(spec)
    connections = tuple(dict.fromkeys(part for part in spec.design.parts if isinstance(part, Connection)))
    components = tuple(dict.fromkeys(_components(spec.design)))
    groups = tuple(dict.fromkeys(_groups(components)))
    ids = _ids(components, connections, groups)
    architecture = Architecture(spec.design, components, connections, groups, ids)
    faults = [*_clashes(spec, ids), *_strangers(spec, architecture)]
    if faults:
        raise SpecError(faults)
    return architecture


def _components(design: Design) -> Iterator[Component]:
    """In the order of their appearance, with those that are only referred to by an attribute."""
    for part in design.parts:
        for component in (part.source, part.target) if isinstance(part, Connection) else (part,):
            yield component
            yield from _referred(component, frozenset())


def _referred(component: Component, seen: frozenset[Component]) -> Iterator[Component]:
    for value in attributes(component).values():
        if isinstance(value, Component) and value not in seen:
            yield value
            yield from _referred(value, seen | {component, value})


def _groups(components: Iterable[Component]) -> Iterator[Group]:
    for component in components:
        group = component.group
        while group:
            yield group
            group = group.group


def _ids(components: Iterable[Component], connections: Iterable[Connection], groups: Iterable[Group]) -> Mapping[Word, str]:
    places: tuple[Component | Group, ...] = (*components, *groups)
    ids: dict[Word, str] = {place: place.id or slug(place.name) for place in places}
    counts: dict[str, int] = {}
    for part in connections:
        stem = part.id or f"{ids[part.source]}-{part.verb}-{ids[part.target]}"
        counts[stem] = counts.get(stem, 0) + 1
        ids[part] = stem if counts[stem] == 1 or part.id else f"{stem}-{counts[stem]}"
    return ids


def _clashes(spec: Spec, ids: Mapping[Word, str]) -> Iterator[Fault]:
    """Groups have ids of their own, so that a tier and a component may share a name."""
    first: dict[tuple[bool, str], Word] = {}
    for part, id in ids.items():
        other = first.setdefault((isinstance(part, Group), id), part)
        if other is not part:
            where = f" (the other: {spec.locate(other)})" if spec.locate(other) else ""
            yield Fault(f'two parts have the id "{id}"{where}; give one of them an id of its own: id="..."', spec.locate(part))


def _strangers(spec: Spec, architecture: Architecture) -> Iterator[Fault]:
    """Walkthroughs and waivers may only speak of what the design holds."""
    for walkthrough in spec.design.walkthroughs:
        for step in walkthrough.steps:
            if step.along not in architecture.ids:
                yield Fault(
                    f'a step of "{walkthrough.name}" goes along a connection that is not among the parts; add it',
                    spec.locate(step),
                )
    for waiver in spec.design.waivers:
        if waiver.subject is not None and waiver.subject not in architecture.ids:
            yield Fault(f'the waiver of "{waiver.rule}" is for a part that the design does not hold', spec.locate(waiver))
