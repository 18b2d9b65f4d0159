"""How much of the time walkthroughs come to their end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import (
    Autoscaling,
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    ExternalSystem,
    Group,
    LoadBalancer,
    LockService,
    Publishes,
    Queue,
    Reads,
    Replication,
    Requirements,
    Service,
    Worker,
    per_second,
)
from tests.estimating.walked import estimated, quantity, shown

APP, API = Client("App", availability=0.5), Service("API")
ASK = Calls(APP, API)
THREE_NINES = Requirements(availability=0.999)


def parts(*shares: float | None) -> list[Connection]:
    """Calls of parts that are there so much of the time."""
    return [Calls(API, Service(f"Part {index}", availability=share)) for index, share in enumerate(shares, 1)]


def there(component: Component, rate: float | None = None) -> str | None:
    """How much of the time a walkthrough that needs one component comes to its end."""
    return shown(estimated(Calls(APP, component, rate=per_second(rate) if rate else None)), "availability")


def test_three_times_three_nines_are_two_hours_a_month() -> None:
    derived = estimated(Calls(APP, Service("A", availability=0.999)), *parts(), needs=THREE_NINES)
    assert (shown(derived, "availability"), shown(derived, "downtime")) == ("99.9 %", "43.2 min")
    derived = estimated(ASK, *parts(0.999, 0.999, 0.999), needs=THREE_NINES)
    assert quantity(derived, "availability").value == pytest.approx(0.997003)
    assert (shown(derived, "availability"), shown(derived, "downtime")) == ("at most 99.7 %", "at least 2.16 h")
    assert quantity(derived, "downtime_used").derivation.formula == (
        "2.16 h / 43.2 min, which the 99.9 % of the design allow in a month"
    )


def test_what_states_nothing_is_taken_to_be_there_and_that_is_said() -> None:
    derived = estimated(ASK, *parts(0.999, None))
    assert "what states no availability is always there: API, Part 2" in quantity(derived, "availability").assumptions


def test_a_walkthrough_of_which_nothing_is_stated_has_no_number() -> None:
    assert shown(estimated(ASK, *parts(None)), "availability") is None


def test_the_parts_that_cost_most_come_first() -> None:
    away = quantity(estimated(ASK, *parts(0.9995, 0.99, 0.9999)), "downtime")
    assert [(one.name, str(one)) for one in away.derivation.inputs] == [
        ("Part 2", "7.2 h"),
        ("Part 1", "21.4 min"),
        ("Part 3", "4.27 min"),
    ]
    assert away.derivation.formula == "(1 - 98.94 %) × 30 days; most of it is Part 2, 7.2 h"


@pytest.mark.parametrize(
    ("component", "expected"),
    [
        (Service("X", replicas=2, replica_availability=0.99), "99.99 %"),
        (Service("X", replicas=1, replica_availability=0.99), "99 %"),
        (Service("X", replicas=1, standby=True, replica_availability=0.99), "99.99 %"),
        (Service("X", autoscaling=Autoscaling(min_replicas=2), replica_availability=0.99), "99.99 %"),
        (Service("X", replicas=2, availability=0.999, replica_availability=0.99), "99.9 %"),
        (LoadBalancer("X", replicas=2, replica_availability=0.99), "99.99 %"),
        (Database("X", replicas=3, replica_availability=0.99), "99.9999 %"),
        (Database("X", replicas=3, replica_availability=0.99, replication=False), "99 %"),
        (Database("X", replicas=3, replica_availability=0.99, replication=Replication("quorum")), "99.9702 %"),
        (Database("X", replicas=3, replica_availability=0.99, replication=Replication("sync", required_acks=2)), "99.9702 %"),
        (Database("X", replicas=3, replica_availability=0.99, replication=Replication("async", failover="manual")), "99 %"),
        (LockService("X", nodes=3, replica_availability=0.99), "99.9702 %"),
        (Service("X", replicas=10**9, replica_availability=0.5), "100 %"),
    ],
)
def test_replicas_stand_in_for_one_another_where_they_can(component: Component, expected: str) -> None:
    assert there(component) == expected


def test_as_many_replicas_are_needed_as_carry_the_load() -> None:
    api = Service("X", replicas=3, capacity=per_second(100), replica_availability=0.99)
    assert (there(api, 90), there(api, 150), there(api, 500)) == ("99.9999 %", "99.9702 %", "0 %")


def test_members_of_a_group_stand_in_for_one_another() -> None:
    copies = Group("Copies")
    stores = [Database(f"Copy {index}", availability=0.99, group=copies) for index in (1, 2)]
    front = Service("Front", availability=0.999)
    derived = estimated(Calls(APP, front), Reads(front, copies), also=[Reads(front, store) for store in stores])
    assert quantity(derived, "availability").value == pytest.approx(0.999 * 0.9999)


def test_what_its_caller_does_without_costs_nothing_and_is_told() -> None:
    hints = Calls(API, Service("Hints", availability=0.9), on_failure="fallback")
    whole = quantity(estimated(ASK, hints, *parts(0.999)), "availability")
    assert whole.value == pytest.approx(0.999)
    assert "Hints may be away: API falls back" in whole.assumptions


def test_a_cache_of_copies_may_be_away() -> None:
    look = Reads(API, Cache("Hot", availability=0.9))
    assert shown(estimated(ASK, look, *parts(0.999)), "availability") == "at most 99.9 %"


def test_what_goes_on_behind_a_broker_is_not_needed() -> None:
    jobs, worker = Queue("Jobs", availability=0.9999), Worker("Worker", availability=0.9)
    api = Service("Front", availability=1)
    derived = estimated(Calls(APP, api), Publishes(api, jobs), Consumes(worker, jobs))
    assert shown(derived, "availability") == "99.99 %"


def test_a_caller_from_outside_is_nobodys_to_keep_up() -> None:
    shop = ExternalSystem("Shop", availability=0.9)
    assert shown(estimated(Calls(shop, Service("API", availability=0.999))), "availability") == "99.9 %"


def test_the_target_of_the_walkthrough_goes_before_that_of_the_design() -> None:
    own = Requirements(availability=0.99)
    used = quantity(estimated(ASK, *parts(0.995), needs=THREE_NINES, own=own), "downtime_used")
    assert used.derivation.formula == "3.6 h / 7.2 h, which the 99 % of the walkthrough allow in a month"


@given(st.integers(1, 30), st.integers(0, 20), st.floats(0, 1), st.integers(0, 2_000))
def test_more_replicas_never_lower_availability(replicas: int, more: int, share: float, load: int) -> None:
    def with_replicas(count: int) -> float:
        api = Service("X", replicas=count, capacity=per_second(100), replica_availability=share)
        call = Calls(APP, api, rate=per_second(load))
        return quantity(estimated(call), "availability").value

    assert with_replicas(replicas) <= with_replicas(replicas + more) + 1e-12


@given(st.lists(st.floats(0, 1), min_size=1, max_size=5), st.floats(0, 1))
def test_another_part_never_raises_availability(shares: list[float], more: float) -> None:
    whole = quantity(estimated(ASK, *parts(*shares)), "availability").value
    assert quantity(estimated(ASK, *parts(*shares, more)), "availability").value <= whole


@given(st.lists(st.floats(0.5, 1), min_size=2, max_size=5))
def test_no_part_costs_more_than_the_whole_is_away(shares: list[float]) -> None:
    away = quantity(estimated(ASK, *parts(*shares)), "downtime")
    gains = [one.value for one in away.derivation.inputs]
    assert gains == sorted(gains, reverse=True)
    assert all(gain <= away.value + 1e-3 for gain in gains)
