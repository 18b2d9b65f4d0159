"""Connections: who speaks first, and which way things flow."""

from archgen import Calls, Client, Consumes, Queue, Service, Worker


def test_a_call_flows_from_its_source() -> None:
    app, api = Client("App"), Service("API")
    call = Calls(app, api)
    assert (call.origin, call.destination) == (app, api)


def test_what_is_consumed_flows_to_the_consumer() -> None:
    worker, jobs = Worker("Worker"), Queue("Jobs")
    take = Consumes(worker, jobs)
    assert (take.source, take.origin, take.destination) == (worker, jobs, worker)
