"""Each type of work has its own queue and its own workers, so that long jobs do not stand before short ones.

## How it works
Mails take 200 ms, documents ten seconds, videos ten minutes. In one queue with one pool, ten videos occupy ten workers and a
thousand mails wait for ten minutes. Apart, each type has workers of its size: little memory for mails, much for documents, a
graphics card for videos. Each has its lease, its limit of time, its number of attempts, and grows by its own backlog.

It is not the same as priority. Nothing is more important here; it is that one length does not suit another.

## Numbers
- **Apart from a factor of ten on.** Jobs of 1 and 3 s can share; jobs of 0.2 s and 600 s cannot.
- **Waiting behind long ones**: with ten workers, all on videos of 10 min, a mail waits for a minute on average until one is
  free, and then stands in line with all other mails.
- **Capacity by type**: 50 mails a second x 0.2 s = 10 at once; 0.1 documents a second x 10 s = 1; 0.02 videos x 600 s = 12.
- **A lease by type**: 30 s, 2 min, 30 min with renewal. One lease for all is too short for one or useless for the other.

## What goes wrong
- **A pool that is idle beside one that drowns.** That is the price; let pools grow and shrink, to none where possible.
- **Forty types, forty queues.** Group by length and machine: short, long, graphics.
- **Shared behind.** All pools use one database: the lot of documents slows down mails after all.
- **A new type goes to the default queue** and brings its length along. Refuse unknown types.
"""

from archgen import (
    Autoscaling,
    Consumes,
    Design,
    Need,
    Pattern,
    Publishes,
    Queue,
    Requirements,
    Service,
    Step,
    TradeOff,
    Worker,
    days,
    gigabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

producer = Service("API", replicas=3, returns_job_id=True, overflow_status=429)
failed = Queue("Failed work", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")


def line(name: str, lease: int, depth: int) -> Queue:
    """The queue of one type, with a lease and a bound of its own."""
    return Queue(
        name,
        engine="RabbitMQ",
        replicas=3,
        durable=True,
        publisher_confirms=True,
        dead_letter=failed,
        max_receives=4,
        retry_delay=seconds(30),
        max_depth=depth,
        overflow="reject",
        visibility_timeout=seconds(lease),
    )


mails, documents, videos = line("Mails", 30, 50_000), line("Documents", 120, 2_000), line("Videos", 1_800, 500)
mailer = Worker(
    "Mail workers",
    replicas=4,
    concurrency=5,
    task_duration=milliseconds(200),
    max_runtime=seconds(20),
    side_effect="reversible",
    idempotent=True,
    serves=["email"],
)
printer = Worker(
    "Document workers",
    replicas=3,
    memory=gigabytes(2),
    task_duration=seconds(10),
    max_runtime=seconds(60),
    side_effect="none",
    idempotent=True,
    serves=["pdf"],
)
encoder = Worker(
    "Video workers",
    replicas=20,
    needs_gpu=True,
    runtime="vm",
    autoscaling=Autoscaling(min_replicas=2, max_replicas=40, metric="queue_depth", target=2, reaction_time=minutes(4)),
    task="transcode",
    task_duration=minutes(10),
    max_runtime=minutes(25),
    heartbeat=True,
    progress=True,
    side_effect="none",
    idempotent=True,
    serves=["video"],
)

mail = Publishes(producer, mails, "task.email", rate=per_second(50))
document = Publishes(producer, documents, "task.pdf", rate=per_second(0.1))
video = Publishes(producer, videos, "task.video", rate=per_second(0.02))
take_mail = Consumes(mailer, mails, acknowledge="after", delivery="at_least_once", rate=per_second(50))
take_document = Consumes(printer, documents, acknowledge="after", delivery="at_least_once", rate=per_second(0.1))
take_video = Consumes(encoder, videos, acknowledge="after", delivery="at_least_once", rate=per_second(0.02))

pattern = Pattern(
    "A queue for each type of work",
    use_when=["types of work differ by ten times or more in length, or need other machines"],
    avoid_when=["one kind of work, or kinds of about the same length"],
    structure=Design(
        "A queue for each type of work",
        [mail, document, video, take_mail, take_document, take_video],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need(
            "workers that serve one type",
            {mailer: ["serves"], printer: ["serves"], encoder: ["serves"]},
        ),
        Need(
            "a lease and a limit of time for its length",
            {
                mails: ["visibility_timeout"],
                documents: ["visibility_timeout"],
                videos: ["visibility_timeout"],
                encoder: ["max_runtime", "heartbeat"],
            },
        ),
        Need("pools that are sized apart", {mailer: ["replicas"], printer: ["replicas"], encoder: ["autoscaling"]}),
    ],
    walkthrough=[
        Step(video, "ten of them, ten minutes each"),
        Step(take_video, "on machines with a graphics card"),
        Step(mail, "a mail"),
        Step(take_mail, "200 ms later: no video was in its way"),
        Step(document, "an invoice"),
        Step(take_document, "in ten seconds"),
    ],
    trade_offs=[
        TradeOff("short work never waits for long work", "a queue, a pool and an alarm for each type"),
        TradeOff("machines, leases and limits that fit", "one pool may be idle while another is late"),
    ],
    related=[
        "priority-router",
        "priority-queues",
        "message-queue",
        "rabbitmq-routing",
        "storage-event-trigger",
        "stuck-task-timeout",
        "gpu-worker-pool",
        "worker-pool",
    ],
)
