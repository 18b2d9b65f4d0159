"""Independent pieces run at once, and the last one that is done sets off what needs them all.

## How it works
A splitter cuts the work into pieces, notes how many there are, and puts a message for each into a queue. Any number of
workers take them. Each one stores its result under the number of its piece and takes one off the count, in one command that
gives back what is left. Who gets zero publishes the message for the join.

The time is that of the longest piece, plus the join, if there are workers enough.

## Numbers
- **120 pieces of 30 s on 40 workers: three rounds, 90 s**, instead of an hour on one.
- **Equal pieces.** One of 5 min among those of 30 s, and the whole takes 5 min. Cut by work, not by length.
- **Two to three rounds are best.** With as many workers as pieces, the slowest one decides alone.
- **A straggler is started twice** when 95 % are done and it takes twice as long as the others: the first result counts.

## What goes wrong
- **Counted twice.** A piece that was delivered twice takes two off, and the join begins with one missing. Keep the numbers
  of the pieces that are done as a set; the size of the set is the count.
- **Read, then write.** Two that finish together both see 2 and both write 1. Nobody ever sees zero.
- **A piece is dead.** The count never ends. A limit of time for the whole says so, and the dead letter names the piece.
- **The join reads what is not there.** Result first, count second.
- **Too many pieces.** A million messages for pieces of 10 ms are more work than the work.
"""

from archgen import (
    Consumes,
    DependsOn,
    Design,
    Downloads,
    KeyValueStore,
    Need,
    ObjectStore,
    Pattern,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Step,
    TradeOff,
    Uploads,
    Worker,
    Writes,
    days,
    megabytes,
    minutes,
    per_minute,
    per_second,
    seconds,
)

api = Service("API", replicas=2, returns_job_id=True, overflow_status=429)
dead = Queue("Dead pieces", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")


def line(name: str, depth: int) -> Queue:
    """A queue of this flow, with a lease of two minutes."""
    return Queue(
        name,
        engine="SQS",
        managed=True,
        durable=True,
        dead_letter=dead,
        max_receives=4,
        retry_delay=seconds(10),
        max_depth=depth,
        overflow="reject",
        visibility_timeout=minutes(2),
    )


videos, pieces, joins = line("Videos", 2_000), line("Pieces", 200_000), line("To join", 2_000)
splitter = Worker("Splitter", replicas=2, task_duration=seconds(5), max_runtime=seconds(60), side_effect="none", idempotent=True)
encoder = Worker(
    "Encoders",
    replicas=40,
    task="transcode",
    task_duration=seconds(30),
    task_duration_p99=seconds(55),
    max_runtime=seconds(100),
    heartbeat=True,
    side_effect="none",
    idempotent=True,
)
joiner = Worker("Joiner", replicas=2, task_duration=seconds(10), max_runtime=seconds(60), side_effect="none", idempotent=True)
counts = KeyValueStore("Pieces done", engine="Redis", replicas=2, retention=days(2), note="a set for each video")
files = ObjectStore("Files", provider="s3", access="private", immutable_objects=True)

publish = Publishes(api, videos, "video 7", rate=per_minute(0.5))
split = Consumes(splitter, videos, acknowledge="after", delivery="at_least_once", rate=per_minute(0.5))
set_up = Writes(splitter, counts, "7: 120 pieces", rate=per_minute(0.5), operation_kind="insert", idempotent=True)
scatter = Publishes(splitter, pieces, "7, piece 1 to 120", rate=per_second(1))
take = Consumes(encoder, pieces, acknowledge="after", delivery="at_least_once", rate=per_second(1))
store = Uploads(encoder, files, "7/piece 41", rate=per_second(1), method="single_put", max_payload=megabytes(50), tls=True)
count = Writes(
    encoder, counts, "41 is done: how many are left?", rate=per_second(1), atomic=True, checks_result=True, idempotent=True
)
last = Publishes(encoder, joins, "7, by whoever was last", rate=per_minute(0.5), idempotent=True)
join = Consumes(joiner, joins, acknowledge="after", delivery="at_least_once", rate=per_minute(0.5))
check = Reads(joiner, counts, "all 120?", rate=per_minute(0.5))
read = Downloads(joiner, files, "120 pieces", rate=per_second(1), max_payload=megabytes(50), tls=True)
wait = DependsOn(joiner, encoder, "all pieces", join="all", atomic_count=True)

pattern = Pattern(
    "Fan-out and fan-in",
    use_when=["work falls into pieces that share nothing, and something needs all of them at the end"],
    avoid_when=[
        "pieces need one another's results: that is a graph",
        "one worker does it in seconds",
    ],
    structure=Design(
        "Fan-out and fan-in",
        [publish, split, set_up, scatter, take, store, count, last, join, check, read, wait],
        requirements=Requirements(completion_time=minutes(15), delivery="at_least_once"),
    ),
    requires=[
        Need("a count that is taken down in one command", {count: ["atomic", "checks_result"], wait: ["atomic_count"]}),
        Need("a join that waits for all", {wait: ["join"], check: []}),
        Need("pieces that may be done twice", {encoder: ["idempotent"], store: []}),
        Need("an end for a piece that never comes", {pieces: ["max_receives", "dead_letter"], encoder: ["max_runtime"]}),
    ],
    walkthrough=[
        Step(publish, "video 7"),
        Step(split, "video 7"),
        Step(set_up, "120 pieces"),
        Step(scatter, "120 messages"),
        Step(take, "40 at once"),
        Step(store, "7/piece 41"),
        Step(count, "79 left"),
        Step(count, "none left: this worker was the last"),
        Step(last, "7"),
        Step(join, "7"),
        Step(check, "all 120"),
        Step(read, "put together"),
    ],
    trade_offs=[
        TradeOff("an hour of work in two minutes", "a count that must not err, and pieces to keep until the join"),
        TradeOff("a piece that failed is done again, not the whole", "the slowest piece decides"),
    ],
    related=["job-dag", "dag-scheduler"],
)
