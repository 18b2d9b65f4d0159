"""What drives others is an engine or a coordinator; what it drives does a part of the work."""

from archgen import Calls, Consumes, Design, Publishes, Queue, Service, Worker, WorkflowEngine
from archgen.model.driven import driven_by
from archgen.model.link import link


def test_an_engine_drives_what_it_calls_who_takes_from_its_queues_and_who_asks_it_for_work() -> None:
    engine, queue, api = WorkflowEngine("Engine"), Queue("Steps"), Service("API")
    called, taking, asking, other = Worker("Called"), Worker("Taking"), Worker("Asking"), Worker("Other")
    ways = [Calls(api, engine), Calls(engine, called), Publishes(engine, queue), Consumes(taking, queue), Calls(asking, engine)]
    architecture = link(Design("Driven", [*ways, Calls(api, other)]))
    assert list(driven_by(architecture, engine)) == [called, queue, taking, asking]
