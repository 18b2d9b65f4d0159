"""What lies in a broker ends where any of its attributes says so."""

import pytest

from archgen import Log, Queue, days
from archgen.dsl.component import Component
from archgen.model.bounded import is_bounded


@pytest.mark.parametrize(
    ("broker", "bounded"),
    [
        (Queue("Jobs"), False),
        (Queue("Jobs", max_depth=10), True),
        (Queue("Jobs", overflow="reject"), True),
        (Log("Events"), False),
        (Log("Events", compacted=False), False),
        (Log("Events", retention=days(1)), True),
        (Log("Events", max_length=10), True),
        (Log("Events", event_log=True), True),
    ],
)
def test_a_broker_is_bounded_by_what_it_states(broker: Component, bounded: bool) -> None:
    assert is_bounded(broker) is bounded  # type: ignore[arg-type]
