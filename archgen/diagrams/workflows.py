"""Workflows: the steps of work that belongs together, what does each of them, and the way back where one fails.

Each workflow of a design is a figure of its own. A step stands after the one before it, or after those that it names. Where steps
can be undone, a dashed way leads from each that can fail back over what undoes the steps before it, the last one first.
"""

from collections.abc import Iterator
from itertools import pairwise

from archgen import Workflow, WorkflowStep
from archgen.diagrams.notation.step import remarks, step_box, step_id, undoing_box, undoing_id
from archgen.diagrams.notation.way_back import failing, undone
from archgen.plugin import Architecture, Arrow, Diagram, Drawing, LegendEntry, figure_names

LEGEND = (LegendEntry("solid", "then"), LegendEntry("dashed", "after a failure"))
# So many steps stand side by side.
IN_A_ROW = 4


def draw(architecture: Architecture) -> Iterator[Drawing]:
    """A figure of every workflow that has steps."""
    workflows = [one for one in architecture.design.behaviours if isinstance(one, Workflow) and one.steps]
    for workflow in workflows:
        back, undoings = tuple(_back(workflow)), undone(workflow)
        yield Drawing(
            figure_names(architecture)[workflow],
            f"{architecture.name}: {workflow.name}",
            _describe(workflow),
            (
                *(step_box(architecture, step) for step in workflow.steps),
                *(undoing_box(architecture, step, undoing) for step, undoing in undoings),
            ),
            (*_forward(workflow), *back),
            direction="right" if len(workflow.steps) <= IN_A_ROW and not undoings else "down",
            legend=LEGEND if back else (),
        )


def _forward(workflow: Workflow) -> Iterator[Arrow]:
    for step, before in _followed(workflow):
        for one in before:
            yield Arrow(step_id(one), step_id(step))


def _followed(workflow: Workflow) -> Iterator[tuple[WorkflowStep, list[WorkflowStep]]]:
    """Each step with those that come before it."""
    named = {step.name: step for step in workflow.steps}
    for place, step in enumerate(workflow.steps):
        yield (
            step,
            [named[name] for name in step.after] if step.after is not None else list(workflow.steps[max(place - 1, 0) : place]),
        )


def _back(workflow: Workflow) -> Iterator[Arrow]:
    """From a step that fails to what undoes the one before it, and on to what undoes those before that."""
    for step, first in failing(workflow):
        yield Arrow(step_id(step), undoing_id(first), "", "dashed", back=True)
    order = [step for step, _ in undone(workflow)]
    reverse = workflow.compensation_order != "forward"
    for one, other in pairwise(order[::-1] if reverse else order):
        yield Arrow(undoing_id(one), undoing_id(other), "", "dashed", back=reverse)


def _describe(workflow: Workflow) -> str:
    first = workflow.summary or f"{workflow.name}: the steps and what does each of them."
    steps = [f"{place}. {step.name}{_told(step)}." for place, step in enumerate(workflow.steps, 1)]
    after = [f"{step.name} comes after {' and '.join(step.after)}." for step in workflow.steps if step.after]
    back = [f"{undoing.name or f'undo: {step.name}'} undoes {step.name}." for step, undoing in undone(workflow)]
    fails = [f"If {step.name} fails, {one.name} is undone first." for step, one in failing(workflow)]
    return " ".join((first, *steps, *after, *back, *fails))


def _told(step: WorkflowStep) -> str:
    told = remarks(step)
    return f" ({told})" if told else ""


diagram = Diagram("Workflows", Architecture, draw)
