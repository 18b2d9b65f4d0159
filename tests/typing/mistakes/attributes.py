"""Attributes that a word does not have, and values that an attribute does not take."""

import archgen
from archgen import (
    AccessPath,
    Cache,
    Calls,
    Client,
    Column,
    Design,
    Group,
    Invalidation,
    Queue,
    Requirements,
    Retry,
    Service,
    Table,
    milliseconds,
)

edge = Group("Edge", boundary="network")
app = Client("App", devices=1_000)
service = Service("Service", replicas=2)
dead = Queue("Dead")
queue = Queue("Queue", dead_letter=dead)
ask = Calls(app, service, "an order")

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
from archgen import Cahce  # wrong: a misspelt word
print(service.replicas, ask.source.name, queue.dead_letter)
print(service.replcas)  # wrong: a misspelt attribute, read
print(ask.target.replicas)  # wrong: an attribute that not every target has

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

# Words do not change.
service.replicas = 3  # wrong: an attribute of a word that was made
ask.retry = None  # wrong: an attribute of a word that was made
