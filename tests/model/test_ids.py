"""Laws of ids."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from archgen import Calls, Connection, Reads, Service
from archgen.dsl.texts import MAX_ID
from archgen.model.ids import ids, natural_ids

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


@given(st.lists(connections, max_size=12))
def test_an_id_that_goes_without_saying_is_made_again_whatever_ids_the_others_state(parts: list[Connection]) -> None:
    known = ids(SERVICES, parts)
    natural = natural_ids(parts, known)
    stated = [part if part in natural else dataclasses.replace(part, id=known[part]) for part in parts]
    assert [ids(SERVICES, stated)[part] for part in stated] == [known[part] for part in parts]
    assert [ids(SERVICES, stated[::-1])[part] for part in stated] == [known[part] for part in parts]


def test_an_id_is_never_longer_than_an_author_s_own_may_be() -> None:
    long = Service("A", id="a" * MAX_ID)
    parts = [Calls(long, long), Calls(long, long)]
    assert [len(id) <= MAX_ID for id in ids([long], parts).values()] == [True, True, True]
    assert len(set(ids([long], parts).values())) == 3
