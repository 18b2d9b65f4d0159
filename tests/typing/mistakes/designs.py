"""Designs, walkthroughs, behaviours and patterns made of something else."""

from archgen import (
    Broadcast,
    Cache,
    CacheAside,
    Calls,
    Client,
    Database,
    Decision,
    Design,
    Migration,
    MigrationStep,
    ObjectStore,
    PresignedUpload,
    Queue,
    RateLimit,
    ReadReplicas,
    Reads,
    Retry,
    Service,
    State,
    StateMachine,
    Step,
    System,
    Topic,
    Transition,
    Waiver,
    Walkthrough,
    Worker,
    Workflow,
    WorkflowStep,
    WorkQueue,
    milliseconds,
    per_second,
)

app = Client("App", devices=1_000)
service = Service("Service", replicas=2)
worker = Worker("Worker")
cache = Cache("Cache")
store = Database("Store")
copy = Database("Copy")
files = ObjectStore("Files")
topic = Topic("Topic")
dead = Queue("Dead")
queue = Queue("Queue", dead_letter=dead)
ask = Calls(app, service, "an order")
look = Reads(service, cache)

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
