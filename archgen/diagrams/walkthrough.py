"""Walkthroughs: one scenario as numbered messages between the components that take part in it.

Each scenario of a design is a figure of its own. A dashed message is an answer, or one that nobody waits for an answer to. What
happens in another case stands behind the step that it belongs to, in a bracket under the case: 3a.1 is the first step of the
first other case of step 3. A bracket in the colour of failure says that something has failed.
"""

from collections.abc import Iterator

from archgen import Component, Group, Step, Walkthrough
from archgen.diagrams.notation.caption import is_asynchronous, legend, passing
from archgen.diagrams.notation.card import card, end_id
from archgen.plugin import Architecture, Case, Diagram, Message, Passed, Sequence, Told, slug, told


def draw(architecture: Architecture) -> Iterator[Sequence]:
    """A figure of every walkthrough that has steps."""
    for walkthrough in architecture.design.walkthroughs:
        if walkthrough.steps:
            yield _sequence(architecture, walkthrough)


def _sequence(architecture: Architecture, walkthrough: Walkthrough) -> Sequence:
    lines = list(told(walkthrough.steps))
    passed = [line for line in lines if isinstance(line, Passed)]
    messages = tuple(_message(architecture, line) for line in passed)
    part = dict.fromkeys(component for line in passed for component in _ends(line.step))
    return Sequence(
        f"walkthrough-{slug(walkthrough.name).replace('_', '-')}",
        f"{architecture.name}: {walkthrough.name}",
        _describe(walkthrough, lines),
        tuple(card(architecture, component) for component in part),
        messages,
        legend(messages),
        tuple(_cases(lines)),
    )


def _message(architecture: Architecture, passed: Passed) -> Message:
    source, target = _ends(passed.step)
    unanswered = passed.step.back or is_asynchronous(passed.step.along)
    ends = end_id(architecture, source), end_id(architecture, target)
    return Message(*ends, _said(passed.step), "dashed" if unanswered else "solid", passed.number)


def _cases(lines: list[Passed | Told]) -> Iterator[Case]:
    """Each case around the messages that are numbered after it."""
    place = 0
    for index, line in enumerate(lines):
        if isinstance(line, Passed):
            place += 1
        else:
            within = sum(isinstance(one, Passed) and one.number.startswith(f"{line.number}.") for one in lines[index:])
            yield Case(f"{line.number}. {line.text}", place, place + within, "bad" if line.failure else "neutral")


def _ends(step: Step) -> tuple[Component | Group, Component | Group]:
    ends = step.along.origin, step.along.destination
    return ends[::-1] if step.back else ends


def _said(step: Step) -> str:
    return step.text or passing(step.along)


def _describe(walkthrough: Walkthrough, lines: list[Passed | Told]) -> str:
    return " ".join((walkthrough.summary or f"{walkthrough.name}, step by step.", *map(_sentence, lines)))


def _sentence(line: Passed | Told) -> str:
    if isinstance(line, Told):
        return f"{line.number}. {_ended(line.text)}"
    source, target = _ends(line.step)
    return f"{line.number}. {source.name} to {target.name}: {_ended(_said(line.step))}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


diagram = Diagram("Walkthroughs", Architecture, draw)
