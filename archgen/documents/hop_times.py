"""What each step of a walkthrough takes as a rule: the parts of the time of the whole, each at the step that it is of."""

from collections.abc import Iterator

from archgen.documents.numbers import value
from archgen.dsl.readable import named
from archgen.dsl.walkthrough import Step, Walkthrough
from archgen.model.estimate import Estimate, Quantity, walkthrough_id

# How what is no connection is called.
PART = "the "


class HopTimes:
    """The time of a walkthrough in parts. Each is told once, of the first step that it may be of."""

    def __init__(self, estimate: Estimate, walkthrough: Walkthrough) -> None:
        subject = walkthrough_id(walkthrough)
        whole = estimate.of(subject, "duration_p50") or estimate.of(subject, "latency_p50")
        self._parts = list(_parts("", whole)) if whole else []

    def of(self, step: Step) -> str:
        """How long that step takes, and by what; empty where nothing is known of it."""
        said = named(step.along)
        owner = next((one for one, _ in self._parts if one.partition("#")[0] == said), None)
        alone = {part.name: part for one, part in reversed(self._parts) if not one and _is_of(part, step)}
        mine = [part for one, part in self._parts if one == owner or part is alone.get(part.name)]
        self._parts = [(one, part) for one, part in self._parts if all(part is not taken for taken in mine)]
        return "; ".join(_told(part) for part in mine if part.value > 0)


def _parts(owner: str, quantity: Quantity) -> Iterator[tuple[str, Quantity]]:
    """Each part with the connection that it is of, numbered so that two ways along one are told apart; empty where none is."""
    for place, one in enumerate(quantity.derivation.inputs):
        if one.name.startswith(PART):
            yield owner, one
        elif one.derivation.inputs:
            yield from _parts(f"{one.name}#{owner}{place}", one)
        else:
            yield f"{one.name}#{owner}{place}", one


def _is_of(part: Quantity, step: Step) -> bool:
    """Whether a part that stands for itself is the way of a step, or what is done at its end."""
    source, target = step.along.source.name, step.along.target.name
    if part.name in {f"the way between {source} and {target}", f"the way between {target} and {source}"}:
        return True
    at = {f"{what} {target}" for what in ("the work of", "the wait for", "the answer of", "the fetch behind")}
    return not step.back and part.name in {
        *at,
        f"the work of {source}",
        f"the wait for the next poll of {source}",
        f"the wait for the window of {source}",
    }


def _told(part: Quantity) -> str:
    """A part without a name of its own is the step itself."""
    return f"{part.name.removeprefix(PART)} {value(part)}" if part.name.startswith(PART) else value(part)
