"""Linking: from a design to an architecture."""

from collections.abc import Iterable, Iterator

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.data import Data
from archgen.dsl.design import Design
from archgen.dsl.group import Group
from archgen.dsl.part import Part
from archgen.dsl.pattern_instance import PatternInstance
from archgen.errors import Fault, SpecError
from archgen.model.architecture import Architecture, around
from archgen.model.ids import ids
from archgen.model.link_faults import link_faults
from archgen.model.referred import referred
from archgen.model.spec import Spec
from archgen.vocabulary.components.system import System


def link(spec: Spec | Design) -> Architecture:
    """Collect a design's parts, give each its id and check what they refer to. Raises SpecError with all that is wrong."""
    spec = spec if isinstance(spec, Spec) else Spec(spec)
    design = spec.design
    connections = tuple(dict.fromkeys(_connections(design)))
    parts = _parts(design)
    components = tuple(part for part in parts if isinstance(part, Component))
    data = tuple(part for part in parts if isinstance(part, Data))
    around_parts = dict.fromkeys(part.group for part in components if part.group)
    groups = tuple(dict.fromkeys([*(one for group in around_parts for one in (group, *around(group))), *_ends(connections)]))
    named = ids(components, connections, groups, data, design.behaviours)
    architecture = Architecture(design, components, connections, groups, data, named)
    faults = [*link_faults(spec, architecture), *_within(spec, components)]
    if faults:
        raise SpecError(sorted(faults, key=_place))
    return architecture


def _place(fault: Fault) -> tuple[int, int]:
    """Faults stand in the order of their places; those without one keep theirs, before all others."""
    position = fault.position
    return (position.line or 0, position.column or 0) if position else (0, 0)


def _within(spec: Spec, components: Iterable[Component]) -> Iterator[Fault]:
    """What is wrong with the designs that components hold."""
    for component in components:
        if isinstance(component, System):
            try:
                link(Spec(component.design, spec.path, spec.places))
            except SpecError as problem:
                yield from problem.faults


def _connections(design: Design) -> Iterator[Connection]:
    """Those that stand among the parts, and those that patterns bring."""
    for part in design.parts:
        if isinstance(part, Connection):
            yield part
        elif isinstance(part, PatternInstance):
            yield from part.connections


def _ends(connections: Iterable[Connection]) -> Iterator[Group]:
    """Groups that connections lead to or from, with those around them."""
    for end in (end for part in connections for end in (part.source, part.target)):
        if isinstance(end, Group):
            yield end
            yield from around(end)


def _parts(design: Design) -> Iterable[Part]:
    """Components and data in the order of their appearance, each with those that only its attributes refer to."""
    found: dict[Part, None] = {}
    spoken = (one for behaviour in design.behaviours for one in referred(behaviour) if isinstance(one, Data))
    waiting: list[object] = [*reversed([*design.data, *design.parts, *spoken])]
    while waiting:
        part = waiting.pop()
        if isinstance(part, PatternInstance):
            waiting += part.connections[::-1]
        elif isinstance(part, Connection):
            waiting += [one for one in _spoken_of(part) if one not in found][::-1]
        elif isinstance(part, (Component, Data)) and part not in found:
            found[part] = None
            waiting += list(_spoken_of(part))[::-1]
    return found


def _spoken_of(part: Part | Connection) -> Iterator[Part]:
    return (one for one in referred(part) if isinstance(one, (Component, Data)))
