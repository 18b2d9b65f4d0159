from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Service, Worker, minutes, per_second, seconds
from tests.rules.checked import finding


def jobs(worker: Worker) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Failed"))
    return Design("Jobs", [Publishes(Service("API"), queue, rate=per_second(10)), Consumes(worker, queue)])


def test_arrival_and_drain_are_told_with_their_formulas() -> None:
    found = finding(jobs(Worker("Worker", replicas=5, concurrency=1, task_duration=seconds(2))), "LT049")
    assert found.message == "10 a second arrive at Jobs, but Worker can only do 2.5: the rest piles up"
    assert found.because == (
        "Jobs: requests = 10/s (10/s API publishes Jobs)",
        "Jobs: capacity = 2.5/s (Worker: 5 replicas × 1 at once / 2 s)",
    )
    assert found.fix == (
        "run 21 or more replicas of Worker, or let each do more at once, shorten the job, or refuse work while much waits in Jobs"
    )


def test_what_is_assumed_of_the_drain_is_asked() -> None:
    found = finding(jobs(Worker("Worker", replicas=5, task_duration=seconds(2))), "LT049")
    assert (found.severity.value, found.asks, found.fix) == ("info", True, "state the concurrency of Worker")
    assert found.message == "10 a second arrive at Jobs, and by what is stated Worker can do 2.5"


def test_what_is_slow_is_told_in_a_unit_in_which_it_is_no_fraction() -> None:
    found = finding(jobs(Worker("Worker", replicas=1, concurrency=1, task_duration=minutes(3))), "LT049")
    assert found.message == "36,000 an hour arrive at Jobs, but Worker can only do 20: the rest piles up"


def test_what_is_just_done_leaves_no_room() -> None:
    found = finding(jobs(Worker("Worker", replicas=20, concurrency=1, task_duration=seconds(2))), "LT049")
    assert found.message == "10 a second arrive at Jobs, which is all that Worker can do: what waits after a pause waits for ever"


def test_what_is_assumed_of_the_arrival_makes_it_a_warning_that_says_so() -> None:
    api, queue = Service("API"), Queue("Jobs", dead_letter=Queue("Failed"))
    worker = Worker("Worker", replicas=5, concurrency=1, task_duration=seconds(2))
    parts = [Calls(Client("App"), api, rate=per_second(10)), Publishes(api, queue), Consumes(worker, queue)]
    found = finding(Design("Jobs", parts), "LT049")
    assert found.severity.value == "warning"
    assert found.message == "10 a second arrive at Jobs, by what is assumed, but Worker can only do 2.5: the rest piles up"
    assert "assumed: API publishes Jobs once a request, as per_request is not stated" in found.because[0]
