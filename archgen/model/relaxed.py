"""Updates over connections that stay open, which would come soon enough if they were asked for."""

from datetime import timedelta

from archgen.dsl.quantities import Rate
from archgen.model.architecture import Architecture
from archgen.model.live_updates import looks_after_a_job, needing, sends
from archgen.model.rule import Fact, stated
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.connections.calls import Calls

STREAMED = ("audio", "video", "screen", "token_stream")
# What may be so late, polls bring in time.
RELAXED = timedelta(seconds=2)
# From so many messages a second of each client on a socket is there for what it sends.
OFTEN = Rate(1)
# More polls a second than this are a load of their own, which connections that stay open spare.
MANY_POLLS = Rate(100_000)


def is_streamed(first: Calls) -> bool:
    """Whether it carries sound or pictures, or an answer that is shown while it is written."""
    return first.payload_kind in STREAMED


def polls_would_do(architecture: Architecture, first: Calls) -> tuple[timedelta, Fact] | None:
    """How late what comes over the connection may be, and what says so, where polls would bring it in time."""
    needs = architecture.design.requirements
    if needs.media or needs.collaborative or needs.client_sends == "often" or is_streamed(first):
        return None
    limit, fact = _limit(architecture, first)
    soon = limit is None or limit < RELAXED
    if soon or limit is None or (sends(architecture, first)[0] or 0) >= OFTEN or _are_many(architecture, first, limit):
        return None
    return limit, fact


def _are_many(architecture: Architecture, first: Calls, pause: timedelta) -> bool:
    """Whether all devices that are stated to be there, each polling so often, are too many."""
    clients = (end for end in architecture.members(first.source) if isinstance(end, Client))
    return sum(one.devices or 0 for one in clients) / pause.total_seconds() > MANY_POLLS


def _limit(architecture: Architecture, first: Calls) -> tuple[timedelta | None, Fact]:
    """How late news may be, and what says so; of a job, where that is not stated, how old its state may be."""
    needs = architecture.design.requirements
    if needs.latency_budget is None and looks_after_a_job(first) and not first.bidirectional:
        fresh = needing(architecture, first, "freshness")
        return fresh.freshness, stated(fresh, "freshness")
    return needs.latency_budget, stated(needs, "latency_budget")
