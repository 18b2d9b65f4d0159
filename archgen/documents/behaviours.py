"""State machines, workflows and migrations as rows of tables."""

from collections.abc import Iterator, Sequence

from archgen.documents.facts import facts, value
from archgen.documents.protocols import passing
from archgen.dsl.behaviour import Behaviour
from archgen.dsl.readable import named
from archgen.model.dossier import Course
from archgen.vocabulary.behaviours.migration import Migration
from archgen.vocabulary.behaviours.state_machine import StateMachine
from archgen.vocabulary.behaviours.transition import Transition
from archgen.vocabulary.behaviours.workflow import Workflow
from archgen.vocabulary.behaviours.workflow_step import WorkflowStep
from archgen.vocabulary.policies.compensation import Compensation

Row = tuple[str, ...]
HEADINGS = ((StateMachine, "States"), (Workflow, "Workflows"), (Migration, "Migrations"))
BY = {"person": "a person", "timer": "a timer", "storage_event": "an event of the storage"}
INNER = ("states", "transitions", "steps", "along")


def under_headings(courses: Sequence[Course]) -> Sequence[tuple[str, Sequence[Course]]]:
    """Behaviours under the headings of their sorts."""
    groups = [(title, [course for course in courses if isinstance(course.behaviour, word)]) for word, title in HEADINGS]
    return [(title, several) for title, several in groups if several]


def behaviour_facts(behaviour: Behaviour) -> str:
    """What is stated of it as a whole."""
    ends = (
        f"{word} {value(behaviour, name)}"
        for name, word in (("source", "from"), ("target", "to"))
        if getattr(behaviour, name, None)
    )
    return "; ".join(filter(None, (*ends, facts(behaviour, INNER))))


def state_rows(machine: StateMachine) -> Iterator[Row]:
    """Each state, and what is stated of it."""
    for place, state in enumerate(machine.states):
        yield state.name, "; ".join(filter(None, ("start" if not place else "", facts(state, ("name",)))))


def transition_rows(machine: StateMachine) -> Iterator[Row]:
    """From which state to which, what sets it off, and what else is stated."""
    for one in machine.transitions:
        yield one.source, one.target, _set_off(one), facts(one, ("source", "target", "when", "by", "along"))


def step_rows(workflow: Workflow) -> Iterator[Row]:
    """Each step: what does it, what undoes it, and what else is stated."""
    for step in workflow.steps:
        yield step.name, _done_by(step), _undone_by(step), facts(step, ("name", "runs_on", "along", "compensation"))


def migration_rows(migration: Migration) -> Iterator[Row]:
    """Each step, and what is stated of it."""
    for step in migration.steps:
        yield value(step, "action") or "a step", facts(step, ("action",))


def _set_off(transition: Transition) -> str:
    by = f"by {BY.get(transition.by, f'the {transition.by}')}" if transition.by else ""
    along = f"{named(transition.along)}: {passing(transition.along)}" if transition.along else ""
    return "; ".join(filter(None, (transition.when or "", by, along)))


def _done_by(step: WorkflowStep) -> str:
    along = f"{named(step.along)}: {passing(step.along)}" if step.along else ""
    return "; ".join(filter(None, (step.runs_on.name if step.runs_on else "", along)))


def _undone_by(step: WorkflowStep) -> str:
    if not isinstance(step.compensation, Compensation):
        return "nothing" if step.compensation is False else ""
    undoing = step.compensation
    along = f"{named(undoing.along)}: {passing(undoing.along)}" if undoing.along else ""
    return "; ".join(filter(None, (undoing.name or "", along, facts(undoing, ("name", "along"))))) or "an undoing step"
