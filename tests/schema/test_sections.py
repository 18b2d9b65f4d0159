"""The sections of a design file."""

from archgen import Behaviour, Component, Queue
from archgen.importers.design_yaml import SECTIONS
from archgen.schema.attribute_values import reference
from archgen.schema.sections import sections, words
from archgen.vocabulary.components.server import Server
from tests.schema.checking import wrong


def test_every_section_is_known() -> None:
    assert set(sections()) == {"include", *SECTIONS}


def test_words_that_only_say_what_others_share_are_not_offered() -> None:
    assert {Component, Queue} <= set(words(Component))
    assert not {Server, Behaviour} & set(words())


def test_what_is_wrong_with_an_entry_is_said_once() -> None:
    assert wrong({"kind": "queue", "owner": 5}, reference("any_components")) == ["$.owner: 5 is not of type 'string', 'null'"]
    assert wrong({"kind": "queue", "colour": "red"}, reference("any_components")) == [
        "$: Additional properties are not allowed ('colour' was unexpected)"
    ]
    assert wrong({"owner": "Team"}, reference("any_components")) == ["$: 'kind' is a required property"]
    assert wrong("queue", reference("any_components")) == ["$: 'queue' is not of type 'object'"]
    assert len(wrong({"kind": "quue"}, reference("any_components"))) == 1


def test_a_section_may_be_left_open() -> None:
    assert wrong({"archgen": 1, "design": "Chat", **dict.fromkeys(sections())}) == []
