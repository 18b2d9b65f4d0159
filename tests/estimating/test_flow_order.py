from archgen import Calls, Client, Component, Connection, Consumes, Design, Publishes, Queue, Service, Topic, Worker
from archgen.estimating.flow_order import FlowOrder, flow_order
from archgen.model.link import link

app, api, jobs, worker = Client("App"), Service("API"), Queue("Jobs"), Worker("Worker")


def order(*parts: Connection | Component) -> FlowOrder:
    return flow_order(link(Design("System", parts)))


def test_a_component_comes_after_all_that_flows_into_it() -> None:
    assert order(Consumes(worker, jobs), Publishes(api, jobs), Calls(app, api)) == FlowOrder(
        (app, api, jobs, worker), frozenset()
    )


def test_the_way_back_is_what_closes_a_loop() -> None:
    updates = Topic("Updates")
    back = Consumes(api, updates)
    assert order(back, Publishes(api, updates), Calls(app, api)) == FlowOrder((app, api, updates), frozenset({back}))


def test_a_call_of_oneself_closes_a_loop() -> None:
    again = Calls(api, api)
    assert order(again) == FlowOrder((api,), frozenset({again}))


def test_a_push_to_a_client_closes_no_loop() -> None:
    assert order(Calls(app, api), Calls(api, app)) == FlowOrder((app, api), frozenset())
