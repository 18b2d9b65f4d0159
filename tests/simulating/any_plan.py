"""Plans of every shape, for laws that hold for all of them."""

from dataclasses import replace

from hypothesis import strategies as st

from archgen.simulating.measures import Breaker, Entries, Limit, Metric, Scaling
from archgen.simulating.plan import Course, Failing, Pauses, Plan, Source, Station, Step, Times

FORMS = (
    Times(0.01),
    Times(0.004, "constant"),
    Times(0.01, "lognormal", spread=1.0),
    Times(0.01, cut=0.02),
    Times(0.0, "constant"),
)
LIMITS = (None, Limit(40.0, 5.0), Limit(40.0, 5.0, waits=True), Limit(40.0, 0.0, "fixed", 0.2), Limit(40.0, 0.0, "sliding", 0.2))
METRICS: tuple[Metric, ...] = ("busy", "requests", "waiting", "age", "inside")
MOST = 4


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A chain of stations, each of which calls some of those behind it, maybe with a cache, and a queue with its consumers."""
    count = draw(st.integers(1, MOST))
    stations = [draw(_station(number)) for number in range(count)]
    ways = [draw(_course(number, [number])) for number in range(count)]
    after: list[list[Step]] = [
        [Step(ahead, draw(st.sampled_from((1.0, 0.5, 2.0)))) for ahead in range(number + 1, count) if draw(st.booleans())]
        for number in range(count)
    ]
    entries = []
    if count > 1 and draw(st.booleans()):
        entries.append(draw(_entries(count - 1)))
        after[0] = [one for one in after[0] if one.way != count - 1]
        after = [[one for one in steps if one.way != count - 1] for steps in after]
        after[0].append(Step(count - 1, 0.5, cache=count - 1, bare=1.0, entries=0))
    if draw(st.booleans()):
        _with_queue(draw, stations, ways, after)
    ways = [replace(way, after=tuple(tuple(after[target]) for target in way.targets)) for way in ways]
    failing = (Failing("s0", stations[0].replicas, 0.7),) if draw(st.booleans()) else ()
    return Plan(stations, ways, (Source(0, draw(st.floats(10, 200)), ("client",)),), entries=entries, failing=failing)


def _with_queue(draw: st.DrawFn, stations: list[Station], ways: list[Course], after: list[list[Step]]) -> None:
    """What the first sets off besides: a message, for a worker that calls the last of the others; and its dead letters."""
    last, jobs = len(stations) - 1, len(stations)
    first = len(ways)
    limit, keeps = draw(st.none() | st.integers(1, 9)), draw(st.none() | st.floats(0.01, 0.5))
    stations += [
        Station("jobs", "Jobs", limit=limit, drops_oldest=draw(st.booleans()), consumers=(first + 1,), keeps=keeps),
        replace(draw(_station(jobs + 1)), intake=None),
        Station("failed", "Failed", consumers=()),
    ]
    timeout, receives = draw(st.none() | st.floats(0.005, 0.05)), draw(st.integers(1, 3))
    consume = Course(
        "consume", "", (jobs + 1,), (), False, False, timeout, receives, Pauses(0.01), message_of=jobs, dead_letters=first + 2
    )
    ways += [Course("publish", "", (jobs,), (), draw(st.booleans())), consume, Course("bury", "", (jobs + 2,), (), False)]
    after[0].append(Step(first))
    after += [[], [Step(last)] if last else [], []]


@st.composite
def _station(draw: st.DrawFn, number: int) -> Station:
    replicas = draw(st.integers(1, 3))
    servers = draw(st.none() | st.integers(1, 3).map(lambda each: each * replicas))
    metric = draw(st.sampled_from(METRICS))
    scaling = Scaling(1, 5, metric, 0.5, 1.0) if servers and draw(st.booleans()) else None
    return Station(
        f"s{number}", "", servers, draw(st.sampled_from(FORMS)), draw(st.none() | st.integers(0, 5)) if servers else None,
        holds=draw(st.booleans()), parallel=draw(st.booleans()), replicas=replicas, scaling=scaling,
        intake=draw(st.sampled_from(LIMITS)),
    )  # fmt: skip


@st.composite
def _course(draw: st.DrawFn, number: int, targets: list[int]) -> Course:
    pauses = Pauses(draw(st.sampled_from((0.0, 0.01))), draw(st.sampled_from((1.0, 2.0))), jitter=draw(st.booleans()))
    return Course(
        f"w{number}", "", targets, (), draw(st.booleans()), draw(st.booleans()), draw(st.none() | st.floats(0.001, 0.1)),
        draw(st.integers(1, 4)), pauses, draw(st.sampled_from((float("inf"), 0.05))), trip=draw(st.sampled_from((0.0, 0.004))),
        limit=draw(st.sampled_from(LIMITS)), breaker=draw(st.none() | st.just(Breaker(0.3, 0.5, 0.1))),
    )  # fmt: skip


def _entries(place: int) -> st.SearchStrategy[Entries]:
    return st.builds(
        Entries,
        lasts=st.floats(0.01, 1),
        keys=st.none() | st.integers(1, 20),
        hot=st.floats(0, 1),
        hits=st.floats(0, 1),
        jitter=st.floats(0, 1),
        at_once=st.none() | st.integers(1, 2),
        meanwhile=st.sampled_from(("wait", "stale", "fail")),
        soft=st.none() | st.floats(0.01, 0.5),
        cache=st.none() | st.just(place),
        durable=st.booleans(),
        rate=st.none() | st.floats(1, 100),
    )
