"""How much of what is allowed is taken, for the back of the envelope: what is fullest, what is tightest, what is over."""

from collections.abc import Iterator, Mapping

from archgen.documents.agreement import agreeing, names
from archgen.documents.facts import joined
from archgen.documents.numbers import places
from archgen.documents.point import Point
from archgen.documents.rounded import of_it, rounded, said, said_of, share_of
from archgen.documents.walked_times import Budget, budgets, part_in_words
from archgen.dsl.readable import named, span
from archgen.model.dossier import Dossier
from archgen.model.estimate import Measure, Quantity, walkthrough_id
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.connections.consumes import Consumes

FULL: tuple[Measure, ...] = ("peak_utilisation", "utilisation")
# What else can be full, and what is then.
LIMITS: Mapping[Measure, str] = {
    "connections_used": "the connections that it takes",
    "memory_used": "its memory",
    "disk_used": "its disk",
    "disk_iops_used": "what its disk does in a second",
    "disk_bandwidth_used": "the bandwidth of its disk",
    "bandwidth_used": "its bandwidth",
    "deliveries_used": "what it can hand out",
    "hot_key_used": "what one key bears, at the busiest one",
    "shard_used": "what a shard bears, at the busiest one",
}
HALF, MUCH, ALL = 0.5, 0.8, 0.995
NEXT = 3
# A part that costs less than that of a downtime is not worth its words.
NOTABLE = 0.01
# A part of so much takes the whole alone, whatever goes on beside it.
NEARLY = 0.99


def over(dossier: Dossier) -> Iterator[Point]:
    """What takes more than there is, or longer than it may, a sentence each."""
    for name, when, one in _fullness(dossier):
        if one.value > 1 and not _as_its_broker(dossier, name):
            gets = agreeing([name], "gets more than it can serve", "get more than they can serve")
            worked = f"{of_it(one)}{_capacity(dossier, name, one)}"
            yield _beyond(dossier, rounded(f"{gets}{when}: {worked}, which is {_as_much(one)}"), one)
    for name, what, one in _limits(dossier):
        if one.value > 1:
            yield _beyond(dossier, rounded(f"{name} needs more than {what}: {of_it(one)}, which is {_as_much(one)}"), one)
    yield from _late(dossier)


def _beyond(dossier: Dossier, text: str, quantity: Quantity) -> Point:
    return Point("", text, places(quantity, dossier.assumptions)[:NEXT])


def _as_much(quantity: Quantity) -> str:
    share, of = share_of(quantity)
    return share if of else f"{share} as much"


def _late(dossier: Dossier) -> Iterator[Point]:
    for name in dict.fromkeys(budget.walkthrough.name for budget in budgets(dossier) if budget.total.endless):
        yield Point("", f'"{name}" never ends, as more arrives than can be served')
    for budget in budgets(dossier):
        if not budget.total.endless and budget.used and budget.used.value > 1:
            time = f"{said(budget.total)}{_largest(budget)}; {budget.limit} {_are(budget)} allowed"
            text = f'"{budget.walkthrough.name}" takes too long: {time}'
            yield _beyond(dossier, rounded(text), budget.total)
    for walkthrough in dossier.architecture.design.walkthroughs:
        used = dossier.estimate.of(walkthrough_id(walkthrough), "downtime_used")
        if used and used.value > 1:
            yield _beyond(dossier, f'"{walkthrough.name}" is away too long: {of_it(used)}', used)


def fullest(dossier: Dossier) -> Iterator[Point]:
    """The component with the least to spare, of those that have any, and what comes next."""
    every = [*_by_themselves(dossier)]
    found = [one for one in every if one[2].value <= 1]
    if not found:
        return
    (name, when, first), *others = found
    full = [each for each, _, one in found if one.value >= ALL and said(one) == said(first)]
    if len(full) > 1:
        text = f"of {joined(full)} is taken{when}: nothing is left of them. {_next(first, found[len(full) :])}"
    else:
        most = "the fullest component" if len(found) == len(every) else "the fullest of the others"
        worked = f"{of_it(first)}{_capacity(dossier, name, first)}"
        text = f"of {name} is taken{when}, {most}: {worked}. {_next(first, others)}"
    yield Point(said(first), rounded(text.strip()), places(first, dossier.assumptions)[:NEXT])


def nearest(dossier: Dossier) -> Iterator[tuple[str, bool]]:
    """In few words what is fullest and what takes most of the time that it may, and whether it is beyond that."""
    found = [*_by_themselves(dossier)]
    for name, when, first in found[:1]:
        full = [each for each, _, one in found if one.value >= ALL and said(one) == said(first)] or [name]
        over = f"{agreeing(full, 'gets', 'get')} {said_of(first, 'what can be served')}"
        yield rounded(f"{over if first.value > 1 else f'{said(first)} of {names(full)} is taken'}{when}"), first.value > 1
    known = [*budgets(dossier)]
    endless = dict.fromkeys(f'"{one.walkthrough.name}" never ends' for one in known if one.total.endless)
    yield from ((text, True) for text in list(endless)[:1])
    limited = [one for one in known if one.used and not one.total.endless]
    if limited and not endless:
        one = max(limited, key=lambda budget: budget.used.value if budget.used else 0)
        used = said_of(one.used, f"the {one.limit} that it may") if one.used else ""
        yield rounded(f'"{one.walkthrough.name}" takes {used}'), one.used is not None and one.used.value > 1


def other_limits(dossier: Dossier) -> Iterator[Point]:
    """The fullest of what is no rate: memory, disk, connections, one shard."""
    found = [one for one in _limits(dossier) if one[2].value >= HALF]
    for name, what, one in found[:1]:
        text = f"is taken of {what} at {name}: {of_it(one)}"
        yield Point(said(one), rounded(text), places(one, dossier.assumptions)[:NEXT])


def while_work_waits(dossier: Dossier) -> Iterator[Point]:
    """What workers fill most while they work off what waits."""
    names = {dossier.architecture.id(one): one.name for one in dossier.architecture.components()}
    found = [(names[id], one) for (id, measure), one in dossier.estimate.quantities.items() if measure == "full_utilisation"]
    much = sorted((each for each in found if each[1].value >= MUCH), key=lambda each: -each[1].value)
    for name, one in much[:1]:
        more = ", more than there is," if one.value > 1 else ""
        others = joined([f"{said(each)} of {other}" for other, each in much[1:NEXT]])
        text = f"of {name}{more} would be taken while all workers work off a backlog: {of_it(one)}"
        text += f"; and {others}" if others else ""
        yield Point(said(one), rounded(text), places(one, dossier.assumptions)[:NEXT])


def beyond_the_usual(dossier: Dossier) -> Iterator[Point]:
    """What gets most of what is usual, of all whose limit is not stated, where little of that is left."""
    names = {dossier.architecture.id(one): one.name for one in dossier.architecture.components()}
    known = dossier.estimate.quantities.items()
    found = [(names[id], one) for (id, measure), one in known if measure == "usual_utilisation" and id in names]
    for name, one in sorted(found, key=lambda each: -each[1].value)[:1]:
        if one.value >= MUCH:
            share, of = share_of(one)
            worked = of_it(one).replace(", which is usual", "")
            text = f"{of}what is usual is asked of {name}, whose limit is not stated: {worked}"
            yield Point(share, rounded(text), places(one, dossier.assumptions)[:NEXT])


def tightest(dossier: Dossier) -> Iterator[Point]:
    """The walkthrough that comes nearest to what it may take, of those that take no longer; where nothing is said of what any may
    take, the slowest that somebody waits for.
    """
    ending = [one for one in budgets(dossier) if not one.total.endless]
    known = [(one, one.used) for one in ending if one.used]
    limited = [(one, used) for one, used in known if used.value <= 1]
    for one, used in sorted(limited, key=lambda each: -each[1].value)[:1]:
        most = "the tightest" if len(limited) == len(known) else "the tightest of the others"
        text = f'of the {one.limit} that {_are(one)} allowed goes by in "{one.walkthrough.name}", {most}: {_time(one)}'
        yield Point(said(used), rounded(text), places(one.total, dossier.assumptions)[:NEXT])
    if known:
        return
    slowest = max((one for one in ending if one.waited), key=lambda each: each.total.value, default=None)
    if slowest:
        text = f'is what {slowest.who} take in "{slowest.walkthrough.name}", the slowest{_largest(slowest)}'
        text += ". How long it may take is not stated"
        yield Point(said(slowest.total), rounded(text), places(slowest.total, dossier.assumptions)[:NEXT])


def least_available(dossier: Dossier) -> Iterator[Point]:
    """The walkthrough that is away longest, measured by what is required where that is stated."""
    found = []
    for walkthrough in dossier.architecture.design.walkthroughs:
        id = walkthrough_id(walkthrough)
        share, away, used = (dossier.estimate.of(id, one) for one in ("availability", "downtime", "downtime_used"))
        if share and away:
            found.append((used.value if used else 0.0, away.value, walkthrough.name, share, away, used))
    for _, _, name, share, away, used in sorted(found, key=lambda one: one[:2], reverse=True)[:1]:
        inputs = [one for one in away.derivation.inputs[:NEXT] if one.value >= NOTABLE * away.value]
        costly = joined([f"{span(one.value)} by {one.name}" for one in inputs])
        most = rounded(f", {costly}" if costly else "")
        required = f" ({said(used)} of what is allowed)" if used else ""
        text = f'of the time "{name}" can be done, so that it is away {said(away)} a month{required}{most}'
        yield Point(said(share), text, places(share, dossier.assumptions)[:NEXT])


def _fullness(dossier: Dossier) -> list[tuple[str, str, Quantity]]:
    """Name, when, and how full, each component once, the fullest first."""
    found = []
    for one in dossier.architecture.components():
        known = [
            (quantity, measure) for measure in FULL if (quantity := dossier.estimate.of(dossier.architecture.id(one), measure))
        ]
        if known:
            quantity, measure = max(known, key=lambda each: each[0].value)
            found.append((one.name, " in the busiest time" if measure == "peak_utilisation" else "", quantity))
    return sorted(found, key=lambda each: -each[2].value)


def _limits(dossier: Dossier) -> list[tuple[str, str, Quantity]]:
    names = {dossier.architecture.id(one): named(one) for one in dossier.architecture.components()}
    names |= {dossier.architecture.id(one): named(one) for one in dossier.architecture.connections()}
    known = dossier.estimate.quantities.items()
    found = [(names[id], LIMITS[measure], one) for (id, measure), one in known if measure in LIMITS and id in names]
    return sorted(found, key=lambda each: -each[2].value)


def _by_themselves(dossier: Dossier) -> Iterator[tuple[str, str, Quantity]]:
    """All but brokers that are as full as what takes from them, the fullest first."""
    return (one for one in _fullness(dossier) if not _as_its_consumer(dossier, one[0], one[2]))


def _as_its_consumer(dossier: Dossier, name: str, fullness: Quantity) -> bool:
    """Whether it is a broker that is as full as what takes from it, and so says nothing of its own."""
    architecture = dossier.architecture
    broker = next((one for one in architecture.components(Broker) if one.name == name), None)
    takers = [end for one in architecture.out_of(broker, Consumes) for end in architecture.members(one.source)] if broker else []
    known = (dossier.estimate.of(architecture.id(one), measure) for one in takers for measure in FULL)
    return any(one and abs(one.value - fullness.value) < 1e-9 for one in known)


def _as_its_broker(dossier: Dossier, name: str) -> bool:
    """Whether it takes from a broker that gets more than is taken from it, of which the same is told."""
    architecture = dossier.architecture
    takers = (one for one in architecture.components() if one.name == name)
    taken = (end for one in takers for way in architecture.into(one, Consumes) for end in architecture.members(way.target))
    known = (dossier.estimate.of(architecture.id(end), measure) for end in taken for measure in FULL)
    return any(one and one.value > 1 for one in known)


def _capacity(dossier: Dossier, name: str, full: Quantity) -> str:
    """What makes up what can be served, where that is what is nearly taken."""
    one = next(part for part in dossier.architecture.components() if part.name == name)
    id = dossier.architecture.id(one)
    capacity = dossier.estimate.of(id, "peak_capacity") or dossier.estimate.of(id, "capacity")
    if capacity is None or "×" not in capacity.derivation.formula or str(capacity) not in full.derivation.formula:
        return ""
    return "" if capacity.derivation.formula.startswith("1 replica ") else f" ({capacity.derivation.formula})"


def _next(first: Quantity, others: list[tuple[str, str, Quantity]]) -> str:
    if not others:
        return "Of nothing else is it known"
    alike = [name for name, _, one in others if said(one) == said(first)]
    if alike:
        return agreeing(alike, "is as full", "are as full")
    if first.value < HALF:
        return f"Next comes {others[0][0]} with {said(others[0][2])}"
    much = [(name, share_of(one)[0]) for name, _, one in others if one.value >= HALF][:NEXT]
    if much:
        together = {share: [name for name, each in much if each == share] for _, share in much}
        told = joined([f"{joined(several)} with {share}" for share, several in together.items()])
        return f"Next {'come' if len(much) > 1 else 'comes'} {told}"
    return f"Nothing else is half full; next comes {others[0][0]} with {said(others[0][2])}"


def _are(budget: Budget) -> str:
    return "is" if budget.limit.startswith("1 ") else "are"


def _time(budget: Budget) -> str:
    return f"{said(budget.total)} for {budget.who}{_largest(budget)}"


def _largest(budget: Budget) -> str:
    if not budget.parts:
        return ""
    part = part_in_words(budget.parts[0].name)
    if len(budget.parts) == 1 and budget.total.partial:
        return f", of which only {part} is counted"
    if len(budget.parts) > 1 and budget.parts[0].seconds > NEARLY * budget.total.value:
        return f", which {part} takes alone"
    return f", {'all' if len(budget.parts) == 1 else 'most'} of it {part}"
