"""A group chat for 200,000 people online at once: sockets to gateways, a broker between them, a store that is the truth.

The figures behind it: 4,000 messages a second at the busiest hour, a kilobyte each, in rooms of twelve members of whom five are
online. Five members sit on four of the twelve gateways on average, which is the fan-out of the room topics.
"""

from archgen import (
    Cache,
    Calls,
    Client,
    Consumes,
    Database,
    Decision,
    Design,
    ExternalSystem,
    Group,
    LoadBalancer,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    Topic,
    Walkthrough,
    Worker,
    Writes,
    days,
    kilobytes,
    milliseconds,
    per_second,
    seconds,
)

clients = Group("Clients", id="clients")
edge = Group("Edge", id="edge")
core = Group("Core", id="core")
data = Group("Data", id="data")
push = Group("Offline push", id="push")

phone = Client("Phone", platform="mobile", devices=140_000, group=clients)
browser = Client("Browser", platform="web", devices=60_000, group=clients)
edge_lb = LoadBalancer(
    "Edge balancer", id="edge_lb", layer=4, algorithm="least_connections", idle_timeout=seconds(60), replicas=2, group=edge
)
gateway = Service(
    "Connection gateway",
    id="gateway",
    replicas=12,
    routing="any",
    connection_state="light",
    max_connections=25_000,
    capacity=per_second(5_000),
    group=edge,
)
chat = Service("Chat service", id="chat", replicas=6, capacity=per_second(1_500), task_duration=milliseconds(20), group=core)
history = Service("History service", id="history", replicas=3, capacity=per_second(500), group=core)
rooms = Topic("Room topics", id="rooms", engine="Redis", replicas=3, durable=False, subscriptions="by_topic", group=core)
messages = Database(
    "Message store",
    id="messages",
    engine="Cassandra",
    replicas=6,
    max_read_rate=per_second(20_000),
    max_write_rate=per_second(15_000),
    group=data,
)
members = Database("Room members", id="members", engine="PostgreSQL", replicas=3, max_read_rate=per_second(8_000), group=data)
presence = Cache("Presence", engine="Redis", ttl=seconds(75), nodes=3, group=data)
dead_pushes = Queue("Dead pushes", id="dead_pushes", durable=True, retention=days(14), alarm="ticket", group=push)
push_jobs = Queue(
    "Push jobs",
    id="push_jobs",
    engine="RabbitMQ",
    replicas=3,
    dead_letter=dead_pushes,
    max_receives=5,
    durable=True,
    retention=days(1),
    group=push,
)
push_worker = Worker(
    "Push worker",
    id="push_worker",
    replicas=8,
    concurrency=50,
    task_duration=milliseconds(250),
    side_effect="notification",
    idempotent=True,
    group=push,
)
push_provider = ExternalSystem("Push provider", id="push_provider", note="APNs and FCM", capacity=per_second(10_000))

reconnect = Retry(attempts=10, backoff="exponential", jitter=True, initial=seconds(1))
phone_socket = Calls(
    phone,
    edge_lb,
    id="phone_socket",
    protocol="websocket",
    heartbeat_interval=seconds(25),
    retry=reconnect,
    resume=Resumption("sequence"),
    idempotent=True,
)
browser_socket = Calls(
    browser,
    edge_lb,
    id="browser_socket",
    protocol="websocket",
    heartbeat_interval=seconds(25),
    retry=reconnect,
    resume=Resumption("sequence"),
    idempotent=True,
)
forward = Calls(edge_lb, gateway, "same connection", id="forward", protocol="tcp")
send = Calls(
    gateway,
    chat,
    "send",
    id="send",
    protocol="grpc",
    timeout=milliseconds(150),
    retry=Retry(attempts=2, backoff="exponential", jitter=True, initial=milliseconds(20)),
    idempotent=True,
)
resume = Calls(gateway, history, "resume", id="resume", protocol="grpc", rate=per_second(300), timeout=seconds(1))
heartbeat = Writes(
    gateway, presence, "still here", id="heartbeat", rate=per_second(8_000), timeout=milliseconds(50), idempotent=True
)
find_members = Reads(chat, members, "who is in the room?", id="find_members", per_request=1, timeout=milliseconds(50))
join = Writes(chat, members, "join or leave", id="join", rate=per_second(20), timeout=milliseconds(100), idempotent=True)
append = Writes(chat, messages, "append", id="append", per_request=1, timeout=milliseconds(100), idempotent=True)
replay = Reads(history, messages, "all after a number", id="replay", per_request=1, timeout=milliseconds(500))
publish = Publishes(chat, rooms, "new message", id="publish", payload=kilobytes(1))
deliver = Consumes(gateway, rooms, "rooms of its clients", id="deliver", fan_out=4, delivery="at_most_once")
find_away = Reads(chat, presence, "who is away?", id="find_away", timeout=milliseconds(50))
notify = Publishes(chat, push_jobs, "members to notify", id="notify", per_request=0.25)
take = Consumes(push_worker, push_jobs, id="take", acknowledge="after", delivery="at_least_once")
find_devices = Reads(push_worker, members, "device tokens", id="find_devices", per_request=1, timeout=milliseconds(50))
hand_over = Calls(
    push_worker,
    push_provider,
    "notification",
    id="hand_over",
    protocol="http",
    per_request=3,
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
)

design = Design(
    "Group chat",
    [
        *(phone, browser, edge_lb, gateway, chat, history, rooms, messages, members, presence),
        *(push_jobs, dead_pushes, push_worker, push_provider),
        *(phone_socket, browser_socket, forward, send, resume, heartbeat, find_members, join, append, replay, publish, deliver),
        *(find_away, notify, take, find_devices, hand_over),
    ],
    summary="Text messages in rooms, shown to everyone online within half a second and kept for everyone who is not.",
    pitch=(
        "Every client holds one WebSocket to one of twelve gateways. A message is numbered and stored first, then published to "
        "the topic of its room; gateways subscribe to the rooms of their clients and pass it on. The store is the truth: a "
        "client that was away asks for everything after the last number it saw. Members without a connection get a "
        "notification over a queue."
    ),
    problem=(
        "Two people in one room are usually connected to different servers, so a message has to find sockets of which the "
        "server that took it knows nothing. Phones lose their connection many times a day, and nothing may be lost or shown "
        "out of order when they come back."
    ),
    requirements=Requirements(
        concurrent_clients=200_000,
        latency_budget=milliseconds(500),
        round_trip=milliseconds(80),
        write_rate=per_second(4_000),
        message_size=kilobytes(1),
        retention=days(90),
        availability=0.999,
        regions=1,
        delivery="at_least_once",
        ordering="per_key",
        ordering_by="sequence",
        max_offline=days(30),
        client_sends="often",
        media=False,
        connection_state="light",
        endpoint_servers=12,
    ),
    walkthroughs=[
        Walkthrough(
            "Send a message",
            [
                Step(phone_socket, "message, under an id that the phone chose"),
                Step(forward, "the same frame"),
                Step(send),
                Step(append, "under the room's next number"),
                Step(send, "stored", back=True),
                Step(publish, "message and number"),
                Step(deliver, "to the gateways that hold a member"),
                Step(forward, "frame for the member's socket", back=True),
                Step(browser_socket, "shown in order of its number", back=True),
            ],
            summary="From a phone to a browser on another gateway.",
        ),
        Walkthrough(
            "Notify a member who is away",
            [
                Step(send),
                Step(find_members),
                Step(find_away),
                Step(notify, "only the first unread message of a room"),
                Step(take),
                Step(find_devices),
                Step(hand_over, "one per room, replaced by the next"),
                Step(hand_over, "accepted", back=True),
            ],
            summary="From a stored message to a notification, without holding up the sender.",
        ),
    ],
    decisions=[Decision("client-protocol"), Decision("update-routing")],
    left_out={
        "Media uploads": "files go to object storage by signed URLs and never pass a gateway; a message carries the link",
        "End-to-end encryption": "keys and sessions change what clients store, not how messages travel",
        "Search": "an index fed from the message store, with its own load and its own latency",
        "Typing indicators": "the same topics carry them, unnumbered and unstored; losing one does no harm",
        "Several regions": "one region meets the latency; a second one needs a home region for each room to keep its order",
    },
)
