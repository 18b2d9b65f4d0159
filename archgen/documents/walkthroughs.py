"""How long walkthroughs take and how much of the time they can be done, as rows of tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen.documents.numbers import places, value
from archgen.documents.walked_times import seconds_by_part
from archgen.dsl.readable import span
from archgen.dsl.walkthrough import Walkthrough
from archgen.model.dossier import Dossier
from archgen.model.estimate import Measure, Quantity, told, walkthrough_id

# What somebody waits for, and what goes on until the last step, where that is more.
SORTS: tuple[tuple[str, Measure, Measure], ...] = (
    ("", "latency_p50", "latency_p99"),
    (", until its end", "duration_p50", "duration_p99"),
)
SEEN, NOTHING = "until it is seen", "nothing is required"
# So many parts are told with what they cost, down to a hundredth of the whole.
COSTS, LITTLE = 4, 0.01


@dataclass(frozen=True)
class Time:
    """A walkthrough's times, what is required of it, and which part is the largest."""

    walkthrough: str
    usual: str
    slowest: str
    required: str
    over: bool
    largest: str
    assumptions: tuple[int, ...]


@dataclass(frozen=True)
class Presence:
    """How much of the time a walkthrough can be done, and what its parts cost of it."""

    walkthrough: str
    share: str
    away: str
    required: str
    over: bool
    costs: str
    assumptions: tuple[int, ...]


def times(dossier: Dossier) -> Iterator[Time]:
    """One row for what is waited for, one for the whole, of each walkthrough; none that says no more than the other."""
    for walkthrough in dossier.architecture.design.walkthroughs:
        used = _of(dossier, walkthrough, "budget_used")
        rows = [*_of_sorts(dossier, walkthrough, used), *_seen(dossier, walkthrough, used)]
        for place, one in enumerate(rows):
            before = {(each.usual, each.slowest) for each in rows[:place]}
            news = one.largest and (one.usual, one.slowest) not in before
            if news or one.required != NOTHING or len(rows) == 1:
                yield one


def _of_sorts(dossier: Dossier, walkthrough: Walkthrough, used: Quantity | None) -> Iterator[Time]:
    for what, median, tail in SORTS:
        usual, slowest = _of(dossier, walkthrough, median), _of(dossier, walkthrough, tail)
        if usual and slowest:
            limit = _limit_of(used, usual, slowest)
            yield Time(
                walkthrough.name + what,
                value(usual),
                value(slowest),
                _required(limit),
                limit is not None and limit.value > 1,
                _largest(slowest),
                places(slowest, dossier.assumptions),
            )


def _seen(dossier: Dossier, walkthrough: Walkthrough, used: Quantity | None) -> Iterator[Time]:
    """Until it is seen, where that is what is required, and neither the answer nor the end."""
    time = used.derivation.inputs[0] if used and used.derivation.inputs else None
    if used and time and time.name.startswith(SEEN):
        name, over = f"{walkthrough.name}, {SEEN}", used.value > 1
        yield Time(name, "", value(time), _required(used), over, _largest(time), places(time, dossier.assumptions))


def presences(dossier: Dossier) -> Iterator[Presence]:
    """A row of each walkthrough of which something is known."""
    for walkthrough in dossier.architecture.design.walkthroughs:
        share, away = _of(dossier, walkthrough, "availability"), _of(dossier, walkthrough, "downtime")
        used = _of(dossier, walkthrough, "downtime_used")
        if share and away:
            known = [one for one in away.derivation.inputs[:COSTS] if one.value >= LITTLE * away.value]
            costs = ", ".join(f"{one.name} {span(one.value)}" for one in known)
            over = used is not None and used.value > 1
            assumed = places(share, dossier.assumptions)
            yield Presence(walkthrough.name, _close(value(share)), value(away), _close(_required(used)), over, costs, assumed)


def _close(text: str) -> str:
    """A share without a gap before its sign, as all others stand in tables."""
    return text.replace(" %", "%")


def _largest(time: Quantity) -> str:
    """The largest part with its time, all that is passed twice together; nothing where the whole is made of no parts."""
    name, seconds = max(seconds_by_part(time).items(), key=lambda one: one[1], default=("", 0.0))
    return f"{name}, {told(seconds, 'seconds')}" if seconds > 0 else ""


def _of(dossier: Dossier, walkthrough: Walkthrough, measure: Measure) -> Quantity | None:
    return dossier.estimate.of(walkthrough_id(walkthrough), measure)


def _limit_of(used: Quantity | None, *times: Quantity) -> Quantity | None:
    """The share of what is required, where that is of one of these times."""
    stated = {one.name.rsplit(" ", 1)[0] for one in times}
    return used if used and {one.name.rsplit(" ", 1)[0] for one in used.derivation.inputs} & stated else None


def _required(used: Quantity | None) -> str:
    return f"{value(used)}: {used.derivation.formula}" if used else NOTHING
