"""Orders that move to another store: groups as ends, a migration, steps that run side by side, components only spoken of."""

from archgen import (
    ApiGateway,
    Calls,
    Client,
    Database,
    Design,
    Group,
    Log,
    MaterializedView,
    Migration,
    MigrationStep,
    Monitoring,
    Publishes,
    RateLimit,
    RateLimiter,
    Reads,
    RelationalDatabase,
    Replicates,
    Service,
    Step,
    Walkthrough,
    WideColumnDatabase,
    Workflow,
    WorkflowStep,
    Writes,
    days,
    per_second,
    weeks,
)

region = Group("Frankfurt", boundary="region")
edge = Group("Edge", group=region)
core = Group("Core", group=region)
stores = Group("Stores", group=core, note="both of them, while the orders move")

app = Client("App", devices=20_000)
door, limiter = ApiGateway("Door", group=edge), RateLimiter("Limiter", store=Database("Counts"), group=edge)
orders, stock = Service("Orders", group=core, replicas=4), Service("Stock", group=core)
old, new = RelationalDatabase("Old store", group=stores), WideColumnDatabase("New store", group=stores)
events = Log("Events", partitions=12)
feed = MaterializedView("Feed", of=new)

enter, forward = Calls(app, edge, "HTTPS"), Calls(edge, core, "requests")
keep, tell = Writes(orders, stores, "each order in both"), Publishes(core, events, "what happens")

design = Design(
    "Orders",
    [
        *(enter, forward, keep, tell, door, limiter, stock, old, new, feed, events),
        Reads(Monitoring("Eyes", watches=["latency", "errors"]), region, "how is it?"),
        Replicates(old, new, "what was there"),
    ],
    walkthroughs=[Walkthrough("Order", [Step(enter), Step(forward), Step(keep), Step(tell)])],
    behaviours=[
        Migration(
            "Move the orders",
            source=old,
            target=new,
            steps=[
                MigrationStep("dual_write", fallback=True),
                MigrationStep(
                    "backfill", mode="insert_if_absent", rate_limit=RateLimit(per_second(2_000)), lasts=days(3), fallback=True
                ),
                MigrationStep("consistency_check", fallback=True),
                MigrationStep("switch_reads", fallback=True),
                MigrationStep("soak", lasts=weeks(1), fallback=True),
                MigrationStep("decommission", fallback=False),
            ],
            offline=False,
        ),
        Migration("Warm up", steps=[MigrationStep("backfill"), MigrationStep("switch_reads")]),
        Workflow(
            "Check all",
            steps=[
                WorkflowStep("cut into parts", runs_on=orders, effect="read"),
                WorkflowStep("check the orders", runs_on=orders, after=["cut into parts"], effect="read"),
                WorkflowStep("check the stock", runs_on=stock, after=["cut into parts"], effect="read"),
                WorkflowStep("check the bills", after=["cut into parts"], loops=True),
                WorkflowStep(
                    "report",
                    runs_on=orders,
                    after=["check the orders", "check the stock", "check the bills"],
                    join="all",
                    effect="notify",
                ),
            ],
        ),
    ],
)
