"""What a design must hold, in words: numbers first, then what is promised, then all that was answered with yes or no."""

from collections.abc import Collection, Iterator, Mapping

from archgen.documents.facts import value
from archgen.documents.point import Point
from archgen.documents.promises import PROMISES, QUALITIES
from archgen.documents.rounded import in_words, rates_in_words, rounded
from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.naming import kind
from archgen.dsl.ranged import Ranged
from archgen.dsl.readable import number, often
from archgen.dsl.requirements import Requirements
from archgen.dsl.shape import shape
from archgen.dsl.walkthrough import Walkthrough
from archgen.dsl.word import attributes
from archgen.model.architecture import Architecture
from archgen.model.availability_need import away

# What follows the number, by the name of the requirement.
NUMBERS: Mapping[str, str] = {
    "latency_budget": "from an event to whoever must see it",
    "latency_p50": "for half of the requests at the most",
    "latency_p95": "for 95 of 100 requests at the most",
    "latency_p99": "for 99 of 100 requests at the most",
    "completion_time": "at the most for work that nobody waits for, from its order to its end",
    "job_duration": "of work at the most stand behind one request, in 99 of 100 cases",
    "request_timeout": "until something on the way gives a request up",
    "freshness": "is how old the state of work may be that people are shown",
    "staleness": "is how old anything may be that people are shown",
    "availability": "of the time it has to answer",
    "durability": "of what is kept has to be there after a year",
    "recovery_point": "of what was confirmed may be lost in a disaster",
    "recovery_time": "it may be away after a disaster",
    "max_offline": "a client may be away and still get what it missed",
    "max_fanout": "hear of one event at the most",
    "peers_per_call": "take part in one call at the most",
    "update_gap": "at the least lies between two updates of the same thing",
    "message_size": "is the size of one message",
    "data_size": "is kept in all",
    "retention": "is how long data is kept",
    "audit_retention": "is how long it can be proved who did what",
    "endpoint_servers": "hold the connections of clients",
    "budget_per_month": "is what it may cost in a month",
    "round_trip": "is the way from a client to the system and back",
}
# What is counted, where that has no unit of its own.
COUNTED = {"max_fanout": "receivers", "peers_per_call": "people", "endpoint_servers": "servers"}
# Every place behind the point counts.
SHARES = ("availability", "durability")
LOAD = ("read_rate", "write_rate", "read_write_ratio", "peak_factor", "ramp_up", "growth")
PEOPLE = ("users", "concurrent_clients")
SECONDS: Mapping[str, int] = {"s": 1, "min": 60, "h": 3_600, "day": 86_400}
PLACES = ("regions", "regions_named")


def numbers_first(need: Requirements) -> Iterator[Point]:
    """What has a number: how many people, how much load, how fast, how often, how long."""
    yield from _people(need)
    yield from _load(need)
    yield from _where(need)
    for name, text in NUMBERS.items():
        said = value(need, name)
        if said:
            yield Point(_lead(name, said), f"{text}{_more(need, name)}")


def promised(need: Requirements) -> Iterator[str]:
    """What has no number and still carries the design, a sentence each."""
    for name, held in attributes(need).items():
        if name in PROMISES and isinstance(held, str):
            yield PROMISES[name][held].format(among=_among(need))
        elif held is True and name in QUALITIES and not (name == "audit" and need.audit_retention):
            yield QUALITIES[name]


def answered(need: Requirements, asked: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """All else that decision trees ask for, but for what was `asked` on the ways that are told: what it is, and the answer."""
    told = {*NUMBERS, *LOAD, *PEOPLE, *PLACES, *PROMISES, *asked, "ordering_key"}
    for name, held in attributes(need).items():
        if name not in told and not (held is True and name in QUALITIES):
            yield shape(Requirements)[name].meaning.replace("`", "").rstrip("."), value(need, name)


def needs_of_parts(architecture: Architecture) -> Iterator[tuple[str, str, tuple[Point, ...]]]:
    """Name, sort, and what has a number, of each part that must do otherwise than the design as a whole."""
    design = architecture.design
    parts: tuple[Component | Walkthrough | Behaviour, ...] = (
        *architecture.components(),
        *design.walkthroughs,
        *design.behaviours,
    )
    whole = set(numbers_first(design.requirements))
    for part in parts:
        points = tuple(one for one in numbers_first(part.requirements) if one not in whole) if part.requirements else ()
        if points:
            yield part.name, kind(type(part)).replace("_", " "), points


def _among(need: Requirements) -> str:
    """What messages have in common that keep their order."""
    return f" of one {need.ordering_key}" if need.ordering_key else " with the same key"


def _rate(need: Requirements, name: str) -> str:
    """A rate as it is stated; one below one a second by the minute or hour."""
    rate = getattr(need, f"{name}_rate")
    seldom = isinstance(rate, float) and not isinstance(rate, Ranged) and 0 < rate < 1
    return rounded(often(float(rate), seldom=1.0)) if seldom else value(need, f"{name}_rate")


def _grown(need: Requirements, name: str, rate: float) -> str:
    """A rate in the busiest time, in the unit in which it is told on average."""
    unit = _rate(need, name).rpartition("/")[2]
    return f"{number(float(f'{rate * SECONDS[unit]:.3g}'))}/{unit}" if unit in SECONDS else often(rate)


def _lead(name: str, said: str) -> str:
    if name in SHARES:
        return said
    if name == "recovery_point" and said.startswith("0 "):
        return "Nothing"
    counted = COUNTED.get(name)
    return f"{in_words(said)} {counted}" if counted else rounded(said)


def _more(need: Requirements, name: str) -> str:
    if name == "availability" and isinstance(need.availability, float):
        return f", so that it may be away {rounded(away(need.availability))}"
    return ""


def _people(need: Requirements) -> Iterator[Point]:
    users, clients = (in_words(value(need, name)) for name in PEOPLE)
    if users and clients:
        yield Point(f"{users} people", f"use it, with {clients} clients at the same time")
    elif users or clients:
        yield Point(f"{users} people" if users else f"{clients} clients", "use it" if users else "are there at the same time")


def _where(need: Requirements) -> Iterator[Point]:
    if need.regions or need.regions_named:
        named = f": {value(need, 'regions_named')}" if need.regions_named else ""
        one = need.regions == 1
        lead = "One region" if one else f"{value(need, 'regions')} regions".strip()
        yield Point(lead, f"of the world {'is' if one else 'are'} where people use it{named}")


def _load(need: Requirements) -> Iterator[Point]:
    """Reads, writes and the busiest time in a line, as one follows from the others."""
    stated = [(name, getattr(need, f"{name}_rate")) for name in ("read", "write")]
    rates = [(f"{name}s", rate) for name, rate in stated if rate is not None]
    ratio, peak = value(need, "read_write_ratio"), need.peak_factor
    if rates:
        lead = rates_in_words([(_rate(need, name[:-1]), name) for name, _ in rates])
        factor = number(peak) if isinstance(peak, float) else value(need, "peak_factor")
        known = isinstance(peak, float) and not any(isinstance(one, Ranged) for one in (peak, *(rate for _, rate in rates)))
        worked = (
            rates_in_words([(rounded(_grown(need, name[:-1], rate * peak)), name) for name, rate in rates])
            if known and peak
            else ""
        )
        busiest = f", and {'twice' if factor == '2' else f'{factor} times'} as many in the busiest time" if peak else ""
        yield Point(lead, f"on average{busiest}{f': {rounded(worked)}' if worked else ''}")
    elif peak:
        yield Point(f"{value(need, 'peak_factor')} times", "as much comes in the busiest time as on average")
    if ratio:
        yield Point(f"{ratio} reads", "come for each write")
    if need.ramp_up:
        yield Point(value(need, "ramp_up"), "is all the time in which the load rises to its peak")
    if need.growth:
        grown = value(need, "growth")
        yield Point("Twice" if grown == "2" else f"{grown} times", "as much comes after a year")
