"""Each caller draws its pause at random, so that those who failed together do not come back together.

## How it works
A failure has one moment for all: the server went away at 12:00:00, and a thousand calls failed within its timeout. If all wait
one second, a thousand calls come at 12:00:01, and if that brings it down again, at 12:00:03. Doubling the pause spaces the waves
and leaves each as high as the first.

Jitter turns a wave into a stream. *Full jitter* draws from zero up to the pause of the formula; *equal jitter* takes half of the
pause and draws the other half. To add a little on top, ten per cent of the pause, helps least, since the thousand then come
within a tenth of a second. Full is the best at spreading and the one to take unless a pause must not be too short; then equal.

It belongs wherever many do something at the same moment without meaning to: retries, polls, renewals, expiry in caches, jobs by
the clock.

## Numbers
- **A thousand callers, pause of 8 s**: none, 1,000 in the same instant. Ten per cent on top, 1,250 a second for 0.8 s. Equal
  jitter, 250 a second for 4 s. Full jitter, 125 a second for 8 s.
- **Size it by what comes up**: a service that serves 300 calls a second, 150 of them in use, bears 150 more. So a thousand
  callers have to be spread over 7 s at least, which is the fourth pause, not the first.
- **The mean is half of the pause** under full jitter: five attempts from 1 s take 7.5 s instead of 15. Where an outage of a
  length has to be bridged, begin with twice the base.

## What goes wrong
- **The same seed.** Processes forked from one parent, or a generator seeded with the time in seconds, draw the same numbers.
- **Jitter on the first attempt is missing.** The timer fires at full minutes on all machines. Draw there as well.
- **Only between retries.** A limit of calls in a second that all reset at the full second makes the wave anew.
- **In tests the pause is never the same**, and so the tests wait or fail. Hand the generator in.
"""

from archgen import (
    Calls,
    CircuitBreaker,
    Consumes,
    Design,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    WideColumnDatabase,
    Worker,
    Writes,
    days,
    minutes,
    per_second,
    seconds,
)

failed = Queue("Failed jobs", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Positions",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(1),
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=3,
)
gate = Service("Fleet API", replicas=4, validates=True)
worker = Worker(
    "Matcher",
    replicas=50,
    concurrency=20,
    task_duration=seconds(4),
    task_duration_p99=seconds(8),
    max_runtime=seconds(40),
    side_effect="none",
    idempotent=True,
    reads_random=True,
    note="1,000 calls at once",
)
maps = Service("Map service", replicas=3, capacity=per_second(100), note="serves 300 a second")
tracks = WideColumnDatabase("Tracks", engine="Cassandra", replicas=3, retention=days(30))

publish = Publishes(gate, jobs, "positions of a minute", rate=per_second(150), idempotent=True)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
match = Calls(
    worker,
    maps,
    "which road?",
    protocol="grpc",
    mode="sync",
    timeout=seconds(2),
    retry=Retry(
        attempts=5,
        backoff="exponential",
        jitter=True,
        initial=seconds(1),
        multiplier=2,
        max_interval=seconds(10),
        retry_on=["unavailable", "deadline exceeded"],
        never_on=["invalid argument"],
    ),
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(20), open_for=seconds(20)),
    idempotent=True,
)
keep = Writes(worker, tracks, "road and time", operation_kind="upsert", idempotent=True)
show = Reads(gate, tracks, "track of a vehicle", rate=per_second(20))

pattern = Pattern(
    "Retry jitter",
    use_when=["more than one caller retries, polls or renews against the same thing"],
    avoid_when=["there is a single caller, which cannot collide with anyone"],
    structure=Design(
        "Retry jitter",
        [publish, take, match, keep, show],
        requirements=Requirements(write_rate=per_second(150), delivery="at_least_once"),
    ),
    requires=[
        Need("pauses drawn at random, wherever there is a retry", {match: ["retry"], worker: ["reads_random"]}),
        Need("a range wide enough for all callers", {worker: ["replicas", "concurrency"], maps: ["capacity", "replicas"]}),
    ],
    walkthrough=[
        Step(take, "a thousand messages, by fifty workers"),
        Step(match, "12:00:00: away; all thousand fail within 2 s"),
        Step(match, "second attempts, spread over a second"),
        Step(match, "third, over two"),
        Step(match, "fourth, over four: 250 a second; the first answers come"),
        Step(match, "fifth, over eight: 125 a second, and all get through"),
        Step(keep, "road and time"),
    ],
    trade_offs=[
        TradeOff("what comes up again meets a stream, not a wave", "no single pause can be foretold"),
        TradeOff("one line of code", "with full jitter a range must be twice as long to bridge as much"),
    ],
    related=["exponential-backoff", "backoff-cap", "client-reconnect"],
)
