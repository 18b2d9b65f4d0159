"""What a system must do and withstand."""

from typing import Annotated, Literal

from archgen.dsl.counts import Count, Factor, Share
from archgen.dsl.marks import Limits
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import Word, word


@word
class Requirements(Word):
    """The load and the promises that something is made for: a design, one of its parts, or one of its walkthroughs."""

    users: Count | None = None
    """How many people use it at all."""
    concurrent_clients: Count | None = None
    """How many clients are there at the same time."""
    read_rate: Rate | None = None
    """How many reads a second there are, on average."""
    write_rate: Rate | None = None
    """How many writes a second there are, on average."""
    read_write_ratio: Factor | None = None
    """How many reads there are for one write, where their rates are not known."""
    peak_factor: Factor | None = None
    """By what the busiest time exceeds the average."""
    ramp_up: Duration | None = None
    """In which time the load rises to its peak."""
    event_driven: bool | None = None
    """Whether everyone comes at once, at a time known beforehand, such as the start of a sale."""
    growth: Factor | None = None
    """By what the load is multiplied in a year."""
    latency_budget: Duration | None = None
    """The time from an event to the person who must see it."""
    latency_p50: Duration | None = None
    """How long half of the requests may take."""
    latency_p95: Duration | None = None
    """How long all but the slowest twentieth may take."""
    latency_p99: Duration | None = None
    """How long all but the slowest hundredth may take."""
    completion_time: Duration | None = None
    """How long work that nobody waits at may take in all."""
    job_duration: Duration | None = None
    """How long the work behind one request takes in all but the slowest hundredth of cases."""
    request_timeout: Duration | None = None
    """The shortest time after which something on the way gives a request up."""
    result_in_response: bool | None = None
    """Whether the answer to a request has to hold the result, not a promise of it."""
    job_progress: bool | None = None
    """Whether people want to see how far their work is."""
    freshness: Duration | None = None
    """How old a state of work may be that people are shown."""
    staleness: Duration | None = None
    """How old what is shown may be."""
    consistency: Literal["strong", "read_your_writes", "bounded", "eventual"] | None = None
    """What a reader may rely on."""
    round_trip: Duration | None = None
    """The time from client to system and back."""
    availability: Annotated[Share, Limits(lt=1)] | None = None
    """Which share of the time it has to answer."""
    durability: Annotated[Share, Limits(lt=1)] | None = None
    """Which share of what is kept has to be there after a year."""
    recovery_point: Duration | None = None
    """How much of what was confirmed may be lost in a disaster, as a time; zero is nothing."""
    recovery_time: Duration | None = None
    """How long it may be away after a disaster."""
    message_size: Size | None = None
    """The size of one message."""
    data_size: Size | None = None
    """How much is kept in all."""
    retention: Duration | None = None
    """How long it is kept."""
    regions: Count | None = None
    """In how many regions of the world people use it."""
    regions_named: Listed[Name] | None = None
    """Which regions these are."""
    budget_per_month: Factor | None = None
    """What it may cost in a month, in the currency of the design's owner."""
    delivery: Literal["at_most_once", "at_least_once", "exactly_once"] | None = None
    """What is promised of each message."""
    ordering: Literal["none", "per_key", "total"] | None = None
    """In which order messages have to arrive."""
    ordering_key: Name | None = None
    """Among which messages the order counts, such as `room_id`."""
    ordering_by: Literal["sequence", "vector_clock", "partition", "wall_clock"] | None = None
    """What tells the order."""
    max_offline: Duration | None = None
    """How long a client may be away and still get what it missed."""
    max_fanout: Count | None = None
    """How many have to hear of one event at the most."""
    update_gap: Duration | None = None
    """The shortest time between two updates of the same thing."""
    client_sends: Literal["never", "rarely", "often"] | None = None
    """How often each client writes."""
    media: bool | None = None
    """Whether people hear or see each other live."""
    collaborative: bool | None = None
    """Whether people change the same thing at the same time."""
    presence: bool | None = None
    """Whether people see who is there."""
    peers_per_call: Count | None = None
    """How many take part in one call."""
    streaming_path: bool | None = None
    """Whether every proxy on the way passes on a response that does not end."""
    connection_state: Literal["light", "heavy"] | None = None
    """What a server must keep for each open connection: a socket and an id are light, a loaded document is heavy."""
    endpoint_servers: Count | None = None
    """How many servers hold client connections."""
    open_sockets: bool | None = None
    """Whether clients hold WebSockets or other connections that are no ordinary request."""
    http_only: bool | None = None
    """Whether everything that clients send is HTTP."""
    content_routing: bool | None = None
    """Whether a path, header or cookie decides which servers a request or connection goes to."""
    clients_know_servers: bool | None = None
    """Whether clients know which servers there are and can compute theirs."""
    direct_peers: bool | None = None
    """Whether peers reach one another once they know their public addresses; about four of five do."""
    brief_drops: bool | None = None
    """Whether a client may lose its connection for a moment, if it then gets what it missed."""
    multi_tenant: bool | None = None
    """Whether several customers share it who must not hold one another up."""
    audit: bool | None = None
    """Whether it has to be provable later who did what."""
    audit_retention: Duration | None = None
    """For how long."""
    provider_neutral: bool | None = None
    """Whether it must run with any provider."""
    offline: bool | None = None
    """Whether clients have to work without a connection."""
    caller: Literal["app", "server", "absent"] | None = None
    """Who asks for work: an app or page that stays open, another server, or a person who has left before it is done."""
    caller_reachable: bool | None = None
    """Whether who asks for work has an address that can be called."""
    replay_needed: bool | None = None
    """Whether somebody has to be able to read old messages again."""
    operators: bool | None = None
    """Whether there is somebody to run brokers and machines."""
    job_routing: bool | None = None
    """Whether rules decide which workers a piece of work goes to, by its type or by what stands in it."""
    repeatable_work: bool | None = None
    """Whether work that is done twice does no harm."""
    duplicates_from: Literal["client", "queue", "process"] | None = None
    """What repeats itself: a client that sends again, a queue that delivers again, or a step of a process of the business."""
    client_keys: bool | None = None
    """Whether clients can send a key of their own with a request."""
    key_recorded: bool | None = None
    """Whether the key of a piece of work that arrives is recorded already, as it is for one that arrives again."""
    attempt_ends: Literal["well", "transient_fault", "permanent_fault"] | None = None
    """How one attempt at a piece of work ends: well, with a fault that passes by itself, or with one that stays."""
    attempts_left: bool | None = None
    """Whether a piece of work has attempts left after the one that failed."""
    elastic: bool | None = None
    """Whether more workers would do more, since what stands behind them bears more."""
    downstream_limit: Literal["at_once", "per_second", "unknown"] | None = None
    """What is known of how much the systems bear that workers call: so many at once, so many a second, or nothing."""
    downstream_bursts: bool | None = None
    """Whether these bear a small burst."""
    broker_priorities: bool | None = None
    """Whether the broker at hand tells messages apart by their importance."""
    low_must_progress: bool | None = None
    """Whether the least important work has to go on while there is no end of what is more important."""
