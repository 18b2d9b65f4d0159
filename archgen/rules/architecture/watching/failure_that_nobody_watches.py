"""Something behind the scenes can fail, and nothing that the design says would tell anybody.

## Why it matters
What people wait for is watched by people: they complain within minutes. What runs behind a queue, on a schedule or between two
copies of a database can stand still for days. A dead letter queue fills with orders that were paid and never sent; a worker
that stopped on Friday is found on Monday; a copy that fell 6 h behind is found on the day on which it is needed; a nightly job
that did not run is found at the end of the month.

## What to do
- Dead letters: an alarm for the first one, not for the thousandth. A `ticket` will do where nobody waits.
- Queues and logs: watch the age of the oldest message (`queue_age`) or `consumer_lag`, which say what depth does not: whether
  anybody waits too long.
- Copies: watch `replication_lag`, against what may be lost.
- Schedules: have each run report, and an alarm for the report that did not come. A job that never starts makes no error.

## When it does not apply
- The queue has an `alarm`, or something takes from it or is told by it.
- Monitoring watches that kind of thing, or does not say what it watches.
- Reads go to no copy that is further behind than its `lag_limit`.
- No monitoring stands in the design: then only dead letters are asked about. One that is there and watches other things only is
  a warning, since what it leaves out will be taken to be watched.

Of more than five that watch, five are told.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from archgen import (
    Calls,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    Log,
    Monitoring,
    Notifies,
    Publishes,
    Queue,
    Reads,
    Replicates,
    Replication,
    Scheduler,
    Service,
    Topic,
    Worker,
    Writes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Fact,
    Problem,
    Rule,
    Server,
    Severity,
    Store,
    agreeing,
    dead_letters,
    does,
    listed,
    stated,
    takers,
)

BACKLOG = ("queue_depth", "queue_age", "consumer_lag")
# So many that watch are told.
SHOWN = 5


@dataclass(frozen=True)
class Watch:
    """What the monitoring of a design watches; `unclear` where one does not say."""

    by: tuple[Monitoring, ...]
    kinds: Collection[str]
    unclear: bool

    def leaves_out(self, *kinds: str) -> bool:
        """Whether there is monitoring, which says what it watches, and watches none of these."""
        return bool(self.by) and not self.unclear and not set(kinds) & set(self.kinds)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    watch = _watch(architecture)
    for monitoring in watch.by:
        if monitoring.alarms == "none":
            facts = [stated(monitoring, "watches"), stated(monitoring, "alarms")]
            it = agreeing(monitoring.name, "it")
            message = f"{does(monitoring.name, 'watches')} and {agreeing(monitoring.name, 'tells')} nobody"
            yield Problem(monitoring, message, facts, f"let {it} leave a ticket or page somebody")
    dead, watched = dead_letters(architecture), _watched(architecture)
    for component in architecture.components():
        if component not in watched and not _has_alarm(component):
            yield from _unwatched(architecture, watch, component, is_dead=component in dead)


def _watch(architecture: Architecture) -> Watch:
    by = tuple(architecture.components(Monitoring))
    kinds = {kind for one in by for kind in one.watches or ()}
    return Watch(by, kinds, any(one.watches is None for one in by))


def _watched(architecture: Architecture) -> Collection[Component]:
    """What a connection leads from to monitoring, or to from there."""
    found = set[Component]()
    for one in architecture.connections():
        if isinstance(one.target, Monitoring):
            found.update(architecture.members(one.origin))
        if isinstance(one.source, Monitoring):
            found.update(architecture.members(one.destination))
    return found


def _has_alarm(component: Component) -> bool:
    return isinstance(component, Broker) and component.alarm in ("page", "ticket")


def _unwatched(architecture: Architecture, watch: Watch, component: Component, *, is_dead: bool) -> Iterator[Problem]:
    match component:
        case Queue() if is_dead:
            yield from _dead_letters(architecture, watch, component)
        case Queue() | Log() if _has_workers(architecture, component) and watch.leaves_out(*BACKLOG):
            message = f"nobody notices when what waits in {component.name} is no longer taken out"
            yield _left_out(watch, component, message, "queue_age, or consumer_lag")
        case Store() if _lags(architecture, component) and watch.leaves_out("replication_lag"):
            yield _left_out(
                watch, component, f"nobody notices when the copies of {component.name} fall behind", "replication_lag"
            )
        case Scheduler() if watch.leaves_out("errors"):
            yield _left_out(watch, component, f"nobody notices when what {does(component.name, 'starts')} does not run", "errors")


def _dead_letters(architecture: Architecture, watch: Watch, queue: Queue) -> Iterator[Problem]:
    if any(architecture.out_of(queue)) or "dead_letters" in watch.kinds or (watch.by and watch.unclear):
        return
    message = f"nobody notices when something arrives in {queue.name}, where it waits for people"
    if watch.by:
        yield _left_out(watch, queue, message, "dead_letters")
    elif queue.alarm == "none":
        yield Problem(queue, message, [stated(queue, "alarm")], f"state an alarm of {queue.name}: a ticket, or page")
    else:
        message = f"it is not said who notices when something arrives in {queue.name}"
        yield Problem(queue, message, [stated(queue, "alarm")], f"state the alarm of {queue.name}", asks=True)


def _has_workers(architecture: Architecture, broker: Queue | Log) -> bool:
    return any(isinstance(one, Server) for one in takers(architecture, broker))


def _lags(architecture: Architecture, store: Store) -> bool:
    """Whether copies follow asynchronously, and nothing keeps those away that are far behind."""
    ways = [*([store.replication] if store.replication else [])]
    ways += [one.replication for one in architecture.out_of(store, Replicates) if one.replication]
    return any(way.mode == "async" and not way.lag_limit for way in ways)


def _left_out(watch: Watch, component: Component, message: str, kind: str) -> Problem:
    told, others = watch.by[:SHOWN], len(watch.by) - SHOWN
    names = listed([*(one.name for one in told), *([f"{others} others"] if others > 0 else [])])
    return Problem(
        component,
        message,
        [*(stated(one, "watches") for one in told), Fact(f"{does(component.name, 'leads')} to no monitoring", component)],
        f"let {names} watch {kind}",
        also=told,
    )


Kind = Literal["queue_depth", "queue_age", "replication_lag", "dead_letters", "errors", "latency"]


def watching(*kinds: Kind, alarms: Literal["page", "none"] = "page") -> Monitoring:
    return Monitoring("Monitoring", watches=list(kinds), alarms=alarms)


def jobs(*others: Component | Connection, alarm: Literal["page", "ticket", "none"] | None = None) -> Design:
    failed = Queue("Failed jobs", alarm=alarm)
    queue = Queue("Jobs", dead_letter=failed, max_receives=5)
    return Design("Jobs", [Publishes(Service("API"), queue), Consumes(Worker("Worker"), queue), *others])


def told(monitoring: Monitoring) -> Design:
    failed = Queue("Failed jobs")
    queue = Queue("Jobs", dead_letter=failed, max_receives=5)
    tell = [Notifies(failed, monitoring, channel="event"), Consumes(Worker("Repairs"), failed)]
    return Design("Jobs", [Publishes(Service("API"), queue), *tell])


def copied(monitoring: Monitoring, replication: Replication) -> Design:
    store = Database("Orders", replicas=2, replication=replication)
    return Design("Orders", [Writes(Service("Shop"), store), Reads(Service("Reports"), store), monitoring])


def nightly(monitoring: Monitoring) -> Design:
    return Design("Reports", [Calls(Scheduler("Nightly"), Service("Reports"), mode="async"), monitoring])


def news(monitoring: Monitoring) -> Design:
    topic = Topic("News")
    return Design("News", [Publishes(Service("Desk"), topic), Consumes(Service("Gateway"), topic), monitoring])


ASYNC = Replication(mode="async")

rule = Rule(
    "AR070",
    Severity.WARNING,
    check,
    flagged=[
        lambda: jobs(alarm="none"),
        lambda: jobs(watching("errors", "dead_letters")),
        lambda: jobs(watching("errors", "queue_age")),
        lambda: copied(watching("errors"), ASYNC),
        lambda: nightly(watching("latency")),
        lambda: jobs(watching("queue_age", "dead_letters", alarms="none")),
        jobs,
    ],
    accepted=[
        lambda: jobs(alarm="ticket"),
        lambda: jobs(watching("queue_age", "dead_letters")),
        lambda: jobs(Monitoring("Monitoring")),
        lambda: told(watching("queue_depth")),
        lambda: copied(watching("replication_lag"), ASYNC),
        lambda: copied(watching("errors"), Replication(mode="async", lag_limit=seconds(5))),
        lambda: copied(watching("errors"), Replication(mode="sync")),
        lambda: nightly(watching("errors")),
        lambda: news(watching("errors")),
    ],
    see=["queue-without-dead-letter", "recovery-point-beyond-its-copies"],
)
