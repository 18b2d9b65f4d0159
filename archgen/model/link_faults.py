"""What is wrong with a design that was collected: ids given twice, and words that speak of what is not there."""

from collections.abc import Iterator, Sequence

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.dsl.naming import slug
from archgen.dsl.part import Part
from archgen.dsl.view import View
from archgen.dsl.walkthrough import Step, Walkthrough
from archgen.dsl.word import Word
from archgen.errors import Fault
from archgen.model.architecture import MAX_GROUPS, Architecture, around
from archgen.model.behaviour_faults import behaviour_faults
from archgen.model.ids import sort_of
from archgen.model.referred import referred, stated_within
from archgen.model.spec import Spec


def link_faults(spec: Spec, architecture: Architecture) -> Iterator[Fault]:
    """Everything that keeps the design from being an architecture."""
    yield from _too_deep(spec, architecture)
    yield from _clashes(spec, architecture)
    yield from _namesakes(spec)
    yield from _empty_ends(spec, architecture)
    yield from _strangers(spec, architecture)
    yield from _empty_views(spec, architecture)
    for behaviour in spec.design.behaviours:
        yield from _unknown_parts(spec, architecture, behaviour)
        yield from behaviour_faults(spec, behaviour)


def _too_deep(spec: Spec, architecture: Architecture) -> Iterator[Fault]:
    deepest = {group for group in architecture.groups if len(list(around(group))) >= MAX_GROUPS}
    for component in architecture.components() if deepest else ():
        if component.group in deepest:
            message = f'"{component.name}" stands in more than {MAX_GROUPS} groups, one in another; leave some of them out'
            yield Fault(message, spec.locate(component, "group"))


def _clashes(spec: Spec, architecture: Architecture) -> Iterator[Fault]:
    """Components and connections share their ids; other sorts have their own."""
    first: dict[tuple[str, str], Word] = {}
    for part, id in architecture.ids.items():
        other = first.setdefault((sort_of(part), id), part)
        if other is not part:
            where = f" (the other: {spec.locate(other)})" if spec.locate(other) else ""
            yield Fault(f'two parts have the id "{id}"{where}; give one of them an id of its own', spec.locate(part))


def _namesakes(spec: Spec) -> Iterator[Fault]:
    """The figures of walkthroughs and views are named after them."""
    named: tuple[tuple[str, Sequence[Walkthrough | View]], ...] = (
        ("walkthroughs", spec.design.walkthroughs),
        ("views", spec.design.views),
    )
    for sort, words in named:
        first: dict[str, Word] = {}
        for word in words:
            if first.setdefault(slug(word.name), word) is not word:
                yield Fault(f'two {sort} are called "{word.name}"; give one of them another name', spec.locate(word))


def _empty_ends(spec: Spec, architecture: Architecture) -> Iterator[Fault]:
    empty: set[End] = {group for group in architecture.groups if not architecture.members(group)}
    for connection in architecture.connections() if empty else ():
        for end, attribute in ((connection.source, "source"), (connection.target, "target")):
            if end in empty:
                message = f'nothing stands in the group "{end.name}", which a connection leads to or from; put a component in it'
                yield Fault(message, spec.locate(connection, attribute))


def _strangers(spec: Spec, architecture: Architecture) -> Iterator[Fault]:
    """Walkthroughs and waivers may only speak of what the design holds."""
    for walkthrough in spec.design.walkthroughs:
        for step in (one for one in stated_within(walkthrough) if isinstance(one, Step)):
            if step.along not in architecture.ids:
                yield Fault(
                    f'a step of "{walkthrough.name}" goes along a connection that is not among the parts; add it',
                    spec.locate(step),
                )
    for waiver in spec.design.waivers:
        if waiver.subject is not None and waiver.subject not in architecture.ids:
            yield Fault(f'the waiver of "{waiver.rule}" is for a part that the design does not hold', spec.locate(waiver))


def _empty_views(spec: Spec, architecture: Architecture) -> Iterator[Fault]:
    """Views may only speak of what the design holds, and have to say what they show."""
    for view in spec.design.views:
        if not view.only and view.focus is None:
            yield Fault(f'the view "{view.name}" does not say what it shows; state `only` or `focus`', spec.locate(view))
        for part in dict.fromkeys(referred(view)):
            if part not in architecture.ids:
                yield Fault(f'the view "{view.name}" shows {_described(part)}; add it, or leave it out', spec.locate(view))


def _unknown_parts(spec: Spec, architecture: Architecture, behaviour: Behaviour) -> Iterator[Fault]:
    for part in dict.fromkeys(referred(behaviour)):
        if part not in architecture.ids:
            yield Fault(f'"{behaviour.name}" speaks of {_described(part)}; add it', spec.locate(behaviour))


def _described(part: Part | Connection) -> str:
    if isinstance(part, Connection):
        return f'a connection from "{part.source.name}" to "{part.target.name}" that is not among the parts'
    sort = "component" if isinstance(part, Component) else "part"
    return f'a {sort} "{part.name}" that is not among the parts'
