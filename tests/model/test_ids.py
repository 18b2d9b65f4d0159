"""Laws of ids."""

from hypothesis import given
from hypothesis import strategies as st

from archgen import Calls, Connection, Reads, Service
from archgen.model.ids import ids

SERVICES = [Service("A"), Service("B")]
connections = st.builds(
    lambda made, source, target: made(source, target),
    st.sampled_from([Calls, Reads, Connection]),
    st.sampled_from(SERVICES),
    st.sampled_from(SERVICES),
)


@given(st.lists(connections, max_size=30))
def test_no_two_connections_without_an_id_get_the_same(parts: list[Connection]) -> None:
    made = [id for part, id in ids(SERVICES, parts).items() if isinstance(part, Connection)]
    assert len(set(made)) == len(made) == len(parts)


@given(st.lists(connections, max_size=30))
def test_ids_stand_in_the_order_of_the_parts(parts: list[Connection]) -> None:
    assert list(ids(SERVICES, parts)) == [*SERVICES, *parts]
