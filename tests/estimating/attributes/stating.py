"""Designs that state what hardly any other does, so that estimates have a reason to look at it."""

from archgen import (
    Cache,
    Calls,
    Cdn,
    Client,
    Consumes,
    Database,
    Design,
    Downloads,
    Function,
    KeyFanout,
    LoadBalancer,
    Log,
    Publishes,
    Pushes,
    Reads,
    Requirements,
    Scheduler,
    Service,
    Step,
    Table,
    Walkthrough,
    Worker,
    Workflow,
    WorkflowStep,
    Writes,
    days,
    gigabytes,
    kilobytes,
    megabytes,
    milliseconds,
    minutes,
    per_minute,
    per_second,
    seconds,
)


def delivered() -> Design:
    """Pictures from a network of copies, keys that are copied, a log with partitions, and what a schedule sets off."""
    app, cdn, edge = (
        Client("App", devices=1_000, uplink=megabytes(1)),
        Cdn("CDN", hit_rate=0.9, hit_latency=milliseconds(5)),
        LoadBalancer("Edge", replicas=2, availability=0.99),
    )
    api, nightly = Service("API", replicas=2, max_connections=1_000), Scheduler("Nightly", interval=minutes(10))
    cache = Cache(
        "Cache",
        nodes=3,
        replicas=2,
        availability=0.99,
        capacity=per_second(1_000),
        fanout=KeyFanout(3),
        max_key_rate=per_second(500),
        bandwidth=megabytes(9),
        memory=gigabytes(1),
        hot_set=gigabytes(2),
    )
    events = Log("Events", partitions=6, memory=gigabytes(8), retention=days(1), max_deliver_rate=per_second(900))
    counts = Worker("Counts", replicas=9, task_duration=milliseconds(10))
    once = Function("Once", task_duration=seconds(1), reserved_concurrency=5)
    note = Table("Note", item_size=kilobytes(1))
    store = Database(
        "Store",
        holds=[note],
        disk_bandwidth=megabytes(100),
        write_amplification=4,
        max_connections=90,
        peak_connections=60,
        memory=gigabytes(4),
        hot_set=gigabytes(3),
        bandwidth=megabytes(90),
    )
    inner = Cdn("Inner", hit_share=0.05)
    ask = Downloads(app, cdn, send_rate=per_minute(1), payload=kilobytes(90))
    balanced, look = Calls(inner, edge), Reads(api, cache, hot_key_rate=per_second(100), payload=kilobytes(1))
    ways = [
        ask,
        Calls(cdn, inner),
        balanced,
        Calls(edge, api),
        look,
        Writes(api, store, payload=kilobytes(1)),
        Publishes(api, events, payload=kilobytes(1)),
        Consumes(counts, events, weight=2),
        Calls(nightly, once),
        Pushes(api, app, update_rate=per_second(1)),
    ]
    order = Workflow("Order", [WorkflowStep("Pay")], rate=per_second(1), max_duration=days(1), state_size=kilobytes(1))
    other = Workflow("Other", [WorkflowStep("Pay")], in_flight=5)
    needs = Requirements(growth=2, message_size=kilobytes(1), read_write_ratio=5, write_rate=per_second(3), availability=0.99)
    return Design(
        "Delivered",
        ways,
        requirements=needs,
        behaviours=[order, other],
        walkthroughs=[Walkthrough("Look", [Step(ask), Step(balanced), Step(look)])],
    )
