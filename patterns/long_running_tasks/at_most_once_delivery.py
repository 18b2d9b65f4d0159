"""A message is gone as soon as it is handed out: it never comes twice, and what a crash interrupts is lost.

## How it works
The worker acknowledges on receipt, or the broker does not wait for a word at all, and then it works. No lease, no count, no
dead letters, no second time. A topic that hands messages to whoever listens at the moment is of this kind, and so is a list from
which the consumer pops.

That is the right thing where one of many does not matter: measurements that are summed up, lines of a log, a hint to refresh a
cache, a position that the next one replaces in two seconds. There the machinery of the other guarantee costs more than what it
saves, and its repetitions do more harm than a gap: a count that is too high by unknown much is worse than one that lacks a
thousandth.

Say so in the design, as `loss_tolerant`. It is a statement about the work, not about the queue, and it is the one that whoever
changes the work later has to read.

## Numbers
- **What a crash loses = what is in hand**: 500 messages where the worker fetches that many at once, out of 5,000 a second a
  tenth of a second's worth.
- **Throughput**: several times that of the other way, as nothing is kept on disk and nothing written back for each.
- **State the share that may be lost**, such as 0.1 %, and count what was sent and what arrived. Otherwise 5 % looks the same.

## What goes wrong
- **By accident.** Automatic acknowledgement is the default of the library, and the queue holds invoices. It loses one at each
  deployment, and it takes months until somebody asks.
- **The meaning changes.** The clicks were for a chart, and now the bill is made from them.
- **Lost in bulk.** Not one message at random, but all that one machine held, of the same minute and often of the same customer.
- **Retried all the same.** The sender repeats after a timeout, and there are duplicates besides the losses. With this guarantee
  nobody tries again.
"""

from archgen import (
    Consumes,
    Design,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Step,
    TimeSeriesDatabase,
    TradeOff,
    Worker,
    Writes,
    days,
    kilobytes,
    milliseconds,
    per_second,
)

web = Service("Web shop", replicas=6, note="sends and forgets")
views = Queue(
    "Page views",
    engine="RabbitMQ",
    replicas=1,
    durable=False,
    delivery="at_most_once",
    max_depth=500_000,
    overflow="drop_oldest",
    dead_letter=False,
    note="in memory",
)
counter = Worker(
    "Counter",
    replicas=3,
    concurrency=1,
    prefetch=500,
    task_duration=milliseconds(0.2),
    task="aggregate",
    side_effect="none",
    loss_tolerant=True,
    note="adds up, writes every 10 s",
)
sums = TimeSeriesDatabase("Views by minute", retention=days(90))
charts = Service("Charts", replicas=2)

send = Publishes(
    web,
    views,
    "a page was seen",
    rate=per_second(5_000),
    payload=kilobytes(0.2),
    delivery="at_most_once",
    retry=False,
    criticality="low",
)
take = Consumes(counter, views, acknowledge="before", delivery="at_most_once", batch_size=500)
add = Writes(counter, sums, "sums of 10 s", rate=per_second(30), operation_kind="append", batch_size=100)
show = Reads(charts, sums, "views of a day", rate=per_second(5))

pattern = Pattern(
    "At-most-once delivery",
    use_when=["one of many does not matter: measurements, logs, hints, positions that are soon replaced"],
    avoid_when=[
        "somebody waits for this one: payments, reports, mails",
        "numbers that are billed, or proved to somebody",
    ],
    structure=Design(
        "At-most-once delivery",
        [send, take, add, show],
        requirements=Requirements(write_rate=per_second(5_000), delivery="at_most_once"),
    ),
    requires=[
        Need("work whose loss does no harm, said in so many words", {counter: ["loss_tolerant"], send: ["criticality"]}),
        Need("acknowledgement before the work", {take: ["acknowledge", "delivery"]}),
        Need("nobody who tries again", {send: ["retry"], views: ["dead_letter"]}),
        Need("a bound, and what goes when it is reached", {views: ["max_depth", "overflow"]}),
    ],
    walkthrough=[
        Step(send, "page 7 was seen"),
        Step(take, "500 of them, gone from the queue at once"),
        Step(add, "sums of 10 s"),
        Step(take, "500 more, and the worker dies: they are in no sum"),
        Step(show, "views of today, less a few hundred"),
    ],
    trade_offs=[
        TradeOff("nothing is counted twice", "what a crash holds in hand is gone, in one piece"),
        TradeOff("the cheapest and fastest way there is", "nobody will tell you how much was lost, unless you count"),
    ],
    related=["at-least-once-delivery", "effectively-once-processing"],
)
