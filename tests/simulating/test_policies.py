"""Policies as what is simulated of them."""

import pytest

from archgen import Autoscaling, CircuitBreaker, RateLimit, Service, minutes, per_second, seconds
from archgen.simulating.measures import Breaker, Limit, Scaling
from archgen.simulating.policies import Unclear, assumed_of_limit, assumed_of_scaling, breaker_of, limit_of, scaling_of


@pytest.mark.parametrize(
    ("policy", "limit"),
    [
        (RateLimit(per_second(50)), Limit(50.0, 50.0)),
        (RateLimit(per_second(50), burst=5, algorithm="token_bucket"), Limit(50.0, 5.0)),
        (RateLimit(per_second(50), burst=200, algorithm="leaky_bucket"), Limit(50.0, 200.0, waits=True)),
        (RateLimit(per_second(50), algorithm="fixed_window", window=minutes(1)), Limit(50.0, 0.0, "fixed", 60.0)),
        (RateLimit(per_second(50), algorithm="sliding_window", per="global"), Limit(50.0, 0.0, "sliding", 1.0)),
        (RateLimit(per="user"), Unclear("it does not state rate")),
        (RateLimit(per_second(2), per="user"), Unclear("it counts for each user, and requests belong to nobody here")),
    ],
)
def test_a_limit_counts_as_it_says(policy: RateLimit, limit: object) -> None:
    assert limit_of(policy) == limit


def test_what_had_to_be_assumed_of_a_limit_is_said() -> None:
    assert assumed_of_limit(RateLimit(per_second(5), burst=1), "API") == ()
    assert assumed_of_limit(RateLimit(per_second(5), adaptive=True, counted="locally"), "API") == (
        "rate_limit of API lets in at once what a second brings, as burst is not stated",
        "rate_limit of API stays as it is, though it is adaptive",
        "rate_limit of API counts for all replicas together, though each counts for itself",
    )
    assert "counts over a second" in assumed_of_limit(RateLimit(per_second(5), algorithm="fixed_window"), "API")[0]


def test_a_breaker_states_all_that_it_goes_by_or_is_passed_over() -> None:
    assert breaker_of(CircuitBreaker(failure_share=0.5, window=seconds(10), open_for=seconds(3))) == Breaker(0.5, 10.0, 3.0)
    assert breaker_of(CircuitBreaker(window=seconds(10))) == Unclear("it does not state failure_share, open_for")


@pytest.mark.parametrize(
    ("policy", "scaling"),
    [
        (False, None),
        (Autoscaling("cpu", target=70, min_replicas=2, max_replicas=9), Scaling(2, 9, "busy", 0.7, 0.0)),
        (Autoscaling("cpu", target=0.7, max_replicas=9, reaction_time=minutes(2)), Scaling(1, 9, "busy", 0.7, 120.0)),
        (Autoscaling("queue_depth", target=50, max_replicas=9), Scaling(1, 9, "waiting", 50.0, 0.0)),
        (Autoscaling("queue_depth", max_replicas=9), Scaling(1, 9, "waiting", 300.0, 0.0)),
        (Autoscaling("queue_age", max_replicas=9), Scaling(1, 9, "age", 60.0, 0.0)),
        (Autoscaling("requests", max_replicas=9), Scaling(1, 9, "busy", 0.7, 0.0)),
        (Autoscaling("requests", target=50), Unclear("it does not state max_replicas")),
        (Autoscaling("schedule", target=50, max_replicas=9), Unclear("it goes by schedule")),
        (Autoscaling(max_replicas=9), Unclear("it does not state metric")),
    ],
)
def test_replicas_come_by_a_metric_that_can_be_seen_here(policy: Autoscaling | bool, scaling: object) -> None:
    assert scaling_of(Service("API", autoscaling=policy), 5.0) == scaling  # type: ignore[arg-type]


def test_what_had_to_be_assumed_of_scaling_is_said() -> None:
    stated = Service("API", autoscaling=Autoscaling("cpu", target=70, max_replicas=9, reaction_time=minutes(1)))
    bare = Service("API", autoscaling=Autoscaling("queue_depth", max_replicas=9))
    assert assumed_of_scaling(stated, 5.0) == assumed_of_scaling(Service("API"), 5.0) == ()
    assert assumed_of_scaling(bare, 5.0) == (
        "API has so many replicas that a minute of work waits for each, as target is not stated",
        "new replicas of API serve at once, as reaction_time is not stated",
    )
