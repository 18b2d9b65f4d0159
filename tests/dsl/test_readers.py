"""What is read without pydantic is read by pydantic alike, for every type that an attribute of a word has."""

import typing
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from pydantic import ConfigDict, TypeAdapter, ValidationError

import archgen
from archgen import Cache, Calls, Client, Group, Requirements, Retry, Service, Step, gigabytes, per_second
from archgen.dsl.declared import Declared, declaration
from archgen.dsl.marks import AfterValidator, BeforeValidator, Limits
from archgen.dsl.readers import Refused, Unsure, reader
from archgen.dsl.word import Word

SERVICE = Service("API")
CALL = Calls(Client("App"), SERVICE)
VALUES = [
    *(None, True, False, 0, 1, 3, 4, 7, -1, 10**18, 2.5, -0.5, 1.0, float("nan"), float("inf"), 1e400),
    *(
        "",
        "x",
        "API",
        " a  b ",
        "a\x00b",
        "\ud800",
        "é",
        "true",
        "3",
        "200k",
        "95%",
        "5s",
        "2GB",
        "4k/s",
        "1..2",
        "~0.5",
        "~5s by 3",
    ),
    *("unlimited", "none", "cache_aside", "2027-01-31", "by design"),
    *(timedelta(seconds=3), timedelta(seconds=-3), gigabytes(2), per_second(4), archgen.between(1, 5), archgen.about(0.5)),
    *([], ["x"], ("x", "y"), [1], ["x", 1], [[]], {}, {"x": "y"}, {"x": 1}, {"attempts": 3}, set(), b"x", object()),
    *(SERVICE, Cache("C"), Group("Zone"), CALL, Retry(3), Requirements(), [SERVICE], [CALL, Group("Zone")], [Step(CALL)]),
    *(archgen.Glyph.BOLT, str.__new__(type("Kind", (str,), {}), "none")),
]
CONFIG = ConfigDict(arbitrary_types_allowed=True, allow_inf_nan=False)


def attributes() -> Iterator[Declared]:
    """An attribute of each type that there is."""
    found: dict[str, Declared] = {}
    for name in archgen.__all__:
        word = getattr(archgen, name)
        if isinstance(word, type) and issubclass(word, Word):
            for attribute in declaration(word).attributes.values():
                found.setdefault(repr(attribute.hint), attribute)
    yield from found.values()


def by_pydantic(adapter: "TypeAdapter[object]", value: object) -> object:
    try:
        return adapter.validate_python(value)
    except ValidationError:
        return ValidationError


@pytest.mark.parametrize("attribute", [*attributes()], ids=lambda one: f"{one.owner.__name__}.{one.name}")
def test_what_is_read_is_what_pydantic_reads(attribute: Declared) -> None:
    hint: Any = attribute.hint
    read, adapter = reader(hint), TypeAdapter[object](hint, config=_config(hint))
    for value in VALUES:
        there = by_pydantic(adapter, value)
        try:
            here = read(value)
        except Refused:
            assert there is ValidationError, value
        except Unsure:
            continue
        else:
            assert (type(here), here) == (type(there), there)
            assert not isinstance(here, Word | bool | None) or here is there


def _config(hint: object) -> ConfigDict | None:
    return None if isinstance(hint, type) and issubclass(hint, Word) else CONFIG


def test_plain_values_are_read_without_doubt() -> None:
    assert reader(bool | None)(True) is True
    assert reader(typing.Literal["a", "b"] | None)("a") == "a"
    assert reader(Retry | typing.Literal[False] | None)(False) is False
    assert reader(int | typing.Literal["unlimited"])(3) == 3


def test_marks_hold_from_the_inside_out() -> None:
    doubled = BeforeValidator(lambda value: value * 2)
    assert reader(typing.Annotated[int, Limits(lt=10), doubled])(4) == 8
    assert reader(typing.Annotated[int, doubled, AfterValidator(str)])(4) == "8"
    with pytest.raises(Unsure):
        reader(typing.Annotated[int, Limits(lt=10), doubled])(5)


@pytest.mark.parametrize("hint", [object, list[int], complex, dict[str, int], typing.Any, typing.Literal[b"x"]])
def test_types_that_words_do_not_have_are_left_to_pydantic(hint: object) -> None:
    with pytest.raises(Unsure):
        reader(hint)(3)
