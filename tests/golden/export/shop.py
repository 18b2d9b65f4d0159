"""Shop: a design for archgen."""

from archgen import (
    Calls,
    Client,
    Consumes,
    Decision,
    Design,
    Group,
    LoadBalancer,
    Publishes,
    Queue,
    Requirements,
    Retry,
    Service,
    Step,
    Waiver,
    Walkthrough,
    Worker,
    kilobytes,
    milliseconds,
    minutes,
    per_hour,
    per_second,
    seconds,
)

region = Group("Frankfurt", id="region")
edge = Group("Edge", group=region)

app = Client("App", devices=20_000, send_rate=per_hour(30))
edge_lb = LoadBalancer("Edge LB", layer=7, idle_timeout=minutes(1), group=edge)
api = Service("API", replicas=3, group=region)
dead = Queue("Dead orders", id="dead", durable=True)
orders = Queue("Orders", dead_letter=dead, max_receives=5)
packer = Worker("Packer", task_duration=seconds(1.5), idempotent=True)

app_calls_edge_lb = Calls(app, edge_lb, protocol="http", retry=Retry(3, backoff="exponential", initial=seconds(1)))
forward = Calls(edge_lb, api, id="forward")
api_publishes_orders = Publishes(api, orders, "an order", per_request=0.25)

design = Design(
    "Shop",
    [
        *(app, edge_lb, api, orders, dead, packer, app_calls_edge_lb, forward, api_publishes_orders),
        Consumes(packer, orders, acknowledge="after"),
    ],
    summary="Orders are taken at once and packed later.",
    requirements=Requirements(
        concurrent_clients=20_000,
        write_rate=per_second(1.5),
        latency_budget=milliseconds(300),
        availability=0.999,
        message_size=kilobytes(2),
    ),
    walkthroughs=[
        Walkthrough(
            "Order",
            [Step(app_calls_edge_lb, "five pens"), Step(forward), Step(api_publishes_orders), Step(forward, "taken", back=True)],
        ),
    ],
    decisions=[Decision("client-protocol", choice="simple-polling", reason="An order is placed once a week.")],
    left_out={"Payment": "a provider takes it"},
    waivers=[Waiver("LT001", subject=orders, reason="Orders are printed too.")],
)
