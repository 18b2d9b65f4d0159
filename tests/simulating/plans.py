"""Plans of one station, and of a caller before one."""

from archgen.model.simulation import Outcome, Scenario
from archgen.simulating.measures import Entries
from archgen.simulating.plan import Course, Plan, Source, Station, Step, Times
from archgen.simulating.run import run_once

SERVICE = 0.001
# How many readers come in a second.
READS = 500.0


def queue(load: float, servers: int = 1, form: str = "exponential", limit: int | None = None) -> Plan:
    """Servers that are taken so much, each piece taking a millisecond."""
    times = Times(SERVICE, "constant") if form == "constant" else Times(SERVICE)
    station = Station("desk", "Desk", servers, times, limit)
    return Plan(
        (station,), (Course("ask", "Client calls Desk", (0,), ((),)),), (Source(0, load * servers / SERVICE, ("client",)),)
    )


def ran(plan: Plan, arrivals: int, seed: int = 1) -> Outcome:
    """A run in which about so many arrive; a twentieth more are the warm-up."""
    lasting = arrivals / sum(source.rate for source in plan.sources)
    return run_once(plan, Scenario(seed, lasting, lasting / 20))


def calling(course: Course, desk: Station, rate: float = 100.0) -> Plan:
    """A front of a hundred servers that calls the desk for each request, and waits."""
    front = Station("front", "Front", 100, Times(SERVICE, "constant"))
    entry = Course("come", "Client calls Front", (0,), ((Step(1),),))
    return Plan((front, desk), (entry, course), (Source(0, rate, ("client",)),))


def messages(limit: int | None = None, receives: float = 1, good: bool = True, rate: float = 100.0) -> Plan:
    """A queue, who takes from it, and what that calls: which answers, or has no servers."""
    stations = (
        Station("jobs", "Jobs", limit=limit, consumers=(1,)),
        Station("worker", "Worker", 2, Times(0.01)),
        Station("store", "Store", 100 if good else 0, Times(0.001), 0),
        Station("failed", "Failed", consumers=()),
    )
    ways = (
        Course("publish", "Client publishes Jobs", (0,), ((),), waits=False),
        Course(
            "consume", "Worker consumes Jobs", (1,), ((Step(2),),), False, False, attempts=receives, message_of=0, dead_letters=3
        ),
        Course("write", "Worker writes Store", (2,), ((),)),
        Course("bury", "Jobs hands dead letters to Failed", (3,), ((),), waits=False),
    )
    return Plan(stations, ways, (Source(0, rate, ("client",)),))


def reading(entries: Entries, fetch: float = 0.0) -> Plan:
    """A front that looks up one entry for each request, and reads the store for what is not there."""
    stations = (Station("front", "Front"), Station("cache", "Cache"), Station("store", "Store", None, Times(fetch, "constant")))
    steps = (Step(1), Step(2, 0.0, 1, 1.0, entries=0))
    ways = (Course("in", "In", (0,), (steps,)), Course("c", "C", (1,), ((),), needed=False), Course("s", "S", (2,), ((),)))
    return Plan(stations, ways, (Source(0, READS, ("client",)),), entries=(entries,))
