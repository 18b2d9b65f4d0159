"""Mistakes that type checkers have to catch, each on a line of its own that says so, between lines that are right.

No tool but `test_type_checkers.py` reads this file.
"""

from datetime import timedelta

import archgen
from archgen import (
    Acquires,
    AccessPath,
    Batching,
    Broadcast,
    Cache,
    CacheAside,
    Calls,
    CircuitBreaker,
    Client,
    Column,
    Component,
    Connection,
    Consumes,
    Database,
    Decision,
    Design,
    Downloads,
    Entity,
    Group,
    IdempotencyKey,
    Invalidation,
    Lock,
    LockService,
    Log,
    Migration,
    MigrationStep,
    Notifies,
    ObjectStore,
    PresignedUpload,
    Publishes,
    Queue,
    Quota,
    RateLimit,
    ReadReplicas,
    Reads,
    Replicates,
    Requirements,
    Retry,
    Service,
    Sharding,
    State,
    StateMachine,
    Step,
    System,
    Table,
    Topic,
    Transition,
    Waiver,
    Walkthrough,
    Worker,
    Workflow,
    WorkflowStep,
    WorkQueue,
    Writes,
    gigabytes,
    kilobytes,
    milliseconds,
    minutes,
    per_minute,
    per_second,
    seconds,
    word,
)
from archgen import Cahce  # wrong: a misspelt word

edge = Group("Edge", boundary="network")
app = Client("App", devices=1_000)
service = Service("Service", replicas=2)
worker = Worker("Worker")
cache = Cache("Cache")
store = Database("Store")
copy = Database("Copy")
files = ObjectStore("Files")
locks = LockService("Locks")
log = Log("Log")
topic = Topic("Topic")
dead = Queue("Dead")
queue = Queue("Queue", dead_letter=dead)
order = Entity("Order")
ask = Calls(app, service, "an order")
look = Reads(service, cache)

# Attributes.
Service("Search", group=edge, purpose="latency", managed=False, max_connections=100)
Service("Search", replcas=2)  # wrong: a misspelt attribute of a component
Service("Search", prefetch=2)  # wrong: an attribute of another component
Calls(app, service, protocol="grpc", keep_alive=None)
Calls(app, service, protocl="grpc")  # wrong: a misspelt attribute of a connection
Calls(app, service, acknowledge="after")  # wrong: an attribute of another connection
Retry(3, backoff="exponential", jitter=True)
Retry(3, back_off="exponential")  # wrong: a misspelt attribute of a policy
Requirements(latency_p99=milliseconds(300), regions_named=["eu", "us"])
Requirements(latency_p999=milliseconds(300))  # wrong: a misspelt requirement
Design("Shop", [ask], walkthroughs=[], left_out={"Search": "later"})
Design("Shop", [ask], walkthrough=[])  # wrong: a misspelt attribute of a design
Table("orders", columns=[Column("id", type="uuid")], primary_key=["id"])
Table("orders", columns=[Column("id", kind="uuid")])  # wrong: a misspelt attribute of a column
archgen.Service("Search", replicas=2)
archgen.Sevrice("Search")  # wrong: a misspelt word
print(service.replicas, ask.source.name, queue.dead_letter)
print(service.replcas)  # wrong: a misspelt attribute, read
print(ask.target.replicas)  # wrong: an attribute that not every target has

# Units.
Calls(app, service, timeout=seconds(1), rate=per_minute(30), payload=kilobytes(4), per_request=0.5)
Calls(app, service, timeout=timedelta(seconds=1), latency=2 * milliseconds(20))
Calls(app, service, timeout=kilobytes(1))  # wrong: a size for a duration
Calls(app, service, timeout=per_second(1))  # wrong: a rate for a duration
Calls(app, service, rate=seconds(1))  # wrong: a duration for a rate
Calls(app, service, rate=kilobytes(1))  # wrong: a size for a rate
Calls(app, service, payload=per_second(1))  # wrong: a rate for a size
Calls(app, service, payload=minutes(1))  # wrong: a duration for a size
Calls(app, service, timeout=5)  # wrong: a plain number for a duration
Calls(app, service, rate=5)  # wrong: a plain number for a rate
Calls(app, service, payload=5)  # wrong: a plain number for a size
Calls(app, service, timeout="5s")  # wrong: a text for a duration
Calls(app, service, rate="5/s")  # wrong: a text for a rate
Calls(app, service, payload="5 kB")  # wrong: a text for a size
Calls(app, service, per_request=per_second(5))  # wrong: a rate for a factor
Cache("Sessions", ttl=minutes(10), memory=gigabytes(4), nodes=3, hit_rate=0.9, hot_set=gigabytes(0.5))
Cache("Sessions", ttl=kilobytes(10))  # wrong: a size for a duration
Cache("Sessions", nodes="3")  # wrong: a text for a count
Cache("Sessions", nodes=2.5)  # wrong: a fraction for a count
Cache("Sessions", nodes=gigabytes(4))  # wrong: a size for a count
Cache("Sessions", hit_rate="90%")  # wrong: a text for a share
Cache("Sessions", hit_rate=per_second(5))  # wrong: a rate for a share
Service("Search", replicas=kilobytes(4))  # wrong: a size for a count
Service("Search", replicas=per_second(4))  # wrong: a rate for a count
Requirements(peak_factor=3, availability=0.999, write_rate=per_second(5 * 4_000))
Requirements(peak_factor=per_second(3))  # wrong: a rate for a factor
kilobytes(0.5 * 3)
kilobytes("4")  # wrong: a unit of a text
per_second("4k")  # wrong: a unit of a text
seconds(kilobytes(4))  # wrong: a unit of a unit

# Values.
Cache("Sessions", eviction="lru")
Cache("Sessions", eviction="mru")  # wrong: none of the choices
Client("Phone", platform="mobile")
Client("Phone", platform="Mobile")  # wrong: none of the choices, written large
Queue("Jobs", max_receives="unlimited")
Queue("Jobs", max_receives="never")  # wrong: neither a count nor the choice
Service("Search", managed=None)
Service("Search", managed="no")  # wrong: a text for yes or no
Service("Search", group="edge")  # wrong: a text for a group
Service(7)  # wrong: a number for a name
Service("Search", 2)  # wrong: by position what is given by name
Invalidation(["delete", "event"])
Invalidation(["delete", "events"])  # wrong: one of the list is none of the choices
AccessPath(filter=["user_id"])
AccessPath(filter=[Column("user_id")])  # wrong: a column for its name

# Policies.
Calls(app, service, retry=Retry(attempts=3), circuit_breaker=False, idempotency=None)
Calls(app, service, retry=Lock("row"))  # wrong: a policy of another kind
Calls(app, service, retry=True)  # wrong: yes, where a policy or no is meant
Calls(app, service, retry=3)  # wrong: a number for a policy
Calls(app, service, retry=Retry)  # wrong: the word itself for a policy
Calls(app, service, rate_limit=per_second(5))  # wrong: a rate for a policy
Calls(app, service, circuit_breaker=Retry(3))  # wrong: a policy of another kind
Writes(service, store, lock=Lock("row", timeout=seconds(1)), batching=Batching(max_size=10))
Writes(service, store, lock="row")  # wrong: a text for a policy
Worker("Mailer", rate_limit=RateLimit(per_second(5), per="user"), idempotency=IdempotencyKey())
Worker("Mailer", rate_limit=Quota())  # wrong: a policy of another kind
Cache("Sessions", sharding=Sharding(4, key="user_id"), invalidation=False)
Cache("Sessions", sharding=True)  # wrong: yes, where a policy or no is meant
Calls(app, service, circuit_breaker=CircuitBreaker(open_for=seconds(30)))

# Ends.
Consumes(worker, queue)
Consumes(worker, topic, "updates", fan_out=4)
Consumes(worker, log, commit="after_write")
Consumes(worker, store, "its changes")
Consumes(worker, cache)  # wrong: a cache has nothing to consume
Consumes(worker, service)  # wrong: a service has nothing to consume
Consumes(worker, app)  # wrong: a client has nothing to consume
Consumes(queue)  # wrong: no target
Publishes(service, queue)
Publishes(service, edge)
Publishes(service, store)  # wrong: nothing is published to a database
Publishes(service, worker)  # wrong: nothing is published to a worker
Acquires(worker, locks)
Acquires(worker, cache)
Acquires(worker, service)  # wrong: a service hands out no locks
Replicates(store, copy)
Replicates(log, files)
Replicates(service, worker)  # wrong: services are not replicated
Replicates(store, service)  # wrong: a service is no copy
Calls(edge, service)
Calls(app)  # wrong: no target
Calls(app, target=service)
Calls(source=app)  # wrong: no target
Calls(app, "service")  # wrong: a name for a component
Calls(app, [service])  # wrong: a list for a component
Calls(app, ask)  # wrong: a connection for a component
Calls(app, service, "ask", "again")  # wrong: too many by position
Calls(app, service, ask)  # wrong: a connection for a label
Queue("Jobs", dead_letter=dead)
Queue("Jobs", dead_letter=False)
Queue("Jobs", dead_letter=topic)  # wrong: dead letters go to a queue
Notifies(service, app, dead_letter=log)  # wrong: dead letters go to a queue
Downloads(app, files, payload=gigabytes(1))
Downloads(app)  # wrong: no target

# Data.
Database("Orders", holds=[order, Table("items")])
Database("Orders", holds=[service])  # wrong: a component for data
Database("Orders", holds=order)  # wrong: one for a list
Writes(service, store, data=[order])
Writes(service, store, data=["order"])  # wrong: a name for data
Writes(service, order)  # wrong: data for a component
Design("Shop", [ask], data=[order])
Design("Shop", [ask, order])  # wrong: data among the parts
Entity("Order", item_size=kilobytes(2), derived_from=order)
Entity("Order", derived_from=store)  # wrong: a component for data

# Designs and walkthroughs.
shop = Design("Shop", [ask, look, service, CacheAside(service, cache, store)], waivers=[Waiver("AR001", reason="one region")])
Design("Shop", ["ask"])  # wrong: a name for a part
Design("Shop", ask)  # wrong: one for a list
Design("Shop")  # wrong: no parts
Design("Shop", [ask], requirements={"users": 5})  # wrong: a dictionary for requirements
Design("Shop", [ask], decisions=["client-protocol"])  # wrong: a name for a decision
Design("Shop", [ask], decisions=[Decision("client-protocol")])
System("Shop", design=shop, entry=service)
System("Shop", design=service)  # wrong: a component for a design
System("Shop")  # wrong: no design
Waiver("AR001")  # wrong: no reason
Waiver("AR001", subject=shop, reason="one region")  # wrong: a design for its part
Walkthrough("Ask", [Step(ask, "asks"), Step(look, back=True)])
Walkthrough("Ask", [ask, look])  # wrong: connections for steps
Walkthrough("Ask", Step(ask))  # wrong: one for a list
Step(service)  # wrong: along a component
Step("ask")  # wrong: along a name
Step()  # wrong: along nothing

# Patterns put to use.
CacheAside(service, cache, store, timeout=milliseconds(50))
CacheAside(service, store, cache)  # wrong: two roles changed about
CacheAside(app=service, cache=cache)  # wrong: a role without a component
WorkQueue(service, queue, worker, status=store)
WorkQueue(worker, queue, service)  # wrong: two roles changed about
WorkQueue(service, topic, worker)  # wrong: a topic is no queue
Broadcast(service, topic, worker)
Broadcast(service, queue, worker)  # wrong: a queue is no topic
PresignedUpload(app, service, files, events=queue)
PresignedUpload(app, service, store)  # wrong: a database is no object store
ReadReplicas(service, store, copy)
ReadReplicas(service, store, cache)  # wrong: a cache is no replica

# Behaviours.
StateMachine("Order", states=[State("new"), State("paid", terminal=True)], transitions=[Transition("new", "paid", by="client")])
StateMachine("Order", states=["new"], transitions=[])  # wrong: a name for a state
StateMachine("Order", [State("new")], [Transition("new", "new", "again")])
StateMachine("Order", [State("new")])  # wrong: no transitions
State(1)  # wrong: a number for a name
Transition("new")  # wrong: no target
Transition("new", State("paid"))  # wrong: a state for its name
Workflow("Book", steps=[WorkflowStep("reserve", along=ask, retry=Retry(3))], coordinator=service)
Workflow("Book", steps=["reserve"])  # wrong: a name for a step
Workflow("Book", steps=[Step(ask)])  # wrong: a step of a walkthrough
WorkflowStep("reserve", runs_on=ask)  # wrong: a connection for a component
Migration("Split", [MigrationStep("dual_write"), MigrationStep("backfill", rate_limit=RateLimit(per_second(100)))])
Migration("Split", [MigrationStep("dual_writes")])  # wrong: none of the choices

# Words do not change.
service.replicas = 3  # wrong: an attribute of a word that was made
ask.retry = None  # wrong: an attribute of a word that was made


@word
class Gateway(Service):
    """A word of one's own."""

    lanes: int | None = None
    """How many there are."""


@word
class Forwards(Connection):
    """A connection of one's own."""

    hops: int
    """How many there are."""


gateway = Gateway("Gateway", lanes=4, replicas=2)
Gateway("Gateway", lane=4)  # wrong: a misspelt attribute of one's own word
Gateway("Gateway", lanes="four")  # wrong: a text for a number
Gateway("Gateway", replicas="two")  # wrong: a text for a number
Gateway("Gateway", 4)  # wrong: by position what is given by name
Forwards(gateway, service, hops=2, timeout=seconds(1))
Forwards(gateway, service)  # wrong: nothing for what is needed
Calls(gateway, service)
Consumes(gateway, gateway)  # wrong: one's own service has nothing to consume
gateway.lanes = 5  # wrong: an attribute of a word that was made
parts: list[Component | Connection] = [gateway, Forwards(gateway, service, hops=1)]
Design("Shop", parts)
