"""Plans of one station, and of a caller before one."""

from archgen.model.simulation import Outcome, Scenario
from archgen.simulating.plan import Course, Plan, Source, Station, Step, Times
from archgen.simulating.run import run_once

SERVICE = 0.001


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
