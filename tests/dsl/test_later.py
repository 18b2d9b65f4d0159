"""Words are dataclasses of pydantic as soon as anybody looks."""

import dataclasses
import inspect
import subprocess
import sys
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from archgen import Cache, Retry, Service, word
from archgen.dsl.later import complete, made_dataclass, make_later, refused

ASK = """
import sys
from archgen import {words}
{made}
assert "pydantic" not in sys.modules
{asked}
assert "pydantic" in sys.modules
"""


@pytest.mark.parametrize(
    "asked",
    [
        "import dataclasses; assert dataclasses.is_dataclass(Service)",
        "import dataclasses; assert dataclasses.replace(made, replicas=3).replicas == 3",
        "assert Service.__pydantic_fields__",
        "assert Service('API', replicas=3.0).replicas == 3",
        "from archgen.dsl.later import refused; assert refused()",
    ],
)
def test_pydantic_is_imported_when_it_is_needed(asked: str) -> None:
    code = ASK.format(words="Service", made="made = Service('API', replicas=2, timeout='3s')", asked=asked)
    subprocess.run([sys.executable, "-c", code.replace(", timeout='3s'", "")], check=True)


def test_a_word_is_the_same_class_before_and_after() -> None:
    @word
    class Edge(Service):
        """A service."""

        region: str = "eu"

    before = Edge("A")
    complete(Edge)
    after = Edge("B", region="us")
    assert (type(before), after.region, before.region) == (Edge, "us", "eu")
    assert [field.name for field in dataclasses.fields(Edge)][-1] == "region"
    assert Edge.__match_args__ == ("name",)
    assert not inspect.isabstract(Edge)


def test_what_is_refused_is_refused_by_pydantic() -> None:
    with pytest.raises(refused()) as caught:
        Cache("C", replicas=-1)
    assert isinstance(caught.value, ValidationError)
    assert caught.value.__context__ is None


def test_pydantic_makes_words_of_mappings_too() -> None:
    assert TypeAdapter(Retry).validate_python({"attempts": 3}).attempts == 3


def test_a_class_that_is_no_word_is_made_a_dataclass_at_once() -> None:
    class Plain:
        """No word."""

        size: int = 3

    made: Any = made_dataclass(Plain)
    assert (made is Plain, made(size="4").size) == (True, 4)


def test_only_what_is_asked_for_is_made() -> None:
    @word
    class Lone(Service):
        """A service."""

    assert isinstance(vars(Lone)["__dataclass_fields__"], type(_later(Lone)))
    assert Lone.__dataclass_fields__["name"]
    assert isinstance(vars(Lone)["__dataclass_fields__"], dict)


def _later(cls: type) -> object:
    class Other(cls):  # type: ignore[misc]
        pass

    make_later(Other)
    return vars(Other)["__dataclass_fields__"]
