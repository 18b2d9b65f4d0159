"""What all words share."""

import copy
import dataclasses
from collections.abc import Callable
from typing import Literal

import pytest
from pydantic import ValidationError

import archgen
from archgen import (
    Behaviour,
    Cache,
    Calls,
    Client,
    Data,
    Design,
    PatternInstance,
    Requirements,
    Service,
    Step,
    Walkthrough,
    Worker,
    minutes,
    word,
)
from archgen.dsl.word import Word, attributes
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.autoscaling import Autoscaling

WORDS = [value for name in archgen.__all__ if isinstance(value := getattr(archgen, name), type) and issubclass(value, Word)]


@word
class Gateway(Service):
    """A service that holds sockets."""

    region: Literal["eu", "us"] | None = None


def refused(text: str, *given: object, **attributes: object) -> bool:
    with pytest.raises(ValidationError, match=text):
        Gateway(*given, **attributes)  # type: ignore[arg-type]
    return True


def test_no_attribute_can_be_changed() -> None:
    service = Service("API", replicas=2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        service.replicas = 3  # type: ignore[misc]
    assert service.replicas == 2


def test_two_words_that_state_the_same_are_two() -> None:
    first, second = Service("API"), Service("API")
    assert first != second
    assert len({first, second, first}) == 2


def test_a_list_that_was_given_can_change_without_the_word() -> None:
    client, service = Client("App"), Service("API")
    call = Calls(client, service)
    parts, steps, reasons = [call], [Step(call)], {"Search": "later"}
    design = Design("Chat", parts, walkthroughs=[Walkthrough("Send", steps)], left_out=reasons)
    parts.clear()
    steps.clear()
    reasons.clear()
    assert (design.parts, design.walkthroughs[0].steps[0].along, dict(design.left_out)) == ((call,), call, {"Search": "later"})


def test_an_author_s_own_word_takes_the_attributes_of_both() -> None:
    gateway = Gateway("Edge", replicas=3, region="eu")
    assert attributes(gateway) == {"name": "Edge", "replicas": 3, "region": "eu"}
    assert isinstance(gateway, Service)


def test_an_author_s_own_word_is_checked() -> None:
    assert refused("Input should be 'eu' or 'us'", "Edge", region="mars")
    assert refused("Unexpected keyword argument", "Edge", regions="eu")
    assert refused("greater than 0", "Edge", replicas=0)


def test_attributes_are_given_by_keyword() -> None:
    assert refused("Unexpected positional argument", "Edge", "eu")


def test_a_word_needs_what_it_has_no_default_for() -> None:
    assert refused("Field required")


def test_what_is_at_its_default_is_not_stated() -> None:
    call = Calls(Client("App"), Service("API"))
    assert attributes(Step(call, back=False)) == {"along": call}
    assert attributes(Requirements()) == {}


def test_what_is_stated_as_false_is_stated() -> None:
    assert attributes(Worker("W", idempotent=False)) == {"name": "W", "idempotent": False}


def test_attributes_stand_in_the_order_of_their_declaration() -> None:
    assert list(attributes(Cache("C", nodes=2, ttl=minutes(1), note="hot"))) == ["name", "note", "ttl", "nodes"]


@pytest.mark.parametrize("cls", WORDS, ids=lambda cls: cls.__name__)
def test_every_word_says_in_a_sentence_what_it_is(cls: type[Word]) -> None:
    assert (cls.__doc__ or "").split("\n")[0].endswith((".", ":")) or "\n" in (cls.__doc__ or "")


@pytest.mark.parametrize("cls", WORDS, ids=lambda cls: cls.__name__)
def test_every_attribute_of_a_word_that_is_not_stated_is_none_or_empty(cls: type[Word]) -> None:
    fields = [field for field in dataclasses.fields(cls) if field.kw_only]  # type: ignore[arg-type]
    assert {field.default for field in fields if field.default is not dataclasses.MISSING} <= {None, (), False}


@pytest.mark.parametrize(
    "cls", [Data, Behaviour, PatternInstance, Server, Store, Broker, Interaction], ids=lambda cls: cls.__name__
)
def test_what_only_says_what_others_have_in_common_cannot_be_written(cls: Callable[..., Word]) -> None:
    ends = (Service("A"), Service("B")) if cls is Interaction else () if cls is PatternInstance else ("A",)
    with pytest.raises(ValidationError, match="it only says what other words have in common; use one of those"):
        cls(*ends)


def test_a_word_holds_what_it_states_alone_and_reads_the_rest_from_its_class() -> None:
    service = Service("API", replicas=2, state=None)
    assert {name for name in vars(service) if not name.startswith("_")} == {"name", "replicas"}
    assert (service.state, service.replicas, copy.copy(service).state) == (None, 2, None)


def test_attributes_keep_the_order_of_their_declaration_whoever_reads_them() -> None:
    read = Autoscaling("cpu", max_replicas=5, min_replicas=2)
    checked = Autoscaling("cpu", max_replicas="5", min_replicas="2")  # type: ignore[arg-type]  # texts are left to pydantic
    assert list(attributes(read)) == list(attributes(checked)) == ["min_replicas", "max_replicas", "metric"]
