"""What the box of a component says and which icon it has."""

import pytest

from archgen import Cache, Client, Component, Database, Glyph, LoadBalancer, Queue, Service, Topic, days, seconds
from archgen.diagrams.notation.card import glyph, subtitle


@pytest.mark.parametrize(
    ("component", "said"),
    [
        (Client("Phone", devices=200_000), "200,000 devices"),
        (Client("Sensor", devices=1), "1 device"),
        (LoadBalancer("Edge", layer=4, algorithm="least_connections"), "layer 4, least connections"),
        (Service("Gateway", replicas=12), "12 replicas"),
        (Database("Store", engine="Cassandra", replicas=6), "Cassandra, 6 replicas"),
        (Cache("Presence", engine="Redis", nodes=3, ttl=seconds(75)), "Redis, 3 nodes"),
        (Cache("Presence", ttl=seconds(75)), "kept 75 s"),
        (Topic("Rooms", replicas=1), "1 replica"),
        (Queue("Dead jobs", retention=days(14)), "kept 14 d"),
        (Service("Anything"), ""),
    ],
)
def test_a_box_shows_the_facts_that_matter_most(component: Component, said: str) -> None:
    assert subtitle(component) == said


def test_a_note_stands_for_all_facts() -> None:
    assert subtitle(Service("Gateway", replicas=12, note="holds the sockets")) == "holds the sockets"


@pytest.mark.parametrize(
    ("component", "icon"),
    [
        (Client("App"), Glyph.LAPTOP),
        (Client("App", platform="mobile"), Glyph.MOBILE),
        (Client("App", platform="web"), Glyph.BROWSER),
        (Client("App", platform="device"), Glyph.LAPTOP),
        (Service("API"), Glyph.SERVER),
        (Service("API", connection_state="none"), Glyph.SERVER),
        (Service("Gateway", connection_state="light"), Glyph.PLUG),
        (Service("Gateway", max_connections=1_000), Glyph.PLUG),
        (Database("Store"), Glyph.CYLINDER),
    ],
)
def test_an_icon_tells_platforms_apart_and_services_that_hold_connections(component: Component, icon: Glyph) -> None:
    assert glyph(component) is icon
