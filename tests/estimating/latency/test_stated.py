"""Times that a design states."""

from archgen import Aggregator, Consumes, Database, Log, Publishes, Service, Topic, Writes, milliseconds
from tests.estimating.walked import estimated, milliseconds_of, quantity

EVENTS, SUMS = Log("Events"), Topic("Sums")
ADDER = Aggregator("Adder", window=milliseconds(200))
HAND_IN, TAKE = Publishes(Service("API"), EVENTS), Consumes(ADDER, EVENTS)


def test_what_is_added_up_waits_for_the_end_of_its_window() -> None:
    derived = estimated(HAND_IN, TAKE, Publishes(ADDER, SUMS))
    assert milliseconds_of(derived, "duration_p50", "duration_p99") == [100, 198]
    assert "what is added up comes at any time within its window" in quantity(derived, "duration_p99").assumptions


def test_what_an_aggregator_looks_up_on_the_way_waits_for_no_window() -> None:
    seen = Database("Seen", write_latency=milliseconds(5))
    assert milliseconds_of(estimated(HAND_IN, TAKE, Writes(ADDER, seen)), "duration_p99") == [5]
