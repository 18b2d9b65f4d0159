"""Three layers explain what a balancer or protocol can see: packets at 3, connections at 4, requests at 7.

## How it works
Layer 3, IP, carries packets by address and promises nothing: they may be lost, doubled or overtaken. Layer 4 makes something
usable of that. TCP gives an ordered stream of bytes between two ports, UDP passes single datagrams on as they come. Layer 7
is what the application means: HTTP, WebSocket, DNS, WebRTC.

A box in the path sees what its layer shows. A layer 4 balancer knows two addresses and two ports; it can keep a connection
together and cannot tell a login from a heartbeat. A layer 7 balancer has ended the connection and reads the request; it can
route by path, and must be told about anything that is not a request with an answer.

A first request goes down and up through all of them: a name is looked up, TCP shakes hands, TLS agrees on keys, HTTP asks.
Closing takes a FIN and an acknowledgement from either side.

## Which layer stands on which
Not everything at layer 7 is built on TCP. DNS asks over UDP unless the answer is large, WebRTC carries media over UDP, and
HTTP/3 runs over QUIC, which is UDP again. What needs TCP is HTTP up to version 2, and with it WebSocket and event streams.

## Numbers
- **A cold request costs four round trips**: the name if nobody near has it, TCP, TLS 1.3, and the request itself. At 100 ms
  each the first byte comes after 400 ms, on an open connection after 100 ms. QUIC shakes hands for transport and keys
  together and saves one.
- **A round trip** takes under 1 ms within a data centre, 10 to 30 ms within a country, 70 to 90 ms across the Atlantic, and
  100 ms or more on a mobile network in motion.
- **A connection is state at every box that ends or translates it**: client, NAT, balancer, server. The most impatient of them
  decides how long silence may last.

## What goes wrong
- **A question for the wrong layer.** Routing by path at layer 4, or keeping a socket through a layer 7 box that was not told
  of upgrades.
- **An open connection taken for a working one.** TCP says nothing while nothing is sent; a cable can be out for hours.
- **Counting the request and forgetting the three trips before it**, as when a budget of 200 ms is planned for clients that
  connect anew each time.
"""

from archgen import (
    Calls,
    Client,
    Design,
    Dns,
    LoadBalancer,
    Need,
    Pattern,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    milliseconds,
    minutes,
    seconds,
)

client = Client("Client", platform="web")
names = Dns("DNS", ttl=minutes(5))
passer = LoadBalancer(
    "Layer 4 balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(5), note="sees addresses, ports"
)
reader = LoadBalancer(
    "Layer 7 balancer",
    layer=7,
    algorithm="least_connections",
    routes_by=["host", "path"],
    idle_timeout=seconds(60),
    response_buffering=False,
    replicas=2,
    note="ends TLS, reads requests",
)
api = Service("API", replicas=4, connection_state="none", note="sees meaning")

look_up = Calls(
    client, names, "address of a name?", protocol="udp", latency=milliseconds(100), timeout=seconds(2), idempotent=True
)
ask = Calls(
    client,
    passer,
    "one HTTPS connection",
    protocol="http",
    http_version="http2",
    tls=True,
    keep_alive=seconds(50),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(200)),
    idempotent=True,
)
pass_on = Calls(passer, reader, "bytes, unread", protocol="tcp", idempotent=True)
request = Calls(reader, api, "one request of many", protocol="http", timeout=seconds(1), idempotent=True)

pattern = Pattern(
    "Layers of the network",
    use_when=[
        "it is discussed what a balancer, proxy or firewall can see, and so what it can do",
        "a latency budget is divided, and the trips before the first byte count",
    ],
    avoid_when=["the question is what a message means: that is above all of these layers"],
    structure=Design(
        "Layers of the network", [look_up, ask, pass_on, request], requirements=Requirements(round_trip=milliseconds(100))
    ),
    requires=[
        Need("the protocol of every connection", {look_up: ["protocol"], ask: ["protocol"], pass_on: ["protocol"]}),
        Need("the layer of every balancer", {passer: ["layer"], reader: ["layer"]}),
    ],
    walkthrough=[
        Step(look_up, "layer 7 over UDP: which address has the name?"),
        Step(ask, "layer 4: SYN"),
        Step(pass_on, "to one server, and from then on only there"),
        Step(ask, "SYN and ACK: one round trip so far, the name apart", back=True),
        Step(ask, "TLS 1.3 over it: a second one"),
        Step(ask, "layer 7: GET /changes, the third"),
        Step(request, "chosen by host and path"),
        Step(ask, "200, and the connection stays open", back=True),
    ],
    trade_offs=[
        TradeOff(
            "one picture of who sees, keeps and may break what", "real products blur it: QUIC is transport in the application"
        ),
        TradeOff("a connection that is kept saves three trips of four", "every box on the way has to remember it"),
    ],
    related=["tcp-transport", "udp-transport", "l4-load-balancer", "l7-load-balancer", "http-keep-alive"],
)
