"""What does harm twice, or when it is lost, is told by what is stated of effects, keys, sweeps and outboxes."""

import pytest

from archgen import (
    Calls,
    Client,
    Design,
    IdempotencyKey,
    Outbox,
    Publishes,
    Queue,
    Service,
    State,
    StateMachine,
    Transition,
    Worker,
)
from archgen.model.harm import forgets, has_effect, has_lasting_effect, is_repeatable, is_swept, is_written_before, only_tells
from archgen.model.link import link
from archgen.model.spec import Spec


def test_effects_last_or_are_forgiven_or_are_none() -> None:
    workers = [Worker("A", side_effect=one) for one in ("payment", "notification", "none", None)]
    assert [has_lasting_effect(one) for one in workers] == [True, False, False, False]
    assert [has_effect(one) for one in workers] == [True, True, False, False]


def test_those_that_only_tell_are_known_by_task_or_effect() -> None:
    assert only_tells(Worker("A", task="notify"))
    assert only_tells(Worker("A", side_effect="email"))
    assert not only_tells(Worker("A", side_effect="payment"))


@pytest.mark.parametrize(
    ("worker", "repeatable"),
    [
        (Worker("A", idempotent=True), True),
        (Worker("A", idempotency=IdempotencyKey(claim="atomic")), True),
        (Worker("A", idempotency=False), False),
        (Worker("A"), False),
    ],
)
def test_a_key_makes_work_repeatable(worker: Worker, repeatable: bool) -> None:
    assert is_repeatable(worker) is repeatable


def test_a_connection_is_repeatable_too_where_the_second_is_dropped() -> None:
    assert is_repeatable(Calls(Client("A"), Service("B"), deduplicated=True))
    assert not is_repeatable(Calls(Client("A"), Service("B"), idempotent=False))


def test_lost_work_is_found_by_who_compares_or_sweeps() -> None:
    sweep, compares = Worker("Sweep"), Worker("Sweep", task="reconcile")
    machine = StateMachine("Job", [State("queued"), State("done")], [Transition("queued", "done", "done")], swept_by=sweep)
    assert is_swept(link(Spec(Design("Jobs", [compares]))))
    assert is_swept(link(Spec(Design("Jobs", [sweep], behaviours=[machine]))))
    assert not is_swept(link(Spec(Design("Jobs", [sweep]))))


@pytest.mark.parametrize(("outbox", "written"), [(Outbox(), True), (None, False)])
def test_work_is_written_before_where_all_who_queue_it_have_an_outbox(outbox: Outbox | None, written: bool) -> None:
    queue = Queue("Jobs")
    architecture = link(Spec(Design("Jobs", [Publishes(Service("API", outbox=outbox), queue)])))
    assert is_written_before(architecture, queue) is written
    assert not is_written_before(link(Spec(Design("Jobs", [queue]))), queue)


def test_snapshots_and_none_forget() -> None:
    assert forgets(Queue("Jobs", persistence="rdb"))
    assert not forgets(Queue("Jobs", persistence="aof_every_second"))
    assert not forgets(Queue("Jobs"))
