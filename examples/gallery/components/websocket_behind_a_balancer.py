"""Which balancer a WebSocket can stand behind."""

from typing import Literal

from archgen import Calls, Client, Design, Group, LoadBalancer, Publishes, Service, Topic
from archgen.figures import Figure


def behind(layer: Literal[4, 7], name: str) -> Design:
    edge = Group("Edge")
    app, balancer = Client("App", devices=100_000), LoadBalancer("Balancer", layer=layer, group=edge)
    gateway, rooms = Service("Gateway", replicas=12, max_connections=20_000, group=edge), Topic("Rooms", engine="Redis")
    return Design(
        name,
        [
            Calls(app, balancer, "WebSocket", protocol="websocket"),
            Calls(balancer, gateway, "same connection" if layer == 4 else "a second connection", protocol="websocket"),
            Publishes(gateway, rooms, "message"),
        ],
    )


figure = Figure(
    "Pass the connection through, or hold it twice",
    [behind(4, "Layer 4: one connection"), behind(7, "Layer 7: two, and the balancer holds both")],
    subtitle="A layer 7 balancer ends each connection and opens another: its memory, its idle timeout, its restarts.",
    takeaway="Layer 7 works if it is asked for: upgrade allowed, timeout above the heartbeat, draining on a deploy.",
)
