"""Where Python specifications say what they say: lines and columns as people count them."""

import ast

import pytest

from archgen import Component
from archgen.dsl.word import Word
from archgen.errors import Position
from archgen.loading.line_numbers import places, source

FILE = "/somewhere/spec.py"


def found(text: str) -> dict[str, tuple[int | None, int | None]]:
    """The places of the words that a text binds to names, and of their attributes, as name.attribute."""
    namespace: dict[str, object] = {}
    exec(compile("from archgen import *\n" + text, FILE, "exec"), namespace)
    words = {value: name for name, value in namespace.items() if isinstance(value, Word)}
    tree = ast.parse("#\n" + text)
    read = places({FILE: source("#\n" + text, tree, "spec.py")}, words)
    assert {position.path for position in read.values()} <= {"spec.py"}
    return {
        ".".join(filter(None, (words[word], attribute))): (position.line - 1 if position.line else None, position.column)
        for (word, attribute), position in read.items()
    }


def test_a_word_stands_where_its_call_begins_and_an_attribute_where_its_value_does() -> None:
    assert found('api = Service("API", replicas=2, capacity=per_second(5))') == {
        "api": (1, 7),
        "api.name": (1, 15),
        "api.replicas": (1, 31),
        "api.capacity": (1, 43),
    }


def test_a_call_over_several_lines_has_attributes_on_each() -> None:
    assert found('api = Service(\n    "API",\n    replicas=2,\n)') == {
        "api": (1, 7),
        "api.name": (2, 5),
        "api.replicas": (3, 14),
    }


def test_what_a_connection_is_given_by_position_is_found() -> None:
    places = found('a, b = Client("A"), Service("B")\nc = Calls(a, b, "ask", timeout=1)')
    assert {name: place for name, place in places.items() if name.startswith("c")} == {
        "c": (2, 5),
        "c.source": (2, 11),
        "c.target": (2, 14),
        "c.label": (2, 17),
        "c.timeout": (2, 32),
    }


def test_columns_are_counted_in_characters() -> None:
    assert found('name = "éé"; api = Service("Zoë😀", replicas=2)')["api.replicas"] == (1, 45)


def test_a_word_within_a_call_of_another_word_is_found() -> None:
    places = found('policy = (call := Calls(Client("A"), Service("B"), retry=Retry(3, jitter=True))).retry')
    assert (places["call"], places["call.retry"], places["policy"], places["policy.attempts"], places["policy.jitter"]) == (
        (1, 19), (1, 58), (1, 58), (1, 64), (1, 74),
    )  # fmt: skip


def test_words_of_a_loop_share_their_place() -> None:
    text = "made = []\nfor n in range(2):\n    made.append(Service(f'S{n}', replicas=n + 1))\none, two = made"
    places = found(text)
    assert places["one"] == places["two"] == (3, 17)
    assert places["one.replicas"] == places["two.replicas"] == (3, 43)


def test_a_word_made_by_a_function_stands_in_the_function() -> None:
    text = "def store(name):\n    return Database(name, replicas=2)\n\none = store('One')"
    assert found(text) == {"one": (2, 12), "one.name": (2, 21), "one.replicas": (2, 36)}


@pytest.mark.parametrize("call", ["Service(**given)", "Service(*('API',), **given)"])
def test_what_is_unpacked_has_no_place_of_its_own(call: str) -> None:
    given = "given = {'replicas': 2}" if "*(" in call else "given = {'name': 'API'}"
    assert found(f"{given}\napi = {call}") == {"api": (2, 7)}


def test_what_another_name_of_the_class_is_given_by_position_has_no_place() -> None:
    assert found('Box = Service\nbox = Box("API", replicas=2)') == {"box": (2, 7), "box.replicas": (2, 27)}


def test_form_feeds_and_strange_separators_end_no_line() -> None:
    assert found('text = "a\u2028b\x85c"\n\x0c\napi = Service("API")')["api"] == (3, 7)


def test_a_word_made_in_a_file_that_is_not_given_has_no_place() -> None:
    assert places({}, [Component("A")]) == {}


def test_a_source_names_its_places_as_messages_do() -> None:
    assert source("x = 'é'", ast.parse("x = 'é'"), "d.py").position(1, 7) == Position("d.py", 1, 7)
