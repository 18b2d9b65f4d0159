"""The budgets of walkthroughs in words: how long each takes, and what takes how much of that."""

from collections.abc import Iterator, Mapping, Sequence

from archgen.documents.numbers import places
from archgen.documents.point import Point
from archgen.documents.rounded import rounded, said, said_of
from archgen.documents.walked_times import Budget, Share, budgets, part_in_words
from archgen.model.dossier import Dossier
from archgen.values import dataclass

# So many parts are told, down to a hundredth; the rest in one line.
MOST, LITTLE = 5, 0.01
HARDLY = 0.005
# A part of less than that alone is no reason to tell all of them again.
NEWS = 0.05
APART = ". The parts do not add up: some go on within or beside others, or are seldom slow at once"
AGAIN = ". Again the parts do not add up"


@dataclass(frozen=True)
class Told:
    """A time in a sentence, and its parts, the longest first."""

    lead: str
    parts: tuple[Point, ...]
    assumptions: tuple[int, ...]


def budgets_by_walkthrough(dossier: Dossier) -> Mapping[str, Sequence[Told]]:
    """What is to be told of each walkthrough, by its name."""
    found: dict[str, list[Told]] = {}
    every = list(budgets(dossier))
    known = [one for one in every if not _says_nothing(one, every)]
    again = False
    for budget in known:
        before = found.setdefault(budget.walkthrough.name, [])
        news = not before or _has_news(budget, known)
        apart = "" if not news or not _is_apart(budget) else AGAIN if again else APART
        again = again or bool(apart)
        sentence = rounded(_sentence(budget) + apart)
        before.append(Told(sentence, tuple(_parts(budget)) if news else (), places(budget.total, dossier.assumptions)))
    return found


def _has_news(budget: Budget, every: Sequence[Budget]) -> bool:
    """Whether a part that matters was told in no time of the same walkthrough before."""
    before = every[: next(place for place, one in enumerate(every) if one is budget)]
    told = {part.name for one in before if one.walkthrough is budget.walkthrough for part in one.parts}
    return any(part.name not in told and part.share >= NEWS for part in budget.parts)


def _says_nothing(budget: Budget, every: Sequence[Budget]) -> bool:
    """Beside a time with parts, one of which nothing is required and no part is known is that of its first step."""
    beside = any(one is not budget and one.walkthrough is budget.walkthrough for one in every)
    return beside and not budget.parts and not budget.limit and not budget.total.endless


def _sentence(budget: Budget) -> str:
    """How long it takes, how much of what is allowed that is, and what makes all of it."""
    if budget.total.endless:
        never = "It is never answered" if budget.waited else "Its last step is never done"
        return f"{never}, as more arrives than can be served"
    text = _known_alone(budget) if _is_lone(budget) else _whole(budget)
    if budget.limit and budget.used:
        over = ", which is too long" if budget.used.value > 1 else ""
        used = said_of(budget.used, f"the {budget.limit} that may go by")
        text += f", {used.removeprefix(budget.used.bound)}{over}"
    return text if _is_lone(budget) else text + _alone(budget)


def _whole(budget: Budget) -> str:
    whole = said(budget.total)
    return (
        f"It takes {whole} to answer {budget.who}" if budget.waited else f"It takes {whole}{_until(budget)} in {budget.who} cases"
    )


def _is_lone(budget: Budget) -> bool:
    """Whether a single part is known of a time that has others."""
    return len(budget.parts) == 1 and budget.total.partial


def _known_alone(budget: Budget) -> str:
    part, time = part_in_words(budget.parts[0].name), said(budget.total).removeprefix(budget.total.bound)
    if budget.waited:
        return f"Of the time that an answer takes only {part} is counted: {time} for {budget.who}"
    return f"Of the time{_until(budget)} only {part} is counted: {time} in {budget.who} cases"


def _until(budget: Budget) -> str:
    return " until it is seen" if budget.total.name.startswith("until it is seen") else " until its last step"


def _alone(budget: Budget) -> str:
    """The only part."""
    return f"; all of it is {part_in_words(budget.parts[0].name)}" if len(budget.parts) == 1 else ""


def _is_apart(budget: Budget) -> bool:
    return (
        len(budget.parts) > 1 and not budget.sums_up and not budget.total.endless and not any(one.endless for one in budget.parts)
    )


def _parts(budget: Budget) -> Iterator[Point]:
    if len(budget.parts) > 1 and not budget.total.endless:
        much = [one for place, one in enumerate(budget.parts) if not place or one.share >= LITTLE][:MOST]
        rest = budget.parts[len(much) :]
        for one in (*much, *(rest if len(rest) == 1 else ())):
            lead, of = ("No end", "to") if one.endless else (rounded(one.time), "for")
            yield Point(lead, f"{of} {part_in_words(one.name)}{_share(budget, one)}")
        if len(rest) > 1:
            less = Share("", sum(one.seconds for one in rest), sum(one.share for one in rest))
            yield Point(rounded(less.time), f"for all else{_share(budget, less)}")


def _share(budget: Budget, one: Share) -> str:
    if one.endless:
        return ", where more arrives than can be served"
    if not budget.limit and not budget.sums_up:
        return ""
    whole = f"of the {budget.limit}" if budget.limit else "of it"
    if one.share < 2 * HARDLY:
        return f", less than 1% {whole}"
    return f", nearly all {whole}" if 1 - HARDLY < one.share < 1 else rounded(f", {one.share * 100:,.3f}% {whole}")
