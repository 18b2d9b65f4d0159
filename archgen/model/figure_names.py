"""Names of figures of behaviours: the stems of their files."""

from collections.abc import Mapping

from archgen.dsl.behaviour import Behaviour
from archgen.model.architecture import Architecture
from archgen.vocabulary.behaviours.migration import Migration
from archgen.vocabulary.behaviours.state_machine import StateMachine
from archgen.vocabulary.behaviours.workflow import Workflow

SORTS: tuple[tuple[type[Behaviour], str], ...] = ((StateMachine, "states"), (Workflow, "workflow"), (Migration, "migration"))


def figure_names(architecture: Architecture) -> Mapping[Behaviour, str]:
    """What the figure of each behaviour is called, by its id; numbered where two would be called the same."""
    found: dict[Behaviour, str] = {}
    for behaviour in architecture.design.behaviours:
        sort = next((name for word, name in SORTS if isinstance(behaviour, word)), "behaviour")
        stem = f"{sort}-{architecture.ids[behaviour].replace('_', '-')}"
        taken = set(found.values())
        names = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
        found[behaviour] = next(name for name in names if name not in taken)
    return found
