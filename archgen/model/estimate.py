"""Estimates: numbers derived from a design, each with its derivation."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from itertools import islice
from typing import Literal

from archgen.dsl.naming import slug
from archgen.dsl.quantities import Size
from archgen.dsl.readable import number, often, percent, readable, span
from archgen.dsl.walkthrough import Walkthrough
from archgen.dsl.word import Word
from archgen.model.architecture import Architecture
from archgen.model.by_measure import ByMeasure, Named
from archgen.values import dataclass

Formula = str | Callable[[], str]
Unit = Literal["per second", "seconds", "days", "bytes", "bytes per second", "connections", "share", "share of the time", ""]
Measure = Literal[
    "requests", "reads", "writes", "rate", "capacity", "utilisation", "connections", "connections_per_replica",
    "latency_p50", "latency_p95", "latency_p99", "duration_p50", "duration_p99", "budget_used",
    "availability", "downtime", "downtime_used",
    "peak_rate", "peak_requests", "peak_reads", "peak_writes", "peak_capacity", "peak_utilisation",
    "backlog_growth", "peak_backlog_growth", "time_to_full", "burst_depth", "burst_lost", "burst_delay", "recovery",
    "in_hand", "peak_in_hand", "memory_per_connection", "bandwidth", "peak_bandwidth", "sent", "received", "bandwidth_used",
    "storage", "storage_growth", "disk_used", "disk_writes", "hot_key", "hot_key_used", "per_shard", "worst_requests",
    "usual_utilisation", "shard_used", "batches", "batch_wait", "redelivered", "time_to_dead_letter", "storage_in_1_year",
    "storage_in_3_years", "disk_full_in", "disk_iops_used", "disk_bandwidth", "disk_bandwidth_used", "memory_used", "deliveries",
    "deliveries_used", "connections_used", "updates", "full_rate", "full_requests", "full_utilisation", "let_through",
]  # fmt: skip
SUFFIXES: Mapping[str, str] = {
    "per second": "/s",
    "seconds": " s",
    "days": " days",
    "bytes": " B",
    "bytes per second": " B/s",
    "connections": " connections",
    "share": "",
    "share of the time": "",
    "": "",
}
# What is said once of a number and the ends of its margin.
WORDS: Mapping[Unit, str] = {"connections": " connections", "days": " days"}
# A year, past which it does not matter how long something takes: what waits without end counts as that.
ENDLESS = 365 * 86_400.0
# How many assumptions of a number are told, and where it keeps them: numbers rest on one another in long chains.
MOST_ASSUMED = 8
# How it ends what is assumed of a connection that does not say how often it follows a request.
ONCE = " once a request, as per_request is not stated"
KEPT = "_assumptions"


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a number came about: the formula with its numbers, what it rests on, and what had to be assumed.

    `text` is the formula or what writes it: of the many numbers of a large design, hardly any is ever explained.
    """

    text: Formula
    inputs: Sequence["Quantity"] = ()
    assumptions: Sequence[str] = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Derivation):
            return NotImplemented
        return (self.formula, self.inputs, self.assumptions) == (other.formula, other.inputs, other.assumptions)

    def __hash__(self) -> int:
        return hash((self.formula, tuple(self.assumptions)))

    @property
    def formula(self) -> str:
        """The formula with its numbers."""
        if not isinstance(self.text, str):
            object.__setattr__(self, "text", self.text())
        return str(self.text)


@dataclass(frozen=True)
class Moved:
    """A number that is not known exactly, and what follows from its low and its high end, while all others are as is likely."""

    name: str
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """How far apart that is."""
        return abs(self.at_high - self.at_low) if self.at_high != self.at_low else 0.0


@dataclass(frozen=True)
class Margin:
    """The least and the most that a number may be, as what it rests on is not known exactly; what moves it most first."""

    low: float
    high: float
    by: Sequence[Moved] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in its base unit; `name` says of what.

    `partial` says that more may add to it that is not known, or take away from it, where it is at the `most`. Where what it rests
    on is not known exactly, it is the likely value, and `margin` says what else it may be.
    """

    name: str
    value: float
    unit: Unit
    derivation: Derivation
    partial: bool = False
    most: bool = False
    margin: Margin | None = None
    # What `assumptions` found.
    _assumed: Sequence[str] | None = field(default=None, init=False, repr=False, compare=False)

    def called(self, name: str) -> "Quantity":
        """The same number under another name."""
        return self if name == self.name else Quantity(name, self.value, self.unit, self.derivation, self.partial, self.most)

    def at_most(self) -> "Quantity":
        """The same number as one that it is no more than."""
        return Quantity(self.name, self.value, self.unit, self.derivation, partial=True, most=True, margin=self.margin)

    @property
    def bound(self) -> str:
        """What stands before the number where it is not the whole of it."""
        return ("at most " if self.most else "at least ") if self.partial else ""

    @property
    def assumptions(self) -> Sequence[str]:
        """All that had to be assumed for it and for what it was made of, each once; of very many, the first."""
        waiting = [self] if self._assumed is None else []
        while waiting:
            quantity = waiting[-1]
            inputs = quantity.derivation.inputs
            before = [one for one in inputs if one._assumed is None] if _kept_for(inputs) is None else []
            if not before:
                object.__setattr__(waiting.pop(), "_assumed", quantity._gathered())
            waiting += before
        found = self._assumed or ()
        return (*found[:MOST_ASSUMED], "and more behind these") if len(found) > MOST_ASSUMED else found

    def _gathered(self) -> Sequence[str]:
        """Its own, then those of what it was made of, which know theirs; one more than are told."""
        own, behind = self.derivation.assumptions, _assumed_for(self.derivation.inputs)
        return tuple(islice(dict.fromkeys((*own, *behind)), MOST_ASSUMED + 1)) if own else behind

    @property
    def endless(self) -> bool:
        """Whether it is a time without end, or what such a time is of a limit."""
        times = self.derivation.inputs if self.unit == "share" else (self,)
        return any(one.unit == "seconds" and one.value >= ENDLESS for one in times)

    def __str__(self) -> str:
        if self.endless:
            return "no end" if self.unit == "seconds" else "without bound"
        return self.bound + told(self.value, self.unit) + self.within(lambda one: told(one, self.unit))

    def within(self, write: Callable[[float], str]) -> str:
        """What stands behind the number where it may be another; nothing where it is known."""
        ends = (self.margin.low, self.margin.high) if self.margin else ()
        return f" ({' to '.join(write(one).removesuffix(WORDS.get(self.unit, '')) for one in ends)})" if ends else ""


def told(value: float, unit: Unit) -> str:
    """A number with its unit."""
    match unit:
        case "seconds":
            return "no end" if value >= ENDLESS else span(value)
        case "share of the time":
            return percent(value)
        case "bytes":
            return readable(Size(value))
        case "per second":
            return often(value)
        case "bytes per second":
            return f"{readable(Size(value))}/s"
    return f"{number(value)}{SUFFIXES[unit]}"


class Inputs(tuple[Quantity, ...]):
    """What several numbers are made of alike: whatever was assumed for it is gathered once."""


def _assumed_for(inputs: Sequence[Quantity]) -> Sequence[str]:
    """What is nearest to each of these before what is further behind any of them; one more than are told."""
    kept = _kept_for(inputs)
    if kept is not None:
        return kept
    every = [one._assumed or () for one in inputs]
    nearest = every[0] if len(every) == 1 else tuple(islice(dict.fromkeys(_in_turn(every)), MOST_ASSUMED + 1))
    if isinstance(inputs, Inputs):
        vars(inputs)[KEPT] = nearest
    return nearest


def _in_turn(every: Sequence[Sequence[str]]) -> Iterator[str]:
    """The first of each, then the second of each, and so on."""
    for place in range(max(map(len, every), default=0)):
        yield from (one[place] for one in every if place < len(one))


def _kept_for(inputs: Sequence[Quantity]) -> Sequence[str] | None:
    return vars(inputs).get(KEPT) if isinstance(inputs, Inputs) else None


def largest_part(quantity: Quantity) -> Quantity:
    """What makes most of a sum: the largest of what it was made of, and so on down to what is made of nothing."""
    part = quantity
    while part.derivation.inputs:
        part = max(part.derivation.inputs, key=lambda one: one.value)
    return part


def walkthrough_id(walkthrough: Walkthrough) -> str:
    """The subject of a walkthrough's numbers: no id of a part has a colon.

    >>> walkthrough_id(Walkthrough("Send a message", []))
    'walkthrough:send_a_message'
    """
    return f"walkthrough:{slug(walkthrough.name)}"


def subjects(architecture: Architecture) -> Mapping[Word, str]:
    """The ids of all that has numbers: of parts, and of walkthroughs."""
    return {**architecture.ids, **{one: walkthrough_id(one) for one in architecture.design.walkthroughs}}


@dataclass(frozen=True)
class Estimate:
    """Every derived number, by the id of its subject and its measure, in the order of derivation.

    `requests` arrive at a component, `reads` and `writes` are those of a store; `rate` passes along a connection. `capacity` is
    what a component can serve, all replicas together, `utilisation` the share of it that is taken; `connections` are held open by
    clients at a time.

    What is called peak is the same in the busiest time. Where more comes to a queue than is taken, its backlog grows; a burst of
    known length leaves a depth, the last of it waits for a delay, and after the time of recovery nothing of it is left. Where
    there is no such time, it never clears.

    What is called full is so while work waits in queues and workers, as many as there can be, do all they can: `full_rate` along
    a connection, `full_requests` at what states a limit. `let_through` is how fast limits then let work out of a queue.

    `in_hand` is the work at hand at a time; `sent` and `received` are bytes a second, `storage` is what all copies hold.
    `hot_key` and `per_shard` are what meets the busiest key and shard, `worst_requests` what arrives if every attempt fails;
    `shard_used` is how full the busiest shard is; `batches` go along a connection or out of a component, `batch_wait` is what the
    first of one waits. `redelivered` is handed out again as a consumer was late, `time_to_dead_letter` passes until a message
    is put aside. `storage_in_1_year` and `_3_years` are with growth, `disk_full_in` is when there is no more room. `updates` go
    down open connections; of a workflow, `in_hand` are the runs under way.
    `usual_utilisation` is the share that would be taken of what is usual, where no limit is stated.

    Walkthroughs have ids of their own. `latency` is what whoever begins one waits for, `duration` what it takes until its last
    step; `budget_used` is the share of what it may take. `downtime` is how long it is not available in a month of 30 days, and
    `downtime_used` the share of what is allowed.
    """

    quantities: Mapping[tuple[str, Measure], Quantity] = field(default_factory=dict)
    worlds: "Sequence[World]" = ()
    """Where the design does not state all numbers exactly: how it may be at the ends of what it states."""

    @cached_property
    def _by_id(self) -> ByMeasure[str, Measure, Quantity]:
        return self.quantities.by_name if isinstance(self.quantities, Named) else ByMeasure(self.quantities)

    @cached_property
    def _by_word(self) -> ByMeasure[Word, Measure, Quantity]:
        return self.quantities.of_subjects if isinstance(self.quantities, Named) else ByMeasure()

    def of(self, subject: Word | str, measure: Measure) -> Quantity | None:
        """The number of a part, a walkthrough or an id; None where the design does not state enough to derive it."""
        return self._by_id.of(subject, measure) if isinstance(subject, str) else self._by_word.of(subject, measure)

    def busiest(self, subject: Word | str, measure: Literal["rate", "requests", "capacity", "in_hand"]) -> Quantity | None:
        """The number in the busiest time; on average, where none is known of that."""
        peaks: Mapping[str, Measure] = {"rate": "peak_rate", "requests": "peak_requests", "capacity": "peak_capacity"}
        return self.of(subject, peaks.get(measure, "peak_in_hand")) or self.of(subject, measure)


@dataclass(frozen=True, eq=False)
class World:
    """A design as it may be, where the one that was stated leaves numbers open, and its estimate."""

    architecture: Architecture
    estimate: Estimate
