"""How long walkthroughs take, and what takes how much of it: their budgets of latency."""

from collections.abc import Iterator, Mapping

from archgen.dsl.walkthrough import Walkthrough
from archgen.model.dossier import Dossier
from archgen.model.estimate import ENDLESS, Measure, Quantity, told, walkthrough_id
from archgen.values import dataclass

# What is waited for, and what goes on until the last step: which share of them each number is of.
SORTS: Mapping[Measure, str] = {"latency_p99": "99 of 100", "duration_p99": "99 of 100"}
WHO: Mapping[str, str] = {"p50": "half of them", "p95": "95 of 100", "p99": "99 of 100"}


@dataclass(frozen=True)
class Share:
    """A part of a time: its name, how long it is, and what that is of the limit, or of the whole where there is no limit."""

    name: str
    seconds: float
    share: float

    @property
    def endless(self) -> bool:
        """Whether it is a wait that has no end: the whole has one only as somebody gives up."""
        return self.seconds >= ENDLESS

    @property
    def time(self) -> str:
        """The time in a unit that suits it."""
        return told(self.seconds, "seconds")


@dataclass(frozen=True)
class Budget:
    """A walkthrough's time. `waited` says that somebody waits for it; `limit` is what is allowed, empty for nothing.

    `parts` are those that take time, the longest first; `sums_up` says that they add up to the whole.
    """

    walkthrough: Walkthrough
    total: Quantity
    waited: bool
    who: str
    limit: str
    used: Quantity | None
    parts: tuple[Share, ...]
    sums_up: bool


def budgets(dossier: Dossier) -> Iterator[Budget]:
    """Of each walkthrough what is limited, what somebody waits for, and what it takes in all, where these differ."""
    for walkthrough in dossier.architecture.design.walkthroughs:
        found: list[Budget] = []
        for total, waited, used in _totals(dossier, walkthrough):
            if all(one.total.value != total.value for one in found):
                found.append(_budget(walkthrough, total, waited=waited, used=used))
        yield from found


def _totals(dossier: Dossier, walkthrough: Walkthrough) -> Iterator[tuple[Quantity, bool, Quantity | None]]:
    id = walkthrough_id(walkthrough)
    used = dossier.estimate.of(id, "budget_used")
    limited = used.derivation.inputs[0] if used and used.derivation.inputs else None
    if limited:
        yield limited, not limited.name.startswith("until"), used
    for measure in SORTS:
        total = dossier.estimate.of(id, measure)
        if total:
            yield total, measure.startswith("latency"), None


def _budget(walkthrough: Walkthrough, total: Quantity, *, waited: bool, used: Quantity | None) -> Budget:
    parts = seconds_by_part(total)
    limit = total.value / used.value if used and used.value else 0.0
    whole = sum(parts.values())
    ordered = sorted(((name, value) for name, value in parts.items() if value > 0), key=lambda one: -one[1])
    shares = tuple(Share(name, value, value / (limit or whole)) for name, value in ordered)
    return Budget(
        walkthrough=walkthrough,
        total=total,
        waited=waited,
        who=WHO.get(total.name.rpartition(" ")[2], "99 of 100"),
        limit=told(limit, "seconds") if limit else "",
        used=used,
        parts=shares,
        sums_up=abs(whole - total.value) <= 0.02 * total.value,
    )


def seconds_by_part(total: Quantity) -> Mapping[str, float]:
    """What a time is made of: each part once, however often it is passed."""
    parts: dict[str, float] = {}
    for one in _leaves(total):
        parts[one.name] = parts.get(one.name, 0.0) + one.value
    return parts


def _leaves(quantity: Quantity) -> Iterator[Quantity]:
    """What a time is made of, down to what is made of nothing."""
    for one in quantity.derivation.inputs:
        yield from _leaves(one) if one.derivation.inputs else (one,)


def part_in_words(name: str) -> str:
    """A part in a sentence: a step that states its time itself has no other name.

    >>> part_in_words("the work of API"), part_in_words("API writes Store")
    ('the work of API', 'the step "API writes Store"')
    """
    return name if name.startswith("the ") else f'the step "{name}"'
