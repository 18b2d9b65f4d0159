"""A WebSocket begins as an HTTP request; that moment is the one chance to check who comes, and from where.

## How it works
The client sends a GET with `Upgrade: websocket` and a random key. Whatever HTTP knows applies: the path, cookies, the origin.
The server checks them, answers 101 with a hash of the key, and from the next byte on the same connection carries frames. It
is no second connection, and there is no second check: frames have no headers.

So authenticate here. A script in a browser can set neither `Authorization` nor any other header on a WebSocket. What works:
the session cookie, for pages of the same site; or a ticket, which the page fetches by an ordinary authenticated request and
puts into the address or the subprotocol. A ticket is good for one use and half a minute, so that it does no harm in a log.

Over HTTP/2 the handshake is another, an extended CONNECT, and the socket is one stream among others. Browsers use it where
the server offers it; many proxies do not, and open an HTTP/1.1 connection beside.

## Numbers
- **One round trip** on top of TCP and TLS: at 100 ms each, a socket is open after 300 ms.
- **Tickets live 30 s and work once.** A token of an hour in a URL is an hour of access for whoever reads the logs.
- **About a thousand upgrades a second for each processor core** is what TLS lets through, and nothing else beside; after a
  restart, spread the clients.

## What goes wrong
- **The origin is not checked.** The same-origin policy does not cover sockets: any page may open one with the user's cookies.
  Refuse origins that are not yours.
- **The upgrade gets lost.** A proxy drops `Upgrade`, as a header that concerns one hop only, and the answer is 400 or 426.
  State `websocket_upgrade` for every layer 7 box on the way, after a test.
- **Checked once, valid for ever.** A user is locked out and the socket stays open for days. Close sockets when a session
  ends, or limit their age.
- **`ws://`.** Without TLS, proxies meddle with frames that they take for HTTP, and anyone reads along. Use `wss://` only.
"""

from archgen import (
    Cache,
    Calls,
    Client,
    Consumes,
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
    hours,
    milliseconds,
    per_second,
    seconds,
)

client = Client("Client", platform="web", devices=50_000)
balancer = LoadBalancer(
    "Load balancer",
    layer=7,
    algorithm="least_connections",
    idle_timeout=seconds(60),
    websocket_upgrade=True,
    response_buffering=False,
    routes_by=["path"],
)
api = Service("API", replicas=3, connection_state="none", note="knows the session")
gateway = Service(
    "Gateway",
    replicas=3,
    connection_state="light",
    max_connections=40_000,
    max_connection_age=hours(12),
    note="checks ticket, origin",
)
tickets = Cache("Tickets", engine="Redis", serves_as="store", ttl=seconds(30), nodes=2)
topic = Topic("Topic", engine="Redis", replicas=3, subscriptions="by_topic")

fetch = Calls(
    client,
    balancer,
    "POST: a ticket, please",
    protocol="http",
    rate=per_second(50),
    tls=True,
    auth="session",
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(500)),
    idempotent=True,
)
upgrade = Calls(
    client,
    balancer,
    "upgrade, with the ticket",
    protocol="websocket",
    http_version="http1",
    tls=True,
    auth="token",
    bidirectional=True,
    heartbeat_interval=seconds(20),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
)
to_api = Calls(balancer, api, "/tickets", protocol="http", timeout=seconds(2), idempotent=True)
to_gateway = Calls(balancer, gateway, "/socket, upgraded", protocol="websocket")
issue = Writes(api, tickets, "for 30 s", rate=per_second(50), idempotent=True)
redeem = Reads(gateway, tickets, "fetched and deleted in one step", rate=per_second(50))
publish = Publishes(gateway, topic, "message")
deliver = Consumes(gateway, topic, "rooms of its clients")

pattern = Pattern(
    "WebSocket upgrade",
    use_when=["a WebSocket is opened, by whatever client"],
    avoid_when=["no socket is needed: an event stream authenticates each request as usual"],
    structure=Design(
        "WebSocket upgrade",
        [fetch, to_api, issue, upgrade, to_gateway, redeem, publish, deliver],
        requirements=Requirements(
            concurrent_clients=50_000,
            latency_budget=milliseconds(300),
            client_sends="often",
            media=False,
            round_trip=milliseconds(100),
        ),
    ),
    requires=[
        Need("every layer 7 box on the way passes the upgrade on", {balancer: ["layer", "websocket_upgrade"]}),
        Need("somebody is checked at the upgrade", {upgrade: ["auth"], fetch: ["auth"]}),
        Need("encryption", {upgrade: ["tls"]}),
        Need("an end to what was checked once", {gateway: ["max_connection_age"], tickets: ["ttl"]}),
    ],
    walkthrough=[
        Step(fetch, "with the session's cookie"),
        Step(to_api),
        Step(issue, "ticket, good for 30 s"),
        Step(to_api, "ticket", back=True),
        Step(fetch, "ticket", back=True),
        Step(upgrade, "GET /socket with upgrade, key and ticket"),
        Step(to_gateway, "the upgrade is passed on"),
        Step(redeem, "known, unused, and now spent"),
        Step(to_gateway, "101 Switching Protocols", back=True),
        Step(upgrade, "frames from here on", back=True),
    ],
    trade_offs=[
        TradeOff("cookies, paths and TLS of the web apply", "to the first request only: frames carry none of it"),
        TradeOff("port 443, one connection, no second handshake", "every proxy has to play along"),
    ],
    related=["websocket", "websocket-gateway", "l7-load-balancer"],
)
