"""How many runs of a workflow are under way at a time, and what is kept about them."""

from collections.abc import Iterator

from archgen.dsl.readable import number, readable
from archgen.estimating.formulas import at_once
from archgen.estimating.known import Found, Known
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.vocabulary.behaviours.workflow import Workflow

NAME = "runs under way"


def workflows(architecture: Architecture, known: Known) -> Found:
    """As stated; else no more than begin in the time that one may take, by Little's law."""
    found: Found = {}
    for workflow in _workflows(architecture):
        running = _running(workflow)
        if running:
            found[workflow, "in_hand"] = running
            if workflow.state_size:
                formula = f"{number(running.value)} runs × {readable(workflow.state_size)}"
                size = running.value * workflow.state_size
                found[workflow, "storage"] = derived("kept about runs under way", size, "bytes", formula, [running])
    return found


def _workflows(architecture: Architecture) -> Iterator[Workflow]:
    return (one for one in architecture.design.behaviours if isinstance(one, Workflow))


def _running(workflow: Workflow) -> Quantity | None:
    if workflow.in_flight is not None:
        return derived(NAME, float(workflow.in_flight), "", "stated")
    if workflow.rate is None or workflow.max_duration is None:
        return None
    formula = f"{readable(workflow.rate)} begin × {readable(workflow.max_duration)}"
    assumed = f"each run of {workflow.name} takes all the time that it may"
    return derived(NAME, at_once(float(workflow.rate), workflow.max_duration.total_seconds()), "", formula, (), assumed)
