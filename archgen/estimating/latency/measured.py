"""The numbers of how long walkthroughs take."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from archgen.dsl.readable import readable
from archgen.dsl.walkthrough import Walkthrough
from archgen.estimating.known import Known
from archgen.estimating.latency.fits import AT_MOST, lasting
from archgen.estimating.latency.hop import Asked, unheld
from archgen.estimating.latency.limits import Limit, limits, until_seen
from archgen.estimating.latency.timed import SLOW, SLOWEST, USUAL, Timed
from archgen.estimating.latency.walk import Times, in_order, walk
from archgen.model.architecture import Architecture
from archgen.model.course import Leg, course
from archgen.model.estimate import Derivation, Measure, Quantity, largest_part

# For whoever begins it; and until the last step is done, where more follows that nobody waits for.
ANSWER: Mapping[float, tuple[Measure, str]] = {
    USUAL: ("latency_p50", "latency p50"),
    SLOW: ("latency_p95", "latency p95"),
    SLOWEST: ("latency_p99", "latency p99"),
}
DURATION: Mapping[float, tuple[Measure, str]] = {
    USUAL: ("duration_p50", "until its end p50"),
    SLOWEST: ("duration_p99", "until its end p99"),
}
# What is about those who see something of it, and how that time is called.
BUDGET, SEEN = "latency_budget", "until it is seen p99"
Numbers = Mapping[Measure, Quantity]


def times(architecture: Architecture, known: Known, walkthrough: Walkthrough) -> Iterator[tuple[Measure, Quantity]]:
    """How long it takes, at the median and for all but the slowest hundredth, and how much of what is required that is."""
    asked = Asked(architecture, known)
    legs = course(architecture, walkthrough.steps)
    required, timed = list(limits(architecture, walkthrough, legs)), walk(asked, legs)
    found = dict(_measured(asked, legs, timed))
    if all(limit.measure != "latency_p95" for limit in required):
        found.pop("latency_p95", None)
    yield from found.items()
    seen = _seen(asked, legs, timed, found) if any(limit.attribute == BUDGET for limit in required) else None
    used = [one for limit in required if (one := _used(found, limit, seen if limit.attribute == BUDGET else None))]
    if used:
        yield "budget_used", max(used, key=lambda one: one.value)


def _measured(asked: Asked, legs: Sequence[Leg], times: Times) -> Iterator[tuple[Measure, Quantity]]:
    first = [leg for leg in legs if leg.parent is None]
    answered = [leg for leg in first if leg.answered]
    answer = in_order(asked, "latency", answered, times) if answered else None
    if answer:
        yield from _told(answer, ANSWER, list(_left_out(asked, [leg for leg in legs if leg.answered])))
    whole = in_order(asked, "duration", first, times) if len(answered) < len(first) else None
    if whole:
        yield from _told(whole, DURATION, list(_left_out(asked, legs)))


def _told(
    total: Timed, measures: Mapping[float, tuple[Measure, str]], left_out: Sequence[str]
) -> Iterator[tuple[Measure, Quantity]]:
    """The percentiles with what was left out, and the largest part by its name."""
    for share, (measure, name) in measures.items():
        quantity = total.at[share]
        largest = largest_part(quantity)
        endless = f"{largest.name} has no end: {largest.derivation.formula}"
        formula = endless if largest.value >= AT_MOST else quantity.derivation.formula + _by_far(largest, quantity)
        derivation = Derivation(formula, quantity.derivation.inputs, tuple(left_out))
        yield measure, replace(quantity, name=name, derivation=derivation)


def _by_far(largest: Quantity, whole: Quantity) -> str:
    if not largest.value:
        return ""
    where = largest.name if largest.name.startswith("the ") else f"where {largest.name}"
    if largest.value >= whole.value:
        return "" if largest.name in whole.derivation.formula else f", all of it {where}"
    return f"; the largest part is {where}, {lasting(largest.value)}"


def _left_out(asked: Asked, legs: Sequence[Leg]) -> Iterator[str]:
    open_ones = unheld(legs)
    silent = dict.fromkeys(asked.silent[leg] for leg in open_ones if leg in asked.silent)
    unqueued = dict.fromkeys(asked.unqueued[leg] for leg in open_ones if leg in asked.unqueued)
    if silent:
        yield f"what is not stated counts as no time: how long {_joined(silent, 'or')} takes"
    if unqueued:
        yield f"no request waits for {_joined(unqueued, 'or')}: the load, or how much is worked on at once, is not known"


def _joined(names: Mapping[str, None], word: str) -> str:
    *most, last = names
    return f"{', '.join(most)} {word} {last}" if most else last


def _seen(asked: Asked, legs: Sequence[Leg], times: Times, found: Numbers) -> Quantity | None:
    """How long it takes until the last who see something of it do, where more follows then; None where nothing does."""
    first, until = [leg for leg in legs if leg.parent is None], until_seen(asked.architecture, legs)
    if not until or len(until) == len(first):
        return None
    if all(leg.answered for leg in until):
        return found.get("latency_p99")
    whole = in_order(asked, SEEN, until, times)
    if whole is None:
        return None
    told = dict(_told(whole, {SLOWEST: ("duration_p99", SEEN)}, list(_left_out(asked, legs))))
    return told["duration_p99"]


def _used(found: Numbers, limit: Limit, seen: Quantity | None) -> Quantity | None:
    """The share of a limit that is taken; until the end, where nobody waits for more than the answer, is until the answer.

    `seen` is until the last who see something of it do, where that is not the end.
    """
    answer: Measure = "latency_p99"
    takes = seen or found.get(limit.measure) or (found.get(answer) if limit.measure == "duration_p99" else None)
    if takes is None or not limit.time:
        return None
    formula = f"{lasting(takes.value)} / {readable(limit.time)}, the {limit.attribute} {limit.of}"
    if takes.value >= AT_MOST:
        formula = f"a wait without end / {readable(limit.time)}, the {limit.attribute} {limit.of}"
    value = takes.value / limit.time.total_seconds()
    return Quantity("budget used", value, "share", Derivation(formula, (takes,)), takes.partial)
