"""Walkthroughs: one scenario as numbered messages between the components that take part in it.

Each scenario of a design is a figure of its own. A dashed message is an answer, or one that nobody waits for an answer to.
"""

from collections.abc import Iterator

from archgen import Component, Group, Step, Walkthrough
from archgen.diagrams.notation.caption import caption, is_asynchronous, legend
from archgen.diagrams.notation.card import card, end_id
from archgen.plugin import Architecture, Diagram, Message, Sequence, slug


def draw(architecture: Architecture) -> Iterator[Sequence]:
    """A figure of every walkthrough that has steps."""
    for walkthrough in architecture.design.walkthroughs:
        if walkthrough.steps:
            yield _sequence(architecture, walkthrough)


def _sequence(architecture: Architecture, walkthrough: Walkthrough) -> Sequence:
    messages = tuple(_message(architecture, step) for step in walkthrough.steps)
    part = dict.fromkeys(component for step in walkthrough.steps for component in _ends(step))
    return Sequence(
        f"walkthrough-{slug(walkthrough.name).replace('_', '-')}",
        f"{architecture.name}: {walkthrough.name}",
        _describe(walkthrough),
        tuple(card(architecture, component) for component in part),
        messages,
        legend(messages),
    )


def _message(architecture: Architecture, step: Step) -> Message:
    source, target = _ends(step)
    unanswered = step.back or is_asynchronous(step.along)
    return Message(end_id(architecture, source), end_id(architecture, target), _said(step), "dashed" if unanswered else "solid")


def _ends(step: Step) -> tuple[Component | Group, Component | Group]:
    ends = step.along.origin, step.along.destination
    return ends[::-1] if step.back else ends


def _said(step: Step) -> str:
    return step.text or caption(step.along)


def _describe(walkthrough: Walkthrough) -> str:
    steps = [
        f"{number}. {source.name} to {target.name}: {_said(step)}."
        for number, step in enumerate(walkthrough.steps, 1)
        for source, target in [_ends(step)]
    ]
    return " ".join((walkthrough.summary or f"{walkthrough.name}, step by step.", *steps))


diagram = Diagram("Walkthroughs", Architecture, draw)
