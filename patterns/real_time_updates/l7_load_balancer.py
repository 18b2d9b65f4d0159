"""A layer 7 balancer ends the client's connection and chooses a server for every request it reads.

## How it works
It speaks HTTP on both sides. The client's connection ends at the balancer, together with its TLS; each request is read, matched
by host, path, header or cookie, and sent to a server over a connection that the balancer keeps open for itself. Successive
requests of one client may go to different servers, which is what spreads them, and why servers should keep nothing between
requests.

Long-lived traffic passes too. An event stream is one long response. A WebSocket is a request that is upgraded: nginx, HAProxy,
Envoy and the large clouds' application balancers forward the upgrade and keep that connection with one server. It is a matter
of two or three settings, not of the layer; state them.

## Numbers
- **A millisecond or less** of added delay, most of it TLS.
- **Idle timeout of 60 s** by default in many products: above the hold of a long poll and above every heartbeat interval.
- **Buffering on** by default in some: off for event streams.

## What goes wrong
- **A stream that stalls.** Response buffering waits for an end that never comes. State that there is no `response_buffering`
  where streams pass.
- **Upgrade not forwarded.** The handshake fails with 400 or 426 and clients fall back, or try for ever. State
  `websocket_upgrade` once it is tested.
- **Retries by the balancer.** Many repeat a request on another server when the first fails. That is only safe where requests
  may be repeated.
- **Sticky sessions as a crutch.** A cookie that ties a client to a server hides state in that server, until it restarts.
"""

from archgen import Calls, Client, Design, LoadBalancer, Need, Pattern, Retry, Service, Step, TradeOff, milliseconds, seconds

client = Client("Client", platform="web")
balancer = LoadBalancer("Load balancer", layer=7, algorithm="round_robin", idle_timeout=seconds(60), response_buffering=False)
api = Service("API", replicas=4, connection_state="none")
search = Service("Search", replicas=2, connection_state="none")

ask = Calls(
    client,
    balancer,
    "requests",
    protocol="http",
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(200)),
    idempotent=True,
)
to_api = Calls(balancer, api, "/api", protocol="http", timeout=seconds(1), idempotent=True)
to_search = Calls(balancer, search, "/search", protocol="http", timeout=seconds(1), idempotent=True)

pattern = Pattern(
    "Layer 7 load balancer",
    use_when=[
        "traffic is requests and answers: polling, long polling, REST, gRPC",
        "requests are routed by path, host, header or cookie, as for a canary release",
        "event streams or WebSockets share an entry with ordinary requests",
    ],
    avoid_when=["only long-lived connections pass and nothing of them is read: layer 4 does less and has less to set"],
    structure=Design("Layer 7 load balancer", [ask, to_api, to_search]),
    requires=[
        Need("layer 7", {balancer: ["layer"]}),
        Need("no collecting of responses where streams pass", {balancer: ["response_buffering"]}),
        Need("servers that keep nothing between two requests", {api: ["connection_state"], search: ["connection_state"]}),
    ],
    walkthrough=[
        Step(ask, "GET /api/changes"),
        Step(to_api, "to any replica"),
        Step(ask, "GET /search, on the same connection"),
        Step(to_search, "to another service"),
    ],
    trade_offs=[
        TradeOff("each request goes where it should, and spreads evenly", "each is parsed, and TLS ends here"),
        TradeOff("one entry for all services", "its time-outs, buffers and retries apply to all of them"),
    ],
    related=[
        "l4-load-balancer",
        "simple-polling",
        "long-polling",
        "server-sent-events",
        "consistent-hash-routing",
        "grpc-streaming",
        "http-keep-alive",
        "layered-network-model",
        "sse-plus-http-post",
        "websocket-upgrade",
    ],
)
