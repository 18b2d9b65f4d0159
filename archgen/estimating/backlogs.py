"""What waits in a queue where more arrives than is taken: how much, how long, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from archgen.dsl.readable import number, readable
from archgen.estimating.rates import plain
from archgen.model.estimate import Derivation, Measure, Quantity
from archgen.vocabulary.components.log import Log
from archgen.vocabulary.components.queue import Queue

Found = tuple[Measure, Quantity]
# What becomes of the messages for which a full queue has no room, by its overflow.
KEPT = ("block", "spill")
NEXT_TO_NOTHING = 1e-9  # of an average: what is left of a sum by rounding


@dataclass(frozen=True)
class Flow:
    """What arrives at a queue or log on average and at peak, how long that lasts, how many come at once, and what is taken.

    `in_rushes` is how much of the average, a second, is what comes at once, and not in between.
    """

    queue: Queue | Log
    average: Quantity | None
    peak: Quantity | None
    lasting: timedelta | None
    at_once: int
    drain: Quantity
    in_rushes: float = 0.0


def backlog(flow: Flow) -> Iterator[Found]:
    """The numbers of a queue that does not keep up, on average or in its busiest time; nothing where it does."""
    if flow.average and flow.average.value > flow.drain.value:
        yield "backlog_growth", _growth(flow, flow.average, "backlog growth, without end")
    growth = _growth(flow, flow.peak, "backlog growth at peak") if flow.peak and flow.peak.value > flow.drain.value else None
    if growth:
        yield "peak_backlog_growth", growth
    depth = _depth(flow, growth)
    if growth and flow.queue.max_depth is not None:
        yield "time_to_full", _time_to_full(flow.queue.max_depth, growth)
    if depth:
        yield from _of_depth(flow, depth)


def _growth(flow: Flow, arriving: Quantity, name: str) -> Quantity:
    drain = flow.drain
    formula = f"{plain(arriving)} arrive - {plain(drain)} are taken"
    return Quantity(name, arriving.value - drain.value, "per second", Derivation(formula, (arriving, drain)), arriving.partial)


def _time_to_full(most: int, growth: Quantity) -> Quantity:
    derivation = Derivation(f"room for {most:,} / {plain(growth)}", (growth,))
    return Quantity("time at peak until it is full", most / growth.value, "seconds", derivation)


def _depth(flow: Flow, growth: Quantity | None) -> Quantity | None:
    """What waits at the end of the burst, were there room for all of it."""
    name = "depth after the burst"
    if growth and flow.lasting:
        formula = f"{plain(growth)} × {readable(flow.lasting)}"
        value = growth.value * flow.lasting.total_seconds()
        return Quantity(name, value, "", Derivation(formula, (growth,)), growth.partial)
    if flow.at_once:
        return Quantity(name, flow.at_once, "", Derivation(f"{flow.at_once:,} at once"))
    return None


def _of_depth(flow: Flow, depth: Quantity) -> Iterator[Found]:
    most = flow.queue.max_depth
    if most is not None and depth.value > most and flow.queue.overflow not in KEPT:
        yield "burst_lost", _lost(flow.queue, depth, most)
        full = Derivation(f"no more than it holds, of {number(depth.value)}", (depth,))
        depth = Quantity(depth.name, most, "", full)
    yield "burst_depth", depth
    if not flow.drain.value:
        return
    formula = f"{number(depth.value)} waiting / {plain(flow.drain)}"
    wait = Derivation(formula, (depth, flow.drain))
    yield "burst_delay", Quantity("wait of the last message", depth.value / flow.drain.value, "seconds", wait, depth.partial)
    recovery = _recovery(flow, depth)
    if recovery:
        yield "recovery", recovery


def _lost(queue: Queue | Log, depth: Quantity, most: int) -> Quantity:
    became = "dropped" if queue.overflow and queue.overflow.startswith("drop") else "refused"
    derivation = Derivation(f"{number(depth.value)} - room for {most:,}", (depth,))
    return Quantity(f"{became} in the burst", depth.value - most, "", derivation, depth.partial)


def _recovery(flow: Flow, depth: Quantity) -> Quantity | None:
    """How long until nothing waits that came in the burst; None where as much arrives on average as is taken: it never clears."""
    between = max(flow.average.value - flow.in_rushes, 0.0) if flow.average else 0.0
    spare = flow.drain.value - between
    if spare <= 0:
        return None
    if flow.average is None:
        assumed = (f"nothing arrives at {flow.queue.name} after the burst, as no average is known",)
        derivation = Derivation(f"{number(depth.value)} waiting / {plain(flow.drain)}", (depth, flow.drain), assumed)
    elif between <= flow.average.value * NEXT_TO_NOTHING:
        derivation = Derivation(f"{number(depth.value)} waiting / {plain(flow.drain)}", (depth, flow.drain))
    else:
        arriving = f"{plain(replace(flow.average, value=between))} arriving{' between rushes' if flow.in_rushes else ''}"
        formula = f"{number(depth.value)} waiting / ({plain(flow.drain)} taken - {arriving})"
        derivation = Derivation(formula, (depth, flow.drain, flow.average))
    partial = depth.partial or bool(flow.average and flow.average.partial)
    return Quantity("time to recover", depth.value / spare, "seconds", derivation, partial)
