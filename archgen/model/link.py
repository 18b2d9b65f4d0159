"""Linking: from a design to an architecture."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from archgen.dsl.component import Component, slug
from archgen.dsl.connection import Connection
from archgen.dsl.design import Design
from archgen.dsl.group import Group
from archgen.dsl.walkthrough import Walkthrough
from archgen.dsl.word import Word, attributes
from archgen.errors import Fault, SpecError
from archgen.model.architecture import Architecture
from archgen.model.ids import ids
from archgen.model.spec import Spec

# More frames within frames than any figure can show.
MAX_GROUPS = 20


def link(spec: Spec | Design) -> Architecture:
    """Collect a design's parts, give each its id and check what they refer to. Raises SpecError with all that is wrong."""
    spec = spec if isinstance(spec, Spec) else Spec(spec)
    connections = tuple(dict.fromkeys(part for part in spec.design.parts if isinstance(part, Connection)))
    components = tuple(_components(spec.design))
    groups = tuple(dict.fromkeys(group for component in components for group in islice(_around(component), MAX_GROUPS)))
    architecture = Architecture(spec.design, components, connections, groups, ids(components, connections, groups))
    faults = [*_too_deep(spec, components), *_clashes(spec, architecture.ids), *_namesakes(spec), *_strangers(spec, architecture)]
    if faults:
        raise SpecError(faults)
    return architecture


def _components(design: Design) -> Iterable[Component]:
    """In the order of their appearance, each with those that only its attributes refer to."""
    found: dict[Component, None] = {}
    for part in design.parts:
        waiting = [part.target, part.source] if isinstance(part, Connection) else [part]
        while waiting:
            component = waiting.pop()
            if component not in found:
                found[component] = None
                waiting += [value for value in reversed(attributes(component).values()) if isinstance(value, Component)]
    return found


def _around(component: Component) -> Iterator[Group]:
    """The groups that a component stands in, the innermost first."""
    group = component.group
    while group:
        yield group
        group = group.group


def _too_deep(spec: Spec, components: Iterable[Component]) -> Iterator[Fault]:
    for component in components:
        if next(islice(_around(component), MAX_GROUPS, None), None):
            message = f'"{component.name}" stands in more than {MAX_GROUPS} groups, one in another; leave some of them out'
            yield Fault(message, spec.locate(component, "group"))


def _clashes(spec: Spec, ids: Mapping[Word, str]) -> Iterator[Fault]:
    """Groups have ids of their own, so that a tier and a component may share a name."""
    first: dict[tuple[bool, str], Word] = {}
    for part, id in ids.items():
        other = first.setdefault((isinstance(part, Group), id), part)
        if other is not part:
            where = f" (the other: {spec.locate(other)})" if spec.locate(other) else ""
            yield Fault(f'two parts have the id "{id}"{where}; give one of them an id of its own', spec.locate(part))


def _namesakes(spec: Spec) -> Iterator[Fault]:
    """The figures of walkthroughs are named after them."""
    first: dict[str, Walkthrough] = {}
    for walkthrough in spec.design.walkthroughs:
        if first.setdefault(slug(walkthrough.name), walkthrough) is not walkthrough:
            yield Fault(
                f'two walkthroughs are called "{walkthrough.name}"; give one of them another name', spec.locate(walkthrough)
            )


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
