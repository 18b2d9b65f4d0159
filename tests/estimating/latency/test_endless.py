"""What is asked for more than it can do is said to be so: no share of a year, and no times of a budget."""

from archgen import Calls, Client, Design, Requirements, Service, Step, Walkthrough, milliseconds, per_second
from archgen.documents.numbers import value
from archgen.estimating.run import estimate
from archgen.model.link import link

APP = Client("App", devices=100, send_rate=per_second(1))
API = Service("API", replicas=2, capacity=per_second(20), task_duration=milliseconds(10))
ASK = Calls(APP, API, round_trip=milliseconds(50))
NUMBERS = estimate(
    link(
        Design(
            "Over",
            [ASK],
            requirements=Requirements(latency_p99=milliseconds(300)),
            walkthroughs=[Walkthrough("Ask", [Step(ASK)])],
        )
    )
)


def test_a_wait_without_end_has_no_length() -> None:
    found = NUMBERS.of("walkthrough:ask", "latency_p99")
    assert found
    assert (str(found), value(found)) == ("no end", "no end")
    assert found.derivation.formula == (
        "the wait for API has no end: 100/s arrive, and 40/s can be served; API is over its capacity, "
        "and what waits there grows without bound"
    )


def test_it_is_no_share_of_a_budget() -> None:
    found = NUMBERS.of("walkthrough:ask", "budget_used")
    assert found
    assert (str(found), value(found)) == ("without bound", "without bound")
    assert found.derivation.formula == "a wait without end / 300 ms, the latency_p99 of the design"
    assert found.value > 1


def test_what_fits_is_told_as_ever() -> None:
    found = NUMBERS.of("api", "utilisation")
    assert found
    assert not found.endless
