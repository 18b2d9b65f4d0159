"""The word `Service`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.counts import Count, Whole
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Name
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.policies.outbox import Outbox
from archgen.vocabulary.policies.quota import Quota


@word
class Service(Server):
    """A program that answers requests."""

    glyph: ClassVar[Glyph] = Glyph.SERVER
    tone: ClassVar[Tone] = "compute"

    role: Literal["api", "business", "connections", "lookup", "orchestrator", "router"] | None = None
    """What it does: takes requests in, does the work of the business, does no more than hold clients' connections, tells where
    something lives, carries workflows on, or sends work to the right queue.
    """
    routing: Literal["any", "modulo", "consistent_hash"] | None = None
    """How clients come to a replica: any, by a hash modulo the number of replicas, or by a consistent hash."""
    hash_key: Name | None = None
    """What the hash is taken of."""
    shared_state_key: Name | None = None
    """What the state that several users share belongs to, such as `document id`."""
    virtual_nodes: Whole | None = None
    """How many places on the ring each replica has."""
    redirects: bool | None = None
    """Whether a replica sends a client on that should be with another one."""
    rebalancing: Literal["none", "dual_delivery"] | None = None
    """Whether updates go to the old and the new server while clients move."""
    connection_state: Literal["none", "light", "heavy"] | None = None
    """What it keeps for each open connection: a socket and an id are light, a loaded document is heavy."""
    max_connections: Count | None = None
    """How many open connections one replica holds."""
    max_connection_age: Duration | None = None
    """After how long a connection is closed, so that new replicas get their share."""
    unsubscribes: bool | None = None
    """Whether it leaves a topic when the last client that follows it is gone."""
    conflict_resolution: Literal["none", "ot", "crdt", "last_write_wins"] | None = None
    """What becomes of edits made at the same time."""
    validates: bool | None = None
    """Whether it checks what it is sent before it hands it on."""
    data_plane: bool | None = None
    """Whether it is made to carry the content of files, apart from what answers requests."""
    returns_job_id: bool | None = None
    """Whether it answers at once with an id under which the work can be asked for."""
    overflow_status: Count | None = None
    """The HTTP status that it answers with when it cannot take more."""
    outbox: Outbox | Literal[False] | None = None
    """How what it publishes is tied to what it writes."""
    quota: Quota | Literal[False] | None = None
    """How much each user may have."""
    fan_out: Literal["write", "read", "hybrid"] | None = None
    """Whether a feed is put together when something is posted, when it is read, or by both."""
    fan_out_limit: Count | None = None
    """How many followers an author may have whose posts are handed to each feed, where both ways are in use."""
    streams_in_objective: bool | None = None
    """Whether its objective for latency counts streams and long polls, which never end quickly."""
    fetched_in_parallel: bool | None = None
    """Whether what it needs for one answer is fetched at once, not one after another."""
