"""Report generation: the queues that work waits in, and the way back for what failed."""

from archgen import (
    Consumes,
    Group,
    Publishes,
    Queue,
    RateLimit,
    Service,
    days,
    minutes,
    per_second,
    seconds,
)

group = Group("Work that waits", id="waiting", boundary="tier")

dead_chapters = Queue(
    "Dead chapters",
    engine="SQS",
    managed=True,
    durable=True,
    retention=days(14),
    alarm="ticket",
    replayed_by="tool",
    group=group,
)
ordered_queue = Queue(
    "Ordered chapters",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    scheduling="fair",
    dead_letter=dead_chapters,
    max_receives=4,
    retry_delay=seconds(10),
    visibility_timeout=minutes(2),
    retention=days(2),
    urgencies=["somebody waits"],
    group=group,
)
nightly_queue = Queue(
    "Nightly chapters",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    scheduling="fair",
    dead_letter=dead_chapters,
    max_receives=4,
    retry_delay=seconds(60),
    visibility_timeout=minutes(2),
    retention=days(2),
    urgencies=["nightly"],
    group=group,
)

whole_queue = Queue(
    "Whole reports",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    dead_letter=dead_chapters,
    max_receives=4,
    retry_delay=seconds(20),
    visibility_timeout=minutes(4),
    retention=days(2),
    group=group,
)
replay_desk = Service("Replay desk", replicas=2, note="people look, mend and send back", rate_limit=RateLimit(per_second(2)))

look = Consumes(replay_desk, dead_chapters, "what failed", id="look", rate=per_second(0.01), acknowledge="after")
send_back = Publishes(
    replay_desk,
    nightly_queue,
    "ids of a chapter, marked",
    id="send_back",
    rate=per_second(0.01),
    timeout=seconds(2),
    purpose="replay",
    idempotent=True,
)

components = (ordered_queue, nightly_queue, whole_queue, dead_chapters, replay_desk)
connections = (look, send_back)
