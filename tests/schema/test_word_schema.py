"""A word's schema: its attributes under the names that files have, and which of them it needs."""

from typing import Any

from archgen import Column, Consumes, Design, Group, Queue, Retry, Transition
from archgen.dsl.word import Word
from archgen.schema.word_schema import described, word_schema


def properties(word: type[Word]) -> dict[str, Any]:
    found = word_schema(word)["properties"]
    assert isinstance(found, dict)
    return found


def test_a_word_is_described_by_the_first_paragraph_of_its_page() -> None:
    assert described(Queue) == "Work that waits for one of its consumers."
    assert "\n" not in described(Design)


def test_a_part_says_its_kind_and_its_key_is_its_id() -> None:
    assert (word_schema(Queue)["required"], word_schema(Group)["required"]) == (["kind"], [])
    assert properties(Queue)["kind"]["const"] == "queue"
    assert not {"id", "group"} & set(properties(Queue))
    assert "in" in properties(Queue)


def test_ends_have_the_names_that_files_give_them() -> None:
    assert word_schema(Consumes)["required"] == ["kind", "from", "to"]
    assert word_schema(Transition)["required"] == ["from", "to"]
    assert not {"source", "target"} & {*properties(Consumes), *properties(Transition)}


def test_a_group_of_columns_is_no_group_of_components() -> None:
    assert "group" in properties(Column)
    assert "in" not in properties(Column)


def test_a_connection_may_say_its_id() -> None:
    assert "id" in properties(Consumes)


def test_what_a_word_has_from_another_is_said_there() -> None:
    assert properties(Queue)["owner"] == {"$ref": "#/$defs/Component/properties/owner"}
    assert "description" in properties(Queue)["max_receives"]


def test_nothing_but_its_attributes_is_taken() -> None:
    assert word_schema(Retry)["additionalProperties"] is False
