"""How a request of HTTP becomes a WebSocket."""

from archgen.figures import Card, Cards, Figure

STEPS = [
    Card(
        "The client asks",
        code=[
            "GET /chat HTTP/1.1",
            "Host: chat.example.com",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbQ==",
            "Origin: https://example.com",
        ],
        note="A script cannot add headers: send a cookie or a ticket",
        tone="client",
    ),
    Card(
        "The server agrees",
        code=[
            "HTTP/1.1 101 Switching Protocols",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Accept: <its hash>",
        ],
        note="Check the origin and who asks before you agree",
        tone="compute",
    ),
    Card(
        "Frames, both ways",
        code=["> message  hello", "< ack  1", "< message  from Bob", "> typing", "< ping", "> pong"],
        note="Layer 7 has changed, the TCP connection below is the same",
        tone="good",
    ),
]

figure = Figure(
    "One answer turns HTTP into a WebSocket",
    [Cards(STEPS, ordered=True)],
    subtitle="Everything between the two ends has to pass the upgrade on, and leave a quiet connection open.",
    takeaway="Use wss, ping from the server every 15 to 30 s, and expect every connection to break.",
)
