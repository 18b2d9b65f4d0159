"""The way back of a workflow: what undoes its steps, and from which step it begins."""

from collections.abc import Iterator, Sequence

from archgen import Compensation, Workflow, WorkflowStep

Pair = tuple[str, str]


def undone(workflow: Workflow) -> Sequence[tuple[WorkflowStep, Compensation]]:
    """The steps that something undoes, in their order, each with that."""
    return [(step, step.compensation) for step in workflow.steps if isinstance(step.compensation, Compensation)]


def failing(workflow: Workflow) -> Iterator[tuple[WorkflowStep, WorkflowStep]]:
    """Each step whose failure leads back, with the step that is undone first then."""
    steps = list(workflow.steps)
    known = any(step.can_fail is not None or step.on_failure for step in steps)
    done: list[WorkflowStep] = []
    for step in steps:
        if done and _leads_back(step, known=known):
            yield step, done[0] if workflow.compensation_order == "forward" else done[-1]
        if step.compensation:
            done.append(step)
        if step.pivot:
            break


def _leads_back(step: WorkflowStep, *, known: bool) -> bool:
    """Whether its failure undoes what went before; where no step says so, each one's does."""
    if step.on_failure is not None:
        return step.on_failure == "compensate"
    return bool(step.can_fail) if known else True
