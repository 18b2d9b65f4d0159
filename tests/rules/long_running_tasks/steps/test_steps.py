"""What waits for what is judged by the graph, and told with the time that it costs."""

from typing import Any

import pytest

from archgen import (
    Calls,
    Consumes,
    DependsOn,
    Design,
    Group,
    Publishes,
    Queue,
    Service,
    Worker,
    Workflow,
    WorkflowEngine,
    WorkflowStep,
    minutes,
    seconds,
)
from archgen.dsl.connection import Connection
from archgen.estimating.run import estimate
from archgen.loading import library
from archgen.model.link import link
from archgen.model.rule import Problem
from tests.rules.checked import checked, finding

COORDINATOR = Service("Coordinator")


def run(*steps: WorkflowStep, workers: list[Worker] | None = None, **more: Any) -> Design:
    known = workers or [Worker("Worker")]
    calls = [Calls(COORDINATOR, one, timeout=seconds(5), idempotent=True) for one in known]
    return Design("Run", calls, behaviours=[Workflow("Run", list(steps), coordinator=COORDINATOR, **more)])


def codes(design: Design) -> list[str]:
    return [one.code for one in checked(design) if one.code in ("LT077", "LT078", "LT079", "LT080", "LT081", "LT082")]


def problems(code: str, design: Design, **options: object) -> list[Problem]:
    architecture, rule = link(design), library.rules().get(code).value
    assert rule.options
    return list(rule.problems(architecture, estimate(architecture), rule.options(**options)))


def test_a_circle_is_told_with_how_many_wait_behind_it() -> None:
    names = ("a", "b", "c", "d", "e", "f", "g")
    round_again = [WorkflowStep(name, after=[names[place - 1]]) for place, name in enumerate(names)]
    found = finding(run(*round_again, WorkflowStep("h", after=["g"]), WorkflowStep("i", after=["h"])), "LT077")
    assert found.message == (
        "a, b, c, d, e and 2 more wait for one another: none of them ever begins, nor do 2 more that wait for that"
    )


def test_two_circles_are_two_findings() -> None:
    pairs = [WorkflowStep(one, after=[other]) for one, other in ("ab", "ba", "cd", "dc")]
    assert codes(run(*pairs)) == ["LT077", "LT077"]


def test_a_group_that_waits_for_what_waits_for_it_is_a_circle() -> None:
    pool = Group("Encoders")
    large, cut = Worker("Large", group=pool), Worker("Cut")
    ways = [DependsOn(pool, cut), DependsOn(cut, pool)]
    assert finding(Design("Video", [large, *ways]), "LT077").message.startswith("Large and Cut wait for one another")


def slow(name: str, *, lasts: int, after: list[str], **more: Any) -> tuple[Worker, WorkflowStep]:
    worker = Worker(name.title(), task_duration=minutes(lasts))
    return worker, WorkflowStep(name, runs_on=worker, after=after, writes=[f"{name} result"], **more)


def test_the_time_that_a_needless_edge_costs_is_that_of_the_longest_way() -> None:
    known = [
        slow("cut", lasts=1, after=[], reads=["upload"]),
        slow("encode", lasts=10, after=["cut"], reads=["cut result"]),
        slow("caption", lasts=6, after=["encode"], reads=["cut result"]),
    ]
    found = finding(run(*(step for _, step in known), workers=[worker for worker, _ in known]), "LT079")
    assert found.message == "caption waits for encode and needs nothing of it: side by side all is done after 11 min, not 17 min"
    assert found.fix == "let caption begin after cut"


def test_an_edge_beside_the_longest_way_is_let_pass() -> None:
    known = [
        slow("encode", lasts=10, after=[], reads=["upload"]),
        slow("pictures", lasts=1, after=[], reads=["upload"]),
        slow("caption", lasts=2, after=["pictures"], reads=["upload"]),
    ]
    assert codes(run(*(step for _, step in known), workers=[worker for worker, _ in known])) == []


def test_steps_that_go_round_are_not_measured() -> None:
    steps = [
        WorkflowStep("draft", after=[], reads=["idea"], writes=["text"]),
        WorkflowStep("review", after=["draft", "mend"], join="any", reads=["idea"], writes=["remarks"]),
        WorkflowStep("mend", after=["review"], reads=["remarks"], writes=["text"]),
    ]
    assert codes(run(*steps)) == []


def test_data_that_comes_over_others_has_come() -> None:
    steps = [
        WorkflowStep("cut", writes=["audio"]),
        WorkflowStep("clean", reads=["audio"], writes=["clean audio"]),
        WorkflowStep("transcribe", after=["clean"], reads=["audio", "clean audio"]),
    ]
    assert codes(run(*steps)) == []


def chain(length: int, *extra: Connection) -> Design:
    dead, source = Queue("Dead steps"), Service("API")
    parts: list[Connection] = [*extra]
    workers = [Worker(f"Worker {number}", idempotent=True) for number in range(length)]
    for before, worker in zip([source, *workers], workers, strict=False):
        queue = Queue(f"{worker.name} steps", dead_letter=dead, max_receives=5)
        parts += [Publishes(before, queue, idempotent=True), Consumes(worker, queue)]
    return Design("Chain", parts)


def test_how_long_a_chain_may_be_is_an_option() -> None:
    assert [len(problems("LT081", chain(4), most=most)) for most in (0, 3, 4)] == [1, 1, 0]


def test_a_queue_for_another_attempt_makes_no_chain_longer() -> None:
    short = chain(3)
    last = [way.source for way in short.parts if isinstance(way, Consumes)][-1]
    again = Queue("Again", dead_letter=Queue("Dead again"), max_receives=5)
    assert codes(Design("Chain", [*short.parts, Publishes(last, again, idempotent=True), Consumes(last, again)])) == []


def test_chains_that_end_alike_are_told_once() -> None:
    long = chain(5)
    second = next(way.target for way in long.parts if isinstance(way, Publishes) and isinstance(way.source, Worker))
    other, queue = Worker("Other", idempotent=True), Queue("Other steps", dead_letter=Queue("Dead others"), max_receives=5)
    more = [Publishes(Service("Admin"), queue), Consumes(other, queue), Publishes(other, second, idempotent=True)]
    assert codes(Design("Chain", [*long.parts, *more])) == ["LT081"]


@pytest.mark.parametrize(("joins", "found"), [(1, []), (2, ["LT078"])])
def test_a_join_needs_several_to_wait_for(joins: int, found: list[str]) -> None:
    last, queue = Worker("Last"), Queue("Last steps", dead_letter=Queue("Dead"), max_receives=5)
    workers = [Worker(f"Worker {number}") for number in range(joins)]
    ways = [part for one in workers for part in (DependsOn(last, one), Publishes(one, queue))]
    assert codes(Design("Join", [*ways, Consumes(last, queue)])) == found


def test_a_join_that_an_engine_sets_off_over_a_queue_is_counted_there() -> None:
    engine, last, queue = (
        WorkflowEngine("Engine"),
        Worker("Last"),
        Queue("Last", id="q", dead_letter=Queue("Dead"), max_receives=5),
    )
    ways = [DependsOn(last, one) for one in (Worker("One"), Worker("Two"))]
    assert "LT078" not in codes(Design("Join", [*ways, Publishes(engine, queue), Consumes(last, queue)]))
