"""The way from client to server: what a rule must find fault with, and the nearest design that is sound."""

import pytest

from archgen import (
    Calls,
    Cdn,
    Client,
    Database,
    LoadBalancer,
    MediaServer,
    Reads,
    Retry,
    Service,
    SignalingServer,
    StunServer,
    TurnServer,
    megabytes,
    milliseconds,
    per_second,
    seconds,
)
from tests.rules.checked import checked
from tests.rules.real_time_updates.pairs import Pair, behind, made, polls, to

FIVE = Service("Chat", replicas=5)
ANN, BEN, SERVER = Client("Ann"), Client("Ben"), Service("Server")
RING, ADDRESSES, RELAY = SignalingServer("Signaling"), StunServer("STUN"), TurnServer("TURN")
MEDIA = Calls(ANN, BEN, protocol="webrtc", payload_kind="video")
RUNG = [to(RING, client=one) for one in (ANN, BEN)]
STUN = [to(ADDRESSES, "udp", client=one) for one in (ANN, BEN)]
TURN = [to(RELAY, "udp", client=one) for one in (ANN, BEN)]
RANDOM = Retry(backoff="exponential", jitter=True)


def edge(layer: int, **more: object) -> LoadBalancer:
    return LoadBalancer("Edge", layer=layer, **more)  # type: ignore[arg-type]


def read(limit: int, clients: int) -> list[object]:
    api, store = Service("API"), Database("Store", max_read_rate=per_second(limit))
    return [polls(10, api), Reads(api, store, per_request=1)]


PAIRS = [
    Pair("RT001", lambda: made(*behind(edge(7))), lambda: made(*behind(edge(4)))),
    Pair(
        "RT002",
        lambda: made(*behind(edge(4, algorithm="round_robin"), server=FIVE)),
        lambda: made(*behind(edge(4, algorithm="least_connections"), server=FIVE)),
    ),
    Pair(
        "RT003",
        lambda: made(*behind(edge(7, idle_timeout=seconds(30)), "long_poll", hold_timeout=seconds(60))),
        lambda: made(*behind(edge(7, idle_timeout=seconds(30)), "long_poll", hold_timeout=seconds(25))),
    ),
    Pair(
        "RT004",
        lambda: made(to(SERVER, "long_poll", hold_timeout=seconds(120))),
        lambda: made(to(SERVER, "long_poll", hold_timeout=seconds(20))),
    ),
    Pair(
        "RT005",
        lambda: made(
            to(SERVER, "long_poll"),
            latency_budget=milliseconds(120),
            round_trip=milliseconds(200),
            update_gap=milliseconds(10),
        ),
        lambda: made(
            to(SERVER, "long_poll"),
            latency_budget=milliseconds(500),
            round_trip=milliseconds(200),
            update_gap=milliseconds(10),
        ),
    ),
    Pair(
        "RT006",
        lambda: made(to(SERVER, "long_poll", update_rate=per_second(5)), round_trip=milliseconds(100)),
        lambda: made(to(SERVER, "long_poll", update_rate=per_second(0.05)), round_trip=milliseconds(100)),
    ),
    Pair(
        "RT007",
        lambda: made(polls(5), latency_budget=milliseconds(500)),
        lambda: made(polls(5), latency_budget=milliseconds(6000)),
    ),
    Pair("RT008", lambda: made(polls(0.1)), lambda: made(polls(3))),
    Pair(
        "RT009",
        lambda: made(*read(20_000, 1_000_000), concurrent_clients=1_000_000),  # type: ignore[arg-type]
        lambda: made(*read(20_000, 1_000), concurrent_clients=1_000),  # type: ignore[arg-type]
    ),
    Pair("RT010", lambda: made(polls(5, keep_alive=seconds(2))), lambda: made(polls(5, keep_alive=seconds(15)))),
    Pair(
        "RT011",
        lambda: made(polls(5), concurrent_clients=50_000),
        lambda: made(polls(5, poll_jitter=0.2), concurrent_clients=50_000),
    ),
    Pair(
        "RT012",
        lambda: made(to(SERVER), latency_budget=milliseconds(10_000)),
        lambda: made(polls(5), latency_budget=milliseconds(10_000)),
    ),
    Pair("RT013", lambda: made(to(SERVER, send_rate=per_second(0))), lambda: made(to(SERVER, "sse"))),
    Pair(
        "RT014",
        lambda: made(to(SERVER, send_rate=per_second(0.01))),
        lambda: made(to(SERVER, "sse", client=ANN), Calls(ANN, SERVER, id="post", protocol="http")),
    ),
    Pair(
        "RT015",
        lambda: made(to(SERVER, "sse", send_rate=per_second(0.2))),
        lambda: made(to(SERVER, "sse", client=ANN), Calls(ANN, SERVER, id="post", protocol="http")),
    ),
    Pair(
        "RT016",
        lambda: made(to(SERVER, "sse", client=ANN), Calls(ANN, SERVER, id="post", protocol="http", send_rate=per_second(20))),
        lambda: made(to(SERVER, send_rate=per_second(20))),
    ),
    Pair(
        "RT017",
        lambda: made(*behind(edge(7, response_buffering=True), "sse")),
        lambda: made(*behind(edge(7, response_buffering=False), "sse")),
    ),
    Pair(
        "RT018",
        lambda: made(*behind(Cdn("CDN", cache_control="max-age=60"), "sse")),
        lambda: made(*behind(Cdn("CDN", cache_control="no-cache"), "sse")),
    ),
    Pair(
        "RT019",
        lambda: made(to(SERVER, "sse", http_version="http1", streams_per_client=8)),
        lambda: made(to(SERVER, "sse", http_version="http1", streams_per_client=1)),
    ),
    Pair(
        "RT020",
        lambda: made(Calls(Service("Notifier"), Client("Client"), protocol="webrtc", payload_kind="json")),
        lambda: made(MEDIA, *RUNG),
    ),
    Pair(
        "RT021",
        lambda: made(to(Service("Call"), payload_kind="video", interactive=True)),
        lambda: made(MEDIA, *RUNG),
    ),
    Pair("RT022", lambda: made(MEDIA), lambda: made(MEDIA, *RUNG)),
    Pair(
        "RT023",
        lambda: made(MEDIA, *(to(RING, "http", client=one) for one in (ANN, BEN))),
        lambda: made(MEDIA, *RUNG),
    ),
    Pair("RT024", lambda: made(MEDIA, *RUNG), lambda: made(MEDIA, *RUNG, *STUN, *TURN)),
    Pair("RT025", lambda: made(MEDIA, *RUNG, *STUN), lambda: made(MEDIA, *RUNG, *STUN, *TURN)),
    Pair(
        "RT026",
        lambda: made(TurnServer("TURN", relay_share=1.0)),
        lambda: made(TurnServer("TURN", relay_share=0.2, bandwidth=megabytes(100))),
    ),
    Pair(
        "RT027",
        lambda: made(MEDIA, peers_per_call=20),
        lambda: made(to(MediaServer("Room", mode="sfu"), "webrtc"), peers_per_call=20),
    ),
    Pair(
        "RT028",
        lambda: made(to(SERVER)),
        lambda: made(to(SERVER, heartbeat_interval=seconds(15), heartbeat_timeout=seconds(30))),
    ),
    Pair(
        "RT029",
        lambda: made(to(SERVER, heartbeat_interval=seconds(120))),
        lambda: made(to(SERVER, heartbeat_interval=seconds(20))),
    ),
    Pair(
        "RT030",
        lambda: made(to(SERVER, heartbeat_interval=seconds(15), heartbeat_timeout=seconds(15))),
        lambda: made(to(SERVER, heartbeat_interval=seconds(15), heartbeat_timeout=seconds(30))),
    ),
    Pair(
        "RT031",
        lambda: made(*behind(edge(4, idle_timeout=seconds(60)), heartbeat_interval=seconds(60))),
        lambda: made(*behind(edge(4, idle_timeout=seconds(60)), heartbeat_interval=seconds(20))),
    ),
    Pair("RT032", lambda: made(to(SERVER, reconnect=False)), lambda: made(to(SERVER, reconnect=RANDOM))),
    Pair(
        "RT033",
        lambda: made(to(SERVER, reconnect=Retry(backoff="fixed", initial=seconds(1))), concurrent_clients=200_000),
        lambda: made(to(SERVER, reconnect=RANDOM), concurrent_clients=200_000),
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.code)
def test_the_bad_one_is_flagged_and_the_good_one_accepted(pair: Pair) -> None:
    found = [{one.code for one in checked(make())} for make in (pair.bad, pair.good)]
    assert [pair.code in codes for codes in found] == [True, False]
