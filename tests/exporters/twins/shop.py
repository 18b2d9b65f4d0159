"""The shop of shop.yaml, in Python."""

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
    per_minute,
    seconds,
)

region = Group("Frankfurt", id="region")
edge = Group("Edge", group=region)

app = Client("App", devices=20_000, send_rate=per_minute(0.5))
balancer = LoadBalancer("Edge LB", layer=7, idle_timeout=minutes(1), group=edge)
api = Service("API", replicas=3, group=region)
dead = Queue("Dead orders", id="dead", durable=True)
orders = Queue("Orders", dead_letter=dead, max_receives=5)
packer = Worker("Packer", task_duration=seconds(1.5), idempotent=True)

send = Calls(app, balancer, protocol="http", retry=Retry(3, backoff="exponential", initial=seconds(1)))
forward = Calls(balancer, api, id="forward")
order = Publishes(api, orders, "an order", per_request=0.25)
take = Consumes(packer, orders, acknowledge="after")

design = Design(
    "Shop",
    [app, balancer, api, orders, packer, dead, send, forward, order, take],
    summary="Orders are taken at once and packed later.",
    requirements=Requirements(
        concurrent_clients=20_000,
        latency_budget=milliseconds(300),
        write_rate=per_minute(90),
        availability=0.999,
        message_size=kilobytes(2),
    ),
    walkthroughs=[Walkthrough("Order", [Step(send, "five pens"), Step(forward), Step(order), Step(forward, "taken", back=True)])],
    decisions=[Decision("client-protocol", choice="simple-polling", reason="An order is placed once a week.")],
    left_out={"Payment": "a provider takes it"},
    waivers=[Waiver("LT001", subject=orders, reason="Orders are printed too.")],
)
