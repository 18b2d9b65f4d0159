"""Policies that a design states, as what is simulated of them; of the rest, why it is passed over."""

from dataclasses import dataclass

from archgen.simulating.measures import Breaker, Limit, Metric, Scaling
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.policies.circuit_breaker import CircuitBreaker
from archgen.vocabulary.policies.rate_limit import RateLimit

METRICS: dict[str, Metric] = {
    "cpu": "busy", "requests": "requests", "connections": "inside", "queue_depth": "waiting", "queue_age": "age",
}  # fmt: skip


@dataclass(frozen=True)
class Unclear:
    """Why something cannot be simulated."""

    why: str


def limit_of(policy: RateLimit) -> Limit | Unclear:
    """A limit for all together. What is not stated of it: at once comes what a second brings, in a bucket."""
    if policy.rate is None or not float(policy.rate):
        return Unclear("it does not state rate")
    if policy.per not in (None, "global"):
        return Unclear(f"it counts for each {policy.per}, and requests belong to nobody here")
    rate = float(policy.rate)
    window = policy.window.total_seconds() if policy.window is not None else 1.0
    if policy.algorithm in ("fixed_window", "sliding_window"):
        return Limit(rate, float(policy.burst or 0), "fixed" if policy.algorithm == "fixed_window" else "sliding", window)
    burst = float(policy.burst) if policy.burst is not None else max(1.0, rate * window)
    return Limit(rate, burst, waits=policy.algorithm == "leaky_bucket")


def assumed_of_limit(policy: RateLimit, of: str) -> tuple[str, ...]:
    """What had to be taken for granted of a limit that is simulated."""
    windowed = policy.algorithm in ("fixed_window", "sliding_window")
    texts = []
    if windowed and policy.window is None:
        texts.append(f"rate_limit of {of} counts over a second, as window is not stated")
    if not windowed and policy.burst is None:
        texts.append(f"rate_limit of {of} lets in at once what a second brings, as burst is not stated")
    if policy.adaptive:
        texts.append(f"rate_limit of {of} stays as it is, though it is adaptive")
    if policy.counted == "locally":
        texts.append(f"rate_limit of {of} counts for all replicas together, though each counts for itself")
    return tuple(texts)


def breaker_of(policy: CircuitBreaker) -> Breaker | Unclear:
    """One that states all that it goes by."""
    lacking = [name for name in ("failure_share", "window", "open_for") if getattr(policy, name) is None]
    if policy.failure_share is None or policy.window is None or policy.open_for is None:
        return Unclear(f"it does not state {', '.join(lacking)}")
    return Breaker(policy.failure_share, policy.window.total_seconds(), policy.open_for.total_seconds())


def scaling_of(server: Server, each: float) -> Scaling | Unclear | None:
    """How its replicas come and go, each of which does so many pieces of work a second; None where they stay."""
    policy = server.autoscaling
    if not policy:
        return None
    if policy.metric is None or policy.metric not in METRICS:
        return Unclear(f"it goes by {policy.metric}" if policy.metric else "it does not state metric")
    if policy.max_replicas is None:
        return Unclear("it does not state max_replicas")
    metric, target = METRICS[policy.metric], float(policy.target or 0)
    if not target:
        metric, target, _ = _usual(metric, each)
    elif policy.metric == "cpu" and target > 1:
        target /= 100
    delay = policy.reaction_time.total_seconds() if policy.reaction_time is not None else 0.0
    least = max(1, policy.min_replicas or 1)
    return Scaling(least, max(least, policy.max_replicas), metric, target, delay)


def assumed_of_scaling(server: Server, each: float) -> tuple[str, ...]:
    """What had to be taken for granted of scaling that is simulated."""
    policy, texts = server.autoscaling, []
    if policy and policy.metric in METRICS and not policy.target:
        texts.append(
            f"{server.name} has so many replicas that {_usual(METRICS[policy.metric], each)[2]}, as target is not stated"
        )
    if policy and policy.reaction_time is None:
        texts.append(f"new replicas of {server.name} serve at once, as reaction_time is not stated")
    return tuple(texts)


def _usual(metric: Metric, each: float) -> tuple[Metric, float, str]:
    """What is kept where no target is stated: most servers of a replica at work, or a minute of work for each in a queue."""
    if metric == "waiting":
        return metric, max(1.0, 60 * each), "a minute of work waits for each"
    if metric == "age":
        return metric, 60.0, "nothing waits for more than a minute"
    return "busy", 0.7, "70 % of their servers are taken"
