"""An order in which everything is there before it is spoken of."""

from hypothesis import given
from hypothesis import strategies as st

from archgen.exporters.python_form.ordering import in_order

needs = st.lists(st.lists(st.integers(0, 20), max_size=4), min_size=1, max_size=20).map(
    lambda rows: {index: [one for one in row if one < index] for index, row in enumerate(rows)}
)


@given(needs, st.randoms())
def test_each_comes_once_and_after_what_it_needs(needs: dict[int, list[int]], random: st.DataObject) -> None:
    things = list(needs)
    random.shuffle(things)  # type: ignore[attr-defined]
    found = list(in_order(things, needs.__getitem__))
    assert sorted(found) == sorted(things)
    assert all(found.index(one) < found.index(thing) for thing in things for one in needs[thing])


def test_what_needs_nothing_stays_where_it_is() -> None:
    assert list(in_order("abc", lambda _: "")) == ["a", "b", "c"]


def test_a_long_chain_is_no_trouble() -> None:
    assert next(in_order(range(5000), lambda number: [number + 1] if number < 4999 else [])) == 4999
