from archgen import Consumes, Design, Log, Publishes, Queue, Rate, Requirements, Service, Worker, per_second, seconds
from tests.rules.checked import checked, finding


def jobs(arriving: Rate, factor: float, workers: int) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Failed", alarm="ticket"))
    worker = Worker("Worker", replicas=workers, concurrency=1, task_duration=seconds(1))
    parts = [Publishes(Service("API"), queue, rate=arriving), Consumes(worker, queue)]
    return Design("Jobs", parts, requirements=Requirements(peak_factor=factor))


def test_what_piles_up_in_an_hour_is_the_peak_less_what_is_done() -> None:
    found = finding(jobs(per_second(10), 4, 25), "AR060")
    assert "40 a second arrive at Jobs and Worker can do 25: 54,000 more lie there after every hour" in found.message


def test_workers_that_keep_up_with_the_peak_and_those_that_never_do_are_no_business_of_it() -> None:
    assert "AR060" not in [one.code for one in checked(jobs(per_second(10), 4, 40))]
    assert "AR060" not in [one.code for one in checked(jobs(per_second(10), 4, 10))]


def test_a_log_is_asked_for_how_long_it_keeps_what_comes() -> None:
    log = Log("Clicks")
    found = finding(Design("Clicks", [Publishes(Service("Site"), log, rate=per_second(5)), Consumes(Worker("W"), log)]), "AR060")
    assert (found.asks, found.message) == (
        True,
        "Clicks get 432,000 messages a day, and it is not said for how long they keep them",
    )
