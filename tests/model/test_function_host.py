"""What a provider of functions does is known by its name, and of others nothing is known."""

from datetime import timedelta

import pytest

from archgen import Consumes, Function, Queue, Worker, hours, minutes
from archgen.model.function_host import FunctionHost, is_function, started_by_sqs
from archgen.model.taken_work import TakenWork


@pytest.mark.parametrize(
    ("provider", "ends_after", "has_graphics", "may_be_aws"),
    [
        ("AWS Lambda", minutes(15), False, True),
        ("Azure Functions", minutes(10), False, False),
        ("Azure Durable Functions", None, False, False),
        ("Google Cloud", hours(1), True, False),
        ("AWS Fargate container", None, True, True),
        ("Ours", None, True, False),
        (None, None, None, True),
    ],
)
def test_hosts_are_known_by_their_names(
    provider: str | None, ends_after: timedelta | None, has_graphics: bool | None, may_be_aws: bool
) -> None:
    host = FunctionHost(Function("Resizer", provider=provider))
    assert (host.ends_after, host.has_graphics, host.may_be_aws) == (ends_after, has_graphics, may_be_aws)


def test_a_worker_is_a_function_where_it_says_so() -> None:
    assert is_function(Function("A"))
    assert is_function(Worker("A", runtime="function"))
    assert not is_function(Worker("A", runtime="container"))


@pytest.mark.parametrize(
    ("engine", "worker", "started"),
    [
        ("Amazon SQS", Function("A"), True),
        ("Amazon SQS", Function("A", provider="Azure"), False),
        ("Amazon SQS", Worker("A"), False),
        ("RabbitMQ", Function("A"), False),
    ],
)
def test_the_queue_of_aws_starts_its_functions(engine: str, worker: Worker, started: bool) -> None:
    queue = Queue("Jobs", engine=engine)
    assert started_by_sqs(TakenWork(queue, Consumes(worker, queue), worker)) is started
