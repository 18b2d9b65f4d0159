"""A ticket sale that half a million people wait for: a waiting room that polls, and a live seat plan for the 20,000 inside.

The figures behind it: 500,000 people at ten o'clock for 60,000 seats. 20,000 are let in at a time, each for ten minutes at the
most; 300 seats a second change hands when it is busiest. Those who wait ask every ten seconds, each at a moment of its own.
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
    minutes,
    per_second,
    seconds,
)

clients = Group("Clients")
edge = Group("Edge")
waiting = Group("Waiting room")
selling = Group("Sale")
data = Group("Data")

waiter = Client("Fan in line", id="waiter", platform="web", devices=480_000, group=clients)
buyer = Client("Fan inside", id="buyer", platform="web", devices=20_000, group=clients)
door_lb = LoadBalancer(
    "Door balancer", id="door_lb", layer=7, algorithm="round_robin", idle_timeout=seconds(60), replicas=3, group=edge
)
plan_lb = LoadBalancer(
    "Plan balancer",
    id="plan_lb",
    layer=7,
    algorithm="least_connections",
    idle_timeout=seconds(60),
    response_buffering=False,
    replicas=2,
    group=edge,
)
sale_lb = LoadBalancer(
    "Sale balancer", id="sale_lb", layer=7, algorithm="round_robin", idle_timeout=seconds(60), replicas=2, group=edge
)
doorman = Service(
    "Doorman",
    replicas=20,
    routing="any",
    connection_state="none",
    capacity=per_second(5_000),
    task_duration=milliseconds(1),
    group=waiting,
)
places = Cache("Places", engine="Redis", nodes=3, ttl=minutes(30), capacity=per_second(150_000), serves_as="store", group=waiting)
plan = Service(
    "Seat plan",
    id="plan",
    replicas=4,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=10_000,
    unsubscribes=True,
    graceful_stop=True,
    group=selling,
)
changes = Topic("Seat changes", id="changes", engine="Redis", replicas=3, durable=False, subscriptions="by_topic", group=selling)
sale = Service("Sale", id="sale", replicas=8, capacity=per_second(300), task_duration=milliseconds(15), group=selling)
seats = Database(
    "Seats",
    id="seats",
    engine="PostgreSQL",
    replicas=2,
    max_read_rate=per_second(8_000),
    max_write_rate=per_second(4_000),
    latency=milliseconds(1),
    write_latency=milliseconds(4),
    group=data,
)
tickets_dead = Queue("Dead tickets", id="tickets_dead", durable=True, retention=days(14), alarm="page", group=data)
ticket_jobs = Queue(
    "Tickets to send",
    id="ticket_jobs",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    dead_letter=tickets_dead,
    max_receives=5,
    retention=days(3),
    group=selling,
)
mailer = Worker(
    "Ticket mailer",
    id="mailer",
    replicas=6,
    concurrency=20,
    task_duration=milliseconds(300),
    side_effect="notification",
    idempotent=True,
    group=selling,
)
payments = ExternalSystem("Payment provider", id="payments", capacity=per_second(400))
mail = ExternalSystem("Mail provider", id="mail", capacity=per_second(500))

back = Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30))
wait = Calls(
    waiter,
    door_lb,
    "my place in the line?",
    id="wait",
    protocol="http",
    poll_interval=seconds(10),
    poll_jitter=0.2,
    max_poll_duration=minutes(120),
    keep_alive=seconds(30),
    requirements=Requirements(latency_budget=seconds(15)),
    tls=True,
    auth="token",
    timeout=seconds(3),
    retry=Retry(attempts=2, backoff="exponential", jitter=True, initial=seconds(2)),
    idempotent=True,
)
ask = Calls(door_lb, doorman, "any replica", id="ask", protocol="http", timeout=seconds(3), idempotent=True)
look = Reads(doorman, places, "who is at the front", id="look", per_request=1, timeout=milliseconds(50))
admit = Writes(
    doorman, places, "let in, for ten minutes", id="admit", rate=per_second(300), timeout=milliseconds(100), idempotent=True
)
watch = Calls(
    buyer,
    plan_lb,
    "event stream of seats",
    id="watch",
    protocol="sse",
    update_rate=per_second(2),
    tls=True,
    auth="token",
    heartbeat_interval=seconds(20),
    reconnect=back,
    resume=Resumption("last_event_id", state_kept_in=seats, replay_limit=5_000),
    idempotent=True,
)
stream = Calls(plan_lb, plan, "unbuffered", id="stream", protocol="http", idempotent=True)
load = Reads(plan, seats, "the whole plan, or all after a number", id="load", rate=per_second(60), timeout=milliseconds(500))
choose = Calls(
    buyer,
    sale_lb,
    "hold these seats, or pay",
    id="choose",
    protocol="http",
    rate=per_second(500),
    tls=True,
    auth="token",
    timeout=seconds(10),
    retry=Retry(attempts=2, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
)
sell = Calls(sale_lb, sale, "any replica", id="sell", protocol="http", timeout=seconds(9), idempotent=True)
hold = Writes(
    sale, seats, "hold for ten minutes, if free", id="hold", rate=per_second(300), timeout=milliseconds(200), idempotent=True
)
confirm = Writes(
    sale, seats, "sold, if the hold still stands", id="confirm", rate=per_second(200), timeout=milliseconds(200), idempotent=True
)
charge = Calls(
    sale,
    payments,
    "charge, under the order's key",
    id="charge",
    protocol="http",
    rate=per_second(200),
    timeout=seconds(6),
    retry=False,
    idempotent=True,
)
publish = Publishes(
    sale, changes, "seats taken and freed, every half second", id="publish", rate=per_second(40), payload=kilobytes(2)
)
deliver = Consumes(plan, changes, "sales that are watched here", id="deliver", fan_out=4, delivery="at_most_once")
order = Publishes(sale, ticket_jobs, "tickets of an order", id="order", rate=per_second(200))
take = Consumes(mailer, ticket_jobs, id="take", acknowledge="after", delivery="at_least_once")
send = Calls(
    mailer,
    mail,
    "tickets, under the order's key",
    id="send",
    protocol="http",
    per_request=1,
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
)

design = Design(
    "Ticket sale",
    [
        *(waiter, buyer, door_lb, plan_lb, sale_lb, doorman, places, plan, changes, sale, seats),
        *(ticket_jobs, tickets_dead, mailer, payments, mail),
        *(wait, ask, look, admit, watch, stream, load, choose, sell, hold, confirm, charge, publish, deliver),
        *(order, take, send),
    ],
    summary="60,000 seats for half a million people: a fair line, a plan that is never more than a second old, no seat twice.",
    pitch=(
        "Everybody comes into a waiting room that asks every ten seconds how far the line is; that is 48,000 cheap requests a "
        "second to servers that keep nothing. 20,000 at a time are let in. They see the seat plan over an event stream, hold "
        "seats for ten minutes by a write that fails if somebody was first, and pay. Changes of seats are put together for half "
        "a second."
    ),
    problem=(
        "At ten o'clock everybody comes at once, and most leave with nothing. The sale itself is small, 300 seats a second; what "
        "would break it are those who cannot buy yet and press reload. And a seat that is sold twice is worse than one that is "
        "not sold at all."
    ),
    requirements=Requirements(
        users=5_000_000,
        concurrent_clients=500_000,
        latency_budget=seconds(1),
        round_trip=milliseconds(80),
        write_rate=per_second(500),
        event_driven=True,
        availability=0.999,
        client_sends="rarely",
        media=False,
        streaming_path=True,
        connection_state="light",
        endpoint_servers=4,
        max_fanout=20_000,
        consistency="strong",
        delivery="at_least_once",
        max_offline=minutes(10),
        http_only=True,
        open_sockets=False,
    ),
    walkthroughs=[
        Walkthrough(
            "Wait and be let in",
            [
                Step(wait, "with the place that was given on arrival"),
                Step(ask),
                Step(look, "41,200 before you"),
                Step(ask, "41,200; ask again in 10 s", back=True),
                Step(wait, "about 23 minutes", back=True),
                Step(admit, "when a place inside is free"),
            ],
        ),
        Walkthrough(
            "Buy two seats",
            [
                Step(choose, "hold row 7, 11 and 12"),
                Step(sell),
                Step(hold, "both or none, if they are free"),
                Step(sell, "held until 10:24", back=True),
                Step(choose, "pay, with the order's key"),
                Step(charge),
                Step(charge, "charged", back=True),
                Step(confirm, "if the hold still stands"),
                Step(order, "the mail can wait"),
                Step(sell, "yours", back=True),
            ],
            summary="From two clicks to two seats, with nothing that could be done twice.",
        ),
        Walkthrough(
            "See a seat go",
            [
                Step(hold, "row 7 is taken"),
                Step(publish, "with all that changed in this half second"),
                Step(deliver, "to four servers"),
                Step(stream, "2 kB", back=True),
                Step(watch, "the seats turn grey", back=True),
            ],
        ),
    ],
    decisions=[
        Decision("client-protocol"),
        Decision("update-routing"),
        Decision("rt-load-balancer-layer"),
        Decision("rt-missed-updates"),
    ],
    left_out={
        "Fairness against robots": "who is given which place is decided before the sale; here the line is only kept",
        "A socket for those who wait": "480,000 open connections to say one number every few minutes",
    },
)
