"""What a log is asked to do that it does not, and who takes from it without ever getting anything."""

from archgen import (
    Consumes,
    Design,
    Group,
    Log,
    ObjectStore,
    Publishes,
    Queue,
    Requirements,
    Service,
    Uploads,
    Worker,
    minutes,
    per_second,
    seconds,
)
from tests.rules.checked import checked, finding

API = Service("API")


def codes(design: Design, *asked: str) -> list[str]:
    return [one.code for one in checked(design) if one.code in asked]


def test_replicas_of_one_group_are_counted_together_and_those_of_others_apart() -> None:
    log, team = Log("Events", engine="Kafka", partitions=6, replicas=3), Group("Team")
    workers = [Worker(name, replicas=4, group=team) for name in ("Biller", "Mailer")]
    together = [Consumes(one, log, consumer_group="all") for one in workers]
    found = finding(Design("Events", [Publishes(API, log), *together]), "LT091")
    assert found.message == "Biller and Mailer have 8 replicas, and Events have 6 partitions: 2 get nothing"
    assert codes(Design("Events", [Publishes(API, log), Consumes(team, log), *workers]), "LT091") == []


def test_what_the_estimate_says_of_idle_replicas_stands_among_the_reasons() -> None:
    log, worker = Log("Events", engine="Kafka", partitions=6, replicas=3), Worker("Biller", replicas=7, task_duration=seconds(1))
    found = finding(Design("Events", [Publishes(API, log), Consumes(worker, log)]), "LT091")
    assert found.message.endswith("1 gets nothing")
    assert any("6 of 7 replicas, one for each partition" in fact for fact in found.because)


def test_a_log_that_shares_a_product_with_a_busy_one_costs_nothing_more() -> None:
    tasks, clicks = (Log(name, engine="Kafka", replicas=3, replay_needed=False, streaming=False) for name in ("Tasks", "Clicks"))
    few = [Publishes(API, tasks, rate=per_second(5)), Consumes(Worker("Renderer"), tasks)]
    many = [Publishes(API, clicks, rate=per_second(50_000)), Consumes(Worker("Counter"), clicks)]
    assert codes(Design("Tasks", few), "LT090") == ["LT090"]
    assert codes(Design("Both", [*few, *many]), "LT090") == []


def test_a_worker_that_puts_what_failed_on_another_topic_has_its_retry_topics() -> None:
    log, again, worker = Log("Events", engine="Kafka"), Log("Events again", engine="Kafka"), Worker("Biller")
    takes = [Publishes(API, log), Consumes(worker, log, per_message_retry=True)]
    assert codes(Design("Events", takes), "LT092") == ["LT092"]
    assert codes(Design("Events", [*takes, Publishes(worker, again), Consumes(worker, again)]), "LT092") == []


def test_a_job_that_ends_with_its_interval_is_in_time() -> None:
    log, worker = Log("Events", engine="Kafka", max_poll_interval=minutes(10)), Worker("Encoder", task_duration=minutes(10))
    assert codes(Design("Events", [Publishes(API, log), Consumes(worker, log)]), "LT092") == []


def test_a_design_that_has_to_replay_keeps_one_copy_and_not_one_for_each_queue() -> None:
    first, second = (Queue(name, engine="SQS", dead_letter=Queue(f"Dead {name}"), max_receives=5) for name in ("A", "B"))
    worker, needs = Worker("Worker"), Requirements(replay_needed=True)
    parts = [Publishes(API, first), Publishes(API, second), Consumes(worker, first), Consumes(worker, second)]
    assert finding(Design("Replays", parts, requirements=needs), "LT093").message.startswith(
        "messages of A have to be read again"
    )
    archive = Uploads(worker, ObjectStore("Archive", role="archive"))
    assert codes(Design("Replays", [*parts, archive], requirements=needs), "LT093") == []
