"""What an attribute may hold: each form that it has in a file, and what is said of a value that has none."""

import typing

import pytest

from archgen import Cache, Calls, Log, Queue, Requirements, Retry, Service, State, System, Transition, Waiver
from archgen.dsl.declared import declaration
from archgen.dsl.marks import AfterValidator
from archgen.dsl.shape import SORTS, shape
from archgen.dsl.word import Word
from archgen.schema.attribute_values import CHECKED, attribute_value, shorthand
from archgen.schema.sections import words
from tests.schema.checking import wrong


def said(word: type[Word], name: str, value: object) -> list[str]:
    """What the schema of the attribute says is wrong with the value."""
    return wrong(value, attribute_value(shape(word)[name]))


@pytest.mark.parametrize(
    ("word", "name", "values"),
    [
        (Calls, "retry", [{"attempts": 3}, 3, "3k", "unlimited", True, False, None, {}]),
        (Cache, "invalidation", [{"by": ["ttl"]}, {"by": "ttl"}, ["ttl", "delete"], "ttl", False, None]),
        (Cache, "key_parts", [["id", "region"], "id", [], None]),
        (Queue, "dead_letter", ["lost", True, False, None]),
        (Log, "dead_letter", ["lost", True, False, None]),
        (Queue, "max_receives", [5, "unlimited", None]),
        (Calls, "source", ["app", "group:edge"]),
        (System, "design", ["chat.yaml", "../chat.JSON", {"archgen": 1, "design": "Chat"}]),
        (System, "entry", ["api"]),
        (Waiver, "until", ["2027-01-31", None]),
    ],
)
def test_every_form_of_an_attribute_is_taken(word: type[Word], name: str, values: list[object]) -> None:
    assert [(value, faults) for value in values if (faults := said(word, name, value))] == []


@pytest.mark.parametrize(
    ("word", "name", "values"),
    [
        (Calls, "retry", [0, "many", [3]]),
        (Cache, "invalidation", ["sometimes", ["sometimes"], [["ttl"]], 5]),
        (Cache, "key_parts", [[None], 5, [["id"]]]),
        (Queue, "dead_letter", [5, ["lost"], {}]),
        (Calls, "source", [None, False, 5]),
        (System, "design", ["chat.py", "/etc/chat.yaml", "c:\\chat.yaml", None, {}]),
        (System, "entry", [None, True]),
        (Waiver, "until", ["2027-1-31", "2027-13-01", "tomorrow", "0000-01-01"]),
        (Waiver, "reason", ["", "TODO", "n/a.", " Won't fix! ", None]),
    ],
)
def test_what_has_no_form_of_the_attribute_is_refused(word: type[Word], name: str, values: list[object]) -> None:
    assert [value for value in values if not said(word, name, value)] == []


def test_what_is_wrong_within_a_word_is_said_of_that_alone() -> None:
    assert said(Calls, "retry", {"backoff": "never", "jiter": True}) == [
        "$.backoff: 'never' is not one of ['none', 'fixed', 'linear', 'exponential', None]",
        "$: Additional properties are not allowed ('jiter' was unexpected)",
    ]
    assert said(Cache, "key_parts", ["id", 5]) == ["$[1]: 5 is not of type 'string'"]


def test_a_value_alone_stands_for_what_a_word_is_mostly_about() -> None:
    assert [one and one.name for one in map(shorthand, (Retry, State, Transition))] == ["attempts", "name", None]


def test_a_limit_of_one_attribute_is_kept() -> None:
    assert said(Service, "availability", 1) == said(Service, "availability", "100%") == []
    assert said(Requirements, "availability", 1) == ["$: 1 is greater than or equal to the maximum of 1"]
    assert said(Requirements, "availability", "100%")


def test_what_words_check_themselves_is_in_their_schemas() -> None:
    usual = [mark for known, _ in SORTS for mark in typing.get_args(known)]
    checked = {
        (word, name)
        for word in words()
        for name, attribute in declaration(word).attributes.items()
        for mark in _marks(attribute.hint)
        if isinstance(mark, AfterValidator) and not any(mark is one for one in usual)
    }
    assert checked == set(CHECKED)


def _marks(hint: object) -> list[object]:
    """What marks a type, or one of those that it may be."""
    marked = [one for one in (hint, *typing.get_args(hint)) if typing.get_origin(one) is typing.Annotated]
    return [mark for one in marked if typing.get_origin(typing.get_args(one)[0]) is None for mark in typing.get_args(one)[1:]]
