from archgen import Consumes, Design, Publishes, Queue, Service, Worker, per_second, seconds
from tests.rules.checked import finding


def jobs(worker: Worker) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Failed"))
    return Design("Jobs", [Publishes(Service("API"), queue, rate=per_second(10)), Consumes(worker, queue)])


def test_arrival_and_drain_are_told_with_their_formulas() -> None:
    found = finding(jobs(Worker("Worker", replicas=5, concurrency=1, task_duration=seconds(2))), "LT049")
    assert found.message == "10 a second arrive at Jobs, but Worker can only do 2.5"
    assert found.because == (
        "Jobs: requests = 10/s (10/s API publishes Jobs)",
        "Jobs: capacity = 2.5/s (Worker: 5 replicas × 1 at once / 2 s)",
    )


def test_what_is_assumed_of_the_drain_is_asked() -> None:
    found = finding(jobs(Worker("Worker", replicas=5, task_duration=seconds(2))), "LT049")
    assert (found.severity.value, found.fix) == (
        "info",
        "state replicas and concurrency of Worker",
    )
