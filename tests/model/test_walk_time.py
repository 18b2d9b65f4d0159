"""How long a walkthrough takes at the least."""

from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    Publishes,
    Reads,
    Requirements,
    Service,
    Step,
    Topic,
    Walkthrough,
    days,
    milliseconds,
)
from archgen.model.link import link
from archgen.model.walk_time import walk_time

APP, API, STORE = Client("App"), Service("API"), Database("Store", latency=milliseconds(5))
ASK, LOOK = Calls(APP, API), Reads(API, STORE)


def times(*steps: Step, trip: timedelta | None = None) -> tuple[float, float]:
    """Answered and in all, in milliseconds."""
    walk = Walkthrough("Walk", steps)
    parts: list[Connection] = list(dict.fromkeys(step.along for step in steps))
    design = Design("D", parts, requirements=Requirements(round_trip=trip), walkthroughs=[walk])
    found = walk_time(link(design), walk)
    return found.answered / milliseconds(1), found.total / milliseconds(1)


def test_calls_of_one_service_one_after_another_add_up() -> None:
    one, two = (Calls(API, Service(name), latency=milliseconds(40)) for name in ("One", "Two"))
    assert times(Step(ASK), Step(one), Step(one, back=True), Step(two)) == (80, 80)


def test_a_call_and_what_is_done_within_it_are_not_added() -> None:
    outer = Calls(APP, API, latency=milliseconds(50))
    assert times(Step(outer), Step(LOOK)) == (50, 50)
    assert times(Step(Calls(APP, API, latency=milliseconds(2))), Step(LOOK)) == (5, 5)


def test_what_a_service_fetches_at_once_takes_as_long_as_the_longest() -> None:
    page = Service("Page", fetched_in_parallel=True)
    one, two = (Calls(page, Service(name), latency=milliseconds(long)) for name, long in (("One", 40), ("Two", 60)))
    assert times(Step(Calls(APP, page)), Step(one), Step(two)) == (60, 60)


def test_the_way_of_a_client_is_added_where_it_states_no_time_of_its_own() -> None:
    assert times(Step(ASK), Step(LOOK), trip=milliseconds(80)) == (85, 85)
    assert times(Step(Calls(APP, API, latency=milliseconds(90))), Step(LOOK), trip=milliseconds(80)) == (90, 90)


def test_what_goes_on_behind_a_broker_or_after_the_answer_is_not_waited_for() -> None:
    topic, gateway = Topic("Topic"), Service("Gateway")
    ask, put = Calls(APP, API, latency=milliseconds(30)), Publishes(API, topic, latency=milliseconds(10))
    take = Consumes(gateway, topic, latency=milliseconds(200))
    assert times(Step(ask), Step(put), Step(take)) == (30, 230)
    assert times(Step(ask), Step(ask, back=True), Step(put), Step(take)) == (30, 240)


def test_a_push_down_an_open_connection_ends_nothing() -> None:
    socket = Calls(APP, API, protocol="websocket")
    assert times(Step(socket), Step(LOOK), Step(socket, back=True), Step(LOOK)) == (0, 10)


def test_what_takes_years_is_cut_off() -> None:
    asks = [Calls(API, Service(f"S{index}"), latency=days(300_000)) for index in range(5)]
    answered, _ = times(Step(ASK), *(Step(ask) for ask in asks))
    assert answered == 365 * 86_400_000
