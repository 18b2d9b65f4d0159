"""The words that a `kind` may name."""

from archgen import Behaviour, Component, Connection, LoadBalancer
from archgen.importers.design_form.kinds import kinds, word_of_kind
from archgen.plugin import Node, Position, Reading

HERE = Position("d.yaml", 1, 1)


def named(kind: str, section: str = "components", base: type[Component] | type[Connection] = Component) -> object:
    return word_of_kind(Reading(), Node({"kind": Node(kind, HERE)}, HERE), section, "part", base)


def test_a_kind_is_the_word_in_snake_case() -> None:
    assert named("load_balancer") is LoadBalancer


def test_parts_without_a_word_of_their_own_have_one_too() -> None:
    assert (named("component"), named("connection", "connections", Connection)) == (Component, Connection)


def test_a_policy_is_no_part() -> None:
    assert "retry" not in {*kinds("components"), *kinds("connections")}


def test_what_is_written_within_another_word_is_no_kind_of_its_own() -> None:
    reading = Reading()
    assert word_of_kind(reading, Node({"kind": Node("state", HERE)}, HERE), "behaviours", "behaviour", Behaviour) is None
    assert [fault.message for fault in reading.faults] == [
        'there is no kind of behaviour "state"; it is written within another word'
    ]


def test_what_words_have_in_common_is_no_kind() -> None:
    assert not {"server", "store", "broker"} & set(kinds("components"))
    assert not {"interaction", "transfer"} & set(kinds("connections"))
