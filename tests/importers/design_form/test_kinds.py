"""The words that a `kind` may name."""

from archgen import Calls, Component, Connection, LoadBalancer, Retry
from archgen.importers.design_form.kinds import component_kinds, connection_kinds


def test_every_word_for_a_part_has_a_kind() -> None:
    assert component_kinds()["load_balancer"] is LoadBalancer
    assert connection_kinds()["calls"] is Calls


def test_parts_without_a_word_of_their_own_have_one_too() -> None:
    assert (component_kinds()["component"], connection_kinds()["connection"]) == (Component, Connection)


def test_a_policy_is_no_part() -> None:
    assert Retry not in {*component_kinds().values(), *connection_kinds().values()}
