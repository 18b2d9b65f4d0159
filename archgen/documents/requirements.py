"""Requirements as people read them."""

from collections.abc import Iterator

from archgen.documents.facts import value
from archgen.dsl.readable import number
from archgen.dsl.requirements import Requirements
from archgen.dsl.shape import shape
from archgen.dsl.word import attributes
from archgen.model.architecture import Architecture
from archgen.model.dossier import Stated

FACTORS = ("peak_factor", "growth")


def stated(need: Requirements) -> Iterator[Stated]:
    """Every requirement that is stated, in the order of the language, with what the language means by it."""
    for name, held in attributes(need).items():
        said = f"{number(held)}\u00d7" if name in FACTORS and isinstance(held, float) else value(need, name)
        yield Stated(name.replace("_", " ").capitalize(), said, shape(Requirements)[name].meaning.replace("`", ""))


def of_parts(architecture: Architecture) -> Iterator[tuple[str, Stated]]:
    """What is stated for one component, walkthrough or behaviour, each with its name."""
    design = architecture.design
    needs = (
        *((part.name, part.requirements) for part in architecture.components()),
        *((one.name, one.requirements) for one in design.walkthroughs),
        *((one.name, one.requirements) for one in design.behaviours),
    )
    for name, need in needs:
        if need is not None:
            yield from ((name, one) for one in stated(need))
