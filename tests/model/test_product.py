"""What a broker can do is known by the names of its engine and library, and of others nothing is known."""

from datetime import timedelta

import pytest

from archgen import Log, Queue, Topic, hours, minutes
from archgen.model.product import Product

SAID = ("is_partitioned_log", "is_redis", "is_in_memory", "is_stream", "is_cluster")


@pytest.mark.parametrize(
    ("engine", "library", "has_library"),
    [
        ("Redis", None, None),
        ("Redis", "bullmq", True),
        ("Redis", False, False),
        ("Redis lists", None, False),
        ("Redis list", None, False),
        ("BullMQ on Redis", None, True),
        ("Redis/RQ", None, True),
    ],
)
def test_a_library_is_stated_or_named_or_said_to_be_missing(engine: str, library: str | None, has_library: bool | None) -> None:
    product = Product(Queue("Jobs", engine=engine, library=library))
    assert product.is_redis
    assert product.is_in_memory
    assert product.has_library is has_library


@pytest.mark.parametrize(
    ("engine", "partitioned", "cluster", "throws_out"),
    [
        ("Apache Kafka", True, True, True),
        ("Kinesis Data Streams", True, True, False),
        ("Kafka with share groups", False, True, False),
        ("Apache Pulsar", False, True, False),
        ("Redis Streams", False, False, False),
        (None, True, False, None),
        ("Home-made", False, False, False),
    ],
)
def test_logs_that_give_a_part_to_one_reader_are_known(
    engine: str | None, partitioned: bool, cluster: bool, throws_out: bool | None
) -> None:
    product = Product(Log("Events", engine=engine))
    assert (product.is_partitioned_log, product.is_cluster) == (partitioned, cluster)
    assert product.throws_out_the_silent is throws_out


def test_a_queue_on_a_log_is_one_and_a_queue_of_which_no_engine_is_stated_is_nothing() -> None:
    assert Product(Queue("Jobs", engine="kafka")).is_partitioned_log
    silent = Product(Queue("Jobs"))
    assert [name for name in SAID if getattr(silent, name)] == []
    assert silent.has_library is None
    assert Product(Topic("News", engine="Valkey streams")).is_stream


@pytest.mark.parametrize(
    ("engine", "library", "has_priorities"),
    [
        ("RabbitMQ", None, True),
        ("Redis", "bullmq", True),
        ("BullMQ on Redis", None, True),
        ("Amazon SQS FIFO", None, False),
        ("SQS", "celery", False),
        ("Kafka with share groups", None, False),
        ("Redis", False, False),
        ("Redis Streams", None, False),
        ("RabbitMQ stream", None, False),
        ("Redis", None, None),
        ("Redis", "sidekiq", None),
        ("PostgreSQL", None, None),
        (None, None, None),
    ],
)
def test_what_hands_out_by_importance_is_known(engine: str | None, library: str | None, has_priorities: bool | None) -> None:
    assert Product(Queue("Jobs", engine=engine, library=library)).has_priorities is has_priorities


@pytest.mark.parametrize(
    ("engine", "waits_for", "fixed", "done", "old"),
    [
        ("Rabbit MQ", minutes(30), False, True, False),
        ("Amazon SQS", hours(12), True, True, False),
        ("Valkey", None, False, True, False),
        ("Redis Streams", None, False, False, False),
        ("Apache Kafka", None, False, False, True),
        ("Google Pub/Sub", None, False, False, False),
        ("Ours", None, False, None, False),
    ],
)
def test_what_a_product_waits_for_and_forgets(
    engine: str, waits_for: timedelta | None, fixed: bool, done: bool | None, old: bool
) -> None:
    product = Product(Queue("Jobs", engine=engine))
    assert (product.waits_for, product.is_patience_fixed) == (waits_for, fixed)
    assert (product.forgets_what_is_done, product.forgets_what_is_old) == (done, old)
