"""The word `Worker`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.counts import Count, Whole
from archgen.dsl.quantities import Rate
from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.policies.idempotency_key import IdempotencyKey


@word
class Worker(Server):
    """A program that takes work from a queue, one piece after another."""

    glyph: ClassVar[Glyph] = Glyph.GEARS
    tone: ClassVar[Tone] = "compute"

    side_effect: Literal["none", "reversible", "irreversible", "payment", "email", "notification", "inventory"] | None = None
    """What a piece of work does to the world."""
    idempotent: bool | None = None
    """Whether doing a piece twice is as good as once."""
    idempotency: IdempotencyKey | Literal[False] | None = None
    """How it recognises work that was done already."""
    loss_tolerant: bool | None = None
    """Whether a lost piece does no harm."""
    pool: Literal["workflow", "activity", "shared", "dedicated"] | None = None
    """Which part of workflows it runs, or which work it is kept for."""
    scheduling: Literal["strict", "weighted", "fair"] | None = None
    """How it shares its time among the queues that it takes from: always the most important one first, or each its part."""
    user_facing: bool | None = None
    """Whether a person waits for what it does."""
    serves: Listed[Name] | None = None
    """The types of work that it takes."""
    job_types: Whole | None = None
    """How many types of work of very different length it takes."""
    prefetch: Count | None = None
    """How many messages it is handed before it is done with the first."""
    heartbeat: bool | None = None
    """Whether it prolongs its hold on a message while it works."""
    progress: bool | None = None
    """Whether it tells how far it is."""
    pauses_on_failure: bool | None = None
    """Whether it stops taking work while what it calls is down."""
    drain_rate: Rate | None = None
    """How many pieces all its replicas do in a second; None where that follows from replicas and duration."""
    parallel: bool | None = None
    """Whether it works on the parts of one piece at once."""
    reads_clock: bool | None = None
    """Whether its code asks what time it is."""
    reads_random: bool | None = None
    """Whether its code draws random numbers."""
    replay: bool | None = None
    """Whether it goes through a log again, to rebuild or to look for faults."""
    replay_safe: bool | None = None
    """Whether going through a log again repeats nothing that reaches the world."""
    rejects: Listed[Name] | None = None
    """Failures that are expected and need no one, such as `bounced` or `unsubscribed`."""
    alternates: bool | None = None
    """Whether it is one of several that could do the same work."""
    condition: Name | None = None
    """On what it acts before it starts, such as `scan passed`."""
    publishes_failure: bool | None = None
    """Whether it says so when a piece fails for good."""
