"""Which requirement a walkthrough is held against."""

from archgen import Calls, Client, Consumes, Publishes, Queue, Requirements, Service, Worker, milliseconds, seconds
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
