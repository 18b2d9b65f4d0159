"""The word `Server`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count, Factor
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.texts import Name
from archgen.dsl.word import word
from archgen.vocabulary.policies.autoscaling import Autoscaling
from archgen.vocabulary.policies.load_shedding import LoadShedding
from archgen.vocabulary.policies.rate_limit import RateLimit
from archgen.vocabulary.policies.stampede_protection import StampedeProtection


@word
class Server(Component):
    """Anything that runs code: what services, workers and their kind have in common."""

    glyph: ClassVar[Glyph] = Glyph.SERVER
    tone: ClassVar[Tone] = "compute"
    abstract: ClassVar[bool] = True

    replicas: Count | None = None
    """How many of it run."""
    planned_replicas: Count | None = None
    """How many will run after planned growth."""
    autoscaling: Autoscaling | Literal[False] | None = None
    """Whether and how replicas come and go."""
    capacity: Rate | None = None
    """How many requests one replica serves in a second."""
    concurrency: Count | None = None
    """How many pieces of work a replica has in hand at once."""
    task_duration: Duration | None = None
    """How long it works on one request or piece of work, as a rule."""
    task_duration_p99: Duration | None = None
    """How long it works on all but the slowest hundredth."""
    task_duration_min: Duration | None = None
    """How long it works on the shortest kind of work that it takes."""
    task_duration_max: Duration | None = None
    """How long it works on the longest kind of work that it takes."""
    task: (
        Literal[
            "scan",
            "moderate",
            "resize",
            "transcode",
            "extract_metadata",
            "index",
            "aggregate",
            "fan_out",
            "refresh",
            "warm",
            "invalidate",
            "reconcile",
            "backfill",
            "cleanup",
            "sync",
            "notify",
            "other",
        ]
        | None
    ) = None
    """What sort of work it does, where that matters to rules."""
    max_runtime: Duration | None = None
    """After how long a piece of work is broken off."""
    runtime: Literal["container", "vm", "function", "process"] | None = None
    """What it runs in."""
    process: Name | None = None
    """The name of the process it runs in; two components of one name share it."""
    sandboxed: bool | None = None
    """Whether it runs apart from everything else, so that harmful input can reach nothing."""
    memory: Size | None = None
    """What one replica may use."""
    bandwidth: Size | None = None
    """How many bytes a second one replica can send."""
    needs_gpu: bool | None = None
    """Whether it needs a graphics processor."""
    cpu_heavy: bool | None = None
    """Whether its work keeps processors busy, not only connections open."""
    rate_limit: RateLimit | Literal[False] | None = None
    """What it lets in."""
    load_shedding: LoadShedding | Literal[False] | None = None
    """What it drops when it cannot keep up."""
    stampede_protection: StampedeProtection | Literal[False] | None = None
    """What keeps it from doing the same work many times at once, where many ask for the same."""
    state: Literal["none", "cache", "session", "durable"] | None = None
    """What it keeps between two requests."""
    cluster_aware: bool | None = None
    """Whether it knows the nodes of the stores it uses, and goes to the right one itself."""
    deployment: Literal["drain_reconnect", "rolling", "handover", "none"] | None = None
    """What becomes of open connections when a new version is rolled out."""
    deploys_per_day: Factor | None = None
    """How often a new version is rolled out."""
    leader_election: bool | None = None
    """Whether its replicas agree on one that acts."""
    standby: bool | None = None
    """Whether another is ready to take over."""
    graceful_stop: bool | None = None
    """Whether it finishes what it has in hand before it stops."""
    stamps: Literal["wall_clock", "sequence", "vector_clock", "none"] | None = None
    """What it puts on messages to say their order."""
