"""State machines: the states that a thing goes through, and what takes it from one to the next.

Each state machine of a design is a figure of its own. The flag marks the state where it starts. A filled box is an end; a state
of failure has the colour of it. A dashed arrow is one that time sets off, when nothing else has.
"""

from collections.abc import Iterator, Mapping

from archgen import State, StateMachine, Tone, Transition
from archgen.diagrams.notation.caption import caption
from archgen.plugin import Architecture, Arrow, Box, Diagram, Drawing, LegendEntry, figure_names, readable

# What sets a transition off, as a figure says it.
BY: Mapping[str | None, str] = {
    "client": "the client",
    "service": "the service",
    "worker": "the worker",
    "storage_event": "an event of the storage",
    "timer": "a timer",
    "person": "a person",
}
LEGEND = (LegendEntry("solid", "something happens"), LegendEntry("dashed", "time runs out"))


def draw(architecture: Architecture) -> Iterator[Drawing]:
    """A figure of every state machine that has states."""
    machines = [one for one in architecture.design.behaviours if isinstance(one, StateMachine) and one.states]
    for machine in machines:
        arrows = tuple(_arrow(machine, transition) for transition in machine.transitions)
        yield Drawing(
            figure_names(architecture)[machine],
            f"{architecture.name}: {machine.name}",
            _describe(machine),
            tuple(_box(machine, state) for state in machine.states),
            arrows,
            direction="right",
            legend=LEGEND if any(arrow.style == "dashed" for arrow in arrows) else (),
        )


def _box(machine: StateMachine, state: State) -> Box:
    glyph = "flag" if state is machine.states[0] else ""
    remarks = ", ".join(_remarks(machine, state))
    return Box(_id(state.name), state.name, remarks, glyph, _tone(state), "answer" if state.terminal else "card")


def _tone(state: State) -> Tone:
    if state.failure:
        return "bad"
    ended: Tone = "good" if state.failure is False else "neutral"
    return ended if state.terminal else "compute"


def _remarks(machine: StateMachine, state: State) -> Iterator[str]:
    if state is machine.states[0]:
        yield "start"
    if state.failure:
        yield "failure"
    if state.terminal:
        yield "end"
    if state.visible is False:
        yield "users do not see it"
    timed = any(one.by == "timer" and not one.when and one.source == state.name for one in machine.transitions)
    if state.timeout is not None and not timed:
        yield f"at most {readable(state.timeout)}"


def _arrow(machine: StateMachine, transition: Transition) -> Arrow:
    ends = _id(transition.source), _id(transition.target)
    return Arrow(*ends, said(machine, transition), "dashed" if transition.by == "timer" else "solid")


def said(machine: StateMachine, transition: Transition) -> str:
    """What sets a transition off; after how long, where time does and nothing else is said of it."""
    words = transition.when or _cause(machine, transition)
    return f"{words} ({_tries(transition)})" if words and transition.attempts else words


def _cause(machine: StateMachine, transition: Transition) -> str:
    left = next((state.timeout for state in machine.states if state.name == transition.source), None)
    if transition.by == "timer" and left is not None:
        return f"after {readable(left)}"
    return caption(transition.along) if transition.along else BY.get(transition.by, "")


def _tries(transition: Transition) -> str:
    if transition.attempts == "unlimited":
        return "without end"
    return "once" if transition.attempts == 1 else f"up to {transition.attempts} times"


def _id(name: str) -> str:
    return f"state:{name}"


def _describe(machine: StateMachine) -> str:
    first = machine.summary or f"{machine.name}: states and what leads from one to the next."
    states = [
        f"{state.name} ({', '.join(told)})" if (told := [*_remarks(machine, state)]) else state.name for state in machine.states
    ]
    ways = [
        f"From {one.source} to {one.target}{f': {said(machine, one)}' if said(machine, one) else ''}."
        for one in machine.transitions
    ]
    return " ".join((first, f"States: {', '.join(states)}.", *ways))


diagram = Diagram("State machines", Architecture, draw)
