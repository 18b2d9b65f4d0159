"""Long polling asks once and lets the server hold the request until there is an answer; it works wherever HTTP does.

## How it works
The client sends a request with the number of the last change it has seen. If there is something newer the server answers at
once. If not, it parks the request and waits for the second hop to wake it: a topic, a routed call, its own poll of a store.
When news comes, or the hold time is over, the server answers and the client asks again straight away.

The application is stateless between requests, but while a request is held there is state on one server, and an update must find
it there. So long polling needs a second hop like any other push, and a balancer that counts open connections.

## Numbers
- **Hold 15 to 30 s**, and below every idle timeout on the way. A 60 s hold behind a balancer that cuts after 30 s fails half of
  all quiet polls; 25 s below 30 s does not.
- **First update**: half a round trip, as with any open connection.
- **The next one can be much later.** After an answer leaves, the server has nobody to tell until the client has asked again. An
  update that arises a gap g after the first one waits for the rest of the answer's way, the way of the new request, and the way
  of the new answer: three one-way trips less the gap, 1.5 x round trip - g. With a round trip of 100 ms and 10 ms between two
  updates that is 140 ms, against 50 ms for the first. Beware of counting 100 ms for each way: that is a round trip of 200 ms,
  and 290 ms.
- **How often is too often**: once updates come more than about once a second, most of them land in that gap, and every one
  costs a full set of headers.

## What goes wrong
- **The connection limit of browsers.** Under HTTP/1.1 a browser opens six connections to a host; two tabs with three held polls
  each leave none for ordinary requests. HTTP/2 lifts this.
- **Dashboards of the operators.** Requests that hang for 25 s by design drown the slow ones. Leave the route out of latency
  graphs, and measure the time from event to answer instead.
- **Retries without a pause.** A server that fails at once is asked again at once, by everyone. Wait and grow the pause after
  errors; ask at once only after answers.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Need,
    Pattern,
    Publishes,
    Reads,
    Requirements,
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    Writes,
    milliseconds,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False
)
endpoint = Service(
    "Endpoint", replicas=3, connection_state="light", max_connections=20_000, unsubscribes=True, note="holds the requests"
)
topic = Topic("Topic", engine="Redis", replicas=3, subscriptions="by_topic")
source = Service("Source", note="where changes are made")
store = Database("Store", note="changes by number")

ask = Calls(
    client,
    balancer,
    protocol="long_poll",
    hold_timeout=seconds(25),
    cursor="sequence",
    timeout=seconds(30),
    retry=Retry(attempts=10, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
)
forward = Calls(balancer, endpoint, "held up to 25 s", protocol="http", idempotent=True)
keep = Writes(source, store, "change with its number", rate=per_second(20), idempotent=True)
publish = Publishes(source, topic, "change", rate=per_second(20))
look = Reads(endpoint, store, "anything after a number?", rate=per_second(1_500))
wake = Consumes(endpoint, topic, "wakes the held requests")

pattern = Pattern(
    "Long polling",
    use_when=[
        "a proxy on the way collects responses, so that event streams stall",
        "updates are rare and should still show at once: the result of a payment, a job, an upload",
        "near real time is wanted with nothing but HTTP",
    ],
    avoid_when=[
        "updates come in bursts: every one but the first waits for a new request",
        "polling every few seconds meets the latency",
        "the path streams: server-sent events cost less and lose no time",
    ],
    structure=Design(
        "Long polling",
        [ask, forward, look, keep, publish, wake],
        requirements=Requirements(
            concurrent_clients=30_000,
            latency_budget=milliseconds(800),
            media=False,
            client_sends="never",
            max_fanout=1_000,
            streaming_path=False,
        ),
    ),
    requires=[
        Need("a hold below every idle timeout on the way", {ask: ["hold_timeout"], balancer: ["idle_timeout"]}),
        Need("a second hop that wakes the held request", {wake: []}),
        Need("a number in the question, and changes kept by it", {ask: ["cursor"], look: []}),
        Need("a growing pause after errors, none after answers", {ask: ["retry"]}),
    ],
    walkthrough=[
        Step(ask, "anything after 41?"),
        Step(forward, "the topic is followed first"),
        Step(look, "nothing yet: the request is parked"),
        Step(keep, "change 42"),
        Step(publish, "change 42"),
        Step(wake, "to the server that holds the request"),
        Step(forward, "42", back=True),
        Step(ask, "42", back=True),
        Step(ask, "anything after 42?"),
    ],
    trade_offs=[
        TradeOff("plain requests and answers: every proxy passes them", "a whole request for every update"),
        TradeOff("no empty answers but at the end of the hold", "the update after an update waits up to 1.5 round trips"),
        TradeOff("resuming is part of the question", "open requests are state on one server, which updates must find"),
    ],
    related=[
        "simple-polling",
        "server-sent-events",
        "pub-sub-broadcast",
        "least-connections-balancing",
        "l7-load-balancer",
        "start-simple-ladder",
        "two-hop-architecture",
        "long-poll-job-status",
        "timeout-alignment",
    ],
)
