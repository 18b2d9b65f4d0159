"""What a simulation passes over, said aloud."""

from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Retry, Service, Worker, per_second
from archgen.model.link import link
from archgen.simulating.unsimulated import unsimulated


def test_what_is_stated_and_passed_over_is_said_once_with_all_its_parts() -> None:
    app, api = Client("App", devices=9, send_rate=per_second(1)), Service("API", max_connections=5, deploys_per_day=2)
    jobs = Queue("Jobs", max_receives=3, priorities=3, overflow="block", scheduling="strict")
    worker = Worker("Worker", prefetch=10, deploys_per_day=1)
    ways = [
        Calls(app, api, retry=Retry(3, retry_on=["503"])),
        Publishes(api, jobs),
        Consumes(worker, jobs, batch_size=10),
    ]
    assert list(unsimulated(link(Design("Test", ways)), ways)) == [
        "deploys_per_day of API, Worker",
        "max_connections of API",
        "scheduling of Jobs",
        "prefetch of Worker",
        "batch_size of Worker consumes Jobs",
        "overflow of Jobs: what finds no room is refused",
        "priorities of Jobs: messages leave it in the order of their coming",
        "retry_on and never_on of App calls API: it tries again after every failure",
    ]


def test_nothing_is_said_of_what_states_nothing() -> None:
    ways = [Calls(Client("App"), Service("API", quota=False))]
    assert list(unsimulated(link(Design("Test", ways)), ways)) == []
