"""How many messages brokers hand out, and connections that a database has open, against what they can."""

from archgen.dsl.readable import number, readable
from archgen.estimating.known import Found, Known
from archgen.estimating.rates import added, plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.connections.consumes import Consumes


def deliveries(architecture: Architecture, known: Known) -> Found:
    """Of brokers that say how many messages a second they hand out, and databases that say how many connections they take."""
    found: Found = {}
    for broker in architecture.components(Broker):
        parts = [one for takes in architecture.out_of(broker, Consumes) if (one := known.of(takes, "rate"))]
        if broker.max_deliver_rate and parts:
            out = derived("hands out", sum(one.value for one in parts), "per second", added(map(plain, parts)), parts)
            formula = f"{plain(out)} handed out / {readable(broker.max_deliver_rate)}"
            used = derived("deliveries taken", out.value / broker.max_deliver_rate, "share", formula, [out])
            found |= {(broker, "deliveries"): out, (broker, "deliveries_used"): used}
        kept = known.of(broker, "storage")
        if broker.memory and kept:
            nodes = broker.replicas or 1
            formula = f"{plain(kept)} / ({nodes:,} × {readable(broker.memory)})"
            found[broker, "memory_used"] = derived("memory taken", kept.value / nodes / broker.memory, "share", formula, [kept])
    for database in architecture.components(Database):
        if database.peak_connections and database.max_connections:
            formula = f"{number(database.peak_connections)} in the busiest hour / {number(database.max_connections)}"
            share = database.peak_connections / database.max_connections
            found[database, "connections_used"] = derived("connections taken", share, "share", formula)
    return found
