"""Attributes stated in entries of YAML and JSON, in the way in which these are written."""

import pytest

from archgen.fixing.splices import CLASH, Refusal
from archgen.fixing.yaml_edits import COMMENT_WITHIN, NOT_FOUND, OPEN_AT_THE_END, Statement, YamlText


def place(text: str, sign: str) -> tuple[int, int]:
    """Where a text first stands in another."""
    before = text[: text.index(sign)].split("\n")
    return len(before), len(before[-1]) + 1


def stating(text: str, key: str, **values: object) -> str | Refusal:
    """A text in which the entry behind the key states these values."""
    return YamlText(text).edited([Statement(place(text, f"{key}:"), keyed=True, key=name, value=values[name]) for name in values])


def stating_within(text: str, value: str, alone: str = "attempts", **values: object) -> str | Refusal:
    """A text in which the word that is written as the value states these values."""
    at = place(text, value)
    return YamlText(text).edited([Statement(at, keyed=False, key=name, value=values[name], alone=alone) for name in values])


CASES = {
    "behind the last in brackets": (
        "a: {kind: queue, name: Jobs}  # work\n",
        "a: {kind: queue, name: Jobs, ttl: 5min}  # work\n",
    ),
    "with the room that brackets have": ("a: { kind: queue }\n", "a: { kind: queue, ttl: 5min }\n"),
    "behind a comma in brackets": ("a: {kind: queue, }\n", "a: {kind: queue, ttl: 5min, }\n"),
    "in empty brackets": ("a: {}\n", "a: {ttl: 5min}\n"),
    "on a line of its own in brackets": (
        "a: {\n  kind: queue, # first\n  name: Jobs # last\n}\n",
        "a: {\n  kind: queue, # first\n  name: Jobs, # last\n  ttl: 5min\n}\n",
    ),
    "behind a comma on a line of its own": (
        "a: {\n  kind: queue,  # only\n}\n",
        "a: {\n  kind: queue,  # only\n  ttl: 5min,\n}\n",
    ),
    "before a bracket that closes on the line": ("a: {\n  kind: queue}\n", "a: {\n  kind: queue,\n  ttl: 5min}\n"),
    "below the last, before what belongs to the next": (
        "s:\n  a:\n    kind: queue  # first\n  # next\n  b: {kind: client}\n",
        "s:\n  a:\n    kind: queue  # first\n    ttl: 5min\n  # next\n  b: {kind: client}\n",
    ),
    "below comments of its own": (
        "s:\n  a:\n    kind: queue\n    # max: 3\n\n  b: {kind: client}\n",
        "s:\n  a:\n    kind: queue\n    # max: 3\n    ttl: 5min\n\n  b: {kind: client}\n",
    ),
    "below a last value of several lines": (
        "a:\n  kind: queue\n  retry:\n    attempts: 3 # three\n\nb: 1\n",
        "a:\n  kind: queue\n  retry:\n    attempts: 3 # three\n  ttl: 5min\n\nb: 1\n",
    ),
    "below a block of text": (
        "a:\n  note: |\n    one\n\n    # two\n\n\n  # next\nb: 1\n",
        "a:\n  note: |\n    one\n\n    # two\n  ttl: 5min\n\n\n  # next\nb: 1\n",
    ),
    "below the empty lines that a text keeps": (
        "a:\n  note: |+\n    one\n\nb: 1\n",
        "a:\n  note: |+\n    one\n\n  ttl: 5min\nb: 1\n",
    ),
    "where the file ends without an end of line": ("a:\n  kind: queue", "a:\n  kind: queue\n  ttl: 5min"),
    "in place of a value": ("a: {ttl: 1s, kind: queue}\n", "a: {ttl: 5min, kind: queue}\n"),
    "in place of a value with a comment": ("a:\n  ttl: 1s  # short\n", "a:\n  ttl: 5min  # short\n"),
    "in place of a value of several lines": ("a:\n  ttl:\n    - 1\n    - 2\n  b: 1\n", "a:\n  ttl: 5min\n  b: 1\n"),
    "in place of a value in quotes": ('a:\n  "ttl" : "x # y"  # c\n', 'a:\n  "ttl" : 5min  # c\n'),
    "in place of nothing": ("a:\n  ttl:  # how long?\n  b: 1\n", "a:\n  ttl: 5min  # how long?\n  b: 1\n"),
    "in place of nothing in brackets": ("a: {ttl: , b}\n", "a: {ttl: 5min , b}\n"),
    "in place of nothing behind no colon": ("a: {ttl, b}\n", "a: {ttl: 5min, b}\n"),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_an_attribute_is_stated(before: str, after: str) -> None:
    assert stating(before, "a", ttl="5min") == after
    assert stating(after, "a", ttl="5min") == after


WITHIN = {
    "a number alone": ("retry: 3  # three\n", "3", "retry: {attempts: 3, backoff: exponential}  # three\n"),
    "a text alone that brackets cannot hold": ("key: id, step\n", "id,", 'key: {attempts: "id, step", backoff: exponential}\n'),
    "a text in quotes": ("{key: 'a: b'}\n", "'a", "{key: {attempts: 'a: b', backoff: exponential}}\n"),
    "a list alone": ("by: [ttl, delete]\n", "[", "by: {attempts: [ttl, delete], backoff: exponential}\n"),
    "a list on lines of its own": (
        "by:\n- ttl\n- delete\nx: 1\n",
        "- ttl",
        "by: {attempts: [ttl, delete], backoff: exponential}\nx: 1\n",
    ),
    "that it is there": ("retry: true\n", "true", "retry: {backoff: exponential}\n"),
    "a mapping": ("retry: {attempts: 3}\n", "{", "retry: {attempts: 3, backoff: exponential}\n"),
    "a mapping below": ("retry:\n  attempts: 3\nx: 1\n", "attempts", "retry:\n  attempts: 3\n  backoff: exponential\nx: 1\n"),
}


@pytest.mark.parametrize(("before", "value", "after"), WITHIN.values(), ids=WITHIN)
def test_a_policy_says_more(before: str, value: str, after: str) -> None:
    assert stating_within(before, value, backoff="exponential") == after


def test_a_value_alone_is_replaced_by_another_one() -> None:
    assert stating_within("retry: 3\n", "3", attempts=5) == "retry: 5\n"
    assert stating_within("retry: 3\n", "3", attempts=5, jitter=True) == "retry: {attempts: 5, jitter: true}\n"


def test_a_value_that_stands_for_nothing_else_cannot_say_more() -> None:
    assert stating_within("lock: row\n", "row", alone="", timeout="1s") == NOT_FOUND


def test_values_are_written_as_a_person_would() -> None:
    retry = {"attempts": 3, "on": ["a, b", "503"]}
    assert stating("a: {}\n", "a", retry=retry, no=False) == 'a: {retry: {attempts: 3, on: ["a, b", "503"]}, no: false}\n'
    assert stating("a:\n  b: 1\n", "a", note="x, y") == "a:\n  b: 1\n  note: x, y\n"


def test_an_inner_and_an_outer_entry_are_edited_together() -> None:
    text = "a: {kind: calls, retry: 3}\nb:\n  retry:\n    attempts: 2\n"
    statements = [
        Statement((1, 1), True, "idempotent", True),
        Statement((1, 25), False, "jitter", True, "attempts"),
        Statement((2, 1), True, "idempotent", True),
        Statement((4, 5), False, "jitter", True, "attempts"),
    ]
    assert YamlText(text).edited(statements) == (
        "a: {kind: calls, retry: {attempts: 3, jitter: true}, idempotent: true}\n"
        "b:\n  retry:\n    attempts: 2\n    jitter: true\n  idempotent: true\n"
    )


def test_json_stays_json() -> None:
    text = '{\n  "a": {\n    "kind": "cache",\n    "retry": 3\n  }\n}\n'
    statements = [Statement((2, 3), True, "ttl", "5min"), Statement((4, 14), False, "jitter", True, "attempts")]
    assert YamlText(text, json=True).edited(statements) == (
        '{\n  "a": {\n    "kind": "cache",\n    "retry": {"attempts": 3, "jitter": true},\n    "ttl": "5min"\n  }\n}\n'
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a:\n  ttl:\n    - 1  # one\n    - 2\n", COMMENT_WITHIN),
        ("a:\n  ttl:  # which?\n    - 1\n", COMMENT_WITHIN),
        ("a:\n  ttl: [1, # one\n    2]\n", COMMENT_WITHIN),
        ("a:\n  ttl: | # one\n    2\n", COMMENT_WITHIN),
        ("a:\n  b: |\n    text", OPEN_AT_THE_END),
        ("a: text\n", NOT_FOUND),
    ],
)
def test_what_would_lose_something_is_refused(text: str, why: Refusal) -> None:
    assert stating(text, "a", ttl="5min") == why


def test_a_place_where_nothing_begins_is_refused() -> None:
    assert YamlText("a: {b: 1}\n").edited([Statement((1, 2), True, "c", 1)]) == NOT_FOUND


def test_two_edits_of_the_same_thing_clash() -> None:
    text = "a: {retry: {attempts: 3}}\n"
    twice = [Statement((1, 1), True, "ttl", 1), Statement((1, 1), True, "ttl", 2)]
    undone = [Statement((1, 1), True, "retry", False), Statement((1, 12), False, "jitter", True)]
    assert (YamlText(text).edited(twice), YamlText(text).edited(undone)) == (CLASH, CLASH)
    assert YamlText(text).edited([twice[0], twice[0]]) == "a: {retry: {attempts: 3}, ttl: 1}\n"


@pytest.mark.parametrize(
    ("text", "list_at", "item_at"),
    [("a:\n- # why\nb: 1\n", (2, 1), (2, 2)), ("a: [x, y]\n", (1, 4), (1, 5)), ("a:\n- x\n", (2, 1), (2, 3))],
)
def test_what_is_stated_within_a_list_that_is_replaced_clashes_with_that(
    text: str, list_at: tuple[int, int], item_at: tuple[int, int]
) -> None:
    whole, within = (Statement(at, False, "alone", True, "alone") for at in (list_at, item_at))
    assert not isinstance(YamlText(text).edited([within]), Refusal)
    assert YamlText(text).edited([whole, within]) == CLASH
