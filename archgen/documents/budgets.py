"""The budgets of walkthroughs in words: how long each takes, and what takes how much of that."""

from collections.abc import Iterator, Mapping, Sequence

from archgen.documents.numbers import places
from archgen.documents.point import Point
from archgen.documents.rounded import rounded, said
from archgen.documents.walked_times import Budget, Share, budgets, part_in_words
from archgen.model.dossier import Dossier
from archgen.values import dataclass

# So many parts are told; the rest in one line.
MOST = 5
HARDLY = 0.005


@dataclass(frozen=True)
class Told:
    """A time in a sentence, and its parts, the longest first."""

    lead: str
    parts: tuple[Point, ...]
    assumptions: tuple[int, ...]


def budgets_by_walkthrough(dossier: Dossier) -> Mapping[str, Sequence[Told]]:
    """What is to be told of each walkthrough, by its name."""
    found: dict[str, list[Told]] = {}
    for budget in budgets(dossier):
        told = Told(rounded(_sentence(budget)), tuple(_parts(budget)), places(budget.total, dossier.assumptions))
        found.setdefault(budget.walkthrough.name, []).append(told)
    return found


def _sentence(budget: Budget) -> str:
    """How long it takes, how much of what is allowed that is, and what makes all of it."""
    if budget.total.endless:
        return "It never ends, as more arrives than can be served"
    whole, until = said(budget.total), "" if budget.waited else " until its last step"
    text = f"It takes {whole} to answer {budget.who}" if budget.waited else f"It takes {whole}{until} in {budget.who} cases"
    if budget.limit and budget.used:
        over = ", which is too long" if budget.used.value > 1 else ""
        text += f", {said(budget.used).removeprefix(budget.used.bound)} of the {budget.limit} that may go by{over}"
    return text + _alone(budget)


def _alone(budget: Budget) -> str:
    """The only part, or what is to be said of several."""
    if len(budget.parts) == 1:
        return f"; all of it is {part_in_words(budget.parts[0].name)}"
    if budget.parts and not budget.sums_up:
        return ". The parts do not add up: some go on side by side, or are seldom slow at once"
    return ""


def _parts(budget: Budget) -> Iterator[Point]:
    if len(budget.parts) > 1 and not budget.total.endless:
        for one in budget.parts[:MOST]:
            yield Point(rounded(one.time), f"for {part_in_words(one.name)}{_share(budget, one)}")
        rest = budget.parts[MOST:]
        if rest:
            yield Point("Less", f"for {len(rest)} more part{'s' if len(rest) > 1 else ''}")


def _share(budget: Budget, one: Share) -> str:
    if not budget.limit and not budget.sums_up:
        return ""
    whole = f"of the {budget.limit}" if budget.limit else "of it"
    if one.share < 2 * HARDLY:
        return f", less than 1% {whole}"
    return f", nearly all {whole}" if 1 - HARDLY < one.share < 1 else rounded(f", {one.share * 100:,.3f}% {whole}")
