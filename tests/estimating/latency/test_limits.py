"""Which requirement a walkthrough is held against."""

from archgen import (
    Calls,
    Client,
    Consumes,
    Downloads,
    ObjectStore,
    Publishes,
    Queue,
    Requirements,
    Service,
    Worker,
    milliseconds,
    seconds,
)
from tests.estimating.walked import estimated, quantity

JOBS, API = Queue("Jobs"), Service("API", task_duration=milliseconds(20))
WORK = [
    Calls(Client("App"), API),
    Publishes(API, JOBS),
    Consumes(Worker("Worker", task_duration=seconds(3), replicas=9), JOBS),
]


def test_work_that_nobody_waits_for_is_held_against_its_own_time_until_it_is_done() -> None:
    used = quantity(estimated(*WORK, own=Requirements(completion_time=seconds(30))), "budget_used")
    assert used.derivation.formula.endswith(" / 30 s, the completion_time of the walkthrough")
    assert 0.1 < used.value < 0.11


def test_the_time_for_work_of_the_design_says_nothing_of_one_walkthrough() -> None:
    whole = Requirements(completion_time=seconds(30))
    assert estimated(*WORK, needs=whole).of("walkthrough:walk", "budget_used") is None


def test_a_budget_is_for_the_last_who_see_something_of_it_and_not_for_what_follows() -> None:
    later = Publishes(API, JOBS)
    whole = Requirements(latency_budget=milliseconds(500), round_trip=milliseconds(40))
    asked = quantity(estimated(WORK[0], later, *WORK[2:], needs=whole), "budget_used")
    assert asked.derivation.formula == "60 ms / 500 ms, the latency_budget of the design"
    told = quantity(estimated(*WORK[1:], Calls(WORK[2].source, Client("Phone")), also=[WORK[0]], needs=whole), "budget_used")
    assert told.derivation.inputs[0].name == "until its end p99"


def test_what_somebody_fetches_is_seen_though_more_is_done_then() -> None:
    phone, files = Client("Phone"), ObjectStore("Files")
    steps = [Calls(phone, API), Downloads(phone, files), Publishes(API, JOBS)]
    used = quantity(estimated(*steps, needs=Requirements(latency_budget=seconds(1), round_trip=milliseconds(40))), "budget_used")
    assert (used.derivation.inputs[0].name, used.derivation.formula) == (
        "until it is seen p99", "100 ms / 1 s, the latency_budget of the design",
    )  # fmt: skip


def test_a_budget_is_not_held_against_what_nobody_outside_hears_of() -> None:
    steps = [*WORK[1:]]
    assert estimated(*steps, needs=Requirements(latency_budget=seconds(1))).of("walkthrough:walk", "budget_used") is None
