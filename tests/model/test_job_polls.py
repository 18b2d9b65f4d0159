"""Polls for the state of jobs are told from other polls, with what answers them and who does the work."""

from datetime import timedelta

from archgen import (
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Monitoring,
    Publishes,
    Queue,
    Reads,
    Service,
    Worker,
    Writes,
    minutes,
    seconds,
)
from archgen.model.job_polls import JobPoll, job_polls, polled
from archgen.model.link import link

APP, JOBS = Client("App"), Queue("Jobs")


def found(*parts: Connection) -> list[JobPoll]:
    return list(job_polls(link(Design("Reports", list(parts)))))


def polls(api: Component, purpose: str | None = None) -> Calls:
    return Calls(APP, api, "how far?", poll_interval=seconds(3), purpose="status" if purpose else None)


def worker(name: str, usual: timedelta | None = None, longest: timedelta | None = None) -> Worker:
    return Worker(name, task_duration=usual, task_duration_max=longest)


def test_polls_of_what_hands_out_ids_are_for_jobs_that_are_put_on_a_queue() -> None:
    api, renderer = Service("API", returns_job_id=True), worker("Renderer")
    (one,) = found(polls(api), Publishes(api, JOBS), Consumes(renderer, JOBS))
    assert (one.answering, one.workers) == ([api], [renderer])


def test_what_says_that_it_polls_is_one_without_a_pause() -> None:
    api, parts = Service("API", returns_job_id=True), [Consumes(worker("Renderer"), JOBS)]
    assert len(found(Calls(APP, api, purpose="poll"), Publishes(api, JOBS), *parts)) == 1
    assert not found(Calls(APP, api, purpose="other"), Publishes(api, JOBS), *parts)


def test_other_polls_are_not() -> None:
    api, renderer = Service("Scores"), worker("Renderer")
    assert not found(polls(api), Publishes(api, JOBS), Consumes(renderer, JOBS))
    assert not found(Calls(APP, api, "state", purpose="status"), Publishes(api, JOBS), Consumes(renderer, JOBS))
    assert not found(Calls(Monitoring("Watch"), api, purpose="status", poll_interval=seconds(5)))


def test_what_is_stated_to_ask_for_a_state_is_one_though_the_work_is_not_shown() -> None:
    (one,) = found(polls(Service("API"), "status"))
    assert (one.workers, one.shortest, one.longest) == ([], None, None)


def test_workers_are_found_by_what_they_write_and_the_api_reads() -> None:
    api, states, renderer = Service("API"), Cache("States"), worker("Renderer", minutes(3))
    (one,) = found(polls(api, "status"), Reads(api, states), Writes(renderer, states), Consumes(renderer, JOBS))
    assert one.workers == [renderer]
    (other,) = found(polls(api, "status"), Reads(api, states), Writes(Service("Sales"), states), Consumes(renderer, JOBS))
    assert other.workers == []


def test_who_looks_after_dead_letters_does_no_job() -> None:
    api, states, dead = Service("API"), Database("States"), Queue("Dead jobs")
    jobs, undertaker = Queue("Live jobs", dead_letter=dead), worker("Undertaker", seconds(1))
    parts = [
        polls(api, "status"),
        Reads(api, states),
        Publishes(api, jobs),
        Consumes(undertaker, dead),
        Writes(undertaker, states),
    ]
    (one,) = found(*parts, Consumes(worker("Renderer"), jobs))
    assert [each.name for each in one.workers] == ["Renderer"]


def test_what_stands_before_the_api_does_not_answer() -> None:
    balancer, api, docs = LoadBalancer("Balancer"), Service("API"), Database("States")
    ask = polls(balancer, "status")
    architecture = link(Design("Reports", [ask, Calls(balancer, api), Calls(balancer, balancer), Reads(api, docs)]))
    assert polled(architecture, ask) == [api]
    assert job_polls(architecture)[0].answering == [api]


def test_the_shortest_work_is_known_where_all_state_how_long_it_takes() -> None:
    api, short, long = Service("API"), worker("Mailer", seconds(2)), worker("Encoder", None, minutes(9))
    parts = [polls(api, "status"), Publishes(api, JOBS), Consumes(short, JOBS), Consumes(long, JOBS)]
    (one,) = found(*parts)
    assert one.shortest == (seconds(2), short, "task_duration")
    assert one.longest == (minutes(9), long, "task_duration_max")
    (other,) = found(*parts, Consumes(worker("Unknown"), JOBS))
    assert other.shortest is None
    assert other.longest == (minutes(9), long, "task_duration_max")
