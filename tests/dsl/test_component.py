"""Components, their kinds and the ids that come from their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import ExternalSystem, LoadBalancer, Retry, Service
from archgen.dsl.naming import kind, slug
from archgen.dsl.texts import identifier


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Message store", "message_store"),
        ("Message store (hot)", "message_store_hot"),
        ("  L4/L7 -- LB ", "l4_l7_lb"),
        ("Größe", "größe"),
        ("消息", "消息"),
        ("!?", "unnamed"),
    ],
)
def test_a_name_becomes_an_id(name: str, id: str) -> None:
    assert slug(name) == id


@given(st.text(max_size=200))
def test_any_name_becomes_an_id_that_is_one(name: str) -> None:
    assert identifier(slug(name)) == slug(name)


@given(st.text(max_size=200))
def test_an_id_is_the_id_of_itself(name: str) -> None:
    assert slug(slug(name)) == slug(name)


@pytest.mark.parametrize(
    ("cls", "name"), [(ExternalSystem, "external_system"), (LoadBalancer, "load_balancer"), (Retry, "retry")]
)
def test_a_kind_is_the_class_name_in_snake_case(cls: type[Service], name: str) -> None:
    assert kind(cls) == name
