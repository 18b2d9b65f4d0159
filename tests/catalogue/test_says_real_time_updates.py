"""What the rules on real-time updates find fault with, and what they accept, can both be said, and differ in what is at stake."""

from archgen import (
    ApiGateway,
    Calls,
    Cdn,
    Client,
    Consumes,
    Design,
    Group,
    LoadBalancer,
    LockService,
    Log,
    MediaServer,
    Publishes,
    Pushes,
    Queue,
    Reads,
    Requirements,
    Resumption,
    Service,
    SignalingServer,
    StunServer,
    Topic,
    TurnServer,
    per_second,
    seconds,
)
from tests.catalogue.retold import retold


def test_every_hop_that_may_cut_a_held_poll_can_say_when_it_does() -> None:
    """RT003: a long poll held for a minute, past hops that cut silence after half of one."""
    phone, api = Client("Phone"), Service("API")
    cdn, edge = Cdn("CDN", idle_timeout=seconds(30)), ApiGateway("Edge", idle_timeout=seconds(40))
    lb = LoadBalancer("LB", layer=7, idle_timeout=seconds(60))

    def held(time: int) -> Calls:
        poll = Calls(phone, cdn, "news?", protocol="long_poll", hold_timeout=seconds(time))
        retold(Design("News", [poll, Calls(cdn, edge), Calls(edge, lb), Calls(lb, api)]))
        return poll

    shortest = min(filter(None, (cdn.idle_timeout, edge.idle_timeout, lb.idle_timeout)))
    assert [(poll.hold_timeout or shortest) < shortest for poll in (held(60), held(25))] == [False, True]


def test_messages_of_clients_can_go_another_way_than_updates() -> None:
    """RT015: a stream goes one way; whoever writes needs another connection beside it."""
    phone, chat = Client("Phone"), Service("Chat")
    bad = retold(Design("Chat", [Calls(phone, chat, protocol="sse", send_rate=per_second(0.2))]))
    stream, post = Calls(phone, chat, protocol="sse", bidirectional=False), Calls(phone, chat, "post", protocol="http")
    good = retold(Design("Chat", [stream, post, Pushes(chat, phone, "message", update_rate=per_second(2))]))
    protocols = [[call.protocol for call in one.connections(Calls)] for one in (bad, good)]
    assert protocols == [["sse"], ["sse", "http"]]


def test_peers_and_the_servers_that_bring_them_together_can_be_drawn() -> None:
    """RT025: phones that call one another, but for those between which only a relay gets through."""
    phone = Client("Phone", behind_nat=True)
    media = Calls(phone, phone, "voice", protocol="webrtc", payload_kind="audio", interactive=True, same_network=False)
    meeting = Calls(phone, SignalingServer("Signaling"), protocol="websocket", bidirectional=True)
    address = Calls(phone, StunServer("STUN"), protocol="udp")
    relayed = Calls(phone, TurnServer("TURN", relay_share=0.2), "voice", protocol="udp", payload_kind="audio")
    bad = retold(Design("Calls", [media, meeting, address]))
    good = retold(Design("Calls", [media, meeting, address, relayed]))
    assert [len(list(one.components(TurnServer))) for one in (bad, good)] == [0, 1]


def test_a_group_call_can_go_through_a_server_that_forwards_media() -> None:
    """RT027: twenty in one call, each sending to all others or once to a server."""
    need, phone = Requirements(peers_per_call=20), Client("Phone")
    mesh = Calls(phone, phone, "video", protocol="webrtc", payload_kind="video")
    forwarded = Calls(phone, MediaServer("Forwarding", mode="sfu"), "video", protocol="webrtc", payload_kind="video")
    bad = retold(Design("Meeting", [mesh], requirements=need))
    good = retold(Design("Meeting", [forwarded], requirements=need))
    assert [[call.target.name for call in one.connections(Calls)] for one in (bad, good)] == [["Phone"], ["Forwarding"]]


def test_missed_updates_can_be_bounded_in_time_and_in_number() -> None:
    """RT038: whoever comes back after a day is sent all they missed, or the last thousand."""
    phone, feed, buffer = Client("Phone"), Service("Feed"), Log("Updates", retention=seconds(86_400), max_length=1_000_000)

    def resumed(resumption: Resumption) -> Resumption:
        stream = Calls(phone, feed, protocol="sse", resume=resumption, update_rate=per_second(10))
        need = Requirements(max_offline=seconds(86_400))
        retold(Design("Feed", [stream, Publishes(feed, buffer), Reads(feed, buffer, purpose="replay")], requirements=need))
        return resumption

    bad, good = Resumption("last_event_id"), Resumption("last_event_id", window=seconds(86_400), replay_limit=1_000)
    assert [resumed(one).replay_limit for one in (bad, good)] == [None, 1_000]


def test_how_clients_find_their_server_can_be_said() -> None:
    """RT054: one lookup service that every connect asks, or clients that keep the ring themselves."""
    docs = Service("Documents", routing="consistent_hash", hash_key="document id", replicas=8, connection_state="heavy")
    members = Reads(docs, LockService("etcd", nodes=3, lists_members=True), "who is there?")
    lookup = Service("Lookup", role="lookup", replicas=1, capacity=per_second(500))
    asking, knowing = Client("Editor"), Client("Editor", ring_cache=True)
    bad = retold(Design("Documents", [Calls(asking, lookup, "where?"), Calls(asking, docs, protocol="websocket"), members]))
    good = retold(Design("Documents", [Calls(knowing, docs, protocol="websocket"), members]))
    assert [[client.ring_cache for client in one.components(Client)] for one in (bad, good)] == [[None], [True]]
    assert [[one.role for one in architecture.components(Service)] for architecture in (bad, good)] == [["lookup", None], [None]]


def test_servers_of_each_region_can_be_told_from_servers_of_one() -> None:
    """RT067: people on three continents, and the servers that hold their connections."""
    us, eu = Group("us", boundary="region"), Group("eu", boundary="region")
    need, scores = (
        Requirements(regions_named=["us", "eu"], latency_budget=seconds(0.1)),
        Topic("Scores", subscriptions="by_topic"),
    )
    near = [Service(f"Endpoint {region.name}", role="connections", unsubscribes=True, group=region) for region in (us, eu)]

    def served(endpoints: list[Service]) -> set[str]:
        calls = [Calls(Client(f"Fan of {one.name}"), one, protocol="sse") for one in endpoints]
        heard = [Consumes(one, scores) for one in endpoints]
        architecture = retold(Design("Scores", [*calls, *heard, Publishes(Service("Referee"), scores)], requirements=need))
        return {one.group.name for one in architecture.components(Service) if one.group}

    assert (served(near[:1]), served(near)) == ({"us"}, {"us", "eu"})


def test_what_tells_the_order_and_who_restores_it_can_be_said() -> None:
    """RT069: messages of one conversation over several partitions, or kept together, or put in order by the receiver."""
    need = Requirements(ordering="per_key", ordering_key="conversation id", ordering_by="sequence")
    chat, phone = Service("Chat", replicas=4, stamps="sequence"), Client("Phone")

    def ordered(key: str | None, reordered: bool | None) -> tuple[str | None, bool | None]:
        log, push = Log("Messages", partitions=12, partition_key=key), Pushes(chat, phone, "message", reordered=reordered)
        retold(Design("Chat", [Publishes(chat, log), Consumes(chat, log), push], requirements=need))
        return log.partition_key, push.reordered

    assert ordered(None, None) == (None, None)
    assert ordered("conversation id", None) == ("conversation id", None)
    assert ordered(None, True) == (None, True)


def test_a_server_that_only_holds_connections_is_told_from_one_that_does_the_work() -> None:
    """RT075: sockets that end where ten times a day something new is rolled out, or at a thin tier before it."""
    app, edge = Client("App"), LoadBalancer("Edge", layer=4)
    orders = Service("Orders", role="business", deploys_per_day=10, cpu_heavy=True)
    gateway = Service("Sockets", role="connections", deployment="drain_reconnect", cpu_heavy=False)
    socket = Calls(app, edge, protocol="websocket", tls=True, auth="token")
    bad = retold(Design("Orders", [socket, Calls(edge, orders)]))
    good = retold(Design("Orders", [socket, Calls(edge, gateway), Calls(gateway, orders, protocol="grpc")]))
    roles = [[call.target.role for call in one.out_of(edge, Calls) if isinstance(call.target, Service)] for one in (bad, good)]
    assert roles == [["business"], ["connections"]]


def test_updates_that_come_twice_while_clients_move_can_be_dropped() -> None:
    """RT086: both the old and the new server deliver for a while, and the receiver knows what it has."""

    def moved(deduplicated: bool) -> Pushes:
        docs = Service("Documents", routing="consistent_hash", replicas=8, rebalancing="dual_delivery")
        push = Pushes(docs, Client("Editor"), "edit", deduplicated=deduplicated, acknowledged=True)
        retold(Design("Documents", [push]))
        return push

    assert [push.deduplicated for push in (moved(False), moved(True))] == [False, True]


def test_an_objective_can_leave_streams_out() -> None:
    """RT091: a stream never ends within 300 ms, and need not."""

    def watched(streams: bool | None) -> Service:
        need = Requirements(latency_p99=seconds(0.3))
        feed = Service("Feed", requirements=need, streams_in_objective=streams)
        retold(Design("Feed", [Calls(Client("App"), feed, protocol="sse")]))
        return feed

    assert [feed.streams_in_objective for feed in (watched(None), watched(False))] == [None, False]


def test_a_message_for_one_replica_is_told_from_one_for_all() -> None:
    """RT042: four servers that share a queue get each update once, where all four have to get it."""

    def heard(through: Queue | Topic) -> Consumes:
        source, chat = Service("Source"), Service("Chat", replicas=4)
        group = "chat" if isinstance(through, Queue) else None
        consumes = Consumes(chat, through, "for its clients", consumer_group=group)
        retold(Design("Chat", [Publishes(source, through), consumes]))
        return consumes

    bad, good = heard(Queue("Updates")), heard(Topic("Updates"))
    assert [type(one.target) for one in (bad, good)] == [Queue, Topic]
    assert [one.consumer_group for one in (bad, good)] == ["chat", None]
