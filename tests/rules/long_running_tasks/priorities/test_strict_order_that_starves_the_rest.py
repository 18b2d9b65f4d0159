from archgen import Autoscaling, Consumes, Design, Publishes, Queue, Rate, Requirements, Service, Worker, per_second, seconds
from tests.rules.checked import checked, finding


def levels(high: Rate, low: Rate, *, peak: float | None = None, most: int | None = None) -> Design:
    api, dead = Service("API"), Queue("Dead jobs")
    lines = [Queue(name, urgencies=[name.lower()], dead_letter=dead, max_receives=5, max_depth=9_000) for name in ("High", "Low")]
    growing = Autoscaling("queue_depth", min_replicas=10, max_replicas=most) if most else None
    worker = Worker(
        "Worker",
        replicas=10,
        concurrency=1,
        task_duration=seconds(1),
        max_runtime=seconds(9),
        scheduling="strict",
        autoscaling=growing,
    )
    sent = [Publishes(api, one, rate=rate) for one, rate in zip(lines, (high, low), strict=True)]
    takes = [Consumes(worker, one) for one in lines]
    return Design("Jobs", [*sent, *takes], requirements=Requirements(peak_factor=peak))


def starves(design: Design) -> bool:
    return any(one.code == "LT059" for one in checked(design))


def test_what_the_upper_level_takes_is_counted() -> None:
    found = finding(levels(per_second(9), per_second(0.5)), "LT059")
    assert found.message == (
        "Worker always takes the most important first, and Low must wait for as long as there is any: "
        "what is more important can take 90 % of the workers' time"
    )
    assert "High: requests = 9/s (9/s API publishes High)" in found.because


def test_the_peak_counts_where_it_is_known() -> None:
    assert not starves(levels(per_second(3), per_second(1)))
    assert starves(levels(per_second(3), per_second(1), peak=3))


def test_workers_that_come_with_the_load_count_at_the_peak() -> None:
    assert not starves(levels(per_second(3), per_second(1), peak=3, most=40))


def test_how_much_there_is_of_the_lowest_does_not_matter() -> None:
    assert not starves(levels(per_second(2), per_second(40)))
