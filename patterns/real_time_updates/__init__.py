"""A change reaches a screen in two hops, and each hop is a choice of its own.

The first hop is the client's: how does a browser or phone learn that something is new? It can ask again and again, ask and
wait, keep a response open, or hold a socket. The second hop is the system's: how does the change get from the place where it
was made to the one server, among many, that holds this client's connection? Servers can read a store on a timer, be addressed
by a hash, or subscribe to a broker.

## The two hops are independent
A WebSocket says nothing about how a message finds the socket. A design with twelve gateways, sockets on all of them and no
second hop works in development, where there is one gateway, and loses eleven twelfths of its messages in production. So decide
the hops one after the other: `client-protocol` for the first, `update-routing` for the second.

## Delay adds up
What the user waits is the sum over both hops. Polling every 2 s over servers that poll their store every 2 s shows a change up
to 4 s late, and 2 s late on average. A broker adds single milliseconds, an open socket half a round trip. Spend the latency
budget where it buys the most simplicity: usually a slow first hop for dashboards, a fast second hop for anything people type.

## Take the least that meets the number
Every step up from polling adds state that must be balanced, drained at deployments, detected when dead and recovered after a
drop. State the latency that users need first. Without that number, no protocol can be justified, and the strongest one wins by
habit.

## What every open connection owes
- A heartbeat, because a connection can be dead for minutes before TCP says so.
- A reconnect with growing, randomised pauses, because a restarted server returns all its clients at once.
- A way to resume: a sequence number or event id, and a buffer to replay from, because something is sent while the client is
  away.
- A limit per server with one server to spare, because connections of a failed server move to the others within seconds.

## Where to look
- **To begin with**: `two-hop-architecture`, `start-simple-ladder`.
- **What the network does**: `layered-network-model`, `tcp-transport`, `udp-transport`, `l4-load-balancer`, `l7-load-balancer`,
  `least-connections-balancing`, `http-keep-alive`, `timeout-alignment`.
- **From server to client**: `simple-polling`, `long-polling`, `long-poll-job-status`, `server-sent-events`, `sse-plus-http-post`,
  `token-streaming`, `websocket`, `websocket-upgrade`, `grpc-streaming`.
- **From peer to peer**: `webrtc`, `webrtc-signaling`, `stun`, `turn`, `p2p-presence`.
- **From source to server**: `pull-polling`, `pub-sub-broadcast`, `topic-subscription`, `sharded-pub-sub`, `connection-registry`,
  `consistent-hash-routing`, `modulo-hash-routing`, `coordination-service`, `connect-redirect`, `dual-delivery-rebalance`.
- **Servers that hold connections**: `websocket-gateway`, `offload-processing`, `drain-and-reconnect`, `connection-handover`.
- **When a connection breaks**: `heartbeat`, `client-reconnect`, `missed-update-recovery`, `sse-last-event-id`, `sequence-resume`,
  `per-user-queue`, `redis-stream-buffer`.
- **When many hear of one thing**: `celebrity-hierarchical-fanout`, `cache-once`, `regional-endpoint-servers`, `update-batching`.
- **In which order**: `single-partition-ordering`, `logical-timestamps`, `vector-clocks`.
- **Together on one thing**: `operational-transform`, `crdt`, `presence-and-typing`.
"""
