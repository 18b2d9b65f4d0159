"""Refused values, said as an author can use it."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from archgen import Cache, Calls, Client, Component, Design, Queue, Requirements, Retry, Service, Worker, word
from archgen.dsl.word import Word
from archgen.errors import Position
from archgen.model.refusal import refusals, word_named

Given = dict[str, Any]


def said(cls: Callable[..., object], *given: object, hidden: tuple[str, ...] = (), **attributes: Any) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        cls(*given, **attributes)
    return [fault.message for fault in refusals(caught.value, word_named(caught.value.title), lambda _: None, hidden=hidden)]


def test_an_unknown_attribute_offers_the_nearest() -> None:
    assert said(Service, "API", replica=2) == ['Service has no attribute "replica"; did you mean "replicas"?']


def test_an_unknown_attribute_like_none_lists_what_is_known() -> None:
    assert said(Retry, 3, colour="red") == [
        'Retry has no attribute "colour"; known: attempts, backoff, deadline, initial, jitter, max_interval, multiplier, '
        "never_on, reason, retry_on"
    ]


def test_an_attribute_of_words_of_another_sort_says_which_state_it() -> None:
    assert said(Worker, "W", acknowledge="before") == ['Worker has no attribute "acknowledge"; it is stated of consumes']


def test_hidden_attributes_are_not_offered() -> None:
    assert said(Component, "A", colour="red", hidden=("id", "group")) == [
        'Component has no attribute "colour"; known: availability, managed, name, note, notes, owner, purpose, reason, '
        "replica_availability, requirements, technology"
    ]


@pytest.mark.parametrize("name", ["Timeout", "time-out", "int"])
def test_an_unknown_attribute_is_named_whatever_it_looks_like(name: str) -> None:
    given: Given = {name: 3}
    assert said(Retry, **given)[0].startswith(f'Retry has no attribute "{name}"; ')


def test_a_name_that_is_missing_is_asked_for() -> None:
    assert said(Service) == ["Service needs name"]


def test_what_is_given_by_position_should_be_given_by_keyword() -> None:
    assert said(Service, "API", 2) == ["Service takes its attributes by keyword, such as replicas=..."]
    assert said(Service, "API", name="Other") == ["Service takes its attributes by keyword, such as replicas=..."]


def test_a_word_that_may_be_one_of_few_lists_them() -> None:
    assert said(Cache, "C", warming="lasy") == ["warming = \"lasy\": it must be 'none', 'lazy', 'preload' or 'predictive'"]


def test_a_policy_that_is_a_text_is_told_what_it_has_to_be() -> None:
    assert said(Cache, "C", invalidation="delete") == ['invalidation = "delete": it must be an Invalidation or False']


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"replicas": 0}, "replicas = 0: it must be over 0"),
        ({"replicas": 1.5}, "replicas = 1.5: it must be a whole number"),
        ({"replicas": True}, 'replicas = True: a count reads "200k", "1.5M", or a plain whole number'),
        ({"replicas": 10**18}, "replicas = 1000000000000000000: it must be under 1,000,000,000,000,000,000"),
        ({"task_duration": -1}, "task_duration = -1: a duration cannot be negative"),
        ({"idempotent": "perhaps"}, 'idempotent = "perhaps": it must be true or false'),
        ({"note": 5}, "note = 5: it must be a text"),
        ({"group": "edge"}, 'group = "edge": it must be a Group'),
        ({"name": " "}, 'name = " ": a name cannot be empty'),
    ],
)
def test_a_value_is_shown_with_what_it_must_be(attributes: Given, message: str) -> None:
    assert said(Worker, **{"name": "W", **attributes}) == [message]


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"peak_factor": float("inf")}, "peak_factor = inf: it must be a finite number"),
        ({"availability": 1}, "availability = 1: it must be under 1"),
        (
            {"availability": 99.9},
            'availability = 99.9: a share reads "95%", or a plain number from 0 to 1; write "99.9%" for 99.9 of a hundred',
        ),
        ({"peak_factor": 0}, "peak_factor = 0: it must be over 0"),
        ({"peak_factor": True}, "peak_factor = True: it must be a number"),
        ({"peak_factor": "x"}, 'peak_factor = "x": it must be a number'),
        ({"peak_factor": "1.5k"}, 'peak_factor = "1.5k": it must be a number, written out: 1500'),
    ],
)
def test_a_number_is_shown_with_its_bounds(attributes: Given, message: str) -> None:
    assert said(Requirements, **attributes) == [message]


def test_the_types_that_an_attribute_may_have_are_said_in_one_sentence() -> None:
    assert said(Queue, "Q", dead_letter="x") == ['dead_letter = "x": it must be a Queue or False']
    assert said(Queue, "Q", dead_letter=Service("API")) == ["dead_letter = API: it must be a Queue or False"]


def test_what_was_given_by_position_is_named() -> None:
    assert said(Calls, Client("App"), "API") == ['target = "API": it must be a Component or a Group']
    assert said(Design, "D", Service("API")) == ["parts = API: it must be a list"]
    assert said(Design, "D", [Service("API"), 3]) == ["parts.1 = 3: it must be a Connection or a Component or a PatternInstance"]


def test_a_word_within_a_word_is_checked_as_itself() -> None:
    given = {"attempts": 0, "atempts": 3}
    assert said(Calls, Client("App"), Service("API"), retry=given) == [
        "retry.attempts = 0: it must be over 0 or 'unlimited'",
        'Retry has no attribute "atempts"; did you mean "attempts"?',
    ]


def test_all_that_is_wrong_with_a_word_is_said() -> None:
    assert said(Service, "API", replicas=0, capcity=5) == [
        "replicas = 0: it must be over 0",
        'Service has no attribute "capcity"; did you mean "capacity"?',
    ]


def test_a_long_value_is_cut_and_what_cannot_be_shown_is_escaped() -> None:
    assert said(Service, "API", routing="x" * 100)[0].startswith(f'routing = "{"x" * 57}...": it must be')
    assert said(Service, "\x1b[2J\ud800\n") == [
        'name = "\\u001b[2J\\ud800\\n": the character U+001B cannot be shown; leave it out'
    ]


def test_each_message_has_the_place_of_its_attribute() -> None:
    with pytest.raises(ValidationError) as caught:
        Calls(Client("App"), Service("API"), timeout=-1, retry={"attempts": 0})  # type: ignore[arg-type]
    paths: list[tuple[int | str, ...]] = []

    def locate(path: tuple[int | str, ...]) -> Position:
        paths.append(path)
        return Position("d.yaml", len(paths))

    assert [str(fault.position) for fault in refusals(caught.value, Calls, locate)] == ["d.yaml:1", "d.yaml:2"]
    assert paths == [("timeout",), ("retry", "attempts")]


def test_an_author_s_own_word_is_found_by_its_name() -> None:
    @word
    class Ledger(Service):
        """Entries that only grow."""

    assert (word_named("Ledger"), word_named("Nothing")) == (Ledger, Word)
    assert said(Ledger, "L", colour="red")[0].startswith('Ledger has no attribute "colour"')
