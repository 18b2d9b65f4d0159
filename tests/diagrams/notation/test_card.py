"""What the box of a component says and which icon it has."""

from typing import ClassVar

import pytest

import archgen
from archgen import (
    Aggregator,
    Batcher,
    Batching,
    Cache,
    Client,
    Component,
    Counter,
    Database,
    Design,
    Entity,
    ExternalSystem,
    Glyph,
    LoadBalancer,
    Log,
    MaterializedView,
    MediaServer,
    Monitoring,
    ObjectStore,
    Queue,
    RateLimit,
    RateLimiter,
    Scheduler,
    Service,
    Sharding,
    System,
    Topic,
    TurnServer,
    Worker,
    days,
    minutes,
    per_second,
    seconds,
    word,
)
from archgen.diagrams.notation.card import glyph, subtitle
from archgen.diagrams.notation.phrases import PHRASES
from archgen.dsl.shape import shape
from archgen.vocabulary import SORTS


@pytest.mark.parametrize(
    ("component", "said"),
    [
        (Client("Phone", devices=200_000), "200,000 devices"),
        (Client("Sensor", devices=1), "1 device"),
        (LoadBalancer("Edge", layer=4, algorithm="least_connections"), "layer 4, least connections"),
        (Service("Gateway", replicas=12), "×12"),
        (Database("Store", engine="Cassandra", replicas=6), "Cassandra, ×6"),
        (Cache("Presence", engine="Redis", nodes=3, ttl=seconds(75)), "Redis, 3 nodes, ttl 75 s"),
        (Cache("Presence", ttl=seconds(75)), "ttl 75 s"),
        (Topic("Rooms", replicas=1), "×1"),
        (Queue("Dead jobs", retention=days(14)), "kept 14 d"),
        (Service("Anything"), ""),
        (Service("Ranking", technology="Go", replicas=12), "Go, ×12"),
        (LoadBalancer("Edge", layer=7, technology="Envoy"), "Envoy, layer 7"),
        (ExternalSystem("Cards", technology="Stripe", provides="payment"), "Stripe, payment"),
        (Log("Events", engine="Kafka", partitions=12, retention=days(7)), "Kafka, 12 partitions, kept 7 d"),
        (Database("Users", sharding=Sharding(8, key="user_id")), "8 shards by user_id"),
        (Database("Users", sharding=Sharding(key="user_id")), "sharded by user_id"),
        (Database("Users", sharding=False, role="replica"), "replica"),
        (Database("Users", holds=[Entity("Person"), Entity("Address")]), "Person, Address"),
        (Cache("Copies", layer="external", strategy="read_through"), "read-through"),
        (Cache("Copies", layer="in_process", mode="single"), "in the process, one node"),
        (Counter("Likes", counts="likes", splits=16), "likes, over 16 keys"),
        (MediaServer("Calls", mode="sfu", replicas=4), "SFU, ×4"),
        (RateLimiter("Door", rate_limit=RateLimit(per_second(5), per="user")), "5/s per user"),
        (RateLimiter("Door", rate_limit=RateLimit(per_second(100), unit="grants")), "100/s grants"),
        (Batcher("Gatherer", batching=Batching(max_size=500)), "batches of 500"),
        (Scheduler("Clock", interval=minutes(5)), "every 5 min"),
        (Aggregator("Sums", role="root", window=minutes(1)), "root, over 1 min"),
        (TurnServer("Relay", relay_share=0.15), "15% relayed"),
        (Monitoring("Eyes", watches=["queue_depth", "drops"]), "watches queue depth, drops"),
        (MaterializedView("Feed", of=Database("Posts"), refresh_interval=minutes(10)), "of Posts, anew every 10 min"),
        (ObjectStore("Files", provider="s3", role="raw"), "S3, raw"),
        (ObjectStore("Files", provider="other"), ""),
        (ExternalSystem("Bank", provides="payment"), "payment"),
        (Worker("Packer", replicas=8, concurrency=50), "×8, 50 at once"),
        (System("Shop", design=Design("Shop", [Service("A"), Service("B")])), "2 components inside"),
        (System("Shop", design=Design("Shop", [])), ""),
    ],
)
def test_a_box_shows_the_facts_that_matter_most(component: Component, said: str) -> None:
    assert subtitle(component) == said


def test_every_fact_that_a_box_may_show_is_one_that_a_component_can_state() -> None:
    known = {name for kind in SORTS["components"] for name in shape(getattr(archgen, kind))}
    assert [name for name in PHRASES if name not in known] == []


def test_what_an_author_s_own_word_means_by_a_name_of_the_language_is_left_to_its_author() -> None:
    @word
    class Window(Component):
        """Glass."""

        window: dict[str, int] | None = None
        sharding: str | None = None

    assert subtitle(Window("Front", window={"panes": 3}, sharding="none")) == ""


def test_an_author_s_own_word_says_which_of_its_attributes_its_card_shows() -> None:
    @word
    class Valve(Service):
        """Lets so much through."""

        facts: ClassVar[tuple[str, ...]] = ("bore", "replicas")

        bore: int | None = None

    assert subtitle(Valve("Main", bore=80, replicas=2, role="router")) == "bore 80, ×2"


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
