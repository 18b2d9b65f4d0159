"""Every live update makes two hops: from where it arises to the server that holds the client, and from there to the screen.

## How it works
Take the two apart before choosing anything. On the outer hop a server speaks to its clients: they ask it again, wait at it,
or keep a stream or socket open to it. On the inner hop the system speaks to itself: the change was made on some server, and
the client hangs on another one. The endpoint tier between the two has one task, to know which of its clients want what, and
holds nothing that it could not rebuild.

Choose the outer hop by the latency that people need and by who speaks how often. Choose the inner one by how many endpoint
servers there are and by what they keep for each client. Either can be exchanged later without the other noticing.

## Numbers
- **Delays add up.** An open stream over a round trip of 100 ms takes 50 ms, a broker 1 to 10 ms, the write before it perhaps
  10 ms: about 70 ms from a change to the screens. If the servers poll the store every second instead, the same stream shows
  it half a second late on average, and one second late at worst.
- **With n endpoint servers and no inner hop, one update in n arrives.** With one server, as on a developer's machine, all do.
- **The endpoint tier is sized by connections, the inner hop by messages**: 60,000 clients are three servers of 30,000 with
  room for a failure, whether they receive ten messages a second or a thousand.

## What goes wrong
- **The inner hop is forgotten.** The design names a WebSocket and stops. Draw the line from the writer to the tier that holds
  the connections before discussing protocols.
- **The budget is spent on the wrong hop.** A socket in front of servers that look into the store every two seconds is no
  faster than polling, and costs more.
- **The endpoint tier grows a brain.** Once it checks permissions, renders and stores, each release of that logic disconnects
  all clients.
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
    Resumption,
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
endpoint = Service("Endpoint", replicas=3, routing="any", connection_state="light", max_connections=30_000)
topic = Topic("Topic", engine="Redis", replicas=3, subscriptions="by_topic")
source = Service("Source", replicas=2, note="where changes are made")
store = Database("Store", note="changes by number")

listen = Calls(
    client,
    balancer,
    "hop 1: event stream",
    protocol="sse",
    heartbeat_interval=seconds(20),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1)),
    resume=Resumption("last_event_id"),
)
forward = Calls(balancer, endpoint, "same stream", protocol="http", idempotent=True)
keep = Writes(source, store, "change with its number", rate=per_second(50), idempotent=True)
publish = Publishes(source, topic, "hop 2: change", rate=per_second(50))
deliver = Consumes(endpoint, topic, "topics of its clients", fan_out=2)
replay = Reads(endpoint, store, "what was missed", rate=per_second(20))
need = Requirements(
    concurrent_clients=60_000,
    latency_budget=milliseconds(500),
    round_trip=milliseconds(100),
    client_sends="never",
    connection_state="light",
    endpoint_servers=3,
    media=False,
    streaming_path=True,
)

pattern = Pattern(
    "Two hops",
    use_when=["servers have to tell clients of changes, and more than one server holds clients"],
    avoid_when=["clients ask when they want to know: a request and its answer are one hop"],
    structure=Design("Two hops", [listen, forward, keep, publish, deliver, replay], requirements=need),
    requires=[
        Need("a way from server to client", {listen: ["protocol"]}),
        Need("a way from every source to every endpoint server", {publish: [], deliver: [], endpoint: ["replicas"]}),
        Need("a latency to divide among the two", {need: ["latency_budget"]}),
    ],
    walkthrough=[
        Step(listen, "open the stream"),
        Step(forward, "the endpoint notes whom it holds, and follows their topics"),
        Step(keep, "change 42"),
        Step(publish, "change 42"),
        Step(deliver, "inner hop: to servers whose clients care"),
        Step(forward, "42", back=True),
        Step(listen, "outer hop: on the screen", back=True),
    ],
    trade_offs=[
        TradeOff("each hop is chosen, sized and exchanged by itself", "two mechanisms to run, watch and explain"),
        TradeOff("whatever makes changes need not know a single client", "an update that gets lost may be lost at two places"),
    ],
    related=[
        "start-simple-ladder",
        "simple-polling",
        "long-polling",
        "server-sent-events",
        "websocket",
        "webrtc",
        "pull-polling",
        "consistent-hash-routing",
        "pub-sub-broadcast",
        "connection-registry",
        "regional-endpoint-servers",
    ],
)
