"""The caller waits on its open connection until the work is done: right for what takes a second or so, and for nothing longer.

## How it works
One request, one answer. A thread or a coroutine of the server does the work while the caller waits, and what comes back is the
result itself or the error itself. Nothing has to be remembered in between: no id, no record, no second question. When the
connection breaks, the attempt is over, and whoever asked knows that it is.

That holds as long as the answer comes before the first of all timeouts on the way. Browser, balancer, gateway and service
each have one of their own, and the shortest decides. So timeouts grow from the inside out: the innermost call gives up first,
and each layer around it still has time to say what happened. A server that is told how long its caller will wait can drop work
whose answer nobody would read.

## Numbers
- **Up to a second feels like an answer**, up to two or three are borne. Measure the slowest hundredth, not the mean: 300 ms as
  a rule and 900 ms at the 99th percentile is fine.
- **30 to 60 s is where hops give up** unless told otherwise. Work that takes 5 s on a good day reaches that on a bad one; take
  it out of the request long before.
- **Threads in use = arrivals x duration.** 20 requests a second of 0.3 s each keep 6 threads busy. The same 20 at 45 s keep
  900, on servers that have 200.

## What goes wrong
- **A 504 for work that goes on.** The gateway has hung up, the job ends two minutes later, and its result is dropped. The
  caller tries again, and the same work runs twice.
- **The timeout is raised.** Now threads are tied up for minutes, and a hundred slow requests keep out ten thousand quick ones
  that share the pool.
- **The caller goes away.** A phone closes the connection as soon as the app is in the background. What must not be lost cannot
  hang on it.
- **One slow dependency.** Everything that waits for it fills the pool. Give each dependency a timeout and a part of the
  threads, no more.
"""

from archgen import (
    Calls,
    Client,
    Database,
    Design,
    LoadBalancer,
    Need,
    Pattern,
    Reads,
    Requirements,
    Service,
    Step,
    TradeOff,
    Writes,
    milliseconds,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
balancer = LoadBalancer("Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), health_checks=True)
api = Service(
    "Quote API",
    replicas=2,
    concurrency=50,
    task_duration=milliseconds(300),
    task_duration_p99=milliseconds(900),
    note="computes and answers",
)
rates = Service("Rates", replicas=2, task_duration=milliseconds(80))
tariffs = Database("Tariffs", engine="PostgreSQL", replicas=2)
editor = Service("Tariff editor", replicas=2)

ask = Calls(
    client,
    balancer,
    "quote, please",
    protocol="http",
    mode="sync",
    rate=per_second(20),
    timeout=seconds(5),
    auth="session",
    tls=True,
    retry=False,
    idempotent=True,
)
forward = Calls(balancer, api, protocol="http", mode="sync", timeout=seconds(4), idempotent=True, response_status=200)
look_up = Calls(
    api,
    rates,
    "rates of today",
    protocol="grpc",
    mode="sync",
    timeout=seconds(1),
    retry=False,
    idempotent=True,
    on_failure="fail",
)
load = Reads(api, tariffs, "tariff", rate=per_second(20), latency=milliseconds(5))
maintain = Writes(editor, tariffs, "new tariff", rate=per_second(0.01), idempotent=True)
need = Requirements(read_rate=per_second(20), latency_p99=seconds(2), result_in_response=True)

pattern = Pattern(
    "Synchronous request",
    use_when=[
        "the work ends within a second or so, the slowest hundredth included",
        "the caller cannot go on without the result",
    ],
    avoid_when=[
        "the work may outlast the shortest timeout on the way, 30 s where nothing else is set",
        "callers are phones, which drop the connection when the app is put away",
        "many heavy requests come at once: each of them holds a thread",
    ],
    structure=Design("Synchronous request", [ask, forward, look_up, load, maintain], requirements=need),
    requires=[
        Need("work far shorter than the shortest timeout on the way", {api: ["task_duration", "task_duration_p99"]}),
        Need("timeouts that shrink from the outside in", {ask: ["timeout"], forward: ["timeout"], look_up: ["timeout"]}),
        Need("threads for arrivals x duration", {api: ["replicas", "concurrency"], ask: ["rate"]}),
        Need("a caller that needs the result in the answer", {need: ["result_in_response", "latency_p99"]}),
    ],
    walkthrough=[
        Step(ask, "a quote; waits 5 s at the most"),
        Step(forward, "waits 4 s"),
        Step(load, "tariff, 5 ms"),
        Step(look_up, "rates of today, 80 ms"),
        Step(forward, "200, the quote", back=True),
        Step(ask, "the quote, 300 ms after the question", back=True),
    ],
    trade_offs=[
        TradeOff(
            "one round trip, nothing to remember and nothing to ask again", "a thread is busy for as long as the work lasts"
        ),
        TradeOff("an error reaches the caller where it arises", "a lost connection loses the work with it"),
    ],
    related=["async-offload", "submit-and-poll", "timeout-alignment"],
)
