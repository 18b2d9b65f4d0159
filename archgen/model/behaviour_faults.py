"""What is wrong within a state machine or a workflow: states and steps that are named but not there, or there twice."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.word import Word
from archgen.errors import Fault, suggestion
from archgen.model.spec import Spec
from archgen.vocabulary.behaviours.state_machine import StateMachine
from archgen.vocabulary.behaviours.workflow import Workflow


class Named(Protocol):
    """Something with a name that others of its behaviour refer to."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...


def behaviour_faults(spec: Spec, behaviour: Behaviour) -> Iterator[Fault]:
    """Names given twice, and names of nothing."""
    if isinstance(behaviour, StateMachine):
        yield from _twice(spec, behaviour, behaviour.states, "states")
        states = {state.name: None for state in behaviour.states}
        for transition in behaviour.transitions:
            yield from _unknown(spec, transition, "source", (transition.source,), states, "state")
            yield from _unknown(spec, transition, "target", (transition.target,), states, "state")
    elif isinstance(behaviour, Workflow):
        yield from _twice(spec, behaviour, behaviour.steps, "steps")
        steps = {step.name: None for step in behaviour.steps}
        for step in behaviour.steps:
            yield from _unknown(spec, step, "after", step.after or (), steps, "step")


def _twice(spec: Spec, behaviour: Behaviour, named: Iterable[Named], what: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for one in named:
        if one.name in seen:
            message = f'two {what} of "{behaviour.name}" are called "{one.name}"; give one of them another name'
            yield Fault(message, spec.locate(one) if isinstance(one, Word) else None)
        seen.add(one.name)


def _unknown(spec: Spec, word: Word, attribute: str, names: Sequence[str], there: Collection[str], what: str) -> Iterator[Fault]:
    for name in names:
        if name not in there:
            yield Fault(f'there is no {what} "{name}"{suggestion(name, there)}', spec.locate(word, attribute))
