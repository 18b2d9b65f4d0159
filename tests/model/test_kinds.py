"""Parts by their kind."""

from archgen import Cache, Component, Database, Service
from archgen.model.kinds import Kinds
from archgen.plugin import Store


def test_parts_of_a_kind_stand_in_the_order_in_which_they_were_given() -> None:
    parts: list[Component] = [Database("A"), Service("B"), Cache("C"), Database("D"), Service("E")]
    kinds = Kinds(tuple(parts))
    for kind in (Component, Store, Database, Service, Cache):
        assert kinds.of(kind) == tuple(part for part in parts if isinstance(part, kind))


def test_a_kind_of_which_there_is_none_is_empty() -> None:
    assert Kinds((Service("A"),)).of(Database) == ()
