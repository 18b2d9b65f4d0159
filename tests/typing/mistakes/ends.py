"""Connections that lead where nothing of the kind can be had."""

from archgen import (
    Acquires,
    Cache,
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Downloads,
    Entity,
    Group,
    LockService,
    Log,
    Notifies,
    ObjectStore,
    Publishes,
    Queue,
    Replicates,
    Service,
    Table,
    Topic,
    Worker,
    Writes,
    gigabytes,
    kilobytes,
)

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
